/// What a document that Waymark wrote breaks of what Waymark promises of its output (`docs/safety.md`); empty if nothing.
///
/// Well-formed; no element, attribute, link or CSS that runs, fetches or sends, but one `script` that is `script` to the
/// byte; every id once; no reference to an id that is not there. Each violation is a sentence without a full stop.
package func violations(in bytes: [UInt8], script: String = "") -> [String] {
  guard let document = ParsedDocument(bytes, huge: true) else { return ["there is no memory left to read it"] }
  if let problem = document.problem { return ["\(problem)"] }
  guard let root = document.root(deepest: MarkupLimits.written + 2) else { return ["it has no element"] }
  var verifier = Verifier(script: script)
  verifier.visit(root)
  return verifier.violations + verifier.danglingReferences
}

/// One walk over a document.
private struct Verifier {
  let script: String
  var violations: [String] = []
  private var ids: Set<String> = []
  private var references: [(id: String, from: String)] = []
  private var scripts = 0

  init(script: String) { self.script = script }

  var danglingReferences: [String] {
    references.filter { !ids.contains($0.id) }.map { "\($0.from) leads to \"\($0.id)\", which is not there" }
  }

  mutating func visit(_ element: ParsedElement) {
    let isDrawing = element.namespace == "http://www.w3.org/2000/svg"
    switch element.name {
    case "script": verifyScript(element)
    case "style": if let part = SafeStyle.refused(in: element.text) { violations.append("its CSS has \"\(part)\"") }
    case let name where isDrawing ? !Self.drawn.contains(name) : name != "svg" && PageNames.element(name) == nil:
      violations.append("there is an element \"\(name)\"")
    default: break
    }
    for (name, value) in element.attributes { verify(name, value, of: element, isDrawing: isDrawing) }
    for case .element(let child) in element.children { visit(child) }
  }

  /// The elements that drawings consist of, none of which runs or fetches but `image` and `use`, whose `href` is looked at.
  private static let drawn: Set<String> = [
    "svg", "g", "a", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "image", "use",
    "defs", "clipPath", "linearGradient", "radialGradient", "stop",
  ]

  private mutating func verifyScript(_ element: ParsedElement) {
    scripts += 1
    if script.isEmpty || scripts > 1 || element.text != script || !element.attributes.allSatisfy({ $0.name == "type" })
    {
      violations.append("there is a script that is not Waymark's own")
    }
  }

  private mutating func verify(_ name: String, _ value: String, of element: ParsedElement, isDrawing: Bool) {
    let place = "\(name)=\"\(value.prefix(80))\" of \"\(element.name)\""
    switch name {
    case "id":
      let isName = AttributeRule.isID(value)
      if !isName || !ids.insert(value).inserted {
        violations.append("\(place) \(isName ? "is there twice" : "is not a name")")
      }
    case "href" where element.name == "image", "src":
      // A theme's logo may be a drawing, which was read before; in an `img` a browser runs and fetches nothing of it.
      let isLogo = element.name == "img" && value.hasPrefix("data:image/svg+xml;base64,")
      if !isLogo, !SafeLink.allowsPicture(value) { violations.append("\(place) is fetched") }
    case "href" where element.name == "use" && value.utf8.first != 0x23: violations.append("\(place) is fetched")
    case "href":
      if !SafeLink.allowsLink(value) { violations.append("\(place) is not a link that a page may have") }
      // An author's own link is marked so; where it leads is the author's to know.
      let isOurs = !element.attributes.contains { $0.name == "rel" && $0.value == "noreferrer" }
      // `#department=risk` chooses something on the page. No id has such a sign.
      if isOurs, value.utf8.first == 0x23, !value.utf8.contains(0x3D) {
        references.append((String(value.dropFirst()), place))
      }
    case "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers",
      "popovertarget":
      for id in value.split(separator: " ") { references.append((String(id), place)) }
    case "style":
      if let part = SafeStyle.refused(in: value) { violations.append("\(place) has \"\(part)\"") }
    case "lang", "xml:lang": break
    default:
      // What paints a drawing may point to a part of it: fill="url(#sky)".
      let isOutside = isDrawing && value.lowercased().contains("url(") && !value.hasPrefix("url(#")
      if isOutside || RefusedNames.help(forAttribute: name) != nil { violations.append("there is \(place)") }
    }
  }
}

extension ParsedElement {
  /// Its own text, without that of its elements.
  fileprivate var text: String {
    children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}
