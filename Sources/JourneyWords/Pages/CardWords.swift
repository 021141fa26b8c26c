package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// What stands on the card of a touchpoint.
extension Words {
  package var touchpointByTouchpoint: String { self("Touchpoint by touchpoint") }
  package var close: String { self("Close") }
  package var pains: String { self("Pains") }
  package var ideas: String { self("Ideas") }
  package var actions: String { self("Actions") }
  package var comesFrom: String { self("Comes from") }
  package var goesOnTo: String { self("Goes on to") }
  package var owner: String { self("Owner") }
  package var with: String { self("With") }
  package var importance: String { self("Importance") }
  package var takes: String { self("Takes") }
  package var reachedBy: String { self("Reached by") }
  package var priority: String { self("Priority") }
  package var onTarget: String { self("on target") }
  package var notAsked: String { self("Customers are not asked about this touchpoint.") }
  package var entersHere: String { self("enters here") }
  package var leavesHere: String { self("leaves here") }

  /// `4 of 5, a moment of truth`; nil where neither is said.
  package func importance(of touchpoint: Touchpoint) -> String? {
    switch (touchpoint.importance, touchpoint.isMomentOfTruth) {
    case (let importance?, true): self("\(importance) of 5, a moment of truth")
    case (let importance?, false): self("\(importance) of 5")
    case (nil, true): self("a moment of truth")
    case (nil, false): nil
    }
  }

  /// A pain or an idea, with where the team knows it from.
  package func remark(_ remark: Remark) -> String { "\(remark.text) (\(remark.evidence.spoken(in: self)))" }

  /// For whom alone something holds: `Tom, 18 to 25`; nil for everyone.
  package func names(of audience: Audience, in workspace: Workspace) -> String? {
    let names = audience.personas.map { workspace[$0].title } + audience.segments.map { workspace[$0].title }
    return names.isEmpty ? nil : names.map(inside).joined(separator: ", ")
  }

  /// A text, with whose it is.
  package func said(_ text: String, for audience: Audience, in workspace: Workspace) -> String {
    names(of: audience, in: workspace).map { "\(text) (\($0))" } ?? text
  }

  /// A text of a team's lane, with who answers for it, what it rests on and whom it is about.
  package func said(_ text: LaneText, in workspace: Workspace) -> String {
    let facts = [
      text.owner.map { inside(workspace[$0].title) }, text.evidence?.spoken(in: self),
      names(of: text.audience, in: workspace),
    ].compactMap(\.self)
    return facts.isEmpty ? text.text : "\(text.text) (\(facts.joined(separator: ", ")))"
  }

  /// What an action is to do away with.
  package func against(_ pain: String) -> String { self("against “\(inside(pain))”") }

  package func share(_ reach: Reach, under headline: Period?) -> String {
    let facts = "\(reach.facts(under: headline, in: self)), \(n(reach.n))"
    return self("\(reach.printed(in: self).value) of customers (\(facts))")
  }

  package func handOff(from giving: String, to taking: String) -> String {
    " " + self("(hand-off, \(inside(giving)) to \(inside(taking)))")
  }

  package func goingBack(_ arrow: String) -> String { self("\(arrow), going back") }
  package func opens(_ journey: String) -> String { self("Opens the journey \(journey)") }
  package func nineInTen(_ time: String) -> String { self("nine in ten within \(time)") }
  package var indicative: String { self("indicative") }
  package var noClearChange: String { self("no clear change") }

  package func noClearChange(since period: Period) -> String {
    self("No clear change since \(period.spoken(in: self))")
  }

  package func clearly(_ metric: Metric, _ change: Score.Change, isBetter: Bool) -> String {
    let (amount, since) = (metric.text(change: change, in: self), change.from.spoken(in: self))
    return isBetter
      ? self("Clearly better: \(amount) since \(since)") : self("Clearly worse: \(amount) since \(since)")
  }

  /// What has clearly changed, and what it is worth: the first that a reader of a card should know.
  package func changed(_ metric: Metric, isBetter: Bool, since period: Period) -> String {
    let (title, since) = (metric.title(in: self), period.spoken(in: self))
    return isBetter ? self("\(title) clearly better since \(since).") : self("\(title) clearly worse since \(since).")
  }

  package var bySegment: String { self("By segment") }
  package func place(_ rank: Int, toFix count: Int) -> String { self("Number \(rank) of \(count) to fix.") }
  package var noActionYet: String { self("No action yet.") }
  /// Of the action that is nearest to be done.
  package func isUnderWay(due: String?) -> String {
    due.map { self("An action is under way, due \($0).") } ?? self("An action is under way.")
  }
  package func isPlanned(due: String?) -> String {
    due.map { self("An action is planned, due \($0).") } ?? self("An action is planned.")
  }

  package var answersFromWorstToBest: String { self("Answers, from the worst to the best:") }
  package var figuresOfTheWhole: String { self("Figures of the whole journey") }
  package var journeyMap: String { self("journey map") }
  package var pieceOfAMap: String { self("piece of a journey map") }
  package var phases: String { self("Phases") }
  package var arrows: String { self("Arrows") }
  package var touchpoints: String { self("Touchpoints") }
  package var entry: String { self("Entry") }
  package var exit: String { self("Exit") }

  /// Between two touchpoints of a list; of a hand-off where it clearly gets worse with both figures.
  package func handsOver(from giving: String, to taking: String, scores: (before: String, after: String)?) -> String {
    scores.map { self("\(giving) hands over to \(taking): before \($0.before), after \($0.after)") }
      ?? self("\(giving) hands over to \(taking)")
  }
  package func handOffSentence(from giving: String, to taking: String) -> String {
    self(". Hand-off: \(inside(giving)) to \(inside(taking))")
  }

  package func by(_ channels: String) -> String { self("by \(channels)") }
  package func owner(_ title: String) -> String { self("owner \(title)") }

  package func tooWide(_ command: String) -> String {
    self("The map is too wide for this paper. Print it as a poster: \(command)")
  }
}
