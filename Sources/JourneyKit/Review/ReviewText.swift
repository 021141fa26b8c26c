internal import JourneyLayout
internal import JourneyReview
internal import JourneyWords

/// A review for people at a terminal, in the order in which a workshop needs it.
struct ReviewText {
  let paint: TerminalPaint
  let words: Words

  /// - Parameter isCard: whether the card of one department or persona alone is wanted.
  func text(_ review: SpokenReview, isCard: Bool) -> String {
    var page = TextPage(paint: paint, words: words)
    if isCard {
      for card in review.departments {
        page.title(card.title)
        if let scope = review.scope { page.paragraph(scope) }
        page.add(card)
      }
      for persona in review.personas { page.add(persona) }
      return page.text.isEmpty ? words.emptyCard + "\n" : page.text
    }
    for (index, journey) in review.journeys.enumerated() {
      if index > 0 { page.blank() }
      page.title(words.heading(journey))
      if let today = journey.today { page.paragraph(words.toReplace(today.title)) }
      for planned in journey.planned { page.paragraph(words.toBeReplaced(by: planned.title)) }
      let scope = [review.scope, journey.window].compactMap(\.self).joined(separator: " · ")
      if !scope.isEmpty { page.paragraph(scope.prefix(1).uppercased() + scope.dropFirst()) }
      page.blank()
      page.paragraph(journey.takeaway, .bold)
      page.add(journey)
    }
    if review.journeys.isEmpty { page.paragraph(words.noJourneysHere) }
    page.addActions(review)
    if !review.departments.isEmpty {
      page.section(words.aPageForEachDepartment)
      page.paragraph("waymark review --department NAME", indent: 2)
      page.paragraph(review.departments.map(\.name).joined(separator: " · "), indent: 2)
    }
    if !review.personaNames.isEmpty {
      page.section(words.aPageForEachPersona)
      page.paragraph("waymark review --persona NAME", indent: 2)
      page.paragraph(review.personaNames.joined(separator: " · "), indent: 2)
    }
    page.section(words.howThisIsCounted)
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
    list(words.notMeasured, journey.blindSpots.map { "\($0.title): \($0.words)" })
    list(words.severeForFew, journey.severeForFew.map { "\($0.title): \($0.words)" })
    list(words.askedButNotEnoughToRank, journey.uncovered.map { "\($0.title): \($0.words)" })
    list(words.oldFigures, journey.outdated.map { "\($0.title): \($0.words)" })
    addDrivers(journey.drivers)
    addCrossings(journey)
    addChanges(journey.changes, journey.unchanged)
    addSegments(journey)
    guard !journey.goals.isEmpty else { return }
    section(words.goals)
    for goal in journey.goals {
      ends("  \(goal.title)", goal.stateWords, goal.state == .met ? .green : nil)
      let facts = [goal.latest, goal.target.map(words.aim), goal.course].compactMap(\.self)
      if !facts.isEmpty { paragraph(facts.joined(separator: "; "), indent: 4) }
      if let records = goal.records { labelled(words.records, records, indent: 4) }
    }
  }

  private mutating func addRanking(_ journey: SpokenJourney) {
    let discussed = journey.toDiscuss
    if !discussed.isEmpty { section(words.fixFirst) }
    for touchpoint in discussed {
      ends(
        "\(touchpoint.rank < 10 ? " " : "")\(touchpoint.rank). \(touchpoint.title)",
        words.priorityScore(touchpoint.burden), .bold)
      let facts = [touchpoint.figure, touchpoint.reach, touchpoint.owner].compactMap(\.self)
      paragraph(facts.joined(separator: " · "), indent: 4)
      if let dissatisfied = touchpoint.dissatisfied { paragraph(dissatisfied, indent: 4) }
      if let certainty = touchpoint.certainty {
        let hue: TerminalPaint.Hue? =
          touchpoint.level == .clear ? .red : touchpoint.level == .notAPriority ? .dim : .yellow
        paragraph(certainty.prefix(1).uppercased() + certainty.dropFirst(), indent: 4, hue)
      }
      labelled(words.why, touchpoint.why.joined(separator: "; "), indent: 4)
      if let wayOut = touchpoint.wayOut { labelled(words.whatItTakes, wayOut, indent: 4) }
      if let votes = touchpoint.votes { paragraph(words.votesOfTheRoom(votes), indent: 4) }
    }
    let rest = journey.weakest.dropFirst(discussed.count)
    if !rest.isEmpty { section(words.belowTargetButNotAPriorityNow) }
    for touchpoint in rest.prefix(Self.most) {
      ends(
        "\(touchpoint.rank < 10 ? " " : "")\(touchpoint.rank). \(touchpoint.title)",
        words.priorityScore(touchpoint.burden))
      paragraph(touchpoint.figure, indent: 4)
    }
    if rest.count > Self.most { paragraph(words.andMore(rest.count - Self.most), indent: 4) }
    guard !journey.onTarget.isEmpty else { return }
    section(words.onTargetHead)
    paragraph(journey.onTarget.joined(separator: " · "), indent: 2)
  }

