/// SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012), keyed anew in each run: who answered cannot be told from
/// what is kept, and nobody can choose identifiers that collide.
struct KeyedHash: Sendable {
  struct KeyedHashValue: Hashable, Sendable {
    let low: UInt64
    let high: UInt64
  }

  private let key: (UInt64, UInt64)

  init(_ first: UInt64 = .random(in: .min ... .max), _ second: UInt64 = .random(in: .min ... .max)) {
    key = (first, second)
  }

  /// The hash of bytes with a number before them.
  func hash(_ number: UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>) -> KeyedHashValue {
    var state = HashState(key.0, key.1)
    state.take(number)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      state.take(eightBytes(bytes, at: index))
      index += 8
    }
    var last = UInt64(truncatingIfNeeded: range.count + 8) << 56
    for offset in 0..<range.upperBound - index { last |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
    state.take(last)
    return state.finish()
  }

  /// The hash of a row, whatever separates its cells, with a number before it.
  func hash(_ number: UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>, _ separator: RowText.Separator)
    -> KeyedHashValue
  {
    var state = HashState(key.0, key.1)
    state.take(number)
    state.take(UInt64(range.count))
    separator.eachWord(of: bytes, in: range) { state.take($0) }
    return state.finish()
  }

  private struct HashState {
    var a: UInt64
    var b: UInt64
    var c: UInt64
    var d: UInt64

    init(_ first: UInt64, _ second: UInt64) {
      a = first ^ 0x736F_6D65_7073_6575
      b = second ^ 0x646F_7261_6E64_6F6D ^ 0xEE
      c = first ^ 0x6C79_6765_6E65_7261
      d = second ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func round() {
      a &+= b
      b = (b << 13 | b >> 51) ^ a
      a = a << 32 | a >> 32
      c &+= d
      d = (d << 16 | d >> 48) ^ c
      a &+= d
      d = (d << 21 | d >> 43) ^ a
      c &+= b
      b = (b << 17 | b >> 47) ^ c
      c = c << 32 | c >> 32
    }

    @inline(__always)
    mutating func take(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    mutating func finish() -> KeyedHashValue {
      c ^= 0xEE
      for _ in 0..<4 { round() }
      let low = a ^ b ^ c ^ d
      b ^= 0xDD
      for _ in 0..<4 { round() }
      return KeyedHashValue(low: low, high: a ^ b ^ c ^ d)
    }
  }
}
