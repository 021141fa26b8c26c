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
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        shown += scalar.escaped
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The text with every letter beyond ASCII as its number, for what can only be told apart so.
  package var spelledOut: String {
    unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped }.joined()
  }
}

extension Unicode.Scalar {
  /// `\u{1B}`, as texts of the language write it, too.
  package var escaped: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
