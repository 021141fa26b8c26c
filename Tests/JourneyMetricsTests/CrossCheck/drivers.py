#!/usr/bin/env python3
"""Key drivers, worked out by NumPy and SciPy alone, for the tests to compare with.

`drivers.py raw FILE > drivers-2017.csv` reads the raw survey of San Francisco's airport of 2017 (DataSF, public domain)
and writes the correlations of its answers, each two of those who gave both, weighted; then the shares of all of them.
The raw survey is not part of the project, so its correlations are kept.

`drivers.py joint FILE > drivers-airport.csv` reads a joint tally, with the random groups that are in it, and writes each
share with its interval. Intervals depend on the groups, so only the same groups can be compared.

Nothing here shares a formula with the Swift sources where there is another way: relative weights come from the singular
values of the correlations' root (SciPy's sqrtm), and least squares from a linear solver. LMG is of all orders.
"""
import csv
import itertools
import math
import sys

import numpy as np
from scipy import linalg, stats

CANDIDATES = {
    "art": "Q7ART", "food": "Q7FOOD", "shops": "Q7STORE", "signs": "Q7SIGN", "walkways": "Q7WALKWAYS",
    "screens": "Q7SCREENS", "booth": "Q7INFOUP", "wifi": "Q7WIFI", "roads": "Q7ROADS", "parking": "Q7PARK",
    "airtrain": "Q7AIRTRAIN", "shuttle": "Q7LTPARKING", "rental": "Q7RENTAL", "travel": "Q13GETRATE",
    "find-gate": "Q14FIND", "security": "Q14PASSTHRU", "gate": "Q9BOARDING", "restroom": "Q9RESTROOM",
}
OUTCOMES = {"csat": ("Q7ALL", 5), "nps": ("NETPRO", 10)}


def johnson(R, r):
    root = np.real(linalg.sqrtm(R))
    beta = linalg.solve(root, r)
    return (root ** 2) @ (beta ** 2)


def lmg(R, r):
    """Mean gain of R² over all orders; of few predictors."""
    n = len(r)
    def explained(chosen):
        chosen = list(chosen)
        return float(r[chosen] @ linalg.solve(R[np.ix_(chosen, chosen)], r[chosen])) if chosen else 0.0
    result = np.zeros(n)
    for i in range(n):
        others = [j for j in range(n) if j != i]
        for size in range(n):
            weight = math.factorial(size) * math.factorial(n - size - 1) / math.factorial(n)
            for chosen in itertools.combinations(others, size):
                result[i] += weight * (explained(chosen + (i,)) - explained(chosen))
    return result


def raw(path):
    rows = list(csv.DictReader(open(path, encoding="utf-8-sig")))
    W = np.array([float(row["WEIGHT"] or 0) for row in rows])

    def column(name, low, high):
        fits = {str(i) for i in range(low, high + 1)}
        return np.array([float(row[name]) if (row[name] or "").strip() in fits else np.nan for row in rows])

    def corr(a, b):
        k = ~(np.isnan(a) | np.isnan(b))
        c = np.cov(a[k], b[k], aweights=W[k])
        return c[0, 1] / math.sqrt(c[0, 0] * c[1, 1]), int(k.sum())

    names = list(CANDIDATES)
    X = [column(CANDIDATES[name], 1, 5) for name in names]
    R = np.array([[corr(a, b)[0] for b in X] for a in X])
    print("kind,of,touchpoint,values")
    for name, line in zip(names, R):
        print(f"with,,{name}," + " ".join(repr(float(v)) for v in line))
    for outcome, (name, high) in OUTCOMES.items():
        Y = column(name, 1 if high == 5 else 0, high)
        r = np.array([corr(x, Y)[0] for x in X])
        e = johnson(R, r)
        for name, own, share in zip(names, r, e / e.sum()):
            print(f"outcome,{outcome},{name},{float(own)!r} {float(share)!r}")
        print(f"explained,{outcome},,{float(e.sum())!r} {float(linalg.eigvalsh(R).min())!r}")


def joint(path):
    rows = list(csv.DictReader(open(path)))
    people = {}
    key = lambda row, w: (row[w + "touchpoint"], row[w + "metric"])
    pairs, groups = {}, sorted({int(row["group"]) for row in rows})
    for row in rows:
        sums = np.array([float(row[c] or row["count"]) for c in ("weight", "x", "y", "xx", "yy", "xy")])
        pairs.setdefault(frozenset([key(row, ""), key(row, "with_")]), {})[int(row["group"])] = sums
        sums = people.setdefault(frozenset([key(row, ""), key(row, "with_")]), np.zeros(3))
        sums += [float(row["count"]), float(row["weight"] or row["count"]), float(row["weight2"] or row["count"])]

    def corr(sums):
        w, x, y, xx, yy, xy = sums
        return (xy / w - x / w * y / w) / math.sqrt((xx / w - (x / w) ** 2) * (yy / w - (y / w) ** 2))

    def worth(a, b):
        n, w, squares = people.get(frozenset([a, b]), (0, 0, 1))
        return min(n, w * w / squares)

    def complete(names, of):
        """Without those of whom too few answered each other question, too: the one that lacks most goes first."""
        while True:
            lacks = {a: sum(worth(a, b) < 200 for b in [*names, of] if b != a) for a in names}
            if not any(lacks.values()):
                return names
            worst = min((a for a in names if lacks[a] == max(lacks.values())), key=lambda a: worth(a, of))
            names = [a for a in names if a != worst]

    everyone = sorted({name for pair in pairs for name in pair if name[0]})
    print("kind,of,touchpoint,values")
    for outcome in ("csat", "nps"):
        of = ("", outcome)
        names = complete(everyone, of)

        def shares(without=None):
            def r(a, b):
                return corr(sum(s for g, s in pairs[frozenset([a, b])].items() if g != without))
            R = np.array([[1.0 if a == b else r(a, b) for b in names] for a in names])
            e = johnson(R, np.array([r(a, of) for a in names]))
            return e / e.sum(), e.sum()

        whole, explained = shares()
        T = np.array([shares(g)[0] for g in groups])
        G = len(groups)
        half = stats.t.ppf(0.975, G - 1) * np.sqrt((G - 1) / G * ((T - T.mean(0)) ** 2).sum(0))
        for name, share, h in zip(names, whole, half):
            print(f"driver,{outcome},{name[0]},{float(share)!r} {float(max(0, share - h))!r} {float(share + h)!r}")
        print(f"explained,{outcome},,{float(explained)!r}")


if __name__ == "__main__":
    if sys.argv[1] == "lmg":
        R, r = np.array([[1, .5, .3], [.5, 1, .4], [.3, .4, 1]]), np.array([.6, .5, .4])
        print(johnson(R, r).round(6), lmg(R, r).round(6))
    else:
        {"raw": raw, "joint": joint}[sys.argv[1]](sys.argv[2])
