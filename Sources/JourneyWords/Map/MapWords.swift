package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// What stands in the map's header and footer, beside its curves and on its arrows.
extension Words {
  package func aim(of goal: Goal, _ target: String) -> String {
    goal.comparison == .atMost ? self("goal ≤ \(target)") : self("goal ≥ \(target)")
  }

  package var notRecordedYet: String { self("not recorded yet") }
  package var measuredTouchpoints: String { self("Measured touchpoints") }

  package func count(_ part: Int, of whole: Int) -> String { self("\(part) of \(whole)") }

  package func notMeasured(_ count: Int) -> String {
    count == 0 ? self("all measured") : self("\(count) not measured")
  }

  package func phases(_ count: Int) -> String { self(count, "\(count) phase", "\(count) phases") }

  /// Under a map: where its figures are from.
  package func sources(_ titles: [String], latest: Period?) -> String {
    let sources = self("Sources: \(titles.joined(separator: "; ")).")
    return latest.map { sources + " " + self("Newest data: \($0.spoken(in: self)).") } ?? sources
  }

  /// What a poster leaves out.
  package func missing(_ lanes: [LaneGroup]) -> String {
    let names = lanes.map { $0.name(in: self) }.joined(separator: ", ")
    return self("Not on this poster, so that the type stays large: \(names). The page of the map has them.")
  }

  /// How customers feel, at the curve's top, middle and bottom.
  package func feeling(_ value: Int) -> String {
    switch value {
    case 1...: self("delighted")
    case 0: self("indifferent")
    default: self("upset")
    }
  }

  package var topPriority: String { self("Top priority") }
  package var fellMost: String { self("Fell most") }
  package var roseMost: String { self("Rose most") }

  /// A touchpoint and its figure: `Reads the tracking · 52%`.
  package func titled(_ touchpoint: String, figure: String) -> String {
    joined([inside(touchpoint), figure], by: " · ")
  }

  /// `Top priority: Reads the tracking · 52%, reached by 94%`.
  package func finding(_ label: String, _ value: String, _ detail: String) -> String {
    detail.isEmpty ? self("\(label): \(value)") : self("\(label): \(value), \(detail)")
  }

  package func since(_ period: String) -> String { self("since \(period)") }
  package func reached(by share: String) -> String { self("reached by \(share)") }

  package var teamsAssumption: String { self("the team’s assumption") }
  /// Where nobody has said what customers feel.
  package var noFeeling: String { self("not said") }

  /// In place of a figure of a touchpoint that comes again.
  package func asAt(_ touchpoint: String) -> String { self("as at “\(inside(touchpoint))”") }

  /// What an arrow says, away from its line.
  package func way(from: String, to: String, says text: String) -> String {
    self("\(inside(from)) → \(inside(to)): \(text)")
  }

  /// How customers come or leave, away from the touchpoint.
  package func end(at touchpoint: String, says text: String) -> String { self("\(inside(touchpoint)): \(text)") }

  package func more(_ count: Int) -> String { self("\(count) more") }

  /// Of the drawing that shows a whole journey on one screen.
  package var overview: String { self("Overview of the journey") }
  package func idea(_ text: String) -> String { self("Idea: \(inside(text))") }
  package var noIdeaYet: String { self("no idea yet") }
  /// Which figure stands for a phase.
  package var middleOfPhase: String { self("the middle touchpoint of each phase") }
  /// Of a phase: `lowest: Waits for the courier, 16%`.
  package func lowest(_ touchpoint: String, figure: String) -> String {
    self("lowest: \(inside(touchpoint)), \(figure)")
  }

  package func assumed(_ feeling: Feeling, of persona: String?) -> String {
    let value = signed(Double(feeling.value)) + (feeling.text.map { ", \($0)" } ?? "")
    return persona.map { self("Assumed feeling of \($0): \(value)") } ?? self("Assumed feeling: \(value)")
  }

  /// Beside a figure on the map, where there is little room.
  package func count(of score: Score) -> String {
    score.state == .indicative ? self("few, n \(decimal(Double(score.n)))") : n(score.n)
  }

  package var oneQuestionAboutSeveral: String { self("one question about several touchpoints") }

  package func reached(_ reach: Reach, under headline: Period?) -> String {
    let printed = reach.printed(in: self)
    let date = reach.date(under: headline, in: self).map { ", \($0)" } ?? ""
    return self(
      "Reached by \(printed.value) of customers, between \(printed.interval ?? "") with 95% confidence, n \(decimal(Double(reach.n)))"
    ) + date
  }

  /// Beside the curve: `CSAT: answers 4 and 5 of 1–5, with its 95% interval`.
  package func withInterval(_ definition: String) -> String { self("\(definition), with its 95% interval") }

  /// What somebody says or thinks.
  package func quoted(_ text: String) -> String { self("“\(text)”") }

