import JourneyModel
import JourneySource
import JourneySyntax

/// Files read together, as one workspace.
struct Reading {
  let bytes: [[UInt8]]
  let workspace: Workspace
  /// Of all phases so far, in the order of the files.
  let findings: [Diagnostic]

  init(_ files: String..., measured: Measurements = Measurements()) {
    self.init(files.map { Array($0.utf8) }, measured)
  }

  init(_ files: [[UInt8]], _ tallied: Measurements = Measurements()) {
    bytes = files
    let trees = files.enumerated().map { parse($1, file: FileID($0)) }
    let resolved = resolve(trees.map(\.value))
    workspace = resolved.value
    findings = trees.flatMap(\.diagnostics) + resolved.diagnostics + check(resolved.value, tallied: tallied)
  }

  func findings(atLeast severity: Diagnostic.Severity) -> [Diagnostic] { findings.filter { $0.severity >= severity } }

  var codes: [String] { findings.map(\.rule.code) }

  /// The findings, in the order of their places: `error[CODE] LINE:COLUMN message`, help and related places below.
  var list: String {
    let ordered = findings.sorted { a, b in
      guard let first = a.span, let second = b.span else { return a.span == nil && b.span != nil }
      return (first.file, first.start) < (second.file, second.start)
    }
    return ordered.map { finding in
      var text = "\(finding.severity)[\(finding.rule.code)] \(place(finding.span)) \(finding.message)\n"
      for related in finding.related { text += "  \(place(related.span)): \(related.message)\n" }
      if let help = finding.help { text += "  help: \(help)\n" }
      return text
    }.joined()
  }

  private func place(_ span: Span?) -> String {
    guard let span, bytes.indices.contains(Int(span.file.index)) else { return "-" }
    let lines = LineIndex(bytes[Int(span.file.index)])
    let (start, end) = (lines.position(of: Int(span.start)), lines.position(of: Int(span.end)))
    return "\(start.line):\(start.column)-\(end.line == start.line ? "" : "\(end.line):")\(end.column)"
  }
}
