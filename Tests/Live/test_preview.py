"""The preview from the side of whoever means it ill: each row of what docs/live.md and SECURITY.md promise."""
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
from preview import PROGRAM, TEXT, everything, parsed, preview

ROUTES = ["", "index.html", "apply.html", "apply.svg", "events?page=apply.html", "state?page=apply.html",
          "patch?page=apply.html&from=1"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    (folder / "apply.journey").write_text(TEXT)
    (folder / "private").mkdir()
    (folder / "private/answers.csv").write_text("name,answer\nSecret Person,5\n")
    return folder


@pytest.fixture(scope="module")
def served(folder):
    with preview(folder) as served:
        yield served


def test_pages_drawings_and_news(served):
    page = served.get("apply.html")
    assert page.status == 200 and b"Fills in" in page.body and page.headers["content-type"].startswith("text/html")
    assert int(page.headers["content-length"]) == len(page.body)
    assert served.get("").body == served.get("index.html").body
    drawing = served.get("apply.svg")
    assert drawing.status == 200 and drawing.headers["content-type"] == "image/svg+xml" and b"<script" not in drawing.body
    news = json.loads(served.get("state?page=apply.html").body)
    assert news["version"] in page.body.decode() and news["findings"] == {"lines": []} and news["isOld"] is False
    assert json.loads(served.get("state?page=nothing.html").body)["version"] is None
    assert json.loads(served.get("patch?page=apply.html&from=unknown").body) == {"version": news["version"]}


def test_every_answer_may_be_kept_embedded_and_run_by_nobody(served):
    answers = [served.get(path) for path in ROUTES if not path.startswith("events")]
    answers += [served.get("no"), served.get(host="evil.example"), served.get("", "OPTIONS")]
    for answer in answers:
        headers = answer.headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert not [name for name in headers if name.startswith("access-control-")]
        policy = headers["content-security-policy"]
        for part in ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"]:
            assert part in policy
        assert "set-cookie" not in headers


def test_a_page_names_its_script_and_styles_by_hash(served):
    for path in ["index.html", "apply.html"]:
        page = served.get(path)
        policy = page.headers["content-security-policy"]
        text = page.body.decode()
        for name, rule in [("script", "script-src"), ("style", "style-src-elem")]:
            inside = re.findall(rf"<{name}(?: [^>]*)?>(.*?)</{name}>", text, re.S)
            assert inside
            hashes = re.search(rf"{rule} ([^;]*)", policy)[1].split()
            made = {"'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'" for one in inside}
            assert set(hashes) == made


@pytest.mark.parametrize("path", ROUTES)
def test_each_request_is_of_this_machine_and_has_the_secret(served, path):
    for host in ["evil.example", f"evil.example:{served.port}", "localhost", f"0.0.0.0:{served.port}",
                 f"localhost:{served.port}.evil.example", f"localhost:{served.port}, evil.example", "", "[", "[::1",
                 "localhost:99999999999999999999", "a" * 3000]:
        assert served.status(path, host=host) in (400, 403), host
    for origin in ["http://evil.example", "null", f"http://localhost:{served.port + 1}", "http://[", ":", "%", "é"]:
        assert served.status(path, Origin=origin) in (400, 403), origin
    for site in ["cross-site", "same-site"]:
        assert served.status(path, Sec_Fetch_Site=site) == 403
    for method in ["OPTIONS", "PUT", "DELETE", "TRACE", "HEAD", "PATCH"]:
        assert served.status(path, method) in (400, 405), method
    for secret in ["", "x", served.secret[:-1], served.secret + "x", served.secret[:-1] + "!", served.secret.swapcase()]:
        request = f"GET /{secret}/{path} HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n"
        assert served.send(request.encode()).status == 404, secret
    assert served.status(path, "POST") == 403
    own = {"Origin": f"http://localhost:{served.port}"}
    assert served.status(path, "POST", **own) == 405


def test_a_request_without_a_host_or_with_two_is_none(served):
    start = f"GET /{served.secret}/ HTTP/1.1\r\n"
    host = f"Host: localhost:{served.port}\r\n"
    assert served.send((start + host + "\r\n").encode()).status == 200
    assert served.send((start + "\r\n").encode()).status == 400
    assert served.send((start + host + host + "\r\n").encode()).status == 400
    assert served.send((start + host + "Host: evil.example\r\n\r\n").encode()).status == 400
    assert served.send((start + "Host: evil.example\r\n" + host + "\r\n").encode()).status == 400
    assert served.send((start + host + "Origin: http://evil.example\r\n" * 2 + "\r\n").encode()).status == 400


@pytest.mark.parametrize("path", [
    "../apply.journey", "..%2fapply.journey", "%2e%2e/apply.journey", "apply.journey", "private/answers.csv", "./apply.html",
    "private%2fanswers.csv", "/etc/passwd", "//etc/passwd", "....//etc/passwd", "@fs/etc/passwd", "apply.html/", "apply.html%00",
    "apply.html/../private/answers.csv", "..\\private\\answers.csv", "file:///etc/passwd", "apply.html%3fraw", "favicon.ico",
    "%", "%zz", "%C0%AE%C0%AE/", "state", "patch", "events", "patch?page=../private/answers.csv&from=1", "open",
])
def test_no_address_becomes_a_path(served, path):
    answer = served.get(path)
    # To open a place in the editor is a POST.
    expected = (405,) if path == "open" else (400, 404)
    assert answer.status in expected and b"Secret" not in answer.body and b"root:" not in answer.body


def test_what_is_no_request_does_no_harm(served):
    for bytes_ in [b"\r\n\r\n", b"\0" * 100, b"GET", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
                   b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                   b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                   b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                   b"GET / HTTP/1.1\r\n" + b"Host: a\r\n" * 200 + b"\r\n", "GÉT / HTTP/1.1\r\n\r\n".encode(),
                   b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", os.urandom(4000)]:
        with served.connect() as connection:
            connection.sendall(bytes_)
            connection.shutdown(socket.SHUT_WR)
            answer = parsed(everything(connection))
            assert answer is None or answer.status >= 400, bytes_
    assert served.status("apply.html") == 200


def test_a_request_is_small_and_quick(served):
    start = f"GET /{served.secret}/ HTTP/1.1\r\nHost: localhost:{served.port}\r\n"
    answer = served.send((start + "X: " + "a" * 20_000 + "\r\n\r\n").encode())
    assert answer is None or answer.status >= 400
    answer = served.send((start + "".join(f"X{i}: {'a' * 500}\r\n" for i in range(40)) + "\r\n").encode())
    assert answer is None or answer.status >= 400
    with served.connect() as connection:
        begun = time.monotonic()
        connection.sendall(start.encode())
        assert everything(connection) == b"" and 3 < time.monotonic() - begun < 9
    with served.connect() as connection:
        begun = time.monotonic()
        # A byte now and then is not enough.
        try:
            for letter in start:
                connection.sendall(letter.encode())
                time.sleep(0.25)
        except OSError:
            pass
        assert time.monotonic() - begun < 12
    own = f"http://localhost:{served.port}"
    answer = served.get("open", "POST", body="a" * 100_000, Origin=own)
    assert answer is None or answer.status in (405, 413)


def test_a_connection_is_for_one_request(served):
    request = f"GET /{served.secret}/apply.html HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n".encode()
    with served.connect() as connection:
        connection.sendall(request * 3)
        got = everything(connection)
    assert got.count(b"HTTP/1.1 ") == 1 and b"connection: close" in got.lower()


def test_there_are_so_many_connections_and_they_end(served):
    held = [served.connect() for _ in range(80)]
    time.sleep(0.2)
    for connection in held:
        connection.close()
    begun = time.monotonic()
    assert served.status("apply.html") == 200 and time.monotonic() - begun < 8


def test_it_listens_at_this_machine_alone(served):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            own = probe.getsockname()[0]
        except OSError:
            pytest.skip("this machine has no other address")
    if own.startswith("127."):
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError):
        socket.create_connection((own, served.port), 2)


def test_it_writes_nothing_and_serves_no_link_that_leads_out(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "other.journey").write_text(TEXT.replace("apply", "other").replace("Fills in", "Outside secret"))
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "apply.journey").write_text(TEXT)
    (folder / "other.journey").symlink_to(outside / "other.journey")
    os.mkfifo(folder / "pipe.journey")
    before = sorted((path.name, path.lstat().st_mtime_ns) for path in folder.rglob("*"))
    with preview(folder) as served:
        for path in ROUTES:
            if not path.startswith("events"):
                assert b"Outside secret" not in served.get(path).body
        assert served.status("other.html") == 404
        # One that comes later, in place of a file.
        (folder / "apply.journey").unlink()
        (folder / "apply.journey").symlink_to(outside / "other.journey")
        time.sleep(1)
        assert served.status("apply.html") == 404 and served.status("other.html") == 404
        (folder / "apply.journey").unlink()
        (folder / "apply.journey").write_text(TEXT)
    assert [name for name, _ in before] == sorted(path.name for path in folder.rglob("*"))