  package func target(_ value: String) -> String { self("target \(value)") }

  /// Where an arrow comes from that enters a piece of the journey, and where one goes that leaves it.
  package func cameFrom(_ touchpoint: String) -> String { self("from \(inside(touchpoint))") }
  package func goesTo(_ touchpoint: String) -> String { self("to \(inside(touchpoint))") }

  /// What a customer should know of a touchpoint beyond its name: `optional`, `3–5 d`.
  ///
  /// - Parameter title: of the touchpoint that comes again here.
  package func facts(of touchpoint: Touchpoint, repeating title: String?, in workspace: Workspace) -> [String] {
    var facts: [String] = []
    if touchpoint.isAside { facts.append(self("aside")) }
    if touchpoint.isOptional { facts.append(self("optional")) }
    if let title { facts.append(self("again: \(inside(title))")) }
    if let takes = touchpoint.takes { facts.append(takes.text(in: self)) }
    if let importance = touchpoint.importance { facts.append(self.importance(of: importance)) }
    if touchpoint.opens != nil { facts.append(self("opens a journey")) }
    if !touchpoint.helpers.isEmpty {
      facts.append(self("with \(joined(touchpoint.helpers.map { workspace[$0].title }, by: ", "))"))
    }
    return facts
  }

  package func importance(of value: Int) -> String { self("importance \(value)") }

  /// What an arrow says: its label, share, wait and for whom it holds; nil where it says nothing.
  package func label(of arrow: Arrow, in workspace: Workspace) -> String? {
    var parts: [String] = []
    if arrow.together != nil { parts.append(self("and")) }
    if let label = arrow.label { parts.append(label) }
    if let share = arrow.share { parts.append(percent(share)) }
    if let wait = arrow.wait { parts.append(self("waits \(wait.text(in: self))")) }
    parts += arrow.audience.personas.map { workspace[$0].title } + arrow.audience.segments.map { workspace[$0].title }
    return parts.isEmpty ? nil : joined(parts, by: " · ")
  }

  /// The same, of its label and share alone.
  package func shortLabel(of arrow: Arrow) -> String? {
    let parts = [arrow.label, arrow.share.map { percent($0) }].compactMap(\.self)
    return parts.isEmpty ? nil : joined(parts, by: " · ")
  }

  package func due(_ day: Period) -> String { due(day.spoken(in: self)) }
}

extension Durations {
  /// `3–5 d`, `15 min`.
  package func text(in words: Words) -> String { words.durations(shortest, longest) }
}

/// A sign that the legend of a map explains.
package enum MapSign: Sendable, Equatable {
  case level(Level)
  case state(Score.ScoreState)
  case channel(ChannelSign)
  case handOff, worseHandOff, helper, momentOfTruth, action, dashed, whisker, target, indicative, old, share, back,
    change,
    before, rank
  /// A box of the colour that this lane's have, where several lanes share columns.
  case box(MapLane)

  /// As the legend says it; empty for a state that is a figure's, and for a channel, which has a title.
  package func meaning(in words: Words) -> String {
    switch self {
    case .level(let level): level.meaning(in: words)
    case .state(.notAsked): words("not measured")
    case .state(.noData): words("no answers yet")
    case .state(.hidden): words("not enough answers to show")
    case .state(.undated): words("too many open cases without a date")
    case .state(.indicative), .state(.scored), .channel: ""
    case .box(let lane): lane.title(in: words)
    case .handOff: words("hand-off: the owner changes")
    case .momentOfTruth: words("moment of truth")
    case .action: words("actions open")
    case .share: words("thicker line: more customers")
    case .back: words("a way back")
    case .change: words("a clear change since the period before")
    case .before: words("where it was before")
    case .rank: words("what to fix first")
    case .worseHandOff: words("it clearly gets worse across it")
    case .helper: words("helps")
    case .indicative: words("indicative: fewer than 30 answers")
    case .old: words("too old to count")
    case .target: words("target")
    case .whisker: words("95% interval")
    case .dashed: words("assumed by the team")
    }
  }
}

extension Level {
  package func meaning(in words: Words) -> String {
    switch self {
    case .farAbove: words("5 points or more above target")
    case .above: words("on target")
    case .near: words("up to 5 points below")
    case .below: words("up to 15 points below")
    case .farBelow: words("further below")
    }
  }
}

extension Evidence {
  /// Where a team knows it from.
  package func spoken(in words: Words) -> String {
    switch self {
    case .survey: words("survey")
    case .interview: words("interview")
    case .employee: words("employee")
    case .social: words("social")
    case .analytics: words("analytics")
    case .assumption: words("assumption")
    }
  }
}

extension Voice.Speaker {
  package func spoken(in words: Words) -> String {
    switch self {
    case .customer: words("customer")
    case .employee: words("employee")
    case .social: words("social")
    }
  }
}
