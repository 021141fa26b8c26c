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
  ///
  /// What kind of tallies they are their first lines say: git hands files over under names of its own.
  public static func mergeTallies(base: String, ours: String, theirs: String) throws(WaymarkError) -> TallyFileMerge {
    let files = (try TallyBytes(base), try TallyBytes(ours), try TallyBytes(theirs))
    let isJoint = [files.0, files.1, files.2].contains { $0.isJoint }
    return try isJoint ? mergeJoint(files.0, files.1, files.2) : mergePlain(files.0, files.1, files.2)
  }

  private static func mergePlain(_ base: TallyBytes, _ ours: TallyBytes, _ theirs: TallyBytes) throws(WaymarkError)
    -> TallyFileMerge
  {
    let (base, mine, other) = (try Tally(base), try Tally(ours), try Tally(theirs))
    let merge = base.merging(mine, other)
    // Each side alone is no concern of a merge.
    let isOurs = mine.overlap(with: mine) != nil || other.overlap(with: other) != nil
    if !isOurs, let overlap = merge.settled.overlap(with: merge.settled) {
      throw WaymarkError(
        "one branch counted \(overlap.before), the other one \(overlap.now), of the same feedback",
        help: "keep the rows of one of the two periods, or the answers count twice")
    }
    var bytes = merge.settled.bytes
    for conflict in merge.conflicts { bytes += conflictText(conflict.ours.bytes, conflict.theirs.bytes) }
    return TallyFileMerge(bytes: bytes, conflicts: merge.conflicts.map(\.question.summary))
  }

  private static func mergeJoint(_ base: TallyBytes, _ ours: TallyBytes, _ theirs: TallyBytes) throws(WaymarkError)
    -> TallyFileMerge
  {
    let (base, mine, other) = (try JointTally(base), try JointTally(ours), try JointTally(theirs))
    let merge = base.merging(mine, other)
    var bytes = merge.settled.bytes
    for conflict in merge.conflicts { bytes += conflictText(conflict.ours.bytes, conflict.theirs.bytes) }
    return TallyFileMerge(
      bytes: bytes,
      conflicts: merge.conflicts.map { "\($0.period.period) of \($0.period.feedback) for key drivers" })
  }

  /// The rows of both sides without their first lines, between git's markers.
  private static func conflictText(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
    func rows(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.drop { $0 != 0x0A }.dropFirst() }
    return Array("<<<<<<< ours\n".utf8) + rows(ours) + Array("=======\n".utf8) + rows(theirs)
      + Array(">>>>>>> theirs\n".utf8)
  }
}

/// A file that git hands over.
private struct TallyBytes {
  let path: String
  let bytes: [UInt8]

  init(_ path: String) throws(WaymarkError) {
    self.path = path
    bytes = try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
      try System.read(path, limit: Limits.file, followingLinks: true)
    }
  }

  var isJoint: Bool { bytes.starts(with: "\(JointTally.header)\n".utf8) }
}

extension JointTally {
  /// One that cannot be read whole is not merged.
  fileprivate init(_ file: TallyBytes) throws(WaymarkError) {
    let joint = JointTally.read(file.bytes, from: file.path, at: Span(FileID(0), 0, 0))
    if let finding = joint.diagnostics.first { throw WaymarkError(finding.message, help: finding.help) }
    self = joint.value
  }
}

extension Tally {
  /// Reads a file that git hands over, which may have any name; one that cannot be read whole is not merged.
  fileprivate init(_ file: TallyBytes) throws(WaymarkError) {
    let (path, bytes) = (file.path, file.bytes)
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
}

extension Tally.TallyQuestion {
  /// `account/call, fcr, 2026-Q3, account-calls`.
  fileprivate var summary: String {
    let place = [journey, touchpoint].filter { !$0.isEmpty }.joined(separator: "/")
    return [place.isEmpty ? "workspace" : place, metric.rawValue, period.description, segment, feedback]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
