/// The names that a script gives at its outermost level, made shorter: nobody outside of a module can use them.
///
/// A name stays where it could mean something else as well: as a key written without its value (`{ name }`), inside of a
/// template (`${name}`), as the default of what is taken apart.
struct ShortNames {
  /// A piece of a script: a name, or what is between two names.
  private struct ScriptToken {
    let range: Range<Int>
    /// Which name it is; nil for anything else.
    var name: Int?
    /// The bracket that it is in, 0 outside of all.
    var bracket: UInt8 = 0
  }

  private let script: [UInt8]
  private var tokens: [ScriptToken] = []
  /// Every name, by its number, and the number of each.
  private var names: [ArraySlice<UInt8>] = []
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  /// The names in templates.
  private var templated: Set<Int> = []

  private init(_ script: [UInt8]) {
    self.script = script
    read()
  }

  static func applied(to script: [UInt8]) -> [UInt8] { ShortNames(script).shortened() }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  // MARK: - Reading

  private mutating func read() {
    var brackets: [UInt8] = []
    var at = 0
    while at < script.count {
      let (start, byte) = (at, script[at])
      var name: Int?
      if Self.isOfName(byte) {
        at = script[at...].firstIndex { !Self.isOfName($0) } ?? script.count
        name = number(of: script[start..<at])
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: "/") && startsPattern
      {
        at = end(of: byte, from: at)
        if byte == UInt8(ascii: "`") {
          for word in script[start..<at].split(whereSeparator: { !Self.isOfName($0) }) {
            templated.insert(number(of: word))
          }
        }
      } else {
        at += 1
        switch Unicode.Scalar(byte) {
        case "(", "{", "[": brackets.append(byte)
        case ")", "}", "]": _ = brackets.popLast()
        default: break
        }
      }
      tokens.append(ScriptToken(range: start..<at, name: name, bracket: brackets.last ?? 0))
    }
  }

  private mutating func number(of name: ArraySlice<UInt8>) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Whether a slash begins a pattern here: it divides only what has a value.
  private var startsPattern: Bool {
    guard let last = tokens.last else { return true }
    let sign = neighbour(tokens.count, -1)
    return last.name == nil && sign != ")" && sign != "]"
  }

  private func end(of quote: UInt8, from start: Int) -> Int {
    var at = start + 1
    while at < script.count, script[at] != quote { at += script[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, script.count)
  }

  // MARK: - Shortening

  private func shortened() -> [UInt8] {
    var uses = Array(repeating: 0, count: names.count)
    var given: Set<Int> = []
    var kept = templated
    for (at, token) in tokens.enumerated() {
      guard let name = token.name, isVariable(at) else { continue }
      let (before, after) = (neighbour(at, -1), neighbour(at, 1))
      if token.bracket == 0, before == "," || before == " ", after == "=", !isArrow(at + 1) { given.insert(name) }
      if token.bracket == UInt8(ascii: "{"), before == "{" || before == ",",
        after == "," || after == "}" || after == "="
      {
        kept.insert(name)
      }
      uses[name] += 1
    }
    let order = given.subtracting(kept).filter { names[$0].count > 2 }.sorted { one, other in
      uses[one] == uses[other] ? names[one].lexicographicallyPrecedes(names[other]) : uses[one] > uses[other]
    }
    var free = Self.candidates.lazy.filter { numbers[$0[...]] == nil }.makeIterator()
    var short = names
    for name in order { short[name] = free.next()?[...] ?? names[name] }
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    for (at, token) in tokens.enumerated() {
      if let name = token.name, isVariable(at) { result += short[name] } else { result += script[token.range] }
    }
    return result
  }

  /// One letter, then two.
  private static let candidates: [[UInt8]] = {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).flatMap { [$0, $0 - 0x20] }
    return letters.map { [$0] } + letters.flatMap { first in letters.map { [first, $0] } }
  }()

  /// Whether a name is no property (`.name`) and no key (`name:`).
  private func isVariable(_ at: Int) -> Bool {
    let before = neighbour(at, -1)
    if before == ".", !(neighbour(at, -2) == "." && neighbour(at, -3) == ".") { return false }
    return !(neighbour(at, 1) == ":" && (before == "{" || before == ","))
  }

  /// The sign beside a token; nothing where there is a name, a text or nothing.
  private func neighbour(_ at: Int, _ by: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(at + by), tokens[at + by].range.count == 1, tokens[at + by].name == nil else {
      return nil
    }
    return Unicode.Scalar(script[tokens[at + by].range.lowerBound])
  }

  private func isArrow(_ equals: Int) -> Bool { neighbour(equals, 1) == ">" || neighbour(equals, 1) == "=" }
}
