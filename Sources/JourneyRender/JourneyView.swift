internal import JourneyLayout
package import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneySource
internal import JourneyWords

/// A journey as pages show it: its answers, its ranking, and the names that links and ids are made from.
package struct JourneyView: Sendable {
  package let annotated: AnnotatedJourney
  package let ranking: Ranking
  package let workspace: Workspace
  package let takeaway: String
  /// Begins every id, so that two maps can share a page: made from the journey's name.
  let prefix: String

  package var journey: Journey { annotated.journey }
  let words: Words
  /// The same with the answers of one segment on it, of each that was asked; on pages alone.
  let segments: [(segment: Segment.ID, annotated: AnnotatedJourney)]
  /// Of the journey's own texts, where it is not that of Waymark's words.
  var language: String? { workspace.foreignLanguage }

  package init(
    _ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace,
    segments: [(segment: Segment.ID, annotated: AnnotatedJourney)] = []
  ) {
    self.segments = segments
    self.annotated = annotated
    self.ranking = ranking
    self.workspace = workspace
    words = workspace.words
    takeaway = Sentences.takeaway(of: annotated, ranking: ranking, in: words)
    prefix = "m" + fingerprint(annotated.journey.name)
  }

  private init(_ annotated: AnnotatedJourney, of whole: JourneyView, prefix: String) {
    self.annotated = annotated
    (ranking, workspace, words, takeaway) = (whole.ranking, whole.workspace, whole.words, whole.takeaway)
    self.prefix = prefix
    segments = []
  }

  /// The same of a run of its touchpoints, whose ids keep apart from those of other pieces on one page.
  ///
  /// - Parameter picture: tells pieces of the same run apart.
  func piece(_ piece: PlacedPiece, picture: Int = 0) -> JourneyView {
    JourneyView(piece.annotated, of: self, prefix: "\(prefix)-\(picture)-\(piece.columns.lowerBound + 1)")
  }

  /// Beside the touchpoints: the place of each that misses a target, from 1.
  func ranks() -> [Int?] {
    var ranks = [Int?](repeating: nil, count: journey.touchpoints.count)
    for (index, ranked) in ranking.ranked.enumerated() { ranks[ranked.touchpoint.value] = index + 1 }
    return ranks
  }

  /// The same of a part of a poster.
  func piece(_ band: PosterBand, picture: Int) -> JourneyView {
    JourneyView(band.annotated, of: self, prefix: "\(prefix)-\(picture)-\(band.columns.lowerBound + 1)")
  }

  func id(of touchpoint: Touchpoint.ID) -> String { "\(prefix)-t\(touchpoint.value + 1)" }

  /// On the page of the whole journey, as its script writes an address that has the touchpoint chosen: a link says where
  /// it leads, and works without the script as well.
  func anchor(of touchpoint: Touchpoint.ID) -> String { "at=\(journey[touchpoint].name)" }

  /// Whether nobody reads it from top to bottom: a page then has neither comparisons nor what only a phone shows, which would
  /// be most of its memory.
  var isEndless: Bool { journey.touchpoints.count > 1_000 }

  var svgName: String { "\(journey.name).svg" }
  var pageName: String { "\(journey.name).html" }
}

/// Six letters or digits that stand for a name, the same on every machine.
private func fingerprint(_ name: String) -> String {
  let digits = String(StableHash(name.utf8).value & 0x3FFF_FFFF, radix: 36)
  return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
}
