import JourneySource

/// A way that bytes of others take through Waymark, and what must hold whatever they are.
///
/// The fuzzer (`make fuzz`) looks for bytes that break it, with AddressSanitizer; the tests follow every way with what
/// the fuzzer found worth keeping (`Tests/Fuzz/Corpus`).
package enum Way: String, CaseIterable, Sendable {
  /// Journey bytes to a tree and findings.
  case parser
  /// A tree to the one style, and back.
  case formatter
  /// Survey exports, CSV and JSON Lines, to a tally and an audit.
  case exports
  /// Workbooks to rows, and to a tally.
  case workbooks
  /// Pictures of touchpoints and personas, by their headers.
  case images
  /// Tally files to figures.
  case tallies
  /// Page templates, logos and themes.
  case templates
  /// The whole way, from journeys to drawings and pages.
  case maps
  /// An editor's messages, and edits of a journey with every question at each.
  case editors
  /// What comes to a preview over HTTP, and what it answers.
  case http
  /// Two journeys, and what makes the page of one that of the other.
  case patch

  /// What does not hold for these bytes, as a sentence without a full stop; nil where everything does.
  package func complaint(about bytes: [UInt8]) -> String? {
    do {
      switch self {
      case .parser: try followParser(bytes)
      case .formatter: try followFormatter(bytes)
      case .exports: try followExports(bytes)
      case .workbooks: try followWorkbooks(bytes)
      case .images: try followImages(bytes)
      case .tallies: try followTallies(bytes)
      case .templates: try followTemplates(bytes)
      case .maps: try followMaps(bytes)
      case .editors: try followEditors(bytes)
      case .http: try followRequests(bytes)
      case .patch: try followPatches(bytes)
      }
      return nil
    } catch let broken as Broken {
      return broken.promise
    } catch {
      return "\(error)"
    }
  }
}

/// A promise that was not kept.
struct Broken: Error { let promise: String }

/// Throws what is said where something does not hold.
func hold(_ isKept: Bool, _ promise: @autoclosure () -> String) throws(Broken) {
  if !isKept { throw Broken(promise: promise()) }
}

/// Findings have a message and lie within the bytes of their file.
func hold(_ findings: [Diagnostic], within bytes: [UInt8]) throws(Broken) {
  for finding in findings {
    try hold(
      !finding.message.isEmpty && finding.message.last != ".", "\(finding.rule.code) says \"\(finding.message)\"")
    for span in [finding.span].compactMap({ $0 }) + finding.related.map(\.span) {
      try hold(
        0 <= span.start && span.start <= span.end && span.end <= bytes.count, "\(finding.rule.code) lies at \(span)")
    }
  }
}
