internal import JourneyMetrics
package import JourneyModel

/// One page for a department's head: what is theirs, what comes in and goes out, what is well and what is not.
package struct DepartmentCard: Sendable {
  package struct CardHandOff: Sendable {
    package let journey: Journey.ID
    package let crossing: Transition
  }

  package let department: Department.ID
  /// The touchpoints that it owns, in the order of the journeys.
  package internal(set) var touchpoints: [TouchpointReference] = []
  /// Those of others in which it helps: `with`, or a blueprint line of its own.
  package internal(set) var helps: [TouchpointReference] = []
  /// Each figure that has a target, at the touchpoints that it owns; one that repeats another is left out.
  package internal(set) var standings: [TargetComparison] = []
  /// Those across which it gets most worse first.
  package internal(set) var handOffsIn: [CardHandOff] = []
  package internal(set) var handOffsOut: [CardHandOff] = []
  /// What clearly got better or worse at its touchpoints.
  package internal(set) var changes: [MetricChange] = []
  /// What has clearly been getting better or worse there.
  package internal(set) var trends: [MetricTrend] = []
  /// The other comparisons of its touchpoints' figures with the period before.
  package internal(set) var noClearChanges: [MetricChange] = []
  /// What it owns, as places in `Review.actions`.
  package internal(set) var actions: [Int] = []
  /// What others own, for one of its touchpoints.
  package internal(set) var actionsOfOthers: [Int] = []

  /// Where it stands best, in places of `standings`: what comes nearest to its target, or lies highest above it; the
  /// first of several.
  package var best: Int? {
    standings.indices.reduce(nil) { best, one in
      best.map { standings[one].margin > standings[$0].margin } ?? true ? one : best
    }
  }
}

/// One for each department that owns or does anything in the journeys of today, in declared order.
func departmentCards(_ review: Review) -> [DepartmentCard] {
  let workspace = review.annotated.workspace
  var cards = workspace.departments.indices.map { DepartmentCard(department: Department.ID($0)) }
  for reviewed in review.journeys where !workspace[reviewed.journey].isPlanned {
    let annotated = review.annotated.journeys[reviewed.journey.value]
    for (index, touchpoint) in annotated.journey.touchpoints.enumerated() {
      let spot = TouchpointReference(reviewed.journey, Touchpoint.ID(index))
      if let owner = touchpoint.owner {
        cards[owner.value].touchpoints.append(spot)
        if touchpoint.repeats == nil {
          cards[owner.value].standings += annotated.touchpoints[index].scores.compactMap {
            TargetComparison($0, at: spot)
          }
        }
      }
      for helper in touchpoint.helpers + touchpoint.blueprint.compactMap(\.owner) where helper != touchpoint.owner {
        if cards[helper.value].helps.last != spot { cards[helper.value].helps.append(spot) }
      }
    }
    for crossing in reviewed.crossings {
      guard let departments = crossing.departments else { continue }
      let handOff = DepartmentCard.CardHandOff(journey: reviewed.journey, crossing: crossing)
      cards[departments.giving.value].handOffsOut.append(handOff)
      cards[departments.taking.value].handOffsIn.append(handOff)
    }
    for trend in reviewed.trends where trend.isClear {
      for owner in Set(trend.touchpoints.compactMap { annotated.journey[$0].owner }).sorted() {
        cards[owner.value].trends.append(trend)
      }
    }
    for shift in reviewed.changes {
      for owner in Set(shift.touchpoints.compactMap { annotated.journey[$0].owner }).sorted() {
        if shift.isClear {
          cards[owner.value].changes.append(shift)
        } else {
          cards[owner.value].noClearChanges.append(shift)
        }
      }
    }
  }
  for (index, action) in review.actions.enumerated() {
    if let owner = action.action.owner { cards[owner.value].actions.append(index) }
    let host = action.spot.flatMap { workspace[$0.journey][$0.touchpoint].owner }
    if let host, host != action.action.owner { cards[host.value].actionsOfOthers.append(index) }
  }
  for index in cards.indices {
    cards[index].handOffsIn = byWorsening(cards[index].handOffsIn, \.crossing.worsening)
    cards[index].handOffsOut = byWorsening(cards[index].handOffsOut, \.crossing.worsening)
  }
  return cards.filter { !$0.touchpoints.isEmpty || !$0.helps.isEmpty || !$0.actions.isEmpty }
}
