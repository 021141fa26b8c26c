extension String {
  /// The name with every letter that looks like a Latin one replaced by it; nil where none does.
  ///
  /// Only what can pass for a Latin word is of interest, so the table holds the Cyrillic, Greek and full-width letters
  /// that common fonts draw alike (after Unicode Technical Standard 39, "confusables").
  var latinLookAlike: String? {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var changed = false
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let latin = scalar.latinLookAlike {
        changed = true
        result.append(latin)
      } else {
        result.append(scalar)
      }
    }
    return changed ? String(result) : nil
  }
}

extension Unicode.Scalar {
  fileprivate var latinLookAlike: Unicode.Scalar? {
    if (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) {
      return Unicode.Scalar(value - 0xFEE0)
    }
    guard (0x370...0x52F).contains(value) else { return nil }
    return latinLookAlikes[self]
  }
}

private let latinLookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
  // Cyrillic
  "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "ѕ": "s", "і": "i", "ј": "j", "һ": "h",
  "ԁ": "d", "ԛ": "q", "ԝ": "w", "ӏ": "l", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O",
  "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "Ѕ": "S", "І": "I", "Ј": "J",
  // Greek
  "ο": "o", "ν": "v", "ι": "i", "α": "a", "ρ": "p", "υ": "u", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H",
  "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
]
