/// A place where the program would stop by intention: `try!`, a forced unwrap or cast, `fatalError`.
struct Trap: Equatable {
  let line: Int
  let reason: String

  private static let calls = [
    "fatalError(", "preconditionFailure(", "precondition(", "assertionFailure(", "assert(", "unsafeBitCast(",
    "unsafelyUnwrapped", "unowned(unsafe)",
  ]

  static func find(in code: SwiftCode) -> [Trap] {
    code.lines.enumerated().flatMap { index, line -> [Trap] in
      var traps = calls.filter { line.contains($0) }.map { Trap(line: index + 1, reason: $0) }
      for reason in ["try!", "as!"] where line.contains(reason) { traps.append(Trap(line: index + 1, reason: reason)) }
      if traps.isEmpty, forces(Array(line)) { traps.append(Trap(line: index + 1, reason: "a forced unwrap")) }
      return traps
    }
  }

  /// A `!` right behind a name, a bracket or a parenthesis; `!=` and a negation stand elsewhere.
  private static func forces(_ line: [Character]) -> Bool {
    line.indices.dropFirst().contains { index in
      guard line[index] == "!" else { return false }
      let before = line[index - 1]
      guard before.isLetter || before.isNumber || before == "_" || before == ")" || before == "]" || before == "`"
      else {
        return false
      }
      return index + 1 == line.count || line[index + 1] != "="
    }
  }
}
