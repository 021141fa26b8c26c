internal import JourneyLayout
internal import JourneyModel

/// A review for a pull request: what matters at a glance, the rest folded away.
struct ReviewMarkdown {
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
    page += folded("How this is counted", list(review.method))
    return page
  }

  private func section(_ journey: SpokenJourney, scope: String?) -> String {
    let scope = [scope, journey.window].compactMap(\.self).joined(separator: " · ")
    var text = "## \(escaped(journey.title))\(journey.isPlanned ? " (planned)" : "")\n\n"
    if let today = journey.today { text += "To replace: \(escaped(today.title)). " }
    text += journey.planned.map { "To be replaced by: \(escaped($0.title)). " }.joined()
    text += "**\(escaped(journey.takeaway))**"
    text += scope.isEmpty ? "\n\n" : " \(escaped(scope.prefix(1).uppercased() + scope.dropFirst())).\n\n"
    text += table(journey)
    text += changes(journey.changes, journey.unchanged)
    let why = journey.toDiscuss.map { touchpoint in
      let parts = touchpoint.why + [touchpoint.wayOut].compactMap(\.self)
      return "\(touchpoint.title): \(parts.joined(separator: "; "))"
    }
    text += folded("Why these", list(Array(why)))
    text += folded(
      "Below target, but not a priority now",
      list(
        journey.weakest.dropFirst(journey.toDiscuss.count).map { touchpoint in
          ([touchpoint.title + ": " + touchpoint.figure] + touchpoint.why).joined(separator: "; ")
        }))
    text += folded("Not measured", list(journey.blindSpots.map { "\($0.title): \($0.words)" }))
    text += folded("Severe for few", list(journey.severeForFew.map { "\($0.title): \($0.words)" }))
    text += folded("Old figures", list(journey.outdated.map { "\($0.title): \($0.words)" }))
    text += folded(
      "Hand-offs",
      list(
        journey.handOffs.map { crossing in
          ([crossing.from + " → " + crossing.to] + crossing.facts).joined(separator: " · ")
        }))
    text += folded(
      "Channel switches and loops within a department",
      list(
        journey.otherCrossings.map { crossing in
          ([crossing.from + " → " + crossing.to] + crossing.facts).joined(separator: " · ")
        }))
    text += folded(
      "Goals",
      list(
        journey.goals.map { goal in
          [
            "\(goal.title): \(goal.state.rawValue)", goal.latest, goal.target, goal.course,
            goal.records.map { "records: \($0)" },
          ].compactMap(\.self)
            .joined(separator: "; ")
        }))
    text += folded(
      "Votes of the room",
      list(
        journey.votes.map { vote in
          "\(vote.title): \(vote.votes), data: \(vote.data)"
        }))
    return text
  }

  private func changes(_ changes: [SpokenShift], _ unchanged: String?) -> String {
    list(
      changes.map { "\($0.isBetter ? "Better" : "Worse"): \($0.place): \($0.words)" } + [unchanged].compactMap(\.self))
  }

  private func table(_ journey: SpokenJourney) -> String {
    guard !journey.toDiscuss.isEmpty else { return "" }
    var text = "| | touchpoint | figure | reach | priority score | certainty |\n|--:|---|---|---|--:|---|\n"
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
    var table = "| action | for | owner | due | status | verdict |\n|---|---|---|---|---|---|\n"
    for action in review.actions where action.status != .dropped {
      let notes = [action.verdict, action.lacks.map { "it has \($0)" }].compactMap(\.self).joined(separator: "; ")
      let day = action.finished.map { "\(action.statusWords) \($0)" } ?? action.statusWords
      let cells = [action.title, action.subject ?? "", action.owner ?? "", action.due ?? "", day, notes]
      table += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    let overdue = review.actions.filter(\.isOverdue).map { action in
      "Open after its due date: "
        + ([action.title] + [action.owner, action.due.map { "due \($0)" }].compactMap(\.self)).joined(separator: ", ")
    }
    return list(overdue) + folded("Actions (\(review.actions.count))", table + "\n")
      + folded(
        "You said, we did",
        list(
          review.told.map { told in
            told.said.isEmpty ? told.did : "“\(told.said.joined(separator: "”, “"))”: \(told.did) (told \(told.on))"
          }))
  }

  private func card(_ card: SpokenCard) -> String {
    var text = "## \(escaped(card.title))\n\n"
    if let window = card.window { text += "\(escaped(window)).\n\n" }
    if let targets = card.targets { text += "**\(escaped(targets)).**\n\n" }
    func block(_ title: String, _ items: [String]) { if !items.isEmpty { text += "\(title):\n\n" + list(items) } }
    func words(_ crossing: SpokenCrossing) -> String {
      ([crossing.from + " → " + crossing.to] + crossing.facts).joined(separator: " · ")
    }
    for standings in card.standings { block(standings.title, standings.words) }
    block("Touchpoints", card.touchpoints.map { "\($0.title): \($0.figure ?? "not measured")" })
    block("Hand-offs in", card.handOffsIn.map(words))
    block("Hand-offs out", card.handOffsOut.map(words))
    if !card.changes.isEmpty || card.unchanged != nil {
      text += "What clearly changed:\n\n" + changes(card.changes, card.unchanged)
    }
    func words(_ action: SpokenAction) -> String {
      [
        action.title, action.status.rawValue, action.due.map { "due \($0)" }, action.expected.map { "expects \($0)" },
        action.verdict,
      ]
      .compactMap(\.self).joined(separator: ", ")
    }
    block("Actions", card.actions.map(words))
    block("Actions of others at these touchpoints", card.actionsOfOthers.map(words))
    return text
  }

  private func card(_ persona: SpokenPersona) -> String {
    var text = "## \(escaped(persona.title))\n\n"
    if let window = persona.window { text += "\(escaped(window)).\n\n" }
    if let quote = persona.quote { text += "“\(escaped(quote))”\n\n" }
    func block(_ title: String, _ items: [String]) { if !items.isEmpty { text += "\(title):\n\n" + list(items) } }
    block("Feelings, the lowest first (the team's assumption)", persona.feelings)
    block("Pains", persona.pains)
    block("Needs", persona.needs)
    block("Meets", persona.touchpoints.map { "\($0.title): \($0.figure ?? "not measured")" })
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

  /// So that words from outside are words, whatever marks they hold.
  private func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in MarkdownReferences.broken(visible(sentence: String(text))).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
