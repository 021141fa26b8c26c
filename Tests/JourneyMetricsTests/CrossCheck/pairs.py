"""Those who answered on both sides of a crossing, on the San Francisco survey of 2017: the goldens of PairedDifferenceTests.

python3 pairs.py sfo-customer-survey-2017.csv airport.journey
Prints of each pair n, what the answers are worth (Kish), d = p01 - p10, its standard error for single people and p, and the
standard error with flights as clusters. The survey is DataSF's, in the public domain.
"""

import csv
import re
import sys

from scipy.stats import norm

PAIRS = [("airtrain", "rental"), ("art", "restroom"), ("wifi", "art"), ("booth", "signs"), ("walkways", "food"),
         ("gate", "screens"), ("screens", "signs"), ("shops", "wifi"), ("signs", "walkways")]


def main(survey, journey):
    rows = list(csv.DictReader(open(survey, encoding="utf-8-sig")))
    text = open(journey, encoding="utf-8").read()
    text = text[text.index("feedback airport-2017"):]
    columns = {name: column for column, name in re.findall(r'answer \w+ "(\w+)" of airport/([\w-]+) ', text)}
    for first, second in PAIRS:
        weights, squares, gained, lost, n, clusters = 0.0, 0.0, 0.0, 0.0, 0, {}
        for row in rows:
            one, other = row[columns[first]], row[columns[second]]
            if one not in tuple("12345") or other not in tuple("12345"):
                continue
            weight = float(row["WEIGHT"])
            change = (other in "45") - (one in "45")
            n, weights, squares = n + 1, weights + weight, squares + weight * weight
            gained += weight * (change == 1)
            lost += weight * (change == -1)
            cluster = clusters.setdefault(row["RUNID"], [0.0, 0.0])
            cluster[0] += weight * change
            cluster[1] += weight
        worth, up, down = weights * weights / squares, gained / weights, lost / weights
        d = up - down
        error = ((up + down - d * d) / worth) ** 0.5
        count = len(clusters)
        total = sum((change - d * weight) ** 2 for change, weight in clusters.values())
        clustered = (count / (count - 1) * total) ** 0.5 / weights
        print(first, second, n, f"{worth:.2f} {d:.6f} {error:.6f} {2 * norm.sf(abs(d) / error):.6g} {clustered:.6f}")


main(*sys.argv[1:])
