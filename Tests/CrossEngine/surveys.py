#!/usr/bin/env python3
"""Works out the figures of the airport's map a second time, from the raw surveys of 2014 to 2017, and compares.

    python3 Tests/CrossEngine/surveys.py PROGRAM SURVEYS

PROGRAM is a built `waymark`, SURVEYS the folder with DataSF's four files. It reads neither the tally files nor the
feedback blocks of the journey: the questions and codes are written down here again, and every formula is worked out
with Python's own library. What `waymark review --format json` prints must agree in every digit.
Prints a line a year and ends with "surveys: N passed, M failed".
"""
import csv
import json
import math
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from statistics import NormalDist

ROOT = Path(__file__).resolve().parents[2]
Z = NormalDist().inv_cdf(0.975)

# A question: touchpoint (None is the airport as a whole), metric, column of each year, whether 6 is "never used".
QUESTIONS = [
    ("travel", "effort", "Q13GETRATE", True),
    ("roads", "csat", "Q7ROADS", True),
    ("rental", "csat", "Q7RENTAL", True),
    ("shuttle", "csat", "Q7LTPARKING", True),
    ("parking", "csat", "Q7PARK", True),
    ("airtrain", "csat", "Q7AIRTRAIN", True),
    ("security", "effort", "Q14PASSTHRU", True),
    ("screens", "csat", "Q7SCREENS", True),
    ("signs", "csat", "Q7SIGN", True),
    ("booth", "csat", "Q7INFOUP", True),
    ("walkways", "csat", "Q7WALKWAYS", True),
    ("food", "csat", "Q7FOOD", True),
    ("shops", "csat", "Q7STORE", True),
    ("wifi", "csat", "Q7WIFI", True),
    ("art", "csat", "Q7ART", True),
    ("restroom", "csat", "Q9RESTROOM", True),
    ("gate", "csat", "Q9BOARDING", True),
    ("precheck", "csat", "Q12PRECHECKRATE|Q12PRECHEKCRATE", False),
    (None, "csat", "Q7ALL", False),
    (None, "nps", "NETPRO", False),
]
YEARS = [2014, 2015, 2016, 2017]


