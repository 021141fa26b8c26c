internal import JourneySource

/// Numbers findings so that a service knows one again after lines have moved.
///
/// Made of code, file and message, and of how many such there were before: never of the line. FNV-1a, 64 bits.
struct Fingerprints {
  private var seen: [UInt64: UInt64] = [:]

  mutating func next(for located: Located) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [located.diagnostic.rule.code, located.place?.path ?? "", located.diagnostic.message] {
      Self.mix(Array(part.utf8) + [0], into: &hash)
    }
    let count = seen[hash, default: 0]
    seen[hash] = count + 1
    if count > 0 { Self.mix(Array(String(count).utf8), into: &hash) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func mix(_ bytes: [UInt8], into hash: inout UInt64) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
