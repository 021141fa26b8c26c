internal import JourneyModel
internal import JourneySource

/// The first step: the files, as columns of text.
extension Query {
  /// Of every file the columns that are needed, as `c1`, `c2`, … and to compare rows the whole row.
  var cellsStep: String {
    var columns = zip(self.columns, spellings).enumerated().map { index, names in
      "\(cleaned(source(names.1, at: places[index]), of: names.0)) as c\(index + 1)"
    }
    if isChosen { columns.append("\(wholeRow) as whole_row") }
    if hasOpenCases { columns.append("\(dialect == .spark ? "input_file_name()" : exportColumn) as \(exportColumn)") }
    let select = "  select\n\(Self.lines(columns))\n  from "
    return "cells as (\n" + tables.map { select + $0 }.joined(separator: "\n  union all\n") + "\n)"
  }

  /// Where the rows are: a function of DuckDB, a table of PostgreSQL, a view of Spark for each file.
  private var tables: [String] {
    switch dialect {
    case .duckdb:
      [
        """
        read_csv(
              [\(paths.map { dialect.literal($0.matchingOnlyStars) }.joined(separator: ", "))],
              header = true, all_varchar = true, delim = \(dialect.delimiter(form.delimiter)), quote = '"', escape = '"'\(fileName)
            )
        """
      ]
    case .postgres: ["answers_as_exported"]
    case .spark: paths.indices.map { "answers_\($0 + 1)" }
    }
  }

  /// What tells the files apart.
  var exportColumn: String { "which_export" }

  private var fileName: String { hasOpenCases ? ",\n        filename = '\(exportColumn)'" : "" }

  private func source(_ name: String, at place: Int) -> String {
    dialect == .postgres ? postgresColumn(place) : dialect.identifier(name)
  }

  /// A cell without the blanks around it.
  private func cleaned(_ source: String, of column: String) -> String {
    dialect.trimmed("coalesce(\(source), '')", ofAllKinds: isCoded(column))
  }

  /// The row as it is written with no more quotes than needed.
  private var wholeRow: String {
    let sign = dialect.delimiter(form.delimiter)
    let fields = rowColumns.enumerated().map { index, name in
      let column = "coalesce(\(source(name, at: form.columns == nil ? places[index] : index)), '')"
      let needsQuotes = dialect.matches(column, "[\(form.delimiter == "\t" ? "\\t" : String(form.delimiter))\"\\r\\n]")
      return "case when \(needsQuotes) then '\"' || replace(\(column), '\"', '\"\"') || '\"' else \(column) end"
    }
    return "concat_ws(\(sign),\n\(Self.lines(fields, indent: "      "))\n    )"
  }
}

extension SQLDialect {
  func delimiter(_ delimiter: Character) -> String {
    guard delimiter == "\t" else { return literal(String(delimiter)) }
    return self == .postgres ? "E'\\t'" : self == .spark ? "'\\t'" : "chr(9)"
  }
}

extension String {
  /// For an engine to which more than `*` is a pattern.
  fileprivate var matchingOnlyStars: String {
    replacing(["[", "?", "{"]) { "[\($0)]" }
  }
}
