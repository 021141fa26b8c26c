"""Makes the pictures of docs/live.md: what an editor shows of `waymark lsp`, and the map that follows it, side by side.

  .build/browser/venv/bin/python Scripts/live-pictures.py     after `sh Tests/Browser/run` made what it needs

WAYMARK_PROGRAM names the program. The right side is the page in Chromium. The left side is drawn here, and everything on it
is what the server answers to an editor: colours, findings, figures, and the text beside the pointer.
"""
import base64
import html
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
os.environ.setdefault("WAYMARK_PROGRAM", str(root / ".build-release/release/waymark"))
sys.path.append(str(root / "Tests/Live"))
from pipe import PROGRAM, Pipe  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

CHROMIUM = next(filter(None, map(shutil.which, ["chromium-headless-shell", "chromium", "google-chrome"])))
COLOURS = {"keyword": "#7a3e9d", "string": "#3f6d1f", "number": "#9c5d00", "comment": "#777", "class": "#1f5f8b",
           "event": "#0b5c8a", "type": "#8a3b12", "enumMember": "#6b5900", "namespace": "#0b5c8a", "property": "#444"}
STYLE = """
body{margin:0;font:14px/1.45 system-ui,sans-serif;background:#ddd;width:1400px}
div.both{display:flex;gap:2px;height:700px}
div.editor{width:600px;background:#fff;position:relative;overflow:hidden;font:12.5px/19px ui-monospace,monospace;white-space:pre}
div.name{font:13px/30px system-ui;padding:0 14px;background:#eee;border-bottom:1px solid #ccc}
div.line{padding-left:52px;position:relative;height:19px}
div.line::before{content:attr(data-number);position:absolute;left:0;width:38px;text-align:right;color:#999}
div.here{background:#eef4fb}
span.wrong{text-decoration:underline wavy #c00 1.5px;text-underline-offset:3px}
span.hint{color:#68707a;background:#f0f2f4;border-radius:4px;padding:0 5px;margin-left:8px;font-size:11.5px}
div.box{position:absolute;left:70px;right:30px;background:#fffdf5;border:1px solid #b9b29a;border-radius:5px;padding:7px 11px;white-space:pre-wrap;font:13px/1.45 system-ui;box-shadow:0 3px 10px #0003}
img{width:798px;height:700px;object-fit:cover;object-position:top left;background:#fff}
"""


