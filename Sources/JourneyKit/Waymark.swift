internal import JourneySource

/// Customer journeys as code: everything the command line does, for programs that embed it.
///
/// ```swift
/// let sources = try Sources.read(["journeys"])
/// let rendering = try Waymark.render(sources)
/// print(rendering.findings.printed(as: .text))
/// try OutputFile.write(rendering.files, below: "out")
/// ```
///
/// Only ``Sources/read(_:)``, ``Waymark/tally(_:_:)`` (exports) and the `write` functions touch the disk. What lies between are pure functions: they give
/// what they could make and what they found, and never fail for what is written in a journey.
public enum Waymark {
  /// Of the program and of this library.
  public static let version = "0.1.0"

  /// The word of a list that was likely meant; nil where none is near.
  public static func nearest(_ word: String, among words: [String]) -> String? { words.closest(to: word) }
}
