"""Journey files in Pygments, for Sphinx, MkDocs and the like. Scripts/editor-words.py writes the list of words."""
from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

WORDS = "action answer as-written aside backstage better blank by channel cluster csat current-for date decimal department does draft due edition effort evidence expects fcr feedback feels file finished fixes floor flow for format from frontstage future-of goal good group hide-below higher-is-easier idea ignore image impact importance in journey kpi lane language link lower-is-easier moment-of-truth need note nps of one opens optional owner pain part-of period persona phase quote record repeats resolution reviewed scale segment severity share sheet state status support system tag takes target thinks told-customers touchpoint unit unused view voice volume wait was weigh weight where with with-drivers workspace zone".split()
NAME = r"[^\W\d_][^\W_]*(?:-[^\W_]+)*"
# One group: the word.
KEYWORD = words(WORDS, prefix=r"(?<![\w/-])", suffix=r"(?![\w/-])").get()


class JourneyLexer(RegexLexer):
    """Colours what is in a journey file; says nothing about whether it is right."""

    name = "Journey"
    aliases = ["journey"]
    filenames = ["*.journey"]
    tokens = {
        "root": [
            (r"\s+|\ufeff", Whitespace),
            (r"#.*", Comment.Single),
            (r'"""', String, "long"),
            (r'["“„«]', String, "short"),
            (rf"{KEYWORD}([ \t]+)({NAME})(?=[ \t]+[\"“„«{{])", bygroups(Keyword, Whitespace, Name.Class)),
            (KEYWORD, Keyword),
            (r"[+\-−]?\d[\d.]*(?:-(?:Q\d|\d\d(?:-\d\d)?))?(?:\s?%|pt|[smhdw])*", Number),
            (NAME, Name),
            (r"->|→|<=|>=|[≤≥]|\.\.|[:,*/]", Operator),
            (r"[{}]", Punctuation),
        ],
        "short": [
            (r"\\(?:u\{[0-9A-Fa-f]+\}|.)", String.Escape),
            (r'["”“»]|$', String, "#pop"),
            (r'[^"”“»\\\n]+', String),
            (r"\\", String),
        ],
        "long": [
            (r"\\(?:u\{[0-9A-Fa-f]+\}|.)", String.Escape),
            (r'"""', String, "#pop"),
            (r'[^"\\]+|["\\]', String),
        ],
    }
