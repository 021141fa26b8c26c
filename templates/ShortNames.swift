/// The names that a script gives at its outermost level, made shorter: nobody outside of a module can use them.
///
/// A name stays where it could mean something else as well: as a key written without its value (`{ name }`), inside of a
/// template (`${name}`), as the default of what is taken apart.
struct ShortNames {
  /// A piece of a script: a name, or what is between two names.
  private struct ScriptToken {
    let text: [UInt8]
    var isName = false
    /// The bracket that it is in, 0 outside of all.
    var bracket: UInt8 = 0
  }

  private var tokens: [ScriptToken] = []
  /// The names in templates.
  private var templated: Set<[UInt8]> = []

  static func applied(to script: [UInt8]) -> [UInt8] {
    var names = ShortNames()
    names.read(script)
    return names.shortened()
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  // MARK: - Reading

  private mutating func read(_ script: [UInt8]) {
    var brackets: [UInt8] = []
    var at = 0
    while at < script.count {
      let start = at
      let byte = script[at]
      if Self.isOfName(byte) {
        at = script[at...].firstIndex { !Self.isOfName($0) } ?? script.count
        tokens.append(ScriptToken(text: Array(script[start..<at]), isName: true, bracket: brackets.last ?? 0))
        continue
      }
      if Array("\"'`".utf8).contains(byte) || byte == UInt8(ascii: "/") && startsPattern {
        at = end(of: byte, from: at, in: script)
        if byte == UInt8(ascii: "`") {
          templated.formUnion(script[start..<at].split { !Self.isOfName($0) }.map(Array.init))
        }
      } else {
        if Array("({[".utf8).contains(byte) { brackets.append(byte) }
        if Array(")}]".utf8).contains(byte) { _ = brackets.popLast() }
        at += 1
      }
      tokens.append(ScriptToken(text: Array(script[start..<at]), bracket: brackets.last ?? 0))
    }
  }

  /// Whether a slash begins a pattern here: it divides only what has a value.
  private var startsPattern: Bool {
    guard let last = tokens.last else { return true }
    return !last.isName && last.text != [UInt8(ascii: ")")] && last.text != [UInt8(ascii: "]")]
  }

  private func end(of quote: UInt8, from start: Int, in script: [UInt8]) -> Int {
    var at = start + 1
    while at < script.count, script[at] != quote { at += script[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, script.count)
  }

  // MARK: - Shortening

  private func shortened() -> [UInt8] {
    var uses: [[UInt8]: Int] = [:]
    var given: Set<[UInt8]> = []
    var kept = templated
    for (at, token) in tokens.enumerated() where token.isName {
      guard isVariable(at) else { continue }
      let before = neighbour(at, -1)
      let after = neighbour(at, 1)
      if token.bracket == 0, before == "," || before == " ", after == "=", !isArrow(at + 1) { given.insert(token.text) }
      if token.bracket == UInt8(ascii: "{"), before == "{" || before == ",",
        after == "," || after == "}" || after == "="
      {
        kept.insert(token.text)
      }
      uses[token.text, default: 0] += 1
    }
    let taken = Set(tokens.lazy.filter(\.isName).map(\.text)).union(templated)
    let order = given.subtracting(kept).filter { $0.count > 2 }.sorted { one, other in
      let (first, second) = (uses[one, default: 0], uses[other, default: 0])
      return first == second ? one.lexicographicallyPrecedes(other) : first > second
    }
    var free = Self.candidates.lazy.filter { !taken.contains($0) }.makeIterator()
    let short = Dictionary(uniqueKeysWithValues: order.map { ($0, free.next() ?? $0) })
    return tokens.indices.flatMap { at in
      let token = tokens[at]
      return token.isName && isVariable(at) ? short[token.text] ?? token.text : token.text
    }
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
    guard tokens.indices.contains(at + by), tokens[at + by].text.count == 1, !tokens[at + by].isName else { return nil }
    return Unicode.Scalar(tokens[at + by].text[0])
  }

  private func isArrow(_ equals: Int) -> Bool { neighbour(equals, 1) == ">" || neighbour(equals, 1) == "=" }
}
