import JourneySource

/// A `.journey` file that is written in another language. It is one finding: a thousand about single words would hide it.
enum ForeignLanguage: String {
  case json = "JSON"
  case yaml = "YAML"
  case markdown = "Markdown"
  case mermaid = "Mermaid"
  case xml = "XML or HTML"
  case graphviz = "Graphviz"
  case plantUML = "PlantUML"
  case csv = "CSV"

  /// Tells the language by the first lines that are neither blank nor comments; nil for a journey file, and in doubt.
  init?(_ bytes: [UInt8], from start: Int) {
    let lines = Self.firstLines(of: bytes, from: start)
    guard let first = lines.first else { return nil }
    let second = lines.dropFirst().first ?? ""
    let word = first.prefix { $0.isLetter || $0 == "-" }
    if Self.isJSON(first, second) {
      self = .json
    } else if first.hasPrefix("@start") {
      self = .plantUML
    } else if first.hasPrefix("<!") || first.hasPrefix("<?") || first.hasPrefix("<svg") || first.hasPrefix("<html") {
      self = .xml
    } else if first.hasPrefix("```") {
      self =
        second.hasPrefix("journey") || Self.diagrams.contains(String(second.prefix { $0.isLetter }))
        ? .mermaid : .markdown
    } else if first.hasPrefix("%%{")
      || first == "journey" && (second.hasPrefix("title ") || second.hasPrefix("section "))
      || Self.diagrams.contains(String(word)) && !first.contains("{")
    {
      self = .mermaid
    } else if word == "digraph" || first.hasPrefix("strict digraph") {
      self = .graphviz
    } else if Self.isMarkdown(first) {
      self = .markdown
    } else if first == "---" || Self.isYAML(first) && (Self.isYAML(second) || second.hasPrefix("- ")) {
      self = .yaml
    } else if Self.isTable(first, second) {
      self = .csv
    } else {
      return nil
    }
  }

  /// As many cells on both lines, and no keyword with a blank after it before them. It may be an export of answers.
  private static func isTable(_ first: Substring, _ second: Substring) -> Bool {
    let word = first.prefix { $0.isLetter || $0 == "-" }
    if Keyword(rawValue: String(word)) != nil, first.dropFirst(word.count).first == " " { return false }
    guard !first.contains("{"), !second.contains("{") else { return false }
    return [",", ";", "\t"].contains { (separator: Character) in
      let cells = cells(of: first, separator)
      return cells > 1 && (second.isEmpty ? cells > 2 : cells == Self.cells(of: second, separator))
    }
  }

  private static func cells(of line: Substring, _ separator: Character) -> Int {
    var (count, isQuoted) = (1, false)
    for character in line {
      if character == "\"" { isQuoted.toggle() } else if character == separator, !isQuoted { count += 1 }
    }
    return count
  }

  private static let diagrams: Set<String> = ["graph", "flowchart", "sequenceDiagram", "stateDiagram", "gantt"]

  private static func isJSON(_ first: Substring, _ second: Substring) -> Bool {
    guard first.first == "{" || first.first == "[" else { return false }
    let inside = first.dropFirst().drop { $0 == " " || $0 == "\t" }
    guard let next = (inside.isEmpty ? second : inside).first else { return false }
    return next == "\"" || first.first == "[" && (next == "{" || next == "[")
  }

  private static func isMarkdown(_ line: Substring) -> Bool {
    line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("| ") || line.hasPrefix("1. ")
      || line.hasPrefix("> ")
      || line.hasPrefix("**")
  }

  /// `name: value`, as no line of a journey file is written.
  private static func isYAML(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line.last != "{" else { return false }
    let after = line[line.index(after: colon)...]
    return colon != line.startIndex && (after.isEmpty || after.first == " ")
      && line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "-_\"' ".contains($0) }
  }

  /// The first two lines with something on them, without blanks around them.
  private static func firstLines(of bytes: [UInt8], from start: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = bytes[min(start, bytes.count)..<min(bytes.count, start + 4096)]
    while lines.count < 2, !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      rest = rest[line.endIndex...].dropFirst()
      let inked = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = inked.first, first != UInt8(ascii: "#") else { continue }
      let text = String(decoding: inked, as: UTF8.self)
      if !text.hasPrefix("%%") || text.hasPrefix("%%{") { lines.append(text[...]) }
    }
    return lines
  }
}

extension Rule {
  static let foreignFile = Rule(
    "foreign-file", .error, "A .journey file is written in another language.",
    why: """
      The file looks like YAML, JSON, Markdown, Mermaid or the like, so nothing of it is read. Waymark has its own \
      language, with one line for each fact. `waymark init` writes a file to start from, and `waymark explain journey` \
      shows the form.
      """,
    example: "title: Buying a coffee\nphases:\n  - name: Order\n",
    instead:
      "journey coffee \"Buying a coffee\" {\n  phase order \"Order\" {\n    touchpoint pay \"Orders and pays\"\n  }\n}\n"
  )
}

extension Diagnostic {
  /// Without its line where it may be an export, whose rows nothing shows.
  static func foreignFile(_ language: ForeignLanguage, at span: Span) -> Self {
    Diagnostic(
      .foreignFile, at: span, "this file is written in \(language.rawValue), so nothing of it is read",
      help: "start like this: journey coffee \"Buying a coffee\" { phase order \"Order\" { touchpoint pay \"Pays\" } }",
      showsLine: ![.csv, .json, .xml].contains(language))
  }
}
