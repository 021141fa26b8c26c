internal import JourneyFeedback
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax
internal import JourneyWords

/// The audit of a feedback as people read it: what was read, what of it counts, and what does not and why.
///
/// Columns of figures that add up from top to bottom, in 80 columns.
struct AuditText {
  private(set) var text: String
  private let feedback: Feedback
  let words: Words

  /// - Parameter hideBelow: how many rows must have a value before it is shown.
  init(_ feedback: Feedback, _ audit: Audit, _ written: WrittenTally?, in workspace: Workspace) {
    self.feedback = feedback
    words = workspace.words
    text = "\(feedback.name) \"\(visible(feedback.title))\"\n"
    addFiles(audit.files)
    line()
    add(audit.rows)
    add(audit.answers)
    add(yesNo: audit.numbersAsYesNo)
    add(unmatched: audit, hideBelow: workspace.hideBelow)
    add(unmet: audit)
    add(unknown: audit)
    addHelp(audit)
    if let written { add(written) }
  }

  mutating func line(_ text: String = "") { self.text += text + "\n" }

  /// Of counts that another engine made there is no audit but their sum.
  init(_ feedback: Feedback, countsIn path: String, _ tally: Tally, _ written: WrittenTally?, in workspace: Workspace) {
    self.feedback = feedback
    words = workspace.words
    text = "\(feedback.name) \"\(visible(feedback.title))\"\n  \(visible(path))\n"
    let counts = tally.answered.flatMap(\.rows).reduce(0) { $0 + $1.counts.count }
    line()
    line(row(words.answers, indent: 2) + figure(counts) + "  " + words.asAnotherEngineCounted)
    if let written { add(written) }
  }

  /// How each was understood; of many that were understood alike, the first.
  private mutating func addFiles(_ files: [Audit.AuditedFile]) {
    var groups: [(facts: [String], path: String, files: Int, rows: Int)] = []
    for file in files {
      let facts = facts(file)
      if files.count > 3, let index = groups.firstIndex(where: { $0.facts == facts }) {
        groups[index].files += 1
        groups[index].rows += file.rows
      } else {
        groups.append((facts, file.path, 1, file.rows))
      }
    }
    for group in groups {
      let path = visible(group.path)
      line("  " + (group.files > 1 ? words.files(path, more: group.files - 1) : path))
      wrap([words.rows(group.rows)] + group.facts, indent: "    ")
    }
  }

