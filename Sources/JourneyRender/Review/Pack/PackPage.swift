internal import JourneyLayout
internal import JourneyWords
internal import Markup

/// A page of the workshop's pack that stands alone: inline style, nothing fetched.
func packPage(
  title: String, language: String, words: Words, theme: Theme, style: String,
  @ElementBuilder _ body: () -> [Element.Child]
) -> Element {
  Element(
    "html",
    [
      "xmlns": "http://www.w3.org/1999/xhtml", "lang": words.language, "xml:lang": words.language,
      "dir": direction(of: language),
    ]
  ) {
    Element("head") {
      Element("meta", ["charset": "utf-8"])
      Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      Element("meta", ["name": "color-scheme", "content": "light dark"])
      Element("title", [:], children: [.text(title)])
      Element("style", [:], children: [.text(theme.packStyle + style + "\n")])
    }
    Element("body", ["class": "pack"], children: body())
  }
}

extension Theme {
  /// Colours and type of every page of the pack.
  fileprivate var packStyle: String {
    """

    :root{color-scheme:light dark;\(packColours(dark: false))}
    @media screen and (prefers-color-scheme:dark){:root{\(packColours(dark: true))}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.4 \(fontFamily)}
    a{color:var(--path)}
    a:focus-visible{outline:3px solid var(--owner);outline-offset:2px}
    .hint{padding:1rem 1.5rem;color:var(--muted);max-width:70ch}

    """
  }

  private func packColours(dark: Bool) -> String {
    [
      ColourRole.paper, .ink, .muted, .rule, .chip, .owner, .cardLine, .path, .curve, .level1, .level2, .level3,
      .level4,
      .level5,
    ]
    .map { "--\($0.rawValue):\(color($0, dark: dark))" }.joined(separator: ";")
  }
}

/// A cell of a table's head.
func heading(_ words: String) -> Element { Element("th", ["scope": "col"]) { words } }

/// A list; nothing where it would be empty.
func bullets(_ items: [String]) -> Element? {
  guard !items.isEmpty else { return nil }
  return Element("ul") { items.map { item in Element("li", [:], children: [.text(item)]) } }
}
