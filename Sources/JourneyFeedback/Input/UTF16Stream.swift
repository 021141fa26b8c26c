/// UTF-16 as UTF-8; what is no character becomes U+FFFD.
final class UTF16Stream: ByteStream {
  private let units: any ByteStream
  private let isBigEndian: Bool
  private var input = [UInt8](repeating: 0, count: 1 << 15)
  private var start = 0
  private var end = 0
  /// The first half of a pair.
  private var lead: UInt32?
  /// Made already, for a reader who asked for less.
  private var rest: ArraySlice<UInt8> = []
  private(set) var invalid = 0

  init(_ units: any ByteStream, isBigEndian: Bool) {
    self.units = units
    self.isBigEndian = isBigEndian
  }

  func read(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    if rest.isEmpty, range.count >= 8 { return try make(&buffer, range) }
    if rest.isEmpty {
      var piece = [UInt8](repeating: 0, count: 64)
      rest = try piece[..<make(&piece, 0..<piece.count)]
    }
    let piece = rest.prefix(range.count)
    buffer.replaceSubrange(range.lowerBound..<range.lowerBound + piece.count, with: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }

  private func make(_ buffer: inout [UInt8], _ range: Range<Int>) throws(ExportProblem) -> Int {
    var filled = range.lowerBound
    // A unit makes three bytes at most, and a broken pair before it three more.
    while filled + 6 <= range.upperBound {
      if end - start < 2 { try refill() }
      guard end - start >= 2 else {
        if start < end || lead != nil {
          start = end
          lead = nil
          append(0xFFFD, to: &buffer, &filled)
          invalid += 1
        }
        break
      }
      let (first, second) = (UInt32(input[start]), UInt32(input[start + 1]))
      start += 2
      take(isBigEndian ? first << 8 | second : second << 8 | first, &buffer, &filled)
    }
    return filled - range.lowerBound
  }

  private func refill() throws(ExportProblem) {
    let left = end - start
    if left == 1 { input[0] = input[start] }
    start = 0
    end = left + (try units.fill(&input, left..<input.count))
  }

  private func take(_ unit: UInt32, _ buffer: inout [UInt8], _ filled: inout Int) {
    if let first = lead {
      lead = nil
      if 0xDC00..<0xE000 ~= unit {
        return append(0x10000 + ((first & 0x3FF) << 10 | unit & 0x3FF), to: &buffer, &filled)
      }
      append(0xFFFD, to: &buffer, &filled)
      invalid += 1
    }
    switch unit {
    case 0xD800..<0xDC00: lead = unit
    case 0xDC00..<0xE000:
      append(0xFFFD, to: &buffer, &filled)
      invalid += 1
    default: append(unit, to: &buffer, &filled)
    }
  }

  private func append(_ scalar: UInt32, to buffer: inout [UInt8], _ filled: inout Int) {
    if scalar < 0x80 {
      buffer[filled] = UInt8(scalar)
      filled += 1
      return
    }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    let mark: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    buffer[filled] = UInt8(truncatingIfNeeded: mark | scalar >> UInt32(6 * (length - 1)))
    for index in 1..<length {
      let bits = scalar >> UInt32(6 * (length - 1 - index))
      buffer[filled + index] = UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
    }
    filled += length
  }
}
