/// Reads one line of JSON Lines into cells, by key.
///
/// Keys of the outer object only; strings without their escapes, numbers and words as they stand, `null` as nothing, and
/// what is nested as its text. Whole or not at all: a line that is no object gives nothing, nor one that has a value
/// twice.
struct JSONLine {
  /// Which cell a key fills.
  private let places: [[UInt8]: Int]
  private var values: [[UInt8]]
  /// The cells as a row of a delimited file, quoted where they hold quotes.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  /// Keys met, in order, where they are asked for.
  private(set) var keys: [[UInt8]] = []
  /// Beside `values`: which the line has.
  private var isMet: [Bool]

  init(_ names: ArraySlice<String>) {
    var places: [[UInt8]: Int] = [:]
    for (index, name) in names.enumerated() where places[Array(name.utf8)] == nil { places[Array(name.utf8)] = index }
    self.places = places
    isMet = Array(repeating: false, count: names.count)
    values = Array(repeating: [], count: names.count)
  }

  /// False where the line is not an object with each of the keys once.
  mutating func read(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in values.indices {
      values[index].removeAll(keepingCapacity: true)
      isMet[index] = false
    }
    keys.removeAll(keepingCapacity: true)
    var scan = JSONScan(index: range.lowerBound, end: range.upperBound)
    guard scan.take(0x7B, line) else { return false }
    if !scan.take(0x7D, line) {
      repeat {
        guard let key = scan.string(line), scan.take(0x3A, line), let value = scan.value(line) else { return false }
        keys.append(key)
        if let place = places[key] {
          guard !isMet[place] else { return false }
          (values[place], isMet[place]) = (value, true)
        }
      } while scan.take(0x2C, line)
      guard scan.take(0x7D, line) else { return false }
    }
    guard scan.isAtEnd(line) else { return false }
    write()
    return true
  }

  private mutating func write() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for value in values {
      if value.contains(0x22) {
        bytes.append(0x22)
        for byte in value {
          bytes.append(byte)
          if byte == 0x22 { bytes.append(byte) }
        }
        bytes.append(0x22)
      } else {
        bytes += value
      }
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      bytes.append(0x0A)
    }
  }
}
