internal import JourneySource

extension Findings {
  /// GitHub's workflow commands, one a finding.
  func github() -> String {
    located().map { located in
      let finding = located.diagnostic
      let help = finding.help.map { "\nhelp: \(visible($0))" } ?? ""
      let command = WorkflowCommand(
        finding.severity == .note ? "notice" : finding.severity.name, title: finding.rule.code,
        message: visible(finding.message) + help)
      return (located.place.map(command.at) ?? command).text
    }.joined()
  }
}
