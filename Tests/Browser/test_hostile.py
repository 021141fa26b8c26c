"""Rows 1 and 2 of the acceptance list in a browser, which knows HTML 5: what is a text in a journey is a text on its page."""
import subprocess

import pytest

import test_text
from conftest import none

ATTACKS = ['"><script>alert(1)</script>', "</title></style>-->]]></script>", "x onload=alert(1) &lt;b&gt; <!-- <img src=x onerror=alert(1)>"]
# But of the card beside the pointer, which has a place as soon as the page knows where the pointer is.
NAMES = """() => [...new Set([...document.querySelectorAll(':not(.tip)')].flatMap(
  element => [element.localName, ...element.getAttributeNames().map(name => element.localName + ' ' + name)]))]"""


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_stays_a_text(attack, session, monkeypatch, tmp_path):
    names = {}
    for text in ("nothing but a text", attack):
        monkeypatch.setattr(test_text, "TITLES", [text.replace('"', '\\"')])
        folder = tmp_path / f"{len(names)}"
        (folder / "w").mkdir(parents=True)
        (folder / "w/a.journey").write_text(test_text.journey(12, 1))
        (folder / "w/s.tally.csv").write_text(test_text.tally(12, 1))
        subprocess.run([test_text.WAYMARK, "render", folder / "w", "--out", folder / "out"], capture_output=True)
        session.pages = folder / "out"
        for name in ("sample", "index", "review"):
            page = session.open(name)
            if text == attack:
                none(sorted(set(page.evaluate(NAMES)) - names[name]), f"elements or attributes on {name}")
                assert page.evaluate("document.body.textContent").count(attack) > 2, name
            else:
                names[name] = set(page.evaluate(NAMES))
