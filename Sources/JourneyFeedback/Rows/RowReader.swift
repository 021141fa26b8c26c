/// Where a row stands in the bytes at hand.
struct RowPlace {
  let start: Int
  /// Without the line end.
  let end: Int
  /// Which of the cells' ends is the first's.
  let first: Int
  /// How many cells it has.
  let count: Int
  /// Where it starts in the text as a whole.
  let offset: Int

  /// Where a cell stands, quotes included.
  @inline(__always)
  func cell(_ index: Int, _ ends: Span<UInt32>) -> Range<Int> {
    let start = index == 0 ? start : Int(ends[first &+ index &- 1]) &+ 1
    let end = index == count &- 1 ? end : Int(ends[first &+ index])
    return start..<max(start, end)
  }
}

/// What is done with rows.
protocol RowSink {
  mutating func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount)
  /// A row that cannot be told apart into cells; it stands in `bytes` as far as it was read.
  mutating func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount)
}

/// Reads the rows of a text in one go through a small window.
struct RowReader {
  /// Longer ones are left out, so that memory has a bound.
  static let longestRow = 1 << 20

  let form: RecordFormat
  /// How many lines were passed, for those who ask where a row stands.
  private(set) var lines = LineCount()
  private var window: Window
  private var index = RowIndex()
  private var isSkipping = false

  /// Reads from `offset`, the start of a row.
  init(_ stream: any ByteStream, from offset: Int, _ form: RecordFormat, window: Int = ReadingSizes().window) {
    self.form = form
    self.window = Window(stream, origin: offset, size: window)
    lines.newline = form.newline
  }

  /// How many sequences of bytes were UTF-8 above ASCII, and how many bytes were none.
  var characters: (valid: Int, invalid: Int) { index.characters }

  /// Hands over the rows that start before `limit`. Returns where the first that does not starts, or where the text ends.
  mutating func read<Sink: RowSink>(until limit: Int, _ sink: inout Sink) throws(ExportProblem) -> Int {
    while true {
      try window.fill(newline: form.newline)
      if isSkipping { skipLine() }
      let before = window.start
      let isDone = Self.takeRows(&window, &index, &lines, form, limit, &sink)
      index.look(at: window, from: before)
      if isDone || (window.isLast && window.start == window.filled) {
        lines.count(to: window.start, in: window)
        return window.origin + window.start
      }
      if window.start == 0, !window.grow() { isSkipping = Self.giveUpRow(&window, &index, &lines, form, &sink) }
      lines.count(to: window.start, in: window)
      lines.position = 0
      window.shift()
    }
  }

  /// Rows until the limit (then true) or until the window holds no more whole ones.
  private static func takeRows<Sink: RowSink>(
    _ window: inout Window, _ index: inout RowIndex, _ lines: inout LineCount, _ form: RecordFormat, _ limit: Int,
    _ sink: inout Sink
  ) -> Bool {
    let limit = limit - window.origin
    while window.start < window.filled {
      if window.start >= limit { return true }
      index.scan(window, form)
      window.start = takeScanned(window, index, &lines, limit, &sink)
      if window.start >= limit { return true }
      guard index.stopped < window.filled || window.isLast else { return false }
      // A quote out of place is somewhere in the next block: its row is read byte by byte.
      let odd = index.stopped
      repeat {
        guard window.start < window.filled else { break }
        if window.start >= limit { return true }
        guard let next = takeSlowly(window, &index, &lines, form, &sink) else { return false }
        window.start = next
      } while window.start <= odd
    }
    return false
  }

  private static func takeScanned<Sink: RowSink>(
    _ window: Window, _ index: RowIndex, _ lines: inout LineCount, _ limit: Int, _ sink: inout Sink
  ) -> Int {
    let (bytes, ends, rows) = (window.bytes.span, index.ends.span, index.rows.span)
    var start = window.start
    var first = 0
    for row in 0..<index.rowCount {
      if start >= limit { break }
      let behind = Int(rows[row])
      let newline = Int(ends[behind - 1])
      let end = newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      if end > start {
        let place = RowPlace(start: start, end: end, first: first, count: behind - first, offset: window.origin + start)
        sink.take(place, bytes, ends, &lines)
      }
      first = behind
      start = newline + 1
    }
    return start
  }

  /// One row by the byte; where the next starts, or nil where it is not complete.
  private static func takeSlowly<Sink: RowSink>(
    _ window: Window, _ index: inout RowIndex, _ lines: inout LineCount, _ form: RecordFormat, _ sink: inout Sink
  ) -> Int? {
    let bytes = window.bytes.span
    index.slow.removeAll(keepingCapacity: true)
    let start = window.start
    let offset = window.origin + start
    switch readSlowly(bytes, from: start, to: window.filled, form, ends: &index.slow) {
    case .whole(let next):
      let end = next - 1 > start && bytes[next - 2] == 0x0D ? next - 2 : next - 1
      if end > start {
        let place = RowPlace(start: start, end: end, first: 0, count: index.slow.count, offset: offset)
        sink.take(place, bytes, index.slow.span, &lines)
      }
      return next
    case .broken(let next):
      sink.leaveOut(
        .brokenQuotes, RowPlace(start: start, end: next - 1, first: 0, count: 0, offset: offset), bytes, &lines)
      return next
    case .open:
      guard window.isLast else { return nil }
      let next = window.lineEnd(from: start, newline: form.newline).map { $0 + 1 } ?? window.filled
      sink.leaveOut(
        .brokenQuotes, RowPlace(start: start, end: max(start, next - 1), first: 0, count: 0, offset: offset), bytes,
        &lines)
      return next
    }
  }

  /// The first row of a full window is not complete: it is left out, and the next line is tried. True where that is yet
  /// to come.
  private static func giveUpRow<Sink: RowSink>(
    _ window: inout Window, _ index: inout RowIndex, _ lines: inout LineCount, _ form: RecordFormat, _ sink: inout Sink
  ) -> Bool {
    index.slow.removeAll(keepingCapacity: true)
    let state = readSlowly(window.bytes.span, from: 0, to: window.filled, form, ends: &index.slow)
    let lineEnd = state == .open(inQuotes: true) ? window.lineEnd(from: 0, newline: form.newline) : nil
    let end = lineEnd ?? window.filled
    let place = RowPlace(start: 0, end: end, first: 0, count: 0, offset: window.origin)
    sink.leaveOut(lineEnd == nil ? .tooLong : .brokenQuotes, place, window.bytes.span, &lines)
    window.start = lineEnd.map { $0 + 1 } ?? window.filled
    return lineEnd == nil
  }

  private mutating func skipLine() {
    let end = window.lineEnd(from: window.start, newline: form.newline)
    window.start = end.map { $0 + 1 } ?? window.filled
    isSkipping = end == nil
  }
}
