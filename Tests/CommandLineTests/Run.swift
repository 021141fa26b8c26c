import Foundation
import Support
import Testing

/// The built `waymark` run as a process, the way a user's shell runs it.
struct Run {
  let status: Int32
  let output: String
  let error: String
  let wasKilled: Bool

  /// The binary beside this test bundle.
  static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "waymark")

  @discardableResult
  init(
    _ arguments: String..., in folder: URL, input: String? = nil, environment: [String: String] = [:]
  ) throws {
    try self.init(Self.binary, arguments, in: folder, input: input, environment: environment)
  }

  /// A line of `sh`, in which `waymark` is the binary.
  @discardableResult
  init(shell line: String, in folder: URL) throws {
    let script = "waymark() { '\(Self.binary.path)' \"$@\"; }\n\(line)"
    try self.init(URL(filePath: "/bin/sh"), ["-c", script], in: folder, input: nil, environment: [:])
  }

  private init(
    _ program: URL, _ arguments: [String], in folder: URL, input: String?, environment: [String: String]
  ) throws {
    let streams = try Scratch()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "ACCEPT", "LC_ALL", "TZ"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    for name in ["in", "out", "err"] { try streams.write(name == "in" ? input ?? "" : "", to: name) }
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url("err"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    wasKilled = process.terminationReason == .uncaughtSignal
    output = try streams.text("out")
    error = try streams.text("err")
  }
}

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  @discardableResult
  func write(_ text: String, to path: String) throws -> URL {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url
  }

  func text(_ path: String) throws -> String { String(decoding: try Data(contentsOf: url(path)), as: UTF8.self) }

  /// Every file below a folder, by path.
  func files(below path: String) throws -> [String: Data] {
    let root = url(path)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.reduce(into: [:]) { files, name in
      let url = root.appending(path: name)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[name] = try Data(contentsOf: url)
      }
    }
  }
}

/// Journeys for the tests.
enum Text {
  static let clean = """
    journey coffee "Buying a coffee" {
      phase before "Before" {
        touchpoint sign "Sees the sign" channel street owner shop
        touchpoint queue "Queues" channel shop owner shop feels -1
      }
    }

    """
  static let broken = clean.replacing("phase before \"Before\"", with: "phase before \"Before")
  static let unknown =
    "channel web \"Web\"\n" + clean.replacing("street", with: "wbe").replacing("channel shop", with: "channel web")
  static let untidy = clean.replacing("  touchpoint", with: "touchpoint   ")
}
