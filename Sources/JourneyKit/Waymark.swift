internal import JourneySource
internal import JourneyWords

/// Customer journeys as code: everything the command line does, for programs that embed it.
///
/// ```swift
/// let sources = try WorkspaceFiles.read(["journeys"])
/// let maps = try Waymark.render(sources)
/// print(maps.findings.printed(as: .text))
/// try OutputFile.write(maps.files().files, below: "out")
/// ```
///
/// Only ``WorkspaceFiles/read(_:)``, ``Waymark/tally(_:_:)`` (exports) and the `write` functions touch the disk.
/// Everything else is made of values in memory, such as the buffers of an editor (``WorkspaceFiles/init(_:)``). Whatever
/// is written in a journey, there is a result: what could be made of it, and what was found (``Findings/all``).
public enum Waymark {
  /// Of the program and of this library.
  public static let version = "0.1.0"

  /// The word of a list that was likely meant; nil where none is near.
  public static func nearest(_ word: String, among words: [String]) -> String? { words.closest(to: word) }
}
