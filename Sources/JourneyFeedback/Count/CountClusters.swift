internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax

extension RowCounter {
  /// Counts the ratings of the row in hand with those of everybody who was asked together with this person.
  mutating func countCluster(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) {
    guard plan.cluster != nil else { return }
    let cluster = cluster(row, bytes, ends, raw)
    for index in outcomes.indices where outcomes[index] >= Outcome.first && !plan.asked[index].isTime {
      let asked = plan.asked[index]
      let place = asking.place(
        question: asked.index, subject: asked.subject ?? Int(touchpoint), segment: Int(segment))
      part.clusters.add(
        outcomes[index], place: place, period: period, cluster, weight: plan.weight == nil ? 10_000_000_000 : weight)
    }
  }

  /// Whoever is in no cluster is one by himself.
  private func cluster(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace
  ) -> KeyedHash.KeyedHashValue {
    if let column = plan.cluster, isSomebody(bytes, row.cell(column, ends)) {
      return task.grouping.hash(1, bytes, unquoted(bytes, row.cell(column, ends)))
    }
    return task.grouping.hash(LatestAnswerSelector.place(file: task.index, offset: raw.offset), bytes, 0..<0)
  }
}

extension QuestionPlan {
  /// Puts the sums of clusters where a tally has the answers.
  func add(_ clusters: ClusterCounts, to tally: inout Tally) {
    let sums = clusters.sums { segments.count > 1 ? $0 - $0 % segments.count : nil }
    for one in sums {
      guard let period = period(one.period), let own = question(at: one.place, period: period) else { continue }
      let question = one.isEveryone ? own.ofEveryone : own
      var answers = ClusterSums()
      answers.count = one.sums.count
      for product in one.sums.together {
        guard case .rating(let low) = answer(Int32(product.low), question: one.place),
          case .rating(let high) = answer(Int32(product.high), question: one.place)
        else { continue }
        answers.add(product.sum, low, high)
      }
      tally.add(answers, at: tally.place(of: question))
    }
  }
}
