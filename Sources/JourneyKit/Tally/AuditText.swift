internal import JourneyFeedback
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// The audit of a feedback as people read it: what was read, what of it counts, and what does not and why.
///
/// Columns of figures that add up from top to bottom, in 80 columns.
struct AuditText {
  private(set) var text: String
  private let feedback: Feedback

  /// - Parameter hideBelow: how many rows must have a value before it is shown.
  init(_ feedback: Feedback, _ audit: Audit, _ written: WrittenTally?, hideBelow: Int) {
    self.feedback = feedback
    text = "\(feedback.name) \"\(visible(feedback.title))\"\n"
    addFiles(audit.files)
    line()
    add(audit.rows)
    add(audit.answers)
    add(yesNo: audit.numbersAsYesNo)
    add(unmatched: audit, hideBelow: hideBelow)
    add(unmet: audit)
    add(unknown: audit)
    addHelp(audit)
    if let written { add(written) }
  }

  mutating func line(_ text: String = "") { self.text += text + "\n" }

  /// Of counts that another engine made there is no audit but their sum.
  init(_ feedback: Feedback, countsIn path: String, _ tally: Tally, _ written: WrittenTally?) {
    self.feedback = feedback
    text = "\(feedback.name) \"\(visible(feedback.title))\"\n  \(visible(path))\n"
    let counts = tally.answered.flatMap(\.rows).reduce(0) { $0 + $1.counts.count }
    line()
    line("  answers        " + Self.figure(counts) + "  as another engine counted them")
    if let written { add(written) }
  }

  /// How each was understood; of many that were understood alike, the first.
  private mutating func addFiles(_ files: [Audit.AuditedFile]) {
    var groups: [(facts: [String], path: String, files: Int, rows: Int)] = []
    for file in files {
      let facts = Self.facts(file)
      if files.count > 3, let index = groups.firstIndex(where: { $0.facts == facts }) {
        groups[index].files += 1
        groups[index].rows += file.rows
      } else {
        groups.append((facts, file.path, 1, file.rows))
      }
    }
    for group in groups {
      let more = group.files > 1 ? " and \(Numbers.decimal(Double(group.files - 1))) more" : ""
      line("  " + visible(group.path) + more)
      wrap([Numbers.decimal(Double(group.rows)) + (group.rows == 1 ? " row" : " rows")] + group.facts, indent: "    ")
    }
  }

  private static func facts(_ file: Audit.AuditedFile) -> [String] {
    var facts: [String] = []
    if let vendor = file.vendor { facts.append("from " + vendor.rawValue) }
    switch file.form {
    case .jsonLines: facts.append("JSON Lines")
    case .workbook(let sheet):
      facts += ["an Excel workbook", "sheet “\(visible(sheet))”", "\(file.columns) columns"]
      if file.headerRows != 1 { facts.append("\(file.headerRows) header rows") }
      if file.hiddenRows > 0 {
        let rows =
          file.hiddenRows == 1 ? "1 hidden row is" : "\(Numbers.decimal(Double(file.hiddenRows))) hidden rows are"
        facts.append("\(rows) read as well")
      }
      if let merged = file.mergedCells {
        let cells =
          merged.count == 1
          ? "\(merged.first) is merged"
          : "\(Numbers.decimal(Double(merged.count))) ranges are merged (\(merged.first) first)"
        facts.append("\(cells): only the first cell counts")
      }
      return facts
    case .separated(let delimiter):
      facts.append(
        "\(file.columns) columns" + (Audit.AuditedFile.delimiterNames[delimiter].map { " separated by \($0)" } ?? ""))
      if file.headerRows != 1 { facts.append("\(file.headerRows) header rows") }
    }
    facts.append(file.encoding.rawValue)
    if file.isCompressed { facts.append("compressed") }
    if let zone = file.zone { facts.append("times of \(visible(zone))") }
    if let format = file.dateFormat { facts.append("dates as \(format)") }
    if file.hasDecimalCommas { facts.append("decimal commas") }
    if file.invalid > 0 {
      facts.append("\(Numbers.decimal(Double(file.invalid))) bytes are not \(file.encoding.rawValue)")
    }
    return facts
  }

  /// A list with commas, broken between its parts.
  private mutating func wrap(_ parts: [String], indent: String) {
    var current = indent
    for (index, part) in parts.enumerated() {
      let piece = part + (index < parts.count - 1 ? "," : "")
      if current != indent, DisplayWidth.of(current) + 1 + DisplayWidth.of(piece) > Self.width {
        line(current)
        current = indent
      }
      current += (current == indent ? "" : " ") + piece
    }
    if current != indent { line(current) }
  }

  private static let width = 80

  private mutating func add(_ rows: Audit.Rows) {
    let leftOut = rows.leftOut.reduce(0) { $0 + $1.count }
    line("  rows read      " + Self.figure(rows.read))
    line("    used         " + Self.figure(rows.used) + "  with an answer that counts")
    line("    skipped      " + Self.figure(leftOut))
    add(rows.leftOut)
  }

  private mutating func add(_ answers: Audit.Answers) {
    let leftOut = answers.leftOut.reduce(0) { $0 + $1.count }
    line(
      "  answers        " + Self.figure(answers.cells) + "  cells in question columns, without skipped rows")
    line("    counted      " + Self.figure(answers.counted))
    if let until = answers.openUntil { add(open: answers.open, until) }
    line("    unused       " + Self.figure(answers.unused) + "  count for reach")
    line("    blank        " + Self.figure(answers.blank))
    line("    ignored      " + Self.figure(answers.ignored))
    line("    skipped      " + Self.figure(leftOut))
    add(answers.leftOut)
  }

