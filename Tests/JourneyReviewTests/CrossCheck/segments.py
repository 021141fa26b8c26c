"""Women and men beside each other, on the San Francisco survey of 2017, with SciPy: the goldens of SegmentComparisonTests.

python3 segments.py sfo-customer-survey-2017.csv
Prints the rows of a tally by segment, then each comparison: Newcombe's interval, the p at which it would touch 0, and
which pass Benjamini and Hochberg at 5 %. The survey is DataSF's, in the public domain.
"""

import csv
import sys
from decimal import Decimal

from scipy.optimize import brentq
from scipy.stats import norm

ASKED = [("find", "Q14FIND"), ("safe", "Q10SAFE"), ("food", "Q7FOOD"), ("shops", "Q7STORE"), ("art", "Q7ART")]
SEGMENTS = {"2": "women", "1": "men"}


def wilson(p, n, z):
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    return middle - half, middle + half


def newcombe(p1, n1, p2, n2, z):
    (l1, u1), (l2, u2) = wilson(p1, n1, z), wilson(p2, n2, z)
    d = p1 - p2
    return d - ((p1 - l1) ** 2 + (u2 - p2) ** 2) ** 0.5, d + ((u1 - p1) ** 2 + (p2 - l2) ** 2) ** 0.5


def level(p1, n1, p2, n2):
    end = 0 if p1 > p2 else 1
    z = brentq(lambda z: newcombe(p1, n1, p2, n2, z)[end], 1e-9, 60)
    return 2 * norm.sf(z)


def main(path):
    rows = list(csv.DictReader(open(path, encoding="utf-8-sig")))
    found = []
    for name, column in ASKED:
        figures = {}
        for code, segment in sorted(SEGMENTS.items(), key=lambda item: item[1]):
            cells = {}
            for row in rows:
                if row["Q20GENDER"] == code and row[column] in "12345" and row[column]:
                    weight = Decimal(row["WEIGHT"])
                    cell = cells.setdefault(row[column], [0, Decimal(0), Decimal(0)])
                    cell[0] += 1
                    cell[1] += weight
                    cell[2] += weight * weight
            for answer in sorted(cells):
                count, weight, square = cells[answer]
                print(f"j,{name},csat,1..5,2017-05,{segment},s,{answer},{count},{weight:f},{square:f}")
            whole = sum(cell[1] for cell in cells.values())
            squares = sum(cell[2] for cell in cells.values())
            good = sum(cells[answer][1] for answer in "45")
            figures[segment] = (float(good / whole), float(whole * whole / squares))
        (p1, n1), (p2, n2) = figures["men"], figures["women"]
        low, high = newcombe(p1, n1, p2, n2, norm.isf(0.025))
        found.append((name, p1, n1, p2, n2, p1 - p2, low, high, level(p1, n1, p2, n2)))
    ordered = sorted(one[-1] for one in found)
    limit = max((p for rank, p in enumerate(ordered, 1) if p <= 0.05 * rank / len(ordered)), default=0)
    for one in found:
        print(one[0], *(f"{value:.6f}" for value in one[1:-1]), f"{one[-1]:.6g}", one[-1] <= limit)


main(sys.argv[1])
