#!/usr/bin/env python3
"""Writes Sources/JourneyLayout/Text/AdvanceWidths.swift: how wide every letter is on a map.

    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 uharfbuzz==0.57.0
    apt-get install fonts-inter fonts-noto-core fonts-dejavu-core
    venv/bin/python Scripts/advance-widths.py

Inter's own letters get Inter's own widths, face by face. A letter that Inter lacks is drawn in whatever font the viewer
has, so it gets the widest of Noto Sans, DejaVu Sans and its row of the table, rounded up: its box may be too wide,
hardly ever too narrow. A letter that joins its neighbours (Arabic, Syriac, N’Ko …) is much narrower inside a word than
alone: it gets the mean of its three joined forms. Needs nothing but the fonts; the same fonts give the same bytes.
"""
import glob
import unicodedata
from pathlib import Path

import uharfbuzz as harfbuzz
from fontTools.ttLib import TTFont

EM = 2816  # Inter's units in an em; every width is in these
FACES = ["Regular", "SemiBold", "Bold", "Italic", "SemiBoldItalic", "BoldItalic"]
INTER = "/usr/share/fonts/opentype/inter/Inter-%s.otf"
NOTO = "/usr/share/fonts/truetype/noto/NotoS*-%s.ttf"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
PAGE = 64  # scalars in a page
PLANES = 0x20000  # the first two planes are in the table, the rest are one rule in the code
STEP = 32  # widths outside Inter are rounded up to a multiple of it
WIDEST = 91 * 91 - 1  # what two digits hold; only U+FDFD, a whole sentence in one letter, is wider
JOINING = [range(0x620, 0x900)]  # Arabic, Syriac, N’Ko, Mandaic: letters that join are written to the left
EMOJI = 3872  # 1.375 em: Segoe UI Emoji, the widest of the common ones
OUT = Path(__file__).parent.parent / "Sources/JourneyLayout/Text/AdvanceWidths.swift"


def advances(path):
    font = TTFont(path, lazy=True)
    widths, scale = font["hmtx"].metrics, EM / font["head"].unitsPerEm
    return {scalar: widths[glyph][0] * scale for scalar, glyph in font.getBestCmap().items()}


def joined(path):
    """How wide the letters are that join their neighbours: between two, before one, behind one.

    The mean of the three, and a tenth more, because in short words the wide last form comes more often."""
    face = harfbuzz.Face(harfbuzz.Blob.from_file_path(path))
    font, scale = harfbuzz.Font(face), EM / face.upem

    def width(text):
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(font, buffer, {"kern": False, "liga": False})
        return sum(position.x_advance for position in buffer.glyph_positions) * scale

    letters = [scalar for scalar in face.unicodes if any(scalar in block for block in JOINING)]
    return {
        scalar: sum(width(form % chr(scalar)) for form in ("\u200d%s\u200d", "%s\u200d", "\u200d%s")) * 0.37
        for scalar in letters if unicodedata.category(chr(scalar)) == "Lo"
    }


