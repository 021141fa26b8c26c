/// The sums of clusters of answers that are counted together.
struct PooledClusters {
  private struct ClusterSource: Hashable {
    let part: Tally.FeedbackPeriod
    let scale: Scale?
    let isWeighted: Bool

    init(_ question: Tally.TallyQuestion) {
      (part, scale, isWeighted) = (question.part, question.scale, question.isWeighted)
    }
  }

  /// Of everyone, where people of several segments were asked together.
  private var everyone: [ClusterSource: ClusterSums] = [:]

  init(_ answered: [Tally.Answered], segment: String?) {
    guard segment == nil else { return }
    for one in answered where one.question.segment == Tally.everyone {
      everyone[ClusterSource(one.question)] = one.clusters
    }
  }

  /// Whether people of several segments were asked together.
  var areOfSeveralSegments: Bool { !everyone.isEmpty }

  /// Nil where nobody was asked together with others.
  func sums(of parts: ArraySlice<Tally.Answered>) -> ClusterSums? {
    guard parts.contains(where: { $0.clusters != nil || everyone[ClusterSource($0.question)] != nil }) else {
      return nil
    }
    var sums = ClusterSums()
    var taken: Set<ClusterSource> = []
    for part in parts {
      let source = ClusterSource(part.question)
      if let all = everyone[source] {
        if taken.insert(source).inserted { sums += all }
      } else if let own = part.clusters {
        sums += own
      } else {
        for row in part.rows {
          if case .rating(let answer) = row.answer {
            sums.addAlone(answer, row.counts, isWeighted: part.question.isWeighted)
          }
        }
      }
    }
    return sums
  }
}
