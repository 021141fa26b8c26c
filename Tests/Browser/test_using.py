"""Everything one can do on a page, done."""

import pathlib
import re
import xml.etree.ElementTree as xml

import pytest
from conftest import same

SVG = "{http://www.w3.org/2000/svg}"


TABLE = """() => {
  const heads = [...document.querySelectorAll('.table thead th')].slice(1).map((head) => head.textContent);
  const lines = (cell) => cell.children.length ? [...cell.children].map((line) => line.textContent) : [cell.textContent];
  return Object.fromEntries([...document.querySelectorAll('.table tbody tr:has(th[scope=row])')].map((row) =>
    [row.querySelector('th').textContent, Object.fromEntries([...row.querySelectorAll('td')].map((cell, i) => [heads[i], lines(cell).filter(Boolean)]))]));
}"""


def table(page) -> dict[str, dict[str, list[str]]]:
    """Rows of the page's table by touchpoint: what must be shown, from a source that no filter reads."""
    return page.evaluate(TABLE)


def test_filters_by_channel_and_department_show_what_the_table_says_and_hide_the_other_rows(session):
    page = session.open("real/complaint")
    facts = table(page)
    for name, head in [("channel", "Channels"), ("department", "Owner")]:
        for option in page.locator(f"[name={name}] option").all()[1:]:
            label = option.inner_text()
            page.select_option(f"[name={name}]", label=label)
            helpers = "With" if name == "department" else head
            expected = [title for title, row in facts.items() if label in row[head] + row.get(helpers, [])]
            same(session.shown(), expected, f"{name} {label}:")
            page.locator(".table").scroll_into_view_if_needed()
            page.wait_for_function(f"document.querySelectorAll('.table tbody tr:not([hidden]):has(th[scope=row])').length === {len(expected)}")
            said = page.locator(".said [role=status]").inner_text()
            assert said.startswith(f"{len(expected)} of 12"), said
        page.click("[data-do=clear]")
    same(len(session.shown()), 12, "touchpoints after all")


def test_the_row_of_the_whole_journey_puts_no_other_out_of_step(session):
    for name in ["arabic/open-account", "edition/opening", "real/complaint"]:
        page = session.open(name)
        for option in page.evaluate("[...document.querySelectorAll('[name=department] option')].map(o => o.value).filter(Boolean)"):
            page.select_option("[name=department]", option)
            page.locator(".table").scroll_into_view_if_needed()
            page.wait_for_function(f"document.querySelectorAll('.table tr:not([hidden]) > th[scope=row] > a').length === {len(session.shown())}")
            rows = page.evaluate("[...document.querySelectorAll('.table tr:not([hidden]) > th[scope=row] > a')].map(a => a.textContent)")
            same(rows, session.shown(), f"{name}, {option}:")


def test_filters_by_persona_and_segment_dim_what_is_for_others(session):
    page = session.open("13/sample")
    source = (session.pages.parent / "from/13/sample.journey").read_text(encoding="utf-8")
    blocks = re.findall(r"touchpoint (t\d+) .*?\{\n(.*?)\n    \}", source, re.S)
    for name, value, others in [("persona", "ana", "segment firms"), ("persona", "bo", "persona ana"), ("segment", "young", "segment firms"), ("segment", "firms", "persona ana")]:
        page.select_option(f"[name={name}]", value)
        shown = page.evaluate("[...document.querySelectorAll('.touchpoint:not(.dim)')].map(g => g.dataset.name)")
        expected = [at for at, facts in blocks
                    if not re.search(rf"^ *{others}$", facts, re.M) or re.search(rf"^ *({name} {value}|{'segment firms' if value == 'bo' else 'persona ana' if value == 'young' else 'none'})$", facts, re.M)]
        same(shown, expected, f"{name} {value}:")
        page.select_option(f"[name={name}]", "")
    page.select_option("[name=persona]", "ana")
    assert page.locator(".map [data-for='persona-bo segment-firms'].dim").count(), "Bo's thoughts stay"