  /// A number that counts how often something happened says the opposite.
  private mutating func add(yesNo columns: [String]) {
    guard !columns.isEmpty else { return }
    line()
    for column in columns { line("  \"\(visible(column))\": 0 was read as no, 1 as yes") }
    line("    if it counts how often, say so: { 0 is yes  1, 2, 3 is no }")
  }

  /// Until when open cases count as open.
  private mutating func add(open count: Int, _ until: ClosedRange<Period>) {
    let (first, last) = (until.lowerBound.spoken, until.upperBound.spoken)
    if first == last { return line("    \(Self.figure(count))  still open on \(last), the newest date of the file") }
    line("    \(Self.figure(count))  still open on the newest date of their file,")
    line(String(repeating: " ", count: 18) + "\(first) to \(last)")
  }

  /// Each reason with its count, and where it first holds.
  private mutating func add(_ reasons: [Audit.LeftOut]) {
    let indent = String(repeating: " ", count: 18)
    for reason in reasons where reason.count > 0 {
      line("    " + Self.figure(reason.count) + "  " + (reason.reason.isDeclared ? "" : "! ") + reason.reason.text)
      let place = indent + (reason.count == 1 ? "" : "first: ") + "\(visible(reason.first.path)):\(reason.first.line)"
      let column = reason.first.column.map { "\"\(visible($0))\"" } ?? ""
      if DisplayWidth.of(place) + 1 + DisplayWidth.of(column) > Self.width {
        line(place)
        line(indent + column)
      } else {
        line(column.isEmpty ? place : "\(place) \(column)")
      }
    }
  }

  /// Right-aligned below each other.
  private static func figure(_ count: Int) -> String {
    let figure = Numbers.decimal(Double(count))
    return String(repeating: " ", count: max(0, 12 - figure.utf8.count)) + figure
  }

  /// A column of which nothing maps, or one of very many values, is hardly the one that names touchpoints. Of the one
  /// that is, a value that few rows have may be what a customer wrote. Neither is shown.
  private mutating func add(unmatched audit: Audit, hideBelow: Int) {
    guard !audit.unmatched.isEmpty else { return }
    let column = visible(feedback.touchpointColumn ?? "")
    line()
    if audit.hasMoreUnmatched { return doubt("more than 1,000 values of \"\(column)\" have no touchpoint") }
    if !audit.hasMatched { return doubt("no value of \"\(column)\" has a touchpoint") }
    line("  values of \"\(column)\" without a touchpoint:")
    let shown = audit.unmatched.filter { $0.count >= hideBelow && !Self.isPersonal($0.value) }
    for value in shown.prefix(Self.mostValues) { line("    \(Self.figure(value.count))  \"\(visible(value.value))\"") }
    let rest = shown.count - Self.mostValues
    if rest > 0 { line("    and \(Numbers.decimal(Double(rest))) more") }
    let hidden = audit.unmatched.reduce(0) { $0 + $1.count } - shown.reduce(0) { $0 + $1.count }
    guard hidden > 0 else { return }
    line("    \(Self.figure(hidden))  in values of fewer than \(hideBelow) rows each, or like an address")
    line("                  or a number: not shown, --rejects FILE has the rows")
  }

  /// What the feedback names and no row has: mostly a value that is spelled in another way, or a file that is not meant.
  private mutating func add(unmet audit: Audit) {
    guard audit.rows.read > 0, !audit.unmet.isEmpty else { return }
    line()
    line("  declared, but in no row:")
    var columns: [String] = []
    for (column, _) in audit.unmet where !columns.contains(column) { columns.append(column) }
    for column in columns.prefix(Self.mostValues) {
      let cells = audit.unmet.filter { $0.column == column }.map { "\"\(visible($0.cell))\"" }
      let rest = cells.count - Self.mostValues
      line(column.isEmpty ? "    in any column:" : "    in \"\(visible(column))\":")
      wrap(cells.prefix(Self.mostValues) + (rest > 0 ? ["and \(rest) more"] : []), indent: "      ")
    }
    let rest = columns.count - Self.mostValues
    if rest > 0 { line("    and in \(rest) more columns") }
  }

  /// Of the vendor's columns that say whether a row is an answer, what they say in words that Waymark does not know.
  private mutating func add(unknown audit: Audit) {
    for (column, values) in audit.unknown {
      line()
      guard let values else {
        line("  ! \"\(column)\" has many values that are not known, but their rows count: it may be a")
        line("    column of your own; say which rows count: where \"\(column)\" is \"VALUE\"")
        continue
      }
      line("  ! \"\(column)\" has values that are not known, but their rows count:")
      for value in values.prefix(Self.mostValues) { line("      \"\(visible(value))\"") }
      if values.count > Self.mostValues { line("      and \(values.count - Self.mostValues) more") }
      line("    say which rows count: where \"\(column)\" is \"VALUE\"; until then the exit status is not 0")
    }
  }

  private mutating func doubt(_ what: String) {
    line("  \(what): is it the column")
    line("  that names the touchpoint?")
  }

  private static let mostValues = 20

  /// Whether a value looks like an e-mail address or a telephone number.
  private static func isPersonal(_ value: String) -> Bool {
    value.utf8.contains(UInt8(ascii: "@")) || value.utf8.count { (0x30...0x39).contains($0) } > 6
  }
}
