import JourneyFeedback
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax

/// The first byte chooses a feedback, the rest is its export.
///
/// Rows and cells add up; no window, stretch or number of threads changes the tally; a tally is read back as it was
/// written; plain CSV comes to what the plainest reader counts.
func followExports(_ bytes: [UInt8]) throws(Broken) {
  guard let first = bytes.first else { return }
  let survey = Survey.all[Int(first) % Survey.all.count]
  let export = survey.header + bytes.dropFirst()
  let one = survey.tally(export, threads: 1, ReadingSizes(window: 1 << 12))
  for finding in one.diagnostics {
    try hold(
      !finding.message.isEmpty && finding.message.last != ".", "\(finding.rule.code) says \"\(finding.message)\"")
  }
  let audit = one.value.audit
  let text = one.value.tally.text
  try hold(audit.addsUp, "the audit does not add up")
  for (threads, sizes) in survey.sizes {
    let other = survey.tally(export, threads: threads, sizes)
    try hold(other.value.tally.text == text, "\(threads) threads and \(sizes) count something else")
    try hold(other.value.audit.rows == audit.rows, "\(threads) threads and \(sizes) read other rows")
    try hold(other.value.audit.answers == audit.answers, "\(threads) threads and \(sizes) read other answers")
    try hold(other.value.audit.unmatched == audit.unmatched, "\(threads) threads and \(sizes) match other touchpoints")
    try hold(
      other.diagnostics.map(\.message) == one.diagnostics.map(\.message),
      "\(threads) threads and \(sizes) find other things")
  }
  let again = parseTally(Array(text.utf8), file: FileID(0))
  try hold(again.diagnostics.isEmpty && again.value.text == text, "the tally is not read back as it was written")
  // Rows that all end with a delimiter have a column more, without a name: the plain reader knows four.
  if survey.isPlain, export.isPlain, audit.files.first?.columns == 4 {
    let plain = plainTally(of: export)
    try hold(plain.rows == audit.rows.read, "a plain reader reads \(plain.rows) rows, not \(audit.rows.read)")
    try hold(
      plain.left == audit.rows.leftOut.reduce(0) { $0 + $1.count }, "a plain reader leaves out \(plain.left) rows")
    try hold(
      plain.counts == one.value.tally.counts, "a plain reader counts \(plain.counts), not \(one.value.tally.counts)")
  }
}

/// A feedback whose exports are read.
private struct Survey {
  let workspace: Workspace
  let feedback: Feedback
  /// Stands before the bytes, so that they are mostly rows.
  let header: [UInt8]
  /// Whether `plainTally` knows it.
  let isPlain: Bool

  init?(_ lines: String, header: String = "", isPlain: Bool = false) {
    let journey = """
      segment young "Young"
      journey apply "Applying" {
        phase all "All" {
          touchpoint form "Fills in"
          touchpoint call "Calls"
          touchpoint mail "Gets mail"
        }
      }
      feedback survey "Survey" {
        file "x.csv"
        \(lines)
      }
      """
    workspace = resolve([parse(Array(journey.utf8), file: FileID(0)).value]).value
    guard let feedback = workspace.feedbacks.first else { return nil }
    self.feedback = feedback
    self.header = Array(header.utf8)
    self.isPlain = isPlain
  }

  static let all = [
    Survey(plainSurvey, header: "T,A,B,Comment\n", isPlain: true),
    Survey(
      """
      date "D" zone "+01:00"
      period quarter
      one answer per person "ID"
      weight "W"
      answer csat "A" of apply/form scale 1..5 { "good" is 5  "bad" is 1 }
      answer resolution "S" of apply/call in seconds
      answer fcr "F" of apply { "Yes" is yes  "No" is no }
      answer nps "N" of workspace scale 0..10 where "K" is "nps", "both"
      segment "G" { "y" is young }
      blank "n/a"
      ignore -99
      """),
    Survey(
      """
      period 2026-Q3
      where "Kind" is "customer"
      touchpoint "Step" { "CALL" is apply/call  "FORM" is apply/form  "OLD" is ignored }
      answer csat "Value" where "Question" is "SAT" scale 1..5
      answer nps "Value" where "Question" is "NPS" of workspace scale 0..10
      """, header: "Kind;Step;Question;Value\n"),
    Survey(
      """
      date "d"
      one answer per person "id"
      touchpoint "t" { "F" is apply/form  "C" is apply/call }
      answer csat "a" scale 1..5 unused 6
      answer effort "b" scale 1..7
      """, header: "{\"id\":\"1\",\"d\":\"2026-08-01\",\"t\":\"F\",\"a\":5,\"b\":1}\n"),
  ].compactMap { $0 }

  let sizes: [(threads: Int, ReadingSizes)] = [
    (1, ReadingSizes(window: 16, stretch: 100)), (2, ReadingSizes(window: 64, stretch: 33, compared: 100)),
  ]

  func tally(_ bytes: [UInt8], threads: Int, _ sizes: ReadingSizes) -> Diagnosed<FeedbackResult> {
    var options = CountingOptions()
    options.threads = threads
    return JourneyFeedback.tally(
      feedback, in: workspace, files: [ExportFile(path: "x.csv", source: ByteSource(bytes))], options: options,
      sizes: sizes)
  }
}

extension [UInt8] {
  /// Whether nothing in it has to be guessed or decoded.
  fileprivate var isPlain: Bool { allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A } }
}

extension Audit {
  /// Whether its sums hold.
  package var addsUp: Bool {
    rows.read == rows.used + rows.leftOut.reduce(0) { $0 + $1.count }
      && answers.cells == answers.counted + answers.unused + answers.blank + answers.ignored
        + answers.leftOut.reduce(0) { $0 + $1.count }
      && rows.read == files.reduce(0) { $0 + $1.rows }
  }
}

extension Tally {
  /// How many gave which answer, as `plainTally` names them.
  package var counts: [String: Int] {
    text.split(separator: "\n").dropFirst().reduce(into: [:]) { counts, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      counts["\(fields[1]) \(fields[2]) \(fields[7])", default: 0] += Int(fields[8]) ?? 0
    }
  }
}
