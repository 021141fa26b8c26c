internal import JourneyModel
internal import JourneySource

/// The whole of a query: what to know, what to do first, the steps, the counts.
extension Query {
  var text: String {
    let steps = [
      cellsStep, caughtStep, partsStep, daysStep, timesStep, newestStep, numbersStep, keptStep, answersStep, onceStep,
      latestStep, secondsStep, bucketsStep,
    ]
    let with = steps.compactMap { $0 }.joined(separator: ",\n")
    let select =
      dialect == .spark
      ? "insert overwrite directory \(dialect.literal(countsName)) using csv options (header 'true', emptyValue '')\n"
      : ""
    return comment + preparation + select + "with\n" + with + "\n" + counts + ";\n"
  }

  /// `after-call.counts`: what the query writes, or is sent to.
  private var countsName: String { "\(feedback.name).counts" }

  private var comment: String {
    var lines = ["The tally of feedback \(shown(feedback.name)) (\(shown(feedback.title))), for \(dialect.title)."]
    lines.append("Run it in the folder from which these paths lead to the exports:")
    lines += paths.map { "  \(shown($0))" }
    lines += commands.map { "  $ \($0)" }
    lines += warnings
    lines.append("It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;")
    lines.append("to see those, tally a part of the files with Waymark itself.")
    if form.columns == nil {
      lines.append("The header of the files was not known: the columns are those that the feedback names.")
    }
    lines.append("Columns:")
    lines += zip(columns.indices, spellings).map { "  c\($0 + 1) is \(shown($1))" }
    return lines.map { "-- \($0)\n" }.joined() + "\n"
  }

  private var commands: [String] {
    let file = "\(shown(feedback.name)).\(dialect.rawValue).sql"
    let counts = shown(countsName)
    switch dialect {
    case .duckdb: return ["duckdb -csv < \(file) > \(counts).csv", "waymark tally --from-counts \(counts).csv"]
    case .postgres:
      return ["psql -X -q --csv -f \(file) > \(counts).csv", "waymark tally --from-counts \(counts).csv"]
    case .spark: return ["spark-sql -f \(file)", "waymark tally --from-counts \(counts)/part-*.csv"]
    }
  }

  private var warnings: [String] {
    switch dialect {
    case .duckdb: []
    case .postgres: ["It makes temporary tables, which end with the session."]
    case .spark:
      [
        "It replaces the folder \(shown(countsName)).",
        "WARNING: keep multiLine in the views below, and in any view of your own in their place. Without it Spark",
        "takes a quoted answer with a line break for several rows, and nobody notices that the figures are wrong.",
      ]
    }
  }

  /// What goes before the query: nothing for DuckDB, which reads files within it.
  private var preparation: String {
    switch dialect {
    case .duckdb: ""
    case .postgres: postgresPreparation
    case .spark: sparkPreparation
    }
  }

  private var sparkPreparation: String {
    let separator = dialect.delimiter(form.delimiter)
    let views = paths.enumerated().map { index, path in
      """
      create or replace temporary view answers_\(index + 1) using csv options (
        path \(dialect.literal(path.hadoopPattern)), header 'true', multiLine 'true', sep \(separator),
        quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema '\(path.utf8.contains(0x2A) ? "false" : "true")', inferSchema 'false',
        ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
      );

      """
    }
    return "set spark.sql.ansi.enabled = true;\n" + views.joined() + "\n"
  }

  /// A text of the workspace as part of a comment: on one line, nothing that ends it or means something to an engine.
  private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.showingHidden.unicodeScalars {
      result.unicodeScalars.append("'\"`;$\\".unicodeScalars.contains(scalar) ? "_" : scalar)
    }
    return result
  }
}

extension SQLDialect {
  var title: String {
    switch self {
    case .duckdb: "DuckDB"
    case .postgres: "PostgreSQL 15 or later, with psql"
    case .spark: "Apache Spark 3.4 or later"
    }
  }
}

extension String {
  /// For a reader to whom more than `*` is a pattern.
  fileprivate var hadoopPattern: String {
    replacing(["[", "]", "{", "}", "?", ",", "\\"]) { "\\\($0)" }
  }
}
