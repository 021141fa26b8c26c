/// How much Waymark takes before it says no: a Swift trap cannot be caught, and memory and patience are finite.
///
/// All of them, but those of templates (`Markup/Limits.swift`) and of a row of an export (`RowReader`); each has a
/// finding or a refusal that names it, and a row in `docs/safety.md`.
package enum Limits {
  /// Files of a workspace, and exports of a tally.
  package static let files = 100_000
  /// Bytes of one journey or tally file.
  package static let file = 64 << 20
  /// Bytes of all files of a workspace together.
  package static let workspace = 100 << 20
  /// Bytes of a theme or a table of votes.
  package static let style = 2 << 20
  /// Folders within folders.
  package static let folders = 64

  /// Bytes of one string, without its quotes.
  package static let string = 64 << 10
  /// Bytes of a name, which names files: those take at most 255.
  package static let name = 200
  /// Blocks inside blocks.
  package static let depth = 64
  /// Touchpoints of a workspace; the parser applies it to a file, `WorkspaceFiles.trees` to all files together.
  package static let touchpoints = 100_000
  /// Touchpoints of one map, which is a kilometre wide then, and of its page, which no browser opens.
  package static let map = 20_000
  /// Arrows of one map: of three hundred touchpoints each to each, and a file of hundreds of megabytes.
  package static let mapArrows = 40_000
  /// Touchpoints of one map times the personas who feel differently: each has a line of its own through all of them.
  package static let mapFeelings = 200_000
  /// Journeys that are drawn in one run: each page stands alone, with its style and script, however little is on it.
  package static let pages = 10_000
  /// Touchpoints and crossings of the page of a review.
  package static let review = 5_000
  /// Departments that each have a page; of more none has, and the page of the review has their cards.
  package static let departmentPages = 500
  /// Touchpoints of a persona's card in a review of several personas.
  package static let card = 100
  /// Touchpoints of all such cards together, at least one of each: each persona could meet each touchpoint.
  package static let cards = 20_000
  /// Arrows of a workspace, joints multiplied out.
  package static let arrows = 4 * touchpoints
  /// Lines and facts of one file, so that a file of nothing but short facts ends within the memory we allow us.
  package static let nodes = 500_000
  /// Cells of all tallies of a workspace, each what one feedback asked at one place in one period of one segment: four
  /// years of a thousand touchpoints, by month and five segments.
  package static let cells = 250_000
  /// Those cells, times the segments whose figures a page has beside those of all customers.
  package static let segmentCells = 250_000
  /// Answers of a feedback that may be key drivers: each is counted together with each.
  package static let drivers = 40
  /// Counters of pairs of answers in one tally, each pair with its answers in 30 groups of people in each period.
  package static let pairs = 8 << 20
  /// Answers of clusters in one tally, each of one cluster, place, period and answer.
  package static let clusters = 1_000_000
  /// Findings of one file; whoever sees so many mends the first ones first. Behind so many errors the parser reads nothing.
  package static let findings = 1_000
  /// Characters of a message, which may quote a text of any length.
  package static let message = 1_000
}
