internal import JourneyKit

extension Findings {
  /// Where findings are not the result but remarks on it: errors and warnings to standard error, and nothing where
  /// there are none.
  func report(in colour: ColourArguments) throws {
    let serious = withoutNotes
    guard serious.errors + serious.warnings > 0 else { return }
    let stream = StandardStream.error
    try stream.write(serious.printed(as: .text, colour: colour.colour.holds(on: stream)))
    try stream.write("\n\(serious.summary)\n")
  }
}
