internal import JourneySource

/// The elements and attributes that a template may use: those that structure text and neither run, fetch nor send.
enum PageNames {
  static func element(_ name: String) -> Name? { elementsByName[name] }
  static func attribute(_ name: String) -> Name? { attributesByName[name] }

  /// The nearest allowed name, as help.
  static func help(forElement name: String) -> String? { elements.lazy.map(\.text).didYouMean(name) }
  static func help(forAttribute name: String) -> String? { attributes.lazy.map(\.text).didYouMean(name) }

  private static let elementsByName = byName(elements)
  private static let attributesByName = byName(attributes)

  private static func byName(_ names: [Name]) -> [String: Name] {
    Dictionary(names.map { ($0.text, $0) }) { first, _ in first }
  }

  private static let elements: [Name] = [
    "html", "head", "title", "meta", "style", "body",
    "header", "main", "footer", "nav", "section", "article", "aside", "address", "hgroup", "search",
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "hr", "br", "wbr", "pre", "blockquote",
    "ul", "ol", "li", "dl", "dt", "dd", "menu", "figure", "figcaption", "details", "summary",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "strong", "sub", "sup", "time", "u", "var", "img", "meter", "progress",
    "button", "fieldset", "input", "label", "legend", "optgroup", "option", "output", "select",
  ]

  private static let attributes: [Name] = [
    "id", "class", "title", "lang", "dir", "role", "tabindex", "hidden", "style", "translate",
    "href", "rel", "target", "download", "cite", "datetime", "name", "content", "charset", "media",
    "alt", "src", "width", "height", "start", "reversed", "open",
    "scope", "headers", "colspan", "rowspan", "span", "abbr",
    "type", "value", "min", "max", "low", "high", "optimum", "step", "for", "checked", "disabled", "selected", "label",
    "aria-atomic", "aria-busy", "aria-controls", "aria-current", "aria-describedby", "aria-details", "aria-disabled",
    "aria-expanded", "aria-hidden", "aria-label", "aria-labelledby", "aria-level", "aria-live", "aria-owns",
    "aria-pressed", "aria-roledescription", "aria-selected", "aria-sort", "aria-valuemax", "aria-valuemin",
    "aria-valuenow", "aria-valuetext",
  ]
}
