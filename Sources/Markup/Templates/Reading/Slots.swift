internal import JourneySource

/// The slots: `value`, `each`, `if`, `insert`, and braces in attributes.
extension TemplateReader {
  private static let names = ["value", "each", "if", "insert"]

  mutating func slot(_ element: ParsedElement) -> Template.TemplateNode? {
    switch element.name {
    case "value":
      refuseContent(of: element)
      checkText(at: tag(of: element).name)
      return required("select", of: element, as: .value).map(Template.TemplateNode.value)
    case "each":
      let select = required("select", of: element, as: .nodes)
      let children = nodes(element.children)
      return select.map { .each($0, children) }
    case "if":
      let test = required("test", of: element, as: .value)
      let children = nodes(element.children)
      return test.map { .condition($0, children) }
    case "insert":
      refuseContent(of: element)
      return insert(element)
    default:
      report(
        tag(of: element).name, "no slot is named \"\(element.name)\"",
        help: TemplateReader.names.didYouMean(element.name) ?? "slots are value, each, if and insert")
      _ = nodes(element.children)
      return nil
    }
  }

  private mutating func insert(_ element: ParsedElement) -> Template.TemplateNode? {
    guard let index = index(of: "part", in: element) else { return nil }
    let part = element.attributes[index].value
    let place = value(of: index, in: element)
    guard contract.parts.contains(part) else {
      report(
        place, "no part is named \"\(part)\"",
        help: contract.parts.didYouMean(part) ?? "parts are \(contract.parts.joined(separator: ", "))")
      return nil
    }
    guard Nesting.mayInsert(part, in: open) else {
      report(
        place, "the part \"\(part)\" cannot be inside \"\(open.last ?? "")\"",
        help: "put it into a div of the body: a browser would read the page differently here")
      return nil
    }
    return .insert(part: part, Expression.Origin(bytes: place, position: text.position(of: place.lowerBound)))
  }

  private mutating func required(_ name: String, of element: ParsedElement, as use: ExpressionUse) -> Expression? {
    guard let index = index(of: name, in: element) else { return nil }
    var place = DecodedPlace(value(of: index, in: element))
    return expression(element.attributes[index].value, from: &place, as: use)
  }

  /// The index of the only attribute that a slot has.
  private mutating func index(of name: String, in element: ParsedElement) -> Int? {
    for (index, other) in element.attributes.enumerated() where other.name != name {
      report(
        place(of: index, in: element), "\"\(element.name)\" has no attribute \"\(other.name)\"",
        help: "write \(name)=\"…\"")
    }
    if element.attributes.isEmpty { report(tag(of: element).name, "\"\(element.name)\" needs \(name)=\"…\"") }
    return element.attributes.firstIndex { $0.name == name }
  }

  private mutating func refuseContent(of element: ParsedElement) {
    let isEmpty = element.children.allSatisfy {
      if case .text(let text) = $0 { text.utf8.allSatisfy { $0 <= 0x20 } } else { false }
    }
    if !isEmpty {
      report(tag(of: element).name, "\"\(element.name)\" must be empty", help: "end the tag with \" />\"")
    }
  }
}

/// The attributes of page elements.
extension TemplateReader {
  mutating func attributes(of element: ParsedElement) -> [(name: Name, value: Template.TemplateValue)] {
    var attributes: [(name: Name, value: Template.TemplateValue)] = []
    for (index, (name, value)) in element.attributes.enumerated() {
      guard let known = PageNames.attribute(name) else {
        report(
          place(of: index, in: element), "the attribute \"\(name)\" is not allowed in a page template",
          help: RefusedNames.help(forAttribute: name) ?? PageNames.help(forAttribute: name))
        continue
      }
      if name == "name", element.name == "img" {
        report(
          place(of: index, in: element), "a picture in a page template cannot have a name",
          help: "delete it: a browser would take it for a part of the document itself")
        continue
      }
      let place = self.value(of: index, in: element)
      if let value = self.value(value, of: known, at: place) { attributes.append((known, value)) }
    }
    return attributes
  }

  private mutating func value(_ value: String, of name: Name, at place: Range<Int>) -> Template.TemplateValue? {
    let rule = AttributeRule(name)
    if case .style = rule {
      if let (message, help) = rule.objection(to: value) { report(place, message, help: help) }
      return Template.TemplateValue(pieces: [.text(value)], rule: .text)
    }
    guard let pieces = pieces(of: value, at: place) else { return nil }
    guard case .text(let text)? = pieces.first, pieces.count == 1 else {
      return Template.TemplateValue(pieces: pieces, rule: pieces.isEmpty ? .text : rule)
    }
    if let (message, help) = rule.objection(to: text) { report(place, message, help: help) }
    return Template.TemplateValue(pieces: pieces, rule: .text)
  }

  /// Splits `a {EXPRESSION} b`; nil where that failed.
  private mutating func pieces(of value: String, at range: Range<Int>) -> [Template.TemplateValue.Piece]? {
    let bytes = Array(value.utf8)
    var (pieces, literal, index): ([Template.TemplateValue.Piece], [UInt8], Int) = ([], [], 0)
    // The place of `index` in the template moves along with it, so that every value is gone through once.
    var (place, placed) = (DecodedPlace(range), 0)
    func endLiteral() {
      if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
      if byte == 0x7B, !isDoubled {
        guard let end = endOfExpression(in: bytes, from: index + 1) else {
          return reportBrace("a brace is opened and never closed", range)
        }
        let source = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        text.move(&place, by: index + 1 - placed)
        guard let expression = expression(source, from: &place, as: .value) else { return nil }
        placed = end
        endLiteral()
        pieces.append(.expression(expression))
        index = end + 1
      } else if byte == 0x7D, !isDoubled {
        return reportBrace("a brace is closed that was never opened", range)
      } else {
        literal.append(byte)
        index += byte == 0x7B || byte == 0x7D ? 2 : 1
      }
    }
    endLiteral()
    return pieces
  }

  private mutating func reportBrace(_ message: String, _ place: Range<Int>) -> [Template.TemplateValue.Piece]? {
    report(place, message, help: "write {EXPRESSION}; a real brace is doubled")
    return nil
  }

  /// The closing brace that is not inside a quoted text.
  private func endOfExpression(in bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x7D {
        return index
      }
    }
    return nil
  }
}
