internal import JourneyMetrics
internal import JourneySyntax

/// A tally as its file will hold it, with what people should know of that.
struct WrittenTally {
  /// Nil where there is no place for it: the feedback came from standard input.
  let file: OutputFile?
  /// Those that were counted, and those that stay as they were, oldest first.
  let counted: [Period]
  let kept: [Period]
  let hidden: HiddenCells
  let isSuppressed: Bool

  /// - Parameter merged: the tally with what its file keeps.
  init(_ tally: Tally, merged: Tally, path: String?, hideBelow: Int, suppress: Bool) {
    counted = Self.periods(of: tally)
    kept = Self.periods(of: merged).filter { [counted] in !counted.contains($0) }
    hidden = HiddenCells(of: merged, hideBelow: hideBelow)
    isSuppressed = suppress
    let written = suppress ? hidden.shown : merged
    file = path.map { OutputFile(path: $0, bytes: written.bytes) }
  }

  private static func periods(of tally: Tally) -> [Period] { Set(tally.answered.map(\.question.period)).sorted() }
}
