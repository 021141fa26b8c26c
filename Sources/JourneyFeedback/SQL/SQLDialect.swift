internal import JourneySource

/// An engine that can make a tally where the answers are too many, or may not be moved, to be read here.
package enum SQLDialect: String, Sendable, CaseIterable {
  case duckdb, postgres, spark
}

/// How each engine writes what they all can do. Everything else of a query is the same text for all three.
extension SQLDialect {
  /// A text as a literal that holds nothing else, whatever the text: the only way in which cells get into a query.
  ///
  /// Control and other invisible characters are written by their number, so that what a reader sees is what the engine
  /// compares.
  func literal(_ text: String) -> String {
    self == .spark ? sparkLiteral(text) : standardLiteral(text)
  }

  private func standardLiteral(_ text: String) -> String {
    var parts: [String] = []
    var run = ""
    for scalar in text.unicodeScalars {
      if scalar.misleads {
        if !run.isEmpty { parts.append("'\(run)'") }
        run = ""
        parts.append("chr(\(scalar.value))")
      } else {
        run.unicodeScalars.append(scalar)
        if scalar == "'" { run.unicodeScalars.append(scalar) }
      }
    }
    if !run.isEmpty || parts.isEmpty { parts.append("'\(run)'") }
    return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " || ")))"
  }

  /// The brace of `${` by its number: Spark puts variables in place of `${…}`, even within quotes.
  private func sparkLiteral(_ text: String) -> String {
    var result = "'"
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar.misleads || (scalar == "{" && last == "$") {
        result += "\\" + scalar.escapedNumber
      } else {
        if scalar == "'" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result + "'"
  }

  /// The name of a column, whatever stands in it.
  func identifier(_ name: String) -> String {
    let quote: Unicode.Scalar = self == .spark ? "`" : "\""
    return "\(quote)\(name.replacing([quote]) { "\($0)\($0)" })\(quote)"
  }

  /// A list of texts, as behind `in`.
  func list(_ texts: [String]) -> String { "(\(texts.map(literal).joined(separator: ", ")))" }

  var text: String { self == .spark ? "string" : "text" }

  /// Without blanks, tabs and line ends at its ends; where all kinds are meant, without the no-break, narrow,
  /// ideographic and zero-width ones either that spreadsheets leave behind.
  func trimmed(_ expression: String, ofAllKinds: Bool) -> String {
    let blanks = literal(" \t\n\u{0B}\u{0C}\r" + (ofAllKinds ? "\u{A0}\u{200B}\u{202F}\u{3000}\u{FEFF}" : ""))
    return self == .duckdb ? "trim(\(expression), \(blanks))" : "btrim(\(expression), \(blanks))"
  }

  /// In lower case, runs of blanks as one, invisible ones not at all.
  func plain(_ expression: String) -> String {
    let blanks = "[ \t\n\u{B}\u{C}\r\u{85}\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}]+"
    let all = self == .spark ? "" : ", 'g'"
    let visible = "regexp_replace(\(expression), \(literal("[\u{200B}\u{2060}\u{FEFF}]")), ''\(all))"
    return "lower(regexp_replace(\(visible), \(literal(blanks)), ' '\(all)))"
  }

  func matches(_ expression: String, _ pattern: String) -> String {
    switch self {
    case .duckdb: "regexp_matches(\(expression), \(literal(pattern)))"
    case .postgres: "\(expression) ~ \(literal(pattern))"
    case .spark: "\(expression) rlike \(literal(pattern))"
    }
  }

  /// What the group of that number caught; empty where it caught nothing.
  func capture(_ expression: String, _ pattern: String, _ group: Int) -> String {
    self == .postgres
      ? "coalesce((regexp_match(\(expression), \(literal(pattern))))[\(group)], '')"
      : "regexp_extract(\(expression), \(literal(pattern)), \(group))"
  }

  /// What each of so many groups of a pattern caught, in one value; nothing where the pattern does not match.
  func captures(_ expression: String, _ pattern: String, _ count: Int) -> String {
    let groups = 1...max(count, 1)
    switch self {
    case .duckdb:
      return
        "regexp_extract(\(expression), \(literal(pattern)), [\(groups.map { "'g\($0)'" }.joined(separator: ", "))])"
    case .postgres: return "regexp_match(\(expression), \(literal(pattern)))"
    case .spark:
      let caught =
        "regexp_replace(\(expression), \(literal(pattern)), '\(groups.map { "$\($0)" }.joined(separator: "|"))')"
      let nothing = String(repeating: "|", count: max(count, 1) - 1)
      return "split(case when \(matches(expression, pattern)) then \(caught) else '\(nothing)' end, '[|]', -1)"
    }
  }

  /// One of them; empty where it caught nothing.
  func group(_ captures: String, _ number: Int) -> String {
    switch self {
    case .duckdb: "\(captures)['g\(number)']"
    case .postgres: "coalesce(\(captures)[\(number)], '')"
    case .spark: "\(captures)[\(number - 1)]"
    }
  }

  /// Days since 1970 of a day that exists.
  func days(_ year: String, _ month: String, _ day: String) -> String {
    let date = "make_date(\(year), \(month), \(day))"
    return switch self {
    case .duckdb: "date_diff('day', date '1970-01-01', \(date))"
    case .postgres: "(\(date) - date '1970-01-01')"
    case .spark: "datediff(\(date), date '1970-01-01')"
    }
  }

  /// The time in a zone, so many seconds after 1970 began in Greenwich.
  func local(_ seconds: String, in zone: String) -> String {
    if let minutes = offset(zone) { return local("\(seconds) + \(minutes * 60)", in: "UTC") }
    let zone = literal(zone)
    return switch self {
    case .duckdb: "timezone(\(zone), to_timestamp(\(seconds)))"
    case .postgres: "(to_timestamp(\(seconds)) at time zone \(zone))"
    case .spark:
      "convert_timezone('UTC', \(zone), timestampadd(second, \(seconds), timestamp_ntz '1970-01-01 00:00:00'))"
    }
  }

  /// The minutes of a zone that is an offset, `+02:00`: engines do not agree on its sign.
  private func offset(_ zone: String) -> Int? {
    let bytes = Array(zone.utf8)
    guard let sign = bytes.first, sign == 0x2B || sign == 0x2D else { return nil }
    let digits = bytes.dropFirst().filter { $0 != 0x3A }.map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }), [1, 2, 4].contains(digits.count) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    let minutes = digits.count < 3 ? number * 60 : number / 100 * 60 + number % 100
    return sign == 0x2D ? -minutes : minutes
  }

  /// Orders texts by their bytes.
  var byteOrder: String { self == .postgres ? " collate \"C\"" : "" }
}

extension String {
  /// With other text in place of some scalars: of scalars, not characters, because a quote with an accent upon it ends a
  /// literal all the same.
  func replacing(_ scalars: Set<Unicode.Scalar>, by text: (Unicode.Scalar) -> String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalars.contains(scalar) { result += text(scalar).unicodeScalars } else { result.append(scalar) }
    }
    return String(result)
  }
}

extension String {
  /// With the letters of ASCII in lower case.
  var inPlainLowerCase: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          "A"..."Z" ~= scalar ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
        }))
  }
}

extension Unicode.Scalar {
  /// Whether a reader of a query could miss it, or be misled by it.
  var misleads: Bool { isHidden || value != 0x20 && properties.generalCategory == .spaceSeparator }

  fileprivate var escapedNumber: String {
    let digits = String(value, radix: 16, uppercase: true)
    return value <= 0xFFFF
      ? "u" + String(repeating: "0", count: 4 - digits.count) + digits
      : "U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
