public import Foundation

/// The built `waymark` run as a process, the way a user's shell runs it.
public struct Run {
  /// What it ended with; -1 where it was ended.
  public let status: Int32
  /// What ended it: a crash, or a limit.
  public let signal: Int32?
  /// Bytes of memory it held at most.
  public let memory: Int
  /// What it printed.
  public let output: String
  /// What it said on the standard error.
  public let error: String

  /// What the tests were built with.
  private static let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  private static let named = ProcessInfo.processInfo.environment["WAYMARK_PROGRAM"]

  /// The program: the one that `WAYMARK_PROGRAM` names, else the one beside this test bundle.
  public static let program = named.map { URL(filePath: $0) } ?? built.appending(path: "waymark")
  /// The debug program beside the tests, where they run another.
  public static let debug = named.map { _ in built.appending(path: "waymark") }
  /// Whether it is built with a sanitizer (`Scripts/sanitize`), which takes its own time and memory.
  public static let isSanitized = ProcessInfo.processInfo.environment["WAYMARK_SANITIZED"] != nil
  /// Whether it is built as it is handed out: a debug build is some twenty times slower.
  public static let isRelease = named != nil

  /// `seconds` are of processor time, none for as much as it takes; under a sanitizer that is always so.
  @discardableResult
  public init(
    _ arguments: String..., in folder: URL, input: String? = nil, environment: [String: String] = [:],
    seconds: Int? = nil
  ) throws {
    try self.init(arguments, in: folder, input: input, environment: environment, seconds: seconds)
  }

  /// The same, of a list.
  @discardableResult
  public init(
    _ arguments: [String], in folder: URL, input: String? = nil, environment: [String: String] = [:],
    seconds: Int? = nil
  ) throws {
    try self.init(
      command: [Self.program.path] + arguments, in: folder, input: input, environment: environment, seconds: seconds)
  }

  /// Another program of this package, which is built with the tests.
  public init(built program: String, _ arguments: String..., in folder: URL) throws {
    try self.init(
      command: [Self.built.appending(path: program).path] + arguments, in: folder, input: nil, environment: [:],
      seconds: nil)
  }

  /// A line of `sh`, in which `waymark` is the program; the limits are of each process, the memory is the largest one's.
  @discardableResult
  public init(shell line: String, in folder: URL, seconds: Int? = nil) throws {
    let script = "waymark() { '\(Self.program.path)' \"$@\"; }\n\(line)"
    try self.init(command: ["/bin/sh", "-c", script], in: folder, input: nil, environment: [:], seconds: seconds)
  }

  private init(
    command: [String], in folder: URL, input: String?, environment: [String: String], seconds: Int?
  ) throws {
    let streams = try Scratch()
    for name in ["in", "out", "err", "report"] { try streams.write(name == "in" ? input ?? "" : "", to: name) }
    let process = Process()
    process.executableURL = Self.built.appending(path: "measure")
    process.arguments = [streams.url("report").path, "\(Self.isSanitized ? 0 : seconds ?? 0)"] + command
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "ACCEPT", "LC_ALL", "TZ"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url("err"))
    try process.run()
    process.waitUntilExit()
    let report = try streams.text("report").split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard process.terminationStatus == 0, report.count == 3 else { throw Unmeasured(command: command) }
    status = Int32(report[0])
    signal = report[1] == 0 ? nil : Int32(report[1])
    memory = report[2] << 10
    output = try streams.text("out")
    error = try streams.text("err")
  }

  /// A process that could not be started, or not be watched.
  struct Unmeasured: Error { let command: [String] }
}
