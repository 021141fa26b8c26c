internal import JourneyDiff
internal import JourneyWords

/// A comparison for people at a terminal: counts, gates, then the changes, those of answers first.
struct DiffText {
  let paint: TerminalPaint
  let comparison: WorkspaceComparison

  private var words: Words { comparison.words }

  var text: String {
    var page = TextPage(paint: paint, words: words)
    let all = comparison.difference.all
    page.paragraph(
      "\(comparison.from.shortLabel) → \(comparison.to.shortLabel): \(words.counts(all))", hanging: 2, .bold)
    if comparison.isFormOnly { page.paragraph(words.onlyTheFormChanged) }
    for outcome in comparison.outcomes { add(outcome, to: &page) }
    // What only git diff can say comes last.
    let beside = comparison.difference.changes
    add(beside.filter { $0.code.kind != .text }, nil, to: &page)
    let journeys = comparison.difference.journeys.filter { !$0.changes.isEmpty || !$0.notCompared.isEmpty }
    for journey in journeys {
      let title = comparison.title(of: journey)
      page.section(title)
      if journeys.count > 1, !journey.changes.isEmpty {
        page.paragraph(words.counts(journey.changes), indent: 2, hanging: 2)
      }
      if journey.isAnother { page.paragraph(words.anotherJourney(title), indent: 2) }
      add(journey.changes, journey, to: &page)
    }
    let others = beside.filter { $0.code.kind == .text }
    if !others.isEmpty {
      page.section(words.otherChanges)
      add(others, nil, to: &page)
    }
    return page.text
  }

  private func add(_ outcome: GateOutcome, to page: inout TextPage) {
    let name = outcome.gate.text
    switch outcome.result {
    case .passed: page.paragraph("  ✓ \(name)")
    case .notApplicable:
      let reason = outcome.reason.map(words.reason) ?? ""
      page.paragraph("  – \(name): not applicable, \(reason)", hanging: 4)
    case .failed:
      let subjects = comparison.difference.subjects(failing: outcome)
      page.paragraph("  ✗ \(name): \(subjects.map(\.name).joined(separator: ", "))", hanging: 4, .red)
    }
  }

  private func add(_ changes: [JourneyChange], _ journey: JourneyDifference?, to page: inout TextPage) {
    var texts = 0
    for kind in ChangeClass.allCases {
      let own = changes.filter { $0.code.kind == kind && $0.code != .noClearChange && !$0.isImplied }
      for together in own.asLines {
        guard let change = together.first else { continue }
        if kind == .text, !comparison.options.texts, change.code != .otherFacts {
          texts += 1
          continue
        }
        page.paragraph(line(change, together), indent: 2, hanging: 4, hue(of: change))
      }
    }
    let implied = changes.count(where: \.isImplied)
    if implied > 0 { page.paragraph(words.impliedChanges(implied), indent: 2) }
    if texts > 0 { page.paragraph(words.moreTexts(texts), indent: 2) }
    let unclear = changes.count { $0.code == .noClearChange }
    if unclear > 0 { page.paragraph(words.unchanged(unclear), indent: 2) }
    for one in journey?.notCompared ?? [] { page.paragraph(words.sentence(one), indent: 2, hanging: 4) }
  }

  /// - Parameter together: the change and those that the same line says.
  private func line(_ change: JourneyChange, _ together: [JourneyChange]) -> String {
    let subject = change.subject
    let named =
      together.count > 1
      ? together.map(\.subject.name).joined(separator: ", ")
      : subject.title.isEmpty || subject.title == subject.name || subject.kind == .arrow
        ? subject.name : "\(subject.name) \"\(subject.title)\""
    let parts = ["\(change.code.sign) \(change.code.rawValue)", named, words.detail(change)]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func hue(of change: JourneyChange) -> TerminalPaint.Hue? {
    switch change.code.sign {
    case "!", "▼": .red
    case "+", "▲": .green
    default: nil
    }
  }
}
