internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview

/// A reason to say no to a change.
package struct DiffGate: Sendable, Hashable {
  package enum GateName: String, Sendable, CaseIterable {
    case worse
    case noLongerMeasured = "no-longer-measured"
    case historyLost = "history-lost"
    case targetLoosened = "target-loosened"
    case hideBelowLowered = "hide-below-lowered"
    case newBlindSpot = "new-blind-spot"
    case ownerless
    case handOffAdded = "hand-off-added"
    case overdue
    case actionWorse = "action-worse"
    case removed
    case belowTarget = "below-target"
    case findings
  }

  package let name: GateName
  /// Of `new-blind-spot:4`: from which importance on.
  package let importance: Int?

  package static let standard = [GateName.worse, .noLongerMeasured, .historyLost, .targetLoosened, .hideBelowLowered]
    .map { DiffGate(name: $0, importance: nil) }

  private init(name: GateName, importance: Int?) { (self.name, self.importance) = (name, importance) }

  /// `worse`, `new-blind-spot:4`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first.flatMap({ GateName(rawValue: String($0)) }) else { return nil }
    guard parts.count == 2 else {
      self.init(name: name, importance: nil)
      return
    }
    guard name == .newBlindSpot, let importance = Int(parts[1]), (1...5).contains(importance) else { return nil }
    self.init(name: name, importance: importance)
  }

  /// As it is written on the command line.
  package var text: String { name.rawValue + (importance.map { ":\($0)" } ?? "") }
}

/// What a gate says of a comparison.
package struct GateOutcome: Sendable {
  package enum GateResult: String, Sendable {
    case passed, failed
    case notApplicable = "not-applicable"
  }

  /// Why a gate cannot be judged.
  package enum GateReason: String, Sendable {
    /// No figure is shown on both sides for periods that can be compared.
    case nothingToCompare = "nothing-to-compare"
    /// No touchpoint is new.
    case nothingAdded = "nothing-added"
    /// No action has a due date, or none is done.
    case noAction = "no-action"
  }

  package let gate: DiffGate
  package let result: GateResult
  package var reason: GateReason?
  /// Which of the changes fail it, by their place in `WorkspaceDifference.all`.
  package var changes: [Int] = []
  /// What fails it where no change says so.
  package var subjects: [ChangeSubject] = []
}

extension WorkspaceDifference {
  /// What fails a gate, each once.
  package func subjects(failing outcome: GateOutcome) -> [ChangeSubject] {
    var seen: Set<ChangeSubject> = []
    let all = all
    return (outcome.changes.map { all[$0].subject } + outcome.subjects).filter { seen.insert($0).inserted }
  }

  /// - Parameter newFindings: what `check` finds on the second side only.
  package func outcome(of gate: DiffGate, newFindings: [ChangeSubject] = []) -> GateOutcome {
    let all = all
    func places(_ holds: (JourneyChange) -> Bool) -> [Int] { all.indices.filter { holds(all[$0]) } }
    func outcome(_ places: [Int]) -> GateOutcome {
      GateOutcome(gate: gate, result: places.isEmpty ? .passed : .failed, changes: places)
    }
    func codes(_ codes: ChangeCode...) -> GateOutcome { outcome(places { codes.contains($0.code) }) }
    switch gate.name {
    case .worse:
      guard places({ [.worse, .better, .noClearChange].contains($0.code) }).isEmpty else { return codes(.worse) }
      return GateOutcome(gate: gate, result: .notApplicable, reason: .nothingToCompare)
    case .noLongerMeasured: return outcome(places { $0.code == .noLongerMeasured && $0.isLostQuestion })
    case .historyLost: return codes(.historyLost)
    case .targetLoosened: return codes(.targetLoosened)
    case .hideBelowLowered: return codes(.hideBelowLowered)
    case .handOffAdded: return codes(.handOffAdded)
    case .removed: return codes(.journeyRemoved, .phaseRemoved, .touchpointRemoved)
    case .ownerless: return outcome(places { $0.code == .owner && $0.after == nil || isOwnerless($0) })
    case .newBlindSpot:
      guard all.contains(where: { $0.code == .touchpointAdded }) else {
        return GateOutcome(gate: gate, result: .notApplicable, reason: .nothingAdded)
      }
      return outcome(places { isBlindSpot($0, from: gate.importance ?? 4) })
    case .belowTarget:
      let subjects = newlyBelowTarget()
      return GateOutcome(gate: gate, result: subjects.isEmpty ? .passed : .failed, subjects: subjects)
    case .overdue: return actionOutcome(gate, applying: { $0.action.due != nil }, failing: \.isOverdue)
    case .actionWorse:
      return actionOutcome(gate, applying: { $0.verdict != nil }, failing: { $0.verdict == .worse })
    case .findings:
      return GateOutcome(gate: gate, result: newFindings.isEmpty ? .passed : .failed, subjects: newFindings)
    }
  }

