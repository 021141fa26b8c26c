#!/usr/bin/env python3
"""exports.py DIR: writes the exports that the engines are compared on, the same for everybody.

A few thousand rows with what trips readers up: quoted commas, quotes and line breaks, CRLF, a byte order mark, gzip,
blanks round cells, cells that look like SQL, codes for blank and unused, weights of ten places, days that no calendar
has, instants around midnight and the change of clocks, people who answer twice in one minute, times to the nanosecond.
"""
import csv
import gzip
import io
import json
import random
import sys
from pathlib import Path

here = Path(__file__).parent
forms = json.loads((here / "forms.json").read_text(encoding="utf-8"))
draw = random.Random(20261121)

comments = [
    "", "fine", "well, \"fine\"", "two\nlines", "two\r\nlines, and \"quotes\"", "'; drop table answers; --", "${env:HOME}",
    "\\", "\\.", "line\n\\.\nline", "ends with a quote\"", "\"", ",", ";", "tab\there", "=1+1", "Ünïcödé 👩‍👩‍👧", " ",
]


def pick(*choices):
    return draw.choice(choices)


def padded(cell):
    return draw.choice([cell] * 12 + ["\u00a0" + cell, cell + "\u3000\u200b", " " + cell, cell + "  ", "\t" + cell, cell + "\n"])


def weight():
    return pick(
        "1", "0.5", "2.0", "0.00000000005", "1.23456789012345678", "1.25", f"{draw.randrange(1, 4)}.{draw.randrange(10**10):010}", "0", "999999.9999999999", "",
        "-1", "1.00000000001", "1.250", "1000000", "heavy", "007.5", "1,5", "1,500", ".5", "5.", "+2", "0.12345678900", "-0")


def instant():
    month, day = draw.randrange(1, 13), draw.randrange(1, 32)
    date = f"202{draw.randrange(4, 7)}-{month:02}-{day:02}"
    time = f"{draw.randrange(24):02}:{draw.randrange(60):02}"
    second = f":{draw.randrange(60):02}"
    return pick(
        date, f"{date} {time}", f"{date}T{time}{second}", f"{date} {time}{second}.{draw.randrange(1000):03}",
        f"{date.replace('-', '/')} {time}", f"{date.replace('-', '')}", f"{date.replace('-', '')}T{time}Z", date.replace("-", ".", 1),
        f"{date} {draw.randrange(14)}:{draw.randrange(60):02} {pick('AM', 'pm')}", f"{date} 24:00", f"{date} {time} UTC", f"{date} {time} GMT+1", f"{date} 1:{time[3:]}\u202fp.m.",
        str(draw.randrange(1_700_000_000_000, 1_790_000_000_000)), f"{date} 12:00:60", f"{date} 12:00+16:00",
        f"{date}T{time}{second}Z", f"{date}T{time}{second}+02:00", f"{date}T{time}{second}.5-0730",
        str(draw.randrange(1_700_000_000, 1_790_000_000)), f"{date}T25:00", f"{month:02}/{day:02}/2026", "",
        "2026-01-01T00:30:00Z", "2024-02-29", "2025-02-29", "2026-04-01T05:59:59Z", "2026-04-01T06:00:00Z")


def rating(low, high, *codes):
    number = draw.randrange(low, high + 1)
    return pick(
        str(number), str(number), str(number), str(number), str(number), f"{number}.0", f"{number}.00", "", " ",
        str(high + 1), str(low - 1), "-99", "-", "3.5", "5.", "1,000", "4,0", "NaN", "1e309", "1,5", "٣", "+3", "03", "five", *codes, *codes)


def visits(count):
    for index in range(count):
        yield [
            str(index), padded(instant()), pick("Complete", "COMPLETE", "com\u00a0plete", "1", "1.0", "01", "Complete\u00a0", "Partial", "", "1,000"), padded(weight()),
            pick("18–24", "25-29", "it's \"young\"", "30+", "${env:HOME}", "staff\\", "other", ""),
            padded(rating(1, 5, "6", "n/a", "0", "Very satisfied", "very\u00a0SATISFIED", "Très déçu", "Test")), padded(rating(1, 7, "9", "8")),
            padded(rating(1, 7, "0")), rating(1, 5), rating(0, 10, "11"), pick("Yes", "yes", "No", "no", "", "1", "0", "-", "1.0", "TRUE", "perhaps"),
            draw.choice(comments), pick("a", "b", "c,d"), "x", "y"]


