internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax

extension RowCounter {
  /// Counts each two answers of the row in hand together, in the random group of whoever gave them.
  @inline(__always)
  mutating func countPairs(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) {
    guard let pairs = plan.pairs else { return }
    part.pairs.add(outcomes, pairs, period: period, group: group(row, bytes, ends, raw), weight: weight)
  }

  /// By the cluster, the person or the answer's id, so that a row is in the same group wherever it is; else by where it is.
  private func group(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) -> Int {
    let hash: KeyedHash.KeyedHashValue
    if let column = plan.cluster ?? plan.person ?? plan.id?.column, isSomebody(bytes, row.cell(column, ends)) {
      hash = task.grouping.hash(0, bytes, unquoted(bytes, row.cell(column, ends)))
    } else {
      hash = task.grouping.hash(LatestAnswerSelector.place(file: task.index, offset: raw.offset), bytes, 0..<0)
    }
    return Int(hash.low.multipliedFullWidth(by: UInt64(JointTally.groups)).high)
  }
}

extension QuestionPlan {
  /// The sums that may be written of all tables.
  func joint(_ counted: PairCounts, _ plan: PairPlan) -> JointTally {
    var result = JointTally()
    let isWeighted = feedback.weightColumn != nil
    let periods = Set(counted.blocks.keys.map { $0 / JointTally.groups }).sorted()
    for number in periods {
      guard let period = period(number) else { continue }
      let blocks = (0..<JointTally.groups).compactMap { group in
        counted.blocks[number * JointTally.groups + group].map { (group, $0) }
      }
      let questions = plan.questions.map { jointQuestion($0, period: period) }
      let standings = plan.questions.map { levels(of: feedback.questions[$0]) }
      SafeSums(blocks, plan, isWeighted: isWeighted, hideBelow: hideBelow).each { first, second, group, block in
        guard let one = questions[first], let other = questions[second] else { return }
        let pair = JointTally.JointPair(one, other)
        let sums = block.sums(x: standings[first], y: standings[second], tops: plan.tops(first, second))
        result.add(pair.first == one ? sums : sums.turned, pair, group: group)
      }
    }
    return result
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
