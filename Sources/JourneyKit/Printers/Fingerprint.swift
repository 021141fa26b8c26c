internal import JourneySource

/// Numbers findings and changes so that a service knows one again after lines have moved.
///
/// Made of what it says, and of how many such there were before: never of the line.
struct Fingerprints {
  private var seen: [StableHash: UInt64] = [:]

  mutating func next(for located: Located) -> String {
    next(for: [located.diagnostic.rule.code, located.place?.path ?? "", located.diagnostic.message])
  }

  mutating func next(for parts: [String]) -> String {
    var hash = StableHash()
    for part in parts {
      hash.add(part.utf8)
      hash.add([0])
    }
    let count = seen[hash, default: 0]
    seen[hash] = count + 1
    if count > 0 { hash.add(String(count).utf8) }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
