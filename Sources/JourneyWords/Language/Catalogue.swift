internal import Templates

/// What Waymark says in a language other than English: translations by the key of the English sentence.
///
/// A file in `templates/words` holds it: an English line, and under it, indented, what is said instead.
final class Catalogue: Sendable {
  /// As HTML's `lang` has it: `de`.
  let language: String
  let translations: [String: String]

  init(language: String, _ bytes: [UInt8]) {
    self.language = language
    var translations: [String: String] = [:]
    var key: Substring?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("\t") {
        if let key { translations[String(key)] = String(line.dropFirst()) }
      } else {
        key = line
      }
    }
    self.translations = translations
  }

  static let all = Templates.words.map { Catalogue(language: $0.name, $0.bytes) }
}