def test_colours_by_metric_and_by_change_say_the_figure_on_the_tile(session):
    page = session.open("real/airport")
    facts = table(page)
    tiles = page.locator(".tiles > [data-at]")
    first = tiles.all_text_contents()
    names = page.evaluate("[...document.querySelectorAll('.touchpoint')].map(g => document.querySelector(`[id='${g.id}-details'] h3`).textContent)")
    for colour, head in (("", "Satisfaction (csat)"), ("effort", "Ease (effort)")):
        if colour and not page.locator(f"[name=colour] option[value={colour}]").count():
            continue
        page.select_option("[name=colour]", colour)
        for name, tile in zip(names, tiles.all(), strict=True):
            figure = tile.locator("text").first.text_content()
            cell = "".join(facts[name].get(head, ""))
            assert cell.split(",")[0].split(" (")[0] in figure if cell else "not" in figure, f"{name}: {figure!r}, {cell!r}"
    fills = page.evaluate("new Set([...document.querySelectorAll('.tiles > [data-at] rect')].map(box => getComputedStyle(box).fill)).size")
    assert fills >= 3, "all tiles have one colour"
    page.select_option("[name=colour]", "csat-change")
    figures = page.locator(".tiles > [data-at] text").all_text_contents()
    assert "no clear change" in figures, figures
    page.select_option("[name=colour]", "")
    same(tiles.all_text_contents(), first, "tiles after all")


def test_lanes_are_hidden_and_shown_and_the_map_closes_up(session):
    page = session.open("real/complaint")
    drawing, pains = page.locator(".map svg[role]"), page.locator(".lane[data-lane=Pains] .lane")
    height = drawing.bounding_box()["height"]
    below = pains.bounding_box()["y"] - drawing.bounding_box()["y"]
    page.click("[popovertarget=lanes]")
    page.uncheck("[name=lane][value=Thinking]")
    assert page.locator(".lane[data-lane=Thinking]").is_hidden()
    saved = height - drawing.bounding_box()["height"]
    assert saved > 20 and abs(below - saved - pains.bounding_box()["y"] + drawing.bounding_box()["y"]) < 2, saved
    page.check("[name=lane][value=Thinking]")
    same(drawing.bounding_box()["height"], height, "height")


def test_details_open_on_click_with_history_distribution_pains_and_actions_escape_closes_them(session):
    page = session.open("real/airport")
    page.locator("[data-name=parking] text").first.click()
    article = page.locator("#details article:visible")
    same(article.count(), 1, "cards")
    same(article.locator("h3").inner_text(), "Parks the car", "details of")
    for selector in [".history li >> nth=3", ".spread li >> nth=4"]:
        assert article.locator(selector).is_visible(), selector
    heads = article.locator("h4").all_inner_texts()
    for head in ["Satisfaction", "Pains", "Actions", "Comes from", "Goes on to"]:
        assert head in heads, f"{head} is not among {heads}"
    same(session.state()["at"], "parking", "address")
    page.keyboard.press("Escape")
    same(page.locator("#details article:visible").count(), 0, "cards after Escape")
    page.locator("[data-name=parking] text").first.click()
    page.click(".close")
    assert page.evaluate("document.activeElement.closest('.touchpoint').dataset.name") == "parking", "the focus is lost"


def test_details_open_on_focus_arrow_keys_go_through_the_journey_enter_goes_into_the_details_and_escape_back(session):
    page = session.open("real/complaint")
    page.locator("#map").focus()
    page.keyboard.press("Tab")
    same(page.locator("#details article:visible h3").inner_text(), "Reads the tracking", "first")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    same(page.locator("#details article:visible h3").inner_text(), "Reports it missing", "third")
    page.keyboard.press("Enter")
    same(page.evaluate("document.activeElement.textContent"), "Reports it missing", "focus")
    page.keyboard.press("Escape")
    same(page.evaluate("document.activeElement.closest('.touchpoint').dataset.name"), "report", "focus after Escape")
    page.keyboard.press("End")
    same(page.locator("#details article:visible .where").inner_text().split("· ")[1], "12 of 12", "last")


