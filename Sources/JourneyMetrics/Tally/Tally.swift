package import JourneyModel
package import JourneySource
package import JourneySyntax

/// Counts of answers: all that is ever kept of what customers said, and all that scores are made from.
///
/// Tallies add up: that of two halves of the answers, merged, is that of the whole.
package struct Tally: Sendable {
  /// Each question once, in the order in which they first came.
  package private(set) var answered: [Answered] = []
  private(set) var places: [TallyQuestion: Int] = [:]

  package init() {}

  /// Where a question stands in `answered`; at the end, without answers, where it is new.
  package mutating func place(of question: TallyQuestion, span: Span? = nil) -> Int {
    if let place = places[question] { return place }
    places[question] = answered.count
    answered.append(Answered(question: question, span: span))
    return answered.count - 1
  }

  /// Adds to the counts of an answer.
  package mutating func add(_ answer: Answer, _ counts: Counts, at place: Int) {
    if answered.indices.contains(place) { answered[place].add(answer, counts) }
  }

  /// Adds to the sums of clusters.
  package mutating func add(_ clusters: ClusterSums, at place: Int) {
    addClusters(at: place) { $0 += clusters }
  }

  /// Adds to the sums of clusters, without making others.
  mutating func addClusters(at place: Int, _ add: (inout ClusterSums) -> Void) {
    if answered.indices.contains(place) { answered[place].addClusters(add) }
  }

  /// The counts of an answer so far; nil where it was not given.
  func counts(of answer: Answer, at place: Int) -> Counts? {
    answered.indices.contains(place) ? answered[place].counts(of: answer) : nil
  }

  /// Both together, answer by answer.
  package func merged(with other: Tally) -> Tally {
    var result = self
    result.append(other.answered)
    return result
  }

  /// With the periods of `newer` in place of its own, feedback by feedback; all other periods stay.
  package func replacing(with newer: Tally) -> Tally {
    let replaced = Set(newer.answered.map(\.question.part))
    var result = Tally()
    result.append(answered.filter { !replaced.contains($0.question.part) })
    result.append(newer.answered)
    return result
  }

  /// A period that is counted again, with other answers than before.
  package struct Replaced: Sendable {
    package let period: Period
    package let before: Int
    package let now: Int

    /// Under half of them, and ten fewer or more.
    package var isFarLess: Bool { now * 2 < before && before - now >= 10 }
  }

  /// The periods in which `newer` replaces answers by others.
  package func replaced(by newer: Tally) -> [Replaced] {
    /// How many questions have answers in each, and how many answers.
    func sizes(_ tally: Tally) -> [FeedbackPeriod: (questions: Int, answers: Int)] {
      tally.answered.reduce(into: [:]) { sizes, answered in
        guard !answered.rows.isEmpty else { return }
        let before = sizes[answered.question.part] ?? (0, 0)
        let answers = answered.rows.reduce(0) { $0 + $1.counts.count }
        sizes[answered.question.part] = (before.questions + 1, before.answers + answers)
      }
    }
    let (before, now) = (sizes(self), sizes(newer))
    var changed = Set(now.keys.filter { before[$0]?.questions != now[$0]?.questions })
    for one in newer.answered where !one.rows.isEmpty && !changed.contains(one.question.part) {
      if places[one.question].map({ answered[$0].rows != one.rows }) ?? true { changed.insert(one.question.part) }
    }
    return changed.compactMap { part in
      guard let old = before[part], let new = now[part] else { return nil }
      return Replaced(period: part.period, before: old.answers, now: new.answers)
    }.sorted { ($0.period, $0.before, $0.now) < ($1.period, $1.before, $1.now) }
  }

  /// A period of this and one of `newer`, of the same feedback, of which one contains the other: answers of both would
  /// count twice. Nil where there are none.
  package func overlap(with newer: Tally) -> (before: Period, now: Period)? {
    let (old, new) = (answered.map(\.question.part), newer.answered.map(\.question.part))
    let (olds, news) = (Set(old), Set(new))
    for part in old {
      if let longer = part.longer.first(where: news.contains) { return (part.period, longer.period) }
    }
    for part in new {
      if let longer = part.longer.first(where: olds.contains) { return (longer.period, part.period) }
    }
    return nil
  }

  /// With some of the questions only.
  package func keeping(_ isKept: (TallyQuestion) -> Bool) -> Tally {
    var result = Tally()
    result.append(answered.filter { isKept($0.question) })
    return result
  }

  /// With other questions in place of its own, whose answers are added up where they come to the same; those for which
  /// there is none are left out.
  func renaming(_ name: (TallyQuestion) -> TallyQuestion?) -> Tally {
    var result = Tally()
    for one in answered {
      guard let question = name(one.question) else { continue }
      let place = result.place(of: question, span: one.span)
      for row in one.rows { result.add(row.answer, row.counts, at: place) }
      if let clusters = one.clusters { result.add(clusters, at: place) }
    }
    return result
  }

  mutating func append(_ more: [Answered]) {
    for new in more {
      if let place = places[new.question] {
        for row in new.rows { add(row.answer, row.counts, at: place) }
        if let clusters = new.clusters { add(clusters, at: place) }
      } else {
        places[new.question] = answered.count
        answered.append(new)
      }
    }
  }

  /// What was asked, about what, when, whom, by which feedback: all of a row before its answer.
  ///
  /// A reference, because a question stands in several places and a workspace may have many.
  package final class TallyQuestion: Hashable, Sendable {
    /// Empty for the workspace.
    package let journey: String
    /// Empty for the journey; a phase's name or `a+b` for a shared question.
    package let touchpoint: String
    package let metric: Metric
    /// Nil for durations.
    package let scale: Scale?
    package let period: Period
    /// Empty for none.
    package let segment: String
    package let feedback: String
    /// Weighted answers are never added to unweighted ones.
    package let isWeighted: Bool

    package init(
      journey: String, touchpoint: String, metric: Metric, scale: Scale?, period: Period, segment: String = "",
      feedback: String, isWeighted: Bool = false
    ) {
      self.journey = journey
      self.touchpoint = touchpoint
      self.metric = metric
      self.scale = scale
      self.period = period
      self.segment = segment
      self.feedback = feedback
      self.isWeighted = isWeighted
    }

    /// The same of people of all segments.
    package var ofEveryone: TallyQuestion {
      TallyQuestion(
        journey: journey, touchpoint: touchpoint, metric: metric, scale: scale, period: period,
        segment: Tally.everyone, feedback: feedback, isWeighted: isWeighted)
    }

    var part: FeedbackPeriod { FeedbackPeriod(feedback: feedback, period: period) }

    package static func == (a: TallyQuestion, b: TallyQuestion) -> Bool {
      a === b
        || a.period == b.period && a.metric == b.metric && a.scale == b.scale && a.isWeighted == b.isWeighted
          && a.touchpoint == b.touchpoint && a.segment == b.segment && a.journey == b.journey
          && a.feedback == b.feedback
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(period)
      hasher.combine(metric)
      hasher.combine(scale)
      hasher.combine(isWeighted)
      hasher.combine(touchpoint)
      hasher.combine(segment)
      hasher.combine(journey)
      hasher.combine(feedback)
    }
  }

  /// What a feedback heard in a period, which is counted as a whole.
  struct FeedbackPeriod: Hashable {
    let feedback: String
    let period: Period

    /// Those of the same feedback that would contain it.
    var longer: [FeedbackPeriod] { period.longer.map { FeedbackPeriod(feedback: feedback, period: $0) } }
  }

  /// A question with its answers.
  package struct Answered: Sendable {
    package let question: TallyQuestion
    /// Each answer once: worst first, durations shortest first, then cases still open, shortest first, then `unused`
    /// and `open`.
    package private(set) var rows: [TallyRow] = []
    /// Where people were asked together, how alike they answered.
    package private(set) var clusters: ClusterSums?
    /// Where its first row stands, for one that was read from a file.
    package let span: Span?
    /// How far above the worst an answer is the least that counts, as its feedback declares; nil for the usual rule.
    ///
    /// No tally says it: which answers count is decided when figures are made of it.
    var leastGood: Int?

    init(question: TallyQuestion, span: Span?) {
      self.question = question
      self.span = span
    }

    fileprivate mutating func addClusters(_ add: (inout ClusterSums) -> Void) {
      var sums = clusters ?? ClusterSums()
      clusters = nil
      add(&sums)
      clusters = sums
    }

    fileprivate mutating func add(_ answer: Answer, _ counts: Counts) {
      let (index, isThere) = place(of: answer)
      if isThere {
        rows[index].counts += counts
      } else {
        // Most questions have few answers, for which twice the room is much.
        if rows.count < 8 { rows.reserveCapacity(rows.count + 1) }
        rows.insert(TallyRow(answer: answer, counts: counts), at: index)
      }
    }

    fileprivate func counts(of answer: Answer) -> Counts? {
      let (index, isThere) = place(of: answer)
      return isThere ? rows[index].counts : nil
    }

    /// Where the answer stands, or would.
    private func place(of answer: Answer) -> (index: Int, isThere: Bool) {
      let rank = answer.rank(on: question.scale)
      var (low, high) = (0, rows.count)
      if let last = rows.last, last.answer.rank(on: question.scale) < rank { low = high }
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].answer.rank(on: question.scale) < rank { low = middle + 1 } else { high = middle }
      }
      return (low, low < rows.count && rows[low].answer == answer)
    }
  }

  package struct TallyRow: Sendable, Equatable {
    package let answer: Answer
    package fileprivate(set) var counts: Counts
  }
}