  private func facts(_ file: Audit.AuditedFile) -> [String] {
    var facts: [String] = []
    if let vendor = file.vendor { facts.append(words.from(vendor.rawValue)) }
    switch file.form {
    case .jsonLines: facts.append("JSON Lines")
    case .workbook(let sheet):
      facts += [words.excelWorkbook, words.worksheet(visible(sheet)), words.columns(file.columns)]
      if file.headerRows != 1 { facts.append(words.headerRows(file.headerRows)) }
      if file.hiddenRows > 0 { facts.append(words.hiddenRows(file.hiddenRows)) }
      if let merged = file.mergedCells { facts.append(words.merged(merged)) }
      return facts
    case .separated(let delimiter):
      facts.append(words.columns(file.columns, separatedBy: delimiter))
      if file.headerRows != 1 { facts.append(words.headerRows(file.headerRows)) }
    }
    facts.append(file.encoding.rawValue)
    if file.isCompressed { facts.append(words.compressed) }
    if let zone = file.zone { facts.append(words.times(of: visible(zone))) }
    if let format = file.dateFormat { facts.append(words.dates(as: format)) }
    if file.hasDecimalCommas { facts.append(words.decimalCommas) }
    if file.invalid > 0 {
      facts.append(words.invalid(file.invalid, file.encoding.rawValue))
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
    line(row(words.rowsRead, indent: 2) + figure(rows.read))
    line(row(words.used, indent: 4) + figure(rows.used) + "  " + words.withAnAnswerThatCounts)
    line(row(words.skipped, indent: 4) + figure(leftOut))
    add(rows.leftOut)
  }

  private mutating func add(_ answers: Audit.Answers) {
    let leftOut = answers.leftOut.reduce(0) { $0 + $1.count }
    line(row(words.answers, indent: 2) + figure(answers.cells) + "  " + words.cellsInQuestionColumns)
    line(row(words.counted, indent: 4) + figure(answers.counted))
    if let until = answers.openUntil { add(open: answers.open, until) }
    line(row(words.unused, indent: 4) + figure(answers.unused) + "  " + words.countForReach)
    line(row(words.blank, indent: 4) + figure(answers.blank))
    line(row(words.ignored, indent: 4) + figure(answers.ignored))
    line(row(words.skipped, indent: 4) + figure(leftOut))
    add(answers.leftOut)
  }

  /// A number that counts how often something happened says the opposite.
  private mutating func add(yesNo columns: [String]) {
    guard !columns.isEmpty else { return }
    line()
    for column in columns { line("  " + words.readAsYesNo(visible(column))) }
    line("    " + words.ifItCountsHowOften("{ 0 is yes  1, 2, 3 is no }"))
  }

  /// Until when open cases count as open.
  private mutating func add(open count: Int, _ until: ClosedRange<Period>) {
    add(count, words.stillOpen(until))
  }

  /// Each reason with its count, and where it first holds.
  private mutating func add(_ reasons: [Audit.LeftOut]) {
    let indent = String(repeating: " ", count: 18)
    for reason in reasons where reason.count > 0 {
      line(
        "    " + figure(reason.count) + "  " + (reason.reason.isDeclared ? "" : "! ") + reason.reason.spoken(in: words))
      let first = "\(visible(reason.first.path)):\(reason.first.line)"
      let place = indent + (reason.count == 1 ? first : words.first(first))
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
  func figure(_ count: Int) -> String {
    let figure = words.decimal(Double(count))
    return String(repeating: " ", count: max(0, 12 - figure.count)) + figure
  }

  /// A column of which nothing maps, or one of very many values, is hardly the one that names touchpoints. Of the one
  /// that is, a value that few rows have may be what a customer wrote. Neither is shown.
  private mutating func add(unmatched audit: Audit, hideBelow: Int) {
    guard !audit.unmatched.isEmpty else { return }
    let column = visible(feedback.touchpointColumn ?? "")
    line()
    if audit.hasMoreUnmatched { return doubt(words.manyWithoutTouchpoint(column)) }
    if !audit.hasMatched { return doubt(words.noneWithTouchpoint(column)) }
    line("  " + words.withoutTouchpoint(column))
    let shown = audit.unmatched.filter { $0.count >= hideBelow && !Self.isPersonal($0.value) }
    for value in shown.prefix(Self.mostValues) { line("    \(figure(value.count))  \"\(visible(value.value))\"") }
    let rest = shown.count - Self.mostValues
    if rest > 0 { line("    " + words.andMore(words.decimal(Double(rest)))) }
    let hidden = audit.unmatched.reduce(0) { $0 + $1.count } - shown.reduce(0) { $0 + $1.count }
    guard hidden > 0 else { return }
    add(hidden, words.hiddenValues(hideBelow))
  }

  /// What the feedback names and no row has: mostly a value that is spelled in another way, or a file that is not meant.
  private mutating func add(unmet audit: Audit) {
    guard audit.rows.read > 0, !audit.unmet.isEmpty else { return }
    line()
    line("  " + words.declaredButInNoRow)
    var columns: [String] = []
    for (column, _) in audit.unmet where !columns.contains(column) { columns.append(column) }
    for column in columns.prefix(Self.mostValues) {
      let cells = audit.unmet.filter { $0.column == column }.map { "\"\(visible($0.cell))\"" }
      let rest = cells.count - Self.mostValues
      line("    " + (column.isEmpty ? words.inAnyColumn : words.inColumn(visible(column))))
      wrap(cells.prefix(Self.mostValues) + (rest > 0 ? [words.andMore(rest)] : []), indent: "      ")
    }
    let rest = columns.count - Self.mostValues
    if rest > 0 { line("    " + words.andInMoreColumns(rest)) }
  }

  /// Of the vendor's columns that say whether a row is an answer, what they say in words that Waymark does not know.
  private mutating func add(unknown audit: Audit) {
    for (column, values) in audit.unknown {
      line()
      guard let values else {
        for (index, text) in words.manyUnknown(column, "where \"\(column)\" is \"VALUE\"").enumerated() {
          line((index == 0 ? "  ! " : "    ") + text)
        }
        continue
      }
      line("  ! " + words.unknown(column))
      for value in values.prefix(Self.mostValues) { line("      \"\(visible(value))\"") }
      if values.count > Self.mostValues { line("      " + words.andMore(values.count - Self.mostValues)) }
      line("    " + words.sayWhichCount("where \"\(column)\" is \"VALUE\""))
    }
  }

  private mutating func doubt(_ what: String) {
    for text in words.doubt(what) { line("  " + text) }
  }

  /// A figure with what it is; lines after the first stand under it.
  private mutating func add(_ count: Int, _ lines: [String]) {
    for (index, text) in lines.enumerated() {
      line(index == 0 ? "    \(figure(count))  \(text)" : String(repeating: " ", count: 18) + text)
    }
  }

  /// A label before a figure, so wide that all figures stand under each other.
  func row(_ label: String, indent: Int) -> String {
    let text = String(repeating: " ", count: indent) + label
    return text + String(repeating: " ", count: max(1, Self.labels - DisplayWidth.of(text)))
  }

  static let labels = 17
  private static let mostValues = 20

  /// Whether a value looks like an e-mail address or a telephone number.
  private static func isPersonal(_ value: String) -> Bool {
    value.utf8.contains(UInt8(ascii: "@")) || value.utf8.count { (0x30...0x39).contains($0) } > 6
  }
}
