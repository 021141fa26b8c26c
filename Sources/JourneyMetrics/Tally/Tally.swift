package import JourneyModel
package import JourneySource
package import JourneySyntax

/// Counts of answers: all that is ever kept of what customers said, and all that scores are made from.
///
/// Tallies add up: that of two halves of the answers, merged, is that of the whole.
package struct Tally: Sendable {
  /// Each question's answers once, in the order in which they first came.
  package private(set) var rows: [Row] = []
  private var places: [Key: Int] = [:]

  package init(_ rows: [Row] = []) {
    for row in rows { add(row) }
  }

  /// Adds a row's counts; false where the same answer stands there already, and was added to.
  @discardableResult
  package mutating func add(_ row: Row) -> Bool {
    let key = Key(question: row.question, answer: row.answer, isWeighted: row.counts.weights != nil)
    if let place = places[key], rows.indices.contains(place) {
      rows[place].counts.add(row.counts)
      return false
    }
    places[key] = rows.count
    rows.append(row)
    return true
  }

  /// Both together, answer by answer.
  package func merged(with other: Tally) -> Tally {
    var result = self
    for row in other.rows { result.add(row) }
    return result
  }

  /// With the periods of `newer` in place of its own, feedback by feedback; all other periods stay.
  package func replacing(with newer: Tally) -> Tally {
    struct Part: Hashable {
      let feedback: String
      let period: Period
    }
    let replaced = Set(newer.rows.map { Part(feedback: $0.question.feedback, period: $0.question.period) })
    let kept = rows.filter { !replaced.contains(Part(feedback: $0.question.feedback, period: $0.question.period)) }
    return Tally(kept + newer.rows)
  }

  private struct Key: Hashable {
    let question: Question
    let answer: Answer
    /// Weighted answers are never added to unweighted ones.
    let isWeighted: Bool
  }

  /// What was asked, about what, when, whom, by which feedback: all of a row before its answer.
  package struct Question: Hashable, Sendable {
    /// Empty for the workspace.
    package var journey: String
    /// Empty for the journey; a phase's name or `a+b` for a shared question.
    package var touchpoint: String
    package var metric: Metric
    /// Nil for durations.
    package var scale: Scale?
    package var period: Period
    /// Empty for none.
    package var segment: String
    package var feedback: String

    package init(
      journey: String, touchpoint: String, metric: Metric, scale: Scale?, period: Period, segment: String = "",
      feedback: String
    ) {
      self.journey = journey
      self.touchpoint = touchpoint
      self.metric = metric
      self.scale = scale
      self.period = period
      self.segment = segment
      self.feedback = feedback
    }
  }

  package enum Answer: Hashable, Sendable {
    /// A whole number of the scale.
    case rating(Int)
    case duration(DurationBucket)
    /// "Never used" or "not applicable": counts for reach alone.
    case unused
    /// A case not resolved: counted, not scored.
    case open
  }

  package struct Counts: Hashable, Sendable {
    package var count: Int
    /// Σw and Σw²; nil where answers have no weight.
    package var weights: Weights?

    package init(_ count: Int, weights: Weights? = nil) {
      self.count = count
      self.weights = weights
    }

    /// What the answers are worth: Kish's number of them, or `count` where unweighted.
    var effective: Double {
      weights.map { effectiveCount(weights: $0.sum.value, squares: $0.squares.value) } ?? Double(count)
    }

    /// Σw, or `count` where unweighted.
    var whole: Double { weights?.sum.value ?? Double(count) }

    mutating func add(_ other: Counts) {
      count += other.count
      if let more = other.weights {
        weights = Weights(
          sum: (weights?.sum ?? .zero) + more.sum, squares: (weights?.squares ?? .zero) + more.squares)
      }
    }
  }

  package struct Weights: Hashable, Sendable {
    package var sum: ExactDecimal
    package var squares: ExactDecimal

    package init(sum: ExactDecimal, squares: ExactDecimal) {
      self.sum = sum
      self.squares = squares
    }
  }

  package struct Row: Sendable {
    package let question: Question
    package let answer: Answer
    package var counts: Counts
    /// Where it stands, for one that was read from a file.
    package var span: Span?

    package init(_ question: Question, _ answer: Answer, _ counts: Counts, span: Span? = nil) {
      self.question = question
      self.answer = answer
      self.counts = counts
      self.span = span
    }
  }
}
