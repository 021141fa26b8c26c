#!/usr/bin/env python3
"""oracle.py DIR: the tallies of DIR's exports by plain Python, written from docs/feedback.md and not from any query.

One mapping for each feedback of shop.journey, as code; decimals with the trap for what is not exact switched on.
"""
import csv
import decimal
import gzip
import io
import json
import re
import sys
from collections import defaultdict
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

here = Path(__file__).parent
forms = json.loads((here / "forms.json").read_text(encoding="utf-8"))
exact = decimal.Context(prec=60, traps=[decimal.Inexact, decimal.InvalidOperation])
header = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"
blanks = " \t\n\v\f\r"
epoch = datetime(1970, 1, 1)


def rows(folder, name, files=None):
    form = forms[name]
    for file in files or form["files"]:
        data = (folder / file).read_bytes()
        data = gzip.decompress(data) if file.endswith(".gz") else data
        table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=form["delimiter"]))
        assert table[0] == form["columns"]
        for row in table[1:]:
            assert len(row) == len(form["columns"]), row
            yield row


def row_bytes(row, delimiter):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="").writerow(row)
    return text.getvalue().encode()


def text(cell):
    return cell.strip(" \t\n\v\f\r\u00a0\u200b\u202f\u3000\ufeff")


def decimal_of(cell, thousands):
    """An exact number; with `thousands`, `1,500` and `1.500` could be fifteen hundred and are none."""
    if thousands and re.fullmatch("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}", cell):
        return None
    found = re.fullmatch("[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})", cell)
    return Decimal(cell.replace(",", ".")) if found else None


def codes(cell):
    """What a cell is compared as: its text, whatever case and blanks, and the whole number it is."""
    cell = text(cell)
    number = decimal_of(cell, thousands=True)
    return {plain_text(cell)} | ({str(int(number))} if number is not None and number == int(number) else set())


def plain_text(cell):
    return " ".join(re.sub("[\u200b\u2060\ufeff]", "", cell).split()).lower()


def moment(cell):
    """(seconds since 1970, whether it is an instant, the day as written) or None"""
    cell = cell.strip(blanks)
    if re.fullmatch("[0-9]{9,10}|[0-9]{13}", cell):
        seconds = int(cell) // (1000 if len(cell) == 13 else 1)
        return seconds, True, epoch + timedelta(seconds=seconds)
    if re.fullmatch("[0-9]{8}(T.*)?", cell):
        cell = f"{cell[:4]}-{cell[4:6]}-{cell[6:]}"
    found = re.fullmatch(
        r"(\d{4})([-/.])(\d\d)\2(\d\d)(?:[Tt ](\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?[ \u00a0\u2009\u202f]*([AaPp]\.?[Mm]\.?)?[ \u00a0\u2009\u202f]*(Z|z|(?:UTC|GMT)?[+-](?:\d\d(?::?\d\d)?|\d(?::\d\d)?)|UTC|GMT)?)?",
        cell, re.A)
    if not found:
        return None
    year, _, month, day, hour, minute, second, half, offset = found.groups()
    hour, minute, second = int(hour or 0), int(minute or 0), int(second or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute, second) != (0, 0)):
        return None
    try:
        written = datetime(int(year), int(month), int(day))
    except ValueError:
        return None
    seconds = (written - epoch) // timedelta(seconds=1) + hour * 3600 + minute * 60 + second
    is_instant = offset is not None
    offset = (offset or "").replace("UTC", "").replace("GMT", "")
    if offset and offset[0] in "+-":
        digits = ("0" if re.match("[+-][0-9](:|$)", offset) else "") + offset[1:].replace(":", "")
        digits = digits.ljust(4, "0")
        hours, minutes = int(digits[:2]), int(digits[2:])
        if hours > 15 or minutes > 59:
            return None
        seconds -= (hours * 60 + minutes) * 60 * (-1 if offset[0] == "-" else 1)
    return seconds, is_instant, written


def spoken(cell):
    """Seconds of what says its units itself: `26:14:03`, `2h 15m`, `PT1H30M`."""
    cell = cell.lower()
    if found := re.fullmatch("([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])", cell, re.A):
        return sum(int(n) * f for n, f in zip(found.groups(), (3600, 60, 1)))
    units = (("w|weeks?", 604800), ("d|days?", 86400), ("h|hrs?|hours?", 3600), ("m|mins?|minutes?", 60), ("s|secs?|seconds?", 1))
    patterns = ["".join(f"(?:([0-9]{{1,9}}) *(?:{name})[ ,]*)?" for name, _ in units),
                "p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?"]
    for pattern in patterns:
        if (found := re.fullmatch(pattern, cell, re.A)) and any(found.groups()):
            return sum(int(n or 0) * f for n, (_, f) in zip(found.groups(), units))
    return None


def bucket(seconds):
    if seconds < 256:
        return seconds
    return seconds - seconds % (1 << (seconds.bit_length() - 8))


