package import JourneyModel

/// Everything that people read, in one language.
///
/// The extensions of it, and of what is spoken about, hold all sentences; nothing else makes any.
package struct Words: Sendable {
  /// Nil for English, in which the sentences are written.
  private let catalogue: Catalogue?
  /// The signs that stand between whole numbers and decimals, and between thousands.
  let (decimalSign, groupSign): (String, String)

  package static let english = Words(nil)

  private init(_ catalogue: Catalogue?) {
    self.catalogue = catalogue
    let number = Array(catalogue?.translations["1,234.5"] ?? "1,234.5")
    (groupSign, decimalSign) = (String(number[1]), String(number[5]))
  }

  private static let translated = Catalogue.all.map { Words($0) }

  /// Those for a language, by its tag (`de`, `de-AT`); English where Waymark does not speak it.
  package init(speaking tag: String) {
    // The catalogues are read only where one is wanted.
    guard tag != "en", let primary = tag.split(separator: "-").first?.lowercased(), primary != "en" else {
      self = .english
      return
    }
    self = Self.translated.first { $0.language == primary } ?? .english
  }

  /// As HTML's `lang` has it.
  package var language: String { catalogue?.language ?? "en" }

  /// All languages that Waymark speaks.
  package static var languages: [String] { ["en"] + translated.map(\.language) }

  /// A sentence, or a part of one that stands alone.
  package func callAsFunction(_ sentence: Sentence) -> String {
    guard let catalogue else { return sentence.english }
    return catalogue.translations[sentence.key].map(sentence.filled) ?? sentence.english
  }

  /// The form that goes with a number.
  package func callAsFunction(_ count: Int, _ one: Sentence, _ other: Sentence) -> String {
    self(count == 1 ? one : other)
  }

  /// A text that is not written here: one of a template or a script.
  package func translated(_ text: String) -> String { catalogue?.translations[text] ?? text }

  /// Everything that is said in another way than in English, by the English text; empty for English.
  package var translations: [String: String] { catalogue?.translations ?? [:] }
}

extension Workspace {
  /// In the language of its texts, where Waymark speaks it.
  package var words: Words { Words(speaking: language) }
}
