package import JourneySource
internal import JourneyWords

/// The colours, the fonts and the logo of maps and pages, light and dark.
package struct Theme: Sendable {
  /// What a colour is for; the words of a theme file.
  package enum ColourRole: String, Sendable, CaseIterable {
    case paper, ink, muted, rule, grid
    case phaseA = "phase-a"
    case phaseB = "phase-b"
    case card
    case cardLine = "card-line"
    case chip, owner, arrow
    case handOff = "hand-off"
    case truth, path, track, curve, target, feeling, stage, pain, idea, action, done
    case level1 = "level-1"
    case level2 = "level-2"
    case level3 = "level-3"
    case level4 = "level-4"
    case level5 = "level-5"

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// `#rrggbb` of each role, in the order of `ColourRole.allCases`.
  var light: [String]
  var dark: [String]
  /// Looked for on the reader's machine one after the other.
  var fonts: [String]
  /// The picture in the head of pages; its file is read by who reads the theme's.
  package var logo: Logo?
  /// What the theme file says of it: the name of a file beside it, and what the picture shows.
  package private(set) var logoLine: (name: Spanned<String>, words: String)?

  /// Fonts a theme may name: they are looked for on the reader's machine and never fetched. Text keeps its box in any
  /// of them, since every line says how long it is.
  static let known = [
    "Inter", "Arial", "Helvetica", "Noto Sans", "Open Sans", "Roboto", "Segoe UI", "Source Sans 3", "Verdana",
  ]

  /// `#rrggbb`.
  package func color(_ role: ColourRole, dark isDark: Bool) -> String { (isDark ? dark : light)[role.index] }
}

extension Theme {
  /// Reads a theme file over `base`, so that a file may change a single colour.
  ///
  /// Hex colours and listed fonts only; anything else is a finding and leaves the base's. `isOwn` is a theme that Waymark
  /// brings along: the tests have looked at its contrasts.
  package static func parse(
    _ bytes: [UInt8], file: FileID, over base: Theme?, isOwn: Bool = false
  ) -> Diagnosed<Theme> {
    let count = ColourRole.allCases.count
    var theme =
      base
      ?? Theme(
        light: Array(repeating: "#000000", count: count), dark: Array(repeating: "#ffffff", count: count),
        fonts: ["Inter"])
    var findings: [Diagnostic] = []
    var spans: [Span?] = Array(repeating: nil, count: count)
    let lines = ThemeLine.lines(of: bytes, file: file)
    if let first = lines.first, lines.count(where: \.isPlausible) * 2 < lines.count {
      return Diagnosed(theme, [.noTheme(at: first.span)])
    }
    for line in lines {
      guard let word = line.words.first else { continue }
      let values = line.words.dropFirst().map(\.value)
      if word.value == "font" {
        theme.setFonts(values.joined(separator: " "), at: line.span, &findings)
      } else if word.value == "logo" {
        theme.setLogo(Array(line.words.dropFirst()), at: line.span, &findings)
      } else if let role = ColourRole(rawValue: word.value) {
        let colors = values.compactMap(hexColor)
        if colors.count == 2, values.count == 2 {
          theme.light[role.index] = colors[0]
          theme.dark[role.index] = colors[1]
          spans[role.index] = line.span
        } else {
          findings.append(.badColor(word.value, at: line.span))
        }
      } else {
        findings.append(.unknownRole(word.value, at: word.span))
      }
    }
    return Diagnosed(theme, findings + (isOwn ? [] : theme.lowContrasts(settingAt: spans)))
  }

  /// `font Source Sans 3, Arial`.
  private mutating func setFonts(_ names: String, at span: Span, _ findings: inout [Diagnostic]) {
    let names = names.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    let found = names.map { name in
      Self.known.contains(name) ? name : Self.known.first { $0.lowercased() == name.lowercased() }
    }
    if let missing = found.firstIndex(of: nil) {
      findings.append(.unknownFont(names[missing], at: span))
    } else {
      fonts = found.compactMap(\.self)
    }
  }

  /// `logo northwind.svg Northwind Bank`.
  private mutating func setLogo(_ words: [Spanned<String>], at span: Span, _ findings: inout [Diagnostic]) {
    guard let name = words.first, words.count > 1 else {
      findings.append(.namelessLogo(words.first?.value ?? "logo.svg", at: span))
      return
    }
    guard !name.value.contains("/"), !name.value.contains("\\"), name.value != ".." else {
      findings.append(.distantLogo(name.value, at: name.span))
      return
    }
    logoLine = (name, words.dropFirst().map(\.value.spellingBarred).joined(separator: " "))
  }

  /// `#1c2536` or `#abc`, in lower case with six digits; nil for anything else.
  private static func hexColor(_ text: String) -> String? {
    let text = text.lowercased()
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 3,
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return digits.count == 6 ? text : "#" + String(decoding: digits.flatMap { [$0, $0] }, as: UTF8.self)
  }
}

/// The words of one line of a theme file; a `#` that stands alone or begins a line starts a comment.
private struct ThemeLine {
  var words: [Spanned<String>]
  var span: Span

  /// Whether somebody meant it as a line of a theme: it begins with a word of one, or has colours.
  var isPlausible: Bool {
    guard let word = words.first?.value else { return false }
    return Theme.ColourRole(rawValue: word) != nil || word == "font" || word == "logo"
      || words.dropFirst().contains { $0.value.hasPrefix("#") && $0.value.utf8.count <= 9 }
  }

  static func lines(of bytes: [UInt8], file: FileID) -> [ThemeLine] {
    var lines: [ThemeLine] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A } ?? bytes.count
      var words: [Spanned<String>] = []
      var index = start
      while index < end {
        guard bytes[index] > 0x20 else {
          index += 1
          continue
        }
        let stop = bytes[index..<end].firstIndex { $0 <= 0x20 } ?? end
        let isComment = bytes[index] == UInt8(ascii: "#") && (words.isEmpty || stop == index + 1)
        if isComment { break }
        words.append(Spanned(String(decoding: bytes[index..<stop], as: UTF8.self), at: Span(file, index, stop)))
        index = stop
      }
      if let first = words.first, let last = words.last {
        lines.append(ThemeLine(words: words, span: first.span.through(last.span)))
      }
      start = end + 1
    }
    return lines
  }
}

