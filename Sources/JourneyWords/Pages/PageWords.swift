/// The pages and scripts that `templates/` holds, which are written in English.
extension Words {
  /// One of Waymark's own page templates, its texts and the names of its parts in this language.
  ///
  /// A text between two tags is found as it stands, without the spaces around it. So is the value of an attribute that
  /// people hear or read.
  package func page(_ template: [UInt8]) -> [UInt8] {
    guard !translations.isEmpty else { return template }
    var page = ""
    for (text, tag) in Self.pieces(of: template) {
      let trimmed = text.trimmed
      page += trimmed.isEmpty ? text : text.replacing(trimmed, with: translated(trimmed))
      var tag = tag
      for name in Self.readAttributes {
        guard let value = Self.value(of: name, in: tag) else { continue }
        tag = tag.replacing(" \(name)=\"\(value)\"", with: " \(name)=\"\(translated(value))\"")
      }
      page += tag.hasPrefix("<html") ? tag.replacing(" lang=\"en\"", with: " lang=\"\(language)\"") : tag
    }
    return Array(page.utf8)
  }

  /// Everything in a template that `page` looks for, in order.
  package static func texts(of template: [UInt8]) -> [String] {
    pieces(of: template).flatMap { text, tag in
      [text.trimmed].filter { !$0.isEmpty } + readAttributes.compactMap { value(of: $0, in: tag) }
    }
  }

  private static let readAttributes = ["aria-label", "placeholder", "alt"]

  /// Each text with the tag after it.
  private static func pieces(of template: [UInt8]) -> [(text: String, tag: String)] {
    String(decoding: template, as: UTF8.self).split(separator: ">", omittingEmptySubsequences: false).map { piece in
      guard let start = piece.firstIndex(of: "<") else { return (String(piece), "") }
      return (String(piece[..<start]), String(piece[start...]) + ">")
    }
  }

  private static func value(of attribute: String, in tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"")
    else { return nil }
    return String(tag[start..<end])
  }

  /// What the page's script says, by the English text, as JSON; nil for English.
  package var script: String? {
    guard !translations.isEmpty else { return nil }
    return "{" + Self.ofScript.map { "\"\($0)\":\"\(translated($0))\"" }.joined(separator: ",") + "}"
  }

  /// All that it says (`templates/scripts`).
  package static let ofScript = [
    "{1} of {2}", "{1} of {2} touchpoint", "{1} of {2} touchpoints", "{1} touchpoint", "{1} touchpoints",
    "{1} hand-off", "{1} hand-offs", "{1} loop", "{1} loops",
    "Figures are those of all customers", "Tiles: {1}; all other figures: all customers",
    "Highlighted: {1}, {2}, {3}", "Choose a touchpoint to see its path",
    "no earlier figure", "not measured", "{1}%", "Saved as {1}", "The map is too large for a picture", "Link copied",
    "The address of this page opens this view", "Copied as SVG",
    "Line copied: put it into the journey, with a name",
  ]
}

extension String {
  /// Without the spaces and line ends around it.
  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
