"""Where things lie as the browser draws them, and what they are drawn on; texts in their boxes are `test_text.py`'s."""

import pytest
from conftest import none

SIZES = ["3/sample", "13/sample", "40/sample", "400/sample"]

CARDS = """() => [...document.querySelectorAll('.card-box, .map .lane:not([data-versus][display=none]) [data-at] > rect:not(.track, .l1, .l2, .l3, .l4, .l5, .plain)')].map((box) => {
  const { x, y, width, height } = box.getBBox();
  return { words: box.parentNode.textContent.slice(0, 40), left: x, right: x + width, top: y, bottom: y + height };
})"""


def overlaps(boxes, slack=0.6):
    """Pairs that share an area; boxes are swept from left to right."""
    found, open_boxes = [], []
    for box in sorted(boxes, key=lambda box: box["left"]):
        open_boxes = [other for other in open_boxes if other["right"] - slack > box["left"]]
        for other in open_boxes:
            if box["top"] + slack < other["bottom"] and other["top"] + slack < box["bottom"]:
                found.append([other["words"], box["words"], round(box["left"]), round(box["top"])])
        open_boxes.append(box)
    return found


def test_no_box_lies_on_another_with_3_13_40_and_400_touchpoints(session):
    for name in SIZES + ["real/airport", "real/complaint", "arabic/open-account"]:
        found = session.open(name).evaluate(CARDS)
        assert found
        none(overlaps(found), f"boxes on boxes on {name}")


# The paint under a text's middle: the last filled shape before it that holds that point, mixed over what is under it.
CONTRAST = """() => {
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const rgb = (color) => color.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  const mix = (over, under, alpha) => under.map((c, i) => over[i] * alpha + c * (1 - alpha));
  const shapes = [], poor = [];
  for (const element of document.querySelectorAll('.map svg[role] :is(rect, path, circle, text:not(.halo))')) {
    if (element.closest('.dim, [display=none]') || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBBox();
    const toScreen = element.getCTM();
    if (element.localName !== 'text') {
      if (style.fill !== 'none') shapes.push({ element, toShape: toScreen.inverse(), x, y, width, height, color: rgb(style.fill), alpha: Number(style.fillOpacity) * (rgb(style.fill)[3] ?? 1) });
      continue;
    }
    const middle = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(toScreen);
    const holds = (s) => {
      // A lane may have been moved up or down.
      const p = middle.matrixTransform(s.toShape);
      return s.x <= p.x && p.x <= s.x + s.width && s.y <= p.y && p.y <= s.y + s.height
        && (s.element.localName !== 'path' || s.element.isPointInFill(p));
    };
    const under = shapes.filter(holds).reduce((below, s) => mix(s.color, below, s.alpha), rgb(getComputedStyle(document.body).backgroundColor));
    const [a, b] = [light(rgb(style.fill)), light(under)].sort((p, q) => q - p);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${element.textContent.slice(0, 40)} (${element.getAttribute('class')}) ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


def test_texts_of_the_map_have_a_contrast_of_4_5_to_1(session):
    for name, fragment in [("real/airport", ""), ("real/complaint", "#colour=csat&at=report"), ("13/sample", "#colour=effort"),
                           ("13/sample", "#colour=csat-change"), ("real/account", "#highlight=back")]:
        page = session.open(name, fragment)
        none(page.evaluate(CONTRAST), f"pale texts on {name}{fragment}")
        page.click("[popovertarget=lanes]")
        page.click("[data-do=set-all]")
        none(page.evaluate(CONTRAST), f"pale texts on {name}{fragment} with all lanes")


@pytest.mark.context(color_scheme="dark")
def test_texts_of_the_map_have_a_contrast_of_4_5_to_1_in_the_dark(session):
    test_texts_of_the_map_have_a_contrast_of_4_5_to_1(session)


def test_names_of_lanes_stay_at_the_side_phases_and_touchpoints_at_the_top(session):
    for name in ["real/airport", "arabic/open-account"]:
        page = session.open(name)
        mirrored = page.evaluate("document.dir === 'rtl'")
        page.set_viewport_size({"width": 1100, "height": 700})
        page.evaluate("(by) => { document.querySelector('.map').scrollLeft = by; scrollTo(0, 0); }", -300 if mirrored else 700)
        page.wait_for_selector(".map.moved")
        side = page.locator(".names text").first.bounding_box()
        assert 0 <= side["x"] <= 1100 - side["width"], f"the lanes' names are at {side}"
        page.evaluate("scrollTo(0, document.querySelector('.map').offsetTop + 500)")
        page.wait_for_selector(".frozen:not([hidden])")
        bar, top = page.locator("#controls").bounding_box(), page.locator(".frozen").bounding_box()
        assert abs(bar["y"] + bar["height"] - top["y"]) < 2, f"{top} is not under {bar}"
        card = page.locator(".touchpoint text.card").nth(3).bounding_box()
        copy = page.locator(".frozen text.card").nth(3).bounding_box()
        assert abs(card["x"] - copy["x"]) < 1, f"a name at {copy['x']} is not over its column at {card['x']}"
