internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneyWords

/// An engine that can make a tally where the answers are too many, or may not be moved, to be read here.
public enum QueryDialect: String, Sendable, CaseIterable {
  case duckdb, postgres, spark
}

/// The query that makes the tally of a feedback elsewhere.
public struct TallyQuery: Sendable {
  /// Empty where the engine cannot make this tally; then a finding says why.
  public let text: String
  /// What stands against it, and what it cannot do.
  public let findings: Findings
}

extension Waymark {
  /// Writes the query of one feedback. Of its exports, where they are at hand, only the first lines are read.
  public static func query(
    _ sources: WorkspaceFiles, for dialect: QueryDialect, _ options: TallyOptions = TallyOptions()
  ) throws(WaymarkError) -> TallyQuery {
    let reading = try FeedbackSources(JourneyAnalysis(sources))
    let feedback = try reading.feedback(named: options.feedback, for: "--sql")
    let search = try reading.search(for: feedback, options)
    var diagnostics = reading.errors + search.diagnostics.filter { $0.rule.code != Rule.missingExport.code }
    var form = ExportForm()
    if !search.found.isEmpty {
      let opened = search.opened(at: feedback.span) { _ in }
      let read = exportForm(of: feedback, files: opened.value)
      diagnostics += opened.diagnostics + read.diagnostics
      form = read.value
    }
    var text = ""
    if !reading.hasErrors(feedback), !diagnostics.contains(where: { $0.rule.code == Rule.queryImpossible.code }) {
      let engine = SQLDialect(dialect)
      let query = sql(for: feedback, in: reading.workspace, dialect: engine, form: form)
      diagnostics += query.diagnostics
      text = query.value
    }
    return TallyQuery(text: text, findings: Findings(diagnostics, in: sources.files))
  }

  /// Takes what the query of one feedback came to; writes nothing. Which feedback, the counts say where no option does.
  ///
  /// A file that cannot be read is refused. Counts that the feedback cannot have made are findings, and then the tally
  /// stays as it is.
  public static func tally(
    _ sources: WorkspaceFiles, countsIn path: String, _ options: TallyOptions = TallyOptions()
  ) throws(WaymarkError) -> Tallies {
    let reading = try FeedbackSources(JourneyAnalysis(sources))
    let bytes = try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
      path == "-"
        ? try System.readStandardInput(limit: Limits.file)
        : try System.read(path, limit: Limits.file, followingLinks: true)
    }
    let named = options.feedback ?? (reading.workspace.feedbacks.count > 1 ? feedbackName(in: bytes) : nil)
    let feedback = try reading.feedback(named: named, for: "--from-counts")
    let file = SourceFile(path: path == "-" ? "<stdin>" : Path.shown(path, from: nil), bytes: bytes)
    let taken = tallyFromCounts(bytes, of: feedback, in: reading.workspace, file: FileID(sources.files.count))
    var diagnostics = reading.errors + taken.diagnostics
    var written: WrittenTally?
    if !taken.diagnostics.contains(where: { $0.severity == .error }), !reading.hasErrors(feedback) {
      let merged = reading.merge(taken.value, of: feedback, suppress: options.suppress)
      diagnostics += merged.diagnostics
      written = merged.value
    }
    let audit = AuditText(feedback, countsIn: file.path, taken.value, written, in: reading.workspace)
    let tallied = TalliedFeedback(
      name: feedback.name, audit: audit.text, isClean: written?.hasFarLess != true, hasErrors: written == nil,
      file: written?.file, words: reading.workspace.words)
    return Tallies(findings: Findings(diagnostics, in: sources.files + [file]), feedbacks: [tallied])
  }
}

/// Whose counts they are, as their first row says; nil where it does not.
private func feedbackName(in bytes: [UInt8]) -> String? {
  let lines = bytes.prefix(1 << 16).split(separator: 0x0A, maxSplits: 2).prefix(2).map { line in
    line.split(separator: 0x2C, omittingEmptySubsequences: false).map { cell in
      String(decoding: cell.filter { $0 != 0x22 && $0 != 0x0D }, as: UTF8.self)
    }
  }
  guard lines.count == 2, let place = lines[0].firstIndex(of: "feedback"), lines[1].indices.contains(place) else {
    return nil
  }
  return lines[1][place]
}

extension SQLDialect {
  init(_ dialect: QueryDialect) {
    switch dialect {
    case .duckdb: self = .duckdb
    case .postgres: self = .postgres
    case .spark: self = .spark
    }
  }
}
