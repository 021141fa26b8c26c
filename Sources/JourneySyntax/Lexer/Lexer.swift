import JourneySource

/// Cuts bytes into tokens, one at a time, and keeps comments and blank lines aside.
///
/// It never fails: what fits nowhere is a `sign` or `malformed`, and the parser says so where it stands in the way.
struct Lexer {
  let file: FileID
  /// Valid UTF-8, or with `ASCII.substitute` where it was not.
  let bytes: [UInt8]
  /// Whether some bytes were not UTF-8; else a substitute is a control character like the others.
  let isMended: Bool
  let count: Int
  var position: Int
  var remarks: [SourceRemark] = []
  var diagnostics: [Diagnostic] = []
  /// How many errors and warnings there were, also beyond the limit.
  var errors = 0
  var warnings = 0
  /// Set once no `"""` can follow, so that many opened ones do not each search the rest of the file.
  var hasNoBlockEnd = false
  var hasNUL = false
  /// The first conflict marker found, and how many lines of the file are such markers.
  var conflict: Conflict?
  let keywords = KeywordTable.standard

  struct Conflict {
    let first: Span
    var last: Span?
    var isOpen: Bool
  }

  init(_ bytes: [UInt8], file: FileID, from start: Int, isMended: Bool = false) {
    self.file = file
    self.bytes = bytes
    self.isMended = isMended
    self.count = bytes.count
    self.position = start
    if conflictMarker(at: start) != nil { skipConflict() }
  }

  /// The byte at an index, 0 behind the end.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < count ? bytes[index] : 0 }

  func span(_ start: Int, _ end: Int) -> Span { Span(file, start, end) }

  /// Whether the byte stands for one that was not UTF-8, which is a finding already.
  func isSubstitute(_ byte: UInt8) -> Bool { byte == ASCII.substitute && isMended }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Instead of the last error it is said, on top of the file, that there are too many and the rest is not read. Of the
  /// warnings the first are kept.
  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostic.severity == .error else {
      warnings += 1
      if warnings <= Limits.findings { diagnostics.append(diagnostic) }
      return
    }
    errors += 1
    if errors < Limits.findings { diagnostics.append(diagnostic) }
    if errors == Limits.findings { diagnostics.append(.tooManyErrors(span(0, 0), last: diagnostic.span)) }
  }

  mutating func next() -> Token {
    let startsLine = skipTrivia()
    var token = scan()
    token.remarks = Int32(remarks.count)
    if startsLine { token.traits.insert(.startsLine) }
    return token
  }

  private mutating func scan() -> Token {
    let start = position
    guard start < count else { return Token(kind: .end, start: Int32(count), end: Int32(count)) }
    let first = bytes[start]
    if ASCII.isLetter(first) { return word() }
    if ASCII.isDigit(first) { return number() }
    switch first {
    case ASCII.quote: return string(closedBy: nil, opening: 1)
    case ASCII.open: return take(.open, 1)
    case ASCII.close: return take(.close, 1)
    case ASCII.comma: return take(.comma, 1)
    case ASCII.colon: return take(.colon, 1)
    case ASCII.minus where byte(start + 1) == ASCII.greater: return take(.arrow, 2)
    case ASCII.minus where ASCII.isDigit(byte(start + 1)), ASCII.plus where ASCII.isDigit(byte(start + 1)):
      return number()
    case ASCII.greater where byte(start + 1) == ASCII.equals: return take(.atLeast, 2)
    case ASCII.less where byte(start + 1) == ASCII.equals: return take(.atMost, 2)
    case ASCII.minus, ASCII.equals: return lookalikeArrow() ?? take(.sign, 1)
    case ASCII.substitute, ASCII.underscore: return word()
    case ASCII.apostrophe: return singleQuoted(opening: 1) ?? take(.sign, 1)
    case 0x80...: return beyondASCII()
    default: return take(.sign, 1)
    }
  }

  mutating func take(_ kind: Token.TokenKind, _ length: Int) -> Token {
    defer { position = min(count, position + length) }
    return Token(kind: kind, start: Int32(position), end: Int32(min(count, position + length)))
  }

  /// `-->` and `=>`, as other tools draw arrows; found once and read as one.
  private mutating func lookalikeArrow() -> Token? {
    var end = position
    while end - position < 8, byte(end) == ASCII.minus || byte(end) == ASCII.equals { end += 1 }
    guard byte(end) == ASCII.greater else { return nil }
    let token = take(.arrow, end + 1 - position)
    report(.foreignArrow(span(Int(token.start), Int(token.end)), text(token.range)))
    return token
  }

  /// Letters of any script, the signs that word processors put in, and everything that is neither.
  private mutating func beyondASCII() -> Token {
    guard let (scalar, length) = Characters.scalar(in: bytes, at: position) else { return take(.sign, 1) }
    switch scalar.value {
    case 0x201C: return string(closedBy: [0x201D], opening: length)
    case 0x201D: return string(closedBy: [0x201D], opening: length)
    case 0x201E: return string(closedBy: [0x201C, 0x201D], opening: length)
    case 0xAB: return string(closedBy: [0xBB], opening: length)
    case 0xBB: return string(closedBy: [0xAB, 0xBB], opening: length)
    case 0x2018...0x201B: return singleQuoted(opening: length) ?? take(.sign, length)
    case 0x2192: return take(.arrow, length)
    case 0x2264: return take(.atMost, length)
    case 0x2265: return take(.atLeast, length)
    case 0x2212 where ASCII.isDigit(byte(position + length)): return number()
    default: break
    }
    if Characters.isLetter(scalar) { return word() }
    if scalar.isHidden {
      position += length
      report(.hidden(scalar, at: span(position - length, position)))
      return next()
    }
    return take(.sign, length)
  }
}

extension Rule {
  static let foreignArrow = Rule(
    "foreign-arrow", .error, "An arrow is written the way another tool writes it.",
    why: "Arrows of a flow are written `->` (or `→`, which `waymark fmt` turns into `->`).",
    example: .flow("form --> call"), instead: .flow("form -> call"))
}

extension Diagnostic {
  fileprivate static func foreignArrow(_ span: Span, _ text: String) -> Self {
    Diagnostic(.foreignArrow, at: span, "an arrow is not written \"\(text)\"", help: "write \"->\"")
  }
}
