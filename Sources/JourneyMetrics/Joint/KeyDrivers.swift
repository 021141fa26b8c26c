package import JourneyModel
package import JourneySyntax

/// With which answers about touchpoints the answers about the whole journey go, and how much.
///
/// It does not say why: whoever is pleased with one thing is pleased with much.
package struct KeyDrivers: Sendable {
  /// Why there is nothing to show, or that there is.
  package enum DriverState: String, Sendable {
    case shown
    /// Fewer than `leastPeople` answered every pair of two questions.
    case fewAnswers = "few-answers"
    /// Less than `leastExplained` of the differences goes with all of them.
    case weak
  }

  /// What people were asked about part of the journey.
  package struct Driver: Sendable {
    package let subject: MeasuredSubject
    package let metric: Metric
    /// Its part of what all of them explain, 0 to 1, with its 95 % interval.
    package let share: Double
    package let interval: Interval
    /// How closely its answers alone go with the outcome's.
    package let correlation: Double
    /// Those who answered both.
    package let n: Int
  }

  package let state: DriverState
  /// Of the question about the journey.
  package let metric: Metric
  package let feedback: String
  /// Oldest first.
  package let periods: [Period]
  /// R²: the part of the differences that goes with all drivers together; 0 unless `shown`.
  package internal(set) var explained = 0.0
  package internal(set) var leastEigenvalue = 0.0
  /// The largest share first; empty unless `shown`.
  package internal(set) var drivers: [Driver] = []
  /// Those asked, too, whom too few answered together with the others.
  package internal(set) var leftOut: [MeasuredSubject] = []

  /// Of people who answered both of any two questions, counted by what their weights are worth.
  package static let leastPeople = 200.0
  package static let leastExplained = 0.1

  /// A share by which a touchpoint moves more than an equal part of what is explained.
  package var equalShare: Double { drivers.isEmpty ? 1 : 1 / Double(drivers.count) }
}

extension JointTally {
  /// Of each question of a feedback about a journey as a whole that has drivers.
  ///
  /// - Parameter chosen: of which period; nil for the newest, and those before it until enough people answered.
  package func keyDrivers(
    of journey: Journey.ID, in workspace: Workspace, period chosen: Period? = nil
  ) -> [KeyDrivers] {
    workspace.feedbacks.flatMap { feedback in
      feedback.questions.filter { $0.hasDrivers && $0.subject == [.journey(journey)] }.compactMap { question in
        DriverTable(self, of: feedback, question, journey, in: workspace)?.drivers(in: chosen)
      }
    }
  }
}

/// The sums of one outcome with what may drive it.
private struct DriverTable {
  private let feedback: Feedback
  private let outcome: Feedback.Question
  /// What may drive it, in the order in which it is asked.
  private var asked: [AskedDriver] = []
  /// By period, and by the places of two questions in `asked`, the outcome being behind the last.
  private var parts: [Period: [PlacePair: [PairSums?]]] = [:]

  private struct AskedDriver: Hashable {
    let subject: MeasuredSubject
    let metric: Metric
    let scale: Scale?
  }

  private struct PlacePair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// Nil where the tally has nothing of it.
  init?(
    _ tally: JointTally, of feedback: Feedback, _ outcome: Feedback.Question, _ journey: Journey.ID,
    in workspace: Workspace
  ) {
    (self.feedback, self.outcome) = (feedback, outcome)
    var places: [AskedDriver: Int] = [:]
    for question in feedback.questions where question.mayDrive(journey) {
      guard let subject = question.subject.map({ workspace.measured($0) }) else { continue }
      let one = AskedDriver(subject: subject, metric: question.metric, scale: question.tallyScale)
      if places.updateValue(asked.count, forKey: one) == nil { asked.append(one) }
    }
    places[AskedDriver(subject: .journey(journey), metric: outcome.metric, scale: outcome.tallyScale)] = asked.count
    let names = Set([feedback.name] + feedback.earlierNames)
    var known = TallyNames(workspace)
    func place(_ question: Tally.TallyQuestion) -> Int? {
      guard let subject = try? known.subject(journey: question.journey, touchpoint: question.touchpoint) else {
        return nil
      }
      return places[AskedDriver(subject: subject, metric: question.metric, scale: question.scale)]
    }
    for (pair, groups) in tally.pairs where names.contains(pair.first.feedback) {
      guard let one = place(pair.first), let other = place(pair.second), one != other else { continue }
      let sums = (0..<JointTally.groups).map { groups[$0].map(PairSums.init) }
      parts[pair.first.period, default: [:]][PlacePair(one, other)] = sums
    }
    guard !parts.isEmpty else { return nil }
  }

  func drivers(in chosen: Period?) -> KeyDrivers? {
    var periods = parts.keys.sorted().filter { chosen?.contains($0) ?? true }
    guard !periods.isEmpty else { return nil }
    if chosen == nil {
      let newest = periods.indices.reversed().first { people(in: periods[$0...]) >= KeyDrivers.leastPeople }
      periods = Array(periods[(newest ?? periods.startIndex)...])
    }
    let used = complete(in: periods)
    var result = KeyDrivers(
      state: .fewAnswers, metric: outcome.metric, feedback: feedback.name, periods: periods)
    guard used.count > 1 else { return result }
    let all = PairMatrix(used + [asked.count]) { sums($0, $1, periods) }
    guard let weights = all.correlations.flatMap(RelativeWeights.init) else { return result }
    guard weights.explained >= KeyDrivers.leastExplained,
      let jackknife = jackknife(periods, used, all)
    else {
      result = KeyDrivers(state: .weak, metric: outcome.metric, feedback: feedback.name, periods: periods)
      result.explained = weights.explained
      return result
    }
    result = KeyDrivers(state: .shown, metric: outcome.metric, feedback: feedback.name, periods: periods)
    (result.explained, result.leastEigenvalue) = (weights.explained, weights.leastEigenvalue)
    let intervals = jackknife.intervals(weights.shares)
    result.drivers = zip(used, weights.shares).enumerated().map { index, one in
      let sums = all[index, used.count]
      return KeyDrivers.Driver(
        subject: asked[one.0].subject, metric: asked[one.0].metric, share: one.1,
        interval: intervals[index].clamped(to: 0...1), correlation: sums.correlation ?? 0,
        n: sums.n)
    }.sorted { ($0.share, $1.subject) > ($1.share, $0.subject) }
    result.leftOut = asked.indices.filter { !used.contains($0) }.map { asked[$0].subject }
    return result
  }

