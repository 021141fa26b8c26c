#!/usr/bin/env python3
"""Writes the manual pages: of the program and its commands from its own help, and of the language from its page.

    waymark --experimental-dump-help | python3 Scripts/manuals.py FOLDER VERSION DATE

The help is the only source of what a command does, and docs/language.md of what may be written in a journey.
"""
import json
import re
import sys
from pathlib import Path

LANGUAGE = Path(__file__).parent.parent / "docs/language.md"
STATUS = [("0", "There are no problems."), ("1", "Problems were found."), ("2", "The work could not be finished."),
          ("64", "There is a mistake on the command line.")]


def escaped(text):
    """Plain text for roff: nothing in it is a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga")
    return re.sub(r"^\.", r"\\&.", text, flags=re.M)


def title(name, section, version, date):
    return f'.TH {escaped(name.upper())} {section} {date} "Waymark {version}" "Waymark"\n'


def invocation(argument):
    """How an option or an argument is typed: `--out dir`, in roff."""
    value = f"\\fI{escaped(argument['valueName'])}\\fR" if argument.get("valueName") else ""
    if argument["kind"] == "positional":
        return value
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    names = [f"\\fB{escaped(dashes[name['kind']] + name['name'])}\\fR" for name in argument["names"]]
    return ", ".join(names) + (f" {value}" if argument["kind"] == "option" else "")


def synopsis(argument):
    typed = invocation(argument if argument["kind"] == "positional" else {**argument, "names": [argument["preferredName"]]})
    typed += " ..." if argument["isRepeating"] else ""
    return f"[{typed}]" if argument["isOptional"] else typed


def explanation(argument):
    parts = [argument.get("abstract", ""), argument.get("discussion") or ""]
    if argument.get("allValues") and ", ".join(argument["allValues"]) not in parts[0]:
        parts.append("One of: " + ", ".join(argument["allValues"]) + ".")
    if argument.get("defaultValue"):
        parts.append(f"Unless said: {argument['defaultValue']}.")
    return escaped(" ".join(part for part in parts if part))


def discussion(text):
    """The paragraphs of a help; lines that are set in are examples, and stay as they are."""
    page = []
    for paragraph in (text or "").split("\n\n"):
        lines = paragraph.split("\n")
        if lines[0] == "EXAMPLES":
            page.append(".SH EXAMPLES")
            lines = lines[1:]
        elif lines[0].startswith("Exit status:"):
            continue
        if lines and lines[0].startswith("  "):
            page += [".nf", *(escaped(line.removeprefix("  ")) for line in lines), ".fi"]
        else:
            page += [".PP", escaped("\n".join(lines))] if lines else []
    return page


def described(arguments):
    page = []
    for argument in arguments:
        page += [".TP", invocation(argument), explanation(argument)]
    return page


def written(page):
    """The lines of a page; a heading starts a paragraph itself."""
    kept = [line for before, line in zip([""] + page, page)
            if not (line == ".PP" and before.startswith((".SH", ".SS")))]
    return "\n".join(kept) + "\n"


def command_page(command, path, version, date):
    """The page of one command, or of the program."""
    arguments = [one for one in command.get("arguments", []) if one["shouldDisplay"]]
    commands = [one for one in command.get("subcommands", []) if one["shouldDisplay"] and one["commandName"] != "help"]
    name = "-".join(path)
    page = [title(name, 1, version, date) + ".SH NAME", f"{escaped(name)} \\- {escaped(command['abstract'].rstrip('.'))}"]
    page += [".SH SYNOPSIS", f"\\fB{escaped(' '.join(path))}\\fR"]
    page.append(" ".join(synopsis(one) for one in arguments) if not commands else "\\fIcommand\\fR [\\fIargument\\fR ...]")
    text = discussion(command.get("discussion"))
    cut = text.index(".SH EXAMPLES") if ".SH EXAMPLES" in text else len(text)
    page += [".SH DESCRIPTION", escaped(command["abstract"]), *text[:cut]]
    if commands:
        page.append(".SH COMMANDS")
        for one in commands:
            page += [".TP", f"\\fB{escaped(name + '-' + one['commandName'])}\\fR(1)", escaped(one["abstract"])]
    for heading, kinds in [("ARGUMENTS", ["positional"]), ("OPTIONS", ["option", "flag"])]:
        chosen = [one for one in arguments if one["kind"] in kinds]
        page += [f".SH {heading}", *described(chosen)] if chosen else []
    page.append(".SH EXIT STATUS")
    for status, meaning in STATUS:
        page += [".TP", f"\\fB{status}\\fR", meaning]
    page += text[cut:]
    others = [] if len(path) == 1 else ["\\fBwaymark\\fR(1)"]
    page += [".SH SEE ALSO", ", ".join([*others, "\\fBwaymark\\-journey\\fR(5)"])]
    return written(page)


def inline(text):
    """Markdown within a line: code, bold, and links by their text."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    spans = re.split(r"(`[^`]+`|\*\*.+?\*\*)", text)
    for place, span in enumerate(spans):
        if span.startswith("`") and len(span) > 1:
            spans[place] = f"\\fB{escaped(span[1:-1])}\\fR"
        elif span.startswith("**") and len(span) > 3:
            spans[place] = f"\\fI{inline(span[2:-2])}\\fR"
        else:
            spans[place] = escaped(span)
    return re.sub(r"^\.", r"\\&.", "".join(spans))


def cells(row):
    return [inline(cell.strip().replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", row.strip()[1:-1])]


def language_page(text, version, date):
    """docs/language.md as a manual page. A row of a table is a word, how it is written, and what it means."""
    page = [title("waymark-journey", 5, version, date) + ".SH NAME",
            "waymark\\-journey \\- the language of journey files", ".SH DESCRIPTION"]
    lines = text.split("\n")[1:]
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("```"):
            end = next(place for place in range(at, len(lines)) if lines[place].startswith("```"))
            page += [".PP", ".RS 4", ".nf", *(escaped(one) for one in lines[at:end]), ".fi", ".RE"]
            at = end + 1
        elif line.startswith("## "):
            page.append(f".SH {inline(line[3:]).upper()}")
        elif line.startswith("### "):
            page.append(f".SS {inline(line[4:])}")
        elif line.startswith("|"):
            heads = cells(line)
            at += 1
            page += [".PP", f"{heads[0][:1].upper()}{heads[0][1:]}:"]
            while at < len(lines) and lines[at].startswith("|"):
                row = cells(lines[at])
                page += [".TP", row[0] or "\\&"]
                page += ["\n.br\n".join(cell for cell in row[1:] if cell) or "\\&"]
                at += 1
        elif match := re.match(r"(- |\d+\. )(.*)", line):
            page += [f".IP {escaped(match[1].strip()) if match[1] != '- ' else chr(92) + '(bu'} 3", inline(match[2])]
        elif line.strip():
            page += [".PP", inline(line)]
    page += [".SH SEE ALSO", "\\fBwaymark\\fR(1)"]
    return written(page)


def main():
    folder, version, date = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    root = json.load(sys.stdin)["command"]
    pages = {"man1/waymark.1": command_page(root, ["waymark"], version, date)}
    for command in root["subcommands"]:
        if command["shouldDisplay"] and command["commandName"] != "help":
            name = command["commandName"]
            pages[f"man1/waymark-{name}.1"] = command_page(command, ["waymark", name], version, date)
    pages["man5/waymark-journey.5"] = language_page(LANGUAGE.read_text(), version, date)
    for name, page in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(page)


main()
