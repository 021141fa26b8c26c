internal import JourneySource

extension Waymark {
  /// Parses the files, resolves names over all of them, and applies every rule.
  public static func check(_ sources: WorkspaceFiles) -> Findings { check([sources]) }

  /// Checks several workspaces, each for itself, as one list of findings.
  public static func check(_ workspaces: [WorkspaceFiles]) -> Findings { check(workspaces.map { JourneyAnalysis($0) }) }

  static func check(_ analyses: [JourneyAnalysis]) -> Findings { check(analyses, against: nil) }

  /// Checks workspaces against a baseline: findings that it lists are counted and not printed, and an entry without its
  /// finding is one itself.
  public static func check(_ workspaces: [WorkspaceFiles], against baseline: Baseline) -> Findings {
    check(workspaces.map { JourneyAnalysis($0) }, against: baseline)
  }

  private static func check(_ analyses: [JourneyAnalysis], against baseline: Baseline?) -> Findings {
    var (all, files, counted): ([Diagnostic], [SourceFile], Int) = ([], [], 0)
    var elsewhere: [Findings.Elsewhere] = []
    var exceptions = ExceptionCounts()
    var run = baseline.map(BaselineRun.init)
    for analysis in analyses {
      let (sources, everything) = (analysis.sources, analysis.annotated.diagnostics)
      let found = run?.new(in: everything, of: analysis) ?? everything
      exceptions += analysis.exceptions
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
    if let run, let baseline {
      exceptions.known = run.known
      // After a new error other checks may not have looked.
      let isJudged = !all.contains { $0.severity == .error } && !elsewhere.contains { $0.errors > 0 }
      if isJudged { all += run.stale(in: FileID(files.count)) }
      files.append(baseline.file)
    }
    var findings = Findings(all, in: files, counting: counted, elsewhere: elsewhere)
    findings.exceptions = exceptions
    return findings
  }
}
