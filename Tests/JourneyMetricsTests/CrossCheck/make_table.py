#!/usr/bin/env python3
"""Writes table.csv: figures worked out by SciPy, or straight from a definition, for the tests to compare with.

Nothing here shares a formula with the Swift sources where there is another way: Wilson's bounds are roots of the
score equation, the adjusted Wald interval is the variance of a list of -1, 0 and 1, ranks are searched one by one.
Run with Python 3, SciPy and lifelines (0.30): python3 make_table.py > table.csv
"""
import math
import random

import lifelines
import numpy as np
from lifelines.statistics import logrank_test
from lifelines.utils import qth_survival_times
from scipy import optimize, stats

Z = stats.norm.ppf(0.975)
random.seed(20261121)


def row(kind, inputs, outputs):
    def words(values):
        return " ".join(repr(float(v)) if not isinstance(v, int) else str(v) for v in values)
    print(f"{kind},{words(inputs)},{words(outputs)}")


def wilson(k, n, z=Z):
    p = k / n
    if p == 0:  # the score equation's own root at the end is no bound
        return 0.0, z * z / (n + z * z)
    if p == 1:
        return n / (n + z * z), 1.0
    score = lambda x: (p - x) ** 2 - z * z * x * (1 - x) / n
    low = optimize.brentq(score, 0.0, p, xtol=1e-15, rtol=1e-14)
    high = optimize.brentq(score, p, 1.0, xtol=1e-15, rtol=1e-14)
    return low, high


def newcombe(k1, n1, k2, n2, z=Z):
    d = k1 / n1 - k2 / n2
    (l1, u1), (l2, u2) = wilson(k1, n1, z), wilson(k2, n2, z)
    return d - math.hypot(k1 / n1 - l1, u2 - k2 / n2), d + math.hypot(u1 - k1 / n1, k2 / n2 - l2)


def newcombe_p(k1, n1, k2, n2):
    d = k1 / n1 - k2 / n2
    if d == 0:
        return 1.0
    bound = (lambda z: newcombe(k1, n1, k2, n2, z)[0]) if d > 0 else (lambda z: newcombe(k1, n1, k2, n2, z)[1])
    return 2 * stats.norm.sf(optimize.brentq(bound, 1e-6, 60, xtol=1e-13))


def elementary():
    for x in [1e-300, 1e-9, 0.1, 0.5, 0.9999999, 1, 1.0000001, 2, math.e, 10, 12345.678, 1e9, 1e300]:
        row("log", [x], [math.log(x)])
    for x in [-700, -30.5, -1, -1e-9, 0, 1e-9, 0.3, 1, 2.5, 10, 88.7, 700]:
        row("exp", [x], [math.exp(x)])
    for z in [0, 0.01, 0.5, 1, Z, 2.3, 3, 3.5, 3.6, 5, 8, 12, 30]:
        row("normal-tails", [z], [2 * stats.norm.sf(z)])
    for p in [1e-9, 0.001, 0.025, 0.2, 0.5, 0.8, 0.95, 0.975, 0.999]:
        row("normal-quantile", [p], [stats.norm.ppf(p)])
    for df in [0.3, 1, 1.5, 2, 4.7, 9, 29, 49, 100, 1234.5, 99999]:
        row("t-point", [0.05, df], [stats.t.isf(0.025, df)])
        for t in [0.1, 1, 2.5, 7]:
            row("t-tails", [t, df], [2 * stats.t.sf(t, df)])


def shares():
    for k, n in [(0, 5), (5, 5), (74, 107), (1, 2), (1, 1000000), (999999, 1000000)]:
        row("wilson", [k, n], stats.binomtest(k, n).proportion_ci(method="wilson"))
    for _ in range(40):
        n = random.uniform(1, 3000)
        k = random.random() * n
        row("wilson", [k, n], wilson(k, n))
    for _ in range(40):
        n1, n2 = random.randint(5, 400), random.randint(5, 4000)
        k1, k2 = random.randint(0, n1), random.randint(0, n2)
        row("newcombe", [k1, n1, k2, n2], [k1 / n1 - k2 / n2, *newcombe(k1, n1, k2, n2), newcombe_p(k1, n1, k2, n2)])
    for a, b in [((56, 70), (48, 80)), ((10, 10), (0, 10)), ((0, 30), (30, 30)), ((7, 10), (7, 10))]:
        k1, n1, k2, n2 = *a, *b
        row("newcombe", [*a, *b], [k1 / n1 - k2 / n2, *newcombe(k1, n1, k2, n2), newcombe_p(k1, n1, k2, n2)])


