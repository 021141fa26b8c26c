internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// What the team assumes and writes about a touchpoint.
extension JourneyComparison {
  mutating func compareFeelings(_ old: [Feeling], _ new: [Feeling], _ place: Int) {
    guard !old.isEmpty || !new.isEmpty, !Self.isSame(old, new) else { return }
    func told(_ feelings: [Feeling], _ workspace: Workspace) -> [String: Int] {
      var told: [String: Int] = [:]
      for feeling in feelings {
        let names =
          feeling.audience.personas.map { workspace[$0].name } + feeling.audience.segments.map { workspace[$0].name }
        told[names.sorted().joined(separator: ", "), default: 0] = feeling.value
      }
      return told
    }
    let (before, after) = (told(old, first.workspace.workspace), told(new, second.workspace.workspace))
    for audience in Set(before.keys).union(after.keys).sorted() where before[audience] != after[audience] {
      changes.append(
        change(
          .feels, of: place, before: before[audience].map { .number(Double($0)) },
          after: after[audience].map { .number(Double($0)) }))
    }
    texts(.reworded, old.compactMap(\.text), new.compactMap(\.text), at: place)
  }

  /// What everybody feels, on both sides alike: so it is at most touchpoints.
  private static func isSame(_ old: [Feeling], _ new: [Feeling]) -> Bool {
    guard old.count == 1, new.count == 1, let before = old.first, let after = new.first else { return false }
    return before.value == after.value && before.text == after.text
      && [before, after].allSatisfy { $0.audience.personas.isEmpty && $0.audience.segments.isEmpty }
  }

  mutating func compareRemarks(
    _ old: [Remark], _ new: [Remark], _ place: Int, added: ChangeCode, removed: ChangeCode
  ) {
    guard !old.isEmpty || !new.isEmpty else { return }
    let difference = TextDifference(old.map(\.text), new.map(\.text))
    for index in difference.added { changes.append(change(added, of: place, after: .text(new[index].text))) }
    for index in difference.removed { changes.append(change(removed, of: place, before: .text(old[index].text))) }
    for (one, other) in difference.reworded {
      changes.append(change(.reworded, of: place, before: .text(old[one].text), after: .text(new[other].text)))
    }
    for remark in new {
      guard let before = old.first(where: { $0.text == remark.text }), before.evidence != remark.evidence else {
        continue
      }
      let isStronger =
        remark.evidence.strength > before.evidence.strength
        || remark.evidence.strength == before.evidence.strength && remark.evidence.rawValue > before.evidence.rawValue
      changes.append(
        change(
          isStronger ? .evidenceStronger : .evidenceWeaker, of: place, before: .word(before.evidence.rawValue),
          after: .word(remark.evidence.rawValue)))
    }
  }

  mutating func compareTexts(_ before: Touchpoint, _ after: Touchpoint, _ new: Int) {
    texts(.does, before.deeds, after.deeds, at: new) { $0.text }
    texts(.thinks, before.thoughts, after.thoughts, at: new) { $0.text }
    texts(.need, before.needs, after.needs, at: new) { $0.text }
    texts(.voice, before.voices, after.voices, at: new) { $0.text }
    texts(.blueprint, before.blueprint, after.blueprint, at: new) { $0.text }
    texts(.lane, before.laneTexts, after.laneTexts, at: new) { $0.text }
    texts(.tag, before.tags, after.tags, at: new)
    texts(.link, before.links, after.links, at: new) { $0.url }
    texts(.note, before.notes, after.notes, at: new)
    compare(.image, before.image?.path, after.image?.path, at: new) { $0.map { .text($0) } }
  }

  /// Most touchpoints have none of most words: nothing is made of those.
  private mutating func texts<Fact>(
    _ code: ChangeCode, _ old: [Fact], _ new: [Fact], at place: Int, _ text: (Fact) -> String
  ) {
    if !old.isEmpty || !new.isEmpty { texts(code, old.map(text), new.map(text), at: place) }
  }

  /// The texts of one word: new, gone, or in other words.
  mutating func texts(_ code: ChangeCode, _ old: [String], _ new: [String], at place: Int?) {
    guard old != new else { return }
    let difference = TextDifference(old, new)
    func add(_ code: ChangeCode, _ before: String?, _ after: String?) {
      let (before, after) = (before.map { ChangeValue.text($0) }, after.map { ChangeValue.text($0) })
      changes.append(
        place.map { change(code, of: $0, before: before, after: after) } ?? change(code, before: before, after: after))
    }
    for index in difference.added { add(code, nil, new[index]) }
    for index in difference.removed { add(code, old[index], nil) }
    for (one, other) in difference.reworded { add(.reworded, old[one], new[other]) }
  }
}

extension Evidence {
  /// How much it takes to have it: what was counted, then what was heard, then what is assumed.
  fileprivate var strength: Int {
    switch self {
    case .survey, .analytics: 3
    case .interview, .employee, .social: 2
    case .assumption: 1
    }
  }
}
