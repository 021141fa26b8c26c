internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// A tally file that two branches changed, merged for git.
public struct TallyFileMerge: Sendable {
  /// The merged file; where there are conflicts each has git's markers, after all other rows.
  let bytes: [UInt8]
  /// A line for people for each question that both branches counted, differently.
  public let conflicts: [String]

  /// Writes the merged file, whole or not at all.
  public func write(to path: String) throws(WaymarkError) {
    try WaymarkError.writing(path) { () throws(System.Failure) in
      try System.write(bytes, to: path, flushing: true)
    }
  }
}

extension Waymark {
  /// Merges two tally files that were made from a common one, which may be empty.
  public static func mergeTallies(base: String, ours: String, theirs: String) throws(WaymarkError) -> TallyFileMerge {
    let (base, mine, other) = (try Tally(file: base), try Tally(file: ours), try Tally(file: theirs))
    let merge = base.merging(mine, other)
    // Each side alone is no concern of a merge.
    let isOurs = mine.overlap(with: mine) != nil || other.overlap(with: other) != nil
    if !isOurs, let overlap = merge.settled.overlap(with: merge.settled) {
      throw WaymarkError(
        "one branch counted \(overlap.before), the other one \(overlap.now), of the same feedback",
        help: "keep the rows of one of the two periods, or the answers count twice")
    }
    var bytes = merge.settled.bytes
    for conflict in merge.conflicts {
      bytes += "<<<<<<< ours\n\(conflict.ours.rowsText)=======\n\(conflict.theirs.rowsText)>>>>>>> theirs\n".utf8
    }
    return TallyFileMerge(bytes: bytes, conflicts: merge.conflicts.map(\.question.summary))
  }
}

extension Tally {
  /// Reads a file that git hands over, which may have any name; one that cannot be read whole is not merged.
  fileprivate init(file path: String) throws(WaymarkError) {
    let bytes = try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
      try System.read(path, limit: Limits.file, followingLinks: true)
    }
    guard !bytes.isEmpty else {
      self.init()
      return
    }
    let tally = parseTally(bytes, file: FileID(0))
    if let finding = tally.diagnostics.first {
      let line = finding.span.map { LineIndex(bytes).position(of: Int($0.start)).line } ?? 1
      throw WaymarkError("line \(line) of \"\(path)\": \(finding.message)", help: finding.help)
    }
    self = tally.value
  }

  /// The rows as a file has them, without its first line.
  fileprivate var rowsText: String { String(text.drop { $0 != "\n" }.dropFirst()) }
}

extension Tally.TallyQuestion {
  /// `account/call, fcr, 2026-Q3, account-calls`.
  fileprivate var summary: String {
    let place = [journey, touchpoint].filter { !$0.isEmpty }.joined(separator: "/")
    return [place.isEmpty ? "workspace" : place, metric.rawValue, period.description, segment, feedback]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
