internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords

extension TextPage {
  /// The register, open ones first, then what is done with its verdict; and what customers were told.
  mutating func addActions(_ review: SpokenReview) {
    let open = review.actions.filter(\.isOpen)
    let done = review.actions.filter { $0.status == .done || $0.status == .kept }
    let dropped = review.actions.filter { $0.status == .dropped }
    if !open.isEmpty { section(words.actionsUnderWay) }
    for action in open { add(action) }
    if !done.isEmpty { section(words.actionsDoneAndWhetherTheyHelped) }
    for action in done { add(action) }
    if !dropped.isEmpty { section(words.actionsThatWereDropped) }
    for action in dropped { add(action) }
    guard !review.told.isEmpty else { return }
    section(words.youSaidWeDid)
    for told in review.told {
      if !told.said.isEmpty { labelled(words.youSaid, told.said.joined(separator: "; "), indent: 2) }
      labelled(words.weDid, words.did(told), indent: 2)
    }
  }

  mutating func add(_ action: SpokenAction) {
    ends("  \(action.title)", action.statusWords, action.isOverdue ? .plainRed : nil)
    var facts = [
      action.subject.map(words.forSubject), action.owner, action.due.map(words.due),
      action.finished.map(words.finished),
      action.goal.map(words.goal), action.expected.map(words.expects),
    ].compactMap(\.self)
    if let impact = action.impact, let effort = action.effort { facts.append(words.impact(impact, effort: effort)) }
    if !facts.isEmpty { paragraph(facts.joined(separator: " · "), indent: 4) }
    if let lacks = action.lacks { paragraph(words.itHas(lacks), indent: 4, .yellow) }
    if let verdict = action.verdict { labelled(words.verdictLabel, verdict, indent: 4, .bold) }
  }

  /// A department's page: strengths first.
  mutating func add(_ card: SpokenCard) {
    if let window = card.window { paragraph(window + ".") }
    if let targets = card.targets { paragraph(targets + ".", .bold) }
    for standings in card.standings { list(standings.title, standings.words) }
    list(
      words.touchpoints,
      card.touchpoints.map {
        "\($0.title): \($0.figure ?? words.notMeasuredYet)" + ($0.journey.map { " (\($0))" } ?? "")
      })
    list(words.supportsOtherDepartmentsAt, card.helps.map { $0.title + ($0.journey.map { " (\($0))" } ?? "") })
    if !card.handOffsIn.isEmpty { section(words.handOffsIn) }
    for crossing in card.handOffsIn { add(crossing) }
    if !card.handOffsOut.isEmpty { section(words.handOffsOut) }
    for crossing in card.handOffsOut { add(crossing) }
    addChanges(card.changes, card.unchanged)
    if !card.actions.isEmpty { section(words.actions) }
    for action in card.actions { add(action) }
    if !card.actionsOfOthers.isEmpty { section(words.actionsOfOthersAtTheseTouchpoints) }
    for action in card.actionsOfOthers { add(action) }
  }
}

extension TextPage {
  /// A persona's page: what hurts most first.
  mutating func add(_ persona: SpokenPersona) {
    title(persona.title)
    if let window = persona.window { paragraph(window + ".") }
    if let quote = persona.quote { paragraph("“\(quote)”") }
    list(words.feelingsLowestFirst, persona.feelings)
    list(words.pains, persona.pains)
    list(words.needs, persona.needs)
    list(
      words.meets,
      persona.touchpoints.map {
        "\($0.title): \($0.figure ?? words.notMeasuredYet)" + ($0.journey.map { " (\($0))" } ?? "")
      })
  }
}