def steps(count):
    for index in range(count):
        day, month = draw.randrange(1, 32), draw.randrange(1, 13)
        # Few minutes, so that many a person answers twice in one.
        recorded = f"{month:02}/{day:02}/2026 0{draw.randrange(3)}:{pick('00', '30')}"
        yield [
            pick(recorded, recorded, recorded, recorded, recorded, "13/01/2026 10:00", "02/30/2026 10:00", "2026-01-01", ""),
            pick("", "NULL", "1.23E+15", *(f"p{draw.randrange(150)}" for _ in range(20))), pick("PAY", "Pay, again", "DELIVER", "Both", "TEST", "", "Lost"),
            pick("SAT", "SAT", "SAT ", "EASE", "NPS", ""), padded(rating(1, 5, "5,0", "4,00", "0")), rating(1, 5, "9"),
            draw.choice(comments), pick("", "3,50")]


def cases(count):
    for index in range(count):
        hours = f"{draw.randrange(0, 400)}.{draw.randrange(10**6):06}"
        created, solved = (instant() for _ in range(2))
        if draw.random() < 0.5:
            created = f"2026-03-{draw.randrange(1, 32):02}T{draw.randrange(24):02}:00:{draw.randrange(60):02}.{draw.randrange(1000):03}"
            solved = f"2026-04-{draw.randrange(1, 31):02} {draw.randrange(24):02}:00:{draw.randrange(60):02}.{draw.randrange(10**9):09}"
        yield [
            created, solved,
            pick(hours, hours, hours, "0", "0.0001388888888889", "0.000138888888888888", "0.07111111111111", "-", "-2", "", "2,5", "1,500", "same day", "999999999999", "1000000000000", "+1", ".25",
                 "9999999999", "x", "70.9999", "0.5", "26:14:03", "2h 15m", "PT1H30M", "P1DT2H", "1:30", "1 day, 3 hrs", "1.500", str(draw.randrange(10**6))),
            pick("Closed", "Closed", "Open"), pick("Student", "5", "5.0", "Business", ""),
            pick("0", "1", "2", "3", "4", "", " ", "07", "99.0", "100", "-1", "2.5", "many", "MANY ", "perhaps", "1,000", "1,0"),
            draw.choice(comments)]


def earlier_cases(count):
    """An export made before the other: fewer of its cases are solved, and they had been open for less time."""
    for index in range(count):
        created = f"2025-11-{draw.randrange(1, 31):02} {draw.randrange(24):02}:{draw.randrange(60):02}:07"
        solved = f"2025-12-{draw.randrange(1, 25):02}T{draw.randrange(24):02}:30:00Z"
        yield [
            created, pick(solved, "", "  ", "soon"), str(draw.randrange(400)), pick("Closed", "Open"),
            pick("Student", "Business"), pick("0", "1", ""), draw.choice(comments)]


def tickets(count):
    for index in range(count):
        created = f"2026-0{draw.randrange(1, 5)}-{draw.randrange(1, 29):02} {draw.randrange(24):02}:{draw.randrange(60):02}"
        name = pick(*[str(1000 + index)] * 12, "", "NULL", "1.23457E+15")
        row = ["1", name, "Open", created, "", pick("Offered", "Unoffered", ""), draw.choice(comments)]
        yield row
        # The same case later on; as it was; twice in one export.
        solved = f"2026-0{draw.randrange(5, 8)}-{draw.randrange(1, 29):02} {draw.randrange(24):02}:{draw.randrange(60):02}"
        yield ["1", name, "Closed", created, solved, pick("Good", "Bad", "Offered"), row[6]] if draw.random() < 0.6 else row
        if draw.random() < 0.1:
            yield row


def calls(count):
    for index in range(count):
        row = [pick(f"c{index}", f"c{index}", "c7", "", "none"),
               f"2026-0{draw.randrange(1, 4)}-{draw.randrange(1, 29):02}", pick("", "N/A", f"p{draw.randrange(200)}"),
               rating(1, 5), draw.choice(comments)]
        yield row
        if draw.random() < 0.3:
            yield row


def write(path, form, rows, bom=False, crlf=False):
    text = io.StringIO(newline="")
    out = csv.writer(text, delimiter=form["delimiter"], lineterminator="\r\n" if crlf else "\n")
    out.writerow(form["columns"])
    out.writerows(rows)
    data = ("\ufeff" if bom else "").encode() + text.getvalue().encode()
    data = gzip.compress(data, mtime=0) if path.suffix == ".gz" else data
    path.write_bytes(data)


folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
write(folder / "visit-1.csv", forms["visit"], visits(2500), bom=True)
write(folder / "visit-2.csv.gz", forms["visit"], visits(1500))
write(folder / "step.csv", forms["step"], steps(4000), crlf=True)
write(folder / "case-1.csv", forms["case"], cases(3000), bom=True)
half = list(tickets(1200))
write(folder / "ticket-1.csv", forms["ticket"], half[::2])
write(folder / "ticket-2.csv", forms["ticket"], half[1::2], crlf=True)
half = list(calls(1500))
write(folder / "call-1.csv", forms["call"], half[:1000])
write(folder / "call-2.csv", forms["call"], half[800:])
write(folder / "case-2.csv", forms["case"], earlier_cases(700))
