/// A row of CSV that a spreadsheet opens without running anything.
struct CSVRow {
  enum CSVCell {
    case text(String)
    case number(Double?, places: Int)

    static func count(_ value: Int?) -> CSVCell { .number(value.map(Double.init), places: 0) }
  }

  private let cells: [CSVCell]

  init(_ cells: [CSVCell]) { self.cells = cells }

  /// With its line end.
  var text: String { cells.map(Self.written).joined(separator: ",") + "\n" }

  private static func written(_ cell: CSVCell) -> String {
    switch cell {
    case .number(let value, let places): value.flatMap { Decimals.text($0, places: places) } ?? ""
    case .text(let text): SpreadsheetCell(text).text
    }
  }
}
