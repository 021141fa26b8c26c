package import JourneySource

extension Rule {
  static let unknownWord = Rule(
    "unknown-word", .error, "A word means nothing in this place.",
    why: """
      Every line starts with a word of the language. docs/language.md lists which words may be where. If the word is \
      like one of them, or is what other tools call it (`stage`, `step`, `team`), the finding names it.
      """,
    example: .journey("stage apply \"Apply\" {\n  }"), instead: .journey("phase apply \"Apply\" {\n  }"))

  static let misplacedWord = Rule(
    "misplaced-word", .error, "A word is in a place where it cannot be.",
    why: """
      Waymark knows the word, but it belongs in another place: a touchpoint in a phase, a phase in a journey.
      """,
    example: .journey("importance 5"),
    instead: .journey(
      "phase apply \"Apply\" {\n    touchpoint form \"Fills in\" {\n"
        + "      importance 5\n    }\n  }"))

  static let strayValue = Rule(
    "stray-value", .error, "A line starts with a value instead of a word.",
    why: "A line says first what it is about: `pain \"…\"`, `quote \"…\"`.",
    example: .touchpoint("\"Fees are on page 14\""), instead: .touchpoint("pain \"Fees are on page 14\""))

  static let straySign = Rule(
    "stray-sign", .error, "A sign is in a place where none is needed.",
    why: "The language has few signs: `{ }` around what belongs to a line, `,` in lists, `->` and `:` in a flow.",
    example: .touchpoint("owner: product"), instead: .touchpoint("owner product"))

  static let surplusValue = Rule(
    "surplus-value", .error, "A line has one value too many.",
    why: """
      A word takes the values that docs/language.md names, and no more. Lists take commas. Everything else is one on \
      each line.
      """,
    example: .touchpoint("importance 5 4"), instead: .touchpoint("importance 5"))

  package static let ownLine = Rule(
    "own-line", .error, "A fact is on the line of another fact that does not know it.",
    why: """
      Inside a block, a line is one fact, with what belongs to that fact: `pain "…" persona tom` is a pain of Tom. Only \
      the line that opens something, such as `touchpoint form "Form" channel web owner product`, has several facts. So \
      nobody wonders what the last word of a line is about. `waymark fmt` puts each fact on its own line.
      """,
    example: .touchpoint("channel web owner product"), instead: .touchpoint("channel web\n      owner product"))

  static let missingComma = Rule(
    "missing-comma", .error, "A list lacks a comma.", why: "Commas join the values of a list.",
    example: .touchpoint("channel web phone"), instead: .touchpoint("channel web, phone"))

  static let missingName = Rule(
    "missing-name", .error, "A thing has neither a name nor a title.",
    why: """
      The name is what other lines refer to. The title is what people read: `phase apply "Apply"`. One of the two is \
      enough. Waymark makes a missing name from the title.
      """,
    example: .journey("phase {\n  }"), instead: .journey("phase apply \"Apply\" {\n  }"))

  static let badName = Rule(
    "bad-name", .error, "A name has characters that a name cannot have.",
    why: """
      A name has letters of any script, digits and `-`. It starts with a letter and does not end in `-`. Everything \
      else belongs in the title, in quotes. Another journey's touchpoint is `journey/touchpoint`.
      """,
    example: "channel web_site \"Web\"\n", instead: "channel web-site \"Web\"\n")

  static let mixedAlphabets = Rule(
    "mixed-alphabets", .warning, "A name mixes Latin letters with Cyrillic or Greek ones.",
    why: """
      Some of these letters look the same, so two names that differ look like one. Type the name again on one keyboard; \
      titles may mix as they like.
      """,
    example: "channel w\u{435}b \"Web\"\n", instead: "channel web \"Web\"\n")

  static let saidTwice = Rule(
    "said-twice", .error, "A fact that can be said once is said twice.",
    why: """
      The two cannot both be true. Keep one. The finding also points at the first. Lists, by contrast, add up.
      """,
    example: .touchpoint("owner product\n      owner risk"), instead: .touchpoint("owner product\n      with risk"))
}

extension Diagnostic {
  static func ownLine(_ span: Span, _ text: String, said: String, behind word: Word, fix: Fix) -> Self {
    Diagnostic(
      .ownLine, at: span, "\"\(text)\" is on the line of \"\(word.keyword.rawValue)\", which does not know it",
      help: "put it on a line of its own: \(said.showingHidden)", fix: fix)
  }

