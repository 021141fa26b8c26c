package import JourneyMetrics
package import JourneyModel

/// An arrow whose ends have different owners: where customers are passed on.
package struct HandOff: Sendable {
  package let from: Touchpoint.ID
  package let to: Touchpoint.ID
  package let giving: Department.ID
  package let taking: Department.ID
  /// Of those who leave `from`; nil where it is not written.
  package let share: Double?
  package let label: String?
  /// CSAT on both sides.
  package let fromScore: Score
  package let toScore: Score
}

/// All hand-offs of a journey, in the order of its arrows.
package func handOffs(_ journey: AnnotatedJourney) -> [HandOff] {
  journey.journey.arrows.compactMap { arrow in
    guard let (giving, taking) = journey.journey.handOff(arrow), case .touchpoint(let from) = arrow.from,
      case .touchpoint(let to) = arrow.to
    else { return nil }
    return HandOff(
      from: from, to: to, giving: giving, taking: taking, share: arrow.share, label: arrow.label,
      fromScore: journey.touchpoints[from.value][.csat], toScore: journey.touchpoints[to.value][.csat])
  }
}
