import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support

@testable import JourneyFeedback

/// A feedback of its journey file, ready to be tallied.
struct Declared {
  let workspace: Workspace
  let feedback: Feedback
  let findings: [String]

  /// The first feedback of a journey file, or the one of this name.
  init(_ text: String, named name: String? = nil) throws {
    let tree = parse(Array(text.utf8), file: FileID(0))
    let resolved = resolve([tree.value])
    workspace = resolved.value
    findings = (tree.diagnostics + resolved.diagnostics).filter { $0.severity == .error }.map(\.message)
    guard let feedback = workspace.feedbacks.first(where: { name == nil || $0.name == name }) else { throw Missing() }
    self.feedback = feedback
  }

  struct Missing: Error {}

  /// A feedback on a journey of the touchpoints `form`, `call` and `mail`, with these lines in its braces.
  static func apply(_ lines: String) throws -> Declared {
    let declared = try Declared(
      """
      segment young "Young"
      segment old "Old"
      journey apply "Applying" {
        phase all "All" {
          touchpoint form "Fills in"
          touchpoint call "Calls"
          touchpoint mail "Gets mail"
        }
      }
      feedback survey "Survey" {
        file "x.csv"
      \(lines)
      }
      """)
    guard declared.findings.isEmpty else { throw Wrong(findings: declared.findings) }
    return declared
  }

  struct Wrong: Error { let findings: [String] }

  func tally(
    _ files: [(String, [UInt8])], threads: Int = 1, sizes: ReadingSizes = ReadingSizes(),
    options: CountingOptions = CountingOptions()
  ) -> Diagnosed<FeedbackResult> {
    var options = options
    options.threads = threads
    let files = files.map { ExportFile(path: $0.0, source: ByteSource($0.1)) }
    return JourneyFeedback.tally(feedback, in: workspace, files: files, options: options, sizes: sizes)
  }

  func tally(_ text: String) -> Diagnosed<FeedbackResult> { tally([("x.csv", Array(text.utf8))]) }
}

extension Diagnosed<FeedbackResult> {
  /// The tally's rows without what is the same in all of them: `form csat 2026-Q3 young 5 ×20`.
  var rows: [String] {
    value.tally.text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let named = [fields[1], fields[2], fields[4], fields[5], fields[7]].filter { !$0.isEmpty }
      let weights = fields[9].isEmpty ? "" : " w\(fields[9]) \(fields[10])"
      return named.joined(separator: " ") + " ×\(fields[8])" + weights
    }
  }

  var messages: [String] { diagnostics.map(\.message) }

  /// Reasons with their counts and first places.
  var left: [String] {
    let (rows, cells) = (value.audit.rows.leftOut, value.audit.answers.leftOut)
    func text(_ kind: String, _ left: Audit.LeftOut) -> String {
      "\(kind) \(left.reason) ×\(left.count) \(left.first.line)\(left.first.column.map { " \($0)" } ?? "")"
    }
    return rows.map { text("row", $0) } + cells.map { text("cell", $0) }
  }
}