def promoters():
    def moments(p, d, n):
        values = np.array([1, 0, -1])
        weights = np.array([p + 0.75, n - p - d + 1.5, d + 0.75])
        mean = np.average(values, weights=weights)
        return mean, math.sqrt(np.average((values - mean) ** 2, weights=weights) / (n + 3))

    cases = [(20, 8, 40), (41, 31, 100), (51, 21, 100), (0, 0, 6), (6, 0, 6), (0, 6, 6)]
    for _ in range(25):
        n = random.randint(5, 3000)
        p = random.randint(0, n)
        cases.append((p, random.randint(0, n - p), n))
    before = cases[-1]
    for p, d, n in cases:
        mean, error = moments(p, d, n)
        row("nps", [p, d, n], [100 * (p - d) / n, max(-100, 100 * (mean - Z * error)), min(100, 100 * (mean + Z * error))])
        other, error_before = moments(*before)
        spread = math.hypot(error, error_before)
        raw = 100 * ((p - d) / n - (before[0] - before[1]) / before[2])
        row("nps-change", [p, d, n, *before],
            [min(100 * (mean - other - Z * spread), raw), max(100 * (mean - other + Z * spread), raw),
             2 * stats.norm.sf(abs(mean - other) / spread)])
        before = (p, d, n)


def means():
    for _ in range(20):
        counts = [random.randint(0, 60) for _ in range(5)]
        values = np.repeat(np.arange(1, 6), counts)
        if len(values) < 3 or values.std() == 0:
            continue
        interval = stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
        row("mean", counts, [values.mean(), *interval])


def weighted():
    for _ in range(20):
        weights = [[round(random.uniform(0.2, 3), 4) for _ in range(random.randint(1, 40))] for _ in range(5)]
        flat = np.concatenate([np.array(w) for w in weights])
        ratings = np.repeat(np.arange(1, 6), [len(w) for w in weights])
        n_eff = flat.sum() ** 2 / (flat ** 2).sum()
        share = flat[ratings >= 4].sum() / flat.sum()
        mean = np.average(ratings, weights=flat)
        variance = (flat * (ratings - mean) ** 2).sum() / (flat.sum() - (flat ** 2).sum() / flat.sum())
        half = stats.t.isf(0.025, n_eff - 1) * math.sqrt(variance / n_eff)
        inputs = [x for w in weights for x in (len(w), round(sum(w), 10), round(sum(x * x for x in w), 20))]
        row("weighted", inputs,
            [n_eff, share, *wilson(share * n_eff, n_eff), mean, max(1, mean - half), min(5, mean + half)])


def ranks():
    for q, low_n in [(0.5, 6), (0.9, 36)]:
        for n in [*range(low_n, low_n + 12), 60, 99, 100, 101, 250, 999, 1000, 5000, 100000]:
            cdf = stats.binom.cdf(np.arange(-1, n + 1), n, q)  # cdf[i] = P(X <= i - 1)
            low = max(r for r in range(1, n + 1) if cdf[r] <= 0.025)
            high = min(r for r in range(1, n + 1) if cdf[r] >= 0.975)
            rank = next(r for r in range(1, n + 1) if r * 10 >= round(q * 10) * n)
            row("ranks", [q, n], [low, high, rank])
    for _ in range(10):
        values = [random.randint(1, 5000) for _ in range(random.randint(2, 50))]
        row("geometric-mean", values, [stats.gmean(values)])


