package import JourneyModel

extension [Tally] {
  /// With the present names of feedbacks and segments in place of the earlier ones that `was` says.
  ///
  /// What a feedback counted under its present name replaces what it counted under an earlier one, period by period, as
  /// it would in one file: else the answers of a feedback that was renamed and counted again would be there twice.
  package func presentNames(in workspace: Workspace) -> [Tally] {
    let feedbacks = presentNames(workspace.feedbacks.map { ($0.name, $0.earlierNames) })
    let segments = presentNames(workspace.segments.map { ($0.name, $0.earlierNames) })
    guard !feedbacks.isEmpty || !segments.isEmpty else { return self }
    let present = Set(
      lazy.flatMap(\.answered).map(\.question.part).filter { feedbacks[$0.feedback] == nil })
    let longer = Set(present.flatMap(\.longer))
    return map { tally in
      tally.renaming { question in
        let feedback = feedbacks[question.feedback]
        let segment = segments[question.segment]
        guard feedback != nil || segment != nil else { return question }
        let renamed = Tally.TallyQuestion(
          journey: question.journey, touchpoint: question.touchpoint, metric: question.metric, scale: question.scale,
          period: question.period, segment: segment ?? question.segment, feedback: feedback ?? question.feedback,
          isWeighted: question.isWeighted)
        let isCountedAgain =
          feedback != nil
          && (present.contains(renamed.part) || longer.contains(renamed.part)
            || renamed.part.longer.contains(where: present.contains))
        return isCountedAgain ? nil : renamed
      }
    }
  }

  private func presentNames(_ named: [(present: String, earlier: [String])]) -> [String: String] {
    Dictionary(named.flatMap { named in named.earlier.map { ($0, named.present) } }) { first, _ in first }
  }
}
