internal import JourneyDiff
internal import JourneySource
internal import JourneyWords

extension WorkspaceComparison {
  /// Workflow commands of GitHub for what fails a gate, at the lines of the second side. What is gone has no line there.
  func github() -> String {
    let all = difference.all
    return outcomes.filter { $0.result == .failed }.flatMap { outcome in
      let changes = outcome.changes.map { index in
        let change = all[index]
        let command = command(outcome, change.subject, words.detail(change))
        return change.to.flatMap { position(of: $0, in: to) }.map {
          command.at(file: to.revision == nil ? RepositoryPaths().path($0.file) : $0.file, line: $0.line)
        } ?? command
      }
      return changes + outcome.subjects.map { command(outcome, $0, $0.title) }
    }.map(\.text).joined()
  }

  /// The gate is the title, as the code of a finding is: `call: Satisfaction 53% → 32%`.
  private func command(_ outcome: GateOutcome, _ subject: ChangeSubject, _ detail: String) -> WorkflowCommand {
    let message = [subject.name, detail].filter { !$0.isEmpty }.joined(separator: ": ")
    return WorkflowCommand("error", title: outcome.gate.text, message: visible(sentence: message))
  }

  /// The file of a span, and its line from 1.
  func position(of span: Span, in side: DiffSource) -> (file: String, line: Int)? {
    guard side.files.files.indices.contains(Int(span.file.index)) else { return nil }
    let file = side.files.files[Int(span.file.index)]
    return (file.path, file.bytes.prefix(Int(span.start)).count { $0 == 0x0A } + 1)
  }
}
