internal import JourneySource

/// What may be written at a place of a file, in whatever state the file is: for completion, and for saying what a line
/// still expects.
///
/// Reads the tokens up to the place with the vocabulary, and stops there. So nothing that is wrong further down matters,
/// and a block that is not closed yet matters only until a line that the block cannot have.
package struct WritingPlace: Sendable {
  package enum Expectation: Sendable {
    /// A word that begins a line, or a fact on a line, with the place that knows it.
    case word(Word, in: GrammarContext)
    /// A value of the word's.
    case value(Shape, of: Word)
    /// `to`, `of`, `is`.
    case fixed(String)
    /// What arrows join, with what may be there besides touchpoints and phases: `entry`, `exit`.
    case point(ends: [String])
    /// What the cells of a row mean, in the table of this word.
    case meaning(of: Keyword)
  }

  /// A thing whose block the place is in.
  package struct Enclosing: Sendable {
    package let keyword: Keyword
    /// Where its name begins, else its title, else its word: what the model knows it by.
    package let anchor: Int
  }

  /// What kind of block it is in.
  package let block: GrammarContext
  /// From the outermost to the innermost.
  package let enclosing: [Enclosing]
  package let expectations: [Expectation]
  /// The bytes that what is chosen takes the place of: the word or text that is being written; empty between them.
  package let replaced: Range<Int>
  /// Whether it is within quotes.
  package let isInText: Bool
  /// Whether it is where a line begins.
  package let startsLine: Bool
  /// The word whose values are being written, and how many of them there are.
  package let argument: (word: Word, count: Int)?
  /// The values before it of the same list, as written.
  package let values: [String]

  /// Nil in a comment, where anything may be written.
  package init?(in bytes: [UInt8], at offset: Int) {
    guard case .text(let text, let start, _) = Encoding.read(bytes, file: FileID(0)) else { return nil }
    var reading = PlaceReading(Lexer(text, file: FileID(0), from: start), offset: min(max(offset, start), text.count))
    guard reading.run() else { return nil }
    self.init(reading)
  }

  private init(_ reading: PlaceReading) {
    block = reading.frame.context
    enclosing = reading.frames.compactMap { frame in frame.keyword.map { Enclosing(keyword: $0, anchor: frame.anchor) }
    }
    startsLine = reading.isAtLineStart
    expectations = reading.expectations
    // A text without its closing quote ends with the place, not with the line.
    let isUnclosed = reading.touched?.traits.contains(.unclosed) ?? false
    let start = reading.touched.map { Int($0.start) } ?? reading.offset
    replaced = start..<(isUnclosed ? reading.offset : reading.touched.map { Int($0.end) } ?? reading.offset)
    isInText = reading.touched?.kind == .string
    argument = startsLine ? nil : reading.current.map { ($0, reading.arguments.count) }
    values = startsLine ? [] : reading.arguments.map { reading.lexer.text($0.range) }
  }
}
