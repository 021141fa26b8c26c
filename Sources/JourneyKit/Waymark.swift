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
public enum Waymark {}
