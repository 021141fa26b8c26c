package import JourneyMetrics
package import JourneyModel
package import JourneySource

/// What the exports of one feedback come to.
package struct FeedbackResult: Sendable {
  package var tally = Tally()
  /// Sums over two questions, where an answer has drivers.
  package var joint = JointTally()
  package var audit = Audit()

  package init() {}
}

/// What `tally` may use besides the files' bytes.
package struct CountingOptions: Sendable {
  /// How many threads read at once; any number gives the same result.
  package var threads = 1
  /// The bytes of a zone's file (`/usr/share/zoneinfo/America/Denver`); nil where there is none. The name has letters,
  /// digits, `/`, `_`, `+` and `-` only, and no part of it is `.` or `..`.
  package var zoneFile: @Sendable (_ name: String) -> [UInt8]? = { _ in nil }
  /// By which people fall into random groups, for key drivers. Each run has a key of its own, which nobody keeps; tests
  /// have one of theirs.
  var grouping = KeyedHash()
  /// Takes every row left out, one call at a time, in order within a file.
  package var reject: (@Sendable (Reject) -> Void)?

  package init() {}
}

/// How much is read at once. Whatever it is, the result is the same; tests make it small.
package struct ReadingSizes: Sendable {
  /// Bytes that one thread looks at.
  let window: Int
  /// What one thread reads before it takes on the next.
  let stretch: Int
  /// What is kept at once of rows that are compared.
  let compared: Int

  package init(window: Int = 1 << 17, stretch: Int = 1 << 24, compared: Int = 1 << 25) {
    (self.window, self.stretch, self.compared) = (window, stretch, compared)
  }
}

/// Counts the answers of a feedback in its exports.
///
/// Pure but for the reading that `ExportFile` does. The result does not depend on the order of the files or on the
/// number of threads. Where a file cannot be read at all (a missing column, a broken archive) a finding says so, nothing
/// of that file is counted, and the others are.
///
/// - An answer with an id counts once, in whichever rows and files it is: as the row of the latest date has it.
/// - Of one answer per person, the latest by `date` stays for each person, touchpoint, period and question; of the same
///   date, that of the greater row, byte by byte.
package func tally(
  _ feedback: Feedback, in workspace: Workspace, files: [ExportFile], options: CountingOptions = CountingOptions(),
  sizes: ReadingSizes = ReadingSizes()
) -> Diagnosed<FeedbackResult> {
  let prepared = prepare(feedback, in: workspace, options)
  guard let asking = prepared.value else { return Diagnosed(FeedbackResult(), prepared.diagnostics) }
  let files = files.map { (key: Array($0.path.utf8), file: $0) }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.file)
  var reading = FeedbackReading(asking, options, sizes)
  reading.read(files)
  let result = reading.result
  return Diagnosed(result.value, prepared.diagnostics + result.diagnostics)
}
