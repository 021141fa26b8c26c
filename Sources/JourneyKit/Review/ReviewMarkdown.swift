internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords

/// A review for a pull request: what matters at a glance, the rest folded away.
struct ReviewMarkdown {
  let words: Words

  /// - Parameter isCard: whether the card of one department or persona alone is wanted.
  func text(_ review: SpokenReview, isCard: Bool) -> String {
    var page = ""
    if isCard {
      for card in review.departments { page += self.card(card) }
      for persona in review.personas { page += card(persona) }
      return page
    }
    for journey in review.journeys { page += section(journey, scope: review.scope) }
    page += actions(review)
    page += folded(words.howThisIsCounted, list(review.method))
    return page
  }

  private func section(_ journey: SpokenJourney, scope: String?) -> String {
    let scope = [scope, journey.window].compactMap(\.self).joined(separator: " · ")
    var text = "## \(escaped(words.heading(journey)))\n\n"
    if let today = journey.today { text += escaped(words.toReplace(today.title)) + ". " }
    text += journey.planned.map { escaped(words.toBeReplaced(by: $0.title)) + ". " }.joined()
    text += "**\(escaped(journey.takeaway))**"
    text += scope.isEmpty ? "\n\n" : " \(escaped(scope.prefix(1).uppercased() + scope.dropFirst())).\n\n"
    text += table(journey)
    text += changes(journey.changes, journey.unchanged)
    text += folded(
      words.whichSegmentsDiffer,
      list(journey.segments.map { "\($0.place): \($0.words)" } + [journey.alike].compactMap(\.self)))
    let why = journey.toDiscuss.map { touchpoint in
      let parts = touchpoint.why + [touchpoint.wayOut].compactMap(\.self)
      return "\(touchpoint.title): \(parts.joined(separator: "; "))"
    }
    text += folded(words.whyThese, list(Array(why)))
    text += folded(
      words.belowTargetButNotAPriorityNow,
      list(
        journey.weakest.dropFirst(journey.toDiscuss.count).map { touchpoint in
          ([touchpoint.title + ": " + touchpoint.figure] + touchpoint.why).joined(separator: "; ")
        }))
    text += folded(words.notMeasured, list(journey.blindSpots.map { "\($0.title): \($0.words)" }))
    text += folded(words.severeForFew, list(journey.severeForFew.map { "\($0.title): \($0.words)" }))
    text += folded(words.oldFigures, list(journey.outdated.map { "\($0.title): \($0.words)" }))
    for drivers in journey.drivers {
      let found = drivers.corners.flatMap { corner in
        corner.drivers.map { "\(corner.name): \($0.sentence)" }
      }
      text += folded(drivers.title, list([drivers.summary] + found + drivers.caveats))
    }
    text += folded(
      words.handOffs,
      list(
        journey.handOffs.map { crossing in
          ([crossing.from + " → " + crossing.to] + words.facts(of: crossing)).joined(separator: " · ")
        }))
    text += folded(
      words.channelSwitchesAndLoopsWithinADepartment,
      list(
        journey.otherCrossings.map { crossing in
          ([crossing.from + " → " + crossing.to] + words.facts(of: crossing)).joined(separator: " · ")
        }))
    text += folded(
      words.goals,
      list(
        journey.goals.map { goal in
          [
            "\(goal.title): \(goal.stateWords)", goal.latest, goal.target, goal.course,
            goal.records.map { "\(words.records) \($0)" },
          ].compactMap(\.self)
            .joined(separator: "; ")
        }))
    text += folded(
      words.votesOfTheRoom,
      list(
        journey.votes.map { vote in
          words.votesInData(vote)
        }))
    return text
  }

  private func changes(_ changes: [SpokenShift], _ unchanged: String?) -> String {
    list(
      changes.map { "\($0.isBetter ? words.betterHead : words.worseHead): \($0.place): \($0.words)" }
        + [unchanged].compactMap(\.self))
  }

