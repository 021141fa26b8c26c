#!/usr/bin/env python3
"""Writes the words of the language, as `waymark explain` lists them, into the files of the editors.

    waymark explain | python3 Scripts/editor-words.py [--check]

A list in such a file starts with the first word and has `|` or one kind of blank between its words. With --check nothing
is written, and the status is 1 where a list is not the language's.
"""
import re
import sys
from pathlib import Path

EDITORS = Path(__file__).parent.parent / "editors"
FILES = ["textmate/journey.tmLanguage.json", "vim/syntax/journey.vim", "emacs/journey-mode.el", "kate/journey.xml",
         "pygments/waymark_pygments.py"]
WORD = "[a-z]+(?:-[a-z]+)*"

words = re.search(r"^Words: (.*)$", sys.stdin.read(), re.M)[1].split()
other = 0
for file in FILES:
    path = EDITORS / file
    text = path.read_text()
    lists = re.compile(rf"(?<![\w-]){words[0]}(?P<between>\||</item><item>| )(?:{WORD}(?P=between))*{WORD}")
    if not lists.search(text):
        sys.exit(f"editor-words: {file} has no list of words")
    made = lists.sub(lambda match: match["between"].join(words), text)
    if made != text:
        other += 1
        print(f"editor-words: {file} {'has other words than the language' if '--check' in sys.argv else 'is written'}")
        if "--check" not in sys.argv:
            path.write_text(made)
sys.exit(1 if other and "--check" in sys.argv else 0)
