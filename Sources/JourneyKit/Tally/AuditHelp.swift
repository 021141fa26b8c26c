internal import JourneyFeedback
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneySyntax
internal import JourneyWords

extension AuditText {
  /// What to write where something was left out that the feedback does not declare, each advice once.
  mutating func addHelp(_ audit: Audit) {
    if audit.isEmpty {
      line()
      line("  ! " + words.noAnswerCounts)
    }
    let reasons = Set((audit.rows.leftOut + audit.answers.leftOut).filter { $0.count > 0 }.map(\.reason))
    let open = Reason.allCases.filter { reasons.contains($0) && !$0.isDeclared }
    guard !open.isEmpty else { return }
    line()
    line("  ! " + words.notDeclared)
    var said: Set<String> = []
    for advice in open.map({ $0.advice(audit, in: words) }) where said.insert(advice).inserted {
      line("      " + advice)
    }
  }

  /// Which periods the tally holds now, and what of it nobody will be shown.
  mutating func add(_ written: WrittenTally) {
    line()
    line(row(words.countedFor, indent: 2) + words.periods(written.counted))
    if !written.kept.isEmpty { line(row(words.keptAsItWas, indent: 2) + words.periods(written.kept)) }
    add(replaced: written.replaced)
    let hidden = written.hidden
    guard hidden.small > 0 else { return }
    line(row(words.smallCells, indent: 2) + words.small(hidden.small, hidden.hideBelow))
    let indent = String(repeating: " ", count: Self.labels)
    if hidden.further > 0 { line(indent + words.further(hidden.further, hidden.small)) }
    line(indent + words.hiddenCells(areSuppressed: written.isSuppressed))
  }

  /// A new export that has a part of a period only would take the place of the whole.
  private mutating func add(replaced: [Tally.Replaced]) {
    // Those of which far fewer are left are all named.
    let shown = replaced.enumerated().filter { $0.offset < Self.mostPeriods || $0.element.isFarLess }.map(\.element)
    for period in shown {
      line("  " + (period.isFarLess ? "! " : "") + words.replaced(period))
    }
    if shown.count < replaced.count { line("  " + words.andInMorePeriods(replaced.count - shown.count)) }
    guard replaced.contains(where: { $0.now < $0.before }) else { return }
    line("    " + words.ifOnlyAPart)
  }

  private static let mostPeriods = 12
}