def whole(cell, low, high):
    number = decimal_of(text(cell), thousands=False)
    if number is not None and number == int(number) and low <= number <= high:
        return str(int(number))


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def write(folder, name, answers):
    """answers: (journey, touchpoint, metric, scale, period, segment, answer, weight or None)"""
    counts = defaultdict(lambda: [0, Decimal(0), Decimal(0), False])
    for *key, weight in answers:
        count = counts[tuple(key)]
        count[0] += 1
        if weight is not None:
            count[1] = exact.add(count[1], weight)
            count[2] = exact.add(count[2], exact.multiply(weight, weight))
            count[3] = True
    lines = []
    for (journey, touchpoint, metric, scale, period, segment, answer), (count, sum1, sum2, weighted) in counts.items():
        weights = [plain(sum1), plain(sum2)] if weighted else ["", ""]
        lines.append(",".join([journey, touchpoint, metric, scale, period, segment, name, answer, str(count), *weights]))
    lines.sort(key=str.encode)
    (folder / f"{name}.oracle.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def truth(cell):
    for answer, words in ("1", {"yes", "true", "1"}), ("0", {"no", "false", "0"}):
        if words & codes(cell):
            return answer


def visit(folder):
    segments = {"18–24": "young", "25-29": "young", "it's \"young\"": "young", "30+": "settled", "${env:home}": "settled"}
    for row in rows(folder, "visit"):
        _, when, status, weight, age, q1, q2, q3, q4, nps, solved, *_ = row
        time, weight = moment(when), decimal_of(weight.strip(blanks), thousands=True)
        if not codes(status) & {"complete", "1"} or time is None:
            continue
        if weight is None or weight < 0:
            continue
        weight = weight.quantize(Decimal(1).scaleb(-10), decimal.ROUND_HALF_UP, decimal.Context(prec=60))
        if weight >= 1_000_000:
            continue
        seconds, is_instant, written = time
        if is_instant:
            written = datetime.fromtimestamp(seconds, timezone.utc).astimezone(ZoneInfo("America/Denver"))
        out = []
        first = {"very satisfied": "5", "très déçu": "1"}.get(plain_text(q1), whole(q1, 1, 5))
        out.append(("find", "csat", "1..5", "unused" if codes(q1) & {"6", "n/a"} else first))
        if not codes(q3) & {"2", "n/a"}:
            out.append(("pay", "csat", "1..7", "unused" if "9" in codes(q2) else whole(q2, 1, 7)))
        out.append(("find+compare", "effort", "7..1", whole(q3, 1, 7)))
        if codes(q2) & {"1", "2", "3"}:
            out.append(("buy", "effort", "1..5", whole(q4, 1, 5)))
        out.append(("", "nps", "0..10", whole(nps, 0, 10)))
        out.append(("back", "fcr", "0..1", truth(solved)))
        for touchpoint, metric, scale, answer in out:
            if answer is not None:
                yield ("shop", touchpoint, metric, scale, f"{written:%Y-%m}", segments.get(plain_text(age), ""), answer, weight)


def somebody(cell):
    """What identifies a person or an answer; None for nobody."""
    cell = cell.strip(blanks)
    nobody = {"null", "n/a", "none", "anonymous", "undefined", "", "-"}
    return None if cell.lower() in nobody or re.fullmatch(r"[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+", cell) else cell


def step(folder):
    places = {"pay": "pay", "pay, again": "pay", "deliver": "deliver", "both": "pay+deliver"}
    latest = {}
    for row in rows(folder, "step"):
        recorded, person, place, question, value, extra, *_ = row
        person, question = somebody(person), plain_text(question).upper()
        found = re.fullmatch("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}) ([0-9]{1,2}):([0-9]{1,2})", recorded.strip(blanks))
        try:
            month, day, year, hour, minute = map(int, found.groups())
            written = datetime(year, month, day, hour, minute)
        except (AttributeError, ValueError):
            continue
        if not person:
            continue
        period = f"{written.year}-Q{(written.month + 2) // 3}"
        here = ("shop", places.get(plain_text(place)))
        asked = {
            "SAT": [(here, "csat", "1..5", whole(value, 1, 5)),
                    (("shop", "compare"), "csat", "1..5", "unused" if "9" in codes(extra) else whole(extra, 1, 5)),
                    (("shop", "compare"), "fcr", "0..1", truth(extra))],
            "EASE": [(here, "effort", "5..1", whole(value, 1, 5))],
            "NPS": [(("", ""), "nps", "0..10", whole(value, 0, 10))],
        }.get(question, [])
        for number, (subject, metric, scale, answer) in enumerate(asked):
            key, order = (person, period, subject, question, number), (written, row_bytes(row, ";"))
            if answer is not None and subject[1] is not None and (key not in latest or latest[key][0] < order):
                latest[key] = (order, (*subject, metric, scale, period, "", answer, None))
    return (answer for _, answer in latest.values())


def ticket(folder):
    """A help desk's cases, in two exports that overlap: of each id the row of the latest date."""
    latest = {}
    tables = [list(rows(folder, "ticket", [file])) for file in forms["ticket"]["files"]]
    newest = [max(found[0] for row in table for found in (moment(row[3]), moment(row[4])) if found) for table in tables]
    every = [(row, last) for table, last in zip(tables, newest) for row in table]
    for number, (row, last) in enumerate(every):
        _, name, status, created, solved, score, _ = row
        start, end = moment(created), moment(solved)
        if start is None:
            continue
        out = []
        answer = {"good": "1", "bad": "0"}.get(plain_text(score))
        if answer:
            out.append(("csat", "0..1", answer))
        if not solved.strip(blanks):
            out.append(("resolution", "", ">" + str(bucket(last - start[0]))))
        elif end is not None and 0 <= end[0] - start[0] <= 999_999_999_999:
            out.append(("resolution", "", str(bucket(end[0] - start[0]))))
        if not out:
            continue
        order = (max(start[0], end[0] if end else start[0]), last, row_bytes(row, ","))
        key = somebody(name) or number
        if key not in latest or latest[key][0] < order:
            latest[key] = (order, start[2], out)
    for _, written, out in latest.values():
        for metric, scale, answer in out:
            yield ("shop", "back", metric, scale, f"{written:%Y-%m}", "", answer, None)


def call(folder):
    """A column that only has the name of an id: rows that are equal throughout count once."""
    seen = set()
    latest = {}
    for number, row in enumerate(rows(folder, "call")):
        name, recorded, who, rate, _ = row
        time, answer = moment(recorded), whole(rate, 1, 5)
        if time is None or answer is None:
            continue
        place = ("shop", "pay", "csat", "1..5", f"{time[2]:%Y-%m}", "", answer, None)
        whole_row, person = row_bytes(row, ";"), somebody(who)
        if person:
            key, order = (person, place[4]), (time[0], whole_row)
            if key not in latest or latest[key][0] < order:
                latest[key] = (order, place)
        elif not somebody(name) or whole_row not in seen:
            seen.add(whole_row)
            yield place
    for _, place in latest.values():
        yield place


def case(folder):
    for file in forms["case"]["files"]:
        table = list(rows(folder, "case", [file]))
        newest = max(found[0] for row in table for found in (moment(row[0]), moment(row[1])) if found)
        yield from cases(table, newest)


def cases(table, newest):
    """A case without its end has been open until the newest date of its own file."""
    for row in table:
        created, solved, hours, status, plan, reopens, _ = row
        start, end = moment(created), moment(solved)
        if start is None:
            continue
        seconds, is_instant, written = start
        year = str(written.year)
        out = []
        number = decimal_of(text(hours), thousands=True)
        closed = plain_text(status) == "closed"
        if closed and plain_text(hours) == "same day":
            out.append(("pay", "resolution", "", 86400))
        elif closed and number is not None and 0 <= number <= 999_999_999_999:
            exactly = exact.multiply(number, Decimal(3600))
            out.append(("pay", "resolution", "", int(exactly.quantize(Decimal(1), decimal.ROUND_HALF_UP, decimal.Context(prec=60)))))
        elif closed and spoken(text(hours)) is not None:
            out.append(("pay", "resolution", "", spoken(text(hours))))
        clock = re.fullmatch("([0-9]{1,9}):([0-5][0-9])", text(hours), re.A)
        seconds_of_hours = int(clock[1]) * 3600 + int(clock[2]) * 60 if clock else spoken(text(hours))
        if seconds_of_hours is not None:
            out.append(("compare", "resolution", "", seconds_of_hours))
        if not solved.strip(blanks) or plain_text(solved) == "soon":
            out.append(("deliver", "resolution", ">", newest - seconds))
        elif end is not None and end[0] >= seconds and end[1] == is_instant:
            out.append(("deliver", "resolution", "", end[0] - seconds))
        again = re.fullmatch("([+-]?[0-9]{1,18})([.,]0*)?", text(reopens), re.A)
        # `1,000` may be a thousand, and is no number then.
        again = int(again[1]) if again and not re.fullmatch("[+-]?[1-9][0-9]{0,2}[.,]000", text(reopens), re.A) else None
        if again is not None and 0 <= again <= 99:
            out.append(("pay", "fcr", "0..1", "0" if again else "1"))
        one = "5" if plain_text(reopens) == "many" or again is not None and 6 <= again <= 99 else whole(reopens, 1, 5)
        if text(reopens):
            out.append(("compare", "csat", "5..1", one or "3"))
        for touchpoint, metric, scale, answer in out:
            if metric == "resolution":
                if answer > 999_999_999_999:
                    continue
                answer, scale = scale + str(bucket(answer)), ""
            yield ("shop", touchpoint, metric, scale, year, "young" if codes(plan) & {"student", "5"} else "settled" if text(plan) else "", answer, None)


folder = Path(sys.argv[1])
for name, answers in (("visit", visit), ("step", step), ("case", case), ("ticket", ticket), ("call", call)):
    write(folder, name, answers(folder))