@pytest.mark.context(has_touch=True, viewport={"width": 390, "height": 800})
def test_details_open_on_touch(session):
    page = session.open("real/complaint")
    page.get_by_role("link", name="Reports it missing").first.tap()
    same(page.locator("#details article:visible h3").inner_text(), "Reports it missing", "details of")


def test_a_path_its_hand_offs_and_the_ways_back_are_highlighted(session):
    page = session.open("real/complaint")
    page.select_option("[name=highlight]", "hand-offs")
    lit = page.locator(".lit[role=listitem]")
    handed = page.locator(".map svg[role] g[data-from] > .hand-off")
    assert lit.count() and lit.count() == handed.count(), "not all hand-offs are lit"
    page.select_option("[name=highlight]", "back")
    assert page.locator(".lit.back[role=listitem]").count() == lit.count() > 0
    same(lit.locator("title").all_text_contents(), [t for t in lit.locator("title").all_text_contents() if "→" in t], "arrows")
    page.select_option("[name=highlight]", "path")
    same(page.locator(".said [role=status]").inner_text(), "Choose a touchpoint to see its path", "said")
    page = session.open("real/airport", "#at=rental&highlight=path")
    shown = session.shown()
    assert "Returns the rental car" in shown and "Takes the parking shuttle" not in shown, shown
    assert re.search(r"Highlighted: \d+ touchpoints, \d+ hand-offs, \d+ loops", page.locator(".said").inner_text())


def test_a_department_has_its_hand_offs_highlighted(session):
    """They lead to touchpoints of others, which the filter alone leaves out."""
    page = session.open("real/complaint", "#department=claims&highlight=hand-offs")
    lit = page.locator(".lit[role=listitem]")
    titles = lit.locator("title").all_text_contents()
    assert titles and all("Hand-off" in title and "Claims" in title for title in titles), titles
    assert 0 < lit.count() < page.locator(".map svg[role] g[data-from] > .hand-off").count()


@pytest.mark.parametrize("journey, name, value", [
    ("real/complaint", "persona", "rita"), ("13/sample", "persona", "bo"), ("13/sample", "segment", "young"),
    ("13/sample", "segment", "firms"), ("alike/alike", "segment", "young-firms")])
def test_a_filter_by_segment_or_persona_says_whose_the_figures_are(session, journey, name, value):
    page = session.open(journey, f"#{name}={value}")
    assert "Figures are those of all customers" in page.locator(".said [role=status]").inner_text()
    page.select_option(f"[name={name}]", "")
    assert "Figures are" not in page.locator(".said [role=status]").inner_text()


@pytest.mark.parametrize("name, value, expected", [
    ("channel", "web", ["Looks", "Waits"]), ("channel", "web-shop", ["Pays"]), ("channel", "shop", ["Calls", "Waits"]),
    ("department", "sales", ["Looks", "Calls"]), ("department", "pre-sales", ["Pays", "Waits"]),
    ("segment", "young", ["Looks", "Calls"]), ("segment", "young-firms", ["Pays", "Waits"]),
    ("persona", "ann", ["Looks", "Calls"]), ("persona", "anna", ["Pays", "Waits"])])
def test_a_filter_takes_a_whole_name_not_one_that_holds_it(session, name, value, expected):
    page = session.open("alike/alike")
    page.select_option(f"[name={name}]", value)
    same(session.shown(), expected, f"{name} {value}:")


@pytest.mark.parametrize("journey", ["alike/alike", "real/complaint", "40/sample"])
def test_ways_back_lead_to_an_earlier_touchpoint_or_to_the_same(session, journey):
    page = session.open(journey, "#highlight=back")
    arrows = page.evaluate("""[...document.querySelectorAll('.map svg[role] [role=listitem][data-from][data-to]')].map(arrow =>
      [Number(arrow.dataset.from), Number(arrow.dataset.to), arrow.matches('.lit.back'), arrow.querySelector('title').textContent])""")
    back = [title for start, end, _, title in arrows if start >= end]
    assert back, "nothing leads back"
    same([title for *_, lit, title in arrows if lit], back, "ways back")
    assert f"{len(back)} loop{'s' if len(back) > 1 else ''}" in page.locator(".said [role=status]").inner_text()
    if journey == "alike/alike":
        same(sorted(back), sorted(title for *_, title in arrows if "nobody answers" in title or "looks again" in title), "back")
        same(len(back), 2, "ways back")


