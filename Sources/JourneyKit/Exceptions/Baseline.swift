internal import JourneyFeedback
internal import JourneySource

/// The findings that a team lives with for now: `check` lets them pass, and reports what is new and what has gone.
///
/// A CSV file that is kept beside the journeys, an entry a line: `code,journey,subject,detail,reason`.
public struct Baseline: Sendable {
  /// As it was named.
  public let path: String
  let file: SourceFile
  let entries: [BaselineEntry]

  struct BaselineEntry {
    let identity: FindingIdentity
    let reason: String
    /// From 1.
    let line: Int
  }

  static let columns = ["code", "journey", "subject", "detail", "reason"]

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - isNew: whether it may be missing, because it is to be written.
  public static func read(_ path: String, isNew: Bool = false) throws(WaymarkError) -> Baseline {
    let help = "write it with: waymark check --baseline \(visible(path)) --write-baseline"
    if (try? System.status(of: path, followingLinks: true)) == nil {
      guard isNew else { throw WaymarkError("there is no baseline \"\(path)\"", help: help) }
      return Baseline(path: path, file: SourceFile(path: path, bytes: []), entries: [])
    }
    let bytes = try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
      try System.read(path, limit: Limits.file, followingLinks: true)
    }
    let file = SourceFile(path: Path.shown(path, from: System.currentFolder), bytes: bytes)
    guard let table = Table(bytes, naming: columns), table.columns.map({ $0.lowercased() }) == columns else {
      throw WaymarkError(
        "\"\(path)\" is no baseline: its first line is not \(columns.joined(separator: ","))", help: help)
    }
    let entries = table.rows.map { line, cells in
      let cell = { (index: Int) in index < cells.count ? cells[index] : "" }
      return BaselineEntry(
        identity: FindingIdentity(code: cell(0), journey: cell(1), subject: cell(2), detail: cell(3)),
        reason: cell(4), line: line)
    }
    return Baseline(path: path, file: file, entries: entries)
  }

  /// Writes the file whole or not at all.
  public static func write(_ text: String, to path: String) throws(WaymarkError) {
    try WaymarkError.writing(path) { () throws(System.Failure) in
      try System.write(Array(text.utf8), to: path, flushing: true)
    }
  }
}

extension Waymark {
  /// The text of a baseline with everything that is found now; reasons are kept.
  public static func baseline(of workspaces: [WorkspaceFiles], after baseline: Baseline) -> String {
    var run = BaselineRun(baseline)
    for analysis in workspaces.map({ JourneyAnalysis($0) }) {
      _ = run.new(in: analysis.annotated.diagnostics, of: analysis)
    }
    return run.renewed
  }
}
