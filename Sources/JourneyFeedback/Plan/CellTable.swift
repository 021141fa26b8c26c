internal import JourneyModel
internal import JourneySource

/// Cells that a feedback declares, with what they mean.
///
/// A cell is found as written; then whatever its letter case and its blanks, as headers are; then as the whole number it
/// is. Where the feedback itself tells two cells apart by nothing but case or blanks, only as written.
struct CellTable {
  struct CellEntry {
    let meaning: Int32
    /// Which of the declared cells it is; nil for what Waymark knows by itself.
    let declared: Int?
    /// Whether the feedback says it, by the cell or by a range.
    var isSaid = false
  }

  private let column: String
  private let declared: DeclaredCells
  private var asWritten: [String: CellEntry] = [:]
  private var plain: [String: CellEntry] = [:]
  private var ranges: [(numbers: ClosedRange<Int>, entry: CellEntry)] = []
  /// What anything else means, that means nothing by itself.
  private(set) var rest: Int32?

  init(of column: String, _ declared: DeclaredCells) {
    self.column = column
    self.declared = declared
  }

  var isEmpty: Bool { asWritten.isEmpty && ranges.isEmpty }

  /// What is said first wins.
  mutating func say(_ cells: [String], _ meaning: Int32) {
    for cell in cells where asWritten[cell] == nil && inRange(cell) == nil {
      let entry = CellEntry(meaning: meaning, declared: declared.place(of: cell, in: column))
      asWritten[cell] = entry
      let key = plainText(cell)
      if plain[key] == nil, !declared.isSpelledTwice(key, in: column) { plain[key] = entry }
    }
  }

  /// A row of a table: its cells, its ranges, or all else.
  mutating func say(_ row: Feedback.Row, _ meaning: Int32) {
    say(row.cells, meaning)
    ranges += row.ranges.map { ($0, CellEntry(meaning: meaning, declared: nil, isSaid: true)) }
    if row.isRest { rest = meaning }
  }

  func find(_ text: String) -> CellEntry? { found(text) ?? wholeText(text).flatMap { asWritten[$0] ?? inRange($0) } }

  private func inRange(_ number: String) -> CellEntry? {
    guard !ranges.isEmpty, let number = Int(number) else { return nil }
    return ranges.first { $0.numbers.contains(number) }?.entry
  }

  /// As it is spelled, not as a number.
  func found(_ text: String) -> CellEntry? { asWritten[text] ?? plain[plainText(text)] }

  func number(_ text: String) -> CellEntry? { wholeText(text).flatMap { asWritten[$0] } }
}

/// The cells that a feedback names, in the order in which it does.
struct DeclaredCells: Sendable {
  private(set) var list: [(column: String, cell: String)] = []
  private var places: [String: [String: Int]] = [:]
  /// By column, what two different cells come to when case and blanks do not matter.
  private var spelledTwice: [String: Set<String>] = [:]

  init(of feedback: Feedback) {
    for condition in feedback.conditions { add(condition.cells, condition.column) }
    if let column = feedback.touchpointColumn { for row in feedback.touchpointRows { add(row.cells, column) } }
    if let column = feedback.segmentColumn { for row in feedback.segmentRows { add(row.cells, column) } }
    for question in feedback.questions {
      for condition in question.conditions { add(condition.cells, condition.column) }
      for column in question.columns {
        for row in question.rows { add(row.cells, column) }
        add(question.unused + question.blank, column)
      }
    }
    // Codes for all questions are met where any has them.
    add(feedback.ignored, "")
    for (column, cells) in places {
      var seen: Set<String> = []
      let own = column.isEmpty ? Array(cells.keys) : cells.keys + feedback.ignored.filter { cells[$0] == nil }
      for cell in own where !seen.insert(plainText(cell)).inserted {
        spelledTwice[column, default: []].insert(plainText(cell))
      }
    }
  }

  private mutating func add(_ cells: [String], _ column: String) {
    for cell in cells where places[column]?[cell] == nil {
      places[column, default: [:]][cell] = list.count
      list.append((column, cell))
    }
  }

  func place(of cell: String, in column: String) -> Int? { places[column]?[cell] ?? places[""]?[cell] }

  func isSpelledTwice(_ plain: String, in column: String) -> Bool {
    (spelledTwice[column] ?? spelledTwice[""])?.contains(plain) ?? false
  }
}

extension Feedback.Question {
  /// Where its cells are.
  var columns: [String] {
    switch source {
    case .column(let name): [name]
    case .between(let from, let to): [from, to]
    }
  }
}

/// In lower case, runs of blanks of any kind as one, invisible ones not at all.
func plainText(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return text.lowercased() }
  var words: [String] = []
  var word = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      if !word.isEmpty { words.append(word) }
      word = ""
    } else if !["\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar) {
      word.unicodeScalars.append(scalar)
    }
  }
  if !word.isEmpty { words.append(word) }
  return words.joined(separator: " ").lowercased()
}
