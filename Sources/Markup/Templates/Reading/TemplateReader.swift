/// From what libxml2 read to a template: page elements against the list of allowed names, slots with their expressions.
struct TemplateReader {
  private static let html = "http://www.w3.org/1999/xhtml"
  private static let slots = "urn:waymark:page"

  let text: TemplateText
  let contract: TemplateContract
  private let tags: [Tag]
  var problems: [TemplateProblem] = []
  /// The page elements around what is read, the outermost first, and where the tag of each is.
  private(set) var open: [String] = []
  private var places: [Range<Int>] = []

  init(_ text: TemplateText, _ tags: [Tag], _ contract: TemplateContract) {
    (self.text, self.tags, self.contract) = (text, tags, contract)
  }

  /// The whole page; nil where the document's element is not `html`.
  mutating func page(_ root: ParsedElement) -> Template.TemplateNode? {
    guard root.namespace == TemplateReader.html, root.name == "html" else {
      report(
        tag(of: root).name, "a template is an \"html\" element of XHTML",
        help: "begin with <html xmlns=\"\(TemplateReader.html)\" xmlns:w=\"\(TemplateReader.slots)\">")
      return nil
    }
    guard let page = element(root), case .element(let name, var attributes, let children) = page else { return nil }
    let namespace = Template.TemplateValue(pieces: [.text(TemplateReader.html)], rule: .text)
    attributes.insert((name: "xmlns", value: namespace), at: 0)
    return .element(name, attributes, children)
  }

  mutating func nodes(_ children: [ParsedElement.ParsedNode]) -> [Template.TemplateNode] {
    var nodes: [Template.TemplateNode] = []
    let children = children.trimmed { $0.namespace == TemplateReader.slots && ["each", "if"].contains($0.name) }
    for child in children {
      switch child {
      case .text(let text):
        if text.utf8.contains(where: { $0 > 0x20 }) { checkText(at: places.last ?? 0..<0) }
        nodes.append(.text(text))
      case .element(let child): if let node = node(child) { nodes.append(node) }
      }
    }
    return nodes
  }

  private mutating func node(_ element: ParsedElement) -> Template.TemplateNode? {
    switch element.namespace {
    case TemplateReader.html?: return self.element(element)
    case TemplateReader.slots?: return slot(element)
    default: refuse(foreign: element)
    }
    return nil
  }

  private mutating func element(_ element: ParsedElement) -> Template.TemplateNode? {
    let attributes = attributes(of: element)
    let name = PageNames.element(element.name)
    if name == nil {
      report(
        tag(of: element).name, "\"\(element.name)\" is not allowed in a page template",
        help: RefusedNames.help(forElement: element.name) ?? PageNames.help(forElement: element.name))
    } else if let (message, help) = Nesting.objection(to: element.name, in: open) {
      report(tag(of: element).name, message, help: help)
    }
    open.append(element.name)
    places.append(tag(of: element).name)
    let children = nodes(element.children)
    open.removeLast()
    places.removeLast()
    guard let name else { return nil }
    if name == "style" { checkStyle(children, of: element) }
    return .element(name, attributes, children)
  }

  /// Whether words may stand in the element that is read; there is a place for a slot, and that of the element otherwise.
  mutating func checkText(at place: Range<Int>) {
    guard let parent = open.last, !Nesting.mayHoldText(parent) else { return }
    report(
      place, "words cannot be inside \"\(parent)\"",
      help: "put them into an element for words: a browser would move them")
  }

  private mutating func checkStyle(_ children: [Template.TemplateNode], of element: ParsedElement) {
    // All of it together: a comment or CDATA may stand in the middle of a word.
    var css = ""
    for child in children {
      guard case .text(let piece) = child else {
        report(
          tag(of: element).name, "a style element can have only text", help: "put <w:insert part=\"style\" /> beside it"
        )
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
        tag(of: element).name, "\"\(text.string(tag(of: element).name))\" is not allowed in a page template",
        help: dangerous
          ?? (element.namespace == nil ? "write xmlns=\"\(TemplateReader.html)\" in the html tag" : "leave it out"))
    }
    for (index, attribute) in element.attributes.enumerated()
    where RefusedNames.refuses(drawingAttribute: attribute.name, attribute.value) {
      report(place(of: index, in: element), "the attribute \"\(attribute.name)\" is not allowed here")
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

  /// The attribute of this index, in the element as in its tag.
  func attribute(_ index: Int, of element: ParsedElement) -> Tag.Attribute? {
    let attributes = tag(of: element).attributes
    return attributes.indices.contains(index) ? attributes[index] : nil
  }

  func place(of index: Int, in element: ParsedElement) -> Range<Int> {
    attribute(index, of: element)?.name ?? tag(of: element).name
  }

  func value(of index: Int, in element: ParsedElement) -> Range<Int> {
    attribute(index, of: element)?.value ?? tag(of: element).name
  }

  mutating func report(_ bytes: Range<Int>, _ message: String, help: String? = nil) {
    guard problems.count < MarkupLimits.problems else { return }
    problems.append(text.problem(bytes, message, help: help))
  }

  /// Takes an expression in, or reports what is wrong with it. `place` is where it begins in the template.
  mutating func expression(
    _ source: String, from place: inout DecodedPlace, as use: ExpressionUse
  ) -> Expression? {
    let start = place.offset
    do throws(XPathObjection) {
      let xpath = try XPathParser.parse(source, contract)
      if use == .nodes, !xpath.isNodes {
        throw XPathObjection(
          bytes: 0..<source.utf8.count, message: "\"\(source)\" gives a value, not nodes to go through",
          help: "use w:value for a value")
      }
      text.move(&place, by: source.utf8.count)
      let bytes = start..<place.offset
      return Expression(xpath: xpath, origin: Expression.Origin(bytes: bytes, position: text.position(of: start)))
    } catch {
      text.move(&place, by: error.bytes.lowerBound)
      let from = place.offset
      text.move(&place, by: error.bytes.count)
      report(from..<place.offset, error.message, help: error.help)
      return nil
    }
  }
}

/// What an expression is for, which its result has to fit.
enum ExpressionUse { case value, nodes }

/// A place within an attribute's value.
struct DecodedPlace {
  /// In the bytes of the template.
  fileprivate(set) var offset: Int
  /// Where the value ends there.
  let end: Int

  init(_ value: Range<Int>) { (offset, end) = (value.lowerBound, value.upperBound) }
}

extension TemplateText {
  /// Moves on by so many bytes of the value as libxml2 gives it; in the text `&lt;` is four bytes for one.
  func move(_ place: inout DecodedPlace, by count: Int) {
    var left = count
    while left > 0, place.offset < place.end {
      // No reference is longer than this; a longer name is not one.
      let reach = bytes[place.offset..<min(place.end, place.offset + 32)]
      if bytes[place.offset] == 0x26, let end = reach.firstIndex(of: 0x3B) {
        left -= decodedLength(of: string(place.offset + 1..<end))
        place.offset = end
      } else {
        left -= 1
      }
      place.offset += 1
    }
  }

  private func decodedLength(of reference: String) -> Int {
    guard reference.hasPrefix("#") else { return 1 }
    let digits = reference.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { UTF8.width($0) } ?? 1
  }
}
