import JourneySource

extension Rule {
  static let missingArgument = Rule(
    "missing-argument", .error, "A word lacks the value it takes.",
    why: """
      Most words of a line take a value after them, on the same line. The finding shows how the word is written.
      """,
    example: .touchpoint("owner"), instead: .touchpoint("owner product"))

  static let missingWord = Rule(
    "missing-word", .error, "A line lacks one of its fixed words.",
    why: """
      Some lines read as sentences and need all their words: `from "…" to "…"`, `one answer per person "…"`.
      """,
    example: .journey("from \"Sees the ad\" \"First salary paid in\""),
    instead: .journey("from \"Sees the ad\" to \"First salary paid in\""))

  static let wrongArgument = Rule(
    "wrong-argument", .error, "A value is of another kind than its word takes.",
    why: """
      Percentages are written `80%`, points `+8pt`, durations `45s` `30m` `4h` `2d` `1w`. Days and periods are written \
      `2026-11-21` `2026-11` `2026-Q4` `2026`. Ranges are written `1..5`, comparisons `>= 80%`, texts `"…"`.
      """,
    example: .touchpoint("importance 80%"), instead: .touchpoint("importance 4"))

  static let unknownChoice = Rule(
    "unknown-choice", .error, "A word is not one of those that can be here.",
    why: "Some facts take one of a few words, such as the metrics or the states of an action. The finding lists them.",
    example: .touchpoint("target cast >= 80%"), instead: .touchpoint("target csat >= 80%"))

  static let unquotedText = Rule(
    "unquoted-text", .error, "A text has no quotes.",
    why: """
      Put titles and other texts in quotes: `"Fills in the form"`.
      """,
    example: .touchpoint("pain Fees are hidden"), instead: .touchpoint("pain \"Fees are hidden\""))

  static let malformedNumber = Rule(
    "malformed-number", .error, "Something starts like a number but is not one.",
    why: """
      Numbers are written `12`, `1.5`, `+1`, `-2`, with a decimal point and up to fifteen digits. Units follow at \
      once: `80%`, `+8pt`, `45s`, `30m`, `4h`, `2d`, `1w`. A name starts with a letter.
      """,
    example: .touchpoint("takes 10x"), instead: .touchpoint("takes 10m"))

  static let noSuchDate = Rule(
    "no-such-date", .error, "There is no such day, month or quarter.",
    why: "Days are written `2026-11-21`, months `2026-11`, quarters `2026-Q4`, years `2026`.",
    example: "action mend \"Mend it\" {\n  due 2026-02-30\n}\n",
    instead: "action mend \"Mend it\" {\n  due 2026-02-28\n}\n")
}

extension Diagnostic {
  static func missingArgument(_ span: Span, _ word: Word, _ shape: Shape) -> Self {
    Diagnostic(
      .missingArgument, at: span, "\"\(word.keyword.rawValue)\" needs \(shape.noun)",
      help: "write, for example: \(word.example)")
  }

  static func missingWord(_ span: Span, _ fixed: String, _ word: Word) -> Self {
    Diagnostic(
      .missingWord, at: span, "\"\(word.keyword.rawValue)\" needs the word \"\(fixed)\" here",
      help: "write, for example: \(word.example)")
  }

  static func wrongArgument(_ span: Span, _ text: String, _ word: Word, _ shape: Shape) -> Self {
    Diagnostic(
      .wrongArgument, at: span, "\"\(word.keyword.rawValue)\" needs \(shape.noun), not \(text.quoted)",
      help: "write, for example: \(word.example)")
  }

  static func wrongBound(_ span: Span, _ sign: String) -> Self {
    Diagnostic(
      .wrongArgument, at: span, "after \"\(sign)\", a number, a percentage, points or a duration is missing",
      help: "write, for example: >= 80%")
  }

  static func unknownChoice(_ name: Spanned<String>, _ shape: Shape) -> Self {
    let list = shape.choices.joined(separator: ", ")
    let meant = shape.choices.closest(to: name.value) ?? Synonyms.choice(name.value.lowercased(), among: shape.choices)
    return Diagnostic(
      .unknownChoice, at: name.span, "\"\(name.value.showingHidden)\" is not \(shape.noun)",
      help: meant.map { "did you mean \"\($0)\"?" } ?? "it is one of: \(list)",
      fix: meant.map { .likely(name.span, $0) })
  }

  static func unquotedText(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .unquotedText, at: span, "text needs quotes", help: "write \(text.inQuotes)", fix: .safe(span, text.quotedText))
  }

  /// A value that is written otherwise in this language; `mended` is how.
  ///
  /// - Parameter help: where more than that is to be said.
  static func mended(_ span: Span, _ noun: String, _ written: String, _ mended: String, help: String? = nil) -> Self {
    let rule: Rule = noun == "a date" ? .noSuchDate : .wrongArgument
    return Diagnostic(
      rule, at: span, "\(written.quoted) is not how \(noun) is written", help: help ?? "write \(mended)",
      fix: noun == "a feeling" ? .likely(span, mended) : .safe(span, mended))
  }

  static func malformed(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .malformedNumber, at: span, "\(text.quoted) is neither a number nor a name",
      help: "numbers are 12 or 1.5, durations 45s 30m 4h 2d 1w; a name starts with a letter")
  }

  static func tooLong(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .malformedNumber, at: span, "\(text.quoted) has more than 15 digits",
      help: "write at most 15 digits; for a duration, count them in seconds")
  }

  static func decimalComma(_ span: Span, text: String) -> Self {
    Diagnostic(.malformedNumber, at: span, "a number has a decimal point, not a comma", help: "write \".\(text)\"")
  }

  static func noSuchDate(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .noSuchDate, at: span, "there is no \"\(text)\"",
      help: "days are written 2026-11-21, periods 2026-11, 2026-Q4 or 2026")
  }
}
