/// What the value of an attribute must be, beyond text.
enum AttributeRule: Sendable {
  case text, id, link, picture, style, encoding

  init(_ name: Name) {
    self =
      switch name {
      case "id": .id
      case "href", "cite": .link
      case "src": .picture
      case "style": .style
      case "charset": .encoding
      default: .text
      }
  }

  /// Whether a value may be an id, which links and labels refer to: no white space within.
  static func isID(_ value: String) -> Bool { !value.isEmpty && !value.utf8.contains { $0 <= 0x20 } }

  /// What is wrong with the value, and what to write instead; nil if it may stand.
  func objection(to value: String) -> (message: String, help: String?)? {
    switch self {
    case .text: nil
    case .id where Self.isID(value): nil
    case .id: ("\"\(value.prefix(80))\" is not an id", "write one word, such as id=\"figures\"")
    case .link where SafeLink.allowsLink(value): nil
    case .link:
      (
        "\"\(value.prefix(80))\" is not a link that a page may have",
        "use https:, http:, mailto:, #… or a relative path"
      )
    case .picture where SafeLink.allowsPicture(value): nil
    case .picture:
      ("a page must not fetch anything, so a picture has to be inside it", "write src=\"data:image/png;base64,…\"")
    case .style:
      SafeStyle.refused(in: value).map { ("\"\($0)\" is not allowed in the CSS of a template", nil) }
    case .encoding where value.lowercased() == "utf-8": nil
    case .encoding: ("a page is UTF-8", "write charset=\"utf-8\"")
    }
  }
}
