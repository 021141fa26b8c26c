internal import JourneySource
internal import JourneySyntax

/// How journeys are written out for other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// A fact a line, in one order, without comments and layout: what `git diff` should compare.
  case outline
}

extension Waymark {
  /// The journey files one after the other, each after a line with its path where there are several.
  ///
  /// A file with an error is given as it is: an outline of what could be read would hide the rest.
  public static func export(_ sources: WorkspaceFiles, as format: ExportFormat) -> String {
    let journeys = sources.journeys
    let texts = journeys.map { source in
      let tree = parse(source.file.bytes, file: source.id)
      let isWhole = !tree.diagnostics.contains { $0.severity == .error }
      let text = isWhole ? outline(tree.value) : String(decoding: source.file.bytes, as: UTF8.self)
      return (journeys.count > 1 ? "# \(source.file.path)\n" : "") + text
    }
    return RunnerCommands.broken(visible(lines: texts.joined(separator: "\n")), as: .words)
  }
}
