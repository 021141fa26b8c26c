package import JourneyModel

extension Feedback.Question {
  /// The answers that its share counts, where those are the usual ones of its metric: a tally of pairs does not say which it
  /// counted. Nil for NPS and times, which are no share.
  package var pairedTop: ClosedRange<Int>? {
    guard leastGood == nil, let scale = tallyScale else { return nil }
    switch metric {
    case .csat, .effort, .fcr: return GoodAnswers(scale: scale, least: metric.leastGood(span: scale.span)).range
    case .nps, .resolution: return nil
    }
  }

  /// Whether two questions are about both sides of an arrow along which customers cross something, and have one metric: then
  /// their shares are compared among those who answered both.
  package func isPaired(with other: Self, in workspace: Workspace) -> Bool {
    guard metric == other.metric, pairedTop != nil, other.pairedTop != nil, subject?.count == 1,
      other.subject?.count == 1,
      case .touchpoint(let one, let journey)? = subject?.first,
      case .touchpoint(let second, let otherJourney)? = other.subject?.first, journey == otherJourney
    else { return false }
    return workspace[journey].arrows.contains { arrow in
      guard arrow.isCrossing, case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to else {
        return false
      }
      return (from, to) == (one, second) || (from, to) == (second, one)
    }
  }
}
