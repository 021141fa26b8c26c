/// The rows of a sheet, one after the other, in memory that does not grow with their number.
package final class SheetRows {
  /// The row in hand.
  package private(set) var row = SheetRow()
  /// Ranges of cells that are shown as one, of which only the first cell holds something. A sheet names them below its
  /// rows, so they are known at its end.
  package private(set) var merged = MergedCells()

  private let xml: PartXML
  private let strings: SharedStrings
  private let formats: NumberFormats
  private let countsFrom1904: Bool
  private var isInside = false
  private var cell: CellInHand?
  private var isRow = false
  private var value: [UInt8] = []
  private var isValue = false
  private var text = StringItem()

  init(_ xml: PartXML, strings: SharedStrings, formats: NumberFormats, countsFrom1904: Bool) {
    self.xml = xml
    self.strings = strings
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
  }

  /// Reads the next row into `row`; false at the end.
  package func next() throws(WorkbookProblem) -> Bool {
    while true {
      switch try xml.next() {
      case .start(.sheetData): isInside = true
      case .end(.sheetData): isInside = false
      case .start(.mergeCell) where !isInside: xml.attributes { if $0 == .range { merged.add($1) } }
      case .start(.row) where isInside: try beginRow()
      case .end(.row) where isRow:
        isRow = false
        return true
      case .start(.c) where isRow: try beginCell()
      case .end(.c) where cell != nil: try endCell()
      case .start(let word) where cell != nil: start(word)
      case .end(let word) where cell != nil:
        if word == .v { isValue = false } else { text.end(word) }
      case .text where cell != nil:
        if isValue, value.count < WorkbookLimits.cell { xml.takeText(into: &value) }
        text.take(xml)
      case .finish: return false
      default: continue
      }
    }
  }

  private func beginRow() throws(WorkbookProblem) {
    guard !isRow else { throw .damaged(.order) }
    var (number, isHidden): (Int?, Bool) = (row.number + 1, false)
    xml.attributes { word, value in
      if word == .rowOrCell { number = value.number } else if word == .hidden { isHidden = value.isTrue }
    }
    guard let number, number > row.number, number <= WorkbookLimits.rows else { throw .damaged(.order) }
    isRow = true
    (row.number, row.isHidden) = (number, isHidden)
    row.cells.removeAll(keepingCapacity: true)
    row.bytes.removeAll(keepingCapacity: true)
    row.unvalued.removeAll(keepingCapacity: true)
    last = -1
  }

  /// The column of the cell before, from 0.
  private var last = -1

  private func beginCell() throws(WorkbookProblem) {
    guard cell == nil else { throw .damaged(.order) }
    var new = CellInHand(column: last + 1)
    let row = row.number
    var isInPlace = true
    xml.attributes { word, value in
      switch word {
      case .rowOrCell:
        let column = value.column(inRow: row)
        isInPlace = column != nil
        new.column = column ?? 0
      case .style: new.style = value.number ?? 0
      case .type: new.kind = CellInHand.CellType(value)
      default: break
      }
    }
    guard isInPlace, new.column > last, new.column < WorkbookLimits.columns else { throw .damaged(.order) }
    last = new.column
    cell = new
    value.removeAll(keepingCapacity: true)
    isValue = false
    text.begin()
  }

  private func start(_ word: PartWord?) {
    switch word {
    case .v: isValue = true
    case .f: cell?.hasFormula = true
    default: text.start(word)
    }
  }

  private func endCell() throws(WorkbookProblem) {
    guard let cell else { return }
    self.cell = nil
    let (value, start) = (value, row.bytes.count)
    switch cell.kind {
    case .inlineText: text.end(into: &row.bytes)
    case .formulaText: row.bytes.append(unescaping: value)
    case .shared:
      if value.isEmpty { break }
      let index = value.span.number
      guard let range = index.flatMap(strings.range) else { throw .damaged(.sharedString) }
      row.bytes.append(contentsOf: strings.bytes[range])
    case .number:
      if let moment = moment(cell) { return add(cell, .moment(moment)) }
      if row.bytes.append(number: value) { return add(cell, .number(start..<row.bytes.count)) }
      row.bytes.append(contentsOf: value)
    case .truth where value == [0x31] || value == [0x30]: return add(cell, .truth(value == [0x31]))
    case .error where !value.isEmpty:
      row.bytes.append(contentsOf: value)
      return add(cell, .error(start..<row.bytes.count))
    case .truth, .error, .isoDate: row.bytes.append(contentsOf: value)
    }
    if row.bytes.count > start {
      add(cell, .text(start..<row.bytes.count))
    } else if cell.hasFormula, cell.kind != .formulaText {
      row.unvalued.append(cell.column)
    }
  }

  private func moment(_ cell: CellInHand) -> Moment? {
    let look = formats[cell.style]
    guard look != .number, value.count < 40, let number = Double(String(decoding: value, as: UTF8.self)) else {
      return nil
    }
    return Moment(number, look, countsFrom1904: countsFrom1904)
  }

  private func add(_ cell: CellInHand, _ value: SheetRow.CellValue) {
    row.cells.append(SheetRow.SheetCell(column: cell.column, value: value))
  }
}

/// The cell that is being read.
private struct CellInHand {
  var column: Int
  var style = 0
  var kind = CellType.number
  var hasFormula = false

  enum CellType {
    case number, shared, formulaText, inlineText, truth, error, isoDate

    /// Of the attribute `t`.
    init(_ type: borrowing Span<UInt8>) {
      switch type.count == 1 ? type[0] : 0 {
      case UInt8(ascii: "n"): self = .number
      case UInt8(ascii: "s"): self = .shared
      case UInt8(ascii: "b"): self = .truth
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .isoDate
      default: self = type.text == "inlineStr" ? .inlineText : .formulaText
      }
    }
  }
}

extension Span<UInt8> {
  /// The column of a reference such as `C5`, from 0; nil where it is none, or of another row.
  fileprivate func column(inRow row: Int) -> Int? {
    var (column, index) = (0, 0)
    while index < count, index < 4, 0x41...0x5A ~= self[index] {
      column = column * 26 + Int(self[index] - 0x40)
      index += 1
    }
    guard index > 0, extracting(index...).number == row else { return nil }
    return column - 1
  }
}
