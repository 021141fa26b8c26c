#!/usr/bin/env python3
"""Attacks what `waymark review --format json` prints, with an integer solver (HiGHS, by SciPy).

    python hiding.py PROGRAM FOLDER [TABLES]

Each touchpoint of a journey is a random table: answers 1 to 5 of one to four segments in three or six months. The review
is printed for everyone and for each segment, in each month, quarter and year, and whatever is said of a figure is
taken down: how many answered, the share of good answers, the mean, where the change begins. Then, for each figure that
is hidden, the solver looks for the least and the greatest count that agree with all of that and with the sums of
months and segments. Where they differ by fewer than `hide-below`, a hidden count was found.
Ends with "hiding: N hidden figures, M found".
"""
import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

HIDE_BELOW = 10
KINDS = range(5)
SEGMENTS = ["a", "b", "c"]
MONTHS = [f"2026-{month:02}" for month in range(4, 10)]
LONGER = {"2026-Q2": MONTHS[:3], "2026-Q3": MONTHS[3:], "2026": MONTHS}


def table(chance, kind):
    """Counts by segment and month; the segment "" is answers without one."""
    segments = ["", *SEGMENTS][: chance.randint(1, 4)]
    months = MONTHS if chance.random() < 0.3 else MONTHS[3:]
    size = [24, 60, 80][kind % 3]
    counts = {}
    for segment in segments:
        for month in months:
            n = chance.randint(0, chance.randint(0, size) if kind % 3 == 2 else size)
            best = chance.randint(3, 8)
            cell = [0] * 5
            for _ in range(n):
                cell[min(4, chance.randrange(best))] += 1
            if n:
                counts[segment, month] = cell
    return counts


def write(folder, tables):
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"t{index:03}" for index in range(len(tables))]
    (folder / "w.journey").write_text(
        'workspace "W" { hide-below ' + str(HIDE_BELOW) + " }\n" + "".join(f'segment {s} "{s}"\n' for s in SEGMENTS)
        + 'journey j "J" { phase p "P" {\n' + "".join(f'  touchpoint {name} "{name}"\n' for name in names) + "} }\n"
        + 'feedback f "F" {\n  file "f.csv"\n  date "d"\n  touchpoint "t" { '
        + " ".join(f'"{name}" is j/{name}' for name in names)
        + ' }\n  answer csat "a" scale 1..5\n  segment "s" { ' + " ".join(f'"{s}" is {s}' for s in SEGMENTS) + " }\n}\n")
    rows = [
        f"j,{name},csat,1..5,{month},{segment},f,{kind + 1},{cell[kind]},,"
        for name, counts in zip(names, tables) for (segment, month), cell in counts.items() for kind in KINDS if cell[kind]]
    (folder / "f.tally.csv").write_text(
        "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n" + "\n".join(sorted(rows)) + "\n")


def review(program, folder, segment, period):
    command = [program, "review", str(folder), "--format", "json"]
    command += ["--period", period] if period else []
    command += ["--segment", segment] if segment else []
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode > 1:
        sys.exit(f"{' '.join(command)}: {run.stderr}")
    return [touchpoint["scores"].get("csat") for touchpoint in json.loads(run.stdout)["journeys"][0]["touchpoints"]]


def attack(counts, said):
    """How many figures of a table are hidden, and which of them are known. `said` is by segment and period."""
    segments = sorted({segment for segment, _ in counts})
    months = sorted({month for _, month in counts})
    cells = [(segment, month) for segment in segments for month in months if (segment, month) in counts]
    place = {cell: index for index, cell in enumerate(cells)}

    def members(segment, period):
        held = LONGER.get(period, [period])
        return [place[cell] for cell in cells if cell[1] in held and segment in (None, cell[0])]

    rows, low, high = [], [], []

    def say(cells, factors, least, most):
        row = np.zeros(len(place) * 5)
        for cell in cells:
            row[cell * 5 : cell * 5 + 5] = factors
        rows.append(row)
        low.append(least)
        high.append(most)

    hidden = []
    for (segment, period), score in said.items():
        inside = members(segment, period)
        if not inside:
            continue
        if score["state"] == "hidden":
            told = [key for key, value in score.items() if key not in ("state", "target") and value not in (None, [])]
            if told:
                return 1, [f"{segment} {period}: hidden, but {', '.join(told)} is said"]
            hidden.append((segment, period, inside))
            say(inside, [1] * 5, 1, np.inf)
        elif score["n"]:
            n = score["n"]
            good = round(score["value"] * n)
            say(inside, [1] * 5, n, n)
            say(inside, [0, 0, 0, 1, 1], good, good)
            say(inside, [1, 2, 3, 4, 5], n * (score["mean"] - 0.00051), n * (score["mean"] + 0.00051))
            for record in score["history"]:
                if said.get((segment, record["period"]), {}).get("state") == "hidden":
                    return 1, [f"{segment} {period}: its history has {record['period']}, which is hidden"]
            change = score["change"]
            if change and said.get((segment, change["from"]), {}).get("state") == "hidden":
                return 1, [f"{segment} {period}: the change is from {change['from']}, which is hidden"]
    # Each cell has answers, as everybody knows: of none it would say so.
    for cell in place.values():
        say([cell], [1] * 5, 1, np.inf)
    bounds, size = Bounds(0, np.inf), len(place) * 5
    constraints = LinearConstraint(np.array(rows), np.array(low), np.array(high))
    found = []
    for segment, period, inside in hidden:
        aim = np.zeros(size)
        for cell in inside:
            aim[cell * 5 : cell * 5 + 5] = 1
        ends = []
        for sign in (1, -1):
            # Far enough to tell; a count without an upper end would have no answer.
            cap = LinearConstraint(aim, -np.inf, sum(sum(counts[cells[i]]) for i in inside) + 3 * HIDE_BELOW)
            solved = milp(sign * aim, constraints=[constraints, cap], bounds=bounds, integrality=np.ones(size))
            if solved.x is None:
                return len(hidden), [f"{segment} {period}: nothing agrees with what is said ({solved.message})"]
            ends.append(round(aim @ solved.x))
        if ends[1] - ends[0] < HIDE_BELOW:
            found.append(f"{segment or 'everyone'} {period}: {ends[0]} to {ends[1]}")
    return len(hidden), found


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    chance = random.Random(2026)
    tables = [table(chance, kind) for kind in range(count)]
    write(folder, tables)
    asked = {(segment, period): review(program, folder, segment, period)
             for segment in [None, *SEGMENTS] for period in [*MONTHS, *LONGER]}
    hidden = found = shown = 0
    for index, counts in enumerate(tables):
        said = {key: scores[index] for key, scores in asked.items() if scores[index]}
        shown += sum(score["state"] in ("scored", "indicative") for score in said.values())
        known = attack(counts, said)
        hidden += known[0]
        found += len(known[1])
        for line in known[1]:
            print(f"table {index}, {line}")
    print(f"hiding: {shown} figures shown, {hidden} hidden, {found} found")
    sys.exit(found > 0 or hidden == 0 or shown == 0)


main()