def test_two_runs_have_two_secrets_and_ports_and_one_may_be_kept(folder, served):
    with preview(folder) as other:
        assert other.secret != served.secret and other.port != served.port
        assert other.send(f"GET /{served.secret}/ HTTP/1.1\r\nHost: localhost:{other.port}\r\n\r\n".encode()).status == 404
    kept = "k" * 43
    with preview(folder, secret=kept) as other:
        assert other.secret == kept
    run = subprocess.run([PROGRAM, "serve", str(folder)], env={**os.environ, "WAYMARK_PREVIEW_SECRET": "short"},
                         capture_output=True, text=True, timeout=20)
    assert run.returncode == 2 and "WAYMARK_PREVIEW_SECRET" in run.stderr


def test_a_port_that_is_taken_and_words_that_are_wrong(folder, served):
    def said(*arguments):
        run = subprocess.run([PROGRAM, "serve", *arguments], capture_output=True, text=True, timeout=20)
        return run.returncode, run.stderr

    status, text = said(str(folder), "--port", str(served.port))
    assert status == 2 and "choose another port" in text
    assert said(str(folder / "nowhere"))[0] == 2
    assert said("--port", "0")[0] == 2 and said("--port", "65536")[0] == 2 and said("--port", "x")[0] == 64
    assert said("--what")[0] == 64 and said("a", "b")[0] == 64


