"""Writes xpath.csv: expressions of XPath 1.0 over DOCUMENT, and what lxml (libxml2's XPath) gives for them as text.

    python3 Tests/MarkupTests/CrossCheck/xpath.py     needs lxml; the table says which libxml2 it was
"""

import csv
import itertools
import pathlib
import random

from lxml import etree

here = pathlib.Path(__file__).parent
random.seed(14)

# Left out: '1e3', which XPath 1.0 calls no number and libxml2 does.
# The same as in XPathTests.swift.
DOCUMENT = etree.fromstring(
    """<journey title="Coffee &lt;&amp;&gt; 'tea'" n="3" empty="" div="9" mod="2"><phase title="Before" n="1">"""
    """<touchpoint title="Sees" n="2"/><touchpoint title="Queues" n="3"><pain>Long</pain>"""
    """<pain m="7">Loud <b>and</b> hot</pain></touchpoint><touchpoint title="Ä Ö" m="x"/></phase>"""
    """<note>  one &amp;  two </note><phase title="After"><touchpoint title="Drinks" n="10"/><touchpoint title="Queues"/></phase>"""
    """<and>4</and><or>5</or><div>6</div><mod>text</mod></journey>"""
)

PATHS = [
    ".", "..", "/", "*", "@*", "phase", "phase/touchpoint", "//touchpoint", "//@title", "//*", "phase[2]", "phase[last()]",
    "//touchpoint[2]", "(//touchpoint)[2]", "//touchpoint[@n]", "//touchpoint[@n > 2][1]", "//touchpoint[position() mod 2 = 1]",
    "phase[touchpoint[3]]/@title", "//touchpoint/..", "//touchpoint/../@title", "//pain/ancestor::*",
    "//pain/ancestor-or-self::*[2]", "//pain/ancestor::*[1]/@title", "//touchpoint/following-sibling::touchpoint[1]/@title",
    "//touchpoint/preceding-sibling::*[1]/@title", "//touchpoint/preceding::touchpoint[1]/@title", "//pain/following::touchpoint",
    "//pain/preceding::*", "//pain/preceding::node()[2]", "phase/descendant::text()", "phase/descendant-or-self::phase",
    "phase//text()", "//text()[. = 'Long']", "//comment()", "self::journey", "self::phase", "//@n/..", "//@n/following::pain",
    "//@title/self::title", "//attribute::n", "child::node()", "//node()", "phase | note", "note | phase[1] | phase",
    "//touchpoint[2] | //touchpoint[1]", "phase[1]/touchpoint[last() - 1]", "//touchpoint[not(@n)]",
    "/journey/phase[count(touchpoint) = 3]/touchpoint[position() > 1]/@title", "//touchpoint[pain][@n = 3]",
    "/descendant::touchpoint[4]", "(phase | note)[3]", "(//touchpoint/@n)[last()]", "//touchpoint/ancestor::phase[1]",
    "//*[name() = 'pain']", "//*[local-name(..) = 'phase']", "phase[1]//@*", "//touchpoint[preceding-sibling::touchpoint]",
    "//touchpoint[following::pain]", "missing", "//phase[9]/touchpoint", "//pain//..", "/journey/note/text()",
]
TEXTS = ["@title", "note", "'abcabc'", "''", "' a  b\t c '", "'äöü€😀'", "@n", "@empty", "phase[2]/@title", "string(12.5)", "'1,5'", "' 12 '"]
NUMBERS = [
    "0", "1", "-1", "2.5", "-2.5", "0.5", "1 div 0", "-1 div 0", "0 div 0", "@n", "@title", "''", "'12'", "'-.5'", "'5.'",
    "'+1'", "0.1 + 0.2", "1 div 3", "2 div 3", "100 * 0.58", "123456789.125", "0.000123", "- - 3", "7 mod 3", "-7 mod 3", "7 mod -3",
    "5.5 mod 2", "1 div 8", "sum(//@n)", "sum(//@title)", "sum(missing)", "count(//touchpoint)", "round(2.5)", "round(-2.5)",
    "floor(-1.5)", "ceiling(1.2)", "round(0 div 0)", "number(true())", "number(missing)", "number(phase)", "string-length('äöü😀')", "999999.5", "-0",
]
SETS = ["@n", "//@n", "//@title", "missing", "phase/@title", "//touchpoint/@title", "//pain", "note", "//@m"]
MORE = [
    "concat('a', 1, true(), @title, phase)", "string(phase)", "string(/)", "name()", "name(phase)", "name(@title)", "name(//text())",
    "local-name(missing)", "boolean(phase)", "boolean(missing)", "boolean('')", "boolean('false')", "boolean(0 div 0)", "not(0)",
    "true() and false()", "true() or false()", "1 = 1 = 1", "3 > 2 > 1", "1 < 2 < 3", "'a' = 'a' and 'b' != 'c'", "2 * 3 + 4 * -5",
    "10 - 2 - 3", "2 + 3 * 4", "-(2 + 3)", "1 - -1", "8 div 2 div 2", "- 2 * 3", "true() = 'x'", "false() = ''", "true() > false()",
    "phase = true()", "missing = false()", "missing = true()", "missing != false()", "//@n > true()", "@div div @mod mod 4",
    "normalize-space()", "normalize-space(note)", "string-length()", "string-length(note)", "translate('bar', 'abc', 'AB')",
    "translate('--aaa--', 'abc-', 'ABC')", "translate('äöäö', 'äö', 'o')", "substring('12345', 2, 3)", "substring('12345', 1.5, 2.6)",
    "substring('12345', 0 div 0, 3)", "substring('12345', 1, 0 div 0)", "substring('12345', -42, 1 div 0)",
    "substring('12345', -1 div 0, 1 div 0)", "substring('äöü😀', 2, 2)", "substring('12345', 4)", "substring('12345', 0)",
    "substring('12345', -1, 4)", "substring-before('1999/04/01', '/')", "substring-after('1999/04/01', '/')",
    "substring-after('1999/04/01', '19')", "substring-before('abc', '')", "substring-after('abc', '')", "substring-after('aab', 'ab')",
    "substring-after('ababac', 'abac')", "contains('aaaab', 'aab')", "contains('abab', 'abb')", "starts-with('abc', 'ab')",
    "starts-with('', '')", "contains('', 'a')", "contains('a', '')", "count(phase | phase/touchpoint | note)", "count(//touchpoint | //touchpoint)",
    "div", "mod", "and | or", "*[1] * 2", "* * 2", "count(*)*count(*)", "phase [ 1 ] / @title", "/journey/@*[2]",
]


