internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// The feedbacks that a workspace declares, and where each belongs.
struct FeedbackSources {
  let workspace: Workspace
  /// What was found in the journey files. Warnings are for `check`.
  let errors: [Diagnostic]
  private let sources: WorkspaceFiles

  init(_ analysis: JourneyAnalysis) throws(WaymarkError) {
    try analysis.refuseTooLarge()
    sources = analysis.sources
    workspace = analysis.model.value
    errors = analysis.model.diagnostics.filter { $0.severity == .error }
  }

  /// All, or the one of that name; refused where there is none.
  func feedbacks(named name: String?) throws(WaymarkError) -> [Feedback] {
    let names = workspace.feedbacks.map(\.name)
    guard !names.isEmpty else {
      throw WaymarkError(
        "no feedback is declared, so there is nothing to tally",
        help: "declare one: feedback survey \"Survey\" { file \"private/survey.csv\" … }")
    }
    guard let name else { return workspace.feedbacks }
    let chosen = workspace.feedbacks.filter { $0.name == name }
    guard !chosen.isEmpty else {
      throw WaymarkError(
        "no feedback is named \"\(name)\"", help: names.closest(to: name).map { "did you mean \"\($0)\"?" })
    }
    return chosen
  }

  /// The one feedback of a query or of counts.
  func feedback(named name: String?, for option: String) throws(WaymarkError) -> Feedback {
    let chosen = try feedbacks(named: name)
    guard chosen.count == 1 else {
      let names = chosen.prefix(5).map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw WaymarkError(
        "\(option) works with one feedback at a time", help: "add --feedback NAME; the names are \(names)")
    }
    return chosen[0]
  }

  /// Looks for the exports of a feedback.
  func search(for feedback: Feedback, _ options: TallyOptions) throws(WaymarkError) -> ExportSearch {
    var search = try ExportSearch(
      in: options.data ?? sources.folder(of: feedback.declaredIn), isNamed: options.data != nil)
    for file in feedback.files { search.add(file) }
    return search
  }

  /// Whether its declaration has an error, so that what it counts may be less than what is meant.
  func hasErrors(_ feedback: Feedback) -> Bool {
    errors.contains { error in
      guard let span = error.span, span.file == feedback.extent.file else { return false }
      return (feedback.extent.start..<feedback.extent.end).contains(span.start)
    }
  }

  /// The tally with all that its file holds of other periods and feedbacks; none where that cannot be read.
  func merge(_ tally: Tally, of feedback: Feedback, suppress: Bool) -> Diagnosed<WrittenTally?> {
    let origin = sources.origins[Int(feedback.declaredIn.index)]
    let path = origin.map { Self.tally(of: feedback.name, in: Path.folder(of: $0)) }
    let before = origin.map { self.before(tally, of: feedback, in: Path.folder(of: $0)) } ?? Diagnosed(Tally())
    guard let kept = before.value else { return Diagnosed(nil, before.diagnostics) }
    let written = WrittenTally(tally, replacing: kept, path: path, hideBelow: workspace.hideBelow, suppress: suppress)
    if written.hidden.cells > Limits.cells {
      return Diagnosed(nil, [.tooManyCells(written.hidden.cells, of: feedback.name, at: feedback.span)])
    }
    let changed = kept.periodsWithSmallChanges(in: tally, hideBelow: workspace.hideBelow)
    guard let path, !changed.isEmpty else { return Diagnosed(written) }
    return Diagnosed(written, [.openPeriod(changed, path, hideBelow: max(5, workspace.hideBelow), at: feedback.span)])
  }

  /// Where a tally is or will be; there may be one whose name another system wrote in other bytes.
  private static func tally(of feedback: String, in folder: String) -> String {
    let name = "\(feedback).tally.csv"
    let names = ((try? System.entries(of: folder)) ?? []).compactMap { String(validating: $0.name, as: UTF8.self) }
    let there = names.contains { $0.utf8.elementsEqual(name.utf8) } ? name : names.first { $0 == name }
    return Path.join(folder, there ?? name)
  }

  /// What a feedback's tally holds, under its present name and under earlier ones, which `tally` is to be merged with; nil
  /// where it cannot be.
  private func before(_ tally: Tally, of feedback: Feedback, in folder: String) -> Diagnosed<Tally?> {
    var before: [Tally] = []
    for name in [feedback.name] + feedback.earlierNames {
      let one = held(by: Self.tally(of: name, in: folder), before: tally, of: feedback)
      guard let value = one.value else { return one }
      before.append(value)
    }
    guard before.count > 1 else { return Diagnosed(before.first ?? Tally()) }
    return Diagnosed(before.presentNames(in: workspace).reduce(Tally()) { $0.merged(with: $1) })
  }

  private func held(by path: String, before tally: Tally, of feedback: Feedback) -> Diagnosed<Tally?> {
    func refused(_ finding: Diagnostic) -> Diagnosed<Tally?> { Diagnosed(nil, [finding]) }
    do throws(System.Failure) {
      let before = parseTally(try System.read(path, limit: Limits.file), file: feedback.declaredIn)
      // Doubled rows, too: their sum would be written as if it were right.
      if let finding = before.diagnostics.first {
        return refused(.notMerged(path, finding.message, at: feedback.span))
      }
      if let (old, new) = before.value.overlap(with: tally) {
        return refused(.otherPeriods(path, old, new, at: feedback.span))
      }
      return Diagnosed(before.value)
    } catch .isMissing {
      return Diagnosed(Tally())
    } catch {
      return refused(.notMerged(path, error.reason, at: feedback.span))
    }
  }
}
