internal import JourneySource

/// Some bytes of a file, read as numbers with the lowest byte first.
struct Bytes {
  private let bytes: [UInt8]

  var count: Int { bytes.count }

  init(_ source: ByteSource, _ start: Int, _ count: Int) throws(WorkbookProblem) {
    guard start >= 0, count >= 0, start <= source.count - count else { throw .damaged(.archive) }
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = source.read(start + filled, &bytes, filled..<count)
      guard read >= 0 else { throw .unreadable }
      // The file became shorter meanwhile.
      guard read > 0 else { throw .damaged(.archive) }
      filled += read
    }
    self.bytes = bytes
  }

  func starts(with start: [UInt8]) -> Bool { bytes.starts(with: start) }

  /// Zero beyond the end; of eight bytes, what an `Int` holds.
  func number(_ place: Int, _ width: Int) -> Int {
    guard place >= 0, place + width <= bytes.count else { return 0 }
    var result: UInt64 = 0
    for index in 0..<width { result |= UInt64(bytes[place + index]) << UInt64(8 * index) }
    return Int(clamping: result)
  }

  func text(_ place: Int, _ count: Int) -> String { String(decoding: bytes[place..<place + count], as: UTF8.self) }
}
