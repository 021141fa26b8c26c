package import JourneySource

extension Rule {
  static let strayBrace = Rule(
    "stray-brace", .error, "A \"}\" closes nothing.",
    why: """
      Every `}` belongs to a `{` before it. The finding also points at the last block that was closed. Usually its `}` \
      came too early, or is there twice.
      """,
    example: "journey coffee \"Buying a coffee\" {\n}\n}\n", instead: "journey coffee \"Buying a coffee\" {\n}\n")

  static let strayBlock = Rule(
    "stray-block", .error, "A \"{\" has no line before it.",
    why: "Braces are for what belongs to the line before them. Waymark does not read what is inside these.",
    example: "{\n}\njourney coffee \"Buying a coffee\" {}\n", instead: "journey coffee \"Buying a coffee\" {}\n")

  static let unclosedBlock = Rule(
    "unclosed-block", .error, "A \"{\" has no \"}\".",
    why: """
      The finding points at the brace that is likely the one. Waymark knows it by how the lines are indented, or by a \
      `phase`, `flow`, `journey` or `feedback` that cannot be inside it. It reads the file as if the block ended \
      there.
      """,
    example: "journey coffee \"Buying a coffee\" {\n  phase before \"Before\" {\n}\n",
    instead: "journey coffee \"Buying a coffee\" {\n  phase before \"Before\" {\n  }\n}\n")

  static let noBraces = Rule(
    "no-braces", .error, "Braces follow a word that takes none.",
    why: """
      Nothing can belong to this word, so its braces cannot have anything inside. They likely belong to the line \
      before it.
      """,
    example: .touchpoint("owner product {\n    }"), instead: .touchpoint("owner product"))

  static let missingBraces = Rule(
    "missing-braces", .warning, "A fact follows a line that has no braces around its facts.",
    why: """
      Without braces, the facts below a touchpoint still belong to it. But a reader may think that they belong to the \
      phase. `waymark fmt` adds the braces.
      """,
    example: .journey("phase apply \"Apply\" {\n    touchpoint form \"Fills in\"\n    channel web\n  }"),
    instead: .journey("phase apply \"Apply\" {\n    touchpoint form \"Fills in\" {\n      channel web\n    }\n  }"))

  static let lateFact = Rule(
    "late-fact", .warning, "A fact follows the phases or touchpoints of its block.",
    why: """
      Facts come first in a block, so that a reader finds them. Move the line up, before the first phase or \
      touchpoint. `waymark fmt` never reorders.
      """,
    example: .journey("phase apply \"Apply\" {\n  }\n  owner product"),
    instead: .journey("owner product\n  phase apply \"Apply\" {\n  }"))

  static let tooDeep = Rule(
    "too-deep", .error, "More than 64 blocks are inside each other.",
    why: "No journey needs more than six. Look for a `{` that was pasted again and again.",
    example: "journey a " + String(repeating: "{", count: 70) + String(repeating: "}", count: 70) + "\n",
    instead: "journey a {\n}\n")

  package static let tooManyTouchpoints = Rule(
    "too-many-touchpoints", .error, "The workspace has more than 100,000 touchpoints.",
    why: """
      Waymark does not read the rest. It draws and counts nothing of the part that it read, because that would look \
      like the whole. Nobody writes so many touchpoints by hand. Look at what made the files, or name a smaller \
      folder.
      """,
    example: "", instead: "")

  static let tooManyLines = Rule(
    "too-many-lines", .error, "The file has more than 500,000 lines and facts.",
    why: "The rest is not read. Comments and blank lines do not count. Split the file.", example: "", instead: "")

  static let tooManyErrors = Rule(
    "too-many-errors", .error, "The file has a thousand errors, and the rest is not read.",
    why: """
      So many errors have one cause: the file is something else, or the program that made it went wrong. Fix the first \
      errors, and check again.
      """,
    example: "", instead: "")

  static let newLine = Rule(
    "new-line", .error, "Two things of a file are on one line.",
    why: "Outside braces, each thing starts its own line.",
    example: "channel web \"Web\" channel phone \"Phone\"\n", instead: "channel web \"Web\"\nchannel phone \"Phone\"\n")

