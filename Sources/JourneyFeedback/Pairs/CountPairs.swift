internal import Dispatch
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax
internal import Synchronization

extension RowCounter {
  /// Counts each two answers of the row in hand together, in the random group of whoever gave them.
  @inline(__always)
  mutating func countPairs(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) {
    guard let pairs else { return }
    part.pairs.add(outcomes, pairs.plan, period: period, group: pairs.group(row, bytes, ends, raw), weight: weight)
  }
}

/// What is counted together of the rows of a file, and in which random group each is.
struct PairedRows {
  let plan: PairPlan
  private let column: Int?
  private let hash: KeyedHash
  private let file: Int

  /// Nil where nothing is counted together.
  init?(_ task: ReadingTask) {
    guard let pairs = task.plan.pairs else { return nil }
    plan = pairs
    column = task.plan.cluster ?? task.plan.person ?? task.plan.id?.column
    (hash, file) = (task.grouping, task.index)
  }

  /// By the cluster, the person or the answer's id, so that a row is in the same group wherever it is; else by where it is.
  @inline(__always)
  func group(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) -> Int {
    let who: KeyedHash.KeyedHashValue
    if let column, isSomebody(bytes, row.cell(column, ends)) {
      who = hash.hash(0, bytes, unquoted(bytes, row.cell(column, ends)))
    } else {
      who = hash.hash(LatestAnswerSelector.place(file: file, offset: raw.offset), bytes, 0..<0)
    }
    return Int(who.low.multipliedFullWidth(by: UInt64(JointTally.groups)).high)
  }
}

extension QuestionPlan {
  /// The sums that may be written of all tables. Those of a period are thousands, so periods are looked at side by side.
  func joint(_ counted: PairCounts, _ plan: PairPlan) -> JointTally {
    let periods = counted.periods
    let found = Mutex<[Int: [SafePair]]>([:])
    DispatchQueue.concurrentPerform(iterations: periods.count) { index in
      let own = safePairs(counted, plan, periods[index])
      found.withLock { $0[index] = own }
    }
    var result = JointTally()
    for index in periods.indices {
      for one in found.withLock({ $0[index] }) ?? [] { result.add(one.sums, one.pair, group: one.group) }
    }
    return result
  }

  private typealias SafePair = (sums: JointTally.JointSums, pair: JointTally.JointPair, group: Int)

  private func safePairs(_ counted: PairCounts, _ plan: PairPlan, _ number: Int) -> [SafePair] {
    guard let period = period(number) else { return [] }
    let questions = plan.questions.map { jointQuestion($0, period: period) }
    let standings = plan.questions.map { levels(of: feedback.questions[$0]) }
    var pairs: [SafePair] = []
    SafeSums(Array(counted.blocks(of: number)), plan, hideBelow: hideBelow).each { first, second, group, block in
      guard let one = questions[first], let other = questions[second] else { return }
      let pair = JointTally.JointPair(one, other)
      let sums = block.sums(x: standings[first], y: standings[second], tops: plan.tops(first, second))
      pairs.append((pair.first == one ? sums : sums.turned, pair, group))
    }
    return pairs
  }

  private func jointQuestion(_ index: Int, period: Period) -> Tally.TallyQuestion? {
    feedback.questions[index].subject.flatMap(subject).flatMap {
      question(at: place(question: index, subject: $0, segment: 0), period: period)
    }
  }

  /// How far each answer is above the worst.
  private func levels(of question: Feedback.Question) -> [Int] {
    let answers = Array(question.ratings ?? 0...0)
    return answers.map { question.tallyScale?.standing($0) ?? 0 }
  }
}
