internal import JourneySource
internal import JourneySyntax

extension WorkspaceFiles {
  /// The trees of the journey files; nil where the workspace has more touchpoints than Waymark takes, which is a finding.
  ///
  /// What the first files say means little without the others, so nothing more is made of them. Files are parsed in
  /// rounds of a few megabytes, so that no more than a round is in memory for nothing.
  func trees(_ cache: TreeCache? = nil) -> Diagnosed<[Tree]?> {
    var trees: [Tree] = []
    var diagnostics: [Diagnostic] = []
    var room = Limits.touchpoints
    let transform = { @Sendable (source: (id: FileID, file: SourceFile)) in
      cache?.tree(of: source.file.bytes, file: source.id) ?? parse(source.file.bytes, file: source.id)
    }
    for round in rounds() {
      for (source, tree) in zip(round, mapConcurrently(round, transform)) {
        guard tree.value.touchpoints <= room else {
          // Once more, so that the finding stands where the room ends.
          return Diagnosed(nil, diagnostics + parse(source.file.bytes, file: source.id, touchpoints: room).diagnostics)
        }
        room -= tree.value.touchpoints
        diagnostics += tree.diagnostics
        trees.append(tree.value)
      }
    }
    return Diagnosed(trees, diagnostics)
  }

  /// The journey files in order, two megabytes at a time.
  private func rounds() -> [ArraySlice<(id: FileID, file: SourceFile)>] {
    let journeys = journeys
    var rounds: [ArraySlice<(id: FileID, file: SourceFile)>] = []
    var (start, bytes) = (0, 0)
    for (index, source) in journeys.enumerated() {
      bytes += source.file.bytes.count
      guard bytes >= 2 << 20 || index == journeys.count - 1 else { continue }
      rounds.append(journeys[start...index])
      (start, bytes) = (index + 1, 0)
    }
    return rounds
  }
}
