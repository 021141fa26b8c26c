/// The whole language as data: which words may stand where, what they take, what may follow them.
///
/// The parser, its findings and the tests of the language reference read this table, so a word added here is known
/// everywhere. The tree follows it: a fact's arguments are its slots in written order, fixed words as `Value.ValueKind.word`.
package struct Vocabulary: Sendable {
  static let standard = Vocabulary()

  private(set) var words: [Word] = []
  /// For each place, for each keyword: an index into `words`, or -1.
  private var index: [Int16]

  private init() {
    let count = Keyword.allCases.count
    index = [Int16](repeating: -1, count: GrammarContext.allCases.count * count)
    for place in GrammarContext.allCases {
      for var word in place.vocabulary {
        guard let ordinal = Keyword.allCases.firstIndex(of: word.keyword) else { continue }
        index[Int(place.rawValue) * count + ordinal] = Int16(words.count)
        word.ordinal = UInt8(ordinal)
        words.append(word)
      }
    }
  }

  /// The word's index in `words`, where the place knows it.
  func find(_ keyword: UInt8, in place: GrammarContext) -> Int? {
    guard keyword != Token.none else { return nil }
    let found = index[Int(place.rawValue) * Keyword.allCases.count + Int(keyword)]
    return found < 0 ? nil : Int(found)
  }

  func find(_ keyword: Keyword, in place: GrammarContext) -> Int? {
    Keyword.allCases.firstIndex(of: keyword).flatMap { find(UInt8($0), in: place) }
  }

  /// The names that mean something by themselves, as metrics do: the choices of all values.
  package static let choices = Set(
    standard.words.flatMap(\.slots).flatMap { slot -> [String] in
      switch slot {
      case .one(let shape), .maybe(let shape), .list(let shape), .tail(_, let shape): shape.choices
      case .maybeName, .word, .maybeWord: []
      }
    })

  /// What a word takes at a place; nil where the place does not know it.
  package static func word(_ keyword: Keyword, in place: GrammarContext) -> Word? {
    standard.find(keyword, in: place).map { standard.words[$0] }
  }

  /// The places that know a keyword, in the order of `GrammarContext`.
  func places(of keyword: UInt8) -> [GrammarContext] { GrammarContext.allCases.filter { find(keyword, in: $0) != nil } }
}
