package import JourneySource

extension Rule {
  /// The rules of this target, for `explain` and `docs/findings.md`. Their examples are exports, which no check reads.
  package static let feedbackCatalog = [
    unreadableExport, unknownColumn, repeatedColumn, unknownZone, badDateFormat, personWithoutDate, ambiguousDate,
    ambiguousNumber, equalRows, tooManySubjects, formulaWithoutValue,
    sheetWithoutWorkbook, tooManyPairs, tooManyClusters,
  ]

  static let unreadableExport = Rule(
    "unreadable-export", .error, "An export cannot be read, so nothing of it is counted.",
    why: """
      Waymark reads delimited text with a header and JSON Lines, plain or packed by gzip, and Excel workbooks \
      (`.xlsx`). Save other spreadsheets (`.xls`, `.xlsb`, `.ods`, Numbers) as one of these, and unpack a ZIP file. If \
      a `.gz` or a workbook ends too soon, its download broke off: fetch it again.
      """,
    example: "PK…\n",
    instead: "Q1,RecordedDate\n5,2026-04-01 10:00:00\n")

  static let unknownColumn = Rule(
    "unknown-column", .error, "An export has no column with the name that the feedback uses.",
    why: """
      Waymark finds columns by their names: first as written, then with any capitals. Vendors rename them from one \
      survey to the next, and a column that is found by its place would count the wrong question.

      Write the name as the header has it. Where files of several years differ, write a feedback for each.
      """,
    example: "Q1_score,RecordedDate\n5,2026-04-01 10:00:00\n",
    instead: "Q1,RecordedDate\n5,2026-04-01 10:00:00\n")

  static let repeatedColumn = Rule(
    "repeated-column", .error, "An export has several columns with the name that the feedback uses.",
    why: """
      Nothing says which of them is meant, and they rarely have the same values. Rename all but one in the export.
      """,
    example: "Q1,Q1\n5,3\n",
    instead: "Q1,Q1 again\n5,3\n")

  static let unknownZone = Rule(
    "unknown-zone", .error, "This system does not know the time zone.",
    why: """
      `zone` is an offset (`+02:00`) or a name that the system's zone files know (`Europe/Berlin`). It matters for \
      dates with an offset and for Unix times. Without it, days near midnight could fall into the wrong month.
      """,
    example: "date \"RecordedDate\" zone \"Berlin\"\n",
    instead: "date \"RecordedDate\" zone \"Europe/Berlin\"\n")

  static let badDateFormat = Rule(
    "bad-date-format", .error, "A date format does not say year, month and day.",
    why: """
      `YYYY` or `YY` is the year, `MM` or `MMM` the month, `DD` the day. `HH` is the hour, `mm` the minute, `ss` the \
      second, `A` AM or PM, `Z` the offset. Every other sign is read as it is. Put letters in `[ ]`.
      """,
    example: "date \"Date\" format \"MM/YYYY\"\n",
    instead: "date \"Date\" format \"MM/DD/YYYY\"\n")

  static let personWithoutDate = Rule(
    "person-without-date", .error, "One answer per person is asked for, but nothing says which is the latest.",
    why: """
      If a person answered several times, the latest answer counts. Name the column that dates the answers: \
      `date "RecordedDate"`.
      """,
    example: "one answer per person \"ID\"\n",
    instead: "one answer per person \"ID\"\ndate \"RecordedDate\"\n")

  static let ambiguousDate = Rule(
    "ambiguous-date", .error, "A date can be read in two ways, and the feedback does not say which.",
    why: """
      Some people read 03/04/2026 as a day in March, others as a day in April. A wrong guess moves a whole quarter, \
      and nobody notices. Where a column has a day above 12, Waymark knows the order. Elsewhere it writes no tally \
      until the feedback says how dates are written: `format "MM/DD/YYYY"`.
      """,
    example: "Q1,Date\n5,03/04/2026\n",
    instead: "Q1,Date\n5,2026-04-03\n")

  static let ambiguousNumber = Rule(
    "ambiguous-number", .error, "A number can be read in two ways, and nothing says which.",
    why: """
      `1,250` is one and a quarter, or twelve hundred and fifty; so is `1.250`. Another cell of the column may show \
      which one: in a column with `0,5`, the comma comes before the decimals. Where no cell shows it, Waymark writes \
      no tally until the feedback says `decimal ","` or `decimal "."`. Ratings have no thousands, so this finding is \
      never about them.
      """,
    example: "Ticket,Minutes\n1,\"1,250\"\n",
    instead: "Ticket,Minutes\n1,1250\n")

  static let equalRows = Rule(
    "equal-rows", .error, "Two exports of a feedback have the same rows, so their answers would count twice.",
    why: """
      Exports often overlap: the same month fetched again, `answers (1).csv` beside `answers.csv`, a `.csv` beside its \
      `.csv.gz`. Where a column identifies each answer (`ResponseId`, `Respondent ID`, `#`, `Id`), an answer counts \
      once, whichever files it is in. Without such a column, Waymark cannot know whether two equal rows are one answer \
      or two. So it writes nothing.

      Delete the file that repeats the rows. If they are different answers, put the rows of both into one file. An \
      export with the id of each answer needs neither.
      """,
    example: "Date,Sat\n2026-08-05 10:12:13,5\n",
    instead: "Id,Date,Sat\nr1,2026-08-05 10:12:13,5\n")

  static let formulaWithoutValue = Rule(
    "formula-without-value", .error,
    "A workbook has a formula in a column that counts, but not the result of the formula.",
    why: """
      Excel saves the result of each formula beside it, and Waymark counts that result. Other programs that write \
      workbooks often leave it out. Open the workbook in Excel or LibreOffice and save it. Then the results are there.
      """,
    example: "<c r=\"B2\"><f>C2+1</f></c>\n",
    instead: "<c r=\"B2\"><f>C2+1</f><v>5</v></c>\n")

  static let sheetWithoutWorkbook = Rule(
    "sheet-without-workbook", .warning, "A feedback names a sheet, but none of its exports is a workbook.",
    why: """
      Only Excel workbooks (`.xlsx`) have sheets. A CSV has the sheet that was on the screen when it was saved, and \
      nothing shows which one that was. Delete the line, or fetch the workbook.
      """,
    example: "sheet \"Form1\" beside file \"answers.csv\"\n",
    instead: "sheet \"Form1\" beside file \"answers.xlsx\"\n")

  static let tooManySubjects = Rule(
    "too-many-subjects", .error,
    "A feedback has too many questions, touchpoints and segments to be counted together.",
    why: "Multiplied, they may be a thousand million at most. Split the feedback into several.",
    example: "1,001 questions on 1,000,000 touchpoints\n",
    instead: "10 questions on 1,000 touchpoints\n")
}
