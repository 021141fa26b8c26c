/// How much a template may ask for, and how deep a document may be; rows of `docs/safety.md`.
enum Limits {
  /// Bytes of a template: a page is text, its pictures and data come in as parts.
  static let template = 1_000_000
  /// Elements inside elements of a template.
  static let depth = 64
  /// Bytes of one expression; longer ones are programs.
  static let expression = 500
  /// Bytes of an expression's text that are used.
  static let text = 65_536
  /// Steps of libxml2 that the expressions of one page may take together; about a second.
  static let steps: UInt = 20_000_000
  /// Nodes that the `each` of one page may make: a page that a browser still opens.
  static let nodes = 500_000
  /// Elements and groups inside each other in what is written; libxml2 refuses to read more than 256 levels.
  static let written = 250
}
