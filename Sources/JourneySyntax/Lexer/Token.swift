import JourneySource

/// The smallest piece that means something: a run of bytes with its kind.
struct Token: Sendable {
  enum TokenKind: UInt8, Sendable {
    case end
    case word, reference, string
    case number, percent, points, duration, date, range
    case open, close, comma, arrow, colon, atLeast, atMost
    /// Starts like a number or a name and is neither.
    case malformed
    /// A sign that the language does not have.
    case sign
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// First on its line.
    static let startsLine = Traits(rawValue: 1)
    static let nonASCII = Traits(rawValue: 2)
    /// A string with a backslash in it.
    static let escaped = Traits(rawValue: 4)
    /// A string in `"""`.
    static let block = Traits(rawValue: 8)
    /// A word with a character that cannot be seen, or a string with one that may not stand in it.
    static let hidden = Traits(rawValue: 16)
    /// A name of more than two parts, or with `_` in it.
    static let misspelt = Traits(rawValue: 32)
    /// A string whose closing quote is missing.
    static let unclosed = Traits(rawValue: 64)
  }

  var kind: TokenKind
  var traits: Traits = []
  /// The place of a word in `Keyword.allCases`, or `none`.
  var keyword: UInt8 = Token.none
  var start: Int32
  var end: Int32
  /// How many comments and blank lines the file has before this token.
  var remarks: Int32 = 0

  static let none: UInt8 = 255

  var range: Range<Int> { Int(start)..<Int(end) }
  var startsLine: Bool { traits.contains(.startsLine) }

  /// Whether a value can begin with it.
  var isValue: Bool {
    switch kind {
    case .word, .reference, .string, .number, .percent, .points, .duration, .date, .range, .atLeast, .atMost,
      .malformed:
      true
    case .end, .open, .close, .comma, .arrow, .colon, .sign: false
    }
  }
}

/// A comment, or a blank line where `start` equals `end`.
struct SourceRemark: Sendable {
  let start: Int32
  let end: Int32
  /// Whether it stands behind tokens of the same line.
  let isTrailing: Bool

  var isBlank: Bool { start == end }
}
