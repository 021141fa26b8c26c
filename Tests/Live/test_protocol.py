"""The language server as an editor meets it: the real program over its pipes, each answer read by the types of lsprotocol.

pytest-lsp starts `waymark lsp` for each kind of editor; WAYMARK_PROGRAM names the program.
"""
import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pipe import PROGRAM, Pipe, milliseconds, wide
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

TEXT = '''department legal "Legal"
channel web "Web"
journey apply "Applying 😀" {
  phase one "One" {
    touchpoint form "Fills in" channel wbe owner legal
    touchpoint send "Sends" channel web owner legal
  }
  flow {
    form -> send
  }
}
'''


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    (folder / "apply.journey").write_text(TEXT)
    return folder


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[PROGRAM, "lsp"]),
                    params=["visual_studio_code", "neovim", "emacs"])
async def client(request, lsp_client: LanguageClient, folder):
    parameters = types.InitializeParams(
        capabilities=client_capabilities(request.param), root_uri=folder.as_uri(),
        workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="work")])
    # What an editor answers by itself.
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda parameters: None)
    lsp_client.offered = await lsp_client.initialize_session(parameters)
    lsp_client.file = (folder / "apply.journey").as_uri()
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(
        uri=lsp_client.file, language_id="journey", version=1, text=TEXT)))
    yield
    await lsp_client.shutdown_session()


def at(client, text, into=0):
    """The document and the place of a piece of text."""
    before = TEXT[:TEXT.index(text) + into]
    return dict(text_document=types.TextDocumentIdentifier(client.file),
                position=types.Position(before.count("\n"), len(before.split("\n")[-1].encode("utf-16-le")) // 2))


async def findings(client):
    """Those of the file: asked for where the server offers that, else as they were told."""
    if client.offered.capabilities.diagnostic_provider:
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(client.file)))
        assert client.file not in client.diagnostics, "asked for and told"
        return report.items
    for _ in range(100):
        if client.file in client.diagnostics:
            return client.diagnostics[client.file]
        await asyncio.sleep(0.05)
    raise AssertionError("no findings came")


@pytest.mark.asyncio
async def test_findings(client):
    found = {one.code: one for one in await findings(client)}
    wrong = found["unknown-channel"]
    assert wrong.severity == types.DiagnosticSeverity.Error and "help: did you mean" in wrong.message
    assert (wrong.range.start.line, wrong.range.start.character, wrong.range.end.character) == (4, 39, 42)


@pytest.mark.asyncio
async def test_names(client):
    definition = await client.text_document_definition_async(types.DefinitionParams(**at(client, "form -> send")))
    assert len(definition) == 1
    references = await client.text_document_references_async(types.ReferenceParams(
        context=types.ReferenceContext(include_declaration=True), **at(client, "form -> send")))
    assert [one.range.start.line for one in references] == [4, 8]
    highlights = await client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**at(client, "form -> send")))
    assert [one.kind.value for one in highlights] == [3, 2]
    edit = await client.text_document_rename_async(types.RenameParams(new_name="sheet", **at(client, "form -> send")))
    changes = edit.changes[client.file] if edit.changes else edit.document_changes[0].edits
    assert sorted(one.new_text for one in changes) == [" was form", "sheet", "sheet"]


@pytest.mark.asyncio
async def test_writing(client):
    items = (await client.text_document_completion_async(types.CompletionParams(**at(client, "-> send", 3)))).items
    assert {"form", "send", "one", "exit"} == {one.label for one in items}
    assert all(one.text_edit is not None for one in items)
    hover = await client.text_document_hover_async(types.HoverParams(**at(client, "form -> send")))
    assert "Fills in" in hover.contents.value
    everything = types.Range(types.Position(0, 0), types.Position(99, 0))
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        types.TextDocumentIdentifier(client.file), everything, types.CodeActionContext(diagnostics=[])))
    assert 'Write "web"' in {one.title for one in actions or []}


@pytest.mark.asyncio
async def test_shapes(client):
    document = types.TextDocumentIdentifier(client.file)
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert "Applying 😀" in {one.name for one in symbols}
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    assert tokens.data and len(tokens.data) % 5 == 0
    assert await client.text_document_selection_range_async(
        types.SelectionRangeParams(document, [types.Position(4, 20)]))
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="fil"))


