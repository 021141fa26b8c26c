internal import JourneyModel

/// What PostgreSQL needs first: the files in a temporary table.
extension Query {
  var postgresPreparation: String {
    let columns = tableColumns.map { "\($0) text" } + (hasOpenCases ? ["\(exportColumn) integer"] : [])
    let named = hasOpenCases ? "(\(tableColumns.joined(separator: ", "))) " : ""
    let copies = paths.enumerated().map { index, path in
      let number =
        hasOpenCases ? "alter table answers_as_exported alter \(exportColumn) set default \(index + 1);\n" : ""
      return number + "\\copy answers_as_exported \(named)from \(origin(path)) with (format csv, header \(header), "
        + "delimiter \(dialect.delimiter(form.delimiter)), encoding 'UTF8')\n"
    }
    return """
      \\set ON_ERROR_STOP on
      set client_encoding = 'UTF8';
      set standard_conforming_strings = on;
      create temporary table answers_as_exported (
      \(Self.lines(columns, indent: "  "))
      );
      \(copies.joined())

      """
  }

  /// A column of the table.
  func postgresColumn(_ place: Int) -> String {
    hasNamesThatFit ? dialect.identifier((form.columns ?? columns)[place]) : "column_\(place + 1)"
  }

  private var tableColumns: [String] { (form.columns ?? columns).indices.map(postgresColumn) }

  /// PostgreSQL shortens names to 63 bytes and refuses the same twice; then columns are told by their place alone.
  private var hasNamesThatFit: Bool {
    let names = form.columns ?? columns
    return Set(names).count == names.count && names.allSatisfy { (1...63).contains($0.utf8.count) }
  }

  /// With `match` the names in the file must be those of the table.
  private var header: String { hasNamesThatFit ? "match" : "true" }

  /// A file by way of a shell. psql before 18 takes a line `\.` for the end of the data even within quotes, so that
  /// one customer's comment could end it; a blank before it mends that. A byte order mark is taken off.
  private func origin(_ path: String) -> String {
    let word = "'" + path.replacing(["'"]) { _ in "'\\''" } + "'"
    let sed = #"LC_ALL=C sed -e "1s/^$(printf '\357\273\277')//" -e 's/^\\[.]/ &/'"#
    // What cannot be read becomes a quote without its end, which is refused; a pipe would only come to nothing.
    let command = path.hasSuffix(".gz") ? "{ gzip -dc -- \(word) || echo '\"'; } | \(sed)" : "\(sed) -- \(word)"
    return "program \(dialect.quoted(command))"
  }
}

extension SQLDialect {
  /// As psql's own commands take it: no expression.
  fileprivate func quoted(_ text: String) -> String {
    "'" + text.replacing(["'"]) { _ in "''" } + "'"
  }
}
