/// What is refused before libxml2 sees a byte of it.
extension TemplateText {
  func refusal() -> TemplateProblem? {
    if bytes.starts(with: [0x1F, 0x8B]) {
      return problem(0..<2, "the template is compressed", help: "give the XHTML file itself")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return problem(0..<2, "the template is UTF-16", help: "save it as UTF-8")
    }
    if bytes.count > MarkupLimits.template {
      return problem(MarkupLimits.template..<MarkupLimits.template, "the template is larger than 1 MB")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let first = bytes[start...].first(where: { $0 > 0x20 }), first != 0x3C {
      var found = problem(
        start..<start, "not well-formed XHTML: the file does not begin with a tag",
        help: "begin with <html xmlns=\"http://www.w3.org/1999/xhtml\">")
      found.showsLine = false
      return found
    }
    if let offset = bytes.firstIndex(of: 0) { return problem(offset..<offset + 1, "the template has a NUL byte") }
    if let offset = firstInvalid() {
      return problem(offset..<offset + 1, "the template is not UTF-8 here", help: "save it as UTF-8")
    }
    return nil
  }

  private func firstInvalid() -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var (decoder, iterator, offset) = (UTF8(), bytes.makeIterator(), 0)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return min(offset, bytes.count - 1)
  }
}