def test_unknown_requests_are_answered_and_the_end_has_a_status():
    pipe = Pipe("--stdio")
    assert pipe.ask(1, "initialize", capabilities={})["result"]["serverInfo"]["name"] == "waymark"
    assert pipe.ask(2, "textDocument/moniker")["error"]["code"] == -32601
    assert pipe.ask(3, "shutdown")["result"] is None
    pipe.send(method="exit")
    assert pipe.process.wait(10) == 0


@pytest.mark.parametrize("data", [
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"Content-Length: 99999999999999999999\r\n\r\n", b"Content-Length: -5\r\n\r\n",
    b"x" * 10_000, b"Content-Length: 1e9\r\n\r\n{}", bytes(range(256)) * 64,
])
def test_what_is_no_message_ends_it_in_words(data):
    pipe = Pipe()
    try:
        pipe.write(data)
    except BrokenPipeError:
        pass
    said = pipe.process.stderr.read()
    assert pipe.process.wait(10) == 1 and b"not the language-server protocol" in said


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"id":1,"method":', b"nul", b'"\xff\xfe"', b"[]", b'{"id":{}}', b""])
def test_a_message_that_means_nothing_is_answered(content):
    pipe = Pipe()
    pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
    assert pipe.read()["error"]["code"] in (-32700, -32600)
    assert pipe.ask(2, "initialize", capabilities={})["result"]
    assert pipe.end() == 1, "gone without goodbye"


def test_it_ends_with_its_editor():
    editor = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    pipe = Pipe()
    pipe.ask(1, "initialize", capabilities={}, processId=editor.pid)
    assert pipe.process.poll() is None
    editor.kill()
    editor.wait()
    assert pipe.process.wait(25) == 1


def test_changes_on_the_disk_are_seen_and_nothing_happens_without(tmp_path):
    pipe = Pipe()
    pipe.ask(1, "initialize", capabilities={}, rootUri=tmp_path.as_uri())
    pipe.send(method="initialized", params={})
    time.sleep(0.5)
    (tmp_path / "a.journey").write_text("nonsense\n")
    told = pipe.read()
    assert told["method"] == "textDocument/publishDiagnostics" and told["params"]["diagnostics"]
    # As editors that write beside the file and rename do.
    (tmp_path / "a.new").write_text('channel web "Web"\n')
    (tmp_path / "a.new").rename(tmp_path / "a.journey")
    assert pipe.read()["params"]["diagnostics"] == []
    (tmp_path / "a.journey").write_text("nonsense\n")
    assert pipe.read()["params"]["diagnostics"]
    (tmp_path / "a.journey").unlink()
    assert pipe.read()["params"]["diagnostics"] == []
    time.sleep(0.5)  # What it has just written woke it up; that it goes to sleep again counts as one more time.
    before = Path(f"/proc/{pipe.process.pid}/status").read_text()
    time.sleep(2)
    after = Path(f"/proc/{pipe.process.pid}/status").read_text()
    count = [next(line for line in text.split("\n") if line.startswith("voluntary_ctxt")) for text in (before, after)]
    assert count[0] == count[1], "it woke up for nothing"
    pipe.end()


def test_a_thousand_touchpoints_are_no_matter(tmp_path):
    """Processor time, so that a busy machine changes little: docs/live.md names these figures."""
    text = wide(1000)
    file = tmp_path / "a.journey"
    file.write_text(text)
    pipe = Pipe()
    pipe.ask(1, "initialize", capabilities={}, rootUri=tmp_path.as_uri())
    document = {"uri": file.as_uri()}
    pipe.send(method="textDocument/didOpen", params={"textDocument": {**document, "version": 1, "text": text}})
    pipe.read()

    def change(turn):
        place = {"line": 0, "character": 9}
        # Another wrong word each time, so that other findings come.
        edit = {"range": {"start": place, "end": {"line": 0, "character": 9 + (turn > 0)}}, "text": "abcdefgh"[turn % 8]}
        pipe.send(method="textDocument/didChange",
                  params={"textDocument": {**document, "version": turn + 2}, "contentChanges": [edit]})
        assert pipe.read()["method"] == "textDocument/publishDiagnostics"

    line = text.split("\n").index('    touchpoint t5 "Touchpoint 5" channel web owner legal {')
    place = {"textDocument": document, "position": {"line": line, "character": 16}}
    assert milliseconds(pipe, 16, change) <= 20
    assert milliseconds(pipe, 40, lambda turn: pipe.ask(turn + 100, "textDocument/completion", **place)) <= 5
    assert milliseconds(pipe, 40, lambda turn: pipe.ask(turn + 200, "textDocument/hover", **place)) <= 5
    pipe.end()
