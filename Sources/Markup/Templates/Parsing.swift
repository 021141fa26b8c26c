/// A template, if it is one, and what is wrong with it.
package struct ParsedTemplate: Sendable {
  /// Nil where there are problems.
  package let template: Template?
  /// In the order of the text.
  package let problems: [TemplateProblem]
}

/// Reads a page template: XHTML with slots, as `docs/templates.md` says.
///
/// Total: for any bytes it returns a template that is safe to fill, or what is wrong with them. Everything is looked at
/// now, the expressions too, so that a template that was read fills without surprise.
package func parseTemplate(_ bytes: [UInt8], contract: TemplateContract) -> ParsedTemplate {
  func refuse(_ problem: TemplateProblem) -> ParsedTemplate { ParsedTemplate(template: nil, problems: [problem]) }

  let text = TemplateText(Array(bytes.prefix(MarkupLimits.template + 1)))
  if let problem = text.refusal() { return refuse(problem) }
  let scan = TagScan(text)
  if let problem = scan.problem { return refuse(problem) }
  guard let document = ParsedDocument(bytes) else { return refuse(text.problem(0..<0, "out of memory")) }
  if let problem = document.problem { return refuse(text.problem(from: problem)) }
  guard let root = document.root(deepest: MarkupLimits.depth) else {
    return refuse(text.problem(0..<0, "out of memory"))
  }

  var reader = TemplateReader(text, scan.tags, contract)
  let node = reader.page(root)
  let problems = reader.problems.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  guard problems.isEmpty, let node else { return ParsedTemplate(template: nil, problems: problems) }
  return ParsedTemplate(template: Template(root: node), problems: [])
}

extension TemplateText {
  /// libxml2's complaint in the words of a person who wrote the tag.
  func problem(from found: XMLProblem) -> TemplateProblem {
    let place = found.offset..<found.offset
    let (first, second) = found.subjects
    return switch found.code {
    case 76:
      problem(
        (bytes[..<min(found.offset, bytes.count)].lastIndex(of: 0x3C) ?? found.offset)..<found.offset,
        "\"</\(second)>\" closes nothing here: \"<\(first)>\" of line \(found.subjectLine) is still open",
        help: "write \"</\(first)>\" before it")
    case 77:
      problem(place, "\"<\(first)>\" is never closed", help: "write \"</\(first)>\", or end the tag with \" />\"")
    case 26, 27:
      problem(place, "\"&\(first);\" is not known in XHTML", help: "write the character, or its number: \"&#160;\"")
    case 39, 41: problem(place, "an attribute has no value in quotes", help: "write name=\"value\"")
    case 42: problem(place, "an attribute is twice in one tag")
    case 45: problem(place, "a comment is never closed", help: "write \"-->\" at its end")
    case 80: problem(place, "a comment has \"--\" in it", help: "leave one \"-\" out")
    case 68:
      problem(place, "a name was expected here", help: "write \"&amp;\" for an ampersand, \"&lt;\" for \"<\"")
    case 201:
      problem(place, "the prefix \"\(first)\" is not declared", help: "the slots' is xmlns:w=\"urn:waymark:page\"")
    default:
      // What it quotes of the template may end like a sentence; a headline does not.
      problem(place, "not well-formed XHTML: \(found.message.replacing(/[. ]+$/, with: ""))")
    }
  }
}
