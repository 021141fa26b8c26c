extension StringProtocol {
  /// The text with control, bidirectional and other invisible characters written out: `\u{1B}`.
  ///
  /// Names and texts of a journey file are not ours: shown raw, they could colour the terminal, forge a line or read
  /// backwards. Joiners inside emoji and the marks of scripts written from right to left are escaped too; a finding is
  /// not the map.
  package var showingHidden: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(self) }
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isHidden { shown += scalar.escaped } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
  }

  /// The text with every letter beyond ASCII as its number, for what can only be told apart so.
  package var spelledOut: String {
    unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped }.joined()
  }
}

extension StringProtocol {
  /// The text with what may not stand in a text written out: `\u{202E}`.
  package var spellingBarred: String {
    unicodeScalars.map { $0.isBarred ? $0.escaped : String($0) }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether it leaves no mark of its own on a screen, or changes how others are shown: control characters, bidirectional
  /// overrides, zero-width and filling characters, variation selectors, and what has no shape that everybody knows.
  ///
  /// The one answer to that question: names, findings, queries, links and everything that is printed ask here.
  package var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xAD { return value < 0xA0 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: return true
    // Fillers that are letters by category, and selectors that are marks; U+2800 is a pattern of no dots.
    default: return value == 0x2800 || properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it steers a terminal or a printer and is no text; tabs and line ends are.
  package var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  /// Overrides and isolates of the writing direction, which make a line read otherwise than it is.
  package var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

  /// Whether it may not stand in a text of a journey or a theme.
  package var isBarred: Bool { isControl || turnsText }

  /// `\u{1B}`, as texts of the language write it, too.
  package var escaped: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
