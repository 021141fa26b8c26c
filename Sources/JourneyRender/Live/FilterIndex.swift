internal import JourneyMetrics
internal import JourneyModel

/// What a page's script can filter and colour by: only what occurs in the journey, in the order of declaration.
struct FilterIndex {
  let personas: [Persona.ID]
  let segments: [Segment.ID]
  let channels: [Channel.ID]
  let departments: [Department.ID]
  let tags: [String]
  let metrics: [Metric]

  init(_ view: JourneyView) {
    let journey = view.journey
    var personas = Set(journey.personas)
    var segments = Set(journey.personas.compactMap { view.workspace[$0].segment })
    for (segment, annotated) in view.segments where annotated.touchpoints.contains(where: \.isMeasured) {
      segments.insert(segment)
    }
    for audience in journey.audiences {
      personas.formUnion(audience.personas)
      segments.formUnion(audience.segments)
    }
    self.personas = personas.sorted()
    self.segments = segments.sorted()
    channels = Set(journey.touchpoints.flatMap(\.channels)).sorted()
    departments = Set(journey.touchpoints.flatMap { [$0.owner].compactMap(\.self) + $0.helpers }).sorted()
    tags = Set(journey.touchpoints.flatMap(\.tags)).sorted()
    let scores = view.annotated.touchpoints + view.annotated.shared.map(\.scores)
    metrics = Metric.allCases.filter { metric in scores.contains { $0[metric].state != .notAsked } }
  }

  /// For whom something is: `persona-tom segment-students`; nil for everyone.
  ///
  /// What is for a segment is for its personas too, and the other way round.
  func tokens(of audience: Audience, in workspace: Workspace) -> String? {
    guard !audience.isEveryone else { return nil }
    let wide = Set(audience.segments + audience.personas.compactMap { workspace[$0].segment })
    let personas = personas.filter { persona in
      audience.personas.contains(persona) || workspace[persona].segment.map(audience.segments.contains) ?? false
    }
    return
      (personas.map { "persona-\(workspace[$0].name)" }
      + segments.filter(wide.contains).map { "segment-\(workspace[$0].name)" }).joined(separator: " ")
  }
}

extension Journey {
  /// For whom alone anything of it holds.
  fileprivate var audiences: [Audience] {
    var audiences = arrows.map(\.audience) + quotes.map(\.audience) + actions.map(\.audience)
    for touchpoint in touchpoints {
      audiences.append(touchpoint.audience)
      audiences += touchpoint.feels.map(\.audience)
      audiences += (touchpoint.thoughts + touchpoint.deeds + touchpoint.needs + touchpoint.voices).map(\.audience)
      audiences += touchpoint.blueprint.map(\.audience) + touchpoint.laneTexts.map(\.audience)
      audiences += (touchpoint.pains + touchpoint.ideas).map(\.audience)
    }
    return audiences
  }
}
