internal import JourneyFeedback
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneyWords
internal import JourneySyntax
internal import Synchronization

extension Waymark {
  /// Counts the answers in the exports of a workspace; writes nothing but the rows left out, where they are asked for.
  ///
  /// One feedback after the other, as much as can be. Where a file is missing or cannot be understood, or the
  /// declaration has an error, the feedback is counted and its tally stays as it is. A feedback or a folder that does not
  /// exist is refused.
  public static func tally(
    _ sources: WorkspaceFiles, _ options: TallyOptions = TallyOptions()
  ) throws(WaymarkError) -> Tallies {
    let reading = try FeedbackSources(JourneyAnalysis(sources))
    let chosen = try reading.feedbacks(named: options.feedback)
    var prepared: [(feedback: Feedback, search: ExportSearch)] = []
    for feedback in chosen { prepared.append((feedback, try reading.search(for: feedback, options))) }
    let rejects = try options.rejects.map { path throws(WaymarkError) in try RejectsFile(path, reading.workspace.words)
    }
    let bytes = prepared.reduce(0) { $0 + $1.search.found.reduce(0) { $0 + $1.size } }
    let progress = Progress(options, of: bytes)
    let counting = TallyRun(reading: reading, options: options, rejects: rejects, progress: progress)
    var diagnostics = reading.errors
    var feedbacks: [TalliedFeedback] = []
    for (feedback, search) in prepared {
      let tallied = counting.tally(feedback, search)
      diagnostics += tallied.diagnostics
      if let value = tallied.value { feedbacks.append(value) }
    }
    try rejects?.finish()
    return Tallies(findings: Findings(diagnostics, in: sources.files), feedbacks: feedbacks)
  }
}

/// What is told of the reading, by all threads.
final class Progress: Sendable {
  private let all: Int
  private let read = Atomic(0)
  private let tell: (@Sendable (Int, Int) -> Void)?

  init(_ options: TallyOptions, of all: Int) {
    self.all = all
    tell = options.progress
  }

  /// Files that are read twice, to know their encoding or who answered last, count once.
  func add(_ count: Int) {
    guard let tell else { return }
    tell(min(all, read.wrappingAdd(count, ordering: .relaxed).newValue), all)
  }
}

/// What all feedbacks of one run share.
private struct TallyRun {
  let reading: FeedbackSources
  let options: TallyOptions
  let rejects: RejectsFile?
  let progress: Progress

  /// Nil where no export is there at all.
  func tally(_ feedback: Feedback, _ search: ExportSearch) -> Diagnosed<TalliedFeedback?> {
    let progress = progress
    let files = search.opened(at: feedback.span) { progress.add($0) }
    var diagnostics = search.diagnostics + search.unprotected(at: feedback.span) + files.diagnostics
    guard !files.value.isEmpty else { return Diagnosed(nil, diagnostics) }
    let counted = JourneyFeedback.tally(feedback, in: reading.workspace, files: files.value, options: engineOptions)
    diagnostics += counted.diagnostics
    var written: WrittenTally?
    if !diagnostics.contains(where: { $0.severity == .error }), !reading.hasErrors(feedback) {
      let merged = reading.merge(counted.value.tally, of: feedback, suppress: options.suppress)
      diagnostics += merged.diagnostics
      written = merged.value
      let joint = reading.joint(counted.value, of: feedback, beside: written)
      diagnostics += joint.diagnostics
      written?.joint = joint.value
    }
    let audit = AuditText(feedback, counted.value.audit, written, in: reading.workspace)
    return Diagnosed(
      TalliedFeedback(
        name: feedback.name, audit: audit.text, isClean: counted.value.audit.isClean && written?.hasFarLess != true,
        hasErrors: written == nil, file: written?.file, joint: written?.joint, words: reading.workspace.words),
      diagnostics)
  }

  private var engineOptions: CountingOptions {
    var engine = CountingOptions()
    engine.threads = 2
    engine.zoneFile = { name in
      try? System.read("/usr/share/zoneinfo/\(name)", limit: 1 << 20, followingLinks: true)
    }
    if let rejects { engine.reject = { rejects.add($0) } }
    return engine
  }
}
