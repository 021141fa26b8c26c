internal import JourneyLayout
internal import JourneyModel

extension TextPage {
  /// The register, open ones first, then what is done with its verdict; and what customers were told.
  mutating func addActions(_ review: SpokenReview) {
    let open = review.actions.filter(\.isOpen)
    let done = review.actions.filter { $0.status == .done || $0.status == .kept }
    let dropped = review.actions.filter { $0.status == .dropped }
    if !open.isEmpty { section("Actions under way") }
    for action in open { add(action) }
    if !done.isEmpty { section("Actions done, and whether they helped") }
    for action in done { add(action) }
    if !dropped.isEmpty { section("Actions that were dropped") }
    for action in dropped { add(action) }
    guard !review.told.isEmpty else { return }
    section("You said, we did")
    for told in review.told {
      if !told.said.isEmpty { paragraph("you said: " + told.said.joined(separator: "; "), indent: 2, hanging: 10) }
      paragraph("we did:   \(told.did) (told \(told.on))", indent: 2, hanging: 10)
    }
  }

  mutating func add(_ action: SpokenAction) {
    ends("  \(action.title)", action.statusWords, action.isOverdue ? .plainRed : nil)
    var facts = [
      action.subject.map { "for \($0)" }, action.owner, action.due.map { "due \($0)" },
      action.finished.map { "finished \($0)" },
      action.goal.map { "goal: \($0)" }, action.expected.map { "expects \($0)" },
    ].compactMap(\.self)
    if let impact = action.impact, let effort = action.effort { facts.append("impact \(impact), effort \(effort)") }
    if !facts.isEmpty { paragraph(facts.joined(separator: " · "), indent: 4) }
    if let lacks = action.lacks { paragraph("it has \(lacks)", indent: 4, .yellow) }
    if let verdict = action.verdict { paragraph("verdict: \(verdict)", indent: 4, hanging: 9, .bold) }
  }

  /// A department's page: strengths first.
  mutating func add(_ card: SpokenCard) {
    if let window = card.window { paragraph(window + ".") }
    if let targets = card.targets { paragraph(targets + ".", .bold) }
    for standings in card.standings { list(standings.title, standings.words) }
    list(
      "Touchpoints",
      card.touchpoints.map { "\($0.title): \($0.figure ?? "not measured")" + ($0.journey.map { " (\($0))" } ?? "") })
    list("Supports other departments at", card.helps.map { $0.title + ($0.journey.map { " (\($0))" } ?? "") })
    if !card.handOffsIn.isEmpty { section("Hand-offs in") }
    for crossing in card.handOffsIn { add(crossing) }
    if !card.handOffsOut.isEmpty { section("Hand-offs out") }
    for crossing in card.handOffsOut { add(crossing) }
    addChanges(card.changes, card.unchanged)
    if !card.actions.isEmpty { section("Actions") }
    for action in card.actions { add(action) }
    if !card.actionsOfOthers.isEmpty { section("Actions of others at these touchpoints") }
    for action in card.actionsOfOthers { add(action) }
  }
}

extension TextPage {
  /// A persona's page: what hurts most first.
  mutating func add(_ persona: SpokenPersona) {
    title(persona.title)
    if let window = persona.window { paragraph(window + ".") }
    if let quote = persona.quote { paragraph("“\(quote)”") }
    list("Feelings, the lowest first: the team's assumption", persona.feelings)
    list("Pains", persona.pains)
    list("Needs", persona.needs)
    list(
      "Meets",
      persona.touchpoints.map { "\($0.title): \($0.figure ?? "not measured")" + ($0.journey.map { " (\($0))" } ?? "") })
  }
}

extension SpokenCrossing {
  /// Everything but the two ends.
  var facts: [String] {
    [
      departments, channels.map { "switches \($0)" }, isRetrace ? "goes back" : nil, label.map { "“\($0)”" }, share,
      scores,
    ].compactMap(\.self)
  }
}
