internal import JourneyKit
internal import JourneySource
internal import LanguageServer

/// What a page says of the findings of its workspace: the first error with its place, and how many there are.
///
/// A page follows somebody who types, so that which is merely not good yet stays in the editor and with `waymark check`.
struct PreviewFindings: Sendable {
  let lines: [String]

  init(_ snapshot: LiveSnapshot) {
    let findings = snapshot.findings
    guard let first = findings.firstError else {
      lines = []
      return
    }
    let count = findings.errors == 1 ? "1 error" : "\(findings.errors) errors"
    lines = [count + ": " + first.text] + (first.help.map { ["help: \($0)"] } ?? [])
  }

  var json: JSONValue { ["lines": .array(lines.map(JSONValue.string))] }
}
