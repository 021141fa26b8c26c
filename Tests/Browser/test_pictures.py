"""PDF and PNG, which librsvg makes, held against what the browser shows of the same SVG."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops, ImageStat

from conftest import none, same

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


def words_on_paper(session, name, path, paper="A4"):
    """The words that a page prints and how tall each is, in points; a line is a fifth taller than its type."""
    page = session.open(name)
    page.pdf(path=path, format=paper, prefer_css_page_size=True, print_background=True)
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    size = [float(side) for side in re.search(r'<page width="([\d.]+)" height="([\d.]+)"', text).groups()]
    same([round(side / 72 * 25.4) for side in size], {"A4": [210, 297], "A3": [297, 420]}[paper], "millimetres of the paper:")
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', text)
    return [(float(bottom) - float(top), word) for top, bottom, word in found]


# Type of 7 points.
SMALLEST = 7 * 1.15


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("name", ["real/airport", "real/complaint", "40/sample", "arabic/open-account", "3/sample"])
def test_a_map_is_printed_in_rows_that_can_be_read(session, tmp_path, name, paper):
    words = words_on_paper(session, name, tmp_path / "page.pdf", paper)
    titles = session.page.locator(".touchpoint text.card").all_text_contents()
    printed = [word for _, word in words]
    for title in titles:
        if title.isascii():
            assert all(word in printed for word in title.split()), title
    none([word for word in words if word[0] < SMALLEST], "words too small to be read")
    assert "poster:" not in printed
    # The legend, whole and once, though the rows cut the map.
    for sign in session.page.locator(".map .footer > g > text").all_text_contents():
        if sign.isascii():
            assert " ".join(printed).count(sign) >= 1, sign


def test_rows_on_paper_are_whole_phases_and_say_their_lanes(session):
    """And where all lanes are shown, so that a row is higher than a page, it goes on under its touchpoints' names."""
    for name, fragment in (("real/airport", ""), ("real/complaint", "#hide=Frontstage|Backstage|Support|Systems|Needs|Time to resolve|Ease")):
        page = session.open(name, fragment)
        # In the order of a browser: what is to be printed is laid out before the page is on paper.
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        pieces = page.evaluate("""() => {
            const inside = (element, box) => {
                const { left, right, top, bottom } = element.getBoundingClientRect();
                return right > box.left + 1 && left < box.right - 1 && bottom > box.top + 1 && top < box.bottom - 1;
            };
            return [...document.querySelectorAll(".piece")].map((piece) => {
                const texts = (column, selector) => [...piece.querySelectorAll(`div > svg:nth-child(${column})`)].flatMap((svg) => {
                    const box = svg.getBoundingClientRect();
                    return [...svg.querySelectorAll(selector)].filter((element) => inside(element, box)).map((element) => element.textContent);
                });
                const cards = [...piece.querySelectorAll("div:first-child > svg:nth-child(2) .touchpoint")]
                    .filter((card) => inside(card.querySelector(".card-box"), card.closest("svg").getBoundingClientRect()));
                return { lanes: texts(1, "text").length, cards: cards.length, phases: texts(2, "[data-phase]").length,
                    height: piece.getBoundingClientRect().height, width: piece.getBoundingClientRect().width };
            });
        }""")
        assert len(pieces) > 1, name
        for piece in pieces:
            assert piece["lanes"] and piece["phases"] and 1 <= piece["cards"] <= 7, piece
            # An A4 page is 1,032 pixels high inside of its margins of 12 mm, and 703 wide.
            assert piece["height"] * 703 / piece["width"] <= 1032, piece
        # Every touchpoint once for each of the pages that its row goes on over.
        columns = page.locator(".map .touchpoint").count()
        assert sum(piece["cards"] for piece in pieces) % columns == 0, pieces


@pytest.mark.context(java_script_enabled=False)
@pytest.mark.parametrize("name", ["real/airport", "40/sample"])
def test_without_a_script_a_page_says_how_to_print_its_map(session, tmp_path, name):
    words = words_on_paper(session, name, tmp_path / "page.pdf")
    assert "poster:" in [word for _, word in words]
    none([word for word in words if word[0] < SMALLEST], "words too small to be read")
