#!/usr/bin/env python3
"""When a touchpoint is called clear, worked out a second time, and how often that is wrong or right.

clear.py table > clear.csv   rows of made-up journeys with the p value of each of the first three
clear.py simulate            how often anything is clear where nothing differs, and how often what differs is found

Nothing here is taken from the Swift sources; normal and chi-square distributions are SciPy's.
Run in this folder with Python 3, NumPy and SciPy.

A journey is a list of touchpoints {importance, reach: (share, n) | share | None, figures}; a figure is
("share", metric, p, n, target, floor, weight) or ("time", metric, shortfall, low, high, weight), low…high being the
shortfalls at the ends of the median's 95 % interval, or None.
"""
import math
import sys

import numpy as np
from scipy.special import gammaincc, ndtr, ndtri

ALPHA, ENTRANTS, STEPS = 0.05, 25, 3


def shares(journey, metric):
    """By touchpoint the (share, n) of a metric, or of the measured reaches."""
    if metric == "reach":
        return {j: t["reach"] for j, t in enumerate(journey) if isinstance(t["reach"], tuple)}
    return {j: f[2:4] for j, t in enumerate(journey) for f in t["figures"] if f[0] == "share" and f[1] == metric}


def pack(others):
    """What all touchpoints but one have in common: mean, noise, answers, κ (inf: they do not differ), standing out."""
    n = sum(f[1] for f in others)
    if not n:
        return None
    mean = sum(f[0] * f[1] for f in others) / n
    noise = mean * (1 - mean)
    kappa = math.inf
    if noise > 0 and len(others) > 1:
        spread = sum(f[1] * (f[0] - mean) ** 2 for f in others)
        whole = noise * (n - sum(f[1] ** 2 for f in others) / n - len(others) + 1)
        phi = (spread - noise * (len(others) - 1)) / whole if whole > 0 else 0
        if phi > 0 and gammaincc((len(others) - 1) / 2, spread / noise / 2) < 0.15:
            kappa = max(0, 1 / phi - 1)
    return mean, noise, n, kappa, -ndtri(min(0.5, 0.6 / len(others)))


def own(p, n, noise):
    few = (p * n + 2) / (n + 4)
    return max(noise, few * (1 - few)) / max(n - 1, 1)


def seen(p, n, known):
    """A share of the others and its variance: at their common mean, moved to it, or as it is where it stands out."""
    mu, noise, whole, kappa, far = known
    if noise > 0 and (mu - p) * math.sqrt(n / noise) > far:
        return p, own(p, n, noise)
    if math.isinf(kappa):
        return mu, noise / whole
    x = (p * n + kappa * mu) / (n + kappa)
    return x, x * (1 - x) / (n + kappa + 1) + (kappa / (n + kappa)) ** 2 * noise / whole


def shortfall(x, v, target, floor):
    """Held to 0…1, its variance as if it were not."""
    if floor < target:
        return min(max((target - x) / (target - floor), 0), 1), v / (target - floor) ** 2
    below = ndtr((target - x) / math.sqrt(v)) if v > 0 else float(x < target)
    return below, below * (1 - below)


def burden(touchpoint, packs, alone):
    mean = variance = weights = 0.0
    for figure in touchpoint["figures"]:
        if figure[0] == "share":
            _, metric, p, n, target, floor, weight = figure
            known = packs.get(metric)
            alike = (p, own(p, n, known[1] if known else 0)) if alone or not known else seen(p, n, known)
            g, w = shortfall(*alike, target, floor)
        else:
            _, _, g, low, high, weight = figure
            g, w = min(max(g, 0), 1), 1.0 if low is None else ((high - low) / (2 * 1.959963984540054)) ** 2
        mean += weight * g
        variance += weight * weight * w
        weights += weight
    scale = 20 * touchpoint["importance"] / weights
    reach, spread = touchpoint["reach"], 0.0
    if isinstance(reach, tuple):
        known = packs.get("reach")
        reach, spread = (reach[0], own(*reach, known[1] if known else 0)) if alone or not known else seen(*reach, known)
    elif reach is None:
        reach = 1.0
    return (scale * reach * mean,
            scale * scale * (reach * reach * variance + mean * mean * spread + variance * spread))


