internal import JourneyMetrics
internal import JourneySyntax

/// A tally as its file will hold it, with what people should know of that.
struct WrittenTally {
  /// Nil where there is no place for it: the feedback came from standard input.
  let file: OutputFile?
  /// The joint tally beside it; nil where there is nothing to write.
  var joint: OutputFile?
  /// Those that were counted, and those that stay as they were, oldest first.
  let counted: [Period]
  let kept: [Period]
  /// Of the counted, those of which the file had other answers before.
  let replaced: [Tally.Replaced]
  /// Of the counted, those of which the file knows otherwise whether people were asked together.
  let regrouped: Set<Period>
  /// Whether far fewer are left in one of them, which is hardly meant.
  var hasFarLess: Bool { replaced.contains(where: \.isFarLess) }
  let hidden: HiddenCells
  let isSuppressed: Bool

  /// - Parameter before: what the file holds.
  init(_ tally: Tally, replacing before: Tally, path: String?, hideBelow: Int, suppress: Bool) {
    let merged = before.replacing(with: tally)
    replaced = before.replaced(by: tally)
    counted = Self.periods(of: tally)
    regrouped = Self.clustered(before).symmetricDifference(Self.clustered(tally)).intersection(counted)
    let isCounted = Set(counted)
    kept = Self.periods(of: merged).filter { !isCounted.contains($0) }
    hidden = HiddenCells(of: merged, hideBelow: hideBelow)
    isSuppressed = suppress
    let written = suppress ? hidden.shown : merged
    file = path.map { OutputFile(path: $0, bytes: written.bytes) }
  }

  private static func clustered(_ tally: Tally) -> Set<Period> {
    Set(tally.answered.filter { $0.clusters != nil }.map(\.question.period))
  }

  private static func periods(of tally: Tally) -> [Period] { Set(tally.answered.map(\.question.period)).sorted() }
}
