"""The same forty answers as CSV, as openpyxl writes a workbook, and as LibreOffice saves that and the CSV.

  python make.py        needs openpyxl and soffice (LibreOffice Calc)

Seeded; invented people only. openpyxl writes no results of formulas, LibreOffice does: so the CSV has the results, and
what openpyxl wrote is kept as `unsaved.xlsx` with its formulas, and as `openpyxl.xlsx` with the results in their place.
"""
import csv, datetime, os, random, subprocess, tempfile
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = os.path.dirname(os.path.abspath(__file__))
R = random.Random(20261129)
HEAD = ["ID", "Start time", "Completion time", "Email", "Name", "How easy was it?", "How likely are you to recommend us?",
        "Why, \"in short\"?", "Channel", "Minutes", "Twice", "Again?", "Share", "Day", "Waited"]
WHY = ["", "fine", "Grüße, \"quick\"", "two\nlines", " blanks ", "5", "a_x000D_b", "snow \u2603", "=not a formula", "&<>"]

rows = []
start = datetime.datetime(2026, 8, 30, 23, 50, 0)
for i in range(40):
    begun = start + datetime.timedelta(seconds=i * 3607)
    easy = R.choice([1, 2, 3, 4, 5, 6, 7, None])
    rows.append({
        "ID": i + 1, "Start time": begun, "Completion time": begun + datetime.timedelta(seconds=R.randrange(30, 900)),
        "Email": "anonymous", "Name": None, "How easy was it?": easy,
        "How likely are you to recommend us?": R.randrange(11), "Why, \"in short\"?": R.choice(WHY),
        "Channel": R.choice(["Web", "Phone"]), "Minutes": R.choice([0.1 + 0.2, 12.5, 7, 1e-3, 1234.5, 90.0]),
        "Twice": i + 1, "Again?": R.random() < 0.5, "Share": 0.25, "Day": begun.date(),
        "Waited": datetime.timedelta(hours=R.randrange(40), seconds=R.randrange(3600)),
    })


def plain(value):
    """As a CSV export of the sheet has it."""
    if value is None: return ""
    if isinstance(value, bool): return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime): return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, datetime.date): return value.isoformat()
    if isinstance(value, datetime.timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, float): return f"{value:.15g}"
    return str(value)


with open(os.path.join(HERE, "answers.csv"), "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(HEAD)
    for row in rows: out.writerow([plain(row[name]) for name in HEAD])


def workbook(path, formulas):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime.datetime(2026, 11, 29)
    notes = book.active
    notes.title = "Notes"
    notes["A1"] = "not the answers"
    notes.sheet_state = "hidden"
    sheet = book.create_sheet("Form1")
    book.active = 1
    sheet.append(HEAD)
    for number, row in enumerate(rows, 2):
        values = [row[name] for name in HEAD]
        if formulas: values[HEAD.index("Twice")] = f"=A{number}*1"
        why = HEAD.index("Why, \"in short\"?")
        if values[why] == "fine": values[why] = CellRichText("fi", TextBlock(InlineFont(b=True), "ne"))
        sheet.append(values)
        # openpyxl would take a text that begins so for a formula, and writes underscores as they are.
        cell = sheet.cell(number, why + 1)
        if values[why] == "=not a formula": cell.data_type = "s"
        if values[why] == "a_x000D_b": cell.value = "a_x005F_x000D_b"
        sheet.cell(number, HEAD.index("Share") + 1).number_format = "0%"
        sheet.cell(number, HEAD.index("Waited") + 1).number_format = "[hh]:mm:ss"
        sheet.cell(number, HEAD.index("Start time") + 1).number_format = "m/d/yy h:mm:ss"
        sheet.cell(number, HEAD.index("Completion time") + 1).number_format = "dd\\.mm\\.yyyy\\ hh:mm:ss;@"
    sheet.row_dimensions[5].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["J"].hidden = True
    # Formatted far below, without anything in it.
    sheet["C60"].number_format = "0.00"
    book.save(path)


def converted(path, name, *options):
    """As LibreOffice saves it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", *options, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path],
                       check=True, capture_output=True)
        base = os.path.splitext(os.path.basename(path))[0] + ".xlsx"
        os.replace(os.path.join(folder, base), os.path.join(HERE, name))


workbook(os.path.join(HERE, "openpyxl.xlsx"), False)
workbook(os.path.join(HERE, "unsaved.xlsx"), True)
converted(os.path.join(HERE, "unsaved.xlsx"), "libreoffice.xlsx")
converted(os.path.join(HERE, "answers.csv"), "from-csv.xlsx", "--infilter=CSV:44,34,76,1")