def p_value(journey, i):
    """Of "at least three others have as high a burden": one-sided, of the third nearest of the others."""
    if journey[i]["reach"] is None:
        return 1.0
    metrics = {f[1] for t in journey for f in t["figures"] if f[0] == "share"} | {"reach"}
    packs = {}
    for metric in metrics:
        others = [f for j, f in shares(journey, metric).items() if j != i]
        if others:
            packs[metric] = pack(others)
    mine, variance = burden(journey[i], packs, True)
    z = []
    for j, other in enumerate(journey):
        if j != i:
            theirs, more = burden(other, packs, False)
            error = math.sqrt(variance + more)
            z.append((mine - theirs) / error if error > 0 else math.copysign(math.inf, mine - theirs) if mine != theirs else 0)
    return float(ndtr(-sorted(z)[2])) if len(z) > 2 else 1.0


def clear(journey, first):
    """Which of the first three (by burden) are clear: Holm's correction over all touchpoints, or 25 where there are fewer."""
    count = len(journey)
    result = set()
    if count <= 4:
        return result
    ordered = sorted((p_value(journey, i), i) for i in first)
    for step, (p, i) in enumerate(ordered):
        if p > ALPHA / max(count - step, ENTRANTS):
            break
        result.add(i)
    return result


def order(journey):
    """By the burden of the figures as they were given; good enough for the first three of a simulation."""
    plain = [burden(t, {}, True)[0] for t in journey]
    return sorted(range(len(journey)), key=lambda i: -plain[i])[:STEPS]


def touchpoint(rng, p, n, importance=3, reach=1.0, metrics=("csat",), target=0.85, floor=0.4):
    weight = {"csat": 3, "effort": 3, "fcr": 1}
    figures = [("share", m, rng.binomial(n, p) / n, float(n), target, floor, weight[m]) for m in metrics]
    if isinstance(reach, tuple):
        reach = (rng.binomial(reach[1], reach[0]) / reach[1], float(reach[1]))
    return {"importance": importance, "reach": reach, "figures": figures}


def simulate(times=2000):
    rng = np.random.default_rng(20261129)
    sizes = {"50": lambda: 50, "200": lambda: 200, "1000": lambda: 1000, "50…1000": lambda: int(rng.integers(50, 1001))}

    def share(make, hit):
        found = 0
        for _ in range(times):
            journey = make()
            found += hit(clear(journey, order(journey)))
        return f"{100 * found / times:.1f}"

    def equal(count, n, p=0.7, **more):
        return lambda: [touchpoint(rng, p, n(), **more) for _ in range(count)]

    def worse(count, p=0.7, **more):
        return lambda: [touchpoint(rng, p - (0.15 if i == 0 else 0), 200, **more) for i in range(count)]

    print("nothing differs: journeys of 100 in which anything is clear")
    print("touchpoints", *sizes, sep="\t")
    for count in (3, 4, 5, 8, 20, 50):
        print(count, *[share(equal(count, n), bool) for n in sizes.values()], sep="\t", flush=True)
    def reached(count):
        return lambda: [touchpoint(rng, 0.7, n, reach=(0.6, int(n / 0.6))) for n in rng.integers(50, 1001, count)]

    for name, make in (("60 %", lambda c: equal(c, sizes["50…1000"], 0.6)),
                       ("85 %, the target", lambda c: equal(c, sizes["50…1000"], 0.85)),
                       ("two metrics", lambda c: equal(c, sizes["50…1000"], metrics=("csat", "effort"))),
                       ("reach measured", reached)):
        print(name, *[share(make(count), bool) for count in (5, 8, 20, 50)], sep="\t", flush=True)
    print("one is 15 points worse, n 200: found in so many of 100")
    for p in (0.6, 0.7, 0.8, 0.9):
        print(p, *[share(worse(count, p), lambda c: 0 in c) for count in (5, 8, 20, 50)], sep="\t", flush=True)
    for name, more in (("two metrics", dict(metrics=("csat", "effort"))), ("reach 0.6 of 333", dict(reach=(0.6, 333)))):
        print(name, *[share(worse(count, **more), lambda c: 0 in c) for count in (5, 8, 20, 50)], sep="\t", flush=True)
    print("where touchpoints do differ (normal, so many points): journeys of 100 with a wrong one clear / with any")
    for points in (2, 5, 10):
        row = []
        for count in (5, 8, 20, 50):
            wrong = any_clear = 0
            for _ in range(times):
                true = np.clip(0.7 + points / 100 * rng.standard_normal(count), 0.02, 0.98)
                journey = [touchpoint(rng, p, 200) for p in true]
                found = clear(journey, order(journey))
                any_clear += bool(found)
                wrong += any((true < true[i]).sum() > 2 for i in found)
            row.append(f"{100 * wrong / times:.1f}/{100 * any_clear / times:.1f}")
        print(points, *row, sep="\t", flush=True)
    print("four equally bad by so many standard errors, the others equal: journeys of 100 with one of them clear")
    for errors in (1.5, 3, 5, 8):
        gap = errors * math.sqrt(0.21 / 200)
        row = []
        for count in (5, 8, 20, 50):
            row.append(share(lambda: [touchpoint(rng, max(0.02, 0.7 - (gap if i < 4 else 0)), 200) for i in range(count)], bool))
        print(errors, *row, sep="\t", flush=True)


