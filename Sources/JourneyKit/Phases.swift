internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySource
internal import JourneySyntax

extension Waymark {
  /// The way from bytes to journeys with their customers' answers on them; every command but `fmt` goes it.
  ///
  /// Nothing is made of a workspace that is too large.
  ///
  /// - Parameters:
  ///   - period: of which answers are shown.
  ///   - segment: whose answers are shown, by name; nil for everyone's.
  static func annotate(
    _ sources: Sources, period: ChosenPeriod = .latest, segment: (Workspace) -> String? = { _ in nil }
  ) -> Diagnosed<AnnotatedWorkspace> {
    var diagnostics = sources.diagnostics
    let parsed = sources.trees()
    diagnostics += parsed.diagnostics
    guard let trees = parsed.value else { return Diagnosed(score(Workspace(), []).value, diagnostics) }
    let workspace = resolve(trees)
    diagnostics += workspace.diagnostics

    let declared = Set(workspace.value.feedbacks.map(\.name))
    let tallies = sources.tallies(of: declared)
    diagnostics += tallies.diagnostics
    let annotated = score(
      workspace.value, tallies.value, segment: segment(workspace.value), period: period)
    diagnostics += annotated.diagnostics
    diagnostics += JourneyModel.check(workspace.value, tallied: measurements(in: annotated.value))
    diagnostics += overdueActions(in: annotated.value)
    return Diagnosed(annotated.value, diagnostics)
  }

  /// What the tallies know, for checks that ask whether a touchpoint is measured.
  private static func measurements(in annotated: AnnotatedWorkspace) -> Measurements {
    var measurements = Measurements()
    for journey in annotated.journeys {
      for (index, answers) in journey.touchpoints.enumerated() where answers.isMeasured {
        for score in answers.scores where score.state != .notAsked {
          measurements.insert(score.metric, journey: journey.journey.id, touchpoint: Touchpoint.ID(index))
        }
      }
    }
    return measurements
  }
}
