/// A start tag as it stands in the bytes: libxml2's tree knows lines of elements only, findings need columns of
/// attributes.
struct Tag {
  struct Attribute {
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
  }

  let name: Range<Int>
  /// In their order, which is libxml2's; declarations of prefixes are not among them.
  var attributes: [Attribute] = []
}

/// The start tags of a document in its order, which is the order of the elements in libxml2's tree.
///
/// Stops quietly where the text is not XML, since libxml2 says so better. Declarations, processing instructions and
/// too deep nesting are refused here, before libxml2 acts on them.
struct TagScan {
  private(set) var tags: [Tag] = []
  private(set) var problem: TemplateProblem?
  private let text: TemplateText
  private var index: Int
  private var depth = 0
  /// How many prefixes each open element declares, and all of them.
  private var declared: [Int] = []
  private var prefixes = 0

  init(_ text: TemplateText) {
    self.text = text
    index = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = index
    while problem == nil, seek(0x3C) { if !markup(atStart: index == start) { break } }
  }

  /// Reads what begins with `<` here; false at the end of what can be read.
  private mutating func markup(atStart: Bool) -> Bool {
    let start = index
    if skip("<!--") { return seek(past: "-->") }
    if skip("<![CDATA[") { return seek(past: "]]>") }
    if skip("<!") {
      problem = text.problem(
        start..<index, "a template has no DOCTYPE, entities or other declarations",
        help: "delete it; Waymark writes the DOCTYPE")
      return false
    }
    if skip("<?") { return instruction(from: start, atStart: atStart) }
    if skip("</") {
      close()
      return seek(past: ">")
    }
    index += 1
    return tag(from: start)
  }

  private mutating func instruction(from start: Int, atStart: Bool) -> Bool {
    let isDeclaration = atStart && skip("xml") && byte.map { isSpace($0) } == true
    guard isDeclaration else {
      problem = text.problem(start..<index, "a template has no processing instructions", help: "delete it")
      return false
    }
    let content = index
    guard seek(past: "?>") else { return false }
    let declaration = text.string(content..<index).lowercased()
    if declaration.contains("encoding"), !declaration.contains("utf-8") {
      problem = text.problem(start..<index, "the template says that it is not UTF-8", help: "save it as UTF-8")
    }
    return problem == nil
  }

  private mutating func tag(from start: Int) -> Bool {
    var tag = Tag(name: name())
    depth += 1
    declared.append(0)
    guard depth <= MarkupLimits.depth else {
      problem = text.problem(start..<index, "the template is nested more than \(MarkupLimits.depth) levels deep")
      return false
    }
    while let next = byteAfterSpace() {
      if next == 0x3E || next == 0x2F {
        if next == 0x2F { close() }
        tags.append(tag)
        return seek(past: ">")
      }
      let name = name()
      guard !name.isEmpty, byteAfterSpace() == 0x3D else { return false }
      index += 1
      guard let quote = byteAfterSpace(), quote == 0x22 || quote == 0x27 else { return false }
      index += 1
      let value = index
      guard seek(quote) else { return false }
      if declares(name) {
        prefixes += 1
        if let last = declared.indices.last { declared[last] += 1 }
      } else {
        tag.attributes.append(Tag.Attribute(name: name, value: value..<index))
      }
      guard tag.attributes.count <= MarkupLimits.attributes, prefixes <= MarkupLimits.prefixes else {
        problem = text.problem(
          name,
          prefixes > MarkupLimits.prefixes
            ? "more than \(MarkupLimits.prefixes) prefixes are declared here"
            : "a tag has more than \(MarkupLimits.attributes) attributes")
        return false
      }
      index += 1
    }
    return false
  }

  private mutating func close() {
    depth -= 1
    prefixes -= declared.popLast() ?? 0
  }

  private func declares(_ name: Range<Int>) -> Bool {
    let name = text.bytes[name]
    return name.starts(with: "xmlns:".utf8) || name.elementsEqual("xmlns".utf8)
  }
}

/// Reading on.
extension TagScan {
  private var byte: UInt8? { index < text.bytes.count ? text.bytes[index] : nil }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private mutating func skip(_ word: StaticString) -> Bool {
    let found = word.withUTF8Buffer { word in unsafe text.bytes[index...].starts(with: word) }
    if found { index += word.utf8CodeUnitCount }
    return found
  }

  /// Moves to the next such byte.
  private mutating func seek(_ byte: UInt8) -> Bool {
    while index < text.bytes.count, text.bytes[index] != byte { index += 1 }
    return index < text.bytes.count
  }

  private mutating func seek(past word: StaticString) -> Bool {
    while index < text.bytes.count {
      if skip(word) { return true }
      index += 1
    }
    return false
  }

  private mutating func byteAfterSpace() -> UInt8? {
    while let byte, isSpace(byte) { index += 1 }
    return byte
  }

  /// Up to white space, `=`, `/` or `>`.
  private mutating func name() -> Range<Int> {
    let start = index
    while let byte, !isSpace(byte), byte != 0x3D, byte != 0x2F, byte != 0x3E { index += 1 }
    return start..<index
  }
}
