/// What an SVG picture from outside must not hold, with places; empty for one that may stand in a page.
///
/// It is read like a template: no DOCTYPE, no entities, UTF-8, of bounded size and depth. Elements and attributes that
/// run, fetch or embed are refused, links go to the picture's own parts, and CSS fetches nothing.
package func pictureProblems(_ bytes: [UInt8]) -> [TemplateProblem] {
  let text = TemplateText(Array(bytes.prefix(Limits.template + 1)))
  if let problem = text.refusal() { return [problem] }
  let scan = TagScan(text)
  if let problem = scan.problem { return [problem] }
  guard let document = ParsedDocument(bytes) else { return [text.problem(0..<0, "out of memory")] }
  if let problem = document.problem { return [text.problem(from: problem)] }
  guard let root = document.root(deepest: Limits.depth) else { return [text.problem(0..<0, "out of memory")] }
  var reader = PictureReader(text: text, tags: scan.tags)
  if root.namespace != PictureReader.svg || root.name != "svg" {
    reader.report(0, "a picture is an \"svg\" element", help: "begin with <svg xmlns=\"\(PictureReader.svg)\">")
  } else {
    reader.read(root)
  }
  return reader.problems
}

private struct PictureReader {
  static let svg = "http://www.w3.org/2000/svg"
  private static let refused = [
    "script", "foreignobject", "image", "a", "iframe", "object", "embed", "audio", "video", "canvas", "link", "handler",
    "listener", "animate", "animatecolor", "animatemotion", "animatetransform", "set", "feimage", "font-face-uri",
  ]

  let text: TemplateText
  let tags: [Tag]
  var problems: [TemplateProblem] = []

  /// The depth is bounded by the scan of tags.
  mutating func read(_ element: ParsedElement) {
    if Self.refused.contains(element.name.lowercased()) {
      report(
        element.order, "\"\(element.name)\" may not stand in a picture",
        help: "a picture draws and does nothing else: delete it, or export outlines only")
    }
    for (name, value) in element.attributes { check(name, value, of: element) }
    for child in element.children {
      switch child {
      case .element(let child): read(child)
      case .text(let css):
        if element.name == "style", let found = SafeStyle.refused(in: css) {
          report(element.order, "\"\(found)\" may not stand in the CSS of a picture")
        }
      }
    }
  }

  private mutating func check(_ name: String, _ value: String, of element: ParsedElement) {
    let bare = name.split(separator: ":").last.map(String.init) ?? name
    let isBad =
      RefusedNames.refuses(drawingAttribute: name, value) || (bare == "href" && value.utf8.first != 0x23)
      || fetches(value, css: bare == "style")
    guard isBad else { return }
    let place = tags.indices.contains(element.order) ? tags[element.order] : Tag(name: 0..<0)
    let bytes = place.attributes.first { text.string($0.name) == name }?.name ?? place.name
    problems.append(
      text.problem(
        bytes, "the attribute \"\(name)\" of a picture may neither run nor fetch anything",
        help: "refer to parts of the picture only: #name, url(#name)"))
  }

  /// `url(#name)` is a part of the picture; any other, and in CSS whatever hides one, fetches.
  private func fetches(_ value: String, css: Bool) -> Bool {
    let local = value.replacing("url(#", with: "").replacing("url('#", with: "").replacing("url(\"#", with: "")
    return css ? SafeStyle.refused(in: local) != nil : local.lowercased().contains("url(")
  }

  mutating func report(_ order: Int, _ message: String, help: String? = nil) {
    let name = tags.indices.contains(order) ? tags[order].name : 0..<0
    problems.append(text.problem(name, message, help: help))
  }
}
