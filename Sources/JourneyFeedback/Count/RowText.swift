/// A row as its cells say it, whatever separates and quotes them and in whichever encoding: an export that was saved again
/// has the same.
///
/// Nearly every row is that already but for the sign between its cells, which is put right as it is hashed. Others are
/// written anew.
struct RowText {
  /// Eight times the sign between the cells.
  private let delimiters: UInt64
  private let isJSON: Bool
  private let encoding: Audit.AuditedFile.TextEncoding
  private var written: [UInt8] = []

  /// What stands between cells: no export has it in one.
  private static let separator: UInt8 = 0x1F
  private static let each: UInt64 = 0x0101_0101_0101_0101

  init(_ plan: Plan) {
    delimiters = Self.each &* UInt64(plan.form.delimiter)
    isJSON = plan.form.isJSON
    encoding = plan.encoding
  }

  /// What a hash makes of a row.
  ///
  /// - Parameter hash: takes the bytes, where the row stands in them, and the sign to replace in eight of them at a time.
  mutating func hashed<Value>(
    _ bytes: Span<UInt8>, _ row: RowPlace, _ hash: (Span<UInt8>, Range<Int>, Separator) -> Value
  ) -> Value {
    let range = row.start..<row.end
    guard !isJSON, mustBeWritten(bytes, range) else { return hash(bytes, range, Separator(delimiters)) }
    write(bytes, range)
    return hash(written.span, 0..<written.count, Separator(Self.each &* UInt64(Self.separator)))
  }

  /// Whether a quote is in it, or a letter that another encoding writes in other bytes.
  private func mustBeWritten(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var found: UInt64 = 0
    let highBits: UInt64 = encoding == .windows1252 ? 0x80 &* Self.each : 0
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let word = eightBytes(bytes, at: index)
      found |= zeros(in: word ^ (0x22 &* Self.each)) | word & highBits
      index &+= 8
    }
    while index < range.upperBound {
      if bytes[index] == 0x22 || highBits != 0 && bytes[index] >= 0x80 { return true }
      index &+= 1
    }
    return found != 0
  }

  /// Without the quotes around cells, doubled ones once, in UTF-8.
  private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    written.removeAll(keepingCapacity: true)
    let delimiter = UInt8(truncatingIfNeeded: delimiters)
    var (isQuoted, isStart, index) = (false, true, range.lowerBound)
    while index < range.upperBound {
      let byte = bytes[index]
      defer { index += 1 }
      if byte == 0x22, isQuoted {
        if index + 1 < range.upperBound, bytes[index + 1] == 0x22 {
          written.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      if byte == 0x22, isStart {
        (isQuoted, isStart) = (true, false)
        continue
      }
      isStart = !isQuoted && byte == delimiter
      if isStart {
        written.append(Self.separator)
      } else if byte >= 0x80, encoding == .windows1252 {
        written += String(Character(windows1252Letter(byte))).utf8
      } else {
        written.append(byte)
      }
    }
  }

  /// Puts one sign between the cells in the place of another.
  struct Separator {
    private let delimiters: UInt64
    private let change: UInt64

    fileprivate init(_ delimiters: UInt64) {
      self.delimiters = delimiters
      change = delimiters & 0xFF ^ UInt64(RowText.separator)
    }

    /// Hands over a row, eight bytes at a time with the sign replaced; zeros fill the last.
    @inline(__always)
    func eachWord(of bytes: Span<UInt8>, in range: Range<Int>, _ take: (UInt64) -> Void) {
      var index = range.lowerBound
      while index < range.upperBound {
        var word = eightBytes(bytes, at: index)
        let left = range.upperBound - index
        if left < 8 { word &= (1 << UInt64(8 * left)) &- 1 }
        take(replaced(in: word))
        index += 8
      }
    }

    @inline(__always)
    private func replaced(in word: UInt64) -> UInt64 { word ^ (zeros(in: word ^ delimiters) &>> 7) &* change }
  }
}

/// The highest bit of each byte that is zero.
@inline(__always)
private func zeros(in word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~((word & low &+ low) | word | low)
}
