"""tally_duckdb.py EXPORT OUT: what Waymark counts, as lean as DuckDB can, on two threads.

Types are given and nothing is guessed; the file is read and grouped once, by both ratings together, and the small result
is folded twice. Names of touchpoints and segments are put in afterwards.
"""
import subprocess
import sys
from pathlib import Path

import duckdb

export, out = sys.argv[1:]
touchpoints = subprocess.check_output([Path(sys.argv[0]).parent.parent / ".build-bench/export"], text=True).splitlines()
segments = {"Student": "young", "Starter": "young", "Family": "family", "Pensioner": "old", None: ""}
asked = {"rating": ("csat", {6: "unused"}), "ease": ("effort", {})}

query = f"""
with counted as materialized (
  select Touchpoint, date_trunc('month', Date) as month, Segment, Rating as rating, Ease as ease, count(*) as n
  from read_csv('{export}', header = true, delim = ',', quote = '"', escape = '"', columns = {{
    'Touchpoint': 'VARCHAR', 'Rating': 'TINYINT', 'Ease': 'TINYINT', 'Date': 'TIMESTAMP', 'Segment': 'VARCHAR',
    'Comment': 'VARCHAR'}})
  group by all)
select Touchpoint, month, Segment, 'rating', rating, sum(n) from counted where rating is not null group by all
union all
select Touchpoint, month, Segment, 'ease', ease, sum(n) from counted where ease is not null group by all
"""
counts = {}
for touchpoint, month, segment, question, answer, count in duckdb.connect(config={"threads": 2}).execute(query).fetchall():
    metric, named = asked[question]
    key = (f"bank,t{touchpoints.index(touchpoint)},{metric},1..5,{month:%Y-%m},{segments[segment]},export,"
           f"{named.get(answer, answer)}")
    counts[key] = counts.get(key, 0) + int(count)
lines = sorted(f"{key},{count},," for key, count in counts.items())
header = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"
Path(out).write_text("\n".join([header, *lines, ""]))