def discoveries():
    for _ in range(20):
        p = [random.random() ** random.choice([1, 4]) for _ in range(random.randint(1, 30))]
        row("benjamini-hochberg", p, [int(x) for x in stats.false_discovery_control(p) <= 0.05])


def kappa(shares):
    k, n = np.array([s[0] for s in shares], float), np.array([s[1] for s in shares], float)
    mu = k.sum() / n.sum()
    if len(shares) < 8:
        return mu, 10.0
    if mu in (0.0, 1.0):
        return mu, 50.0
    a = (n * (k / n - mu) ** 2).sum()
    j, whole = len(shares), n.sum()
    phi = (a - mu * (1 - mu) * (j - 1)) / (mu * (1 - mu) * (whole - (n ** 2).sum() / whole - j + 1))
    return mu, 50.0 if phi <= 0 else float(np.clip(1 / phi - 1, 2, 50))


def shrinkage():
    cases = [[(66, 120), (95, 100)], [(0, 20)] * 9, [(20, 20)] * 8, [(50, 100)] * 8, [(1, 100), (99, 100)] * 4]
    for _ in range(25):
        cases.append([(random.randint(0, n), n) for n in (random.randint(10, 300) for _ in range(random.randint(2, 20)))])
    for _ in range(10):
        centre = random.random()
        cases.append([(int(np.random.default_rng(i).binomial(n, min(max(random.gauss(centre, 0.1), 0), 1))), n)
                      for i, n in enumerate(random.randint(30, 300) for _ in range(14))])
    for shares in cases:
        row("shrinkage", [x for s in shares for x in s], kappa(shares))


def ranking():
    """A journey of twelve touchpoints: csat and effort counts of five, median seconds, importance, used and unused."""
    points = []
    for i in range(12):
        csat = [random.randint(2, 60) for _ in range(5)]
        effort = [random.randint(2, 60) for _ in range(5)]
        points.append((csat, effort, random.randint(1, 5), random.randint(5, 200)))
    top = lambda counts: (sum(counts[3:]), sum(counts))
    metrics = [(kappa([top(p[m]) for p in points]), t) for m, t in ((0, 0.85), (1, 0.80))]
    for csat, effort, importance, unused in points:
        shortfalls = []
        for counts, ((mu, k), target) in zip((csat, effort), metrics):
            estimate = (top(counts)[0] + k * mu) / (top(counts)[1] + k)
            shortfalls.append(min(max((target - estimate) / (target - min(0.4, target - 0.2)), 0), 1))
        severity = (3 * shortfalls[0] + 3 * shortfalls[1]) / 6
        intensity = 100 * severity * importance / 5
        n = sum(csat)
        row("ranking", [*csat, *effort, importance, unused],
            [severity, intensity, n / (n + unused), intensity * n / (n + unused)])


def cases():
    """Times of cases, solved (1) or still open (0), in lists of each in turn."""
    yield [(t, 1) for t in (1, 2, 3, 5, 8) for _ in range(5)] + [(1, 0)] * 2 + [(4, 0)] * 6 + [(6, 0)] * 10
    for _ in range(25):
        longest = random.choice([5, 20, 400])
        exported = random.choice([0.4, 1, 3]) * longest
        n = random.randint(12, 150)
        found = [(1 + int(random.expovariate(1) * longest), 1 + int(random.random() * exported)) for _ in range(n)]
        yield [(time, 1) if time <= age else (age, 0) for time, age in found]


