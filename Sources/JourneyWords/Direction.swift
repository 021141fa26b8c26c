package import JourneyModel

/// Whether a language is written from right to left, by its tag: `ar`, `fa-IR`, `az-Arab`, but not `ar-Latn`.
///
/// The script decides where the tag names one (BCP 47), else the language's usual script (CLDR's likely subtags).
package func isRightToLeft(language tag: String) -> Bool {
  let subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
  let script = subtags.dropFirst().first { $0.utf8.count == 4 && $0.utf8.first.map { $0 > 0x39 } ?? false }
  if let script { return rightToLeftScripts.contains(String(script)) }
  return subtags.first.map { rightToLeftLanguages.contains(String($0)) } ?? false
}

/// As HTML's `dir` says it.
package func direction(of language: String) -> String { isRightToLeft(language: language) ? "rtl" : "ltr" }

extension Workspace {
  /// The language of its texts, where it is another than that of Waymark's words beside them; nil where it is the same.
  package var foreignLanguage: String? {
    language.split(separator: "-").first?.lowercased() == words.language ? nil : language
  }
}

private let rightToLeftScripts = [
  "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
]

private let rightToLeftLanguages = [
  "ar", "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo",
  "pnb", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
]

/// Puts texts of people side by side so that each keeps its own direction and all keep their order.
///
/// Where one of them has letters that are written to the left, figures and signs beside it would be drawn among them.
/// A mark without width (U+200E, U+200F), of the direction in which the whole is read, stands around each part then.
package func joined(_ parts: [String], by separator: String) -> String {
  let text = parts.joined(separator: separator)
  guard parts.count > 1, holdsRightToLeft(text) else { return text }
  let mark = startsRightToLeft(text) ? "\u{200F}" : "\u{200E}"
  return parts.map { mark + $0 + mark }.joined(separator: separator)
}

/// A text of people inside a sentence of ours, which is read to the right.
package func inside(_ text: String) -> String { holdsRightToLeft(text) ? "\u{200E}\(text)\u{200E}" : text }

/// Whether some letter is written to the left.
private func holdsRightToLeft(_ text: String) -> Bool {
  // Below U+0580 nothing is; what lies beyond starts with a higher byte.
  guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return false }
  return text.unicodeScalars.contains { isRightToLeft($0.value) }
}

/// Whether the letters around a scalar's place in Unicode are written to the left; digits and marks are among them.
private func isRightToLeft(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

/// Whether the first letter that has a direction is written to the left: what HTML calls `dir="auto"`.
package func startsRightToLeft(_ text: String) -> Bool {
  for scalar in text.unicodeScalars where scalar.value >= 0x41 {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x200E: return false
    case 0x0660...0x0669, 0x06F0...0x06F9: continue
    case 0x061C: return true
    case _ where isRightToLeft(scalar.value):
      if scalar.value == 0x200F || !scalar.properties.isMark { return true }
    default:
      if scalar.properties.isAlphabetic { return false }
    }
  }
  return false
}

extension Unicode.Scalar.Properties {
  /// Whether it stands on the letter before it.
  fileprivate var isMark: Bool { generalCategory == .nonspacingMark || generalCategory == .enclosingMark }
}