  /// What is above an equal share in full, the rest in a line, and what it does not say once.
  private mutating func addDrivers(_ all: [SpokenDrivers]) {
    var caveats: [String] = []
    for drivers in all {
      section(drivers.title)
      paragraph(drivers.summary, indent: 2)
      for corner in drivers.corners {
        switch corner.corner {
        case .fixFirst, .keep:
          paragraph("\(corner.name): \(corner.hint)", indent: 2, corner.corner == .fixFirst ? .bold : nil)
          for driver in corner.drivers { item(driver.sentence, indent: 4) }
        case .watch, .leave, nil:
          let title = corner.hint.isEmpty ? corner.name : "\(corner.name): \(corner.hint)"
          paragraph(title, indent: 2)
          paragraph(corner.drivers.map(\.brief).joined(separator: " · "), indent: 4)
        }
      }
      caveats += drivers.caveats.filter { !caveats.contains($0) }
    }
    for caveat in caveats { paragraph(caveat, indent: 2) }
  }

  private mutating func addVotes(_ journey: SpokenJourney) {
    guard !journey.votes.isEmpty else { return }
    section(words.votesOfTheRoomBesideTheData)
    for vote in journey.votes.prefix(Self.most) {
      ends(
        "\(vote.place < 10 ? " " : "")\(vote.place). \(vote.title)",
        words.votes(vote))
    }
  }

  private mutating func addCrossings(_ journey: SpokenJourney) {
    let worse = journey.handOffs.filter(\.isWorse)
    if !journey.handOffs.isEmpty { section(words.handOffsBiggestDropFirst) }
    for crossing in worse.prefix(Self.most) { add(crossing) }
    let rest = journey.handOffs.count - min(worse.count, Self.most)
    if rest > 0 {
      let text =
        !worse.isEmpty
        ? words.furtherHandOffs(rest)
        : journey.handOffs.contains { $0.scores != nil }
          ? words.noHandOffDrops(rest) : words.noHandOffIsMeasured(rest)
      paragraph(text, indent: 2)
    }
    addMatrix(journey.matrix)
    if !journey.otherCrossings.isEmpty { section(words.channelSwitchesAndLoopsWithinADepartment) }
    for crossing in journey.otherCrossings.prefix(Self.most) { add(crossing) }
    let others = journey.otherCrossings.count - Self.most
    if others > 0 { paragraph(words.andMore(others), indent: 2) }
  }

  mutating func add(_ crossing: SpokenCrossing) {
    item("\(crossing.from) → \(crossing.to)")
    let facts = words.facts(of: crossing)
    if !facts.isEmpty { paragraph(facts.joined(separator: " · "), indent: 4) }
  }

  /// A column a department, where they fit.
  private mutating func addMatrix(_ matrix: SpokenMatrix) {
    let width = matrix.departments.map { DisplayWidth.of(visible(sentence: $0)) }.max() ?? 0
    guard matrix.departments.count > 1, width + 4 + 4 * matrix.departments.count <= Self.columns else { return }
    section(words.whoPassesCustomersOnToWhom)
    paragraph(words.matrixHint, indent: 2)
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
    section(words.whatClearlyChanged)
    for change in changes { add(change) }
    if let unchanged { paragraph(unchanged + ".", indent: 2) }
  }

  private mutating func addSegments(_ journey: SpokenJourney) {
    guard !journey.segments.isEmpty || journey.alike != nil else { return }
    section(words.whichSegmentsDiffer)
    for segment in journey.segments { item("\(segment.place): \(segment.words)") }
    if let alike = journey.alike { paragraph(alike + ".", indent: 2) }
  }

  mutating func add(_ change: SpokenShift) {
    labelled(
      change.isBetter ? words.better : words.worse, "\(change.place): \(change.words)", indent: 2,
      change.isBetter ? .green : .plainRed)
  }

  mutating func list(_ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    section(title)
    for text in items.prefix(Self.most) { item(text) }
    if items.count > Self.most { paragraph(words.andMore(items.count - Self.most), indent: 4) }
  }
}