def test_a_forwarder_is_let_in_by_name(folder):
    with preview(folder, "--allow-host", "maps.example.net") as served:
        assert served.status("apply.html", host="maps.example.net") == 200
        assert served.status("apply.html", host="maps.example.net", Origin="https://maps.example.net") == 200
        assert served.status("apply.html", host="other.example.net") == 403


def events(connection):
    """The news of a stream, as they come."""
    got = b""
    while True:
        piece = connection.recv(65536)
        if not piece:
            return
        got += piece
        while b"\n\n" in got:
            event, _, got = got.partition(b"\n\n")
            if b"data: " in event:
                yield json.loads(event.split(b"data: ", 1)[1])


def saved_by_rename(path, text):
    new = path.with_suffix(".new")
    new.write_text(text)
    new.rename(path)


def truncated_first(path, text):
    path.write_text("")
    time.sleep(0.02)
    path.write_text(text)


def edited_by(*command):
    def save(path, text):
        if not shutil.which(command[0]):
            pytest.skip(f"{command[0]} is not installed")
        source = path.with_suffix(".txt")
        source.write_text(text)
        subprocess.run([word.format(path=path, source=source) for word in command], check=True, timeout=60,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        source.unlink()
    return save


@pytest.mark.parametrize("options", [[], ["--poll"]], ids=["events", "polling"])
@pytest.mark.parametrize("save", [
    Path.write_text, saved_by_rename, truncated_first,
    edited_by("vim", "-u", "NONE", "-es", "{path}", "-c", "%d", "-c", "0r {source}", "-c", "wq"),
    edited_by("nvim", "--headless", "-u", "NONE", "{path}", "-c", "%d", "-c", "0r {source}", "-c", "wq"),
    edited_by("emacs", "--batch", "{path}", "--eval", "(progn (erase-buffer) (insert-file-contents \"{source}\") (save-buffer))"),
], ids=["write", "rename", "truncate", "vim", "nvim", "emacs"])
def test_a_saved_file_is_news(tmp_path, options, save):
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "apply.journey"
    path.write_text(TEXT)
    with preview(folder, *options) as served, served.connect() as connection:
        connection.sendall(
            f"GET /{served.secret}/events?page=apply.html HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n".encode())
        news = events(connection)
        first = next(news)
        for title in ["Types in", "Writes"]:
            save(path, TEXT.replace("Fills in", title))
            then = next(news)
            while then["version"] == first["version"]:
                then = next(news)
            assert then["findings"] == {"lines": []} and then["isOld"] is False
            change = json.loads(served.get(f"patch?page=apply.html&from={first['version']}").body)
            assert title in json.dumps(change["change"]) and change["version"] == then["version"]
            assert len(json.dumps(change)) * 20 < len(served.get("apply.html").body)
            first = then


def test_more_changes_at_once_than_the_system_remembers(tmp_path):
    """Its queue holds 16,384 events; what comes then is lost, and one event says so."""
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "apply.journey"
    path.write_text(TEXT)
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    with preview(folder) as served:
        assert b"Fills in" in served.get("apply.html").body
        served.process.send_signal(signal.SIGSTOP)
        # Each is made and deleted, and neither is like the one before.
        for number in range(most // 2 + 10):
            name = folder / f"{number}.txt"
            os.close(os.open(name, os.O_CREAT | os.O_RDONLY))
            name.unlink()
        path.write_text(TEXT.replace("Fills in", "Came too late"))
        (folder / "new").mkdir()
        (folder / "new/leave.journey").write_text(TEXT.replace("apply", "leave"))
        served.process.send_signal(signal.SIGCONT)
        end = time.monotonic() + 5
        while b"Came too late" not in served.get("apply.html").body or served.status("leave.html") != 200:
            assert time.monotonic() < end
            time.sleep(0.05)
        # It goes on hearing of what comes next.
        (folder / "new/leave.journey").write_text(TEXT.replace("apply", "leave").replace("Fills in", "Goes on"))
        end = time.monotonic() + 5
        while b"Goes on" not in served.get("leave.html").body:
            assert time.monotonic() < end
            time.sleep(0.05)


def test_a_touchpoint_that_is_chosen_opens_in_the_editor_that_was_named(tmp_path):
    folder = tmp_path / "work of $(touch hurt)"
    folder.mkdir()
    (folder / "apply.journey").write_text(TEXT)
    said = tmp_path / "said"
    editor = tmp_path / "edit"
    editor.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >"{said}.new" && mv "{said}.new" "{said}"\n')
    editor.chmod(0o755)
    with preview(folder, "--editor", f"'{editor}' -g {{file}}:{{line}}:{{column}}") as served:
        state = json.loads(served.get("state?page=apply.html").body)
        assert state["opens"] is True

        def choose(name, version=state["version"], **headers):
            return served.status(f"open?page=apply.html&name={name}&from={version}", "POST", **headers)

        own = {"Origin": f"http://localhost:{served.port}"}
        # Nothing but a touchpoint of the newest page, and nobody but the page.
        assert choose("send") == 403 and choose("send", "old", **own) == 409 and choose("..%2f..%2fetc", **own) == 200
        time.sleep(0.5)
        assert not said.exists()
        assert choose("send", **own) == 200
        end = time.monotonic() + 5
        while not said.exists():
            assert time.monotonic() < end
            time.sleep(0.05)
        assert said.read_text() == f"-g|{(folder / 'apply.journey').resolve()}:6:16|"
        assert not list(tmp_path.rglob("hurt"))
    with preview(folder) as served:
        assert json.loads(served.get("state?page=apply.html").body)["opens"] is False
        assert served.status("open?page=apply.html&name=send&from=1", "POST", Origin=f"http://localhost:{served.port}") == 404
    with preview(folder, "--editor", "no-such-program-here {file}") as served:
        version = json.loads(served.get("state?page=apply.html").body)["version"]
        served.get(f"open?page=apply.html&name=send&from={version}", "POST", Origin=f"http://localhost:{served.port}")
        assert "no-such-program-here" in served.until(r"There is no program (.*)")
    run = subprocess.run([PROGRAM, "serve", str(folder), "--editor", "code"], capture_output=True, text=True, timeout=20)
    assert run.returncode == 2 and "{file}" in run.stderr


def test_folders_come_and_go(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "apply.journey").write_text(TEXT)
    with preview(folder) as served:
        def until(status, page):
            end = time.monotonic() + 5
            while served.status(page) != status:
                assert time.monotonic() < end, page
                time.sleep(0.05)

        new = tmp_path / "new"
        new.mkdir()
        (new / "leave.journey").write_text(TEXT.replace("apply", "leave"))
        new.rename(folder / "new")
        until(200, "leave.html")
        (folder / "new/stay.journey").write_text(TEXT.replace("apply", "stay"))
        until(200, "stay.html")
        shutil.rmtree(folder / "new")
        until(404, "leave.html")
        until(200, "apply.html")


def test_errors_leave_the_map_that_was_there(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "apply.journey"
    path.write_text(TEXT)
    with preview(folder) as served:
        def state(holds):
            end = time.monotonic() + 5
            while not holds(now := json.loads(served.get("state?page=apply.html").body)):
                assert time.monotonic() < end, now
                time.sleep(0.05)
            return now

        first = state(lambda now: now["version"])
        path.write_text(TEXT.replace("channel web owner", "channel wbe owner", 1))
        wrong = state(lambda now: now["findings"]["lines"])
        assert "apply.journey:5:" in wrong["findings"]["lines"][0] and "help: " in wrong["findings"]["lines"][1]
        assert not wrong["isOld"], "nothing is missing, so the map follows"
        path.write_text(TEXT[:TEXT.index("    touchpoint send")])
        broken = state(lambda now: now["isOld"])
        assert broken["version"] == first["version"] and broken["findings"]["lines"]
        path.write_text(TEXT)
        assert state(lambda now: not now["findings"]["lines"])["version"] == first["version"]


def test_an_empty_folder_waits(tmp_path):
    with preview(tmp_path) as served:
        assert b"No journey yet" in served.get("").body
        (tmp_path / "apply.journey").write_text(TEXT)
        end = time.monotonic() + 5
        while b"Applying" not in served.get("").body:
            assert time.monotonic() < end
            time.sleep(0.05)


def test_the_program_without_a_preview_has_no_server_in_it():
    def has(program, word):
        return word in Path(program).read_bytes()

    live = Path(PROGRAM).with_name("waymark-live")
    for word in [b"Hummingbird", b"NIOPosix"]:
        assert has(live, word), "the test looks for what is not there anyway"
        assert not has(PROGRAM, word)


def wakes(process):
    """How often any of its threads began to run."""
    counts = [re.findall(r"ctxt_switches:\s*(\d+)", path.read_text())
              for path in Path(f"/proc/{process.pid}/task").glob("*/status")]
    return sum(int(count) for pair in counts for count in pair)


def test_while_nothing_happens_it_sleeps(served, folder):
    from test_editor_preview import Editor

    editor = Editor(folder)
    served.get("apply.html")
    time.sleep(7)  # until connections of other tests have ended, and the editor's findings are sent
    before = [wakes(editor.process), wakes(served.process)]
    time.sleep(4)
    server, preview_ = [then - now for then, now in zip([wakes(editor.process), wakes(served.process)], before)]
    # One look in ten seconds, whether something changed of which nobody told.
    assert server <= 1, server
    assert preview_ <= 1, preview_
    editor.stop()


def peak(process):
    return int(re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process.pid}/status").read_text())[1])


def test_it_takes_little_more_memory_than_a_check(tmp_path, capsys):
    """At most twice, once it has read 1,000 touchpoints; pages come on top while somebody looks at them."""
    points = "\n".join(f'    touchpoint t{i} "Touchpoint number {i}" channel web owner legal' for i in range(1000))
    (tmp_path / "large.journey").write_text(
        f'journey large "Large" {{\n  phase one "One" {{\n{points}\n  }}\n  flow {{ as-written }}\n}}\n')
    check = subprocess.run(["/usr/bin/env", "python3", "-c", (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"), PROGRAM, "check", str(tmp_path)],
        capture_output=True, text=True)
    needed = int(check.stdout)
    with preview(tmp_path) as served:
        served.get("nothing")
        alone = peak(served.process)
        assert served.status("large.html") == 200
        shown = peak(served.process)
    with capsys.disabled():
        print(f"\n1,000 touchpoints: check takes {needed >> 10} MiB, the preview {alone >> 10}, with the page {shown >> 10}")
    assert alone < 2 * needed + (24 << 10), "besides what the server itself takes"
