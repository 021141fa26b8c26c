/// What the value of an attribute must be, beyond text.
enum AttributeRule: Sendable {
  case text, link, picture, style, encoding

  init(_ name: Name) {
    self =
      switch name {
      case "href", "cite": .link
      case "src": .picture
      case "style": .style
      case "charset": .encoding
      default: .text
      }
  }

  /// What is wrong with the value, and what to write instead; nil if it may stand.
  func objection(to value: String) -> (message: String, help: String?)? {
    switch self {
    case .text: nil
    case .link where SafeLink.allowsLink(value): nil
    case .link:
      (
        "\"\(value.prefix(80))\" is not a link that a page may have",
        "use https:, http:, mailto:, #… or a relative path"
      )
    case .picture where SafeLink.allowsPicture(value): nil
    case .picture:
      ("a page fetches nothing, so a picture has to be inside it", "write src=\"data:image/png;base64,…\"")
    case .style:
      SafeStyle.refused(in: value).map { ("\"\($0)\" may not stand in the CSS of a template", nil) }
    case .encoding where value.lowercased() == "utf-8": nil
    case .encoding: ("a page is UTF-8", "write charset=\"utf-8\"")
    }
  }
}
