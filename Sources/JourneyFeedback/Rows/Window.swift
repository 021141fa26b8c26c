internal import CByteScan

/// The bytes at hand, with room behind them for a look of 64 bytes ahead.
struct Window {
  private(set) var bytes: [UInt8]
  /// Where the bytes at hand begin in the text.
  private(set) var origin: Int
  /// Where the next row starts.
  var start = 0
  private(set) var filled = 0
  /// Whether the text ends with these bytes; then they end with a newline.
  private(set) var isLast = false
  private let stream: any ByteStream
  private var size: Int

  private static let margin = 128

  init(_ stream: any ByteStream, origin: Int, size: Int) {
    self.stream = stream
    self.origin = origin
    self.size = min(max(size, 16), RowReader.longestRow)
    bytes = [UInt8](repeating: 0, count: self.size + Self.margin)
  }

  /// Reads on, until the window is full or the text ends.
  mutating func fill(newline: UInt8) throws(ExportProblem) {
    guard !isLast, filled < size else { return }
    filled += try stream.fill(&bytes, filled..<size)
    guard filled < size else { return }
    isLast = true
    if filled > 0, bytes[filled - 1] != newline {
      bytes[filled] = newline
      filled += 1
    }
  }

  /// Moves what is left to the front.
  mutating func shift() {
    guard start > 0 else { return }
    let (start, filled) = (start, filled)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[start..<filled])
      guard let base = buffer.baseAddress, let from = rest.baseAddress else { return }
      unsafe base.update(from: from, count: rest.count)
    }
    origin += start
    self.filled -= start
    self.start = 0
  }

  /// Makes room for a longer row; false where it is as long as a row may be.
  mutating func grow() -> Bool {
    guard size < RowReader.longestRow, !isLast else { return false }
    size = min(size * 4, RowReader.longestRow)
    bytes += [UInt8](repeating: 0, count: size + Self.margin - bytes.count)
    return true
  }

  /// The first newline at or behind `index`.
  func lineEnd(from index: Int, newline: UInt8) -> Int? {
    bytes[index..<filled].firstIndex(of: newline)
  }
}

/// Counts lines as rows are read.
struct LineCount {
  var newline: UInt8 = 0x0A
  /// How many lines end before `position`.
  private(set) var passed = 0
  /// In the bytes at hand.
  var position = 0

  /// Which line of those read holds a byte, from 0.
  mutating func line(at place: Int, in bytes: Span<UInt8>) -> Int {
    count(to: place, in: bytes)
    return passed
  }

  mutating func count(to place: Int, in window: Window) { count(to: place, in: window.bytes.span) }

  mutating func count(to place: Int, in bytes: Span<UInt8>) {
    guard place > position, place <= bytes.count else { return }
    let (from, newline) = (position, newline)
    passed += unsafe bytes.withUnsafeBufferPointer { unsafe bytescan_count($0.baseAddress, from, place, newline) }
    position = place
  }
}

/// Where cells and rows end in a window.
struct RowIndex {
  private(set) var ends: [UInt32] = []
  private(set) var rows: [UInt32] = []
  private(set) var rowCount = 0
  /// Behind the last byte that was scanned.
  private(set) var stopped = 0
  /// The ends of a row that was read byte by byte.
  var slow: [UInt32] = []
  private(set) var characters = (valid: 0, invalid: 0)
  private var isASCII = true

  /// Scans from the start of the next row to the end of the window, or to a quote out of place.
  mutating func scan(_ window: Window, _ form: RecordFormat) {
    let room = window.filled - window.start
    if ends.count < room {
      ends = [UInt32](repeating: 0, count: window.bytes.count)
      rows = [UInt32](repeating: 0, count: window.bytes.count)
    }
    let found = unsafe window.bytes.withUnsafeBufferPointer { bytes in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        unsafe rows.withUnsafeMutableBufferPointer { rows in
          unsafe bytescan_index(
            bytes.baseAddress, window.start, window.filled, form.delimiter, form.newline, form.quote, ends.baseAddress,
            rows.baseAddress)
        }
      }
    }
    rowCount = Int(found.rows)
    stopped = Int(found.stopped)
    isASCII = isASCII && found.is_ascii != 0 && stopped == window.filled
  }

  /// Counts the characters of the rows that were taken from `start` on.
  mutating func look(at window: Window, from start: Int) {
    defer { isASCII = true }
    guard !isASCII, window.start > start else { return }
    let found = unsafe window.bytes.withUnsafeBufferPointer {
      unsafe bytescan_utf8($0.baseAddress, start, window.start)
    }
    characters.valid += found.valid
    characters.invalid += found.invalid
  }
}
