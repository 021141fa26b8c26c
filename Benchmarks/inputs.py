"""Makes what is measured: the airport's graph for dot and D2, long journeys, and a workspace of many files."""
import re
from pathlib import Path

DEPARTMENTS = ["marketing", "product", "risk", "support", "billing", "logistics", "stores", "field"]
CHANNELS = ["web", "app", "phone", "mail", "shop", "chat"]
DOES = ["Compares", "Fills in", "Waits for", "Asks about", "Receives", "Returns", "Pays", "Signs"]
WHAT = ["the offer", "the application form", "a call back", "the monthly invoice", "the welcome letter", "an appointment",
        "the delivery", "a refund", "the contract", "the new card"]
PHASE = 25  # touchpoints in a phase


def steps(count):
    """Title, owner, channel and feeling of each touchpoint; the same for the same count, no two titles alike."""
    for number in range(count):
        title = f"{DOES[number % 8]} {WHAT[number // 8 % 10]}, part {number + 1}"
        yield title, DEPARTMENTS[number // 3 % 8], CHANNELS[number // 2 % 6], (number * 7 // 3) % 5 - 2


def declarations():
    lines = [f'department {name} "{name.capitalize()}"' for name in DEPARTMENTS]
    return lines + [f'channel {name} "{name.capitalize()}"' for name in CHANNELS]


def journey(count):
    """A journey in Waymark's language."""
    lines = declarations() + ['journey long "A long journey" {', "  owner product"]
    for number, (title, owner, channel, feels) in enumerate(steps(count)):
        if number % PHASE == 0:
            lines += ["  }"] * (number > 0) + [f'  phase p{number // PHASE} "Phase {number // PHASE + 1}" {{']
        lines.append(f'    touchpoint t{number} "{title}" channel {channel} owner {owner} feels {feels:+d}'.replace("+0", "0"))
    return "\n".join(lines + ["  }", "}", ""])


def mermaid(count):
    """The same steps in Mermaid's; a feeling of -2 to +2 is a score of 1 to 5."""
    lines = ["journey", "  title A long journey"]
    for number, (title, owner, channel, feels) in enumerate(steps(count)):
        if number % PHASE == 0:
            lines.append(f"  section Phase {number // PHASE + 1}")
        lines.append(f"    {title}: {feels + 3}: {owner.capitalize()}")
    return "\n".join(lines + [""])


def graph(source):
    """Nodes and labelled edges of a journey file with a flow."""
    points = dict(re.findall(r'^ *touchpoint ([\w-]+) "([^"]*)"', source, re.M))
    edges = []
    for line in re.search(r"^  flow \{\n(.*?)^  \}", source, re.M | re.S)[1].splitlines():
        path, _, label = line.split("#")[0].partition(" : ")
        names = []
        for step in path.split("->"):
            named = re.match(r'\s*(?:(entry|exit)\s+([\w-]+)?\s*(?:"([^"]*)")?|([\w-]+))', step)
            if named and named[1]:
                name = named[2] or re.sub(r"\W+", "-", named[3].lower())
                points[name] = named[3] or name
                names.append(name)
            elif named:
                names.append(named[4])
        label = re.match(r'"([^"]*)"', label)
        edges += [(a, b, label[1] if label else "") for a, b in zip(names, names[1:])]
    return points, edges


def dot(points, edges):
    lines = ["digraph {", "  rankdir=LR", "  node [shape=box]"]
    lines += [f'  "{name}" [label="{title}"]' for name, title in points.items()]
    lines += [f'  "{a}" -> "{b}" [label="{label}"]' for a, b, label in edges]
    return "\n".join(lines + ["}", ""])


def d2(points, edges):
    lines = ["direction: right"] + [f'"{name}": "{title}"' for name, title in points.items()]
    lines += [f'"{a}" -> "{b}"' + f': "{label}"' * bool(label) for a, b, label in edges]
    return "\n".join(lines + [""])


def workspace(folder, files, lines):
    """A workspace of `files` journeys of `lines` lines each."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shared.journey").write_text("\n".join(declarations() + [""]))
    for number in range(files):
        name = f"j{number}"
        body = [f'journey {name} "Journey number {number}" {{', f"  owner {DEPARTMENTS[number % 8]}", '  phase one "One" {']
        for at, (title, owner, channel, feels) in enumerate(steps((lines - 5) // 6)):
            body += [f'    touchpoint t{at} "{title}" channel {channel} owner {owner} {{', f"      importance {at % 5 + 1}",
                     f'      thinks "How long does {title.lower()} take?"', f"      feels {feels:+d}".replace("+0", "0"),
                     '      pain "Nobody says when it is done" evidence interview', "    }"]
        body += ["  }"] + ["  # as they told us"] * (lines - len(body) - 2) + ["}", ""]
        place = folder / f"team-{number // 50}"
        place.mkdir(exist_ok=True)
        (place / f"{name}.journey").write_text("\n".join(body))


def edited(source):
    """The same journey after a team's edits: of a thousand touchpoints five each are gone, new, renamed, given to another
    department and said in other words."""
    lines = []
    for line in source.splitlines():
        named = re.match(r"    touchpoint t(\d+) ", line)
        edit = int(named[1]) % 200 if named else None
        if edit == 10:
            continue
        if edit == 20:
            line = line.replace(f"touchpoint t{named[1]} ", f"touchpoint n{named[1]} ") + f" was t{named[1]}"
        if edit == 30:
            line = re.sub(r"owner \w+", "owner " + DEPARTMENTS[int(named[1]) // 7 % 8], line)
        if edit == 40:
            line = line.replace(", part", ", step")
        lines.append(line)
        if edit == 50:
            lines.append(line.replace(f"touchpoint t{named[1]} ", f"touchpoint x{named[1]} ").replace(' "', ' "Again: ', 1))
    return "\n".join(lines + [""])


def pull_request(folder, journeys):
    """The account journey before and after a usual pull request: a quarter counted, a touchpoint more, an owner changed."""
    for side in ("before", "after"):
        (folder / side).mkdir(parents=True, exist_ok=True)
        for file in (Path(journeys) / "account").iterdir():
            text = file.read_text()
            if side == "before" and file.suffix == ".csv":
                text = "".join(line for line in text.splitlines(True) if ",2026-Q3," not in line)
            if side == "after" and file.suffix == ".journey":
                text = text.replace("    touchpoint card ", '    touchpoint post "Waits for the post" channel post owner cards\n'
                                    "    touchpoint card ").replace("channel email owner risk", "channel email owner product")
            (folder / side / file.name).write_text(text)


def make(bench, journeys):
    """Writes all of it below `bench`, afresh where it is missing."""
    inputs = Path(bench) / "inputs"
    for count in (0, 1000, 10000):
        (inputs / f"long-{count}").mkdir(parents=True, exist_ok=True)
        if count:
            (inputs / f"long-{count}/long.journey").write_text(journey(count))
        (inputs / f"long-{count}.mmd").write_text(mermaid(count) if count else "journey\n  title Nothing\n")
    airport = graph((Path(journeys) / "airport/airport.journey").read_text())
    (inputs / "airport.dot").write_text(dot(*airport))
    (inputs / "airport.d2").write_text(d2(*airport))
    (inputs / "edited-10000").mkdir(exist_ok=True)
    (inputs / "edited-10000/long.journey").write_text(edited(journey(10000)))
    pull_request(inputs / "pull-request", journeys)
    if not (inputs / "many/shared.journey").exists():
        workspace(inputs / "many", 1000, 100)
    return inputs
