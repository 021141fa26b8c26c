#!/usr/bin/env python3
"""same.py COUNTS EXPECTED: whether an engine's counts, in order, are the expected tally to the byte.

COUNTS is a CSV file, or the folder that Spark writes. Says the first difference, and exits with 1.
"""
import csv
import itertools
import sys
from pathlib import Path

columns = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2".split(",")
path, expected = map(Path, sys.argv[1:])
parts = sorted(path.glob("part-*.csv")) if path.is_dir() else [path]
lines = []
for part in parts:
    with open(part, encoding="utf-8", newline="") as file:
        lines += (",".join(row[column] or "" for column in columns) for row in csv.DictReader(file))
lines.sort(key=str.encode)
lines = [",".join(columns), *lines]
wanted = expected.read_text(encoding="utf-8").splitlines()
if lines != wanted:
    for mine, others in itertools.zip_longest(lines, wanted):
        if mine != others:
            sys.exit(f"  counted  {mine}\n  expected {others}\n  ({len(lines)} and {len(wanted)} lines)")
