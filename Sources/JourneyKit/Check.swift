internal import JourneySource

extension Waymark {
  /// Parses the files, resolves names over all of them, and applies every rule.
  public static func check(_ sources: Sources) -> Findings {
    let found = annotate(sources).diagnostics
    guard let reported = sources.reported else { return Findings(found, in: sources.files) }
    let own = found.filter { finding in finding.span.map { reported.contains(Int($0.file.index)) } ?? false }
    return Findings(own, in: sources.files, counting: reported.count)
  }
}
