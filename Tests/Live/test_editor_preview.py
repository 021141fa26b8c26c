"""The map beside an editor: `waymark lsp` shows what is typed and not saved, and each leads to the other."""
import json
import re
import select
import subprocess
import time

import pytest
from preview import PROGRAM, TEXT, Preview


class Editor:
    """A language client of a few lines: it sends, and remembers what it was sent."""

    def __init__(self, folder, shows=True):
        self.process = subprocess.Popen([PROGRAM, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.got = b""
        self.requests = []
        self.number = 0
        self.address = (folder / "apply.journey").as_uri()
        self.offered = self.ask("initialize", {
            "rootUri": folder.as_uri(), "capabilities": {"window": {"showDocument": {"support": shows}}}})["capabilities"]
        self.tell("initialized", {})
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": self.address, "languageId": "journey", "version": 1, "text": TEXT}})

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, parameters):
        self.write({"method": method, "params": parameters})

    def ask(self, method, parameters):
        self.number += 1
        self.write({"id": self.number, "method": method, "params": parameters})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result", message.get("error"))
            self.requests.append(message)

    def read(self, seconds=15):
        end = time.monotonic() + seconds
        while not (head := re.match(rb"Content-Length: (\d+)\r\n\r\n", self.got)) or len(self.got) < head.end() + int(head[1]):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            assert ready, "nothing came"
            self.got += self.process.stdout.read1(1 << 16)
        stop = head.end() + int(head[1])
        message, self.got = json.loads(self.got[head.end():stop]), self.got[stop:]
        return message

    def until(self, method):
        while not self.requests or self.requests[-1].get("method") != method:
            self.requests.append(self.read())
        return self.requests.pop()

    def replace(self, text):
        self.number += 1
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": self.address, "version": self.number}, "contentChanges": [{"text": text}]})

    def stop(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        assert self.process.wait(10) == 0


class Shown(Preview):
    """The preview that an editor's server started."""

    def __init__(self, link):
        self.link = link
        self.port, self.secret = re.match(r"http://localhost:(\d+)/([\w-]+)/$", link).groups()
        self.port = int(self.port)

    def state(self):
        return json.loads(self.get("state?page=apply.html").body)

    def until_state(self, holds):
        end = time.monotonic() + 10
        while not holds(state := self.state()):
            assert time.monotonic() < end, state
            time.sleep(0.02)
        return state


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "apply.journey").write_text(TEXT)
    return tmp_path


def test_unsaved_text_is_on_the_map_and_each_leads_to_the_other(folder):
    editor = Editor(folder)
    assert editor.offered["executeCommandProvider"] == {
        "commands": ["waymark.preview", "waymark.showOnMap", "waymark.explain"]}
    link = editor.ask("workspace/executeCommand", {"command": "waymark.preview"})
    shown = editor.until("window/showDocument")["params"]
    assert shown == {"uri": link, "external": True}
    page = Shown(link)
    first = page.state()
    assert first["opens"] is True and first["pointed"] is None

    editor.replace(TEXT.replace("Fills in", "Unsaved"))
    then = page.until_state(lambda state: state["version"] != first["version"])
    assert b"Unsaved" in page.get("apply.html").body and "Unsaved" not in (folder / "apply.journey").read_text()

    # The cursor is in the block of a touchpoint, and then at a name in the flow.
    for line, character, name in [(5, 20, "send"), (8, 5, "form")]:
        editor.ask("textDocument/documentHighlight", {
            "textDocument": {"uri": editor.address}, "position": {"line": line, "character": character}})
        page.until_state(lambda state: state["pointed"] == name)
    assert json.loads(page.get("state?page=index.html").body)["pointed"] is None
    # Or an editor says so, as those that send no highlights may.
    editor.ask("workspace/executeCommand", {"command": "waymark.showOnMap", "arguments": [editor.address, {"line": 5, "character": 20}]})
    page.until_state(lambda state: state["pointed"] == "send")

    # Somebody chooses a touchpoint on the map; on an old page nothing happens.
    own = {"Origin": f"http://localhost:{page.port}"}
    assert page.get(f"open?page=apply.html&name=send&from={first['version']}", "POST", **own).status == 409
    assert page.get(f"open?page=apply.html&name=send&from={then['version']}", "POST").status == 403
    assert page.get(f"open?page=apply.html&name=send&from={then['version']}", "GET", **own).status == 405
    assert page.get(f"open?page=apply.html&name=send&from={then['version']}", "POST", **own).status == 200
    place = editor.until("window/showDocument")["params"]
    assert place["uri"] == editor.address and place["takeFocus"] is True and place["selection"]["start"]["line"] == 5

    # Asked for again, it is the same.
    assert editor.ask("workspace/executeCommand", {"command": "waymark.preview", "arguments": [editor.address]}) == link
    editor.stop()
    with pytest.raises(OSError):
        page.connect()


def test_an_editor_that_shows_nothing_gets_the_link(folder):
    editor = Editor(folder, shows=False)
    link = editor.ask("workspace/executeCommand", {"command": "waymark.preview"})
    page = Shown(link)
    assert page.status("apply.html") == 200 and not editor.requests
    assert editor.ask("workspace/executeCommand", {"command": "rm"})["code"] == -32602
    editor.stop()


def test_half_typed_text_leaves_the_map(folder):
    editor = Editor(folder)
    page = Shown(editor.ask("workspace/executeCommand", {"command": "waymark.preview"}))
    first = page.state()
    for end in range(len(TEXT) - 3, TEXT.index("touchpoint send"), -7):
        editor.replace(TEXT[:end])
    state = page.until_state(lambda state: state["isOld"])
    assert state["version"] == first["version"] and state["findings"]["lines"]
    editor.replace(TEXT)
    page.until_state(lambda state: state == first)
    editor.stop()
