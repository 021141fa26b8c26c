"""The Pygments lexer and the TextMate grammar on journey files: python colours.py FILE…

The lexer takes in every character and finds no error. Both give each character the same one of four colours: a word of
the language, a text, a comment, anything else. Where they differ, one of the two is wrong.
"""
import json
import sys
from pathlib import Path

import onigurumacffi
from pygments.token import Comment, Error, Keyword, String

EDITORS = Path(__file__).parents[2] / "editors"
sys.path.insert(0, str(EDITORS / "pygments"))
from waymark_pygments import JourneyLexer  # noqa: E402

GRAMMAR = json.loads((EDITORS / "textmate/journey.tmLanguage.json").read_text())


def colour(scope):
    return next((short for short, start in [("k", "keyword.control"), ("s", "string"), ("s", "constant.character"),
                                            ("c", "comment")] if scope.startswith(start)), ".")


def textmate(text):
    """The colour of each character, as an editor finds it: line by line, the first rule that matches leftmost."""
    compiled = [(rule, onigurumacffi.compile(rule.get("match") or rule["begin"])) for rule in GRAMMAR["patterns"]]
    made, inside = [], None
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        colours, at = ["."] * len(line), 0
        while at <= len(bare):
            if inside:
                end, escape = onigurumacffi.compile(inside["end"]), onigurumacffi.compile(
                    GRAMMAR["repository"]["escape"]["match"])
                found = [(match.start(), order, match) for order, match in
                         enumerate([escape.search(bare, at), end.search(bare, at)]) if match]
                if not found:
                    colours[at:] = "s" * (len(line) - at)
                    break
                start, order, match = min(found, key=lambda one: one[:2])
                colours[at:match.end()] = "s" * (match.end() - at)
                at = match.end()
                if order == 1:
                    inside = None
                continue
            found = [(match.start(), order, rule, match) for order, (rule, pattern) in enumerate(compiled)
                     if (match := pattern.search(bare, at))]
            if not found or min(found)[0] >= len(bare):
                break
            start, _, rule, match = min(found, key=lambda one: one[:2])
            if "begin" in rule:
                colours[start:match.end()] = "s" * (match.end() - start)
                inside = rule
            elif "captures" in rule:
                for group, capture in rule["captures"].items():
                    span = match.span(int(group))
                    colours[span[0]:span[1]] = colour(capture["name"]) * (span[1] - span[0])
            else:
                colours[start:match.end()] = colour(rule["name"]) * (match.end() - start)
            at = match.end()
        made += colours
    return made


def pygments(text):
    made = []
    for token, value in JourneyLexer(ensurenl=False, stripnl=False).get_tokens(text):
        assert token is not Error, f"no token for {value!r} at {len(made)}"
        kind = "k" if token in Keyword else "s" if token in String else "c" if token in Comment else "."
        made += kind * len(value)
    return made


wrong = 0
for name in sys.argv[1:]:
    text = Path(name).read_bytes().decode().replace("\r\n", "\n").replace("\r", "\n")
    try:
        ours, theirs = pygments(text), textmate(text)
        assert len(ours) == len(text), f"{len(text) - len(ours)} characters are missing"
        for place, (one, other) in enumerate(zip(ours, theirs)):
            line = text.count("\n", 0, place) + 1
            assert one == other or text[place].isspace(), f"line {line}: {text[place:place + 20]!r} is {one} and {other}"
        assert "k" in ours, "has no word of the language"
    except AssertionError as error:
        print(f"{name}: {error}")
        wrong += 1
print(f"{len(sys.argv) - 1} files, {wrong} wrong")
sys.exit(wrong > 0 or len(sys.argv) < 10)
