internal import JourneyWords
internal import JourneyMetrics

/// What the exports of a workspace come to: not yet written.
public struct Tallies: Sendable {
  /// What was found in the declarations of feedbacks and in their exports.
  public let findings: Findings
  /// Each feedback that was tallied, in the order of declaration.
  public let feedbacks: [TalliedFeedback]
}

/// The tally of one feedback, merged with what its file held before.
public struct TalliedFeedback: Sendable {
  /// As declared.
  public let name: String
  /// What became of every row and every answer; for people, in 80 columns.
  public let audit: String
  /// Whether nothing was left out but what the feedback declares.
  public let isClean: Bool
  /// Whether errors would make the tally less than it was, so that its file stays as it is.
  public let hasErrors: Bool
  /// What the file is to hold; nil where nothing is to be written.
  let file: OutputFile?
  /// What the joint tally beside it is to hold; nil where there is none.
  var joint: OutputFile?
  let words: Words

  /// Where the tally belongs, beside the file that declares the feedback; nil where nothing is to be written.
  public var path: String? { file?.path }

  /// Why nothing can be written, for people; nil where a tally can.
  public var obstacle: String? { hasErrors ? words.noTallyForErrors : path == nil ? words.noTallyWithoutFile : nil }

  /// What is said in place of writing.
  public var dryRunNote: String { words.noTallyInDryRun }

  /// What is said where the tally was written, or stood there already.
  public func note(isNew: Bool) -> String {
    let path = ([path, joint?.path].compactMap(\.self)).map { visible($0) }.joined(separator: ", ")
    return isNew ? words.wrote(path) : words.isUpToDate(path)
  }

  /// Writes the tally, and the joint tally, each whole or not at all, and waits for the disk; false where they stand there
  /// already.
  @discardableResult
  public func write() throws(WaymarkError) -> Bool {
    var isNew = false
    for file in [file, joint].compactMap(\.self) {
      let wrote = try WaymarkError.writing(file.path) { () throws(System.Failure) in
        try System.write(file.bytes, to: file.path, flushing: true)
      }
      isNew = isNew || wrote
    }
    return isNew
  }
}
