"""`waymark serve` as a program that runs, and a client of plain sockets: what a browser would not send, this does."""
import contextlib
import os
import re
import select
import socket
import subprocess
import time

PROGRAM = os.environ["WAYMARK_PROGRAM"]
TEXT = '''department legal "Legal"
channel web "Web"
journey apply "Applying" {
  phase one "One" {
    touchpoint form "Fills in" channel web owner legal
    touchpoint send "Sends" channel web owner legal
  }
  flow {
    form -> send
  }
}
'''


class Preview:
    """The running program, with the link it printed."""

    def __init__(self, folder, *options, secret=None):
        environment = {name: value for name, value in os.environ.items() if name != "WAYMARK_PREVIEW_SECRET"}
        if secret:
            environment["WAYMARK_PREVIEW_SECRET"] = secret
        self.process = subprocess.Popen([PROGRAM, "serve", str(folder), *options], env=environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said = ""
        self.link = self.until(r"Preview: (http://\S+)")
        self.port, self.secret = re.match(r"http://[^/]*:(\d+)/([\w-]+)/$", self.link).groups()
        self.port = int(self.port)

    def until(self, pattern, seconds=20):
        """What the program says next that looks like this."""
        end = time.monotonic() + seconds
        while not (found := re.search(pattern, self.said)):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            piece = os.read(self.process.stdout.fileno(), 65536).decode() if ready else ""
            assert piece, f"it did not say {pattern}: {self.said}"
            self.said += piece
        self.said = self.said[found.end():]
        return found.group(found.lastindex or 0)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), 10)
        connection.settimeout(10)
        return connection

    def send(self, request: bytes):
        """Status, headers and body of the first answer, and what came behind it; None where there is none."""
        with self.connect() as connection:
            connection.sendall(request)
            return parsed(everything(connection))

    def get(self, path="", method="GET", host=None, body="", **headers):
        """Asks for something behind the secret; header names with _ for -."""
        host = f"localhost:{self.port}" if host is None else host
        lines = [f"{method} /{self.secret}/{path} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        return self.send(("\r\n".join(lines) + "\r\n\r\n" + body).encode())

    def status(self, *path, **headers):
        answer = self.get(*path, **headers)
        return answer and answer.status


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


def everything(connection):
    got = b""
    with contextlib.suppress(ConnectionError, socket.timeout):
        while piece := connection.recv(1 << 16):
            got += piece
    return got


def parsed(got: bytes):
    if not got:
        return None
    head, _, body = got.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(": ")
        assert name.lower() not in headers, f"{name} twice"
        headers[name.lower()] = value
    return Answer(int(first.split()[1]), headers, body)


@contextlib.contextmanager
def preview(folder, *options, **keywords):
    served = Preview(folder, *options, **keywords)
    try:
        yield served
    finally:
        served.stop()
