internal import JourneySource

/// A row of CSV that a spreadsheet opens without running anything.
struct CSVRow {
  enum Cell {
    case text(String)
    case number(Double?, places: Int)

    static func count(_ value: Int?) -> Cell { .number(value.map(Double.init), places: 0) }
  }

  private let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  /// With its line end.
  var text: String { cells.map(Self.written).joined(separator: ",") + "\n" }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .number(let value, let places): value.flatMap { Decimals.text($0, places: places) } ?? ""
    case .text(let text): quoted((isFormula(text) ? "'" : "") + steady(text))
    }
  }

  /// What spreadsheets begin a formula with, some of them after white space too.
  private static func isFormula(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }

  /// What steers a terminal, on which a table may be printed, is written out; a cell has no use for it either.
  private static func steady(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      return isPlain ? String(scalar) : String(scalar).showingHidden
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !",;\"\n\r\t".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
