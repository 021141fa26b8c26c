#!/usr/bin/env python3
"""Writes table.csv: what the tests of the review are compared with, worked out by NumPy and SciPy.

`beta` rows: shapes, then mean, standard deviation and the quantiles at 5, 25, 50, 75 and 95 %.
`airport` rows: the whole ranking of journeys/airport from its tally files and its text, with the certainty of each rank
by 200,000 draws of NumPy's own generator, the 90 % range of each burden, the p value of the first three (clear.py), and
between what each end of that range is with 2,000 draws, but in seven of a million cases. What is on target has no row, but
is drawn with the rest. Nothing here is taken from the Swift sources.
Run in this folder with Python 3, NumPy and SciPy: python3 make_table.py > table.csv
"""
import csv
import math
import pathlib
import re
from collections import defaultdict
from fractions import Fraction

import numpy as np
from scipy import stats

import clear

AIRPORT = pathlib.Path(__file__).resolve().parents[3] / "journeys" / "airport"
WEIGHT = {"csat": 3, "effort": 3, "fcr": 1}
DRAWS = 200_000


def row(kind, inputs, outputs):
    print(f"{kind},{' '.join(str(v) for v in inputs)},{' '.join(repr(float(v)) for v in outputs)}")


def beta():
    shapes = [(0.5, 0.5), (0.5, 40), (0.7, 1.2), (1, 1), (1.5, 9.5), (2.5, 8), (20.5, 20.5), (74.5, 33.5), (3, 900.5),
              (1155.7, 849.9), (150000.5, 99000.5)]
    for a, b in shapes:
        d = stats.beta(a, b)
        row("beta", [a, b], [d.mean(), d.std(), *d.ppf([0.05, 0.25, 0.5, 0.75, 0.95])])


def tallies():
    """metric × touchpoint → period → answer → (n, Σw, Σw²)."""
    result = defaultdict(lambda: defaultdict(dict))
    for path in sorted(AIRPORT.glob("*.tally.csv")):
        for line in csv.DictReader(path.open()):
            if not line["touchpoint"]:
                continue
            cells = result[line["metric"], line["touchpoint"]][line["period"]]
            if line["answer"] == "clusters" or "*" in line["answer"]:
                # How many flights; sums over them of the weights of two answers, one times the other.
                cells[line["answer"]] = Fraction(line["count" if line["answer"] == "clusters" else "weight"])
                continue
            n, w, w2 = cells.get(line["answer"], (0, Fraction(0), Fraction(0)))
            cells[line["answer"]] = n + int(line["count"]), w + Fraction(line["weight"]), w2 + Fraction(line["weight2"])
    return result


def journey():
    """Touchpoints in declared order: name → importance. Targets are the journey's, 80 % both; none has its own."""
    names, importance = [], {}
    for line in (AIRPORT / "airport.journey").read_text().splitlines():
        if found := re.match(r"\s*touchpoint ([\w-]+)", line):
            names.append(found[1])
            importance[found[1]] = 3
        if found := re.match(r"\s*importance (\d)", line):
            importance[names[-1]] = int(found[1])
    return names, importance


def clustered(cells, share, w):
    """What the answers are worth, as passengers of one flight answer alike: Kish and Frankel 1974, Binder 1983."""
    flights = cells.get("clusters", 0)
    if flights < 10:
        return math.inf
    squares = Fraction(0)
    for pair, product in cells.items():
        if "*" in pair:
            one, other = pair.split("*")
            both = ((one in "45") - share) * ((other in "45") - share) * product
            squares += both if one == other else 2 * both
    variance = flights / (flights - 1) * squares / w ** 2
    return share * (1 - share) / variance if variance > 0 else math.inf


def figure(cells):
    """Share of the two best of five, what the answers are worth, reach with its n_eff (None without `unused`)."""
    rated = [cells[str(r)] for r in range(1, 6) if str(r) in cells]
    w, w2 = sum(c[1] for c in rated), sum(c[2] for c in rated)
    share = sum(cells[r][1] for r in "45" if r in cells) / w
    n_eff = min(w * w / w2, clustered(cells, share, w))
    if "unused" not in cells:
        return float(share), float(n_eff), None
    aw, aw2 = w + cells["unused"][1], w2 + cells["unused"][2]
    return float(share), float(n_eff), (float(w / aw), float(aw * aw / aw2), sum(c[0] for r, c in cells.items() if r in "12345" or r == "unused"))


