internal import JourneyModel

/// How cells are compared and read as numbers.
extension Query {
  /// Beside the cells that are compared their whole numbers: `5.0`, `05` and `+5` are 5. Null for what is none, and,
  /// where it could be fifteen hundred, for `1,500`. And their plain texts, whatever case and blanks.
  var numbersStep: String? {
    guard !numbered.isEmpty else { return nil }
    let columns = numbered.flatMap { column in
      let cell = cell(column)
      let isWhole = dialect.matches(cell, "^[+-]?[0-9]{1,18}([.,]0{0,18})?$")
      let hasThousands = dialect.matches(cell, "^[+-]?[1-9][0-9]{0,2}[.,]000$")
      let digits = dialect.capture(cell, "^([+-]?[0-9]{1,18})", 1)
      return [
        "case when \(isWhole) and not (\(hasThousands)) then cast(\(digits) as bigint) end as \(number(column))",
        "\(dialect.plain(cell)) as \(plain(column))",
      ]
    }
    return "numbers as (\n  select\n    \(timesSource).*,\n\(Self.lines(columns))\n  from \(timesSource)\n)"
  }

  /// Where the cells are, with all that was made of them.
  var rowsSource: String { numbered.isEmpty ? timesSource : "numbers" }

  private var timesSource: String { hasOpenCases ? "dated" : times.isEmpty ? "cells" : "times" }

  /// The columns whose cells are compared, or rated.
  private var numbered: [String] {
    var numbered = Set(
      (feedback.conditions + feedback.questions.flatMap(\.conditions)).map(\.column) + leftOut.map(\.column))
    if isLong, let column = feedback.touchpointColumn { numbered.insert(column) }
    if let column = feedback.segmentColumn { numbered.insert(column) }
    for question in feedback.questions { if case .column(let column) = question.source { numbered.insert(column) } }
    return columns.filter(numbered.contains)
  }

  /// Whether blanks of all kinds are taken off: not of people, weights and times, which are compared as they are.
  func isCoded(_ column: String) -> Bool { numbered.contains(column) }

  /// `n3`: a column's cells as whole numbers.
  func number(_ column: String) -> String { "n\(place(of: column))" }

  /// `p3`: a column's cells whatever their case and blanks.
  private func plain(_ column: String) -> String { "p\(place(of: column))" }

  /// Whether a cell is what a row of a table names; false for null.
  func isOne(of row: Feedback.Row, _ column: String) -> String {
    if row.isRest { return "\(cell(column)) <> ''" }
    let ranges = row.ranges.map { "\(number(column)) between \($0.lowerBound) and \($0.upperBound)" }
    let cells = row.cells.isEmpty ? [] : [isOne(of: row.cells, column)]
    let tests = cells + ranges
    return tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " or ")))"
  }

  /// Whether a cell is one of those declared; false for null.
  func isOne(of cells: [Feedback.ExportCell], _ column: String) -> String {
    let numbers = cells.filter(isPlainNumber)
    let texts = cells.filter { !isPlainNumber($0) }
    var tests: [String] = []
    // What the feedback itself tells apart by case or blanks is compared as written.
    let exact = texts.filter { declared.isSpelledTwice(plainText($0), in: column) }
    let others = texts.filter { !declared.isSpelledTwice(plainText($0), in: column) }
    // An engine may know the case of plain letters only.
    let plain = unique(others.flatMap { [plainText($0), $0.inPlainLowerCase] })
    if !plain.isEmpty { tests.append("\(self.plain(column)) in \(dialect.list(plain))") }
    if !exact.isEmpty { tests.append("\(cell(column)) in \(dialect.list(unique(exact)))") }
    if !numbers.isEmpty { tests.append("\(number(column)) in (\(unique(numbers).joined(separator: ", ")))") }
    return tests.count == 1 ? tests[0] : tests.isEmpty ? "false" : "(\(tests.joined(separator: " or ")))"
  }

  /// Whether a `where` holds.
  func holds(_ condition: Feedback.Condition) -> String {
    let isOne = isOne(of: condition.cells, condition.column)
    return condition.isNot ? "(\(isOne)) is not true" : isOne
  }

  /// Whether a cell is one by which a vendor says that its row is no answer.
  func isLeftOut(_ left: ExportForm.LeftOutColumn) -> String {
    let named = isOne(of: left.cells, left.column)
    guard !left.parts.isEmpty else { return named }
    // None of the parts has a sign that means something in a pattern.
    return "\(named) or \(dialect.matches(plain(left.column), left.parts.joined(separator: "|")))"
  }

  /// Whether a cell identifies somebody, or an answer.
  func isSomeone(_ column: String) -> String {
    "(\(cell(column)) <> '' and lower(\(cell(column))) not in \(dialect.list(nobodyNames))"
      + " and not (\(dialect.matches(cell(column), "^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$"))))"
  }

  /// A cell as an exact decimal; null for what is none.
  func decimal(_ cell: String, of column: String) -> String {
    let isDecimal = dialect.matches(cell, "^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$")
    guard let sign = feedback.decimalSign ?? form.decimalSigns[column] else {
      let isAmbiguous = dialect.matches(cell, "^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$")
      return
        "case when \(isDecimal) and not (\(isAmbiguous)) then cast(replace(\(cell), ',', '.') as decimal(36, 18)) end"
    }
    let (point, group) = sign == 0x2C ? (",", ".") : (".", ",")
    let isGrouped = dialect.matches(
      cell,
      "^[+-]?([0-9]{1,18}|[0-9]{1,3}([\(group)][0-9]{3}){1,5})([\(point)][0-9]{0,18})?$|^[+-]?[\(point)][0-9]{1,18}$")
    let plain = "replace(replace(\(cell), '\(group)', ''), '\(point)', '.')"
    return "case when \(isGrouped) then cast(\(plain) as decimal(36, 18)) end"
  }

  /// As numbers are written for short: `5`, `-99`.
  private func isPlainNumber(_ cell: Feedback.ExportCell) -> Bool {
    let digits = cell.utf8.first == 0x2D ? cell.utf8.dropFirst() : cell.utf8[...]
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return digits.first != 0x30 || cell == "0"
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension [Feedback.Row] {
  /// What anything else means is asked last.
  var restLast: [Feedback.Row] { filter { !$0.isRest } + filter(\.isRest) }
}

extension Feedback.Row {
  /// Whether it is ignored, and would be taken for anything else if it were not named.
  func isBeforeRest(in rows: [Feedback.Row]) -> Bool {
    meaning == .ignored && !isRest && rows.contains(where: \.isRest)
  }
}
