internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySource
internal import JourneySyntax
internal import JourneyWords
internal import Synchronization

/// Everything that is known of the files of a workspace: from bytes to the review, each part made once, when it is first
/// asked for, whoever asks.
///
/// Every command starts here. Nothing is made of a workspace that is too large; the finding that says so is in
/// `model.diagnostics`.
final class JourneyAnalysis: Sendable {
  let sources: WorkspaceFiles
  private let period: ChosenPeriod
  private let segment: String?
  private let trees: TreeCache?
  private let showsDrafts: Bool
  private let tag: String?
  private let readsImages: Bool

  private let resolved = Once<Diagnosed<Workspace>>()
  private let counted = Once<Diagnosed<AnnotatedWorkspace>>()
  private let scored = Once<(Diagnosed<AnnotatedWorkspace>, ExceptionCounts)>()
  private let ranked = Mutex<[Journey.ID: Ranking]>([:])
  private let paired = Once<Diagnosed<JointTally>>()
  private let reviewed = Once<Review>()
  private let said = Once<SpokenReview>()
  private let noted = Once<[Occurrence]>()

  /// How often something was made that is to be made once: for the tests.
  let work = WorkCount()

  /// - Parameters:
  ///   - period: of which answers are shown.
  ///   - segment: whose answers are shown, by name or title; nil for everyone's.
  ///   - showsDrafts: whether drafts are listed and reviewed like other journeys.
  ///   - tag: the tag of the touchpoints that are looked at; nil for all of them.
  ///   - readsImages: whether pictures are looked at, which only a disk has.
  ///   - trees: what was parsed before, where the same files are looked at again and again.
  init(
    _ sources: WorkspaceFiles, period: ChosenPeriod = .latest, segment: String? = nil, showsDrafts: Bool = false,
    tag: String? = nil, readsImages: Bool = true, trees: TreeCache? = nil
  ) {
    self.readsImages = readsImages
    self.sources = sources
    self.period = period
    self.segment = segment
    self.trees = trees
    self.showsDrafts = showsDrafts
    self.tag = tag
  }

  /// What the journey files declare, all names resolved; with what was found on the way.
  var model: Diagnosed<Workspace> {
    resolved.value {
      // The trees are let go when the graph is made: they take more memory than it.
      let parsed = sources.trees(trees)
      guard let trees = parsed.value else { return Diagnosed(Workspace(), sources.diagnostics + parsed.diagnostics) }
      var resolved = resolve(trees)
      resolved.value.showsDrafts = showsDrafts
      resolved.value.tag = tag
      guard readsImages else {
        return Diagnosed(resolved.value, sources.diagnostics + parsed.diagnostics + resolved.diagnostics)
      }
      var reading = ImageReading(sources)
      let images = reading.read(into: &resolved.value)
      return Diagnosed(resolved.value, sources.diagnostics + parsed.diagnostics + resolved.diagnostics + images)
    }
  }

  /// Every place where something is named, in the order of the files: for editors.
  var occurrences: [Occurrence] {
    noted.value { sources.trees(trees).value.map { resolveWithOccurrences($0).occurrences } ?? [] }
  }

  /// The journeys with the answers of the tallies on them; with every finding of the workspace that it does not ignore.
  var annotated: Diagnosed<AnnotatedWorkspace> { judged.0 }

  /// How many findings the workspace ignores, or gives another severity.
  var exceptions: ExceptionCounts { judged.1 }

  private var judged: (Diagnosed<AnnotatedWorkspace>, ExceptionCounts) {
    scored.value {
      let measured = measured
      guard !measured.diagnostics.contains(where: \.isTooLarge) else { return (measured, ExceptionCounts()) }
      let annotated = measured.value
      let findings =
        measured.diagnostics + check(annotated.workspace, tallied: Measurements(annotated))
        + overdueActions(in: annotated) + unseenTargets(in: annotated)
      let left = Exceptions(of: annotated.workspace).applied(to: findings)
      return (Diagnosed(annotated, left.findings), left.counts)
    }
  }

  /// The same before anything is checked that needs names and answers: what a comparison reads.
  var measured: Diagnosed<AnnotatedWorkspace> {
    counted.value {
      let model = model
      guard !model.diagnostics.contains(where: \.isTooLarge) else {
        return Diagnosed(score(Workspace(), []).value, model.diagnostics)
      }
      var diagnostics = model.diagnostics
      let tallies = tallies
      diagnostics += tallies.diagnostics
      let chosen = segment.map { segment in
        model.value.segments.first {
          $0.name == segment || $0.title == segment || $0.earlierNames.contains(segment)
        }?.name ?? segment
      }
      var annotated = score(model.value, tallies.value, segment: chosen, period: period)
      diagnostics += annotated.diagnostics
      if segment == nil { annotated.value.addPaired(sources.crossingPairs(of: model.value)) }
      return Diagnosed(annotated.value, diagnostics)
    }
  }

