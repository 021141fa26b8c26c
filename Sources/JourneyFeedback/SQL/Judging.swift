internal import JourneyModel
internal import JourneySource

/// What a query cannot do, or cannot do exactly: said before, not found out by figures that differ.
extension Query {
  mutating func judge() {
    if feedback.clusterColumn != nil {
      cannot("no query counts clusters", "run waymark tally, which does, or leave cluster out")
    }
    judgeFiles()
    judgeDates()
    judgeQuestions()
  }

  private mutating func judgeFiles() {
    if paths.isEmpty { cannot("a query needs files to read", "write: file \"private/answers.csv\"") }
    for path in paths where [".json", ".jsonl", ".ndjson"].contains(where: path.hasSuffix) {
      cannot("\"\(path)\" is not a table with a header, so the query cannot read it", "convert it to a CSV file first")
    }
    for path in paths where [".xlsx", ".xlsm"].contains(where: path.lowercased().hasSuffix) {
      cannot(
        "\"\(path)\" is an Excel workbook, and no engine reads it",
        "run waymark tally, which reads it, or save the sheet as CSV")
    }
    if dialect == .postgres {
      for path in paths where path.utf8.contains(0x2A) {
        cannot(
          "psql does not look for files: \"\(path)\" has to be the name of one file",
          "run this where the exports are, or name them in the feedback one by one")
      }
      if (form.columns ?? columns).count > 1600 {
        cannot("a table of PostgreSQL has at most 1600 columns, the file has more", "use duckdb or spark")
      }
      if form.columns == nil {
        isNotExact(
          "the files are not there, so their header is not known: the query reads only the columns that the feedback names, "
            + "in that order",
          "run this where the exports are; then the query has every column")
      }
    }
    for column in columns where !dialect.canName(column) {
      cannot(
        "Spark puts a variable in place of a part of \"\(column)\"", "rename the column, or use duckdb or postgres")
    }
  }

  private mutating func judgeDates() {
    if let format = feedback.dateFormat, !times.isEmpty, DateFormat(format) == nil {
      cannot(
        "no query can be made for dates written as \"\(format)\"",
        "say year, month and day: format \"MM/DD/YYYY\"")
    }
    guard needsDate else { return }
    if feedback.dateColumn == nil {
      cannot("nothing says when answers were given", "write: date \"…\" with the name of the column")
    } else if isOncePerPerson {
      isNotExact(
        "if two answers of one person have the same date, the query compares the rows as \(rowsCompared)",
        "only such ties can differ from what Waymark itself counts")
    }
  }

  private var rowsCompared: String {
    form.columns == nil
      ? "far as the columns that the feedback names, not whole"
      : "they are with no more quotes than needed, not byte by byte as they are in the file"
  }

  private mutating func judgeQuestions() {
    if feedback.questions.isEmpty { cannot("a query needs answers to count", "write: answer csat \"Q1\" scale 1..5") }
    let hasSpans = feedback.questions.contains(where: \.source.isBetween)
    if feedback.dateZone != nil, hasSpans {
      isNotExact(
        "between two times without an offset, the query does not see a change of the clocks",
        "only such times can differ from what Waymark itself counts")
    }
    for question in feedback.questions where question.subject == nil && feedback.touchpointColumn == nil {
      cannot("nothing says which touchpoint this answer is about", "write: of JOURNEY/TOUCHPOINT", at: question.span)
    }
  }

  private mutating func cannot(_ message: String, _ help: String, at span: Span? = nil) {
    diagnostics.append(Diagnostic(.queryImpossible, at: span ?? feedback.span, message, help: help))
  }

  private mutating func isNotExact(_ message: String, _ help: String) {
    diagnostics.append(Diagnostic(.queryNotExact, at: feedback.span, message, help: help))
  }
}
