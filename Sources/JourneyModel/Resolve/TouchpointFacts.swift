internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads what the lines of a journey's touchpoints say, apart from references to other journeys and touchpoints.
  mutating func readTouchpoints(of journey: Int) {
    for (index, line) in outlines[journey].touchpointLines.enumerated() {
      var touchpoint = workspace.journeys[journey].touchpoints[index]
      touchpoint.isOwnerUnknown = line.isBroken
      lazy var lines = line.extent
      for fact in line.facts {
        if fact.keyword == .ignore { ignore(fact, in: lines) }
        if fact.keyword == .opens || fact.keyword == .repeats { outlines[journey].relations.append((index, fact)) }
        if fact.keyword == .was {
          for value in fact.values { note(Symbol(.touchpoint, in: journey, index), value, as: .earlierName) }
        }
        readPlace(fact, of: &touchpoint)
        readExperience(fact, of: &touchpoint)
        readRemark(fact, of: &touchpoint, index, in: journey)
      }
      inherit(from: workspace.journeys[journey][touchpoint.phase], &touchpoint)
      workspace.journeys[journey].touchpoints[index] = touchpoint
    }
    indexEarlierNames(of: journey)
  }

  /// Where and with whom it happens.
  private mutating func readPlace(_ fact: Line, of touchpoint: inout Touchpoint) {
    switch fact.keyword {
    case .channel: touchpoint.channels += channels(fact).filter { !touchpoint.channels.contains($0) }
    case .owner:
      touchpoint.owner = fact.values.first.flatMap { department($0) }
      touchpoint.isOwnerUnknown = touchpoint.owner == nil
    case .with:
      for value in fact.values {
        if let helper = department(value), !touchpoint.helpers.contains(helper) { touchpoint.helpers.append(helper) }
      }
    case .persona: touchpoint.audience.personas += fact.values.compactMap { persona($0) }
    case .segment: touchpoint.audience.segments += fact.values.compactMap { segment($0) }
    case .was:
      for value in fact.values {
        if case .reference(let journey, let name) = value.kind {
          touchpoint.earlierPlaces.append(EarlierPlace(journey: journey, touchpoint: name))
        } else {
          touchpoint.earlierNames.append(value.referredText)
        }
      }
    case .tag:
      for value in fact.values where !touchpoint.tags.contains(value.text) { touchpoint.tags.append(value.text) }
    case .image: touchpoint.image = image(fact)
    case .note: touchpoint.notes += fact.strings.map(\.value)
    case .momentOfTruth: touchpoint.isMomentOfTruth = true
    case .importance: touchpoint.importance = integer(on: fact, in: 1...5) ?? touchpoint.importance
    case .optional: touchpoint.isOptional = true
    case .aside: touchpoint.isAside = true
    case .takes: touchpoint.takes = durations(fact) ?? touchpoint.takes
    case .volume: touchpoint.volume = volume(fact)
    case .target: if let target = target(fact) { touchpoint.targets.append(target) }
    case .link: if let link = link(fact) { touchpoint.links.append(link) }
    default: break
    }
  }

  /// What people think, feel and say there, and what stands behind it.
  private mutating func readExperience(_ fact: Line, of touchpoint: inout Touchpoint) {
    switch fact.keyword {
    case .feels:
      if let value = integer(on: fact, in: -2...2) {
        touchpoint.feels.append(
          Feeling(value: value, text: fact.text?.value, audience: audience(of: fact), span: fact.span))
      }
    case .does: if let deed = saying(fact) { touchpoint.deeds.append(deed) }
    case .thinks: if let thought = saying(fact) { touchpoint.thoughts.append(thought) }
    case .need: if let need = saying(fact) { touchpoint.needs.append(need) }
    case .quote: if let quote = saying(fact) { touchpoint.voices.append(quote) }
    case .voice: if let voice = voice(fact) { touchpoint.voices.append(voice) }
    case .lane: if let text = laneText(fact) { touchpoint.laneTexts.append(text) }
    case .frontstage, .backstage, .support, .system:
      guard let text = fact.text, let lane = fact.keyword.flatMap({ BlueprintLine.Lane(rawValue: $0.rawValue) }) else {
        return
      }
      let owner = fact.members.first { $0.keyword == .owner }?.values.first.flatMap { department($0) }
      touchpoint.blueprint.append(
        BlueprintLine(lane: lane, text: text.value, owner: owner, audience: audience(of: fact)))
    default: break
    }
  }

  /// A pain or an idea, and the name that actions know it by.
  private mutating func readRemark(_ fact: Line, of touchpoint: inout Touchpoint, _ index: Int, in journey: Int) {
    guard fact.keyword == .pain || fact.keyword == .idea, let remark = remark(fact) else { return }
    let isPain = fact.keyword == .pain
    let place = RemarkReference(
      journey: Journey.ID(journey), touchpoint: Touchpoint.ID(index),
      index: isPain ? touchpoint.pains.count : touchpoint.ideas.count)
    if isPain { touchpoint.pains.append(remark) } else { touchpoint.ideas.append(remark) }
    guard let name = remark.name else { return }
    if let written = fact.arguments.first(where: { $0.word != nil }) {
      note(place.symbol(isPain ? .pain : .idea), written, as: .declaration)
    }
    let path = isPain ? \Outline.pains : \Outline.ideas
    if outlines[journey][keyPath: path][name] == nil {
      outlines[journey][keyPath: path][name] = place
    } else {
      report(.remarkNamedTwice(name, isPain ? .pain : .idea, at: fact.span))
    }
  }

  /// What the phase says for those that say nothing themselves.
  private func inherit(from phase: Phase, _ touchpoint: inout Touchpoint) {
    if touchpoint.owner == nil, !touchpoint.isOwnerUnknown { touchpoint.owner = phase.owner }
    if touchpoint.channels.isEmpty { touchpoint.channels = phase.channels }
  }

  /// Data may still know a touchpoint by an earlier name, so it must lead to one touchpoint only.
  private mutating func indexEarlierNames(of journey: Int) {
    for (index, touchpoint) in workspace.journeys[journey].touchpoints.enumerated() {
      for name in touchpoint.earlierNames {
        let now = outlines[journey].touchpoints.names.index(named: name)
        if let holder = now ?? outlines[journey].earlier[name] {
          report(.earlierNameTaken(name, touchpoint, by: workspace.journeys[journey].touchpoints[holder]))
        } else {
          outlines[journey].earlier[name] = index
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func remarkNamedTwice(_ name: String, _ kind: NameKind, at span: Span) -> Self {
    .init(
      .duplicateName, at: span,
      "there is already \(kind == .idea ? "an" : "a") \(kind.noun) named \"\(name)\" in this journey",
      help: "give one of the two another name")
  }

  fileprivate static func earlierNameTaken(_ name: String, _ touchpoint: Touchpoint, by other: Touchpoint) -> Self {
    if other.name == name, other.span == touchpoint.span {
      return .init(
        .earlierNameTaken, at: touchpoint.span,
        "\"\(name)\" is the present name of \"\(touchpoint.title)\", not an earlier one",
        help:
          "delete \"was \(name)\"; a touchpoint that moved here keeps its figures where the tallies name this journey")
    }
    return .init(
      .earlierNameTaken, at: touchpoint.span,
      "\"\(touchpoint.title)\" was \"\(name)\", but so \(other.name == name ? "is" : "was") \"\(other.title)\"",
      related: [.init(other.span, "the other one")],
      help: "keep the earlier name at one of the two: old answers can go to one touchpoint only")
  }
}