def others(weight):
    """The widest a letter is in any of the fonts that a Debian machine falls back to."""
    widest = {}
    for path in sorted(glob.glob(NOTO % "Regular") + glob.glob(NOTO % weight)) + [DEJAVU]:
        if any(word in path for word in ("Display", "Unjoined", "Slanted", "Nastaliq")):
            continue
        if "Kufi" in path:
            continue  # no browser draws a text in it unasked
        for scalar, width in (advances(path) | joined(path)).items():
            widest[scalar] = max(widest.get(scalar, 0), width)
    for scalar in range(0xC00, 0xC80):  # Telugu's letters take another shape under their vowel signs: 6 % wider
        widest[scalar] = widest.get(scalar, 0) * 1.1
    return {scalar: min(-int(-width // STEP) * STEP, WIDEST) for scalar, width in widest.items()}


inter = [advances(INTER % face) for face in FACES]
box = [TTFont(INTER % face)["hmtx"][".notdef"][0] for face in FACES]  # what Chromium draws where no font has the letter
fallback = [others(weight) for weight in ("Regular", "Bold", "Bold")] * 2


def widths(scalar):
    """The six widths of a scalar, in the order of FACES."""
    letter, category = chr(scalar), unicodedata.category(chr(scalar))
    if 0x1F000 <= scalar < 0x1FB00:
        return (EMOJI,) * 6
    if letter in "\t\n\r":
        letter, scalar = " ", 32
    if category == "Cc" and scalar != 32:
        return tuple(int(face[0xFFFD]) if 0xFFFD in face else EM for face in inter)  # the writer makes it U+FFFD
    if category in ("Mn", "Me") or 0x1160 <= scalar <= 0x11FF or scalar in (0x2028, 0x2029):
        return (0,) * 6
    if category == "Cf" and not 0x0600 <= scalar <= 0x08FF or scalar == 0x061C:
        return (0,) * 6
    if scalar in inter[0] and category != "Co":
        return tuple(int(face[scalar]) for face in inter)
    if unicodedata.east_asian_width(letter) in "WF" and 0x2300 <= scalar < 0x2C00:
        return (EMOJI,) * 6
    if scalar in fallback[0] and unicodedata.east_asian_width(letter) not in "WF":
        return tuple(max(face.get(scalar, 0), fallback[0][scalar]) for face in fallback)
    return tuple(max(EM, width) for width in box)


table = [widths(scalar) for scalar in range(32, 127)]  # so that the kind of an ASCII letter is its code - 32
kinds = {}
for number, six in enumerate(table):
    kinds.setdefault(six, number)


def kind(six):
    """The number of six widths; every letter that shares them shares it."""
    if six not in kinds:
        kinds[six] = len(table)
        table.append(six)
    return kinds[six]


pages, directory = {}, []
for start in range(0, PLANES, PAGE):
    rows = [widths(scalar) for scalar in range(start, start + PAGE)]
    if start >= 0x10000 and EMOJI not in rows[0]:  # rare scripts: the widest letter of the page stands for all
        rows = [tuple(map(max, zip(*rows)))] * PAGE
    page = tuple(kind(row) for row in rows)
    directory.append(pages.setdefault(page, len(pages)))


def digits(numbers):
    """Two digits of base 91 a number, written with the letters from `$` to `~`."""
    return "".join(chr(36 + number // 91) + chr(36 + number % 91) for number in numbers)


def literal(numbers):
    text = digits(numbers)
    lines = [text[at:at + 112] for at in range(0, len(text), 112)]
    return "\\#\n".join("    " + line for line in lines)


version = TTFont(INTER % "Regular")["name"].getDebugName(5).removeprefix("Version ")
notdef = kind(tuple(max(EM, width) for width in box))
numbers = directory + [number for page in pages for number in page] + [six[face] for face in range(6) for six in table]
OUT.write_text(f'''// Made by Scripts/advance-widths.py; not edited by hand.
//
// Inter {version}, Copyright 2020 The Inter Project Authors (https://github.com/rsms/inter),
// SIL Open Font License 1.1.
// Where Inter has no letter: the widest of Noto Sans (20201225, SIL Open Font License 1.1) and DejaVu Sans (2.37).
// swift-format-ignore-file

/// How wide every letter is, in units of Inter's em.
///
/// Text rather than numbers, because a literal is there when the process starts: nothing is decoded before it is
/// looked up. A number is two digits of base 91, `$` for 0 to `~` for 90. First comes the page of each {PAGE} scalars of
/// the first two planes, then the kinds of width of the scalars of each page, then the widths of each kind: regular,
/// semibold, bold, and the same in italic. An ASCII letter's kind is its code less 32.
enum AdvanceWidths {{
  /// Units in an em.
  static let em = {EM}
  /// Where the pages start in `table`.
  static let pages = {len(directory)}
  /// Where the widths start in `table`.
  static let widths = {len(directory) + PAGE * len(pages)}
  /// How many widths a face has.
  static let kinds = {len(table)}
  /// The kind of a letter that no font in the table has.
  static let unknown = {notdef}
  /// The width of a picture, as wide as the widest of the common fonts draws it.
  static let emoji = {EMOJI}

  static let table = #"""
{literal(numbers)}
    """#
}}
''')
print(f"{len(table)} kinds, {len(pages)} pages, {OUT.stat().st_size} bytes")
