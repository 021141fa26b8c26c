"""Two periods or segments beside each other, the card beside the pointer, and what goes out of a page."""

import csv
import io

import pytest
from conftest import none, same
from test_boxes import CONTRAST
from test_everyone import violations

LANE = ".map svg[role] [data-versus]"


def choices(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('[name=compare] option')].map(o => o.value).filter(Boolean)")


@pytest.mark.parametrize("journey, expected", [
    ("real/complaint", ["period:2026-09..2026-10", "segment:private..shops", "persona:tom..rita"]),
    ("real/airport", ["period:2016-05..2017-05"]), ("alike/alike", []), ("bare/bare", [])])
def test_a_page_compares_what_it_has_answers_for(session, journey, expected):
    page = session.open(journey)
    same(choices(page), expected, journey)
    same(page.locator(LANE + ":visible").count(), 0, "comparisons before one is chosen")


@pytest.mark.parametrize("journey", ["real/complaint", "real/account", "40/sample"])
def test_a_comparison_is_shown_says_itself_and_moves_down_what_follows(session, journey):
    page = session.open(journey)
    below = "() => document.querySelector('.map svg[role] [data-lane=Experience]').getBoundingClientRect().top"
    before = page.evaluate(below)
    for choice in choices(page):
        page.select_option("[name=compare]", choice)
        same(session.state(), {"compare": choice}, "address")
        lane = page.locator(LANE + ":visible")
        same(lane.count(), 1, choice)
        assert page.evaluate(below) > before + 200, "what follows lies under it"
        same(page.inner_text(".said [role=status]"), lane.get_attribute("aria-label"), "said")
        box, tiles = lane.bounding_box(), page.locator(".map .tiles").bounding_box()
        assert box["y"] > tiles["y"] + tiles["height"] - 2, "it lies on the tiles"
        none(page.evaluate(CONTRAST), f"pale texts of {choice}")
    page.select_option("[name=compare]", "")
    same(page.locator(LANE + ":visible").count(), 0, "comparisons after all")
    assert abs(page.evaluate(below) - before) < 1


def test_only_a_clear_difference_is_coloured_and_the_sentence_counts_them(session):
    page = session.open("real/complaint", "#compare=period:2026-09..2026-10")
    lane = page.locator(LANE + ":visible")
    titles = page.locator(LANE + "[data-versus^=period] title").all_text_contents()
    clear = [title for title in titles if "a clear difference" in title]
    compared = [title for title in titles if "pts" in title]
    assert 0 < len(clear) < len(compared), titles
    same(lane.locator("circle:is(.l1, .l5)").count(), len(clear), "coloured")
    same(lane.locator("circle.before").count(), len(compared) - len(clear), "not coloured")
    assert f"{len(clear)} of {len(compared)} comparisons" in lane.get_attribute("aria-label")


def test_what_too_few_answered_is_hidden_on_both_sides(session):
    page = session.open("real/complaint", "#compare=segment:private..shops")
    objects = page.evaluate("selector => [...document.querySelectorAll(selector)].map(g => g.textContent).find(t => t.startsWith('Objects'))", LANE + "[data-versus^=segment] title")
    assert objects.count("hidden") == 2 and "%" not in objects, objects


def test_a_link_to_a_comparison_opens_it_and_what_is_not_there_is_ignored(session):
    page = session.open("real/complaint", "#compare=persona:tom..rita&colour=effort")
    same(page.locator(LANE + ":visible").count(), 1)
    page = session.open("real/complaint", "#compare=segment:nobody..shops&at=report")
    same(page.locator(LANE + ":visible").count(), 0)
    same(page.locator("#details article:visible").count(), 1)


@pytest.mark.parametrize("name", ["real/complaint", "arabic/open-account", "40/sample"])
def test_axe_finds_nothing_with_a_comparison(session, name):
    page = session.open(name)
    if choices(page):
        page.select_option("[name=compare]", choices(page)[0])
    none(violations(page), f"violations on {name}")


def test_a_plan_and_the_journey_it_replaces_show_what_changes(session):
    for name in ["plan/today", "plan/later"]:
        page = session.open(name)
        figure = page.locator("figure[data-versus=future]")
        assert not figure.is_visible()
        page.select_option("[name=compare]", "future")
        assert figure.is_visible() and "Fills in one form" in figure.text_content()
        assert page.inner_text(".said [role=status]").startswith("Compare: ")
        none(violations(page), f"violations on {name}")
    same(page.locator("header a[href='today.html']").count(), 1, "links to what it replaces")
    same(session.open("plan/today").locator("header a[href='later.html']").count(), 1, "links to the plan")


def test_a_card_beside_the_pointer_says_figure_interval_n_change_and_pain(session):
    page = session.open("real/complaint")
    tip = page.locator(".tip")
    assert tip.is_hidden()
    for selector in [".touchpoint >> nth=5", ".map .tiles > [data-at='5'] rect", ".map [data-lane=Experience] [data-at='5'] circle"]:
        page.locator(selector).first.hover(force=True)
        text = tip.inner_text()
        for part in ["Waits for the courier", "16%", "9–26%", "n 69", "since September 2026", "Nobody owns the courier"]:
            assert part in text, f"{part} is not said over {selector}: {text}"
        box = tip.bounding_box()
        assert box["width"] < 242 and box["x"] + box["width"] <= 1366 and box["y"] + box["height"] <= 768, box
    page.keyboard.press("Escape")
    assert tip.is_hidden(), "Escape leaves it"
    page.mouse.move(5, 5)
    same(page.locator(".map title").evaluate_all("titles => titles.filter(t => !t.textContent).length"), 0, "empty titles")


def test_an_arrow_s_card_has_both_ends(session):
    page = session.open("real/complaint")
    line = page.locator(".map [role=listitem][data-from='3'][data-to='5'] path").first
    point = line.evaluate("p => { const q = p.getPointAtLength(p.getTotalLength() / 3).matrixTransform(p.getScreenCTM()); return [q.x, q.y] }")
    page.mouse.move(*point)
    text = page.locator(".tip").inner_text()
    assert "→" in text and "51%" in text and "16%" in text, text


def test_the_table_is_saved_as_csv_with_the_rows_that_are_shown(session):
    page = session.open("real/complaint", "#department=claims")
    rows = []
    for clicks in range(2):
        with page.expect_download() as download:
            page.click("[popovertarget=share]")
            page.click("[data-do=csv]")
        same(download.value.suggested_filename, "complaint.csv")
        rows.append(list(csv.reader(io.StringIO(open(download.value.path(), encoding="utf-8", newline="").read()))))
        page.click("[data-do=clear]") if clicks == 0 else None
    claims, everything = rows
    same(everything[0][:2], ["Touchpoint", "Owner"], "head")
    titles = [row[0] for row in everything]
    assert "Reports it missing" in titles and "Reports it missing" not in [row[0] for row in claims]
    same([row for row in everything if row[0][:1] in "=+-@" or any(cell[:1] in ("=", "+", "-", "@") for cell in row)], [], "formulas")


def test_a_question_mark_opens_the_keys(session):
    page = session.open("real/complaint")
    page.locator(".card-box").first.focus()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
