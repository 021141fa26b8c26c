/// Where a page element may be, so that an HTML parser makes the same tree of a page as an XML parser.
///
/// The one for HTML reads no elements in a `title`, closes a `p` before a `div`, and moves what stands between the rows of a
/// table out of it.
enum Nesting {
  /// What keeps the element from being there, with what to do; nil if nothing does. `open` are the page elements around it,
  /// the outermost first.
  static func objection(to name: String, in open: [String]) -> (message: String, help: String)? {
    guard let parent = open.last else { return nil }
    if texts.contains(parent) { return ("\"\(parent)\" can have only text", "delete the tag, and leave its text") }
    if let parents = parents[name], !parents.contains(parent) {
      return ("\"\(name)\" cannot be inside \"\(parent)\"", "put it into \"\(parents.joined(separator: "\" or \""))\"")
    }
    if let children = children[parent], !children.contains(name) {
      return (
        "\"\(name)\" cannot be inside \"\(parent)\"",
        "a browser would move it: \"\(parent)\" can have only \(children.joined(separator: ", "))"
      )
    }
    if blocks.contains(name), scope(open).contains("p") {
      return (
        "\"\(name)\" cannot be inside \"p\"",
        "write \"div\" in place of \"p\": a browser would end the paragraph before it"
      )
    }
    if alone.contains(name), scope(open).contains(name) {
      return ("\"\(name)\" cannot be inside another \"\(name)\"", "end the first one before it")
    }
    if headings.contains(name), headings.contains(parent) {
      return ("\"\(name)\" cannot be inside \"\(parent)\"", "end the first one before it")
    }
    return nil
  }

  /// Whether a part that Waymark draws may be there; the logo is a picture among words.
  static func mayInsert(_ part: String, in open: [String]) -> Bool {
    guard let parent = open.last else { return true }
    if texts.contains(parent) || part == "logo" && children[parent] != nil { return false }
    switch part {
    case "logo": return parent != "head"
    case "style", "script": return parent == "head" || (children[parent] == nil && parent != "html")
    default: return children[parent] == nil && !scope(open).contains("p")
    }
  }

  /// Whether text other than white space is read where it is.
  static func mayHoldText(_ name: String) -> Bool { children[name] == nil }

  /// A table's cell and a button begin anew.
  private static func scope(_ open: [String]) -> ArraySlice<String> {
    open.suffix(from: open.lastIndex { ["td", "th", "caption", "button"].contains($0) } ?? open.startIndex)
  }

  private static let texts: Set = ["title", "option"]
  /// An `a` in an `a` ends the first one.
  private static let alone: Set = ["a", "button"]
  private static let headings: Set = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private static let parents: [String: [String]] = [
    "head": ["html"], "body": ["html"], "option": ["select", "optgroup"], "optgroup": ["select"],
    "caption": ["table"], "colgroup": ["table"], "col": ["colgroup"], "thead": ["table"], "tbody": ["table"],
    "tfoot": ["table"], "tr": ["thead", "tbody", "tfoot", "table"], "td": ["tr"], "th": ["tr"],
  ]

  private static let children: [String: [String]] = [
    "html": ["head", "body"], "head": ["title", "meta", "style"], "select": ["option", "optgroup"],
    "optgroup": ["option"],
    "table": ["caption", "colgroup", "thead", "tbody", "tfoot", "tr"], "colgroup": ["col"], "thead": ["tr"],
    "tbody": ["tr"],
    "tfoot": ["tr"], "tr": ["td", "th"],
  ]

  /// What ends a `p` that is open.
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "details", "div", "dl", "dd", "dt", "fieldset", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p",
    "pre",
    "search", "section", "summary", "table", "ul",
  ]
}
