#!/usr/bin/env python3
"""duck.py QUERY COUNTS: runs a query of DuckDB, as its command line does, and writes what it comes to."""
import sys

import duckdb

query, counts = sys.argv[1:]
duckdb.sql(open(query, encoding="utf-8").read().rstrip().rstrip(";")).write_csv(counts)