def text(value):
    if isinstance(value, list):
        return first(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    return str(value)


def first(nodes):
    if not nodes:
        return ""
    node = nodes[0]
    return str(node) if isinstance(node, str) else "".join(node.itertext()) if isinstance(node.tag, str) else node.text


def number(value):
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    plain = f"{value:.15g}"
    if "e" in plain:
        from decimal import Decimal

        plain = format(Decimal(plain), "f")
    return "0" if plain == "-0" else plain


def expressions():
    yield from MORE
    for path in PATHS:
        yield f"count({path})"
        yield f"concat({path}, '')" if path != "/" else "string(/)"
    yield from NUMBERS
    for left, operation, right in itertools.product(SETS, ["=", "!=", "<", "<=", ">", ">="], SETS):
        if random.random() < 0.4:
            yield f"{left} {operation} {right}"
    for left, operation, right in itertools.product(SETS, ["=", "!=", "<", ">="], ["2", "'Queues'", "true()", "''"]):
        yield f"{left} {operation} {right}" if random.random() < 0.5 else f"{right} {operation} {left}"
    for operation, left, right in itertools.product(["+", "-", "*", "div", "mod", "<", "=", "!="], NUMBERS, NUMBERS):
        if random.random() < 0.03:
            yield f"({left}) {operation} ({right})"
    for function, left, right in itertools.product(["contains", "starts-with", "substring-before", "substring-after"], TEXTS, TEXTS):
        if random.random() < 0.25:
            yield f"{function}({left}, {right})"
    for value in TEXTS:
        for function in ["string-length", "normalize-space", "number", "boolean", "string", "not"]:
            yield f"{function}({value})"
        yield f"substring({value}, 2)"
        yield f"translate({value}, 'abcü', 'xä')"
    for path, predicate in itertools.product(["//touchpoint", "phase", "//@n/parent::*", "//*"], ["2", "last()", "@n = 3", "position() = last() - 1", "pain", "not(pain)", "@n[. > 1]", "../@title", "touchpoint[2]"]):
        yield f"count({path}[{predicate}])"
        yield f"concat({path}[{predicate}][1]/@title, '')"


with open(here / "xpath.csv", "w", newline="") as file:
    table = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n")
    version = ".".join(map(str, etree.LIBXML_VERSION))
    table.writerow([f"# lxml {etree.__version__}, libxml2 {version}; made by xpath.py"])
    for expression in dict.fromkeys(expressions()):
        result = text(DOCUMENT.xpath(expression))
        table.writerow([expression.replace("\t", "␉"), result.replace("\t", "␉").replace("\n", "␤")])