def test_the_presentation_goes_from_phase_to_phase_by_arrow_keys_and_ends_with_escape(session):
    for name, forward, back in [("real/airport", "ArrowRight", "ArrowLeft"), ("arabic/open-account", "ArrowLeft", "ArrowRight")]:
        page = session.open(name)
        titles = page.evaluate("[...document.querySelectorAll('.map svg[role] [data-phase]')].map(g => [...g.querySelectorAll('text')].map(t => t.textContent).join(' '))")
        page.click("[data-do=present]")
        for index, title in enumerate(titles):
            same(page.locator(".stage p").inner_text(), f"{index + 1} of {len(titles)}: {title}", "stage")
            phase = page.locator(".map svg[role] [data-phase]").nth(index).bounding_box()
            names = page.locator(".names svg").bounding_box()
            apart = names["x"] + names["width"] < phase["x"] + 2 or phase["x"] + phase["width"] < names["x"] + 2
            assert apart and page.locator(".names text").first.is_visible(), f"names at {names}, phase at {phase}"
            assert 0 <= phase["x"] and (phase["x"] + phase["width"] <= 1366 or phase["width"] > 1000), phase
            page.keyboard.press(forward)
        page.keyboard.press(back)
        assert page.locator(".stage p").inner_text().startswith(f"{len(titles) - 1} of"), "it does not go back"
        assert page.locator(".figures").is_hidden() and page.locator(".table").is_hidden()
        page.keyboard.press("Escape")
        assert page.locator(".figures").is_visible() and page.locator("#controls .bar").is_visible()


def test_search_finds_by_any_word_and_enter_goes_through_what_it_found(session):
    page = session.open("real/complaint")
    page.keyboard.press("/")
    page.keyboard.type("depot")
    found = session.shown()
    assert found and len(found) < 12, found
    for title in found + found[:1]:
        page.keyboard.press("Enter")
        same(page.locator("#details article:visible h3").inner_text(), title, "found")
    page.fill("[name=find]", "no such word")
    same(session.shown(), [], "found")


def test_zoom_and_pan_keep_the_text_a_text(session):
    page = session.open("real/airport")
    svg = page.locator(".map svg[role]")
    size, view = svg.bounding_box()["width"], svg.get_attribute("viewBox")
    page.click("[data-do=larger]")
    assert abs(svg.bounding_box()["width"] / size - 1.25) < 0.01 and svg.get_attribute("viewBox") == view
    page.click("[data-do=actual]")
    page.locator(".card-box").first.focus()
    page.keyboard.press("-")
    assert abs(svg.bounding_box()["width"] / size - 0.8) < 0.01
    page.click("[data-do=fit]")
    assert svg.bounding_box()["width"] <= 1367
    page.keyboard.press("Escape")
    page.click("[data-do=actual]")
    page.evaluate("document.querySelector('.map').scrollIntoView({ behavior: 'instant' })")
    page.mouse.move(700, 330)
    spot = page.evaluate("document.querySelector('.map').scrollLeft + 700")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("location.hash.includes('zoom')")
    ratio = svg.bounding_box()["width"] / size
    assert ratio > 1.2 and abs(page.evaluate("document.querySelector('.map').scrollLeft + 700") - spot * ratio) < 12, ratio
    before = page.evaluate("document.querySelector('.map').scrollLeft")
    page.mouse.down()
    page.mouse.move(500, 330, steps=4)
    page.mouse.up()
    assert abs(page.evaluate("document.querySelector('.map').scrollLeft") - before - 200) < 8, "a drag does not pan"
    same(page.locator("#details article:visible").count(), 0, "cards opened by a drag:")


