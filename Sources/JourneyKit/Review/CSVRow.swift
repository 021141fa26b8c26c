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
    case .text(let text): SpreadsheetCell(text).text
    }
  }
}
