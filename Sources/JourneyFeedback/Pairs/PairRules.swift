internal import JourneyModel
internal import JourneySource

extension Rule {
  static let tooManyPairs = Rule(
    "too-many-pairs", .warning, "A feedback has too many periods and answers for key drivers.",
    why: """
      For key drivers, Waymark counts each two answers together, in each period and in 30 random groups of people. That
      takes memory. The tally is written as usual, but there are no key drivers of it.

      Count quarters or years instead of months, or count the exports of fewer years.
      """,
    example: "period month # 40 answers, 10 years\n", instead: "period year\n")
}

extension Diagnostic {
  static func tooManyPairs(_ feedback: Feedback) -> Self {
    .init(
      .tooManyPairs, at: feedback.span,
      "feedback \"\(feedback.name)\" has too many periods and answers to be counted for key drivers",
      help: "write period quarter or period year, or tally the exports of fewer years")
  }
}