  /// Actions of which something holds now that did not hold before.
  private func actionOutcome(
    _ gate: DiffGate, applying: (ReviewedAction) -> Bool, failing: (ReviewedAction) -> Bool
  ) -> GateOutcome {
    let actions = after.standingActions
    guard actions.contains(where: applying) else {
      return GateOutcome(gate: gate, result: .notApplicable, reason: .noAction)
    }
    struct ActionKey: Hashable { let name: String, journey: Journey.ID? }
    let known = Set(
      before.standingActions.filter(failing).map { reviewed in
        ActionKey(name: reviewed.action.name, journey: reviewed.journey.flatMap { match.journeys[$0.value]?.id })
      })
    let subjects = actions.filter {
      failing($0) && !known.contains(ActionKey(name: $0.action.name, journey: $0.journey))
    }
    .map { subject($0.action, in: $0.journey) }
    return GateOutcome(gate: gate, result: subjects.isEmpty ? .passed : .failed, subjects: subjects)
  }

  private func subject(_ action: Action, in journey: Journey.ID?) -> ChangeSubject {
    ChangeSubject(
      .action, journey: journey.map { after.workspace[$0].name }, name: action.name, title: action.title)
  }

  private func added(_ change: JourneyChange) -> (journey: AnnotatedJourney, index: Int)? {
    guard change.code == .touchpointAdded,
      let journey = after.journeys.first(where: { $0.journey.name == change.subject.journey }),
      let index = journey.journey.touchpoints.firstIndex(where: { $0.name == change.subject.name })
    else { return nil }
    return (journey, index)
  }

  private func isOwnerless(_ change: JourneyChange) -> Bool {
    added(change).map { $0.journey.journey.touchpoints[$0.index].owner == nil } ?? false
  }

  private func isBlindSpot(_ change: JourneyChange, from importance: Int) -> Bool {
    guard let (journey, index) = added(change), !journey.journey.isPlanned else { return false }
    let touchpoint = journey.journey.touchpoints[index]
    guard touchpoint.isMomentOfTruth || (touchpoint.importance ?? 3) >= importance else { return false }
    return !journey.measured[index]
  }

  /// With the whole interval below the target, and not so before.
  private func newlyBelowTarget() -> [ChangeSubject] {
    var subjects: [ChangeSubject] = []
    for (index, annotated) in after.journeys.enumerated() {
      for (place, scores) in annotated.touchpoints.enumerated() where scores.isMeasured {
        let origin = match.touchpointOrigins[index][place]
        let was = origin.map { before.journeys[$0.journey.value].touchpoints[$0.touchpoint.value] }
        let isNew = scores.scores.contains { $0.isBelowTarget && was?[$0.metric].isBelowTarget != true }
        guard isNew else { continue }
        let touchpoint = annotated.journey.touchpoints[place]
        subjects.append(
          ChangeSubject(
            .touchpoint, journey: annotated.journey.name, name: touchpoint.name, title: touchpoint.title))
      }
    }
    return subjects
  }
}

extension Score {
  /// Whether the whole interval of a figure of today misses its target.
  fileprivate var isBelowTarget: Bool {
    guard let interval = current?.interval, let target else { return false }
    return metric.higherIsBetter ? interval.upperBound < target.value : interval.lowerBound > target.value
  }
}
