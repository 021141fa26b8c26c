internal import JourneyLayout
internal import JourneyReview

/// A review for people at a terminal, in the order in which a workshop needs it.
struct ReviewText {
  let paint: TerminalPaint

  /// - Parameter isCard: whether the card of one department or persona alone is wanted.
  func text(_ review: SpokenReview, isCard: Bool) -> String {
    var page = TextPage(paint: paint)
    if isCard {
      for card in review.departments {
        page.title(card.title)
        if let scope = review.scope { page.paragraph(scope) }
        page.add(card)
      }
      for persona in review.personas { page.add(persona) }
      return page.text.isEmpty ? "This department owns no touchpoint here, and supports no other.\n" : page.text
    }
    for (index, journey) in review.journeys.enumerated() {
      if index > 0 { page.blank() }
      page.title(journey.title + (journey.isPlanned ? " (planned)" : ""))
      if let today = journey.today { page.paragraph("To replace: \(today.title)") }
      for planned in journey.planned { page.paragraph("To be replaced by: \(planned.title)") }
      let scope = [review.scope, journey.window].compactMap(\.self).joined(separator: " · ")
      if !scope.isEmpty { page.paragraph(scope.prefix(1).uppercased() + scope.dropFirst()) }
      page.blank()
      page.paragraph(journey.takeaway, .bold)
      page.add(journey)
    }
    if review.journeys.isEmpty { page.paragraph("No journeys here.") }
    page.addActions(review)
    if !review.departments.isEmpty {
      page.section("A page for each department")
      page.paragraph("waymark review --department NAME", indent: 2)
      page.paragraph(review.departments.map(\.name).joined(separator: " · "), indent: 2)
    }
    if !review.personaNames.isEmpty {
      page.section("A page for each persona")
      page.paragraph("waymark review --persona NAME", indent: 2)
      page.paragraph(review.personaNames.joined(separator: " · "), indent: 2)
    }
    page.section("How this is counted")
    for note in review.method { page.item(note) }
    return page.text
  }
}

extension TextPage {
  /// How many of a list are shown before the rest is counted.
  private static let most = 12

  fileprivate mutating func add(_ journey: SpokenJourney) {
    addRanking(journey)
    addVotes(journey)
    list("Not measured", journey.blindSpots.map { "\($0.title): \($0.words)" })
    list("Severe for few", journey.severeForFew.map { "\($0.title): \($0.words)" })
    list("Asked, but not enough to rank", journey.uncovered.map { "\($0.title): \($0.words)" })
    list("Old figures", journey.outdated.map { "\($0.title): \($0.words)" })
    addCrossings(journey)
    addChanges(journey.changes, journey.unchanged)
    guard !journey.goals.isEmpty else { return }
    section("Goals")
    for goal in journey.goals {
      ends("  \(goal.title)", goal.state.rawValue, goal.state == .met ? .green : nil)
      let words = [goal.latest, goal.target.map { "aim: \($0)" }, goal.course].compactMap(\.self)
      if !words.isEmpty { paragraph(words.joined(separator: "; "), indent: 4) }
      if let records = goal.records { paragraph("records: \(records)", indent: 4, hanging: 9) }
    }
  }

  private mutating func addRanking(_ journey: SpokenJourney) {
    let discussed = journey.toDiscuss
    if !discussed.isEmpty { section("Fix first") }
    for touchpoint in discussed {
      ends(
        "\(touchpoint.rank < 10 ? " " : "")\(touchpoint.rank). \(touchpoint.title)",
        "priority score \(touchpoint.burden)", .bold)
      let facts = [touchpoint.figure, touchpoint.reach, touchpoint.owner].compactMap(\.self)
      paragraph(facts.joined(separator: " · "), indent: 4)
      if let dissatisfied = touchpoint.dissatisfied { paragraph(dissatisfied, indent: 4) }
      if let certainty = touchpoint.certainty {
        let hue: TerminalPaint.Hue? =
          touchpoint.level == .clear ? .red : touchpoint.level == .notAPriority ? .dim : .yellow
        paragraph(certainty.prefix(1).uppercased() + certainty.dropFirst(), indent: 4, hue)
      }
      paragraph("why: " + touchpoint.why.joined(separator: "; "), indent: 4, hanging: 5)
      if let wayOut = touchpoint.wayOut { paragraph("what it takes: " + wayOut, indent: 4, hanging: 15) }
      if let votes = touchpoint.votes { paragraph("votes of the room: \(votes)", indent: 4) }
    }
    let rest = journey.weakest.dropFirst(discussed.count)
    if !rest.isEmpty { section("Below target, but not a priority now") }
    for touchpoint in rest.prefix(Self.most) {
      ends(
        "\(touchpoint.rank < 10 ? " " : "")\(touchpoint.rank). \(touchpoint.title)",
        "priority score \(touchpoint.burden)")
      paragraph(touchpoint.figure, indent: 4)
    }
    if rest.count > Self.most { paragraph("and \(rest.count - Self.most) more", indent: 4) }
    guard !journey.onTarget.isEmpty else { return }
    section("On target")
    paragraph(journey.onTarget.joined(separator: " · "), indent: 2)
  }

