internal import JourneySource

extension Findings {
  /// GitLab's code quality report: a list of issues; notes are `info`, warnings `minor`, errors `major`.
  func gitlab() -> String {
    var fingerprints = Fingerprints()
    return JSON.array(
      located().map { located in
        let finding = located.diagnostic
        let help = finding.help.map { "; \($0)" } ?? ""
        let severity =
          switch finding.severity {
          case .note: "info"
          case .warning: "minor"
          case .error: "major"
          }
        let lines: JSON = .object([
          ("begin", .integer(located.place?.start.line ?? 1)), ("end", .integer(located.place?.end.line ?? 1)),
        ])
        return .object([
          ("description", .string(visible(finding.message + help))),
          ("check_name", .string(finding.rule.code)),
          ("fingerprint", .string(fingerprints.next(for: located))),
          ("severity", .string(severity)),
          ("location", .object([("path", .string(located.place?.path ?? ".")), ("lines", lines)])),
        ])
      }
    ).text
  }
}