extension Diagnostic {
  /// Without its line: it may be an export, whose rows nothing shows.
  fileprivate static func noTheme(at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "this file is not a theme: most of its lines name no colour, font or logo",
      help: "write lines such as: ink #1c2536 #e6ebf5", showsLine: false)
  }

  fileprivate static func unknownRole(_ word: String, at span: Span) -> Self {
    let names = Theme.ColourRole.allCases.map(\.rawValue) + ["font", "logo"]
    let nearest = names.closest(to: word)
    return Diagnostic(
      .badTheme, at: span, "a theme has no line \"\(word.shortened)\"",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "the names are: \(names.joined(separator: ", "))")
  }

  fileprivate static func badColor(_ word: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "\"\(word)\" takes two colours, the light one and the dark one",
      help: "write them in hex: \(word) #1c2536 #e6ebf5")
  }

  fileprivate static func unknownFont(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "the font \"\(name.shortened)\" is not on the list",
      help: "choose one of: \(Theme.known.joined(separator: ", "))")
  }

  fileprivate static func namelessLogo(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "a logo needs the name of its file, and words for people who cannot see it",
      help: "write them: logo \(name.shortened) Northwind Bank")
  }

  fileprivate static func distantLogo(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "the logo \"\(name.shortened)\" is not in the folder of the theme file",
      help: "copy it there, and write only its name")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.utf8.first == 0x20 { text = text.dropFirst() }
    while text.utf8.last == 0x20 { text = text.dropLast() }
    return String(text)
  }

  /// Its beginning, without the quotes that some put round it.
  fileprivate var shortened: String {
    let inner = first == "\"" || first == "'" ? dropFirst() : self[...]
    let bare = inner.last == "\"" || inner.last == "'" ? inner.dropLast() : inner
    return bare.count > 40 ? bare.prefix(39) + "…" : String(bare)
  }
}

extension Rule {
  /// A theme file is wrong. Its example is a theme, not a journey.
  package static let badTheme = Rule(
    "bad-theme", .error, "A line of a theme file says something that a theme cannot say.",
    why: """
      A theme names colours in hex (one light, one dark), fonts from a list, and a logo in the folder of the theme. \
      The logo is a PNG, JPEG or WebP, or an SVG that fetches and runs nothing. Waymark takes nothing else, so a theme \
      can never fetch or run anything. What a wrong line would change stays as it was.
      """,
    example: "ink red white\n",
    instead: "ink #1c2536 #e6ebf5\n")
}
