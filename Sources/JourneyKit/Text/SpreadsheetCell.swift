internal import JourneySource

/// A cell of a CSV file that people open in a spreadsheet, which runs nothing of it.
struct SpreadsheetCell {
  /// In quotes where it needs them.
  let text: String
  /// The same without them, as whoever reads the file gets it.
  let content: String

  /// What a spreadsheet would take for a formula gets an apostrophe in front; also within the text, behind what begins a
  /// cell or a row where the list separator is `;` or a tab, for there the quotes around the text do not count. What
  /// steers a terminal, on which a table may be printed, is written out; a cell has no use for it either.
  ///
  /// - Parameter keepsNumbers: of a cell that comes from a table: `-0.03` stays a number.
  init(_ content: String, keepsNumbers: Bool = false) {
    guard !Self.isPlain(content) else {
      text = content
      self.content = content
      return
    }
    let isSafe = keepsNumbers && Self.isNumber(content)
    let steady = (isSafe ? content : Self.markingFormulas(in: content)).unicodeScalars.map { scalar in
      let isSteady = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      return isSteady ? String(scalar) : String(scalar).showingHidden
    }
    let whole = steady.joined()
    let needsQuotes = whole.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
    self.content = whole
    text = needsQuotes ? "\"" + whole.replacing("\"", with: "\"\"") + "\"" : whole
  }

  /// Whether it is as most cells are, of which there may be millions: letters, digits and the like.
  private static func isPlain(_ content: String) -> Bool {
    guard let first = content.utf8.first else { return true }
    guard first == 0x5F || (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF) else { return false }
    return content.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x2C && $0 != 0x3B }
  }

  /// An apostrophe in front of what spreadsheets begin a formula with, some of them after white space too (OWASP, "CSV
  /// injection").
  private static func markingFormulas(in content: String) -> String {
    var marked = ""
    // What stands between the start of what may be a cell and its first letter.
    var lead: String? = ""
    for scalar in content.unicodeScalars {
      if ";\t\r\n".unicodeScalars.contains(scalar) {
        if marked.isEmpty, lead == "", scalar != ";" { marked = "'" }
        marked += (lead ?? "") + String(scalar)
        lead = ""
      } else if let start = lead, scalar.properties.isWhitespace || scalar == "\"" {
        lead = start + String(scalar)
      } else {
        if let start = lead, "=+-@＝＋－＠".unicodeScalars.contains(scalar) {
          marked += "'" + start
        } else {
          marked += lead ?? ""
        }
        lead = nil
        marked.unicodeScalars.append(scalar)
      }
    }
    return marked + (lead ?? "")
  }

  /// Digits with a sign, and at most one point or comma.
  private static func isNumber(_ content: String) -> Bool {
    content.wholeMatch(of: /[-+]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)/) != nil
  }
}