class Writer:
    """An editor that has one file open, with the map beside it."""

    def __init__(self, folder, file, page):
        self.file, self.page, self.count = file, page, 1
        self.pipe = Pipe()
        offered = self.ask("initialize", {"rootUri": folder.as_uri(), "capabilities": {
            "window": {"showDocument": {"support": True}}, "textDocument": {"diagnostic": {}}}})
        self.legend = offered["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"]
        self.pipe.send(method="initialized", params={})
        self.text = file.read_text()
        self.document = {"uri": file.as_uri()}
        self.pipe.send(method="textDocument/didOpen", params={"textDocument": {
            **self.document, "languageId": "journey", "version": 1, "text": self.text}})
        self.link = self.ask("workspace/executeCommand", {"command": "waymark.preview"})

    def ask(self, method, parameters):
        self.count += 1
        answer = self.pipe.ask(self.count, method, **parameters)
        return answer.get("result")

    def write(self, old, new):
        assert self.text.count(old) == 1, old
        self.text = self.text.replace(old, new)
        self.count += 1
        self.pipe.send(method="textDocument/didChange", params={
            "textDocument": {**self.document, "version": self.count}, "contentChanges": [{"text": self.text}]})

    def at(self, words, behind=0):
        before = self.text[:self.text.index(words) + behind]
        return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}

    def drawn(self, position, box=""):
        """The lines around a place, as the server describes them."""
        lines = self.text.split("\n")
        colours = [["#222"] * len(line) for line in lines]
        line = start = 0
        data = self.ask("textDocument/semanticTokens/full", {"textDocument": self.document})["data"]
        for down, right, length, kind, _ in zip(*[iter(data)] * 5):
            line, start = line + down, right if down else start + right
            for place in range(start, start + length):
                colours[line][place] = COLOURS.get(self.legend[kind], "#222")
        wrong = {}
        for finding in self.ask("textDocument/diagnostic", {"textDocument": self.document})["items"]:
            range_ = finding["range"]
            if finding["severity"] == 1:
                wrong[range_["start"]["line"]] = (range_["start"]["character"], range_["end"]["character"])
        hints = {hint["position"]["line"]: hint["label"] for hint in self.ask("textDocument/inlayHint", {
            "textDocument": self.document, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}})}
        first = max(0, position["line"] - 16)
        parts = [f"<div class=name>{html.escape(self.file.name)}</div>"]
        for number in range(first, min(len(lines), first + 35)):
            low, high = wrong.get(number, (0, 0))
            text = "".join(
                f'<span class="{"wrong" if low <= place < high else ""}" style="color:{colours[number][place]}">{html.escape(letter)}</span>'
                for place, letter in enumerate(lines[number][:56 if number in hints else 70]))
            hint = f"<span class=hint>{html.escape(hints[number])}</span>" if number in hints else ""
            here = "here" if number == position["line"] else ""
            parts.append(f'<div class="line {here}" data-number={number + 1}>{text}{hint}</div>')
        if box:
            top = 31 + (position["line"] - first + 1) * 19 + 5
            parts.append(f'<div class=box style="top:{top}px">{html.escape(box)}</div>')
        return "".join(parts)

    def picture(self, name, position, box=""):
        self.ask("textDocument/documentHighlight", {"textDocument": self.document, "position": position})
        time.sleep(1.5)
        map_ = base64.b64encode(self.page.screenshot()).decode()
        side = self.page.context.browser.new_page(viewport={"width": 1400, "height": 700}, device_scale_factor=1)
        side.set_content(f"<style>{STYLE}</style><div class=both><div class=editor>{self.drawn(position, box)}</div>"
                         f"<img src=data:image/png;base64,{map_}></div>")
        target = root / "docs/pictures" / name
        target.parent.mkdir(exist_ok=True)
        side.screenshot(path=target)
        side.close()
        print(target.relative_to(root), target.stat().st_size)

    def hover(self, position):
        return self.ask("textDocument/hover", {"textDocument": self.document, "position": position})["contents"]["value"]


def fixes(writer, position):
    found = writer.ask("textDocument/diagnostic", {"textDocument": writer.document})["items"]
    finding = next(one for one in found if one["range"]["start"]["line"] == position["line"] and one["severity"] == 1)
    range_ = finding["range"]
    actions = writer.ask("textDocument/codeAction", {"textDocument": writer.document, "range": range_, "context": {"diagnostics": [finding]}})
    return "\n".join([finding["message"], ""] + ["▸ " + action["title"] for action in actions])


with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 798, "height": 700})
    folder = pathlib.Path(made).resolve() / "work"
    folder.mkdir()
    subprocess.run([PROGRAM, "init"], cwd=folder, check=True, capture_output=True)
    writer = Writer(folder, folder / "journeys/blank.journey", page)
    page.goto(writer.link + "coffee.html")
    page.wait_for_selector("html.live")
    writer.write('"Queues"', '"Queues for coffee"')
    writer.picture("live-side-by-side.png", writer.at("touchpoint queue", 13))
    writer.write('"Queues for coffee" channel shop', '"Queues for coffee" channel shpo')
    place = writer.at("channel shpo", 10)
    writer.picture("live-mistake.png", place, fixes(writer, place))
    writer.pipe.end()

    shutil.copytree(root / "journeys", folder / "airport")
    writer = Writer(folder / "airport", folder / "airport/airport/airport.journey", page)
    page.goto(writer.link + "airport.html")
    page.wait_for_selector("html.live")
    # A map that was just opened does not move.
    time.sleep(2.5)
    lines = writer.text.split("\n")
    row = next(number for number, line in enumerate(lines) if '"Eats at a restaurant"' in line)
    place = {"line": row, "character": lines[row].index("touchpoint") + 13}
    writer.picture("live-figures.png", place, writer.hover(place))
    writer.pipe.end()
    browser.close()