def survival():
    """Kaplan and Meier as lifelines has them: quantile, low, high (-1 for none), then each S and its error."""
    before = None
    for times in cases():
        seconds, solved = zip(*times)
        fit = lifelines.KaplanMeierFitter().fit(seconds, solved)
        table = fit.event_table[fit.event_table.observed > 0]
        curve = []
        total = 0.0
        for time, at_risk, count in zip(table.index, table.at_risk, table.observed):
            left = at_risk - count
            total += count / (at_risk * left) if left else 0
            share = float(fit.survival_function_.loc[time].iloc[0])
            curve += [share, share * math.sqrt(total)]
        for q in (0.5, 0.9):
            if any(abs(share - (1 - q)) < 1e-9 for share in curve[::2]):
                continue  # lifelines' product may lie a last bit above what it is exactly
            ends = qth_survival_times(1 - q, fit.confidence_interval_).values[0]
            bounds = [float(x) if math.isfinite(x) else -1.0 for x in (fit.percentile(1 - q), *ends)]
            row("kaplan-meier", [q, *(x for t in times for x in t)], [*bounds, *curve])
        if before:
            test = logrank_test(before[0], seconds, event_observed_A=before[1], event_observed_B=solved)
            row("log-rank", [len(before[0]), *(x for t in zip(*before) for x in t), *(x for t in times for x in t)],
                [test.p_value])
        before = (seconds, solved)


def beyond_others():
    """A change beyond the mean change of others: k and n after, k and n before, of itself and then of each other.

    Bounds by Zou and Donner: as far from the estimate as the root of the squared distances of each change, weighted 1
    and 1/count, to the end that counts. `coverage` holds that the interval is one of 95 %.
    """
    own = random.Random(19)
    for others in [3, 3, 4, 5, 9, 40]:
        for _ in range(4):
            counts = []
            for _ in range(others + 1):
                for _ in range(2):
                    n = own.randint(10, 2000)
                    counts += [own.randint(0, n), n]
            row("beyond-others", counts, beyond(counts))


def beyond(counts):
    changes = [(k1 / n1 - k2 / n2, *newcombe(k1, n1, k2, n2))
               for k1, n1, k2, n2 in (counts[i:i + 4] for i in range(0, len(counts), 4))]
    weights = [1.0] + [-1 / (len(changes) - 1)] * (len(changes) - 1)
    value = sum(w * d for w, (d, _, _) in zip(weights, changes))
    ends = [(d - l, u - d) if w > 0 else (u - d, d - l) for w, (d, l, u) in zip(weights, changes)]
    low = math.sqrt(sum((w * a) ** 2 for w, (a, _) in zip(weights, ends)))
    high = math.sqrt(sum((w * b) ** 2 for w, (_, b) in zip(weights, ends)))
    return value, value - low, value + high


def coverage(times=1500):
    """Not part of the table: `python3 -c "import make_table as m; print(m.coverage())"` gave 0.951."""
    rng, held = np.random.default_rng(3), 0
    for _ in range(times):
        truth = [(p, min(max(p + rng.normal(0, 0.05), 0), 1)) for p in rng.uniform(0.3, 0.9, 6)]
        n = rng.integers(30, 400, (6, 2))
        counts = [int(x) for (before, after), (n1, n2) in zip(truth, n)
                  for x in (rng.binomial(n1, after), n1, rng.binomial(n2, before), n2)]
        changes = [after - before for before, after in truth]
        _, low, high = beyond(counts)
        held += low <= changes[0] - sum(changes[1:]) / 5 <= high
    return held / times


def products():
    """How many people: a share of a share. k of n twice; the variance is that of the product of two lists of two values,
    each one standard error, z-scaled from Wilson's bound, from its mean. `product_coverage` holds that it is one of 95 %.
    """
    own = random.Random(29)
    for _ in range(24):
        n1, n2 = own.randint(10, 2000), own.randint(10, 2000)
        counts = own.randint(0, n1), n1, own.randint(0, n2), n2
        row("product", counts, product(*counts))


def product(k1, n1, k2, n2):
    (a, (al, ah)), (b, (bl, bh)) = (k1 / n1, wilson(k1, n1)), (k2 / n2, wilson(k2, n2))

    def spread(x, y):
        xs, ys = [a - x / Z, a + x / Z], [b - y / Z, b + y / Z]
        return Z * np.std(np.outer(xs, ys))

    return max(0, a * b - spread(a - al, b - bl)), a * b + spread(ah - a, bh - b)


