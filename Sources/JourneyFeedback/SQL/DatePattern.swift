/// How dates are written, as a regular expression that DuckDB, PostgreSQL and Spark read alike.
struct DatePattern {
  enum DatePatternPart: String, CaseIterable {
    case year, month, day, hour, minute, second, half, offset
  }

  private(set) var text = "^"
  /// What a cell must match too, where `text` alone lets too much pass.
  private(set) var guardText: String?
  /// Which group of the expression holds which part.
  private(set) var groups: [DatePatternPart: Int] = [:]
  private(set) var hasMonthName = false
  private(set) var hasShortYear = false
  /// How many groups it has.
  private(set) var count = 0

  private static let offset = "(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?"
  /// Blanks of the kinds that stand before AM and PM.
  private static let blanks = "[ \u{A0}\u{2009}\u{202F}]"
  private static let half = blanks + "*([AaPp])[.]?[Mm][.]?"

  /// `2026-11-21`, `2026/11/21`, `20261121`, with or without a time of day and its offset.
  static let iso: DatePattern = {
    var pattern = DatePattern()
    pattern.add(.year, "([0-9]{4})[-/.]?")
    pattern.add(.month, "([0-9]{2})[-/.]?")
    pattern.add(.day, "([0-9]{2})")
    pattern.addTimeOfDay()
    pattern.text += "$"
    // The same sign twice, or none and then nothing but a T.
    pattern.guardText = "^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))"
    return pattern
  }()

  private init() {}

  /// As a feedback declares it.
  init(_ format: DateFormat) {
    var signs: [UInt8] = []
    for part in format.parts {
      if case .sign(let byte) = part {
        signs.append(byte)
        continue
      }
      addSigns(&signs)
      switch part {
      case .year(let digits):
        hasShortYear = digits == 2
        add(.year, "([0-9]{\(digits)})")
      case .monthName:
        hasMonthName = true
        // No blank, digit or sign but the apostrophes in `d’abr`.
        add(.month, "([^ \u{A0}\u{2009}\u{202F}0-9.,/-]{3,})[.]?")
      case .month: add(.month, "([0-9]{1,2})")
      case .day: add(.day, "([0-9]{1,2})")
      case .hour: add(.hour, "([0-9]{1,2})")
      case .minute: add(.minute, "([0-9]{1,2})")
      case .second: add(.second, "([0-9]{1,2})")
      case .half: add(.half, Self.half)
      case .offset: add(.offset, Self.blanks + "*" + Self.offset)
      case .fraction: text += "[0-9]{1,18}"
      case .sign: break
      }
    }
    addSigns(&signs)
    if !format.hasTime { addTimeOfDay() }
    text += "$"
  }

  private mutating func addTimeOfDay() {
    add(.hour, "(?:[ Tt]([0-9]{1,2}):")
    add(.minute, "([0-9]{2})")
    add(.second, "(?::([0-9]{2})(?:[.,][0-9]+)?)?")
    add(.half, "(?:" + Self.half + ")?")
    add(.offset, Self.blanks + "*" + Self.offset + ")?")
  }

  private mutating func add(_ part: DatePatternPart, _ expression: String) {
    count += 1
    if groups[part] == nil { groups[part] = count }
    text += expression
  }

  private mutating func addSigns(_ signs: inout [UInt8]) {
    for scalar in String(decoding: signs, as: UTF8.self).unicodeScalars {
      switch scalar {
      case " ": text += Self.blanks + "+"
      case "^", "\\": text += "\\\(scalar)"
      case "!"..."/", ":"..."@", "["..."`", "{"..."~": text += "[\(scalar)]"
      default: text.unicodeScalars.append(scalar)
      }
    }
    signs = []
  }
}