  /// The tallies under today's names; read anew, for they take more memory than the scores that are made of them.
  private var tallies: Diagnosed<[Tally]> {
    let read = sources.tallies(of: Set(model.value.feedbacks.flatMap { [$0.name] + $0.earlierNames }))
    return Diagnosed(read.value.presentNames(in: model.value), read.diagnostics)
  }

  /// The journeys with the answers of one segment on them, of each segment that anybody was asked as; of none where
  /// that would be too much, since every segment takes a look at all cells.
  var ofSegments: [(segment: Segment.ID, annotated: AnnotatedWorkspace)] {
    let workspace = model.value
    guard !workspace.segments.isEmpty else { return [] }
    let tallies = tallies.value
    let cells = tallies.reduce(0) { $0 + $1.answered.count }
    let named = Set(tallies.lazy.flatMap(\.answered).map(\.question.segment))
    let asked = workspace.segments.indices.filter { named.contains(workspace.segments[$0].name) }
    guard asked.count * cells <= Limits.segmentCells else { return [] }
    return asked.compactMap { index in
      let annotated = score(workspace, tallies, segment: workspace.segments[index].name, period: period).value
      return annotated.journeys.contains { $0.touchpoints.contains(where: \.isMeasured) }
        ? (Segment.ID(index), annotated) : nil
    }
  }

  /// The order of a journey's touchpoints, without its certainty.
  func ranking(of id: Journey.ID) -> Ranking {
    ranked.withLock { rankings in
      if let ranking = rankings[id] { return ranking }
      let ranking = rank(annotated.value.journeys[id.value], in: annotated.value.workspace)
      work.addRanking()
      rankings[id] = ranking
      return ranking
    }
  }

  /// The sums that key drivers are worked out from: nothing of one segment alone.
  var joint: Diagnosed<JointTally> {
    paired.value { segment == nil ? sources.joints(of: model.value) : Diagnosed(JointTally()) }
  }

  /// What a workshop looks at.
  var review: Review {
    reviewed.value {
      let annotated = annotated.value
      return JourneyReview.review(
        annotated, rankings: annotated.workspace.journeys.indices.map { ranking(of: Journey.ID($0)) },
        joint: joint.value, period: period.shown)
    }
  }

  /// The same in words, of everyone and of the newest answers.
  var spoken: SpokenReview { said.value { SpokenReview(review) } }

  /// Refuses a tag that no touchpoint has.
  func refuseUnknownTag() throws(WaymarkError) {
    guard let tag else { return }
    let tags = Set(model.value.journeys.flatMap(\.touchpoints).flatMap(\.tags)).sorted()
    guard !tags.contains(tag) else { return }
    throw WaymarkError(
      "no touchpoint is tagged \"\(tag)\"",
      help: tags.closest(to: tag).map { "did you mean \"\($0)\"?" }
        ?? (tags.isEmpty ? "write in a touchpoint: tag \(tag)" : "tags are \(tags.prefix(8).joined(separator: ", "))"))
  }

  /// Refuses what would be made of a part of a workspace that is too large to be read.
  func refuseTooLarge() throws(WaymarkError) {
    guard let finding = model.diagnostics.first(where: \.isTooLarge) else { return }
    throw WaymarkError(finding.message, help: finding.help)
  }
}

extension Diagnostic {
  fileprivate var isTooLarge: Bool { rule.code == Rule.tooManyTouchpoints.code }
}

extension Measurements {
  /// What the tallies know, for checks that ask whether a touchpoint is measured.
  fileprivate init(_ annotated: AnnotatedWorkspace) {
    self.init()
    for journey in annotated.journeys {
      for (index, answers) in journey.touchpoints.enumerated() where answers.isMeasured {
        for score in answers.scores where score.state != .notAsked {
          insert(score.metric, journey: journey.journey.id, touchpoint: Touchpoint.ID(index))
        }
      }
    }
  }
}

/// How many maps were placed, and how many journeys ranked.
final class WorkCount: Sendable {
  private let placed = Atomic(0)
  private let ranked = Atomic(0)

  var layouts: Int { placed.load(ordering: .relaxed) }
  var rankings: Int { ranked.load(ordering: .relaxed) }

  func addLayout() { placed.add(1, ordering: .relaxed) }
  func addRanking() { ranked.add(1, ordering: .relaxed) }
}

/// A value that is made when it is first asked for, and kept.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value; whoever asks meanwhile waits for it.
  func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
    try made.withLock { made throws(Failure) in
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
