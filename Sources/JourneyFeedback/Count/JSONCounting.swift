/// Counts the rows of JSON Lines.
struct JSONCounting: RowSink {
  var counting: RowCounter
  private var line: JSONLine

  init(_ task: ReadingTask) {
    counting = RowCounter(task)
    line = JSONLine(task.layout.columns.names.prefix(task.layout.cells))
  }

  mutating func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount) {
    guard (row.start..<row.end).contains(where: { !isBlank(bytes[$0]) }) else { return }
    guard line.read(bytes, row.start..<row.end) else { return leaveOut(.notJSON, row, bytes, &lines) }
    // Borrowed apart from the counting, which changes.
    let line = line
    let cells = RowPlace(
      start: 0, end: max(0, line.bytes.count - 1), first: 0, count: line.ends.count, offset: row.offset)
    counting.count(cells, line.bytes.span, line.ends.span, raw: row, bytes, &lines)
  }

  mutating func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount) {
    counting.leaveOut(reason, row, bytes, &lines)
  }
}
