"""Tallies 1 GB of answers with Waymark and with DuckDB in turn, with and without key drivers, and measures its memory.
Started by `Benchmarks/run`."""
import re
import shutil
import subprocess
import sys

from turns import bench, compare, end, goal, machine, python, ratio, root, run, waymark

SIZE, PERSONS_SIZE, QUESTIONS = 10**9, 4 * 10**8, 19
export = str(bench / "export")
work = bench / "tally"


def workspace(name, lines, size, persons):
    """A folder with a journey and an export of so many bytes, made once."""
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    titles = subprocess.check_output([export], text=True).splitlines()
    touchpoints = [f'    touchpoint t{number} "{title}"' for number, title in enumerate(titles)]
    rows = [f'    "{title}" is bank/t{number}' for number, title in enumerate(titles)]
    (folder / "bank.journey").write_text("\n".join([
        'journey bank "Bank" {', '  phase all "All" {', *touchpoints, "  }", "}",
        'segment young "Young"', 'segment family "Family"', 'segment old "Old"',
        'feedback export "Export" {', f"  {lines}", '  date "Date"', '  touchpoint "Touchpoint" {', *rows, "  }",
        '  answer csat "Rating" scale 1..5 unused 6', '  answer effort "Ease" scale 1..5 higher-is-easier',
        '  segment "Segment" { "Student", "Starter" is young  "Family" is family  "Pensioner" is old }', "}", ""]))
    make(folder, size, persons, 0)
    return folder


def make(folder, size, persons, questions):
    """The export of a workspace, made once."""
    if not (folder / "export.csv").exists():
        with open(folder / "new", "wb") as file:
            subprocess.run([export, str(size), str(persons), str(questions)], stdout=file, check=True)
        (folder / "new").rename(folder / "export.csv")


def drivers(name, counted):
    """A folder with a survey of a question about the journey, and one about each of its touchpoints."""
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    numbers = range(QUESTIONS)
    (folder / "bank.journey").write_text("\n".join([
        'journey bank "Bank" {', '  phase all "All" {', *(f'    touchpoint t{n} "Touchpoint {n}"' for n in numbers), "  }", "}",
        'feedback export "Export" {', '  file "export.csv"', '  date "Date"',
        f'  answer csat "Rating" of bank scale 1..5 unused 6 {counted}',
        *(f'  answer csat "T{n}" of bank/t{n} scale 1..5' for n in numbers), "}", ""]))
    return folder


def tally(folder):
    return [waymark, "tally", "--dry-run", str(folder)]


def used(folder):
    """How many rows the audit says were used."""
    audit = subprocess.check_output(tally(folder), text=True)
    return int(re.search(r"used +([0-9,]+)", audit)[1].replace(",", ""))


def phases(command):
    """Where the processor's time goes, by perf's samples."""
    if not shutil.which("perf"):
        return print("  no phases: there is no perf (linux-perf)")
    samples = str(bench / "perf.data")
    subprocess.run(["perf", "record", "-q", "-e", "cpu-clock", "-F", "2999", "-o", samples, *command],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    report = subprocess.run(["perf", "report", "-i", samples, "--stdio", "--no-children", "--sort", "sym"],
                            capture_output=True, text=True).stdout
    names = {r"\[k\]": "reading (kernel)", r"(v3|any)_index": "telling cells and rows apart, quotes checked",
             r"(v3|any)_utf8": "checking UTF-8", r"(v3|any)_count": "counting lines",
             r"CellMemory": "looking up what long cells mean", r"RowReader": "dates, short cells, counting",
             r"JourneyFeedback": "understanding new cells, adding up"}
    shares = dict.fromkeys([*names.values(), "start, tally file, audit"], 0)
    for line in report.splitlines():
        if sample := re.match(r" +([0-9.]+)% +(.*)", line):
            phase = next((name for pattern, name in names.items() if re.search(pattern, sample[2])), list(shares)[-1])
            shares[phase] += float(sample[1])
    for phase, share in shares.items():
        print(f"  {phase:<48} {share:5.1f} %")


machine()
plain = workspace("plain", 'file "export.csv"', SIZE, 0)
file, counted = str(plain / "export.csv"), str(plain / "duckdb.csv")
duckdb = [python, str(root / "Benchmarks/tally_duckdb.py"), file, counted]
times = compare(f"{SIZE / 1e9:g} GB of answers", 9, waymark=tally(plain), duckdb=duckdb, start=[python, "-c", "import duckdb"],
                wc=["wc", "-l", file])
ratio("waymark / DuckDB", times, "waymark", "duckdb", 1 / 3)
ratio("the same less DuckDB's start", times, "waymark", "duckdb", 1 / 3, less="start")
ratio("waymark / wc -l", times, "waymark", "wc", 4)
rows = used(plain)
print(f"  {rows} rows of {SIZE / rows:.1f} bytes on the average")
base = run(tally(plain))[2]
goal("memory", base, 128, " MiB")
subprocess.run([waymark, "tally", str(plain)], stdout=subprocess.DEVNULL, check=True)
if (plain / "export.tally.csv").read_text() != (plain / "duckdb.csv").read_text():
    sys.exit("DuckDB counts something else than Waymark")
(plain / "export.tally.csv").unlink()
print("\nPhases")
phases(tally(plain))

print("\nOne answer per person")
each = 'file "export.csv*"\n  one answer per person "Respondent"'
persons = workspace("persons", each, PERSONS_SIZE, 10**9)
packed = workspace("packed", each, PERSONS_SIZE, 10**9)
if (packed / "export.csv").exists():
    subprocess.run(["gzip", "-1f", str(packed / "export.csv")], check=True)
for name, folder in (("as it came", persons), ("as .gz", packed)):
    answers = used(folder)
    wall, _, memory = run(tally(folder))
    print(f"  {name}: {answers} persons, {wall:.1f} s, {memory:.0f} MiB")
    goal("  a person more than the rest", (memory - base) * 2**20 / answers, 40, " bytes")

print(f"\nKey drivers among {QUESTIONS} questions")
alone, together = drivers("alone", ""), drivers("together", "with-drivers")
make(alone, SIZE, 0, QUESTIONS)
if not (together / "export.csv").exists():
    (together / "export.csv").hardlink_to(alone / "export.csv")
times = compare(f"{SIZE / 1e9:g} GB of answers", 5, together=tally(together), alone=tally(alone))
ratio("with key drivers / without", times, "together", "alone", 2)
goal("memory", run(tally(together))[2], 128, " MiB")
end()
