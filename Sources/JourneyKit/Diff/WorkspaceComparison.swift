internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneySource
internal import JourneySyntax
internal import JourneyWords
internal import Templates

/// How a comparison is printed.
public enum DiffFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For programs: version 1, described by `docs/diff.schema.json`.
  case json
  /// For a pull request, within GitHub's limit for a comment.
  case md
  /// Workflow commands that GitHub shows in a pull request: what fails a gate.
  case github
}

/// What is printed of a comparison, and what it must not hold.
public struct DiffOptions: Sendable {
  /// The gates: `worse`, `new-blind-spot:4`.
  public var gates: [String] = []
  /// Whether texts are listed and not only counted.
  public var texts = false
  /// What marks the comment of a pull request, so that the next one takes its place.
  public var name = "journeys"

  /// Whether Markdown holds everything, for the summary of a job; else what a comment may hold.
  public var isWhole = false

  /// No gate; texts counted.
  public init() {}

  /// Those that `--gate` stands for.
  public static var standardGates: [String] { DiffGate.standard.map(\.text) }
}

extension Waymark {
  /// Compares two states of a workspace: the graph that results, not the lines.
  public static func diff(_ inputs: DiffInputs, _ options: DiffOptions = DiffOptions()) throws(WaymarkError)
    -> WorkspaceComparison
  {
    let gates = try options.gates.map { text throws(WaymarkError) in
      guard let gate = DiffGate(text) else {
        let names = DiffGate.GateName.allCases.map(\.rawValue)
        throw WaymarkError(
          "there is no gate \"\(text)\"",
          help: didYouMean(text, among: names) ?? "gates are \(names.joined(separator: ", "))")
      }
      return gate
    }
    let (first, second) = try inputs.read()
    return try WorkspaceComparison(first, second, future: inputs.future, gates: gates, options)
  }
}

/// What is different between two states of a workspace, to be printed in one of the formats.
public struct WorkspaceComparison: Sendable {
  let from: DiffSource
  let to: DiffSource
  let difference: WorkspaceDifference
  /// Beside `difference.all`.
  let identities: [String]
  let outcomes: [GateOutcome]
  let options: DiffOptions
  /// Whether the files differ in what no change says: comments, the order of facts, layout.
  let isFormOnly: Bool
  /// Whether it is a journey of today and the plan that is to replace it.
  let isPlan: Bool
  let words: Words

  /// Whether anything but the form changed.
  public var isChanged: Bool { !identities.isEmpty }

  /// Whether a gate failed.
  public var fails: Bool { outcomes.contains { $0.result == .failed } }

  /// Lines for people about what could not be compared.
  public var remarks: [String] {
    (from.pointers + to.pointers).map { "\(visible($0)) is a pointer of git LFS and was not compared: git lfs pull" }
  }

  /// The whole comparison in one of the formats, none of which a CI runner can take for a command.
  public func printed(as format: DiffFormat, colour: Bool = false) -> String {
    switch format {
    case .text: RunnerCommands.broken(DiffText(paint: TerminalPaint(isOn: colour), comparison: self).text, as: .words)
    case .json: RunnerCommands.broken(json(), as: .json)
    case .md: RunnerCommands.broken(DiffMarkdown(comparison: self).text, as: .markup)
    case .github: RunnerCommands.broken(github(), as: .words, exceptLines: true)
    }
  }

  /// Writes the map of both sides, or the list in one of the forms, into a file; the end of its name says which.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - changedOnly: whether runs of unchanged touchpoints are folded into one column.
  public func write(to path: String, changedOnly: Bool = false) throws(WaymarkError) {
    let file = OutputFile(path: Path.name(of: path), bytes: try bytes(of: path, changedOnly: changedOnly))
    try OutputFile.write([file], below: Path.folder(of: path))
  }

  private func bytes(of path: String, changedOnly: Bool) throws(WaymarkError) -> [UInt8] {
    let forms: [(ending: String, format: DiffFormat)] = [(".md", .md), (".json", .json), (".txt", .text)]
    if let form = forms.first(where: { path.hasSuffix($0.ending) }) { return Array(printed(as: form.format).utf8) }
    guard path.hasSuffix(".svg") || path.hasSuffix(".html") else {
      throw WaymarkError(
        "the end of \"\(visible(path))\" does not say what to write",
        help: "end the name with .svg, .html, .md, .json or .txt")
    }
    let style = try Style.read(RenderOptions(), in: words, after: 0)
    let page = ComparedPage(
      difference, sides: "\(visible(from.shortLabel)) → \(visible(to.shortLabel))", isPlan: isPlan,
      changedOnly: changedOnly,
      theme: style.theme, script: String(decoding: Templates.changes, as: UTF8.self))
    return path.hasSuffix(".svg") ? page.svg : page.html
  }

