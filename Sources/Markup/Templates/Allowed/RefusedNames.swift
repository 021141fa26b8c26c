/// Why a template may not hold what many would try: said instead of a guess at a misspelling.
enum RefusedNames {
  static func help(forElement name: String) -> String? {
    switch name {
    case "script": "write <w:insert part=\"script\" />; Waymark's own script is the only one a page has"
    case "link": "write <w:insert part=\"style\" />, or a style element"
    case "svg", "math", "foreignObject": "drawings come in as parts: <w:insert part=\"map\" />"
    case "base", "form", "frame", "frameset", "iframe", "object", "embed", "applet", "portal", "audio", "video",
      "source",
      "template", "noscript", "use", "image", "animate", "animateMotion", "animateTransform", "set", "a":
      "delete it: a page must not run, fetch or send anything"
    default: nil
    }
  }

  static func help(forAttribute name: String) -> String? {
    let name = name.lowercased()
    if name.hasPrefix("on") { return "delete it: the only script of a page is Waymark's own" }
    return switch name {
    case "srcdoc", "http-equiv", "action", "formaction", "ping", "srcset", "background", "poster", "manifest",
      "xlink:href", "integrity", "nonce":
      "delete it: a page must not run, fetch or send anything"
    case "xml:lang": "write lang"
    case "xml:space", "xml:base", "xml:id": "leave it out"
    default: nil
    }
  }

  /// Whether an attribute of a drawing is refused on its own account, besides the drawing.
  static func refuses(drawingAttribute name: String, _ value: String) -> Bool {
    let name = name.lowercased()
    if name.hasPrefix("on") { return true }
    let isLink = name == "href" || name.hasSuffix(":href") || name == "src"
    return isLink && (!SafeLink.allowsLink(value) || value.utf8.first != 0x23)
  }
}
