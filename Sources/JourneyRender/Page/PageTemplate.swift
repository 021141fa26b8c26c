package import JourneySource
internal import Markup

/// A page template that was read and may be filled.
package struct PageTemplate: Sendable {
  /// What a template makes a page of; its document and parts differ.
  package enum PageKind: String, Sendable, CaseIterable { case journey, index, review }

  let template: Template
  let file: FileID

  /// Reads a template; without any, the findings say why, with their place in the file.
  package static func parse(_ bytes: [UInt8], as kind: PageKind, file: FileID) -> Diagnosed<PageTemplate?> {
    let parsed = parseTemplate(bytes, contract: kind.contract)
    let findings = parsed.problems.map { Diagnostic($0, in: file) }
    return Diagnosed(parsed.template.map { PageTemplate(template: $0, file: file) }, findings)
  }

  /// The page, one of so many.
  func page(document: Element, parts: [String: Element.Child], of pages: Int = 1) -> Diagnosed<Element> {
    let filled = fill(template, document: document, parts: parts, pages: pages)
    return Diagnosed(filled.page, filled.problems.map { Diagnostic($0, in: file) })
  }
}

extension PageTemplate.PageKind {
  /// As described in `docs/templates.md`.
  fileprivate var contract: TemplateContract {
    switch self {
    case .journey:
      TemplateContract(
        parts: ["style", "logo", "script", "figures", "controls", "overview", "map", "table", "details"],
        elements: [
          "journey", "workspace", "takeaway", "persona", "quote", "need", "goal", "score", "change", "phase",
          "touchpoint", "channel", "voice", "pain", "idea", "action", "link", "source", "note", "today", "planned",
        ],
        attributes: [
          "name", "title", "language", "direction", "state", "period", "owner", "from", "to", "index", "svg",
          "touchpoints",
          "measured", "by", "metric", "label", "text", "value", "low", "high", "n", "open", "target", "clear", "id",
          "feels",
          "importance", "moment-of-truth", "rank", "reach", "old", "draft", "group", "reviewed", "image", "words",
          "speaker", "evidence", "touchpoint", "status", "due",
          "href", "review",
        ])
    case .index:
      TemplateContract(
        parts: ["style", "logo", "script", "strip", "ranking", "standings"],
        elements: [
          "workspace", "takeaway", "journey", "weakest", "blind-spot", "department", "touchpoint", "note", "today",
          "planned",
        ],
        attributes: [
          "title", "language", "direction", "period", "touchpoints", "measured", "name", "href", "state", "owner",
          "from", "to",
          "rank", "journey", "metric", "label", "text", "value", "low", "high", "n", "burden", "at-most", "importance",
          "hand-offs", "review", "blind-spots", "facts", "group", "draft", "counts",
        ])
    case .review:
      TemplateContract(
        parts: ["style", "logo", "script", "dashboard", "card", "drivers"],
        elements: [
          "review", "journey", "takeaway", "weak", "why", "lesser", "on-target", "blind-spot", "severe", "uncovered",
          "outdated",
          "hand-off", "crossing", "matrix", "taker", "giver", "cell", "change", "goal", "vote", "department",
          "standings",
          "standing", "touchpoint", "help", "hand-off-in", "hand-off-out", "action", "other-action", "persona",
          "feeling",
          "need", "pain", "grid", "row", "told", "said", "note", "today", "planned",
        ],
        attributes: [
          "title", "language", "direction", "scope", "index", "card", "name", "href", "window", "unchanged", "rank",
          "owner",
          "figure",
          "reach", "burden", "level", "certainty", "way-out", "dissatisfied", "votes", "words", "from", "to",
          "departments", "channels", "back", "share", "label", "scores", "worse", "count", "place", "better", "state",
          "latest", "target", "course", "records", "targets", "data", "journey", "quote", "status", "subject", "due",
          "finished", "goal", "expected",
          "impact", "effort", "overdue", "lacks", "verdict", "did", "on", "more",
        ])
    }
  }
}

extension Diagnostic {
  fileprivate init(_ problem: TemplateProblem, in file: FileID) {
    self.init(
      .badTemplate, at: Span(file, problem.bytes.lowerBound, problem.bytes.upperBound), problem.message,
      help: problem.help, showsLine: problem.showsLine)
  }
}

extension Rule {
  /// A page template is wrong. Its example is a template, not a journey.
  package static let badTemplate = Rule(
    "bad-template", .error,
    "A page template has something that a page must not have, or names something that no journey has.",
    why: """
      A template may come from anywhere, and its pages open in everybody's browser. So it may structure text, but it \
      must not run, fetch or embed anything. Its slots are XPath over the journey's document. A name that this \
      document never has is a mistake. `docs/templates.md` lists what is allowed.
      """,
    example: """
      <html xmlns="http://www.w3.org/1999/xhtml"><body><script>alert(1)</script></body></html>

      """,
    instead: """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:w="urn:waymark:page"><body><w:insert part="map" /></body></html>

      """)
}
