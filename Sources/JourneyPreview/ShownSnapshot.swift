internal import JourneyKit
internal import JourneyModel

extension LiveSnapshot {
  /// What a page shows now: this, or what was there before the errors, where they took something away.
  ///
  /// A brace that is not typed yet takes half of a map. Where errors took nothing away, the map goes on following.
  func shown(after clean: LiveSnapshot?) -> LiveSnapshot {
    guard let clean, findings.errors > 0, !clean.drawnNames.isSubset(of: drawnNames) else { return self }
    return clean
  }

  /// The journeys, their phases and touchpoints.
  private var drawnNames: Set<[String]> {
    var names: Set<[String]> = []
    for journey in workspace.journeys {
      names.insert([journey.name])
      for phase in journey.phases { names.insert([journey.name, "phase", phase.name]) }
      for touchpoint in journey.touchpoints { names.insert([journey.name, "touchpoint", touchpoint.name]) }
    }
    return names
  }
}
