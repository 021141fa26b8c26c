public import Foundation
public import Testing

/// An input file under `Tests/Golden/<folder>` with the recorded outputs beside it, named `<input>.<kind>`.
///
/// `ACCEPT=1 swift test` writes what came out over what was recorded and then fails the test, so that nobody accepts a
/// golden without reading the diff.
public struct Golden: Sendable, CustomTestStringConvertible {
  /// The input file, whether it exists or not.
  public let url: URL

  /// The name of the input.
  public var testDescription: String { url.lastPathComponent }

  /// The repository's root, from where this file stands.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All inputs with the extension `input` directly in the folder, ordered by name.
  public static func cases(in folder: String, input: String = "journey") -> [Golden] {
    let folder = root.appending(path: "Tests/Golden/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".\(input)") }.sorted().map { Golden(url: folder.appending(path: $0)) }
  }

  /// A golden without an input file of its own.
  public init(_ name: String, in folder: String) {
    url = Golden.root.appending(path: "Tests/Golden/\(folder)/\(name)")
  }

  init(url: URL) { self.url = url }

  /// The input as text.
  public func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// The input's bytes.
  public func bytes() throws -> [UInt8] { try [UInt8](Data(contentsOf: url)) }

  /// Expects what was recorded beside the input under the extension `kind`.
  public func expect(
    _ actual: String, as kind: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let recorded = url.appendingPathExtension(kind)
    let expected = try? String(contentsOf: recorded, encoding: .utf8)
    guard actual != expected else { return }
    if ProcessInfo.processInfo.environment["ACCEPT"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: recorded)
    }
    let lines = (expected ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(actual.split(separator: "\n", omittingEmptySubsequences: false), lines).enumerated()
      .first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(recorded.lastPathComponent) \(expected == nil ? "is not recorded" : "differs from line \((first?.offset ?? min(lines.count, 0)) + 1)"):
      \(first.map { "- \($0.element.1)\n+ \($0.element.0)" } ?? "")
      """, sourceLocation: sourceLocation)
  }
}
