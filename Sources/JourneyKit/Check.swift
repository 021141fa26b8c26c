internal import JourneySource

extension Waymark {
  /// Parses the files, resolves names over all of them, and applies every rule.
  public static func check(_ sources: Sources) -> Findings {
    let reading = annotate(sources)
    return Findings(reading.diagnostics, in: sources.files)
  }
}