  private func table(_ journey: SpokenJourney) -> String {
    guard !journey.toDiscuss.isEmpty else { return "" }
    var text = "| | \(words.rankingColumns.joined(separator: " | ")) |\n|--:|---|---|---|--:|---|\n"
    for touchpoint in journey.toDiscuss {
      let owner = touchpoint.owner.map { " (\($0))" } ?? ""
      let cells = [
        "\(touchpoint.rank)", touchpoint.title + owner, touchpoint.figure, touchpoint.reach, touchpoint.burden,
        touchpoint.certainty ?? "",
      ]
      text += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    return text + "\n"
  }

  private func actions(_ review: SpokenReview) -> String {
    guard !review.actions.isEmpty else { return "" }
    var table = "| \(words.actionColumns.joined(separator: " | ")) |\n|---|---|---|---|---|---|\n"
    for action in review.actions where action.status != .dropped {
      let notes = [action.verdict, action.lacks.map(words.itHas)].compactMap(\.self).joined(separator: "; ")
      let day = action.finished.map { "\(action.statusWords) \($0)" } ?? action.statusWords
      let cells = [action.title, action.subject ?? "", action.owner ?? "", action.due ?? "", day, notes]
      table += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    let overdue = review.actions.filter(\.isOverdue).map { action in
      words.openAfterItsDueDate(
        ([action.title] + [action.owner, action.due.map(words.due)].compactMap(\.self)).joined(separator: ", "))
    }
    return list(overdue) + folded("\(words.actions) (\(review.actions.count))", table + "\n")
      + folded(
        words.youSaidWeDid,
        list(
          review.told.map { told in
            told.said.isEmpty ? told.did : words.told(told)
          }))
  }

  private func card(_ card: SpokenCard) -> String {
    var text = "## \(escaped(card.title))\n\n"
    if let window = card.window { text += "\(escaped(window)).\n\n" }
    if let targets = card.targets { text += "**\(escaped(targets)).**\n\n" }
    func block(_ title: String, _ items: [String]) { if !items.isEmpty { text += "\(title):\n\n" + list(items) } }
    func line(_ crossing: SpokenCrossing) -> String {
      ([crossing.from + " → " + crossing.to] + words.facts(of: crossing)).joined(separator: " · ")
    }
    for standings in card.standings { block(standings.title, standings.words) }
    block(words.touchpoints, card.touchpoints.map { "\($0.title): \($0.figure ?? words.notMeasuredYet)" })
    block(words.handOffsIn, card.handOffsIn.map(line))
    block(words.handOffsOut, card.handOffsOut.map(line))
    if !card.changes.isEmpty || card.unchanged != nil {
      text += "\(words.whatClearlyChanged):\n\n" + changes(card.changes, card.unchanged)
    }
    func line(_ action: SpokenAction) -> String {
      [
        action.title, action.status.spoken(in: words), action.due.map(words.due), action.expected.map(words.expects),
        action.verdict,
      ]
      .compactMap(\.self).joined(separator: ", ")
    }
    block(words.actions, card.actions.map(line))
    block(words.actionsOfOthersAtTheseTouchpoints, card.actionsOfOthers.map(line))
    return text
  }

  private func card(_ persona: SpokenPersona) -> String {
    var text = "## \(escaped(persona.title))\n\n"
    if let window = persona.window { text += "\(escaped(window)).\n\n" }
    if let quote = persona.quote { text += "“\(escaped(quote))”\n\n" }
    func block(_ title: String, _ items: [String]) { if !items.isEmpty { text += "\(title):\n\n" + list(items) } }
    block(words.feelingsLowestFirstInBrackets, persona.feelings)
    block(words.pains, persona.pains)
    block(words.needs, persona.needs)
    block(words.meets, persona.touchpoints.map { "\($0.title): \($0.figure ?? words.notMeasuredYet)" })
    if let more = persona.more { text += "\(escaped(more))\n\n" }
    return text
  }

  /// Nothing where there is nothing to fold.
  private func folded(_ title: String, _ body: String) -> String {
    body.isEmpty ? "" : "<details><summary>\(escaped(title))</summary>\n\n\(body)</details>\n\n"
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : items.map { "- \(escaped($0))\n" }.joined() + "\n"
  }

  private func escaped(_ text: some StringProtocol) -> String { MarkdownText.escaped(text) }
}
