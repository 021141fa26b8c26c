"""Turns an SVG into the calls that write it, for `replay.c`."""
import subprocess
import xml.parsers.expat


def record(svg, out):
    """Writes the calls that make the file `svg` to the file `out`."""
    calls = []
    parser = xml.parsers.expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True

    def start(name, attributes):
        calls.append(f"<{name}\0")
        calls.extend(f"@{name}\0{value}\0" for name, value in zip(attributes[::2], attributes[1::2]))

    parser.StartElementHandler = start
    parser.CharacterDataHandler = lambda text: calls.append(f'"{text}\0')
    parser.EndElementHandler = lambda name: calls.append(">")
    with open(svg, "rb") as file:
        parser.ParseFile(file)
    with open(out, "w", encoding="utf-8", newline="") as file:
        file.write("".join(calls))


def same(one, other):
    """Whether two XML files hold the same elements, attributes and texts."""
    canonical = [subprocess.run(["xmllint", "--huge", "--c14n", path], capture_output=True).stdout for path in (one, other)]
    return canonical[0] == canonical[1] and len(canonical[0]) > 0
