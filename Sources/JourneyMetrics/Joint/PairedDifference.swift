package import JourneyModel
package import JourneySyntax

/// How the shares of two touchpoints differ among those who answered both: the second's less the first's.
package struct PairedDifference: Sendable {
  package let from: Touchpoint.ID
  package let to: Touchpoint.ID
  package let metric: Metric
  package let period: Period
  package let feedback: String
  /// Those who answered both.
  package let n: Int
  private let value: Double
  private let error: Double
  /// Of Student's t; nil for the normal distribution.
  private let degrees: Double?

  /// With its 95 % interval.
  package var difference: Difference {
    let half = error * (degrees.map { studentPoint(0.05, degrees: $0) } ?? normalQuantile(0.975))
    return Difference(value: value, interval: value - half...value + half)
  }

  /// How likely chance alone makes such a difference.
  package var p: Double {
    let distance = abs(value) / error
    return degrees.map { studentTails(distance, degrees: $0) } ?? normalTails(distance)
  }

  /// Of so many differing answers at least, counted by what they are worth; with fewer the normal distribution says too much.
  static let leastDiffering = 10.0

  /// The same the other way round.
  fileprivate var turned: Self {
    Self(
      from: to, to: from, metric: metric, period: period, feedback: feedback, n: n, value: -value, error: error,
      degrees: degrees)
  }

  fileprivate init(
    from: Touchpoint.ID, to: Touchpoint.ID, metric: Metric, period: Period, feedback: String, n: Int, value: Double,
    error: Double, degrees: Double?
  ) {
    (self.from, self.to, self.metric, self.period, self.feedback) = (from, to, metric, period, feedback)
    (self.n, self.value, self.error, self.degrees) = (n, value, error, degrees)
  }
}

extension JointTally {
  /// Of each journey, beside `workspace.journeys`: the differences across its crossings.
  package func pairedDifferences(in workspace: Workspace) -> [[PairedDifference]] {
    var result = Array(repeating: [PairedDifference](), count: workspace.journeys.count)
    var known = TallyNames(workspace)
    var clustered: [String: Bool] = [:]
    for feedback in workspace.feedbacks {
      for name in [feedback.name] + feedback.earlierNames { clustered[name] = feedback.clusterColumn != nil }
    }
    func place(_ question: Tally.TallyQuestion) -> (Touchpoint.ID, Journey.ID)? {
      let subject = try? known.subject(journey: question.journey, touchpoint: question.touchpoint)
      guard case .touchpoint(let touchpoint, let journey)? = subject else { return nil }
      return (touchpoint, journey)
    }
    let ordered = pairs.keys.sorted {
      ($0.period, $0.first.jointName, $0.second.jointName) < ($1.period, $1.first.jointName, $1.second.jointName)
    }
    for pair in ordered {
      guard let groups = pairs[pair], let (from, journey) = place(pair.first), let (to, other) = place(pair.second),
        journey == other, pair.first.metric == pair.second.metric,
        let found = PairedShares(groups, isClustered: clustered[pair.first.feedback] ?? false)
      else { continue }
      let difference = PairedDifference(
        from: from, to: to, metric: pair.first.metric, period: pair.period, feedback: pair.first.feedback, n: found.n,
        value: found.value, error: found.variance.squareRoot(), degrees: found.degrees)
      result[journey.value] += [difference, difference.turned]
    }
    return result
  }
}

extension AnnotatedWorkspace {
  /// Takes what those say who answered on both sides of a crossing.
  package mutating func addPaired(_ joint: JointTally) {
    guard !joint.isEmpty else { return }
    for (index, differences) in joint.pairedDifferences(in: workspace).enumerated() {
      journeys[index].paired = differences
    }
  }
}

/// Two shares of the same people.
///
/// d = p₀₁ − p₁₀ with v = (p₀₁ + p₁₀ − d²) ÷ n, where p₀₁ are satisfied the second time only, and p₁₀ the first time only
/// (McNemar, Psychometrika 12 (1947) 153–157; Newcombe, Statistics in Medicine 17 (1998) 2635–2650). n is what the answers
/// are worth. Where people were asked together, v is that of the random groups if it is larger, and Student's t has as many
/// degrees of freedom as there are groups less one.
private struct PairedShares {
  let n: Int
  let value: Double
  let variance: Double
  /// Nil where people were asked one by one.
  let degrees: Double?

  init?(_ groups: [Int: JointTally.JointSums], isClustered: Bool) {
    let parts = groups.sorted { $0.key < $1.key }.map(\.value)
    guard var all = parts.first else { return nil }
    for part in parts.dropFirst() { all += part }
    guard let shares = Self.shares(all) else { return nil }
    let worth = min(Double(all.count), effectiveCount(weights: all.weight.value, squares: all.squares.value))
    guard worth * (shares.gained + shares.lost) > PairedDifference.leastDiffering - 1e-6 else { return nil }
    (n, value) = (all.count, shares.gained - shares.lost)
    let alone = (shares.gained + shares.lost - value * value) / worth
    if isClustered {
      let replicates = parts.compactMap { part in Self.shares(all, without: part).map { [$0.gained - $0.lost] } }
      guard replicates.count == parts.count, let jackknife = GroupJackknife([replicates]) else { return nil }
      (variance, degrees) = (max(alone, jackknife.variances[0]), jackknife.degrees)
    } else {
      (variance, degrees) = (alone, nil)
    }
    guard variance > 0 else { return nil }
  }

  /// Who is satisfied the second time only, and who the first time only.
  private static func shares(
    _ all: JointTally.JointSums, without part: JointTally.JointSums? = nil
  ) -> (gained: Double, lost: Double)? {
    guard let tops = all.tops else { return nil }
    func rest(_ whole: Double, _ less: Double?) -> Double { whole - (less ?? 0) }
    let weight = rest(all.weight.value, part?.weight.value)
    guard weight > 0 else { return nil }
    let both = rest(tops.both.value, part?.tops?.both.value)
    return (
      max(0, rest(tops.y.value, part?.tops?.y.value) - both) / weight,
      max(0, rest(tops.x.value, part?.tops?.x.value) - both) / weight
    )
  }
}