  init(
    _ from: DiffSource, _ to: DiffSource, future: String?, gates: [DiffGate], _ options: DiffOptions
  ) throws(WaymarkError) {
    let analyses = mapConcurrently([from, to][...], costing: 64) {
      JourneyAnalysis($0.files, readsImages: false).measured
    }
    let (before, after) = (analyses[0], analyses[1])
    let differing = Self.differing(from, to)
    for (side, analysis) in [(from, before), (to, after)] { try side.refuseErrors(analysis.diagnostics, in: differing) }
    var pair: (Journey.ID, Journey.ID)?
    if let future {
      let workspace = after.value.workspace
      guard let planned = workspace.journeys.first(where: { $0.name == future || $0.title == future }) else {
        throw WaymarkError(
          "no journey is named \"\(future)\"", help: didYouMean(future, among: workspace.journeys.map(\.name)))
      }
      guard let today = planned.futureOf else {
        throw WaymarkError("\"\(future)\" replaces no journey", help: "write in it: future-of NAME")
      }
      pair = (today, planned.id)
    }
    func side(_ source: DiffSource, _ annotated: AnnotatedWorkspace) -> WorkspaceSide {
      WorkspaceSide(
        annotated,
        paths: annotated.workspace.journeys.map { source.relative(source.files.files[Int($0.span.file.index)].path) })
    }
    var difference = compare(side(from, before.value), side(to, after.value), pair: pair)
    if pair == nil, !differing.isEmpty {
      difference.changes += OtherFacts(from: from, to: to, differing: differing).changes(beside: difference)
    }
    (self.from, self.to, self.difference, self.options) = (from, to, difference, options)
    isFormOnly = difference.all.isEmpty && !differing.isEmpty
    isPlan = pair != nil
    words = after.value.workspace.words
    identities = ChangeIdentities.of(difference.all)
    let new = gates.contains { $0.name == .findings } ? Self.newFindings(from, to) : []
    outcomes = gates.map { difference.outcome(of: $0, newFindings: new) }
  }

  /// The files that are not the same on both sides, by their names on both.
  private static func differing(_ from: DiffSource, _ to: DiffSource) -> Set<String> {
    func bytes(_ side: DiffSource) -> [String: [UInt8]] {
      Dictionary(side.files.files.map { (side.relative($0.path), $0.bytes) }) { first, _ in first }
    }
    let (old, new) = (bytes(from), bytes(to))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }

  /// What `check` finds on the second side and not on the first, whatever line it is on.
  private static func newFindings(_ from: DiffSource, _ to: DiffSource) -> [ChangeSubject] {
    func keys(_ side: DiffSource) -> [ChangeSubject] {
      Waymark.check(side.files).all.filter { $0.severity > .note }.map { finding in
        ChangeSubject(
          .file, journey: nil, name: "\(side.relative(finding.place?.path ?? "")): \(finding.code)",
          title: finding.message)
      }
    }
    var known: [ChangeSubject: Int] = [:]
    for key in keys(from) { known[key, default: 0] += 1 }
    return keys(to).filter { key in
      let left = known[key, default: 0]
      known[key] = left - 1
      return left <= 0
    }
  }
}

extension DiffSource {
  /// Refuses errors in what was changed: what cannot be read would look as if it had been taken away.
  fileprivate func refuseErrors(_ findings: [Diagnostic], in differing: Set<String>) throws(WaymarkError) {
    for finding in findings where finding.severity == .error {
      guard let span = finding.span else {
        throw WaymarkError("\"\(label)\" cannot be compared: \(finding.message)", help: finding.help)
      }
      let file = files.files[Int(span.file.index)]
      guard differing.contains(relative(file.path)) else { continue }
      let line = LineIndex(file.bytes).position(of: Int(span.start)).line
      throw WaymarkError(
        "\"\(label)\" cannot be compared: \(file.path):\(line): \(finding.message)",
        help: finding.help ?? "see all of it: waymark check")
    }
  }
}

/// A number for each change that stays the same when lines move.
enum ChangeIdentities {
  static func of(_ changes: [JourneyChange]) -> [String] {
    var fingerprints = Fingerprints()
    return changes.map { change in
      let subject = change.subject
      return fingerprints.next(for: [
        change.code.rawValue, subject.kind.rawValue, subject.journey ?? "", subject.name,
        change.figure?.metric.rawValue ?? "",
      ])
    }
  }
}
