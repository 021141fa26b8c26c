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

  init(_ tally: Tally, over before: Tally, path: String?, hideBelow: Int, suppress: Bool) {
    let merged = before.replacing(with: tally)
    counted = Self.periods(of: tally)
    kept = Self.periods(of: merged).filter { [counted] in !counted.contains($0) }
    hidden = HiddenCells(of: merged, hideBelow: hideBelow)
    isSuppressed = suppress
    let text = (suppress ? hidden.shown : merged).text
    file = path.map { OutputFile(path: $0, bytes: Array(text.utf8)) }
  }

  private static func periods(of tally: Tally) -> [Period] { Set(tally.answered.map(\.question.period)).sorted() }
}
