internal import JourneyMetrics
internal import JourneyModel

/// Which questions of a row are counted together, for key drivers.
final class PairPlan: Sendable {
  /// Which of the feedback's questions: the answers about journeys that have drivers, and what may drive them.
  let questions: [Int]
  /// Where they are in `Plan.asked`.
  let places: [Int]
  /// How many answers each has.
  let spans: [Int]
  /// The same, as `bytescan_pairs` takes it.
  let spanWords: [UInt32]
  /// How many answers all of them have.
  let answers: Int
  /// Where the counters of two begin in a block, by `first * questions.count + second`, first ≤ second: a question's own
  /// answers, and the table of two.
  let offsets: [Int]
  /// How many counters a block has.
  let size: Int
  /// Of each question, which answers its share counts; empty where that is not the usual of its metric, or no share.
  private let tops: [Set<Int>]
  /// The pairs across which customers pass from one touchpoint to another, and one metric is on both: where the two shares
  /// are compared among the same people. As in `offsets`.
  private let crossed: Set<Int>

  /// Nil where no answer has drivers, or a file lacks one of them.
  init?(_ asked: [Plan.PlannedQuestion], of feedback: Feedback, in workspace: Workspace) {
    let journeys = feedback.questions.compactMap(\.drivenJourney)
    questions = feedback.questions.indices.filter { index in
      let question = feedback.questions[index]
      return question.drivenJourney != nil || journeys.contains { question.mayDrive($0) }
    }
    places = questions.compactMap { index in asked.firstIndex { $0.index == index } }
    guard !journeys.isEmpty, places.count == questions.count else { return nil }
    spans = places.map { asked[$0].scale.count }
    spanWords = spans.map { UInt32($0) }
    answers = spans.reduce(0, +)
    var (offsets, size) = ([Int](), 0)
    for first in spans.indices {
      for second in spans.indices {
        offsets.append(first <= second ? size : 0)
        if first <= second { size += first == second ? spans[first] : spans[first] * spans[second] }
      }
    }
    (self.offsets, self.size) = (offsets, size)
    let asked = questions.map { feedback.questions[$0] }
    tops = asked.map { question in
      let answers = Array(question.ratings ?? 0...0)
      return Set(answers.indices.filter { question.pairedTop?.contains(answers[$0]) ?? false })
    }
    var crossed: Set<Int> = []
    for first in asked.indices {
      for second in asked.indices.dropFirst(first + 1)
      where asked[first].isPaired(with: asked[second], in: workspace) {
        crossed.insert(first * asked.count + second)
      }
    }
    self.crossed = crossed
  }

  /// Which answers to each of two questions count, where their shares are compared; nil elsewhere.
  func tops(_ first: Int, _ second: Int) -> (first: Set<Int>, second: Set<Int>)? {
    crossed.contains(first * spans.count + second) ? (tops[first], tops[second]) : nil
  }

  /// Where the table of two questions, or the answers of one, stands in a block.
  func range(_ first: Int, _ second: Int) -> Range<Int> {
    let start = offsets[first * spans.count + second]
    return start..<start + (first == second ? spans[first] : spans[first] * spans[second])
  }
}
