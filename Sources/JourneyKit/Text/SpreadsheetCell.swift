internal import JourneySource

/// A cell of a CSV file that people open in a spreadsheet, which runs nothing of it.
struct SpreadsheetCell {
  /// In quotes where it needs them.
  let text: String

  /// What a spreadsheet would take for a formula gets an apostrophe in front. What steers a terminal, on which a table may
  /// be printed, is written out; a cell has no use for it either.
  ///
  /// - Parameter keepsNumbers: of a cell that comes from a table: `-0.03` stays a number.
  init(_ content: String, keepsNumbers: Bool = false) {
    guard !Self.isPlain(content) else {
      text = content
      return
    }
    let isFormula = Self.isFormula(content) && !(keepsNumbers && Self.isNumber(content))
    let steady = content.unicodeScalars.map { scalar in
      let isSteady = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      return isSteady ? String(scalar) : String(scalar).showingHidden
    }
    let whole = (isFormula ? "'" : "") + steady.joined()
    let needsQuotes = whole.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
    text = needsQuotes ? "\"" + whole.replacing("\"", with: "\"\"") + "\"" : whole
  }

  /// Whether it is as most cells are, of which there may be millions: letters, digits and the like.
  private static func isPlain(_ content: String) -> Bool {
    guard let first = content.utf8.first else { return true }
    guard first == 0x5F || (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF) else { return false }
    return content.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x2C && $0 != 0x3B }
  }

  /// What spreadsheets begin a formula with, some of them after white space too (OWASP, "CSV injection").
  private static func isFormula(_ content: String) -> Bool {
    if let first = content.unicodeScalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
    guard let first = content.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }

  /// Digits with a sign, and at most one point or comma.
  private static func isNumber(_ content: String) -> Bool {
    content.wholeMatch(of: /[-+]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)/) != nil
  }
}
