/// Finds a word among the keywords by its bytes: an open hash table over sixteen bytes, the length of the longest.
struct KeywordTable: Sendable {
  private struct KeywordSlot: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var ordinal = Token.none
  }

  private var slots = [KeywordSlot](repeating: KeywordSlot(), count: 256)
  static let standard = KeywordTable()
  static let longest = 16

  init() {
    for (ordinal, keyword) in Keyword.allCases.enumerated() {
      let bytes = Array(keyword.rawValue.utf8)
      let (low, high) = Self.pack(bytes, 0..<bytes.count)
      var index = Self.hash(low, high)
      while slots[index].ordinal != Token.none { index = (index + 1) & 255 }
      slots[index] = KeywordSlot(low: low, high: high, ordinal: UInt8(ordinal))
    }
  }

  /// The keyword's place in `Keyword.allCases`, or `Token.none`.
  func ordinal(of bytes: [UInt8], _ range: Range<Int>) -> UInt8 {
    guard range.count <= Self.longest else { return Token.none }
    let (low, high) = Self.pack(bytes, range)
    var index = Self.hash(low, high)
    while slots[index].ordinal != Token.none {
      if slots[index].low == low, slots[index].high == high { return slots[index].ordinal }
      index = (index + 1) & 255
    }
    return Token.none
  }

  private static func pack(_ bytes: [UInt8], _ range: Range<Int>) -> (UInt64, UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in range {
      if index - range.lowerBound < 8 {
        low = low << 8 | UInt64(bytes[index])
      } else {
        high = high << 8 | UInt64(bytes[index])
      }
    }
    return (low, high)
  }

  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    Int(((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
