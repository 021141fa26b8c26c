internal import JourneyKit

extension Findings {
  /// Where findings are not the result but remarks on it: errors and warnings to standard error, and nothing where
  /// there are none.
  func report(in colour: ColourArguments) throws { try withoutNotes.reportWithNotes(in: colour) }

  /// The same with notes.
  func reportWithNotes(in colour: ColourArguments) throws {
    guard errors + warnings + notes > 0 else { return }
    let stream = StandardStream.error
    try stream.write(printed(as: .text, colour: colour.colour.holds(on: stream)))
    try stream.write("\n\(summary)\n")
  }
}
