internal import JourneySource

extension Waymark {
  /// Parses the files, resolves names over all of them, and applies every rule.
  public static func check(_ sources: WorkspaceFiles) -> Findings { check([sources]) }

  /// Checks several workspaces, each for itself, as one list of findings.
  public static func check(_ workspaces: [WorkspaceFiles]) -> Findings { check(workspaces.map { JourneyAnalysis($0) }) }

  static func check(_ analyses: [JourneyAnalysis]) -> Findings {
    var (all, files, counted): ([Diagnostic], [SourceFile], Int) = ([], [], 0)
    var elsewhere: [Findings.Elsewhere] = []
    for analysis in analyses {
      let (sources, found) = (analysis.sources, analysis.annotated.diagnostics)
      var own = found
      if let reported = sources.reported {
        let isOwn = { (finding: Diagnostic) in finding.span.map { reported.contains(Int($0.file.index)) } ?? false }
        own = found.filter(isOwn)
        let others = found.filter { !isOwn($0) }
        let number = { (severity: Diagnostic.Severity) in others.count { $0.severity == severity } }
        elsewhere.append(.init(folder: sources.surroundings, errors: number(.error), warnings: number(.warning)))
      }
      all += files.isEmpty ? own : own.map { $0.moved(by: files.count) }
      files += sources.files
      counted += sources.reported?.count ?? sources.files.count
    }
    return Findings(all, in: files, counting: counted, elsewhere: elsewhere)
  }
}
