"""Measures what helps while one writes, the language server and the preview, against what docs/live.md promises. Started by
`Benchmarks/run --live`. Processor time is that of the program alone, so that a busy machine changes little."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from turns import bench, end, goal, machine, run, root, waymark

os.environ["WAYMARK_PROGRAM"] = waymark
sys.path += [str(root / "Tests/Live"), str(root / "Tests/Browser")]
from pipe import Pipe, milliseconds, wide  # noqa: E402
from preview import preview  # noqa: E402
from sample import write  # noqa: E402


def status(process, name):
    return int(re.search(rf"{name}:\s*(\d+)", Path(f"/proc/{process.pid}/status").read_text())[1])


def wakes(process, seconds=10):
    """How often any of its threads begins to run while nothing happens."""
    def count():
        texts = [path.read_text() for path in Path(f"/proc/{process.pid}/task").glob("*/status")]
        return sum(int(one) for text in texts for one in re.findall(r"ctxt_switches:\s*(\d+)", text))
    time.sleep(8)  # until idle connections and threads are gone
    before = count()
    time.sleep(seconds)
    return count() - before


def server(count, folder):
    """An editor with one open file of so many touchpoints."""
    text = wide(count)
    file = folder / "a.journey"
    file.write_text(text)
    needed = run([waymark, "check", str(folder)])[2]
    pipe = Pipe()
    pipe.ask(1, "initialize", capabilities={}, rootUri=folder.as_uri())
    document = {"uri": file.as_uri()}
    pipe.send(method="textDocument/didOpen", params={"textDocument": {**document, "version": 1, "text": text}})
    pipe.read()

    def change(turn):
        # Another wrong word each time, so that other findings come.
        edit = {"range": {"start": {"line": 0, "character": 9}, "end": {"line": 0, "character": 9 + (turn > 0)}},
                "text": "abcdefgh"[turn % 8]}
        pipe.send(method="textDocument/didChange",
                  params={"textDocument": {**document, "version": turn + 2}, "contentChanges": [edit]})
        pipe.read()

    line = text.split("\n").index('    touchpoint t5 "Touchpoint 5" channel web owner legal {')
    place = {"textDocument": document, "position": {"line": line, "character": 16}}
    ask = lambda method, more: lambda turn: pipe.ask(turn + 100, f"textDocument/{method}", **more)
    print(f"\n{count:,} touchpoints, {text.count(chr(10)):,} lines, in an editor")
    goal("change to findings", milliseconds(pipe, 16, change), 20 if count == 1000 else 150, " ms")
    goal("completion", milliseconds(pipe, 40, ask("completion", place)), 5, " ms")
    goal("hover", milliseconds(pipe, 40, ask("hover", place)), 5, " ms")
    tokens = milliseconds(pipe, 8, ask("semanticTokens/full", {"textDocument": document}))
    goal("colours, for 10,000 lines", tokens * 10_000 / text.count("\n"), 15, " ms")
    goal("memory, in those of check", status(pipe.process, "VmHWM") / 1024 / needed, 2)
    if count == 1000:
        goal("wake-ups in ten seconds without work", wakes(pipe.process), 1)
    pipe.end()


def served(folder):
    """A page of 400 touchpoints with figures that follows its file; the browser's part is in Tests/Browser/test_follow.py."""
    write(folder, 400)
    file = folder / "sample.journey"
    needed = run([waymark, "check", str(folder)])[2]
    drawn = run([waymark, "render", str(folder), "--out", str(bench / "out")])[2]
    with preview(folder) as server:
        server.get("nothing")
        alone = status(server.process, "VmHWM") / 1024
        version = re.search(rb'data-version="(\w+)"', server.get("sample.html").body)[1].decode()
        times = []

        def change(turn):
            nonlocal version
            file.write_text(re.sub(r'(touchpoint t200 )"[^"]*"', rf'\1"Title {turn}"', file.read_text()))
            begun = time.monotonic()
            while (now := json.loads(server.get("state?page=sample.html").body)["version"]) == version:
                time.sleep(0.002)
            server.get(f"patch?page=sample.html&from={version}")
            version = now
            times.append(1000 * (time.monotonic() - begun))

        print("\n400 touchpoints with figures in a browser, the server's part")
        goal("save to patch, processor", milliseconds(server, 12, change), 250, " ms")
        print(f"  save to patch: {sorted(times)[len(times) // 2]:.0f} ms, 30 of them until it is sure that nothing follows")
        goal("memory without a page, in those of check", alone / needed, 2.5)
        goal("memory with a page and twelve changes, in those of render", status(server.process, "VmHWM") / 1024 / drawn, 2.5)
        goal("wake-ups in ten seconds without work", wakes(server.process), 1)


machine()
with tempfile.TemporaryDirectory() as folder:
    for count in [1000, 10_000]:
        server(count, Path(folder).resolve())
with tempfile.TemporaryDirectory() as folder:
    served(Path(folder).resolve())
end()
