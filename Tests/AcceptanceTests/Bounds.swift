import Support
import Testing

/// What every row of the acceptance list (`docs/safety.md`) may take of processor time; a debug build is some twenty times
/// slower, so it is only kept from running for ever.
let boundedSeconds = Run.isRelease ? 5 : 60

/// Runs the program within what every row of the acceptance list (`docs/safety.md`) asks: five seconds of processor time,
/// 256 MiB, and an end of its own; under a sanitizer, that end.
@discardableResult
func bounded(
  _ arguments: String..., in scratch: Scratch, input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Run {
  try bounded(arguments, in: scratch, input: input, sourceLocation: sourceLocation)
}

@discardableResult
func bounded(
  _ arguments: [String], in scratch: Scratch, input: String? = nil, environment: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Run {
  let run = try Run(arguments, in: scratch.folder, input: input, environment: environment, seconds: boundedSeconds)
  expectBounds(run, sourceLocation)
  return run
}

/// A line of `sh` within the same bounds; `waymark` in it is the program.
@discardableResult
func bounded(
  shell line: String, in scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Run {
  let run = try Run(shell: line, in: scratch.folder, seconds: boundedSeconds)
  expectBounds(run, sourceLocation)
  return run
}

func expectBounds(_ run: Run, _ sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(run.signal == nil, "\(run.error.suffix(2000))", sourceLocation: sourceLocation)
  #expect(run.memory <= 256 << 20 || Run.isSanitized, sourceLocation: sourceLocation)
}
