internal import JourneyModel
internal import JourneySource

extension Diagnostic {
  static func tooManyClusters(_ feedback: Feedback) -> Self {
    .init(
      .tooManyClusters, at: feedback.span, "feedback \"\(feedback.name)\" has too many clusters to be counted",
      help: "name the column of those who were asked together, not one of single people; or split the exports")
  }
}

extension Rule {
  static let tooManyClusters = Rule(
    "too-many-clusters", .error, "A feedback has too many clusters, so its answers are not counted.",
    why: """
      For clusters, Waymark keeps what each answer weighs in each of them, until all rows are read. A column of clusters
      says which people were asked together: a flight, a class, a shop. If nearly every row has a cell of
      its own, it is the wrong column.

      Name another column, or leave `cluster` out.
      """,
    example: "cluster \"ResponseId\"\n", instead: "cluster \"FLIGHT\"\n")
}
