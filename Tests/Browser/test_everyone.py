"""What everybody must be able to read and reach: axe's rules, then those that axe does not know."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import none, same

JOURNEYS = ["real/airport", "13/sample", "arabic/open-account"]


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]


def test_axe_finds_nothing_on_the_pages(session):
    for name in JOURNEYS + ["real/index", "real/review"]:
        page = session.open(name)
        none(violations(page), f"violations on {name}")


def test_axe_finds_nothing_with_everything_open(session):
    page = session.open("real/complaint", "#at=report&highlight=path&colour=csat&persona=tom")
    none(violations(page), "violations with details")
    page.click("text=Lanes >> nth=0")
    none(violations(page), "violations with the lanes' menu")
    page = session.open("real/complaint", "#phase=search")
    none(violations(page), "violations in the presentation")


@pytest.mark.context(color_scheme="dark")
def test_axe_finds_nothing_in_the_dark(session):
    for name in ["13/sample", "real/index", "real/review"]:
        page = session.open(name, "#colour=csat")
        none(violations(page), f"violations on {name}")


@pytest.mark.context(forced_colors="active")
def test_axe_finds_nothing_with_forced_colours(session):
    none(violations(session.open("real/complaint", "#at=report&colour=csat")), "violations")


@pytest.mark.context(reduced_motion="no-preference")
def test_axe_finds_nothing_with_motion_and_where_motion_is_unwanted_nothing_moves(session):
    page = session.open("real/airport", "#at=parking")
    none(violations(page), "violations")
    page.emulate_media(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).scrollBehavior === 'smooth').length"
    same(page.evaluate(moving), 0, "elements that scroll smoothly:")


def test_axe_finds_nothing_in_print_and_no_control_is_printed(session):
    page = session.open("real/airport", "#colour=csat")
    # The map is printed in rows, which the browser asks for before the page is on paper.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for selector in ["#controls", ".frozen", ".names", ".close", ".skip"]:
        assert not page.locator(selector).first.is_visible(), f"{selector} is printed"
    assert page.locator(".strips svg").first.is_visible() and page.locator("article").first.is_visible()
    assert not page.locator(".map").is_visible() and not page.locator(".too-wide").is_visible()
    none(violations(page), "violations")
    assert len(page.pdf(prefer_css_page_size=True)) > 10_000


@pytest.mark.context(java_script_enabled=False)
def test_axe_finds_nothing_on_a_page_without_its_script_and_the_page_is_complete(session):
    page = session.open("real/complaint")
    assert page.locator("#controls").is_hidden(), "controls without a script"
    same(page.locator(".touchpoint").count(), 12, "touchpoints")
    same(page.locator(".table tbody th[scope=row]").count(), 12, "rows")
    for selector in ["h1", ".finding", ".figures", ".map svg[role]", "#details article >> nth=11", "#method"]:
        assert page.locator(selector).first.is_visible(), f"{selector} is not seen"
    same(page.locator("#details article:visible").count(), 12, "cards of touchpoints")


def test_a_touchpoint_is_spoken_with_channel_owner_score_n_and_why_a_figure_is_missing(session):
    for name in ["real/airport", "13/sample"]:
        page = session.open(name)
        heads = page.locator(".table thead th").all_text_contents()
        rows = page.locator(".table tbody tr:has(th[scope=row])")
        cards = page.get_by_role("button", name=".", exact=False).and_(page.locator(".card-box"))
        same(cards.count(), rows.count(), "buttons")
        for index in range(rows.count()):
            row, words = rows.nth(index), cards.nth(index).get_attribute("aria-label").replace("\u200e", "").replace("\u200f", "")
            facts = dict(zip(heads[1:], row.locator("td").all_inner_texts()))
            parts = [row.locator("th").inner_text(), facts["Owner"]] + facts["Channels"].split("\n")
            parts += [line for head, cell in facts.items() if "(csat)" in head or "(effort)" in head for line in cell.split("\n")]
            for part in filter(None, (part.strip().replace("\u200e", "").replace("\u200f", "") for part in parts)):
                assert part in words or "together" in part or "shared" in part, f"{part!r} is not said: {words}"


def test_the_table_has_a_caption_and_scoped_heads(session):
    page = session.open("13/sample")
    assert page.locator(".table caption").first.text_content().strip()
    same(page.locator(".table th:not([scope])").count(), 0, "heads without a scope")


# What the browser has not laid out yet (`content-visibility`) has boxes that lie over each other, which nobody sees.
TARGETS = """() => {
  for (const e of document.querySelectorAll('.table')) e.style.contentVisibility = 'visible';
  const seen = [...document.querySelectorAll('a[href], button, input, select, [role=button]')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.touchpoint a'))
    .map((e) => e.matches('.menu input') ? e.closest('label') : e)
    .map((e) => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.right > 0);
  const gap = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return seen.filter(({ e, box }) => Math.min(box.width, box.height) < 23.9 && seen.some((other) => {
    if (other.e === e || other.e.contains(e) || e.contains(other.e)) return false;
    return gap(box.x + box.width / 2, box.y + box.height / 2, other.box) < 12;
  })).map(({ e, box }) => `${e.textContent.trim().slice(0, 40)} ${Math.round(box.width)} by ${Math.round(box.height)}`);
}"""


def test_targets_are_24_pixels_wide_and_high_or_stand_apart(session):
    for name in ["real/airport", "13/sample", "arabic/open-account"]:
        page = session.open(name)
        page.click("[popovertarget=lanes]")
        none(page.evaluate(TARGETS), f"small targets on {name}")
        page.set_viewport_size({"width": 320, "height": 640})
        none(page.evaluate(TARGETS), f"small targets on {name}, 320 pixels wide")


def test_a_page_320_pixels_wide_or_zoomed_to_200_does_not_scroll_sideways(session):
    for name in JOURNEYS + ["real/index", "real/review"]:
        page = session.open(name)
        for width, height in [(320, 640), (683, 384)]:
            page.set_viewport_size({"width": width, "height": height})
            same(page.evaluate("document.documentElement.scrollWidth"), width, f"{name} is as wide as")
            if page.locator("[data-do=fold]").count():
                page.click("[data-do=fold]")
                same(page.evaluate("document.documentElement.scrollWidth"), width, f"{name}, filters open, is as wide as")


def test_the_focus_goes_through_touchpoints_in_the_journey_s_order_and_is_never_hidden(session):
    for name in ["real/complaint", "arabic/open-account"]:
        page = session.open(name)
        order, hidden = [], []
        page.locator("[data-do=present]").focus()
        count = page.locator(".touchpoint").count()
        for _ in range(count * 2 + 4):
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            if at:
                order.append(at["column"])
                if not at["seen"]:
                    hidden.append(at["column"])
        same(order, list(range(count)), "order")
        none(hidden, "touchpoints that are focused and not seen")


FOCUSED = """() => {
  const card = document.activeElement.closest('.touchpoint');
  if (!card || !document.activeElement.matches('.card-box')) return null;
  const box = document.activeElement.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return { column: [...document.querySelectorAll('.touchpoint')].indexOf(card), seen: card.contains(top) };
}"""


def test_all_controls_are_reached_and_worked_by_the_keyboard_alone(session):
    page = session.open("real/complaint")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("(e => e.name || e.dataset.do || e.getAttribute('popovertarget') || e.localName)(document.activeElement)"))
    expected = {"find", "persona", "segment", "channel", "department", "colour", "highlight", "lanes", "share",
                "smaller", "actual", "larger", "fit", "present"}
    same(sorted(expected - reached), [], "not reached:")
    page.locator("[popovertarget=lanes]").focus()
    page.keyboard.press("Enter")
    for _ in range(page.locator(".sets button").count() + 1):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "hide" in session.state(), "the space bar hides no lane"
    page.keyboard.press("Escape")
    assert page.locator("#lanes").is_hidden(), "Escape leaves the menu open"
    page.locator("[name=channel]").focus()
    page.keyboard.press("ArrowDown")
    assert session.state().get("channel"), "arrow keys choose no channel"