  static func unknownWord(_ span: Span, _ text: String, in place: GrammarContext, meant: Word?) -> Self {
    let words = place.vocabulary.map(\.keyword.rawValue)
    let shown = words.count > 14 ? Array(words.prefix(12)) : words
    let more =
      words.count > shown.count
      ? " and \(words.count - shown.count) more: waymark explain \(Self.explained(place))" : ""
    let list = words.isEmpty ? nil : "\(place.noun) knows: \(shown.joined(separator: ", "))\(more)"
    return Diagnostic(
      .unknownWord, at: span, "unknown word \"\(text.showingHidden)\" in \(place.noun)",
      help: meant.map { "did you mean \"\($0.keyword.rawValue)\"?" } ?? list,
      fix: meant.map { .likely(span, $0.keyword.rawValue) })
  }

  static func declaredElsewhere(_ span: Span, _ word: Word, _ name: String, declared: String) -> Self {
    Diagnostic(
      .misplacedWord, at: span,
      "\"\(word.keyword.rawValue)\" is declared at the top level of a file, outside all braces",
      help:
        "declare it there: \(declared.showingHidden); write here only: \(word.keyword.rawValue) \(name.showingHidden)")
  }

  static func titledOwner(_ title: Span, _ keyword: Keyword, _ name: String, _ text: String) -> Self {
    let (name, word) = (name.showingHidden, keyword.rawValue)
    return Diagnostic(
      .surplusValue, at: title, "\"\(word)\" takes only the name of a department, not its title",
      help:
        "declare it at the top level of a file: department \(name) \(text.showingHidden); write here only: \(word) \(name)"
    )
  }

  static func otherWord(_ span: Span, _ word: Word, in place: GrammarContext, _ line: String) -> Self {
    Diagnostic(
      .misplacedWord, at: span,
      "\"\(word.keyword.rawValue)\" cannot be in \(place.noun), which has another word for it",
      help: "write: \(line.showingHidden)")
  }

  static func factWord(_ span: Span, _ text: String, _ keyword: Keyword) -> Self {
    Diagnostic(
      .surplusValue, at: span, "nothing says what \(text.quoted) is: a word is missing before it",
      help: "write: \(keyword.rawValue) \(text.showingHidden)", fix: .likely(span, "\(keyword.rawValue) \(text)"))
  }

