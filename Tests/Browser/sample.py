"""Workspaces made up for the browser: journeys of any length with everything a page can show, always the same."""

import pathlib
import random
import sys

TITLES = [
    "Sees the sign", "Compares accounts", "Fills in the application form", "Waits", "Rindfleischetikettierungsüberwachung",
    "Passes security and customs", "Звонит в поддержку", "手続きを確認する", "יוצר קשר", "Pays", "يتصل بالدعم",
    "Reads the terms and conditions, all forty pages of them, twice", "Ελέγχει", "नमस्ते कहता है", "Done 👩‍👩‍👧‍👦",
]
PERIODS = ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]


def write(folder: pathlib.Path, touchpoints: int) -> None:
    """A workspace of one journey named `sample`, with tallies of two metrics over four periods."""
    draw = random.Random(touchpoints)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f'department d{i} "{TITLES[i * 3 % len(TITLES)]}"' for i in range(5)]
    lines += [f'channel c{i} "Channel {i}"' for i in range(6)]
    lines += ['segment young "18 to 25"', 'segment firms "Firms"']
    lines += ['persona ana "Ana, a student" {', "  segment young", "}", 'persona bo "Bo, a baker" {', "  segment firms", "}"]
    lines += ['journey sample "A journey made up for a test" {', "  owner d0", "  persona ana, bo", "  target csat >= 75%"]
    placed = 0
    while placed < touchpoints:
        size = min(draw.randint(1, 7), touchpoints - placed)
        lines.append(f'  phase p{placed} "{draw.choice(TITLES)}" {{')
        for index in range(placed, placed + size):
            lines += touchpoint(index, draw)
        lines.append("  }")
        placed += size
    lines += ["  flow {", "    as-written"]
    lines += [arrow(touchpoints, draw) for _ in range(max(2, touchpoints // 3))]
    lines += ["  }"]
    lines += action(touchpoints)
    lines += ["}", ""]
    (folder / "sample.journey").write_text("\n".join(lines), encoding="utf-8")
    (folder / "sample.tally.csv").write_text("\n".join(tally(touchpoints, draw)) + "\n", encoding="utf-8")


def touchpoint(index: int, draw: random.Random) -> list[str]:
    lines = [f'    touchpoint t{index} "{draw.choice(TITLES)}" channel c{draw.randrange(6)} owner d{draw.randrange(5)} {{']
    lines.append(f'      feels {draw.choice(["-2", "-1", "0", "+1", "+2"])} "{draw.choice(TITLES)}"')
    facts = [
        "moment-of-truth", "optional", "importance 5", "persona ana", "segment firms",
        f'thinks "{draw.choice(TITLES)}" persona bo', f'need "{draw.choice(TITLES)}"',
        f'pain "{draw.choice(TITLES)}" evidence survey', f'idea "{draw.choice(TITLES)}"', 'frontstage "A form"',
        f'backstage "Checks it" owner d{draw.randrange(5)}', 'system "The register"',
        'link "https://example.org/form" ' f'"{draw.choice(TITLES)}"',
    ]
    return lines + [f"      {fact}" for fact in facts if draw.random() < 0.3] + ["    }"]


def arrow(touchpoints: int, draw: random.Random) -> str:
    here = draw.randrange(touchpoints)
    near = [there for there in range(here - 6, here + 9) if there != here and 0 <= there < touchpoints]
    there = draw.choice(near)
    label = f' : "{draw.choice(TITLES)}"' if draw.random() < 0.6 else ""
    kind = draw.randrange(8)
    if kind == 0:
        return f'    entry e{here} "Comes in" -> t{here}{label}'
    if kind == 1:
        return f'    t{here} -> exit "Gives up"{label}'
    return f"    t{here} -> t{there}{label}" + (" persona bo" if kind == 2 and label else "")


def action(touchpoints: int) -> list[str]:
    return ['  action shorten "Shorten the form" {', f"    for t{touchpoints // 2}", "    owner d1", "    due 2027-Q1", "  }"]


def tally(touchpoints: int, draw: random.Random) -> list[str]:
    """Four in five touchpoints are asked about; of those, some have too few answers."""
    rows = []
    for index in range(touchpoints):
        for metric, scale in (("csat", 5), ("effort", 7)):
            if draw.random() < 0.2:
                continue
            most = draw.choice([2, 9, 60, 300])
            for period in PERIODS:
                for answer in range(1, scale + 1):
                    rows.append(f"sample,t{index},{metric},1..{scale},{period},,survey,{answer},{draw.randint(1, most)},,")
    return ["journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"] + sorted(rows)


# Names within names, and an arrow to its own touchpoint.
ALIKE = """\
channel web "Web"
channel web-shop "Web shop"
channel shop "Shop"
department sales "Sales"
department pre-sales "Before sales"
segment young "Young"
segment young-firms "Young firms"
persona ann "Ann" { segment young }
persona anna "Anna" { segment young-firms }
journey alike "Names that hold others" {
  persona ann, anna
  phase p "P" {
    touchpoint look "Looks" channel web owner sales { persona ann }
    touchpoint pay "Pays" channel web-shop owner pre-sales { persona anna }
    touchpoint call "Calls" channel shop owner sales { segment young }
    touchpoint wait "Waits" channel web, shop owner pre-sales { segment young-firms }
  }
  flow {
    as-written
    call -> call : "nobody answers"
    wait -> look : "looks again"
    look -> call : "has a question"
  }
}
"""


# A plan and what it replaces.
PLAN = """\
channel letter "Letter"
channel app "App"
department sales "Sales"
journey today "Opening an account" {
  phase p "Apply" {
    touchpoint form "Fills in five forms" channel letter owner sales { feels -2 }
    touchpoint wait "Waits" channel letter owner sales { feels -1 }
    touchpoint done "Gets the card" channel letter owner sales { feels +1 }
  }
}
journey later "Opening an account, as planned" {
  state future
  future-of today
  phase p "Apply" {
    touchpoint form "Fills in one form" channel app owner sales { feels +1 }
    touchpoint done "Gets the card" channel letter owner sales { feels +2 }
  }
}
"""


def write_golden(folder: pathlib.Path, golden: pathlib.Path) -> None:
    """A workspace that the Swift tests render too: a journey, then tallies, each after a line that says so."""
    folder.mkdir(parents=True, exist_ok=True)
    journey, *tallies = golden.read_text(encoding="utf-8").split("--- tally\n")
    (folder / "golden.journey").write_text(journey, encoding="utf-8")
    for number, text in enumerate(tallies):
        (folder / f"golden-{number}.tally.csv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    here = pathlib.Path(sys.argv[1])
    for count in (3, 13, 40, 400):
        write(here / str(count), count)
    # Without anything that could be chosen: no figures, channels, departments or personas.
    (here / "bare").mkdir(parents=True, exist_ok=True)
    (here / "bare/bare.journey").write_text('journey bare "A bare journey" {\n  phase p "P" {\n    touchpoint look "Looks"\n    touchpoint pay "Pays"\n  }\n}\n')
    (here / "alike").mkdir(parents=True, exist_ok=True)
    (here / "alike/alike.journey").write_text(ALIKE)
    (here / "german").mkdir(parents=True, exist_ok=True)
    (here / "german/german.journey").write_text('workspace "Laden" {\n  language de\n}\n' + ALIKE)
    write_golden(here / "arabic", pathlib.Path(__file__).parent.parent / "Golden/html/arabic.journey")
    (here / "plan").mkdir(parents=True, exist_ok=True)
    (here / "plan/plan.journey").write_text(PLAN)
    # Everything that edition 1 of the language can say, with its pictures.
    golden = pathlib.Path(__file__).parent.parent / "Golden"
    (here / "edition/img").mkdir(parents=True, exist_ok=True)
    (here / "edition/edition.journey").write_bytes((golden / "model/edition.journey").read_bytes())
    (here / "edition/img/form.png").write_bytes((golden / "images/text.png").read_bytes())
    (here / "edition/img/tom.jpg").write_bytes((golden / "images/camera.jpg").read_bytes())