def test_the_address_holds_the_view_it_opens_the_same_again_and_nonsense_in_it_does_no_harm(session):
    page = session.open("real/complaint")
    page.select_option("[name=persona]", "tom")
    page.select_option("[name=colour]", "csat-change")
    page.fill("[name=find]", "customer")
    page.click("[data-do=smaller]")
    look = "[...document.querySelectorAll('.map svg[role] *')].map(e => (e.getAttribute('class') || '') + e.textContent).join()"
    fragment, drawn = page.evaluate("location.hash"), page.evaluate(look)
    page = session.open("real/complaint", fragment)
    same(page.evaluate(look) == drawn, True, "the same look:")
    identity = page.locator("[data-name=report]").get_attribute("id")
    page = session.open("real/complaint", f"#{identity}")
    same(page.locator("#details article:visible h3").inner_text(), "Reports it missing", "details by id")
    for nonsense in ["#colour=%22%5D&phase=%E0%A4%A&zoom=-7e99", "#at=<img src=x>&find=\"'<&persona=nobody", "#%E0%A4%A", "#__proto__=1&hide=|||", "#=&=&zoom=NaN"]:
        page = session.open("real/complaint", nonsense)
        assert page.locator(".card-box").first.is_visible()
        same(page.evaluate("document.images.length"), 0, "pictures")


def test_a_copy_as_svg_is_a_map_that_stands_alone_and_looks_as_it_did(session):
    page = session.open("real/complaint", "#persona=tom&colour=csat-change&hide=Thinking&at=report")
    page.click("[popovertarget=share]")
    page.click("[data-do=svg]")
    page.wait_for_function("document.querySelector('.said').textContent.includes('Copied')")
    root = xml.fromstring(page.evaluate("navigator.clipboard.readText()"))
    same(root.tag, SVG + "svg", "root")
    same(root.get("viewBox").split()[:2], ["0", "0"], "origin")
    names = {name for element in root.iter() for name in element.attrib}
    same(sorted(name for name in names if name.startswith(("data-", "on")) or name in ("tabindex", "aria-pressed", "aria-hidden")), [], "left over:")
    same([element.tag for element in root.iter() if element.tag.endswith(("script", "foreignObject"))], [], "left over:")
    header = next(element for element in root.iter(SVG + "g") if element.get("class") == "header")
    same(header.get("display"), None, "header hidden")
    assert [element for element in root.iter(SVG + "text") if element.text == "no clear change"], "the colours' figures are lost"
    page.click("[popovertarget=share]")
    page.click("[data-do=link]")
    page.wait_for_function("document.querySelector('.said').textContent.includes('Link')")
    same(page.evaluate("navigator.clipboard.readText()"), page.url, "link")


@pytest.mark.context(accept_downloads=True)
def test_a_map_is_saved_as_png_twice_its_size(session):
    page = session.open("real/complaint")
    page.click("[popovertarget=share]")
    with page.expect_download() as download:
        page.click("[data-do=png]")
    same(download.value.suggested_filename, "complaint.png", "name")
    data = pathlib.Path(download.value.path()).read_bytes()
    same(data[:8], b"\x89PNG\r\n\x1a\n".decode("latin-1") and data[:8], "signature")
    size = [int.from_bytes(data[at:at + 4], "big") for at in (16, 20)]
    width = float(page.locator(".map svg[role]").get_attribute("viewBox").split()[2])
    same(size[0], round(width * 2), "width")
    assert len(data) > 100_000, "the picture is empty"


def test_a_segment_s_figures_are_on_the_tiles_and_the_page_says_which(session):
    page = session.open("real/complaint")
    tile = page.locator(".map .tiles > [data-at='7']")
    assert "37%" in tile.text_content()
    for name, figure in [("shops", "21%"), ("private", "44%")]:
        page.select_option("[name=segment]", name)
        assert figure in tile.text_content(), tile.text_content()
        title = page.locator(f"[name=segment] [value={name}]").inner_text()
        assert f"Tiles: {title}" in page.locator(".said [role=status]").inner_text()
    page.select_option("[name=segment]", "")
    assert "37%" in tile.text_content()


def test_back_takes_a_choice_back_and_no_letter_of_a_search_is_one(session):
    page = session.open("real/complaint")
    page.select_option("[name=department]", "claims")
    page.select_option("[name=highlight]", "hand-offs")
    page.locator("[name=find]").press_sequentially("photo")
    page.go_back()
    same(page.locator("[name=highlight]").input_value(), "", "highlight")
    same(page.locator("[name=department]").input_value(), "claims", "department")
    page.go_back()
    same(page.locator("[name=department]").input_value(), "", "department")
    assert page.url.endswith("complaint.html")


