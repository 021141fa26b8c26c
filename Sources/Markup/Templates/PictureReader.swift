/// What an SVG picture from outside must not hold, with places; empty for one that may stand in a page.
///
/// It is read like a template: no DOCTYPE, no entities, UTF-8, of bounded size and depth. Of SVG only what draws may stand
/// in it, of other languages what browsers take no notice of; attributes run and fetch nothing, links go to the picture's
/// own parts, and CSS fetches nothing.
package func pictureProblems(_ bytes: [UInt8]) -> [TemplateProblem] {
  let text = TemplateText(Array(bytes.prefix(MarkupLimits.template + 1)))
  if let problem = text.refusal() { return [problem] }
  let scan = TagScan(text)
  if let problem = scan.problem { return [problem] }
  guard let document = ParsedDocument(bytes) else { return [text.problem(0..<0, "out of memory")] }
  if let problem = document.problem { return [text.problem(from: problem)] }
  guard let root = document.root(deepest: MarkupLimits.depth) else { return [text.problem(0..<0, "out of memory")] }
  var reader = PictureReader(text: text, tags: scan.tags)
  if root.namespace != PictureReader.svg || root.name != "svg" {
    reader.report(0, "a picture is an \"svg\" element", help: "begin with <svg xmlns=\"\(PictureReader.svg)\">")
  } else {
    reader.read(root)
    if reader.problems.isEmpty, let (order, drawsItself) = PictureCost.excess(of: root) {
      reader.report(
        order,
        drawsItself
          ? "this part of the picture draws itself"
          : "the picture draws more than \(PictureCost.most) shapes, if all that it uses again is counted",
        help: "export it with outlines only, and fewer of them")
    }
  }
  return reader.problems
}

private struct PictureReader {
  static let svg = "http://www.w3.org/2000/svg"
  /// The elements of SVG 2 that draw, or say how.
  private static let drawing: Set = [
    "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
    "feFuncA",
    "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset",
    "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "g", "line",
    "linearGradient", "marker", "mask", "metadata", "path", "pattern", "polygon", "polyline", "radialGradient", "rect",
    "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view",
  ]
  /// Languages whose elements browsers follow wherever they stand.
  private static let followed: Set = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"]

  let text: TemplateText
  let tags: [Tag]
  var problems: [TemplateProblem] = []

  /// The depth is bounded by the scan of tags.
  mutating func read(_ element: ParsedElement) {
    if !mayStand(element) {
      report(
        element.order, "\"\(element.name)\" is not allowed in a picture",
        help: "delete it, or export outlines only: a picture must only draw")
    }
    for index in element.attributes.indices { check(index, of: element) }
    for case .element(let child) in element.children { read(child) }
    guard element.name == "style" else { return }
    // All of it together: a comment, CDATA or an element may stand in the middle of a word.
    let css = element.children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    if let found = SafeStyle.refused(in: Self.withoutOwnParts(css)) {
      report(element.order, "\"\(found)\" is not allowed in the CSS of a picture")
    }
  }

  /// What an editor notes for itself, in a language of its own, may.
  private func mayStand(_ element: ParsedElement) -> Bool {
    guard let language = element.namespace, language != Self.svg else { return Self.drawing.contains(element.name) }
    return !Self.followed.contains(language)
  }

  private mutating func check(_ index: Int, of element: ParsedElement) {
    let (name, value) = element.attributes[index]
    let bare = name.split(separator: ":").last.map(String.init) ?? name
    let isBad =
      RefusedNames.refuses(drawingAttribute: name, value) || (bare == "href" && value.utf8.first != 0x23)
      || name == "xml:base" || (name == bare && fetches(value, isStyle: name == "style"))
    guard isBad else { return }
    let place = tags.indices.contains(element.order) ? tags[element.order] : Tag(name: 0..<0)
    let bytes = place.attributes.indices.contains(index) ? place.attributes[index].name : place.name
    problems.append(
      text.problem(
        bytes, "the attribute \"\(name)\" of a picture must not run or fetch anything",
        help: "refer to parts of the picture only: #name, url(#name)"))
  }

  /// Without `url(#`, which leads to a part of the picture itself.
  private static func withoutOwnParts(_ css: String) -> String { css.replacing(/url\(\s*["']?#/, with: "") }

  /// `url(#name)` is a part of the picture; any other, and whatever hides one, fetches. What stands in an attribute of
  /// SVG may be CSS, such as `fill`, or words, which hold `<` at times.
  private func fetches(_ value: String, isStyle: Bool) -> Bool {
    let local = Self.withoutOwnParts(value)
    return SafeStyle.refused(in: isStyle ? local : local.replacing("<", with: "")) != nil
  }

  mutating func report(_ order: Int, _ message: String, help: String? = nil) {
    let name = tags.indices.contains(order) ? tags[order].name : 0..<0
    problems.append(text.problem(name, message, help: help))
  }
}
