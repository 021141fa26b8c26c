/// From what libxml2 read to a template: page elements against the list of allowed names, slots with their expressions.
struct TemplateReader {
  private static let html = "http://www.w3.org/1999/xhtml"
  private static let slots = "urn:waymark:page"

  let text: TemplateText
  let contract: TemplateContract
  private let tags: [Tag]
  var problems: [TemplateProblem] = []
  var expressions: [String] = []
  private var checker = ExpressionChecker()

  init(_ text: TemplateText, _ tags: [Tag], _ contract: TemplateContract) {
    (self.text, self.tags, self.contract) = (text, tags, contract)
  }

  /// The whole page; nil where the document's element is not `html`.
  mutating func page(_ root: ParsedElement) -> Template.Node? {
    guard root.namespace == TemplateReader.html, root.name == "html" else {
      report(
        tag(of: root).name, "a template is an \"html\" element of XHTML",
        help: "begin with <html xmlns=\"\(TemplateReader.html)\" xmlns:w=\"\(TemplateReader.slots)\">")
      return nil
    }
    guard let page = element(root), case .element(let name, var attributes, let children) = page else { return nil }
    let namespace = Template.Value(pieces: [.text(TemplateReader.html)], rule: .text)
    attributes.insert((name: "xmlns", value: namespace), at: 0)
    return .element(name, attributes, children)
  }

  mutating func nodes(_ children: [ParsedElement.Node]) -> [Template.Node] {
    var nodes: [Template.Node] = []
    let children = children.trimmed { $0.namespace == TemplateReader.slots && ["each", "if"].contains($0.name) }
    for child in children {
      switch child {
      case .text(let text): nodes.append(.text(text))
      case .element(let child): if let node = node(child) { nodes.append(node) }
      }
    }
    return nodes
  }

  private mutating func node(_ element: ParsedElement) -> Template.Node? {
    switch element.namespace {
    case TemplateReader.html?: return self.element(element)
    case TemplateReader.slots?: return slot(element)
    default: refuse(foreign: element)
    }
    return nil
  }

  private mutating func element(_ element: ParsedElement) -> Template.Node? {
    let attributes = attributes(of: element)
    let children = nodes(element.children)
    guard let name = PageNames.element(element.name) else {
      report(
        tag(of: element).name, "\"\(element.name)\" may not stand in a page template",
        help: RefusedNames.help(forElement: element.name) ?? PageNames.help(forElement: element.name))
      return nil
    }
    if name == "style" { checkStyle(children, of: element) }
    return .element(name, attributes, children)
  }

  private mutating func checkStyle(_ children: [Template.Node], of element: ParsedElement) {
    // All of it together: a comment or CDATA may stand in the middle of a word.
    var css = ""
    for child in children {
      guard case .text(let piece) = child else {
        report(
          tag(of: element).name, "a style element holds text only", help: "put <w:insert part=\"style\" /> beside it")
        return
      }
      css += piece
    }
    if let (message, help) = AttributeRule.style.objection(to: css) {
      report(tag(of: element).name, message, help: help)
    }
  }

  /// Elements of other languages: the outermost is reported, and inside it whatever could run or fetch.
  private mutating func refuse(foreign element: ParsedElement, inside: Bool = false) {
    let dangerous = RefusedNames.help(forElement: element.name)
    if !inside || (dangerous != nil && element.name != "a") {
      report(
        tag(of: element).name, "\"\(text.string(tag(of: element).name))\" may not stand in a page template",
        help: dangerous
          ?? (element.namespace == nil ? "write xmlns=\"\(TemplateReader.html)\" in the html tag" : "leave it out"))
    }
    for attribute in element.attributes
    where RefusedNames.refuses(drawingAttribute: attribute.name, attribute.value) {
      report(place(of: attribute.name, in: element), "the attribute \"\(attribute.name)\" may not stand here")
    }
    for case .element(let child) in element.children {
      if child.namespace == TemplateReader.html || child.namespace == TemplateReader.slots {
        _ = node(child)
      } else {
        refuse(foreign: child, inside: true)
      }
    }
  }
}

/// Places and findings.
extension TemplateReader {
  /// An element that the scan of tags has not seen stands at the start; it sees every element of a well-formed text.
  func tag(of element: ParsedElement) -> Tag {
    tags.indices.contains(element.order) ? tags[element.order] : Tag(name: 0..<0)
  }

  func attribute(_ name: String, of element: ParsedElement) -> Tag.Attribute? {
    tag(of: element).attributes.first { text.string($0.name) == name }
  }

  func place(of name: String, in element: ParsedElement) -> Range<Int> {
    attribute(name, of: element)?.name ?? tag(of: element).name
  }

  mutating func report(_ bytes: Range<Int>, _ message: String, help: String? = nil) {
    problems.append(text.problem(bytes, message, help: help))
  }

  /// Takes an expression in, or reports what is wrong with it. `offset` is where it begins in the attribute's value.
  mutating func expression(
    _ source: String, at offset: Int = 0, of name: String, in element: ParsedElement, as use: ExpressionUse
  ) -> Expression? {
    let attribute = attribute(name, of: element)
    let value = attribute?.value ?? tag(of: element).name
    let start = text.offset(ofDecoded: offset, in: value)
    let end = text.offset(ofDecoded: offset + source.utf8.count, in: value)
    if let objection = checker.objection(to: source, as: use, contract: contract) {
      let from = text.offset(ofDecoded: offset + objection.bytes.lowerBound, in: value)
      let to = text.offset(ofDecoded: offset + objection.bytes.upperBound, in: value)
      report(from..<max(from, to), objection.message, help: objection.help)
      return nil
    }
    expressions.append(source)
    return Expression(index: expressions.count - 1, bytes: start..<end, position: text.position(of: start))
  }
}

extension TemplateText {
  /// Where the byte `offset` of an attribute's value stands in the text, in which `&lt;` is four bytes.
  fileprivate func offset(ofDecoded offset: Int, in range: Range<Int>) -> Int {
    var (place, left) = (range.lowerBound, offset)
    while left > 0, place < range.upperBound {
      if bytes[place] == 0x26, let end = bytes[place..<range.upperBound].firstIndex(of: 0x3B) {
        left -= decodedLength(of: string(place + 1..<end))
        place = end
      } else {
        left -= 1
      }
      place += 1
    }
    return place
  }

  private func decodedLength(of reference: String) -> Int {
    guard reference.hasPrefix("#") else { return 1 }
    let digits = reference.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { UTF8.width($0) } ?? 1
  }
}
