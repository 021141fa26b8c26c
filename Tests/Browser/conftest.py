"""A browser with the pages of made-up and real workspaces; every test fails on anything its page fetches or complains about."""

import json
import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

PAGES = pathlib.Path(os.environ.get("PAGES", pathlib.Path(__file__).parent.parent.parent / ".build/browser/pages"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Session:
    """One browser context with one page at a time, and what went wrong on it."""

    pages = PAGES

    def __init__(self, browser, options: dict):
        options = {"viewport": {"width": 1366, "height": 768}, "reduced_motion": "reduce", **options}
        self.has_script = options.get("java_script_enabled", True)
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(10_000)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.troubles = []
        self.page = None

    def open(self, name: str, fragment: str = ""):
        """The page `real/airport`, `400/sample` …; waits until its script has run, if it has one."""
        if self.page:
            self.page.close()
        page = self.page = self.context.new_page()
        address = (self.pages / f"{name}.html").as_uri()
        page.on("console", lambda message: self.troubles.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("request", lambda request: self.request(request.url, address))
        page.goto(address + fragment)
        if self.has_script and page.locator("script").count():
            page.wait_for_selector("html.live")
        return page

    def request(self, url: str, address: str):
        if not url.startswith(("data:", "blob:")) and url.split("#")[0] != address:
            self.troubles.append(f"request: {url}")

    def state(self) -> dict:
        """What the address says."""
        return self.page.evaluate("Object.fromEntries(new URLSearchParams(location.hash.slice(1)))")

    def shown(self) -> list[str]:
        """The titles of the touchpoints that are not dimmed."""
        return self.page.evaluate(
            "[...document.querySelectorAll('.touchpoint:not(.dim)')].map(g => document.querySelector(`[id='${g.id}-details'] h3`).textContent)")


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--force-color-profile=srgb"])
    yield browser
    browser.close()


@pytest.fixture
def session(chromium, request):
    """A browser context; `@pytest.mark.context(color_scheme="dark")` sets its options."""
    mark = request.node.get_closest_marker("context")
    session = Session(chromium, dict(mark.kwargs) if mark else {})
    yield session
    session.context.close()
    none(session.troubles, "troubles")


def pytest_configure(config):
    config.addinivalue_line("markers", "context(**options): of the browser context")


def short(value) -> str:
    return json.dumps(value, ensure_ascii=False)[:400]


def same(found, expected, what=""):
    assert found == expected, f"{what} {short(found)} is not {short(expected)}"


def none(found, what):
    assert not found, f"{len(found)} {what}: {short(found)}"
