import JourneySource

extension Lexer {
  /// Passes white space, comments and blank lines; says whether the next token is the first on its line.
  mutating func skipTrivia() -> Bool {
    var startsLine = position == 0 || remarks.isEmpty && position == 3 && bytes[0] == 0xEF
    var newlines = startsLine ? 1 : 0
    while position < count {
      let byte = bytes[position]
      switch byte {
      case ASCII.space, ASCII.tab:
        position += 1
      case ASCII.lf, ASCII.cr:
        position += byte == ASCII.cr && self.byte(position + 1) == ASCII.lf ? 2 : 1
        startsLine = true
        newlines += 1
        if newlines == 2 { addBlank() }
        if conflictMarker(at: position) != nil { skipConflict() }
      case ASCII.hash:
        comment(isTrailing: !startsLine)
        newlines = 0
      case 0xC2 where self.byte(position + 1) == 0xA0:
        position += 2
      case 0xE2 where self.byte(position + 1) == 0x80 && self.byte(position + 2) == 0xAF:
        position += 3
      case _ where isControl(byte):
        reportControl()
        position += 1
      default:
        return startsLine
      }
    }
    return startsLine
  }

  /// Whether the byte steers a terminal or a printer and is no text.
  func isControl(_ byte: UInt8) -> Bool {
    byte < 0x80 && Unicode.Scalar(byte).isControl && !isSubstitute(byte)
  }

  /// NUL is reported once a file, since such a file is no text; of others a run at a time.
  mutating func reportControl() {
    let byte = bytes[position]
    if byte == 0, hasNUL { return }
    if byte == 0 { hasNUL = true } else if position > 0, bytes[position - 1] == byte { return }
    report(.control(byte, at: span(position, position + 1)))
  }

  private mutating func addBlank() {
    if let last = remarks.last, last.isBlank, Int(last.start) == position { return }
    remarks.append(SourceRemark(start: Int32(position), end: Int32(position), isTrailing: false))
  }

  private mutating func comment(isTrailing: Bool) {
    let start = position
    while position < count, bytes[position] != ASCII.lf, bytes[position] != ASCII.cr { commentCharacter() }
    var end = position
    while end > start, bytes[end - 1] == ASCII.space || bytes[end - 1] == ASCII.tab { end -= 1 }
    remarks.append(SourceRemark(start: Int32(start), end: Int32(end), isTrailing: isTrailing))
  }

  /// A comment is shown in diffs and reviews, so what steers a terminal or turns a line is no more at home in it than in
  /// a text. Such characters begin with these bytes.
  private mutating func commentCharacter() {
    let byte = bytes[position]
    var length = 1
    if isControl(byte) { reportControl() }
    if byte == 0xC2 || byte == 0xE2, let next = Characters.scalar(in: bytes, at: position) {
      length = next.length
      report(hidden: next.scalar, position, position + length)
    }
    position += length
  }

  /// The sign of a git conflict marker at the start of a line: seven of `<`, `=`, `>` or `|`.
  func conflictMarker(at start: Int) -> UInt8? {
    let sign = byte(start)
    guard sign == ASCII.less || sign == ASCII.greater || sign == ASCII.equals || sign == ASCII.bar else { return nil }
    for index in start..<start + 7 where byte(index) != sign { return nil }
    let after = byte(start + 7)
    return after == 0 || after == ASCII.space || after == ASCII.lf || after == ASCII.cr ? sign : nil
  }

  /// Passes a marker's line and, from `=======` or `|||||||` on, the other side, so that one side alone is read.
  mutating func skipConflict() {
    while position < count, let sign = conflictMarker(at: position) {
      let start = position
      skipLine()
      note(marker: span(start, start + 7), sign)
      guard sign == ASCII.equals || sign == ASCII.bar, conflict?.isOpen == true else { continue }
      while position < count, conflictMarker(at: position) != ASCII.greater { skipLine() }
    }
  }

  private mutating func note(marker: Span, _ sign: UInt8) {
    if conflict == nil { conflict = Conflict(first: marker, isOpen: false) } else { conflict?.last = marker }
    if sign == ASCII.less { conflict?.isOpen = true }
    if sign == ASCII.greater { conflict?.isOpen = false }
  }

  private mutating func skipLine() {
    while position < count, bytes[position] != ASCII.lf, bytes[position] != ASCII.cr { position += 1 }
    if position < count { position += bytes[position] == ASCII.cr && byte(position + 1) == ASCII.lf ? 2 : 1 }
  }
}

extension Rule {
  static let controlCharacter = Rule(
    "control-character", .error, "The file has a character that no editor shows.",
    why: """
      Control characters come from a broken copy, or from a file that is not text. No map can show them. Delete them, \
      or save the file as plain text in UTF-8.
      """,
    example: "journey coffee \"Buying a coffee\" \u{1}{}\n", instead: "journey coffee \"Buying a coffee\" {}\n")

  static let hiddenCharacter = Rule(
    "hidden-character", .error, "A name has a character that cannot be seen, or a character turns the text around it.",
    why: """
      With zero-width characters, two names look the same but differ. With overrides of the writing direction, a line \
      reads differently from what it is. Both usually come with copied text. Delete them. Do not write one as \
      `\\u{202E}` instead: the map would show the same.
      """,
    example: "channel we\u{200B}b \"Web\"\n", instead: "channel web \"Web\"\n")
}

extension Diagnostic {
  static func control(_ byte: UInt8, at span: Span) -> Self {
    let name = byte == 0 ? "NUL" : "\\u{\(String(byte, radix: 16, uppercase: true))}"
    return Diagnostic(
      .controlCharacter, at: span, "a journey file cannot have the control character \(name)",
      help: "delete it, or save the file as plain text in UTF-8")
  }

  static func hidden(_ scalar: Unicode.Scalar, at span: Span) -> Self {
    Diagnostic(
      .hiddenCharacter, at: span, "there is an invisible character here: \(String(scalar).showingHidden)",
      help: "delete it")
  }
}