  static func plannedVersion(_ span: Span, _ word: String, of journey: String?, _ title: String?) -> Self {
    let year = title?.split { !("0"..."9").contains($0) }.first { $0.count == 4 }.map(String.init)
    let name = "\(journey ?? "journey")-\(year ?? "future")"
    let fact = journey.map { "future-of \($0)" } ?? "state future"
    return Diagnostic(
      .unknownWord, at: span, "unknown word \"\(word.showingHidden)\": a planned version is a journey of its own",
      help: "write at the top level of a file, with its phases in the braces: "
        + "journey \(name) \((title ?? "\"Planned\"").showingHidden) { \(fact) }".showingHidden)
  }

  /// The word whose page lists what may stand at a place.
  private static func explained(_ place: GrammarContext) -> String {
    place.noun.split(separator: " ").last.map(String.init) ?? ""
  }

  static func audienceFirst(_ span: Span, _ whose: String, said: String, _ keyword: String) -> Self {
    Diagnostic(
      .misplacedWord, at: span,
      "\"\(whose.showingHidden)\" comes before \"\(keyword)\", so it is about the whole touchpoint",
      help: "write: \(said.showingHidden) \(whose.showingHidden)")
  }

  static func misplacedWord(_ span: Span, _ word: Word, in place: GrammarContext, _ places: [GrammarContext]) -> Self {
    let all = places.prefix(3).map { $0 == .file ? "the top level of a file, outside all braces" : $0.noun }
    return Diagnostic(
      .misplacedWord, at: span, "\"\(word.keyword.rawValue)\" cannot be in \(place.noun)",
      help: "move it to \(all.joined(separator: ", or to "))")
  }

  static func strayValue(_ span: Span, _ text: String, in place: GrammarContext) -> Self {
    let example = place.vocabulary.first.map { ", for example: \($0.example)" } ?? ""
    return Diagnostic(
      .strayValue, at: span, "a line starts with a word, not with \(text.quoted)", help: "say what it is\(example)")
  }

  static func straySign(_ span: Span, _ text: String, rest: String = "") -> Self {
    let unread = rest.isEmpty ? "" : ", so \(rest.quoted) is not read"
    return Diagnostic(
      .straySign, at: span, "\"\(text.showingHidden)\" does not belong here\(unread)",
      help: text == "/" ? "a comment starts with #" : "leave it out; a text that needs it goes in quotes")
  }

  static func surplusValue(_ span: Span, _ text: String, behind keyword: Keyword?) -> Self {
    Diagnostic(
      .surplusValue, at: span, "unexpected \(text.quoted)\(keyword.map { " after \"\($0.rawValue)\"" } ?? "")",
      help: "leave it out, or put it on a line of its own, after the word that says what it is")
  }

  /// - Parameter gap: from the value before the comma to the one after it.
  static func missingComma(_ span: Span, _ text: String, in gap: Span) -> Self {
    Diagnostic(
      .missingComma, at: span, "a comma is missing before \(text.quoted)",
      help: "write a comma: , \(text.showingHidden)", fix: .safe(gap, ", "))
  }

  static func slashedList(_ span: Span, _ names: [String]) -> Self {
    Diagnostic(
      .missingComma, at: span, "commas are missing between the values of a list",
      help: "write \(names.joined(separator: ", ").showingHidden)", fix: .safe(span, names.joined(separator: ", ")))
  }

  static func nameOfJourney(_ span: Span, _ word: Word, _ name: String) -> Self {
    Diagnostic(
      .wrongArgument, at: span, "\"\(word.keyword.rawValue)\" takes names without a journey before them",
      help: "write: \(word.keyword.rawValue) \(name.showingHidden)", fix: .likely(span, name))
  }

  static func secondOwner(_ span: Span, _ name: String) -> Self {
    Diagnostic(
      .surplusValue, at: span, "there is only one owner; the others help", help: "write: with \(name.showingHidden)",
      fix: .safe(span, " with \(name)"))
  }

  static func surplusKind(_ span: Span, _ kind: String, _ name: String) -> Self {
    Diagnostic(
      .surplusValue, at: span, "\"\(kind)\" is not needed here", help: "write \(name.showingHidden)",
      fix: .safe(span, name))
  }

  static func missingName(_ span: Span, _ word: Word) -> Self {
    Diagnostic(
      .missingName, at: span, "\"\(word.keyword.rawValue)\" needs a name or a title",
      help: "write, for example: \(word.example)")
  }

  static func badName(_ span: Span, _ text: String) -> Self {
    let mended = text.split(separator: "_", omittingEmptySubsequences: true).joined(separator: "-")
    let isMended = mended != text && mended.first?.isLetter == true
    return Diagnostic(
      .badName, at: span, "\"\(text.showingHidden)\" is not a name",
      help: isMended
        ? "write \"\(mended.showingHidden)\"" : "a name is letters, digits and \"-\" and starts with a letter",
      fix: isMended ? .likely(span, mended) : nil)
  }

  static func longName(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .badName, at: span, "\(text.quoted) is too long for a name",
      help: "a name has at most \(Limits.name) bytes; the whole text goes in quotes after it, as the title")
  }

  static func mixedAlphabets(_ span: Span, _ name: String) -> Self {
    Diagnostic(
      .mixedAlphabets, at: span, "the name \"\(name.spelledOut)\" mixes letters of two alphabets that look alike",
      help: "type it again in one alphabet")
  }

  static func saidTwice(_ span: Span, _ word: Word, before: Span) -> Self {
    Diagnostic(
      .saidTwice, at: span, "\"\(word.keyword.rawValue)\" is said twice",
      related: [Related(before, "it was said here")],
      help: "keep one of the two")
  }
}

extension String {
  /// As a text of a journey file.
  package var quotedText: String { "\"\(replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }

  /// The same to be shown.
  var inQuotes: String { quotedText.showingHidden }

  /// For messages: a text keeps its own quotes, everything else gets some.
  var quoted: String {
    let shown = showingHidden
    let short = shown.count > 60 ? shown.prefix(59) + "…" : shown[...]
    guard shown.first == "\"" else { return "\"\(short)\"" }
    // A text whose closing quote is missing gets one here.
    let isClosed = shown.count > 1 && (short.last == "\"" || short.last == "…")
    return isClosed ? String(short) : "\(short)\""
  }
}
