package import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneySource
package import JourneySyntax

/// A workspace at one moment, with everything that is known of it: what an editor asks about.
package final class LiveSnapshot: Sendable {
  private let analysis: JourneyAnalysis
  private let trees: TreeCache
  private let folder: String
  private let found = Once<Findings>()
  private let drawn = Once<Maps?>()
  private let indices: [String: Int]

  init(files: WorkspaceFiles, trees: TreeCache, folder: String) {
    self.trees = trees
    self.folder = folder
    analysis = JourneyAnalysis(files, trees: trees)
    var indices: [String: Int] = [:]
    for index in files.files.indices { indices[Self.path(of: index, in: files, folder)] = index }
    self.indices = indices
  }

  private static func path(of file: Int, in files: WorkspaceFiles, _ folder: String) -> String {
    files.origins[file] ?? Path.join(folder, files.files[file].path)
  }

  package var files: [SourceFile] { analysis.sources.files }

  /// The absolute path of a file.
  package func path(of file: FileID) -> String { Self.path(of: Int(file.index), in: analysis.sources, folder) }

  /// Which of its files is at an absolute path.
  package func file(at path: String) -> FileID? { indices[path].map { FileID($0) } }

  package func isJourney(_ file: FileID) -> Bool { analysis.sources.roles[Int(file.index)] == .journey }

  /// What `waymark check` would print.
  package var findings: Findings { found.value { Waymark.check([analysis]) } }

  /// Its pages and drawings as `waymark render` makes them, and as they follow changes; nil where it would make none.
  package var maps: Maps? {
    drawn.value {
      var options = RenderOptions()
      options.isFollowing = true
      return try? Waymark.render(analysis, options)
    }
  }

  package var workspace: Workspace { analysis.model.value }
  package var annotated: AnnotatedWorkspace { analysis.annotated.value }
  package var occurrences: [Occurrence] { analysis.occurrences }
  package func ranking(of journey: Journey.ID) -> Ranking { analysis.ranking(of: journey) }

  /// What a journey file says, line by line.
  package func tree(of file: FileID) -> Tree { trees.tree(of: files[Int(file.index)].bytes, file: file).value }

  /// What `waymark fmt` would change in a journey file, line by line; nil where it would refuse.
  package func formatting(of file: FileID) -> [FormattedStretch]? {
    Waymark.format(analysis.sources, only: file).files.first?.stretches
  }
}
