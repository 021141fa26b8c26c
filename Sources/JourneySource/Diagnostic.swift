/// A finding: what is wrong, where, and what to type instead. The only one there is; every phase makes these.
package struct Diagnostic: Sendable {
  package enum Severity: Int, Sendable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// A second place that explains the first, such as where a name was declared before.
  package struct Related: Sendable, Equatable {
    package let span: Span
    package let message: String

    package init(_ span: Span, _ message: String) {
      self.span = span
      self.message = message.readable
    }
  }

  package let rule: Rule
  /// Where; nil when it concerns the workspace as a whole.
  package let span: Span?
  /// The headline; stands alone, quotes names in `"…"`, has no full stop.
  package let message: String
  package let related: [Related]
  /// What to type instead: `did you mean "web"?`.
  package let help: String?
  /// The same as an edit, where the text to type is known.
  package private(set) var fix: Fix?
  /// Whether people are shown the line it is about: not one that a customer may have written.
  package let showsLine: Bool

  /// That of its rule, unless a workspace minds such findings more or less.
  package private(set) var severity: Severity

  package init(
    _ rule: Rule, at span: Span?, _ message: String, related: [Related] = [], help: String? = nil,
    fix: Fix? = nil, showsLine: Bool = true
  ) {
    self.rule = rule
    severity = rule.severity
    self.span = span
    self.message = message.readable
    self.related = related
    self.help = help?.readable
    self.fix = fix
    self.showsLine = showsLine
  }
}

extension Diagnostic {
  /// The same with an edit, which is known only when more of the file is read.
  package func fixed(by fix: Fix) -> Diagnostic {
    var diagnostic = self
    diagnostic.fix = fix
    return diagnostic
  }

  /// The same, minded more or less.
  package func with(_ severity: Severity) -> Diagnostic {
    var diagnostic = self
    diagnostic.severity = severity
    return diagnostic
  }

  /// The same in a list of files that has others before its own.
  package func moved(by files: Int) -> Diagnostic {
    Diagnostic(
      rule, at: span?.moved(by: files), message,
      related: related.map { .init($0.span.moved(by: files), $0.message) }, help: help, fix: fix?.moved(by: files),
      showsLine: showsLine
    ).with(severity)
  }
}

extension String {
  /// Without its middle where it quotes a text that is too long to be read: both ends say what it is about.
  package var readable: String {
    guard utf8.count > Limits.message, unicodeScalars.count > Limits.message else { return self }
    let half = Limits.message / 2
    return "\(String(unicodeScalars.prefix(half)))…\(String(unicodeScalars.suffix(half)))"
  }
}

/// What a finding's code stands for: the text of `waymark explain CODE` and of `docs/findings.md`.
///
/// A rule is a `static let` in an extension beside the check that raises it, and is listed in `Rule.catalog` of
/// `JourneyKit`. The tests run `example` (it must raise `code`) and `instead` (it must not). A class, so that a finding
/// does not carry the texts about it: of findings there may be hundreds of thousands.
package final class Rule: Sendable {
  /// Stable, kebab-case: `unknown-channel`.
  package let code: String
  package let severity: Diagnostic.Severity
  /// One sentence: what it says.
  package let summary: String
  /// Why it matters, and the ways out; Markdown paragraphs.
  package let why: String
  /// A whole `.journey` file that raises it.
  package let example: String
  /// The same file, mended.
  package let instead: String

  package init(
    _ code: String, _ severity: Diagnostic.Severity, _ summary: String, why: String, example: String, instead: String
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.why = why
    self.example = example
    self.instead = instead
  }
}

/// What a phase could make, and what it found on the way. Phases never throw for bad input.
package struct Diagnosed<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