  /// The most people who answered the outcome and another question.
  private func people(in periods: ArraySlice<Period>) -> Double {
    asked.indices.map { evidence($0, asked.count, periods) }.max() ?? 0
  }

  private func evidence(_ one: Int, _ other: Int, _ periods: some Sequence<Period>) -> Double {
    sums(one, other, periods).evidence
  }

  /// Of all groups, in their order: so every machine adds up the same.
  private func sums(_ one: Int, _ other: Int, _ periods: some Sequence<Period>) -> PairSums {
    periods.reduce(PairSums()) { sum, period in
      parts[period]?[PlacePair(one, other)]?.lazy.compactMap(\.self).reduce(sum, +) ?? sum
    }
  }

  /// Those of which enough people answered each with each other and with the outcome: the one that lacks most of them is
  /// left out first, of two alike the one that fewer answered.
  private func complete(in periods: [Period]) -> [Int] {
    var used = Array(asked.indices)
    let people = asked.indices.map { one in (0...asked.count).map { evidence(one, $0, periods) } }
    while true {
      let lacks = used.map { one in
        (used + [asked.count]).count { $0 != one && people[one][$0] < KeyDrivers.leastPeople }
      }
      guard let most = lacks.max(), most > 0 else { return used }
      let worst = used.indices.filter { lacks[$0] == most }.min {
        people[used[$0]][asked.count] < people[used[$1]][asked.count]
      }
      if let worst { used.remove(at: worst) }
    }
  }

  /// The shares without each group in turn.
  private func jackknife(_ periods: [Period], _ used: [Int], _ all: PairMatrix) -> GroupJackknife? {
    var replicates: [[[Double]]] = []
    for period in periods {
      let pairs = parts[period] ?? [:]
      let groups = (0..<JointTally.groups).filter { group in pairs.values.contains { $0[group] != nil } }
      guard groups.count > 1 else { continue }
      var part: [[Double]] = []
      for group in groups {
        let rest = all.without { one, other in pairs[PlacePair(one, other)]?[group] }
        guard let weights = rest.correlations.flatMap(RelativeWeights.init) else { return nil }
        part.append(weights.shares)
      }
      replicates.append(part)
    }
    return GroupJackknife(replicates)
  }
}

/// The sums of some questions with each other.
private struct PairMatrix {
  private let places: [Int]
  private var sums: [PairSums]

  init(_ places: [Int], _ sums: (Int, Int) -> PairSums) {
    self.places = places
    self.sums = []
    for (row, one) in places.enumerated() { for other in places.prefix(row) { self.sums.append(sums(one, other)) } }
  }

  private static func index(_ row: Int, _ column: Int) -> Int {
    let (high, low) = (max(row, column), min(row, column))
    return high * (high - 1) / 2 + low
  }

  subscript(row: Int, column: Int) -> PairSums { sums[Self.index(row, column)] }

  func without(_ group: (Int, Int) -> PairSums?) -> PairMatrix {
    var rest = self
    for (row, one) in places.enumerated() {
      for (column, other) in places.prefix(row).enumerated() {
        if let less = group(one, other) { rest.sums[Self.index(row, column)] = self[row, column] - less }
      }
    }
    return rest
  }

  /// Nil where all said the same.
  var correlations: SymmetricMatrix? {
    var matrix = SymmetricMatrix(size: places.count, diagonal: 1)
    for row in places.indices {
      for column in 0..<row {
        guard let correlation = self[row, column].correlation else { return nil }
        matrix[row, column] = correlation
      }
    }
    return matrix
  }
}

/// The sums of a pair as numbers.
private struct PairSums {
  var n = 0
  var (weight, squares) = (0.0, 0.0)
  var (x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)

  init() {}

  init(_ sums: JointTally.JointSums) {
    (n, weight, squares) = (sums.count, sums.weight.value, sums.squares.value)
    (x, y, xx, yy, xy) = (sums.x.value, sums.y.value, sums.xx.value, sums.yy.value, sums.xy.value)
  }

  /// As `Tally.Counts.evidence`.
  var evidence: Double { min(Double(n), effectiveCount(weights: weight, squares: squares)) }

  /// Pearson's, weighted; nil where all said the same of one of the two.
  var correlation: Double? {
    let spread = (weight * xx - x * x) * (weight * yy - y * y)
    return spread > 0 ? (weight * xy - x * y) / spread.squareRoot() : nil
  }

  static func + (a: Self, b: Self) -> Self { a.combined(b, 1) }
  static func - (a: Self, b: Self) -> Self { a.combined(b, -1) }

  private func combined(_ other: Self, _ sign: Double) -> Self {
    var sum = self
    sum.n += Int(sign) * other.n
    sum.weight += sign * other.weight
    sum.squares += sign * other.squares
    sum.x += sign * other.x
    sum.y += sign * other.y
    sum.xx += sign * other.xx
    sum.yy += sign * other.yy
    sum.xy += sign * other.xy
    return sum
  }
}
