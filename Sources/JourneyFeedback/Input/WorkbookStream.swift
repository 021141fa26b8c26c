internal import Workbook

/// A sheet of a workbook as the text that an export as CSV would be, a line for each row: so all that is known of rows
/// and cells holds for it as well.
///
/// Lines end with a sign that no cell has (`RecordFormat.sheet`), so that lines are rows and a row's number is its line's. Rows
/// without anything are blank lines. All others have as many cells as the widest of the first: what stands further to
/// the right has no name in any header.
final class WorkbookStream: ByteStream {
  private let rows: SheetRows
  /// The first rows, by which the width is known, until they are handed out.
  private var head: [SheetRow] = []
  private var width = 0
  private var hasEnded = false
  private var text: [UInt8] = []
  private var start = 0
  private var line = 1
  private var made = 0
  private(set) var notes = SheetNotes()

  /// Bytes of text that are made of one sheet: texts that many cells share could fill any disk.
  static let longest = 1 << 29

  init(_ sheet: OpenedSheet) throws(ExportProblem) {
    do throws(WorkbookProblem) { rows = try sheet.workbook.rows(of: sheet.sheet) } catch { throw .workbook(error) }
    while head.count < HeadRecords.most, let row = try next() {
      guard !row.cells.isEmpty || !row.unvalued.isEmpty else { continue }
      head.append(row)
      width = max(width, (row.cells.last?.column ?? 0) + 1)
    }
    head.reverse()
  }

  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    while start == text.count {
      text.removeAll(keepingCapacity: true)
      start = 0
      let row = if let first = head.popLast() { Optional(first) } else { try next() }
      guard let row else { return 0 }
      try write(row)
    }
    let count = min(range.count, text.count - start)
    buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: text[start..<start + count])
    start += count
    return count
  }

  private func next() throws(ExportProblem) -> SheetRow? {
    guard !hasEnded else { return nil }
    do throws(WorkbookProblem) {
      if try rows.next() { return rows.row }
    } catch {
      throw .workbook(error)
    }
    hasEnded = true
    notes.merged = rows.merged
    return nil
  }

  private func write(_ row: SheetRow) throws(ExportProblem) {
    for column in row.unvalued where column < width { notes.addUnvalued(column: column, row: row.number) }
    guard !row.cells.isEmpty else { return }
    if row.isHidden { notes.hiddenRows += 1 }
    while line < row.number {
      text.append(RecordFormat.sheet.newline)
      line += 1
    }
    var column = 0
    for cell in row.cells where cell.column < width {
      while column < cell.column {
        text.append(RecordFormat.sheet.delimiter)
        column += 1
      }
      text.append(cell, of: row)
    }
    while column < width - 1 {
      text.append(RecordFormat.sheet.delimiter)
      column += 1
    }
    text.append(RecordFormat.sheet.newline)
    line += 1
    made += text.count
    guard made <= Self.longest else { throw .workbook(.tooLarge) }
  }
}

/// What only a sheet knows of its rows.
struct SheetNotes: Sendable, Equatable {
  /// Formulas of which the file does not say what they came to.
  struct Unvalued: Sendable, Equatable {
    var count: Int
    /// The first one's row, as the sheet counts.
    let firstRow: Int
  }

  var hiddenRows = 0
  var merged = MergedCells()
  private(set) var unvalued: [Int: Unvalued] = [:]

  mutating func addUnvalued(column: Int, row: Int) {
    unvalued[column, default: Unvalued(count: 0, firstRow: row)].count += 1
  }
}

extension [UInt8] {
  /// Adds a cell as CSV has it.
  fileprivate mutating func append(_ cell: SheetRow.SheetCell, of row: SheetRow) {
    switch cell.value {
    case .text(let range), .number(let range), .error(let range): append(quoting: row.bytes[range])
    case .truth(let isTrue): append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    case .moment(let moment): append(moment)
    }
  }

  /// In quotes where something in it would be taken for a cell's end, or for quotes.
  private mutating func append(quoting cell: ArraySlice<UInt8>) {
    let isPlain = !cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isPlain { return append(contentsOf: cell) }
    append(0x22)
    for byte in cell {
      append(byte)
      if byte == 0x22 { append(byte) }
    }
    append(0x22)
  }

  /// `2026-04-01`, `2026-04-01 10:20:30` or `10:20:30`.
  private mutating func append(_ moment: Moment) {
    let (days, seconds) = (moment.seconds.dividedDown(by: 86_400), moment.seconds)
    if moment.kind != .time {
      let day = CivilDay(sinceEpoch: days)
      append(day.year, places: 4)
      append(UInt8(ascii: "-"))
      append(day.month, places: 2)
      append(UInt8(ascii: "-"))
      append(day.day, places: 2)
      if moment.kind == .day { return }
      append(0x20)
    }
    let time = moment.kind == .time ? seconds : seconds - days * 86_400
    append(time / 3600, places: 2)
    append(UInt8(ascii: ":"))
    append(time / 60 % 60, places: 2)
    append(UInt8(ascii: ":"))
    append(time % 60, places: 2)
  }

  private mutating func append(_ number: Int, places: Int) {
    let digits = String(number).utf8
    append(contentsOf: repeatElement(0x30, count: Swift.max(0, places - digits.count)))
    append(contentsOf: digits)
  }
}