def beside_level(rng, count, step, factor):
    """Of so many touchpoints `step` far worse than the rest and one more, whose p is its level of Holm times a factor."""
    journey = [touchpoint(rng, 0.7, int(rng.integers(200, 700))) for _ in range(count)]

    def say(i, share):
        journey[i]["figures"] = [("share", "csat", share, 400.0, 0.85, 0.4, 3)]

    for i in range(step):
        say(i, 0.45 + i / 100)
    low, high = 0.42, 0.7
    for _ in range(60):
        say(step, (low + high) / 2)
        if p_value(journey, step) < factor * ALPHA / max(count - step, ENTRANTS):
            low = (low + high) / 2
        else:
            high = (low + high) / 2
    return journey


def table():
    rng = np.random.default_rng(11)
    cases = []
    for count in (3, 4, 5, 6, 8, 13, 20, 50):
        for kind in range(6):
            journey = []
            for i in range(count):
                p, n = 0.7 - (0.18 if i in (1, 2)[:kind] else 0), int(rng.integers(40, 700))
                if kind == 0:
                    journey.append(touchpoint(rng, p, n))
                elif kind == 1:
                    journey.append(touchpoint(rng, p, n, int(rng.integers(1, 6)), (float(rng.uniform(0.2, 1)), n + 50)))
                elif kind == 2:
                    some = ("csat", "effort", "fcr")[: 1 + int(rng.integers(3))]
                    journey.append(touchpoint(rng, p, n, 3, float(rng.uniform(0.3, 1)), some))
                elif kind == 3:
                    journey.append(touchpoint(rng, p, n, 4, None if i == 0 else 0.8, target=0.75))
                elif kind == 4:
                    journey.append(touchpoint(rng, float(rng.uniform(0.2, 0.95)), n, int(rng.integers(2, 5)), 1.0, target=0.8, floor=0.6))
                else:
                    one = touchpoint(rng, p, n)
                    g = float(rng.normal(0.5, 0.4))
                    low = None if i == 3 else g - float(rng.uniform(0.1, 0.4))
                    one["figures"].append(("time", "resolution", g, low, None if low is None else g + 0.3, 2))
                    journey.append(one)
            cases.append(journey)
    # Beside each level, on either side: fewer than 25 touchpoints count as 25, and each step is less strict than the last.
    for count in (5, 10, 24, 25, 26, 27, 40):
        for step in range(STEPS):
            cases += [beside_level(rng, count, step, factor) for factor in (0.99, 1.01)]
    for journey in cases:
        first = order(journey)
        p = {i: p_value(journey, i) for i in first}
        chosen = clear(journey, first)
        cells = []
        for t in journey:
            reach = t["reach"]
            word = "unknown" if reach is None else "/".join(repr(float(r)) for r in (reach if isinstance(reach, tuple) else (reach,)))
            figures = [":".join("none" if v is None else v if isinstance(v, str) else repr(float(v)) for v in f) for f in t["figures"]]
            cells.append("|".join([str(t["importance"]), word, *figures]))
        print(" ".join(cells) + "," + " ".join(f"{i}:{p[i]!r}:{int(i in chosen)}" for i in first))


if __name__ == "__main__":
    {"table": table, "simulate": simulate}[sys.argv[1]]()
