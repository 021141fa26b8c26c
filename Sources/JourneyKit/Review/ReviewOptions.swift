/// What a review looks at.
public struct ReviewOptions: Sendable {
  /// `2026-Q3`, or `2026-Q2..2026-Q3` for the change between the two; nil for each question's latest.
  public var period: String?
  /// The name or title of a segment; nil for everyone.
  public var segment: String?
  /// The name or title of the only journey to review; nil for all.
  public var journey: String?
  /// The name or title of the only department to show; nil for all.
  public var department: String?
  /// The name or title of a persona, to show their card alone; nil for the whole review.
  public var persona: String?
  /// The path of a CSV file with the votes of the room: `touchpoint,votes`.
  public var votes: String?
  /// Whether drafts are reviewed like other journeys.
  public var drafts = false
  /// The tag of the touchpoints to compare; nil for all of them.
  public var tag: String?
  /// The name of a theme that Waymark brings along, or the path of a theme file; for `html` and the pack.
  public var theme: String?
  /// Paths of page templates; the review's is named `review.xhtml`.
  public var pages: [String] = []

  /// Everything, of the latest.
  public init() {}
}

/// How a review is printed. All but `text`, `md` and `html` are for programs; their forms are stable.
public enum ReviewFormat: String, Sendable, CaseIterable {
  /// For people at a terminal of 80 columns.
  case text
  /// Waymark's own, version 2; `docs/review.schema.json` describes it.
  case json
  /// A row a touchpoint, safe to open in a spreadsheet.
  case csv
  /// Markdown for a pull request.
  case md
  /// The page that `render` writes beside the maps, standing alone.
  case html
}
