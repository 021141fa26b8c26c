"""PDF and PNG, which librsvg makes, held against what the browser shows of the same SVG."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops, ImageStat

from conftest import none

ROOT = pathlib.Path(__file__).resolve().parents[2]
WAYMARK = os.environ.get("WAYMARK_PROGRAM", ROOT / ".build/debug/waymark")
needs = [tool for tool in ("rsvg-convert", "pdftoppm") if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(needs), reason=f"needs {', '.join(needs)}")


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("pictures")
    subprocess.run(
        [WAYMARK, "render", ROOT / "journeys", "--out", out, "--format", "svg,pdf,png"], check=True, capture_output=True)
    subprocess.run(
        [WAYMARK, "render", ROOT / "journeys", "--out", out, "--poster", "A1", "--format", "svg,png,pdf"], check=True, capture_output=True)
    return out


def difference(one: Image.Image, other: Image.Image, block: int) -> tuple[float, float]:
    """Mean and greatest difference of square blocks of pixels, of 255: how letters are smoothed does not count, that one is
    missing or elsewhere does."""
    size = (one.width // block, one.height // block)
    pieces = [image.convert("L").resize(size, Image.Resampling.BOX) for image in (one, other)]
    found = ImageChops.difference(*pieces)
    return ImageStat.Stat(found).mean[0], found.getextrema()[1]


def shot(chromium, path: pathlib.Path, to: pathlib.Path) -> Image.Image:
    context = chromium.new_context(viewport={"width": 400, "height": 300})
    page = context.new_page()
    page.goto(path.as_uri())
    size = page.evaluate("(({ width, height }) => [width.baseVal.value, height.baseVal.value])(document.documentElement)")
    page.set_viewport_size({"width": round(size[0]), "height": round(size[1])})
    page.screenshot(path=to)
    context.close()
    return Image.open(to)


@pytest.mark.parametrize("name", ["account", "airport", "complaint", "airport-poster-A1"])
def test_pictures_show_what_the_browser_shows(chromium, made, tmp_path, name):
    browser = shot(chromium, made / f"{name}.svg", tmp_path / "browser.png")
    png = Image.open(made / f"{name}.png").convert("RGB")
    assert abs(png.width - 2 * browser.width) <= 2 and abs(png.height - 2 * browser.height) <= 2
    subprocess.run(["pdftoppm", "-singlefile", "-png", "-scale-to-x", str(browser.width), "-scale-to-y", str(browser.height),
                    made / f"{name}.pdf", tmp_path / "pdf"], check=True)
    for kind, picture in (("png", png), ("pdf", Image.open(tmp_path / "pdf.png"))):
        # A poster's findings are 62 px high, four times those of a page. librsvg knows no `font-kerning: none`, so a long line
        # ends a fifth of its height elsewhere.
        block = 32 if "poster" in name else 8
        mean, greatest = difference(browser, picture.resize(browser.size, Image.Resampling.BOX), block)
        assert mean < 1 and greatest < 64, f"{name}.{kind} differs by {mean:.2f} of 255, at one place by {greatest}"


def words_on_paper(session, name, path):
    """The words that a page prints and how tall each is, in points on A3; a line is a fifth taller than its type."""
    page = session.open(name)
    # A word that is turned has no height of its own in what `pdftotext` says: it comes letter by letter.
    page.evaluate("document.querySelectorAll('.overview g[transform]').forEach((name) => name.remove())")
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', text)
    return [(float(bottom) - float(top), word) for top, bottom, word in found]


@pytest.mark.parametrize("name", ["real/airport", "real/complaint", "40/sample", "arabic/open-account", "3/sample"])
def test_a_map_is_printed_in_rows_that_can_be_read(session, tmp_path, name):
    words = words_on_paper(session, name, tmp_path / "page.pdf")
    titles = session.page.locator(".touchpoint text.card").all_text_contents()
    printed = [word for _, word in words]
    for title in titles:
        if title.isascii():
            assert all(word in printed for word in title.split()), title
    none([word for word in words if word[0] < 6.5], "words too small to be read")
    assert "poster:" not in printed
    # The legend, whole and once, though the rows cut the map.
    for sign in session.page.locator(".map .footer > g > text").all_text_contents():
        if sign.isascii():
            assert " ".join(printed).count(sign) >= 1, sign


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize("name, is_long", [("real/airport", False), ("40/sample", True)])
def test_without_a_script_a_long_map_says_how_to_print_it(session, tmp_path, name, is_long):
    words = words_on_paper(session, name, tmp_path / "page.pdf")
    assert ("poster:" in [word for _, word in words]) == is_long
    none([word for word in words if word[0] < 6.5], "words too small to be read")