def read(folder, year):
    with open(folder / f"sfo-customer-survey-{year}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def whole(text):
    """The whole number that a cell is, or nothing."""
    try:
        number = Fraction(text.strip())
    except ValueError:
        return None
    return int(number) if number.denominator == 1 else None


class Asked:
    """The answers to one question in one year."""

    def __init__(self, rows, metric, columns, has_unused):
        self.metric = metric
        column = next((name for name in columns.split("|") if rows and name in rows[0]), None)
        scale = range(0, 11) if metric == "nps" else range(1, 6)
        self.answers, self.unused, self.flights = [], [], []
        for place, row in enumerate(rows if column else []):
            answer, weight = whole(row[column]), Fraction(row["WEIGHT"].strip())
            if answer in scale:
                self.answers.append((answer, weight))
                # Passengers asked before one flight; whoever has no number was asked alone.
                self.flights.append(row.get("RUNID", row.get("RUN", "")).strip() or place)
            elif has_unused and answer == 6:
                self.unused.append(weight)

    def sums(self, weights):
        first = sum(weights)
        second = sum(weight * weight for weight in weights)
        return first, float(first * first / second)

    @property
    def n(self):
        return len(self.answers)

    def share(self, wanted):
        total, _ = self.sums([weight for _, weight in self.answers])
        return float(sum(weight for answer, weight in self.answers if wanted(answer)) / total)

    @property
    def effective(self):
        """Kish's number, or what the answers are worth with flights as clusters: Kish and Frankel (1974), Binder (1983)."""
        total, kish = self.sums([weight for _, weight in self.answers])
        if self.metric == "nps":
            counted = [(answer >= 9) - (answer <= 6) for answer, _ in self.answers]
        else:
            counted = [int(answer >= 4) for answer, _ in self.answers]
        weights = [weight for _, weight in self.answers]
        mean = sum(value * weight for value, weight in zip(counted, weights)) / total
        spread = sum(weight * (value - mean) ** 2 for value, weight in zip(counted, weights)) / total
        sums = {}
        for flight, value, weight in zip(self.flights, counted, weights):
            sums[flight] = sums.get(flight, 0) + weight * (value - mean)
        if len(sums) < 10:
            return kish
        variance = Fraction(len(sums), len(sums) - 1) * sum(one * one for one in sums.values()) / total ** 2
        return min(kish, float(spread / variance)) if variance else kish

    @property
    def mean(self):
        total, _ = self.sums([weight for _, weight in self.answers])
        return float(sum(answer * weight for answer, weight in self.answers) / total)

    def figure(self):
        """The value with its 95 % interval: Wilson's, or the adjusted Wald interval of Rocks (2016) for NPS."""
        n = self.effective
        if self.metric != "nps":
            share = self.share(lambda answer: answer >= 4)
            return (share, *wilson(share, n))
        promoters, detractors = self.share(lambda a: a >= 9), self.share(lambda a: a <= 6)
        centre, error = adjusted(promoters, detractors, n)
        return (100 * (promoters - detractors), 100 * (centre - Z * error), 100 * (centre + Z * error))

    def reach(self):
        if not self.unused:
            return None
        used = [weight for _, weight in self.answers]
        total, n = self.sums(used + self.unused)
        share = float(sum(used) / total)
        return (share, *wilson(share, n))


def wilson(p, n, z=Z):
    """Wilson (1927), Journal of the American Statistical Association 22."""
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def adjusted(promoters, detractors, n):
    p, d, m = promoters * n + 0.75, detractors * n + 0.75, n + 3
    centre = (p - d) / m
    return centre, math.sqrt(((p + d) / m - centre * centre) / m)


def newcombe(before, after, z=Z):
    """The difference of two shares (p, n) with method 10 of Newcombe (1998), Statistics in Medicine 17."""
    (p1, n1), (p2, n2) = before, after
    (l1, u1), (l2, u2) = wilson(p1, n1, z), wilson(p2, n2, z)
    change = p2 - p1
    return (change, change - math.hypot(p2 - l2, u1 - p1), change + math.hypot(u2 - p2, p1 - l1))


def least_level(before, after):
    """The least level at which the interval leaves 0 out, by halving."""
    low, high = 0.0, 40.0
    for _ in range(200):
        z = (low + high) / 2
        _, lower, upper = newcombe(before, after, z)
        low, high = (z, high) if lower > 0 or upper < 0 else (low, z)
    return math.erfc(low / math.sqrt(2))


def clear(levels, rate=0.05):
    """Which of some comparisons Benjamini and Hochberg (1995) let pass."""
    order = sorted(range(len(levels)), key=levels.__getitem__)
    last = max((k for k, i in enumerate(order) if levels[i] <= rate * (k + 1) / len(levels)), default=-1)
    passed = set(order[: last + 1])
    return [i in passed for i in range(len(levels))]


class Comparison:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def same(self, where, name, ours, theirs, places):
        if ours is None or theirs is None or isinstance(ours, (bool, str)):
            agrees = ours == theirs
        else:
            agrees = abs(ours - theirs) <= 0.5000001 * 10**-places + 1e-12
        if agrees:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{where} {name}: recomputed {ours}, Waymark says {theirs}")


def printed(program, period):
    run = subprocess.run(
        [program, "review", str(ROOT / "journeys/airport"), "--period", period, "--format", "json"],
        capture_output=True, text=True, check=True)
    return json.loads(run.stdout)["journeys"][0]


def compare(comparison, year, journey, surveys):
    asked = {(place, metric): Asked(surveys[year], metric, columns, unused)
             for place, metric, columns, unused in QUESTIONS}
    earlier = {(place, metric): Asked(surveys[year - 1], metric, columns, unused)
               for place, metric, columns, unused in QUESTIONS} if year - 1 in surveys else {}
    said = {touchpoint["id"]: touchpoint for touchpoint in journey["touchpoints"]}
    changes = []
    for (place, metric), answers in asked.items():
        if answers.n == 0:
            continue
        where = f"{year} {place or 'airport'}"
        score = (said[place] if place else journey)["scores"][metric]
        value, low, high = answers.figure()
        places = 3 if metric == "nps" else 6
        comparison.same(where, f"{metric} n", answers.n, score["n"], 0)
        comparison.same(where, f"{metric} n_eff", answers.effective, score["neff"], 3)
        comparison.same(where, f"{metric} value", value, score["value"], places)
        comparison.same(where, f"{metric} low", low, score["low"], places)
        comparison.same(where, f"{metric} high", high, score["high"], places)
        comparison.same(where, f"{metric} period", f"{year}-05", score["period"], 0)
        if metric != "nps":
            comparison.same(where, f"{metric} mean", answers.mean, score["mean"], 3)
        if place and answers.reach():
            reach = said[place]["reach"]
            for name, ours in zip(("value", "low", "high"), answers.reach()):
                comparison.same(where, f"reach {name}", ours, reach[name], 6)
            comparison.same(where, "reach n", answers.n + len(answers.unused), reach["n"], 0)
        before = earlier.get((place, metric))
        if before is None or before.n == 0 or metric == "nps":
            comparison.same(where, f"{metric} change", None, score["change"], 0)
            continue
        pair = ((before.figure()[0], before.effective), (value, answers.effective))
        change = score["change"]
        for name, ours in zip(("value", "low", "high"), newcombe(*pair)):
            comparison.same(where, f"{metric} change {name}", ours, change[name], 6)
        comparison.same(where, f"{metric} change p", least_level(*pair), change["p"], 6)
        comparison.same(where, f"{metric} change from", f"{year - 1}-05", change["from"], 0)
        # The airport's own figures are of the same family as its touchpoints'.
        changes.append((where, least_level(*pair), change["clear"]))
    for (where, _, theirs), ours in zip(changes, clear([level for _, level, _ in changes])):
        comparison.same(where, "change clear", ours, theirs, 0)


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    surveys = {year: read(folder, year) for year in YEARS}
    comparison = Comparison()
    for year in YEARS:
        before = comparison.passed, comparison.failed
        compare(comparison, year, printed(program, f"{year}-05"), surveys)
        print(f"{year}: {comparison.passed - before[0]} figures agree, {comparison.failed - before[1]} differ")
    print(f"surveys: {comparison.passed} passed, {comparison.failed} failed")
    sys.exit(comparison.failed > 0)


if __name__ == "__main__":
    main()
