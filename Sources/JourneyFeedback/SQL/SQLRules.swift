internal import JourneyMetrics
internal import JourneyModel
package import JourneySource

extension Rule {
  /// The findings about tallies that other engines make. Their examples are shell sessions.
  package static let sqlCatalog = [queryImpossible, queryNotExact, foreignCounts]

  package static let queryImpossible = Rule(
    "query-impossible", .error, "An engine cannot make this tally, so there is no query for it.",
    why: """
      A query that does something else than Waymark would make figures that are wrong without a word. So there is none \
      where an engine cannot read the files, find the columns or understand the dates; the finding says which, and what to \
      do instead. Waymark itself can tally all of them.
      """,
    example: "waymark tally --sql postgres journeys # file \"private/after-*.csv\"\n",
    instead: "waymark tally --sql duckdb journeys\n")

  package static let queryNotExact = Rule(
    "query-not-exact", .warning, "A query makes the same tally, but for cases that the finding names.",
    why: """
      Most of what a feedback says can be asked of any engine. Two things cannot: which of two rows is greater byte by \
      byte, because engines see cells and not rows, and how a file's columns are ordered, where the file is not at hand. \
      Run the query where neither happens, or tally with Waymark.
      """,
    example: "waymark tally --sql duckdb journeys # one answer per person \"Id\"\n",
    instead: "waymark tally journeys\n")

  package static let foreignCounts = Rule(
    "foreign-counts", .error, "Counts that cannot be of this feedback, so none of the file is used.",
    why: """
      What `--from-counts` takes replaces what the tally has of the same periods, so it has to come from the query of the \
      same feedback as it is declared now: the same name, the same touchpoints, scales, segments and kind of period, \
      weighted or not. Print the query anew and run that one.
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
