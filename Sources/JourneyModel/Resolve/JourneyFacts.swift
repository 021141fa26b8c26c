internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads what the lines of every journey say. References between journeys come last, when all are read.
  mutating func resolveJourneys() {
    for index in outlines.indices {
      readFacts(of: index)
      readPhases(of: index)
      readTouchpoints(of: index)
    }
    for index in outlines.indices { relate(index) }
    reportFutureRings()
    for index in outlines.indices {
      readGoals(of: index)
      readFlow(of: index)
      readViews(of: index)
    }
  }

  private mutating func readFacts(of index: Int) {
    var journey = workspace.journeys[index]
    let whole = outlines[index].line
    lazy var lines = whole.extent
    for line in whole.facts {
      switch line.keyword {
      case .owner: journey.owner = line.values.first.flatMap { department($0) }
      case .persona: journey.personas += line.values.compactMap { persona($0) }
      case .from:
        journey.from = line.strings.first?.value
        journey.to = line.strings.dropFirst().first?.value
      case .state: journey.state = word(on: line, as: Journey.JourneyState.self) ?? journey.state
      case .target: readTarget(line, of: &journey)
      case .volume: journey.volume = volume(line)
      case .link: if let link = link(line) { journey.links.append(link) }
      case .quote:
        if let text = line.text {
          journey.quotes.append(
            Voice(text: text.value, speaker: .customer, evidence: nil, audience: audience(of: line)))
        }
      case .voice: if let voice = voice(line) { journey.quotes.append(voice) }
      case .partOf: journey.group = line.values.first.flatMap { group($0) }
      case .draft: journey.isDraft = true
      case .reviewed: journey.reviewed = reviewed(line)
      case .note: journey.notes += line.strings.map(\.value)
      case .ignore: ignore(line, in: lines)
      default: break
      }
    }
    workspace.journeys[index] = journey
  }

  private mutating func readTarget(_ line: Line, of journey: inout Journey) {
    guard let target = target(line) else { return }
    if line.arguments.contains(where: { $0.word == "overall" }) {
      journey.overallTargets.append(target)
    } else {
      journey.targets.append(target)
    }
  }

  private mutating func readPhases(of index: Int) {
    for (phase, line) in outlines[index].phaseLines.enumerated() {
      for fact in line.facts {
        switch fact.keyword {
        case .target: if let target = target(fact) { workspace.journeys[index].phases[phase].targets.append(target) }
        case .owner: workspace.journeys[index].phases[phase].owner = fact.values.first.flatMap { department($0) }
        case .channel: workspace.journeys[index].phases[phase].channels += channels(fact)
        default: break
        }
      }
      workspace.journeys[index].phases[phase].notes = line.notes
    }
  }

  /// `reviewed 2026-11-21 by product`.
  private mutating func reviewed(_ line: Line) -> Reviewed? {
    guard let period = line.arguments.lazy.compactMap(\.period).first,
      let who = line.values.last.flatMap({ department($0) })
    else { return nil }
    return Reviewed(on: period, by: who)
  }

  /// `future-of`, `opens` and `repeats`.
  private mutating func relate(_ index: Int) {
    if let line = outlines[index].line.facts.first(where: { $0.keyword == .futureOf }),
      let value = line.values.first, let other = journey(value)
    {
      if other == index {
        report(.futureOfItself(value))
      } else {
        workspace.journeys[index].futureOf = Journey.ID(other)
      }
      workspace.journeys[index].state = .future
    }
    for (touchpoint, line) in outlines[index].relations {
      guard let value = line.values.first else { continue }
      if line.keyword == .opens {
        open(value, from: touchpoint, in: index)
      } else {
        repeatTouchpoint(value, from: touchpoint, in: index)
      }
    }
    settleRepeats(in: index)
  }

  /// A journey whose future's future … is itself: said once a ring.
  private mutating func reportFutureRings() {
    var walks = [Int?](repeating: nil, count: workspace.journeys.count)
    for start in walks.indices {
      var place: Int? = start
      while let here = place, walks[here] == nil {
        walks[here] = start
        place = workspace.journeys[here].futureOf?.value
      }
      if let here = place, walks[here] == start, let value = futureOf(here) {
        report(.futureInARing(value, workspace.journeys[here]))
      }
    }
  }

  private func futureOf(_ journey: Int) -> Value? {
    outlines[journey].line.facts.first { $0.keyword == .futureOf }?.values.first
  }

  private mutating func open(_ value: Value, from touchpoint: Int, in index: Int) {
    guard let other = journey(value) else { return }
    guard other != index else { return report(.opensItself(value)) }
    workspace.journeys[index].touchpoints[touchpoint].opens = Journey.ID(other)
  }

  private mutating func repeatTouchpoint(_ value: Value, from touchpoint: Int, in index: Int) {
    switch place(value, in: index) {
    case .touchpoint(let other, let journey) where journey.value == index:
      guard other.value != touchpoint else { return report(.repeatsItself(value)) }
      workspace.journeys[index].touchpoints[touchpoint].repeats = other
    case .touchpoint, .phase: report(.repeatsElsewhere(value))
    case .journey, .workspace, nil: break
    }
  }

  /// A card that repeats a card that repeats another has the scores of the last; a ring of them has none.
  private mutating func settleRepeats(in index: Int) {
    let touchpoints = workspace.journeys[index].touchpoints
    guard touchpoints.contains(where: { $0.repeats != nil }) else { return }
    /// The walk in which a touchpoint was met first, and where that walk led.
    var walks = [Int?](repeating: nil, count: touchpoints.count)
    var ends = [Touchpoint.ID?](repeating: nil, count: touchpoints.count)
    for start in touchpoints.indices where touchpoints[start].repeats != nil {
      var path: [Int] = []
      var place = start
      while walks[place] == nil, let next = touchpoints[place].repeats {
        walks[place] = start
        path.append(place)
        place = next.value
      }
      if walks[place] == start { report(.repeatsInARing(touchpoints[place])) }
      let end = touchpoints[place].repeats == nil ? .init(place) : walks[place] == start ? nil : ends[place]
      for step in path {
        ends[step] = end
        workspace.journeys[index].touchpoints[step].repeats = end
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func futureOfItself(_ value: Value) -> Self {
    .init(
      .refersToItself, at: value.span, "this journey is the future of itself",
      help: "name the journey of today, or write only: state future")
  }

  fileprivate static func futureInARing(_ value: Value, _ journey: Journey) -> Self {
    .init(
      .refersToItself, at: value.span, "\"\(value.referredText)\" is already a future of \"\(journey.name)\"",
      help: "only one of the two is the future; delete the other's \"future-of\"")
  }

  fileprivate static func opensItself(_ value: Value) -> Self {
    .init(
      .refersToItself, at: value.span, "this touchpoint opens the journey that it is part of",
      help: "name another journey; customers who go back are an arrow in the flow")
  }

  fileprivate static func repeatsItself(_ value: Value) -> Self {
    .init(.refersToItself, at: value.span, "this touchpoint repeats itself", help: "name another touchpoint")
  }

  fileprivate static func repeatsInARing(_ touchpoint: Touchpoint) -> Self {
    .init(
      .refersToItself, at: touchpoint.span, "\"\(touchpoint.title)\" repeats a touchpoint that repeats it again",
      help: "write the first one after \"repeats\" in all of them")
  }

  fileprivate static func repeatsElsewhere(_ value: Value) -> Self {
    .init(
      .repeatsElsewhere, at: value.span, "\"\(value.referredText)\" is not a touchpoint of this journey",
      help: "name a touchpoint of this journey: a card repeats only these")
  }
}
