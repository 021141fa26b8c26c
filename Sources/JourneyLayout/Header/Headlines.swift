package import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneyWords

/// What a map's head says, for a page that has a layout of its own.
package struct Headlines: Sendable {
  package struct HeadFigure: Sendable {
    package let label: String
    package let value: String
    package let detail: String
    package let level: Level?
  }

  /// The top priority and the clearest change, a sentence each; why there is none where there is none.
  package let findings: [String]
  /// Of the first of them.
  package let level: Level?
  /// The goals', and the journey's own.
  package let figures: [HeadFigure]

  package init(_ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace) {
    let subject = Subject(annotated, ranking: ranking, in: workspace)
    let findings = subject.findings
    self.findings =
      findings.isEmpty
      ? [Sentences.takeaway(of: annotated, ranking: ranking, in: subject.words)] : findings.map(subject.said)
    level = findings.first?.level
    figures = subject.figures.map {
      HeadFigure(label: $0.label, value: $0.value, detail: $0.details.first ?? "", level: $0.level)
    }
  }
}

extension Subject {
  /// A finding as one sentence.
  func said(_ finding: ChipText) -> String { words.finding(finding.label, finding.value, finding.clause) }
}

extension String {
  /// What stands in brackets at its end, apart: a remark on the whole, which need not be read from afar.
  package var partedAtBracket: (name: String, remark: String) {
    guard hasSuffix(")"), let bracket = lastIndex(of: "("), bracket > startIndex else { return (self, "") }
    let name = self[..<bracket].reversed().drop { $0 == " " }.reversed()
    return (String(name), String(self[index(after: bracket)...].dropLast()))
  }
}
