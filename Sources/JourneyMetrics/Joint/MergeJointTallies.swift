package import JourneySyntax

extension JointTally {
  /// The unit of a merge: a period of a feedback.
  package struct JointPeriod: Hashable, Sendable {
    package let feedback: String
    package let period: Period
  }

  /// What came of two joint tallies that were made from a common one.
  package struct JointMerge: Sendable {
    /// Everything but the conflicts.
    package fileprivate(set) var settled = JointTally()
    /// Periods that both counted, differently: the sums of each side, which may have none.
    package fileprivate(set) var conflicts: [JointConflict] = []
  }

  /// A period whose sums of one side cannot be preferred to those of the other.
  package struct JointConflict: Sendable {
    package let period: JointPeriod
    package let ours: JointTally
    package let theirs: JointTally
  }

  /// Merges two joint tallies that were made from this one, period by period: the groups of a period are drawn together, so
  /// pairs of two counts are never mixed. Two sets of groups of the same people would say more of them than one.
  package func merging(_ ours: JointTally, _ theirs: JointTally) -> JointMerge {
    var merge = JointMerge()
    let (base, mine, other) = (byPeriod, ours.byPeriod, theirs.byPeriod)
    let periods = Set(mine.keys).union(other.keys).sorted { ($0.feedback, $0.period) < ($1.feedback, $1.period) }
    for period in periods {
      let (one, two) = (mine[period], other[period])
      switch MergedSide(base: base[period], ours: one, theirs: two) {
      case .ours: merge.settled.add(one)
      case .theirs: merge.settled.add(two)
      case .neither:
        merge.conflicts.append(
          JointConflict(period: period, ours: JointTally().adding(one), theirs: JointTally().adding(two)))
      }
    }
    return merge
  }

  private var byPeriod: [JointPeriod: [JointPair: [Int: JointSums]]] {
    pairs.reduce(into: [:]) { periods, pair in
      let period = JointPeriod(feedback: pair.key.first.feedback, period: pair.key.period)
      periods[period, default: [:]][pair.key] = pair.value
    }
  }

  private mutating func add(_ period: [JointPair: [Int: JointSums]]?) {
    for (pair, groups) in period ?? [:] {
      for (group, sums) in groups { add(sums, pair, group: group) }
    }
  }

  private func adding(_ period: [JointPair: [Int: JointSums]]?) -> JointTally {
    var result = self
    result.add(period)
    return result
  }
}