def test_a_card_begins_with_a_verdict_and_leads_to_its_neighbours(session):
    page = session.open("real/complaint", "#at=trace")
    card = page.locator("#details article:visible")
    assert "clearly worse since" in card.locator(".verdict").inner_text()
    assert "Number 4 of" in card.locator(".verdict").inner_text()
    page.click("[data-do=after]")
    same(page.locator("#details article:visible h3").inner_text(), "Asks again", "next")
    page.click("[data-do=before]")
    page.click("[data-do=before]")
    same(page.locator("#details article:visible h3").inner_text(), "Waits for the depot", "before")
    # Anything in a column opens it, not the card alone.
    page.locator(".map .tiles > [data-at='0']").click()
    same(page.locator("#details article:visible h3").inner_text(), "Reads the tracking", "of the tile")


def test_the_page_lists_its_keys(session):
    page = session.open("real/complaint")
    page.click("[popovertarget=keys]")
    assert page.locator("#keys").is_visible() and page.locator("#keys dt").count() > 4


def test_the_overview_of_a_long_journey_leads_to_its_touchpoints(session):
    page = session.open("real/airport")
    overview = page.locator(".overview svg")
    box = overview.bounding_box()
    assert box["width"] <= 1367 and box["y"] + box["height"] <= 860
    overview.locator("a").nth(13).click(position={"x": 20, "y": 90}, force=True)
    page.locator("#details article:visible").wait_for()
    assert "at=" in page.url
    same(session.open("real/complaint").locator(".overview").count(), 0, "overviews of a short journey")


def test_only_these_hides_what_does_not_match(session):
    page = session.open("real/airport", "#department=concessions")
    box = page.locator(".touchpoint.dim .card-box").first
    assert box.is_visible()
    page.click("[data-do=only]")
    same(session.state(), {"department": "concessions", "only": "yes"})
    assert not box.is_visible() and page.locator(".touchpoint:not(.dim) .card-box").first.is_visible()
    same(page.get_attribute("[data-do=only]", "aria-pressed"), "true")
    page.click("[data-do=only]")
    assert box.is_visible() and page.locator("[data-do=only]").is_visible()
    page.click("[data-do=clear]")
    assert not page.locator("[data-do=only]").is_visible()


def test_an_arrow_opens_both_of_its_touchpoints(session):
    page = session.open("real/complaint", "#at=trace|proof")
    same(page.locator("#details article:visible h3").all_text_contents(), ["Sends photos and receipt", "Waits for the courier"])
    assert "Hand-off: Claims to Courier partner" in page.text_content(".said span")
    page = session.open("real/complaint")
    place = page.evaluate("""() => {
        const path = [...document.querySelectorAll(".map [role=listitem] path")].find((path) => path.closest("g").textContent.includes("Claims to Courier"));
        const point = path.getPointAtLength(path.getTotalLength() * 0.8).matrixTransform(path.getScreenCTM());
        return { x: point.x, y: point.y };
    }""")
    page.mouse.move(place["x"], place["y"])
    page.mouse.click(place["x"], place["y"])
    same(session.state(), {"at": "proof|trace"})
    same(page.locator("#details article:visible").count(), 2)
    assert "Hand-off: Claims to Courier partner" in page.text_content(".said span")
    page.keyboard.press("Escape")
    same(session.state(), {})


def test_views_of_the_file_are_links_and_a_view_can_be_copied(session):
    page = session.open("edition/opening")
    page.click("[popovertarget=views]")
    page.click("#views a")
    same(session.state(), {"department": "product", "only": "yes"})
    page.click("[popovertarget=share]")
    page.click("[data-do=view]")
    page.wait_for_function("document.querySelector('.said span').textContent.includes('Line copied')")
    same(page.evaluate("navigator.clipboard.readText()"), 'view "…" "department=product&only=yes"')
