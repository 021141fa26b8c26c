"""A journey's page on a phone: the journey from top to bottom, nothing cut, targets for thumbs."""

import pytest
from conftest import none, same
from test_everyone import violations

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
NAMES = ["real/complaint", "real/airport", "13/sample", "40/sample", "arabic/open-account", "bare/bare", "plan/later"]
ROWS = ".table tr:has(> th[scope=row])"

# What sticks out of the screen, or out of a box that cuts it.
CUT = """() => [...document.querySelectorAll('header *, .beads *, .table :is(a, td, th), .controls *')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.skip, caption, [popover], select, nav + nav'))
  .filter((e) => { const b = e.getBoundingClientRect(); return b.width > 1 && (0 > b.left + 0.5 || b.right > innerWidth + 0.5); })
  .map((e) => e.outerHTML.slice(0, 80))"""

TARGETS = """() => [...document.querySelectorAll('.controls :is(button, input, select), .table tr:has(> th[scope=row]), .rest summary')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[popover]'))
  .map((e) => [e.textContent.slice(0, 30), e.getBoundingClientRect()]).filter(([, b]) => 43.9 > b.height || 43.9 > b.width).map(([text]) => text)"""


@pytest.mark.context(**PHONE)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_and_targets_are_44_pixels_high(session, name):
    page = session.open(name)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        same(page.evaluate("document.documentElement.scrollWidth"), width, f"{name} is as wide as")
        none(page.evaluate(CUT), f"cut on {name}, {width} wide")
        none(page.evaluate(TARGETS), f"small targets on {name}, {width} wide")
    none(violations(page), f"violations on {name}")


@pytest.mark.context(**PHONE)
def test_the_first_screen_has_findings_values_the_strip_and_the_beginning_of_the_journey(session):
    page = session.open("real/complaint")
    bottom = lambda selector: max(b["y"] + b["height"] for b in (e.bounding_box() for e in page.locator(selector).all()))
    assert all(e.bounding_box()["height"] >= 60 for e in page.locator(".finding[class]:visible").filter(has=page.locator("span")).all())
    assert bottom("li.finding") < 320 and bottom(".beads i") < 620, (bottom("li.finding"), bottom(".beads i"))
    assert page.locator(ROWS).first.bounding_box()["y"] < 700
    same(page.locator(".beads i").count(), 12, "touchpoints of the strip")
    assert not page.locator(".map").is_visible()


@pytest.mark.context(**PHONE)
def test_rows_go_down_the_journey_with_hand_offs_between_them(session):
    page = session.open("real/complaint")
    tops = [row.bounding_box()["y"] for row in page.locator(ROWS).all()]
    assert tops == sorted(tops) and len(tops) == 12
    heights = [row.bounding_box()["height"] for row in page.locator(ROWS).all()]
    assert min(heights) >= 58, heights
    between = page.locator(".table .hand:visible").all_inner_texts()
    assert "Courier partner hands over to Customer service" in [text.strip() for text in between], between
    tile = page.locator(ROWS).first.evaluate("row => getComputedStyle(row, '::after').content")
    assert "52%" in tile, tile


@pytest.mark.context(**PHONE)
def test_a_row_opens_the_details_and_closing_them_goes_back_to_it(session):
    page = session.open("real/complaint", "#department=courier")
    page.get_by_role("link", name="Waits for the courier", exact=True).tap()
    same(page.locator("#details article:visible h3").inner_text(), "Waits for the courier")
    same(session.state(), {"department": "courier", "at": session.state()["at"]}, "the filter stays")
    page.locator(".close").tap()
    assert page.locator("#details article:visible").count() == 0
    same(page.evaluate("document.activeElement.textContent"), "Waits for the courier", "focus")


@pytest.mark.context(**PHONE)
def test_filters_and_colours_work_without_a_map(session):
    page = session.open("real/complaint")
    page.locator("[data-do=fold]").tap()
    page.select_option("[name=department]", "claims")
    page.wait_for_function(f"document.querySelectorAll('{ROWS}:not([hidden])').length === 3")
    page.select_option("[name=colour]", "effort")
    tiles = page.evaluate(f"[...document.querySelectorAll('{ROWS}:not([hidden])')].map(row => row.dataset.tile)")
    assert len(tiles) == 3 and any("%" in tile for tile in tiles), tiles
    page.select_option("[name=colour]", "")
    tiles = page.evaluate(f"[...document.querySelectorAll('{ROWS}:not([hidden])')].map(row => row.dataset.tile)")
    assert "51% −−" in tiles, tiles
    bar = page.locator("#controls").bounding_box()
    assert abs(bar["y"] + bar["height"] - 844) < 1, "the bar is not at the foot"


@pytest.mark.context(**PHONE)
def test_a_comparison_stands_in_the_rows(session):
    page = session.open("real/complaint", "#compare=segment:private..shops")
    row = page.locator(ROWS).first
    sides = row.evaluate("row => getComputedStyle(row.querySelector('th'), '::after').content")
    assert "53%" in sides and "47%" in sides and "could be chance" in sides and "Reads" not in sides, sides
    page.locator("[data-do=fold]").tap()
    page.select_option("[name=compare]", "")
    same(page.locator("[data-sides]").count(), 0)


@pytest.mark.context(color_scheme="dark", **PHONE)
def test_axe_finds_nothing_on_a_phone_in_the_dark(session):
    for name in ["real/complaint", "13/sample"]:
        none(violations(session.open(name)), f"violations on {name}")


@pytest.mark.context(forced_colors="active", **PHONE)
def test_axe_finds_nothing_on_a_phone_with_forced_colours(session):
    none(violations(session.open("real/complaint", "#at=report")), "violations")


@pytest.mark.context(java_script_enabled=False, **PHONE)
def test_without_a_script_a_phone_has_the_map_and_the_whole_table(session):
    page = session.open("real/complaint")
    assert page.locator(".map svg").first.is_visible() and page.locator(".table thead").is_visible()
