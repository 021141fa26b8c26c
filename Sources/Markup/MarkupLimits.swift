/// How much a template may ask for, and how deep a document may be; rows of `docs/safety.md`.
enum MarkupLimits {
  /// Bytes of a template: a page is text, its pictures and data come in as parts.
  static let template = 1_000_000
  /// Elements inside elements of a template.
  static let depth = 64
  /// Attributes of a tag: libxml2 looks through all of them for each.
  static let attributes = 256
  /// Prefixes that are declared where an element stands: libxml2 looks through all of them for each name.
  static let prefixes = 64
  /// Problems that are told of one template.
  static let problems = 100
  /// Bytes of one expression; longer ones are programs.
  static let expression = 500
  /// Parentheses and brackets inside each other in an expression.
  static let expressionDepth = 32
  /// Bytes of an expression's text that are used.
  static let text = 65_536
  /// Steps that the expressions of one page may take together; about a second. See ``Evaluator``.
  static let work = 10_000_000
  /// Bytes of text that are read, compared or copied in the time of one step.
  static let bytesPerStep = 8
  /// Nodes that the slots of one page may make: a page that a browser still opens.
  static let nodes = 500_000
  /// Bytes that a template may make of a page, as they are written; the parts that Waymark draws come on top.
  static let page = 32 << 20
  /// Pages that may each take as much as that. Of more pages in one run each takes less, and all of them no more.
  static let fullPages = 16
  /// Elements and groups inside each other in what is written; libxml2 refuses to read more than 256 levels.
  static let written = 250
}
