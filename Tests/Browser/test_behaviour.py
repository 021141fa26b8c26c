"""What someone who works with a page relies on: Back, Escape, clear, links, paths, colours, keys of the browser's own."""

import pytest
from conftest import same


def names(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.touchpoint')].map(g => g.dataset.name)")


def dimmed(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.touchpoint.dim')].map(g => g.dataset.name)")


def focused(page) -> str:
    return page.evaluate("document.activeElement.closest('.touchpoint')?.dataset.name")


def is_presenting(page) -> bool:
    return page.evaluate("document.documentElement.classList.contains('presenting')")


def test_escape_closes_the_details_first_and_ends_the_presentation_then(session):
    page = session.open("real/airport")
    page.click("[data-do=present]")
    page.keyboard.press("ArrowRight")
    card = page.evaluate("""() => { const { left, right } = document.querySelector('.map').getBoundingClientRect();
      return [...document.querySelectorAll('.touchpoint')].find(g => {
        const box = g.getBoundingClientRect(); return box.left > left + 200 && right > box.right; }).dataset.name; }""")
    page.locator(f"[data-name={card}] text").first.click()
    same(page.locator("#details article:visible").count(), 1, "cards")
    page.keyboard.press("Escape")
    same(page.locator("#details article:visible").count(), 0, "cards after Escape")
    assert is_presenting(page), "the first Escape ends the presentation"
    page.keyboard.press("Escape")
    assert not is_presenting(page), "the second Escape does not end it"


def test_clear_takes_filters_away_and_leaves_the_zoom_and_the_chosen_touchpoint(session):
    page = session.open("real/complaint")
    page.click("[data-do=larger]")
    page.locator("[data-name=report] text").first.click()
    page.select_option("[name=persona]", "tom")
    page.select_option("[name=colour]", "effort")
    page.fill("[name=find]", "courier")
    page.click("[data-do=clear]")
    same(session.state(), {"at": "report", "zoom": "1.25"}, "address")
    assert page.locator("[data-do=actual]").inner_text() == "125%"


@pytest.mark.parametrize("journey, at", [("real/airport", "rental"), ("real/airport", "security"), ("real/complaint", "report"), ("40/sample", "t20")])
def test_a_path_holds_what_comes_before_a_touchpoint_and_what_comes_after(session, journey, at):
    page = session.open(journey)
    order = names(page)
    if at not in order:
        at = order[len(order) // 2]
    page = session.open(journey, f"#at={at}&highlight=path")
    arrows = [(start, end) for start, end in page.evaluate(
        "[...document.querySelectorAll('.map svg[role] [role=listitem][data-from]')].map(e => [Number(e.dataset.from), Number(e.dataset.to)])") if start < end]

    def reached(by: dict[int, set[int]]) -> set[int]:
        found, todo = set(), [order.index(at)]
        while todo:
            for there in by.get(todo.pop(), set()) - found:
                found.add(there)
                todo.append(there)
        return found

    after = reached({start: {e for s, e in arrows if s == start} for start, _ in arrows})
    before = reached({end: {s for s, e in arrows if e == end} for _, end in arrows})
    assert before and after, f"{at} has nothing on one side"
    expected = before | after | {order.index(at)}
    same([name for name in order if name not in dimmed(page)], [order[i] for i in sorted(expected)], f"path of {at}:")


@pytest.mark.parametrize("highlight", ["hand-offs", "back"])
def test_the_chosen_touchpoint_is_never_dimmed_by_what_is_highlighted(session, highlight):
    page = session.open("real/complaint", f"#highlight={highlight}")
    others = dimmed(page)
    assert others, "nothing is dimmed"
    for name in (others[0], others[-1]):
        page.evaluate("fragment => { location.hash = fragment }", f"at={name}&highlight={highlight}")
        page.wait_for_selector("#details article:visible", timeout=3_000)
        same(dimmed(page), [other for other in others if other != name], name)


def test_a_link_into_the_open_page_opens_its_touchpoint(session):
    page = session.open("real/complaint")
    for fragment, title in [("#at=report", "Reports it missing"), ("#at=scan&persona=tom", "Reads the tracking")]:
        page.evaluate("fragment => { location.hash = fragment }", fragment)
        page.wait_for_selector("#details article:visible", timeout=3_000)
        same(page.locator("#details article:visible h3").inner_text(), title, fragment)
    same(page.locator("[name=persona]").input_value(), "tom", "persona")
    page.evaluate("location.hash = '#at=nobody'")
    page.wait_for_selector("#details article:visible", state="hidden", timeout=3_000)


@pytest.mark.parametrize("hidden", [["Thinking"], ["Pains"], ["Thinking", "Pains"]])
def test_the_foot_of_the_map_moves_up_with_the_lanes(session, hidden):
    page = session.open("real/complaint")
    measure = """() => {
      const drawing = document.querySelector('.map svg[role]').getBoundingClientRect();
      const foot = document.querySelector('.map svg[role] .footer').getBoundingClientRect();
      const lanes = [...document.querySelectorAll('.map svg[role] .lane[data-lane]')].map(g => g.getBoundingClientRect().bottom);
      return { below: drawing.bottom - foot.bottom, gap: foot.top - Math.max(...lanes), height: drawing.height };
    }"""
    before = page.evaluate(measure)
    page.click("[popovertarget=lanes]")
    for lane in hidden:
        page.uncheck(f"[name=lane][value={lane}]")
    after = page.evaluate(measure)
    assert after["height"] < before["height"] - 20, "the map does not close up"
    assert after["below"] >= -1, f"the foot hangs out of the drawing by {-after['below']} pixels"
    for what in ("below", "gap"):
        assert abs(after[what] - before[what]) < 2, f"{what}: {before[what]} became {after[what]}"


@pytest.mark.parametrize("one, other", [("Thinking", "Pains"), ("Thinking", "Owners")])
def test_lanes_hidden_together_make_room_for_what_each_of_them_takes(session, one, other):
    page = session.open("real/complaint")
    height = "() => document.querySelector('.map svg[role]').getBoundingClientRect().height"
    page.click("[popovertarget=lanes]")
    heights = [page.evaluate(height)]
    for act, lane in ((page.uncheck, one), (page.uncheck, other), (page.check, one)):
        act(f"[name=lane][value={lane}]")
        heights.append(page.evaluate(height))
    whole, first, both, second = heights
    assert abs((whole - both) - (whole - first) - (whole - second)) < 1, heights


def test_arrow_keys_pass_over_what_is_dimmed(session):
    page = session.open("real/airport")
    tried = 0
    for option in page.evaluate("[...document.querySelectorAll('[name=department] option')].map(o => o.value).filter(Boolean)"):
        page.select_option("[name=department]", option)
        order = names(page)
        open_cards = [name for name in order if name not in dimmed(page)]
        places = [order.index(name) for name in open_cards]
        if len(open_cards) < 2 or places[1] == places[0] + 1:
            continue
        page.locator(f"[data-name={open_cards[0]}] .card-box").focus()
        for name in open_cards[1:]:
            page.keyboard.press("ArrowRight")
            same(focused(page), name, f"{option}: after ArrowRight")
        page.keyboard.press("ArrowLeft")
        same(focused(page), open_cards[-2], f"{option}: after ArrowLeft")
        page.keyboard.press("Escape")
        tried += 1
    assert tried, "no department has touchpoints apart"


def test_keys_with_control_or_alt_belong_to_the_browser(session):
    page = session.open("real/complaint")
    page.click("[data-do=larger]")
    page.locator("#map").focus()
    for key in ["Control+0", "Control+-", "Control++", "Meta+0", "Alt+-", "Control+/"]:
        page.keyboard.press(key)
        same(session.state().get("zoom"), "1.25", f"zoom after {key}:")
    assert page.evaluate("document.activeElement.name") != "find", "Control+/ goes to the search"
    page.keyboard.press("0")
    same(session.state().get("zoom"), "1", "zoom after 0:")


def test_the_colours_of_a_change_say_whether_it_is_better(session):
    seen = set()
    for journey in ["real/airport", "real/complaint", "real/account", "40/sample", "400/sample"]:
        page = session.open(journey)
        for metric in page.evaluate("[...document.querySelectorAll('[name=colour] option')].map(o => o.value).filter(v => v.endsWith('-change'))"):
            page.select_option("[name=colour]", metric)
            found = page.evaluate("""metric => [...document.querySelectorAll('.touchpoint')].map((g, at) => {
              const figures = [...document.getElementById(g.id + '-details')?.querySelectorAll('[data-metric]') ?? []].find(f => f.dataset.metric === metric);
              const ground = document.querySelector(`.tiles > [data-at][data-at="${at}"] rect`);
              return [figures?.dataset.change ?? null, ['l1', 'l2', 'l3', 'l4', 'l5', 'box'].filter(c => ground.classList.contains(c)).join()]; })""",
                                  metric.removesuffix("-change"))
            for change, colour in found:
                same(colour, {"better": "l5", "same": "l3", "worse": "l1", None: "box"}[change], f"{journey}, {metric}, {change}:")
                seen.add(change)
    assert seen >= {"better", "worse", "same"}, f"only {seen} were seen"


@pytest.mark.parametrize("fragment", [
    "#colour=csat],x", "#colour=csat", "#colour=%22%5D,*", "#colour=a b", "#colour=constructor-change", "#persona=x],y&segment=)&channel=[", "#department=%22&colour=]",
])
def test_what_an_address_asks_for_is_ignored_where_nobody_can_choose_it(session, fragment):
    """A page without figures has no choice of colours; the session fails on anything thrown."""
    page = session.open("bare/bare", fragment + "&zoom=1.25&at=pay")
    same(page.locator("#details article:visible h3").inner_text(), "Pays", "details")
    same(page.locator("[data-do=actual]").inner_text(), "125%", "the rest of the link")
    same(page.locator(".tiles > [data-at]").count(), 0, "figures")
    same(dimmed(page), [], "dimmed")


def test_next_and_previous_go_from_phase_to_phase_and_end_at_the_last_and_the_first(session):
    page = session.open("real/complaint")
    page.click("[data-do=present]")
    said = page.locator(".stage p")
    assert said.inner_text().startswith("1 of "), said.inner_text()
    last = int(said.inner_text().split()[2].rstrip(":"))
    for number in range(1, last + 1):
        assert said.inner_text().startswith(f"{number} of {last}"), said.inner_text()
        same(page.locator("[data-do=previous]").is_disabled(), number == 1, f"previous at {number}")
        same(page.locator("[data-do=next]").is_disabled(), number == last, f"next at {number}")
        if number < last:
            page.click("[data-do=next]")
    page.click("[data-do=previous]")
    assert said.inner_text().startswith(f"{last - 1} of {last}"), said.inner_text()


@pytest.mark.parametrize("name, shown, hidden", [
    ("story", ["Experience", "Owners", "Pains"], ["Frontstage", "Time to resolve"]),
    ("figures", ["Ease", "Time to resolve"], ["Experience", "Pains", "Frontstage"]),
    ("blueprint", ["Frontstage", "Systems"], ["Owners", "Time to resolve"]),
    ("all", ["Experience", "Time to resolve", "Frontstage", "Pains"], [])])
def test_a_set_of_lanes_shows_them_and_no_others(session, name, shown, hidden):
    page = session.open("real/complaint")
    page.click("[popovertarget=lanes]")
    page.click(f"[data-do=set-{name}]")
    lane = lambda title: page.locator(f".map svg[role] .lane[data-lane='{title}']").first
    for title in shown:
        assert lane(title).is_visible(), f"{title} is not shown"
        assert page.locator(f"[name=lane][value='{title}']").is_checked()
    for title in hidden:
        assert not lane(title).is_visible(), f"{title} is shown"
    fragment = page.evaluate("location.hash")
    assert (fragment == "") == (name == "story"), fragment
    page = session.open("real/complaint", fragment)
    for title in shown:
        assert lane(title).is_visible(), f"{title} is not shown after all"


def test_what_matters_is_on_a_laptop_s_first_screen(session):
    page = session.open("real/complaint")
    high = lambda selector: max(box["y"] + box["height"] for box in (found.bounding_box() for found in page.locator(selector).all()))
    assert high(".tiles > [data-at]") < 400 and high("header .finding") < 130
    assert high(".map svg[role] [data-lane=Experience]") < 768
    assert page.locator(".map").evaluate("map => map.scrollWidth <= map.clientWidth + 1"), "twelve touchpoints need to be scrolled"


def test_a_page_in_german_says_everything_in_german(session):
    page = session.open("german/alike")
    assert page.evaluate("document.documentElement.lang") == "de"
    page.select_option("[name=department]", "sales")
    same(page.inner_text(".said span"), "2 von 4 Kontaktpunkten", "what was found")
    page.click("[data-do=clear]")
    page.select_option("[name=highlight]", "back")
    assert "Hervorgehoben: " in page.inner_text(".said span")
    same(page.inner_text("[data-do=present]"), "Vorführen", "the button")
    page.click("[data-do=present]")
    same(page.inner_text(".stage p"), "1 von 1: P", "the phase")


def test_notes_are_folded_until_they_are_asked_for(session):
    page = session.open("edition/opening")
    box = "() => { const b = document.querySelector('.map svg[role]').getBoundingClientRect(); return b.height }"
    lane = page.locator(".map [data-height^='-']")
    footer = "() => document.querySelector('.map .footer').getBoundingClientRect().top"
    before, low = page.evaluate(box), page.evaluate(footer)
    assert not lane.is_visible()
    page.click("[popovertarget=lanes]")
    page.check("[name=lane][value=Notes]")
    assert lane.is_visible() and "Copy is being rewritten." in lane.text_content()
    height = -float(lane.get_attribute("data-height"))
    assert abs(page.evaluate(box) - before - height) < 2
    bounds = lane.bounding_box()
    assert page.evaluate(footer) >= bounds["y"] + bounds["height"] - 2
    same(session.state(), {"hide": "Notes"})
    page.reload()
    page.wait_for_selector("html.live")
    assert lane.is_visible()
    page.click("[popovertarget=lanes]")
    page.uncheck("[name=lane][value=Notes]")
    assert not lane.is_visible() and abs(page.evaluate(box) - before) < 2
    page.uncheck("[name=lane][value=Doing]")
    same(session.state(), {"hide": "Doing"})


def test_a_tag_shows_its_touchpoints(session):
    page = session.open("edition/opening")
    page.select_option("[name=tag]", "gdpr")
    same(session.shown(), ["Fills in the form"])
    same(session.state(), {"tag": "gdpr"})
    page.select_option("[name=tag]", "")
    same(len(session.shown()), 2)
    assert page.locator(".map image").get_attribute("aria-label") == "The form on a phone"
    assert page.locator(".portraits img").get_attribute("alt") == "Portrait: Tom with a box in his arms"
