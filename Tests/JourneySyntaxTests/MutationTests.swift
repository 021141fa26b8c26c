import Fuzzing
import Support
import Testing

/// The same numbers on every machine.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Pieces that break a file in the ways people and editors do.
private let pieces = [
  "{", "}", "\"", "\"\"\"", "->", ",", ":", "#", "\n", "\r\n", " ", "and", "is", "entry", "exit", "touchpoint",
  "phase x",
  "flow {", "owner", "-", "1..5", "80%", ">=", "\u{201C}", "\u{201D}", "\u{200B}", "\u{0}", "\u{301}", "é",
  "<<<<<<< a\n",
  "=======\n", ">>>>>>> b\n", "\\", "\\u{", "2026-13", "1,5", "_", "/", "answer csat", "was a, b",
].map { Array($0.utf8) }

private func check(_ bytes: [UInt8]) {
  for way in [Way.parser, .formatter] {
    #expect(way.complaint(about: bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
  }
}

@Test(arguments: Golden.cases(in: "syntax") + Golden.cases(in: "format"))
func `a file changed at random parses, and formats where it has no errors`(golden: Golden) throws {
  let original = try golden.bytes()
  var random = SplitMix64(state: UInt64(original.count))
  for _ in 0..<60 {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: start)
      case 2: bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
      default: bytes.insert(contentsOf: Array(bytes[start..<end]), at: Int.random(in: 0...bytes.count, using: &random))
      }
    }
    check(bytes)
  }
}

@Test(arguments: Golden.cases(in: "syntax"))
func `a file cut off anywhere parses`(golden: Golden) throws {
  let bytes = try golden.bytes()
  for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) { check(Array(bytes[..<end])) }
}

@Test
func `bytes at random parse`() {
  var random = SplitMix64(state: 1)
  for count in 0..<200 {
    check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    check((0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] })
  }
}
