"""`waymark lsp` over its pipes, without a library between; a large journey, and what work on it costs."""
import json
import os
import select
import subprocess
from pathlib import Path

PROGRAM = os.environ["WAYMARK_PROGRAM"]


class Pipe:
    """The program without a library between: for what no library would send."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, "lsp", *arguments], bufsize=0, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, **message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))

    def read(self):
        assert select.select([self.process.stdout], [], [], 20)[0], "nothing came"
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        content = b""
        while len(content) < length:
            content += self.process.stdout.read(length - len(content))
        return json.loads(content)

    def ask(self, number, method, **parameters):
        self.send(id=number, method=method, params=parameters)
        while (answer := self.read()).get("id") != number or "method" in answer:
            pass
        return answer

    def end(self):
        self.process.stdin.close()
        status = self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()
        return status


def milliseconds(pipe, turns, work):
    """The processor time of one turn of some work, of the program alone."""
    def used():
        fields = Path(f"/proc/{pipe.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    before = used()
    for turn in range(turns):
        work(turn)
    return (used() - before) / turns


def wide(count):
    """A journey of so many touchpoints, each with a feeling and a pain, and a flow."""
    lines = ['channel web "Web"', 'department legal "Legal"', 'journey a "A" {']
    for start in range(0, count, 20):
        lines.append(f'  phase p{start} "P{start}" {{')
        for number in range(start, start + 20):
            lines += [f'    touchpoint t{number} "Touchpoint {number}" channel web owner legal {{', "      feels -1",
                      f'      pain "Too long {number}"', "    }"]
        lines.append("  }")
    arrows = [f"    t{number} -> t{number - 3} share 5%" for number in range(5, count, 5)]
    return "\n".join(lines + ["  flow {", "    as-written", *arrows, "  }", "}", ""])
