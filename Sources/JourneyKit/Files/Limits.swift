/// How much Waymark reads before it says no; a trap cannot be caught, so sizes are capped instead.
enum Limits {
  static let file = 64 << 20
  static let workspace = 256 << 20
  /// A theme or a page template.
  static let style = 16 << 20
  static let files = 100_000
  /// Findings shown of one file; whoever has so many mends the first ones first.
  static let findings = 1_000
  /// Folders within folders.
  static let depth = 64
}
