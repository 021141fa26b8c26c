"""A page that follows its files (`waymark serve`): what changes, and what stays where it is."""
import contextlib
import http.server
import pathlib
import re
import sys
import threading
import time

import pytest
from playwright.sync_api import Error
from conftest import CHROMIUM, none, same
from test_speed import Clock, yardstick

sys.path.append(str(pathlib.Path(__file__).parent.parent / "Live"))
from preview import TEXT, preview  # noqa: E402
from sample import write  # noqa: E402

SECRET = "s" * 43


def until(page, holds, seconds=15):
    """Waits for something on a page; Playwright's own way is `eval`, which the page's policy forbids."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(Error):
            if page.evaluate(holds):
                return
        assert time.monotonic() < end, f"not: {holds}"
        time.sleep(0.01)


class Following:
    """A folder that is served, and tabs that show it."""

    def __init__(self, session, folder, served):
        self.session, self.folder, self.served = session, folder, served
        self.troubles = session.troubles

    def open(self, name="sample.html", fragment=""):
        page = self.session.context.new_page()
        page.on("console", lambda message: self.troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.goto(self.served.link + name + fragment)
        until(page, "window.waymark && document.querySelector('.preview-strip')", 40)
        if page.locator("#map").count():
            page.wait_for_selector("html.live")
        # Gone if the page is loaded again.
        page.evaluate("() => { window.isSame = true; }")
        page.wait_for_timeout(200)
        return page

    @property
    def file(self):
        return self.folder / "sample.journey"

    def edit(self, old, new, times=1):
        text = self.file.read_text()
        assert old in text, old
        self.file.write_text(text.replace(old, new, times))

    def rename(self, name, title):
        """Gives a touchpoint another title."""
        text, count = re.subn(f'(touchpoint {name} )"[^"]*"', rf'\1"{title}"', self.file.read_text())
        assert count == 1
        self.file.write_text(text)

    def insert(self, before, name):
        text, count = re.subn(f"(    touchpoint {before} )", f'    touchpoint {name} "Zebra" channel c1 owner d1\n\\1',
                              self.file.read_text())
        assert count == 1
        self.file.write_text(text)

    def follows(self, page):
        """Waits until a page is what the server has of it now, and compares the two node by node."""
        until(page, """async () => {
          const file = location.pathname.split('/').pop() || 'index.html';
          const { version } = await (await fetch(`state?page=${file}`)).json();
          return version === document.documentElement.dataset.version;
        }""")
        none(page.evaluate("""async () => {
          const text = await (await fetch(location.pathname)).text();
          const fresh = new DOMParser().parseFromString(text, 'text/html').documentElement;
          const counts = (node) => node.nodeType === 1 || (node.nodeType === 3 && /[^ \\t\\n\\r]/.test(node.data) && node.previousSibling?.nodeType !== 3);
          const found = [];
          // What the script makes of a page.
          const ours = /^(textLength|class|data-tile|role|tabindex|aria-.*|style|hidden|display|transform|viewBox|width|height|href|open|disabled|value)$/;
          const same = (known, node, path) => {
            const { dom, kids } = known;
            if (dom.nodeName !== node.nodeName) return found.push(`${path}: ${dom.nodeName} is not ${node.nodeName}`);
            if (node.nodeType === 3 && dom.data.slice(0, 60000) !== node.data.slice(0, 60000)) {
              if (!document.querySelector('[name=colour]')?.value && !/^\\d+%$/.test(dom.data)) found.push(`${path}: ${dom.data} is not ${node.data}`);
            }
            for (const { name, value } of node.attributes || []) {
              if (!ours.test(name) && dom.getAttribute(name) !== value) found.push(`${path} ${name}: ${dom.getAttribute(name)} is not ${value}`);
            }
            const children = [...node.childNodes].filter(counts);
            if (children.length !== kids.length) return found.push(`${path}: ${kids.length} children, not ${children.length}`);
            kids.forEach((kid, at) => same(kid, children[at], `${path}/${node.nodeName}[${at}]`));
          };
          same(window.waymark.tree, fresh, '');
          return found.slice(0, 5);
        }"""), "differences")

    def stayed(self, page):
        assert page.evaluate("window.isSame"), "the page was loaded again"


@pytest.fixture
def following(session, tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    write(folder, 40)
    with preview(folder, secret=SECRET) as served:
        yield Following(session, folder, served)
        # Before the program ends: a page says of a lost connection what it must.
        for page in session.context.pages:
            page.close()


def place(page, name):
    return page.evaluate("""(name) => {
      const { left, top } = document.querySelector(`[data-name="${name}"]`).getBoundingClientRect();
      return [Math.round(left), Math.round(top)];
    }""", name)


def scrolled(page, name):
    """Goes to a touchpoint, and gives where it is then."""
    page.evaluate("(name) => document.querySelector(`[data-name='${name}']`).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })", name)
    page.wait_for_timeout(100)
    return place(page, name)


def test_a_title_is_another_and_nothing_else(following):
    page = following.open(fragment="#zoom=1.2&channel=c1&at=t20")
    before = scrolled(page, "t20")
    chosen = page.evaluate("[...document.querySelectorAll('.dim')].length")
    following.rename("t20", "Something else")
    until(page, "document.querySelector('[data-name=t20] title').textContent.startsWith('Something else')")
    following.follows(page)
    following.stayed(page)
    same(place(page, "t20"), before, "place")
    assert page.evaluate("document.querySelector('[data-name=t20] .card-box').getAttribute('aria-label')").startswith("Something else")
    assert "Something else" in page.locator(".frozen").text_content()
    assert page.evaluate("[...document.querySelectorAll('.dim')].length") == chosen
    assert page.locator("#details article:visible h3").text_content().startswith("Something else")
    # It is found by its new name.
    page.locator("[name=find]").fill("something else")
    assert page.evaluate("document.querySelectorAll('.touchpoint:not(.dim)').length") in (0, 1)
    page.locator("[name=find]").fill("")


@pytest.mark.parametrize("old, new", [
    (r"feels -?\+?\d", "feels -2"), (r'owner d\d', "owner d2"), (r"channel c\d", "channel c5, c2"), (r'pain "[^"]*" evidence survey', 'pain "Hurts" evidence survey'),
    (r'"Shorten the form"', '"Shorten it <b>now</b> & then"'), (r"due 2027-Q1", "due 2027-Q2"), (r'journey sample "[^"]*"', 'journey sample "Another title"'),
    (r'backstage "Checks it"', 'backstage "Looks at it"'), (r"    t\d+ -> t\d+ :.*\n", ""), (r"target csat >= 75%", "target csat >= 60%"),
    (r'persona ana "[^"]*"', 'persona ana "Anna"'), (r"optional", "moment-of-truth"), (r'phase p0 "[^"]*"', 'phase p0 "Another phase"'),
])
def test_whatever_changes_is_the_page_that_is_made_anew(following, old, new):
    page = following.open()
    text, count = re.subn(old, new, following.file.read_text(), count=2)
    assert count
    following.file.write_text(text)
    page.wait_for_timeout(300)
    following.follows(page)
    following.stayed(page)


def test_a_touchpoint_comes_and_goes_and_nobody_loses_their_place(following):
    page = following.open(fragment="#zoom=0.8&persona=ana&hide=&at=t30")
    before = scrolled(page, "t30")
    page.locator("[data-name=t30] .card-box").focus()
    text = following.file.read_text()
    following.insert("t3", "n1")
    page.wait_for_selector("[data-name=n1]", state="attached")
    page.wait_for_timeout(300)
    following.follows(page)
    following.stayed(page)
    after = place(page, "t30")
    assert abs(after[0] - before[0]) <= 2 and abs(after[1] - before[1]) <= 2, (before, after)
    same(page.evaluate("new URLSearchParams(location.hash.slice(1)).get('at')"), "t30")
    assert page.evaluate("document.activeElement.closest('.touchpoint')?.dataset.name") == "t30"
    assert page.evaluate("document.querySelector('[name=persona]').value") == "ana"
    # The script of the page knows the new one.
    page.locator("[name=find]").fill("zebra")
    # So do its neighbours, which lead there.
    until(page, "[...document.querySelectorAll('.touchpoint:not(.dim)')].map((group) => group.dataset.name).join() === 't2,n1,t3'")
    page.locator("[name=find]").fill("")
    page.keyboard.press("Escape")
    assert page.locator(".names").count() == 1 and page.locator(".frozen").count() == 1 and page.locator(".preview-strip").count() == 1
    following.file.write_text(text)
    page.wait_for_selector("[data-name=n1]", state="detached")
    page.wait_for_timeout(300)
    following.follows(page)
    following.stayed(page)
    # Each key is heard once.
    page.evaluate("document.activeElement.blur()")
    page.locator("body").press("+")
    same(page.evaluate("new URLSearchParams(location.hash.slice(1)).get('zoom')"), "1", "zoom")


def test_tiles_keep_what_was_chosen(following):
    page = following.open(fragment="#colour=effort")
    following.rename("t5", "Other")
    until(page, "document.querySelector('[data-name=t5] title').textContent.startsWith('Other')")
    following.follows(page)
    following.insert("t3", "n1")
    page.wait_for_selector("[data-name=n1]", state="attached")
    page.wait_for_timeout(300)
    following.follows(page)
    following.stayed(page)
    same(page.evaluate("document.querySelector('[name=colour]').value"), "effort")


def test_errors_are_said_and_the_map_stays(following):
    page = following.open()
    strip = page.locator(".preview-strip")
    assert strip.is_hidden()
    text = following.file.read_text()
    following.file.write_text(text[:len(text) // 2])
    until(page, "document.querySelector('.preview-strip').textContent.includes('sample.journey:')")
    assert "last version without errors" in strip.text_content() and page.evaluate("document.querySelector('main').style.opacity") == "0.6"
    assert page.evaluate("document.querySelectorAll('.touchpoint').length") == 40
    following.file.write_text(text.replace(" channel c1 owner", " channel wbe owner", 1))
    until(page, "!document.querySelector('main').style.opacity")
    until(page, "document.querySelector('.preview-strip').textContent.includes('wbe')")
    following.file.write_text(text)
    until(page, "document.querySelector('.preview-strip').hidden")
    following.follows(page)
    following.stayed(page)


def test_a_preview_that_begins_again_is_found_again(following, tmp_path):
    page = following.open(fragment="#at=t20")
    before = scrolled(page, "t20")
    port = following.served.port
    following.served.stop()
    until(page, "document.querySelector('.preview-strip').textContent.includes('Not connected')")
    following.rename("t20", "Written meanwhile")
    page.wait_for_timeout(1500)
    # What a browser says of a server that is gone is no trouble of ours.
    assert all("ERR_" in one for one in following.troubles), following.troubles
    with preview(following.folder, "--port", str(port), secret=SECRET) as served:
        following.served = served
        until(page, "document.querySelector('[data-name=t20] title').textContent.startsWith('Written meanwhile')")
        page.wait_for_selector("html.live")
        until(page, "document.querySelector('.preview-strip').hidden")
        after = place(page, "t20")
        assert abs(after[0] - before[0]) <= 2 and abs(after[1] - before[1]) <= 40, (before, after)
        assert page.evaluate("new URLSearchParams(location.hash.slice(1)).get('at')") == "t20"
        following.troubles.clear()
        page.close()


def test_many_tabs_of_several_journeys(following):
    (following.folder / "other.journey").write_text('''journey other "Other" {
  phase one "One" {
    touchpoint only "Only one" channel c1 owner d1
  }
  flow { as-written }
}
''')
    pages = [following.open(name) for name in ["sample.html", "other.html", "index.html", "review.html"] * 2]
    path = following.folder / "other.journey"
    path.write_text(path.read_text().replace("Only one", "Just one"))
    for page in pages:
        page.bring_to_front()
        if page.url.endswith("other.html"):
            until(page, "document.querySelector('[data-name=only] title').textContent.startsWith('Just one')")
        following.follows(page)
        following.stayed(page)
    path.unlink()
    pages[1].bring_to_front()
    until(pages[1], "document.querySelector('.preview-strip').textContent.includes('is gone')")


def test_a_hidden_tab_listens_to_nothing_and_comes_back(following):
    page = following.open()
    hide = """(hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(hide, True)
    following.rename("t20", "While away")
    page.wait_for_timeout(700)
    assert not page.evaluate("document.querySelector('[data-name=t20] title').textContent").startswith("While away")
    page.evaluate(hide, False)
    until(page, "document.querySelector('[data-name=t20] title').textContent.startsWith('While away')")
    following.stayed(page)


def test_events_that_do_not_come_are_asked_for(following):
    page = following.session.context.new_page()
    page.route("**/events*", lambda route: None)
    page.goto(following.served.link + "sample.html")
    page.wait_for_selector("html.live")
    following.rename("t20", "By asking")
    until(page, "document.querySelector('[data-name=t20] title').textContent.startsWith('By asking')")
    page.unroute_all(behavior="ignoreErrors")


def test_the_map_and_an_editor_lead_to_each_other(session, tmp_path):
    from test_editor_preview import Editor, Shown

    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "apply.journey").write_text(TEXT)
    editor = Editor(folder)
    shown = Shown(editor.ask("workspace/executeCommand", {"command": "waymark.preview"}))
    editor.until("window/showDocument")
    following = Following(session, folder, shown)
    page = following.open("apply.html")
    # What is typed is on the map, and not in the file.
    editor.replace(TEXT.replace("Fills in", "Typed"))
    until(page, "document.querySelector('[data-name=form] title').textContent.startsWith('Typed')")
    # The cursor marks a card, and one at a time.
    for line, name in [(5, "send"), (4, "form")]:
        editor.ask("textDocument/documentHighlight", {
            "textDocument": {"uri": editor.address}, "position": {"line": line, "character": 20}})
        until(page, "[...document.querySelectorAll('.touchpoint')].filter((group) => group.querySelector('.card-box').style.stroke)"
                    f".map((group) => group.dataset.name).join() === '{name}'")
    # A card that is chosen is shown in the editor.
    page.locator("[data-name=send] .card-box").click()
    place = editor.until("window/showDocument")["params"]
    assert place["selection"]["start"]["line"] == 5
    assert page.evaluate("new URLSearchParams(location.hash.slice(1)).get('at')") == "send"
    following.stayed(page)
    page.close()
    editor.stop()


