"""The pack of a workshop: whole words, slides by keys, no empty sheet. Made once from the shipped journeys and one with long
words."""
import io
import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from conftest import PAGES, none, same

ROOT = Path(__file__).resolve().parent.parent.parent
WAYMARK = os.environ.get("WAYMARK_PROGRAM", str(ROOT / ".build/debug/waymark"))

# Every word that stands on several lines, though no hyphen or slash is in it.
BROKEN = """() => {
  const broken = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const details of document.querySelectorAll("details")) details.open = true;
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement;
    if (parent.closest("svg, script, style")) continue;
    for (const word of node.data.matchAll(/[^\\s\\/‐–—-]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top)));
      if (lines.size > 1) broken.push(`${word[0]} in ${parent.tagName}, ${Math.round(parent.getBoundingClientRect().width)} px`);
    }
  }
  return broken;
}"""


# Of every slide: its smallest type in pixels as it is drawn, and whether anything is cut.
SLIDES = """() => [...document.querySelectorAll(".slide")].map((slide) => {
  let least = 99, words = "";
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement, range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if (!texts.currentNode.data.trim() || parent.closest("title, style, .hidden") || !range.getBoundingClientRect().width) continue;
    const matrix = parent.closest("svg") && parent.getScreenCTM();
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : parent.currentCSSZoom || 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (least > size) [least, words] = [size, texts.currentNode.data];
  }
  const content = slide.querySelector(".content");
  return { least, words, over: content.scrollHeight - content.clientHeight, wide: content.scrollWidth - content.clientWidth };
})"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    """The folders of packs, by the name of the workspace."""
    made = {}
    for name, folder in {"real": ROOT / "journeys", "long": PAGES.parent / "from/13"}.items():
        made[name] = tmp_path_factory.mktemp("packs") / name
        run = subprocess.run([WAYMARK, "review", folder, "--pack", made[name], "--tiles", "A4", "--tiles", "A3"],
                             capture_output=True, text=True)
        assert (made[name] / "index.html").exists(), run.stderr
    return made


def opened(session, path: Path, **options):
    session.pages = path.parent
    return session.open(path.stem)


@pytest.mark.parametrize("width,media", [(1366, "screen"), (1024, "screen"), (320, "screen"), (1366, "print")])
def test_no_word_of_slides_registers_and_cards_is_broken(session, packs, width, media):
    for path in sorted(packs["real"].glob("*.html")):
        if "poster" in path.name:
            continue
        page = opened(session, path)
        page.set_viewport_size({"width": width, "height": 768})
        page.emulate_media(media=media)
        none(page.evaluate(BROKEN), f"broken words in {path.name}")


def test_long_words_stay_on_their_page(session, packs):
    for path in sorted(packs["long"].glob("*.html")):
        if "poster" in path.name:
            continue
        page = opened(session, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 1366, path.name


def test_slides_go_on_by_keys_and_by_links(session, packs):
    page = opened(session, packs["real"] / "airport-slides.html")
    at = "Math.round(document.scrollingElement.scrollTop / innerHeight)"
    count = page.locator(".slide").count()
    assert count > 8
    for key, slide in [("ArrowRight", 1), ("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("End", count - 1),
                       ("ArrowRight", count - 1), ("Home", 0), ("ArrowLeft", 0)]:
        page.keyboard.press(key)
        page.wait_for_function(f"{at} === {slide}")
        same(page.evaluate(at), slide, f"after {key}")
    page.locator("#s1 a[rel=next]").click()
    page.wait_for_function(f"{at} === 1")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{at} === 2")
    same(page.evaluate("location.hash"), "#s3")


@pytest.mark.parametrize("name", ["airport", "complaint", "account"])
def test_slides_are_read_from_the_back_of_a_room(session, packs, name):
    page = opened(session, packs["real"] / f"{name}-slides.html")
    page.set_viewport_size({"width": 1280, "height": 720})
    slides = page.evaluate(SLIDES)
    none([slide for slide in slides if slide["least"] < 15], "slides with small type")
    none([slide for slide in slides if slide["over"] > 1 or slide["wide"] > 1], "slides on which something is cut")


def test_f_fills_the_screen(session, packs):
    page = opened(session, packs["real"] / "airport-slides.html")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("location.hash === '#s2'")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")


@pytest.mark.context(java_script_enabled=False)
def test_slides_go_on_by_links_without_a_script(session, packs):
    page = opened(session, packs["real"] / "airport-slides.html")
    page.locator("#s1 a[rel=next]").click()
    same(page.url.split("#")[1], "s2")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    same(page.url.split("#")[1], "s3")


def test_no_sheet_of_a_poster_is_blank(session, packs, tmp_path):
    sheets = {}
    for pack in packs.values():
        for path in sorted(pack.glob("*-on-A4.html")):
            page = opened(session, path)
            count = page.locator("svg.sheet").count()
            assert f"{count} sheets of A4" in page.locator(".hint").text_content()
            page.pdf(path=tmp_path / "sheets.pdf", prefer_css_page_size=True, print_background=True)
            subprocess.run(["pdftoppm", "-r", "24", "-gray", tmp_path / "sheets.pdf", tmp_path / path.stem], check=True)
            printed = sorted(tmp_path.glob(f"{path.stem}-*.pgm"))
            same(len(printed), count, f"pages of {path.name}")
            for number, file in enumerate(printed, 1):
                picture = Image.open(io.BytesIO(file.read_bytes()))
                margin = 24 * 16 // 25
                picture = picture.crop((margin, margin, picture.width - margin, picture.height - margin))
                # The rules between lanes are light and thin; a phase or the box of an idea is light, but not thin: the
                # palest box has a grey of 246, the paper one of 255.
                darkest, broad = picture.getextrema()[0], picture.filter(ImageFilter.MedianFilter(5)).getextrema()[0]
                if darkest > 220 and broad > 250:
                    sheets[f"{path.name}, sheet {number}"] = darkest
    none(sheets, "blank sheets")


def test_a_journey_of_the_review_takes_two_screens(session):
    page = session.open("real/review")
    heights = page.evaluate("[...document.querySelectorAll('section[id^=journey-]')].map((part) => part.getBoundingClientRect().height)")
    assert len(heights) == 3 and max(heights) <= 1600, heights