def shrinkage(figures):
    p, n = np.array([f[0] for f in figures]), np.array([f[1] for f in figures])
    mu = (p * n).sum() / n.sum()
    if len(p) < 8:
        return mu, 10.0
    spread = (n * (p - mu) ** 2).sum()
    noise = mu * (1 - mu)
    phi = (spread - noise * (len(p) - 1)) / (noise * (n.sum() - (n ** 2).sum() / n.sum() - len(p) + 1))
    return mu, float(np.clip(1 / phi - 1, 2, 50)) if phi > 0 else 50.0


def ends(drawn):
    """The least and the most that the 5 % and the 95 % quantile of 2,000 draws are: 4.5 standard errors of a share."""
    slack = 4.5 * math.sqrt(0.05 * 0.95 / 2000)
    return np.quantile(drawn, [0.05 - slack, 0.05 + slack, 0.95 - slack, 0.95 + slack])


def airport():
    names, importance = journey()
    latest = {key: figure(periods[max(periods)]) for key, periods in tallies().items() if key[1] in importance}
    by_metric = {m: {t: f for (metric, t), f in latest.items() if metric == m} for m in ("csat", "effort")}
    prior = {m: shrinkage(list(figures.values())) for m, figures in by_metric.items()}
    shortfall = lambda x: np.clip((0.8 - x) / (0.8 - 0.4), 0, 1)

    rng = np.random.default_rng(20261121)
    ranked, burdens, drawn, contenders, known, missed = [], [], [], [], [], []
    for name in names:
        metrics = [m for m in ("csat", "effort") if name in by_metric[m]]
        if not metrics:
            continue
        # Reach: of the question with the most answers and "unused" together, CSAT before effort.
        reaches = [by_metric[m][name][2] for m in metrics if by_metric[m][name][2]]
        reach = max(reaches, key=lambda r: r[2]) if reaches else None
        total, total_drawn, weights = 0.0, 0.0, 0.0
        for m in metrics:
            share, n, _ = by_metric[m][name]
            mu, kappa = prior[m]
            total += WEIGHT[m] * shortfall((share * n + kappa * mu) / (n + kappa))
            a, b = share * n + kappa * mu + 0.5, (1 - share) * n + kappa * (1 - mu) + 0.5
            total_drawn = total_drawn + WEIGHT[m] * shortfall(rng.beta(a, b, DRAWS))
            weights += WEIGHT[m]
        scale = 100 * importance[name] / 5
        draw = total_drawn / weights * scale
        if reach:
            draw = draw * rng.beta(reach[0] * reach[1] + 0.5, (1 - reach[0]) * reach[1] + 0.5, DRAWS)
        known.append(reach is not None)
        missed.append(any(by_metric[m][name][0] < 0.8 for m in metrics))
        contenders.append({
            "importance": importance[name], "reach": reach and reach[:2],
            "figures": [("share", m, *by_metric[m][name][:2], 0.8, 0.4, WEIGHT[m]) for m in metrics]})
        ranked.append(name)
        burdens.append((total / weights, total / weights * scale, total / weights * scale * (reach[0] if reach else 1)))
        drawn.append(draw)

    drawn, known = np.array(drawn), np.array(known)
    order = [i for i in sorted(range(len(ranked)), key=lambda i: (-burdens[i][2], i)) if missed[i]]
    for place, i in enumerate(order, start=1):
        # Those of the same burden share a rank, from the first to the last of them.
        first = 1 + (drawn[known] > drawn[i]).sum(axis=0)
        last = (drawn >= drawn[i]).sum(axis=0)
        above = (drawn > drawn[i]).sum(axis=0)
        top = np.where(drawn[i] > 0, np.clip((3 - above) / (last - above), 0, 1), 0).mean()
        low, high = np.quantile(first, 0.05, method="inverted_cdf"), np.quantile(last, 0.95, method="inverted_cdf")
        p = clear.p_value(contenders, i) if place <= 3 else 1
        row("airport", [ranked[i], place],
            [*burdens[i], low, high, top, *np.quantile(drawn[i], [0.05, 0.95], method="inverted_cdf"), p, *ends(drawn[i])])


beta()
airport()
