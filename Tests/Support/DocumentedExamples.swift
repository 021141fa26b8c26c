internal import Foundation

/// A fenced example of a Markdown page: ```` ```journey ```` is a whole file; ```` ```journey-in-touchpoint ```` holds lines
/// of a touchpoint (or `phase`, `journey`, `flow`); ```` ```journey-broken ```` has errors on purpose.
public struct DocumentedExample: Sendable, CustomStringConvertible {
  /// The line of the page at which the example begins, from 1.
  public let line: Int
  /// The heading of the section (`## …`) that it is in.
  public let section: String
  /// The word after the fence.
  public let kind: String
  /// What is between the fences.
  public let text: String

  /// The kind and its line.
  public var description: String { "\(kind) in line \(line)" }
  /// Whether it has errors on purpose.
  public var isBroken: Bool { kind == "journey-broken" }

  /// The examples that are journeys, or lines of one.
  public static func all(in page: String) throws -> [DocumentedExample] {
    try fenced(in: page).filter { $0.kind.hasPrefix("journey") }
  }

  /// Whatever stands between fences, of any kind.
  public static func fenced(in page: String) throws -> [DocumentedExample] {
    let text = try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8)
    var examples: [DocumentedExample] = []
    var open: (line: Int, kind: String, lines: [Substring])?
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let current = open {
        if line == "```" {
          let body = current.lines.joined(separator: "\n") + "\n"
          examples.append(
            DocumentedExample(line: current.line, section: section, kind: current.kind, text: body))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (index + 1, String(line.dropFirst(3)), [])
      } else if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
      }
    }
    return examples
  }

  /// The example as a whole file, in the one style: lines of a place indented and put into one.
  public var file: String {
    let heads: [String]
    switch kind {
    case "journey-in-journey": heads = ["journey example \"Example\" {"]
    case "journey-in-phase": heads = ["journey example \"Example\" {", "phase one \"One\" {"]
    case "journey-in-flow": heads = ["journey example \"Example\" {", "flow {"]
    case "journey-in-touchpoint":
      heads = ["journey example \"Example\" {", "phase one \"One\" {", "touchpoint here \"Here\" {"]
    default: return text
    }
    func indented(_ line: some StringProtocol, _ depth: Int) -> String {
      line.isEmpty ? "" : String(repeating: "  ", count: depth) + line
    }
    let body = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    let lines =
      heads.enumerated().map { indented($0.element, $0.offset) } + body.map { indented($0, heads.count) }
      + heads.indices.reversed().map { indented("}", $0) }
    return lines.joined(separator: "\n") + "\n"
  }
}
