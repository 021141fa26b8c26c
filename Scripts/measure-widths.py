#!/usr/bin/env python3
"""Asks Chromium how wide the texts of Tests/Golden/text/widths.tsv are, and writes its answers there.

    apt-get install chromium fonts-inter fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
    python3 Scripts/measure-widths.py && swift test --filter "Text"

A row is: exact or box, weight, normal or italic, size in pixels, width in pixels, text. The test compares: `exact` to
0.02 px; `box`, for letters that another font than Inter draws, is no wider than measured by Waymark.
"""
import json
import re
import subprocess
import tempfile
from pathlib import Path

TABLE = Path(__file__).parent.parent / "Tests/Golden/text/widths.tsv"
PAGE = """<!doctype html><meta charset="utf-8">
<svg xmlns="http://www.w3.org/2000/svg"><g id="g" style="font-kerning:none;font-variant-ligatures:none"></g></svg>
<script>
const widths = ROWS.map(([weight, style, size, text]) => {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "text")
  line.style = `font: ${style} ${weight} ${size}px Inter, "Noto Sans", sans-serif;`
    + "font-kerning: none; font-variant-ligatures: none"
  line.textContent = text
  document.getElementById("g").append(line)
  return line.getComputedTextLength().toFixed(4)
})
document.body.append("WIDTHS" + JSON.stringify(widths) + "END")
</script>"""

rows = [line.split("\t") for line in TABLE.read_text().splitlines()]
with tempfile.NamedTemporaryFile("w", suffix=".html") as page:
    texts = json.dumps([[row[1], row[2], row[3], row[5]] for row in rows]).replace("<", "\\u003c")
    page.write(PAGE.replace("ROWS", texts))
    page.flush()
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    seen = subprocess.run(["chromium", *flags, "file://" + page.name], capture_output=True, text=True).stdout
widths = json.loads(re.search(r"WIDTHS(\[.*\])END", seen)[1])
for row, width in zip(rows, widths, strict=True):
    row[4] = width
TABLE.write_text("".join("\t".join(row) + "\n" for row in rows))
print(f"{len(rows)} texts measured")
