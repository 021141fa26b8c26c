"""merman as a program: python merman_journey.py IN.mmd OUT.svg"""
import sys

from merman import Merman

with open(sys.argv[1], encoding="utf-8") as file:
    source = file.read()
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write(Merman().render_svg(source, None))
