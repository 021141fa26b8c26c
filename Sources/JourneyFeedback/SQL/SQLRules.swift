internal import JourneyMetrics
internal import JourneyModel
package import JourneySource

extension Rule {
  /// The findings about tallies that other engines make. Their examples are shell sessions.
  package static let sqlCatalog = [queryImpossible, queryNotExact, foreignCounts]

  package static let queryImpossible = Rule(
    "query-impossible", .error, "The engine cannot make this tally, so there is no query for it.",
    why: """
      A query that does something else than Waymark would make wrong figures, and nobody would notice. So Waymark \
      prints no query if the engine cannot read the files, find the columns or understand the dates. The finding says \
      which one it is, and what to do instead. Waymark itself can tally all of them.
      """,
    example: "waymark tally --sql postgres journeys # file \"private/after-*.csv\"\n",
    instead: "waymark tally --sql duckdb journeys\n")

  package static let queryNotExact = Rule(
    "query-not-exact", .warning, "A query makes the same tally, except in the cases that the finding names.",
    why: """
      An engine can do most of what a feedback says, but not two things. It cannot compare two rows byte by byte, \
      because engines see cells and not rows. And it cannot know how the columns of a file are ordered if the file is \
      not there. Run the query where neither happens, or tally with Waymark.
      """,
    example: "waymark tally --sql duckdb journeys # one answer per person \"Id\"\n",
    instead: "waymark tally journeys\n")

  package static let foreignCounts = Rule(
    "foreign-counts", .error, "These counts are not from this feedback, so nothing of the file is used.",
    why: """
      The counts that `--from-counts` reads replace the counts of the same periods in the tally. So they must come \
      from the query of this feedback as it is declared now. Its name, touchpoints, scales, segments, kind of period \
      and weights must be the same. Print the query again, and run that one.
      """,
    example: "waymark tally --from-counts before-call.counts.csv --feedback after-call journeys\n",
    instead: "waymark tally --from-counts after-call.counts.csv --feedback after-call journeys\n")
}

extension Diagnostic {
  static func missingColumn(_ column: String, nearest: String?, of feedback: Feedback) -> Self {
    .init(
      .queryImpossible, at: feedback.span, "the files have no column \"\(column)\"",
      help: nearest.map { "did you mean \"\($0)\"?" })
  }

  static func repeatedColumn(_ column: String, _ dialect: SQLDialect, of feedback: Feedback) -> Self {
    .init(
      .queryImpossible, at: feedback.span, "\(dialect.title) cannot tell two columns named \"\(column)\" apart",
      help: "rename one of them in the export")
  }

  static func foreign(_ message: String, at span: Span?, help: String? = nil) -> Self {
    .init(.foreignCounts, at: span, message, help: help)
  }
}