@contextlib.contextmanager
def foreign(html):
    """A page of another site, at another port of this machine."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


ATTACKS = """async (link) => {
  const got = [];
  const tries = ['', 'index.html', 'sample.svg', 'state?page=index.html', 'events?page=index.html', 'patch?page=index.html&from=1'];
  for (const path of tries) for (const mode of ['cors', 'no-cors', 'same-origin']) {
    try {
      const answer = await fetch(link + path, { mode });
      const text = answer.type === 'opaque' ? '' : await answer.text();
      if (text.includes('sample')) got.push(`${mode} ${path}`);
    } catch {}
  }
  const loaded = (name, attribute, path) => new Promise((done) => {
    const element = document.createElement(name);
    element.onload = () => done(name === 'iframe' ? null : got.push(`${name} ${path}`));
    element.onerror = () => done();
    element[attribute] = link + path;
    document.body.append(element);
    setTimeout(done, 1500);
  });
  await Promise.all([loaded('script', 'src', 'state?page=index.html'), loaded('script', 'src', ''), loaded('img', 'src', 'sample.svg'), loaded('iframe', 'src', '')]);
  for (const frame of document.querySelectorAll('iframe')) try { if (frame.contentDocument?.body?.textContent.includes('sample')) got.push('iframe'); } catch {}
  await new Promise((done) => {
    const stream = new EventSource(link + 'events?page=index.html');
    stream.onmessage = () => done(got.push('events'));
    stream.onerror = done;
    setTimeout(done, 1500);
  });
  await new Promise((done) => {
    const socket = new WebSocket(link.replace('http', 'ws') + 'events?page=index.html');
    socket.onopen = () => done(got.push('socket'));
    socket.onerror = done;
  });
  return got;
}"""


def test_a_foreign_page_that_even_knows_the_link_gets_nothing(following):
    following.open("index.html")
    with foreign("<!doctype html><title>Foreign</title><body>") as address:
        page = following.session.context.new_page()
        page.goto(address)
        for host in ["localhost", "127.0.0.1"]:
            none(page.evaluate(ATTACKS, following.served.link.replace("localhost", host)), "things got")
        # A form, which a browser sends without asking.
        page.set_content(f"<form method=post action='{following.served.link}open'><button>Send</button></form>")
        with page.expect_response(lambda response: response.url.endswith("/open")) as sent:
            page.locator("button").click()
        assert sent.value.status == 403


def test_a_name_that_leads_here_gets_nothing(following, playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[
        "--no-sandbox", "--host-resolver-rules=MAP rebound.example 127.0.0.1"])
    page = browser.new_page()
    for path in ["", "index.html", "sample.html", "state?page=index.html", "events?page=index.html"]:
        address = f"http://rebound.example:{following.served.port}/{SECRET}/{path}"
        assert page.goto(address).status == 403
        assert "sample" not in page.content()
    browser.close()


def test_a_page_with_findings_is_accessible(following):
    from axe_playwright_python.sync_playwright import Axe

    page = following.open()
    following.edit(" channel c1 owner", " channel wbe owner")
    until(page, "document.querySelector('.preview-strip').textContent.includes('wbe')")
    found = Axe().run(page).response["violations"]
    none([one["id"] for one in found], "violations")


# Says when something is seen, without asking again and again, which would cost the page what is measured.
SEEN = """(selector) => {
  window.seen = 0;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.seen = Date.now(); }));
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-label'] });
}"""


def test_how_long_a_change_takes(session, tmp_path, capsys):
    """From the file's new text to the changed page, and what it costs the page's own thread, with 400 touchpoints."""
    unit = yardstick(session)
    folder = tmp_path / "work"
    write(folder, 400)
    with preview(folder, secret=SECRET) as served:
        following = Following(session, folder, served)
        page = following.open()
        clock = Clock(page)

        def change(work, selector):
            waits, costs = [], []
            for number in range(7):
                page.evaluate(SEEN, selector.format(number))
                start, begun = clock.now(), time.time()
                work(number)
                time.sleep(1)
                until(page, "window.seen")
                page.wait_for_timeout(300)
                waits.append(page.evaluate("window.seen") - 1000 * begun)
                costs.append(clock.now() - start)
            return sorted(waits)[3], sorted(costs)[3] / unit

        text = change(lambda number: following.rename("t200", f"Title {number}"),
                      "[data-name=t200] .card-box[aria-label^='Title {}']")
        insert = change(lambda number: following.insert("t200", f"new{number}"), "[data-name=new{}]")
        following.follows(page)
        following.stayed(page)
        page.close()
    with capsys.disabled():
        print(f"\n400 touchpoints, following: a title in {text[0]:.0f} ms, {text[1]:.2f} yardsticks of its thread; "
              f"a touchpoint in {insert[0]:.0f} ms, {insert[1]:.2f}; a yardstick is {unit:.0f} ms")
    # About twice of what they are: one for a title, half of it painting; nine for a touchpoint, half of it the layout of
    # all texts to its right, which a browser does again since their places are in the texts.
    assert text[1] < 2.5, f"a title costs {text[1]:.1f} yardsticks"
    assert insert[1] < 20, f"a touchpoint costs {insert[1]:.1f} yardsticks"