def product_coverage(times=4000):
    """Not part of the table: `python3 -c "import make_table as m; print(m.product_coverage())"` gave 0.951."""
    rng, held = np.random.default_rng(3), 0
    for _ in range(times):
        (p1, p2), (n1, n2) = rng.uniform(0.05, 0.95, 2), rng.integers(20, 400, 2)
        low, high = product(int(rng.binomial(n1, p1)), n1, int(rng.binomial(n2, p2)), n2)
        held += low <= p1 * p2 <= high
    return held / times


def chi_square():
    for degrees in (1, 2, 4, 7, 19, 49, 250, 999):
        for factor in (0.01, 0.4, 0.9, 1, 1.1, 1.6, 4):
            row("chi-square", [degrees * factor, degrees], [stats.chi2.sf(degrees * factor, degrees)])


def needed(p1, p2):
    """Answers in each of two periods for a power of 80 % at 5 %, two-sided: the n at which the test of the difference,
    with the pooled error where nothing changed and the own error where it did, is exceeded in 80 of 100 cases."""
    pooled, own = (p1 + p2) * (2 - p1 - p2) / 2, p1 * (1 - p1) + p2 * (1 - p2)
    def power(n):
        bound = Z * math.sqrt(pooled / n)
        return stats.norm.sf(bound, loc=abs(p2 - p1), scale=math.sqrt(own / n))
    return optimize.brentq(lambda n: power(n) - 0.8, 1e-6, 1e13, xtol=1e-12, rtol=1e-14)


def seen():
    """Answers needed to see one share become another; the smallest change to be seen, -1 for none."""
    pairs = [(0.75, 0.8), (0.5, 0.55), (0.9, 0.95), (0.57, 0.62), (0.75, 0.85), (0.3, 0.2), (0.02, 0.01), (0, 0.1)]
    for p1, p2 in pairs:
        row("answers-needed", [p1, p2], [needed(p1, p2)])
    samples = [(0.75, 300, 300), (0.569767, 2299.83, 1906.10), (0.5, 8, 8), (0.99, 40, 90), (0.01, 500, 700), (0.3, 1, 2)]
    for p, n1, n2 in samples:
        n = stats.hmean([n1, n2])
        found = []
        for end in (0, 1):
            room, sign = abs(end - p), 1 if end > p else -1
            if needed(p, end) <= n:
                found.append(optimize.brentq(lambda d: needed(p, p + sign * d) - n, 1e-4, room, xtol=1e-13))
        row("smallest-change", [p, n1, n2], [min(found, default=-1.0)])


def trends():
    """A line through shares: slope and its p by weighted least squares with known variances, then Q and its p.

    By the matrices of the linear model, which shares no sum with the sources.
    """
    own = random.Random(23)
    cases = [[(2010, .584843, 1411.989), (2011, .610913, 1961), (2012, .644457, 1741), (2013, .647016, 1440.242)]]
    for count in (3, 3, 4, 5, 8, 20):
        times = sorted(own.sample(range(400), count))
        cases.append([(t / 12, own.uniform(0.05, 0.95), own.uniform(10, 3000)) for t in times])
        cases.append([(t / 12, own.uniform(0.7, 0.72), own.uniform(10, 3000)) for t in times])
    for case in cases:
        t, p, n = map(np.array, zip(*case))
        x = np.column_stack([np.ones(len(t)), t - t[0]])
        inverse = np.diag(n / (p * (1 - p)))
        covariance = np.linalg.inv(x.T @ inverse @ x)
        line = covariance @ x.T @ inverse @ p
        off = p - x @ line
        q, error = off @ inverse @ off, math.sqrt(covariance[1, 1])
        row("trend", [float(v) for one in case for v in one],
            [line[1], line[1] - Z * error, line[1] + Z * error, 2 * stats.norm.sf(abs(line[1]) / error), q,
             stats.chi2.sf(q, len(t) - 2)])


def table():
    elementary()
    shares()
    promoters()
    means()
    weighted()
    ranks()
    discoveries()
    shrinkage()
    ranking()
    beyond_others()
    products()
    chi_square()
    seen()
    trends()
    survival()


if __name__ == "__main__":
    table()
