"""How fast a page of 400 touchpoints is: the browser's own processor time, held against an empty page's in the same run,
so that neither a slow machine nor a busy one fails anybody."""

from statistics import median

from conftest import PAGES

# What a browser does all day, in an empty page: lays out a thousand texts, twice.
YARDSTICK = """() => {
  document.body.replaceChildren(...Array.from({ length: 1000 }, (_, i) => {
    const p = document.createElement('p');
    p.textContent = 'A touchpoint with some words ' + i;
    return p;
  }));
  document.body.offsetHeight;
  for (const p of document.body.children) p.textContent += ', changed';
  return document.body.offsetHeight;
}"""
FILTER = """([name, value]) => {
  const control = document.querySelector(`[name=${name}]`);
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  return document.body.offsetHeight;
}"""
CHOICES = {"persona": "ana", "channel": "c1", "department": "d1", "find": "waits", "colour": "csat", "highlight": "back"}


class Clock:
    """The processor time of a page's main thread, in milliseconds."""

    def __init__(self, page):
        self.page = page
        self.client = page.context.new_cdp_session(page)
        self.client.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now(self) -> float:
        metrics = self.client.send("Performance.getMetrics")["metrics"]
        return 1000 * next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    def of(self, work) -> float:
        start = self.now()
        work()
        return self.now() - start


def yardstick(session) -> float:
    page = session.context.new_page()
    clock = Clock(page)
    time = median(clock.of(lambda: page.evaluate(YARDSTICK)) for _ in range(9))
    page.close()
    return time


def test_the_page_of_400_touchpoints_is_under_3_mb():
    assert (PAGES / "400/sample.html").stat().st_size < 3_000_000


def test_the_script_is_under_20_kb(session):
    assert session.open("3/sample").evaluate("new Blob([document.querySelector('script').text]).size") < 20_000


def test_the_page_of_400_touchpoints_is_ready_and_filtered_in_time(session, capsys):
    unit = yardstick(session)
    page = session.context.new_page()
    clock = Clock(page)

    def load():
        page.goto((PAGES / "400/sample.html").as_uri())
        page.wait_for_selector("html.live")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    ready = clock.of(load)
    times = {name: max(clock.of(lambda: page.evaluate(FILTER, [name, chosen])) for chosen in (value, ""))
             for name, value in CHOICES.items()}
    filtered = max(times.values())
    with capsys.disabled():
        print(f"\n400 touchpoints: ready in {ready:.0f} ms, filtered in {filtered:.0f}; a thousand texts in {unit:.0f}")
    # About twice of what they are; in milliseconds they stand in docs/performance.md.
    assert ready < 45 * unit, f"ready in {ready:.0f} ms, {ready / unit:.1f} times the yardstick"
    assert filtered < 5 * unit, f"filtered in {filtered:.0f} ms, {filtered / unit:.1f} times the yardstick: {times}"