  static let mergeConflict = Rule(
    "merge-conflict", .error, "The file has a merge conflict that nobody has resolved.",
    why: """
      Git left both sides in the file, between `<<<<<<<` and `>>>>>>>`. Keep what is right, and delete the marker \
      lines. Until then Waymark reads the first side.
      """,
    example: "<<<<<<< ours\nchannel web \"Web\"\n=======\nchannel web \"Website\"\n>>>>>>> theirs\n",
    instead: "channel web \"Web\"\n")
}

extension Diagnostic {
  static func strayBrace(_ span: Span, before: Span?) -> Self {
    Diagnostic(
      .strayBrace, at: span, "this \"}\" closes nothing",
      related: before.map { [Related($0, "the last block that was closed starts here")] } ?? [],
      help: "delete it, or look for a \"}\" too many before it")
  }

  static func strayBlock(_ span: Span) -> Self {
    Diagnostic(.strayBlock, at: span, "these braces belong to no line", help: "write their line before \"{\"")
  }

  static func unclosedBlock(_ opening: Span, closer: (span: Span, text: String)?) -> Self {
    Diagnostic(
      .unclosedBlock, at: opening, "this \"{\" is never closed",
      related: closer.map { [Related($0.span, "\"\($0.text)\" cannot be inside, so the block ends before it")] }
        ?? [],
      help: closer.map { "write \"}\" before \"\($0.text)\"" } ?? "write \"}\" where the block ends")
  }

  static func noBraces(_ span: Span, _ word: Word) -> Self {
    Diagnostic(
      .noBraces, at: span, "\"\(word.keyword.rawValue)\" takes no braces", help: "write it so: \(word.example)")
  }

  static func missingBraces(_ span: Span, _ text: String, owner: Node) -> Self {
    let end = Span(owner.span.file, Int(owner.span.end) - 1, Int(owner.span.end))
    return Diagnostic(
      .missingBraces, at: end, "\"{\" is missing after this \(owner.keyword?.value.rawValue ?? "line")",
      related: [Related(span, "\"\(text.showingHidden)\" is read as a part of it")],
      help: "write \"{\" here and \"}\" after its last line, or run: waymark fmt")
  }

  static func arrowOutsideFlow(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .misplacedWord, at: span, "arrows belong in the flow of a journey",
      help: "write \"flow {\" before \(text.quoted), and \"}\" after the last arrow")
  }

  static func lateFact(_ span: Span, _ text: String, after: Span, in place: GrammarContext) -> Self {
    Diagnostic(
      .lateFact, at: span,
      "\"\(text.showingHidden)\" comes after the first \(place == .journey ? "phase" : "touchpoint")",
      related: [Related(after, "it belongs above this")],
      help: "move \"\(text.showingHidden)\" above the first \(place == .journey ? "phase" : "touchpoint")")
  }

  static func tooDeep(_ span: Span) -> Self {
    Diagnostic(.tooDeep, at: span, "more than 64 blocks are inside each other; this one is not read")
  }

  static func tooManyTouchpoints(_ span: Span) -> Self {
    Diagnostic(
      .tooManyTouchpoints, at: span, "the workspace has more than 100,000 touchpoints; from here on it is not read",
      help: "name a smaller folder, or look at what made the files")
  }

  static func tooManyLines(_ span: Span) -> Self {
    Diagnostic(
      .tooManyLines, at: span,
      "the file has more than 500,000 lines and facts, comments not counted; from here on it is not read")
  }

  static func tooManyErrors(_ top: Span, last: Span?) -> Self {
    Diagnostic(
      .tooManyErrors, at: top, "the file has too many errors to be read to its end",
      related: last.map { [Related($0, "from here on it is not read")] } ?? [], help: "fix the first ones")
  }

  static func newLine(_ span: Span, _ text: String) -> Self {
    Diagnostic(.newLine, at: span, "\"\(text)\" has to start its own line", help: "write it on the next line")
  }

  static func mergeConflict(_ conflict: Lexer.Conflict) -> Self {
    Diagnostic(
      .mergeConflict, at: conflict.first, "the file has a merge conflict that nobody has resolved",
      related: conflict.last.map { [Related($0, "its last marker is here")] } ?? [],
      help: "keep what is right and delete the lines with the markers")
  }
}