  private mutating func addVotes(_ journey: SpokenJourney) {
    guard !journey.votes.isEmpty else { return }
    section("Votes of the room, beside the data")
    for vote in journey.votes.prefix(Self.most) {
      ends(
        "\(vote.place < 10 ? " " : "")\(vote.place). \(vote.title)",
        "\(vote.votes) vote\(vote.votes == 1 ? "" : "s") · data: \(vote.data)")
    }
  }

  private mutating func addCrossings(_ journey: SpokenJourney) {
    let worse = journey.handOffs.filter(\.isWorse)
    if !journey.handOffs.isEmpty { section("Hand-offs, biggest drop first") }
    for crossing in worse.prefix(Self.most) { add(crossing) }
    let rest = journey.handOffs.count - min(worse.count, Self.most)
    if rest > 0 {
      let words =
        !worse.isEmpty
        ? "\(rest) more: no drop, or not measured on both sides; --format html shows them."
        : journey.handOffs.contains { $0.scores != nil }
          ? "None of the \(rest) has a drop, as far as both sides are measured."
          : "None of the \(rest) is measured on both sides."
      paragraph(words, indent: 2)
    }
    addMatrix(journey.matrix)
    if !journey.otherCrossings.isEmpty { section("Channel switches and loops within a department") }
    for crossing in journey.otherCrossings.prefix(Self.most) { add(crossing) }
    let others = journey.otherCrossings.count - Self.most
    if others > 0 { paragraph("and \(others) more", indent: 2) }
  }

  mutating func add(_ crossing: SpokenCrossing) {
    item("\(crossing.from) → \(crossing.to)")
    let words = crossing.facts
    if !words.isEmpty { paragraph(words.joined(separator: " · "), indent: 4) }
  }

  /// A column a department, where they fit.
  private mutating func addMatrix(_ matrix: SpokenMatrix) {
    let width = matrix.departments.map { DisplayWidth.of(visible(sentence: $0)) }.max() ?? 0
    guard matrix.departments.count > 1, width + 4 + 4 * matrix.departments.count <= Self.columns else { return }
    section("Who passes customers on to whom")
    paragraph("Rows hand off to columns. Each number counts arrows.", indent: 2)
    let heads = matrix.departments.indices.map { Self.padded("\($0 + 1)", 4) }.joined()
    verbatim("  " + String(repeating: " ", count: width + 4) + heads)
    for (index, name) in matrix.departments.enumerated() {
      let shown = visible(sentence: name)
      let cells = matrix.rows[index].map { Self.padded($0.isEmpty ? "·" : $0, 4) }.joined()
      let gap = String(repeating: " ", count: width - DisplayWidth.of(shown))
      verbatim("  " + Self.padded("\(index + 1)", 2) + " " + shown + gap + " " + cells)
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  mutating func addChanges(_ changes: [SpokenShift], _ unchanged: String?) {
    guard !changes.isEmpty || unchanged != nil else { return }
    section("What clearly changed")
    for change in changes { add(change) }
    if let unchanged { paragraph(unchanged + ".", indent: 2) }
  }

  mutating func add(_ change: SpokenShift) {
    paragraph(
      "\(change.isBetter ? "better" : "worse"): \(change.place): \(change.words)", indent: 2, hanging: 8,
      change.isBetter ? .green : .plainRed)
  }

  mutating func list(_ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    section(title)
    for words in items.prefix(Self.most) { item(words) }
    if items.count > Self.most { paragraph("and \(items.count - Self.most) more", indent: 4) }
  }
}
