internal import JourneySource

/// Why the work could not be begun at all: the path named does not exist, the output cannot be written.
public struct WaymarkError: Error, Sendable, CustomStringConvertible {
  /// A sentence without a full stop.
  public let message: String
  /// What to type instead.
  public let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message.readable
    self.help = help?.readable
  }

  /// As printed on standard error; what came from outside is escaped.
  public var description: String {
    let headline = "error: \(visible(message))"
    return help.map { "\(headline)\n  help: \(visible($0))" } ?? headline
  }

  /// Says what could not be done in front of the system's reason.
  @discardableResult
  static func from<Value>(
    _ message: String, _ work: () throws(System.Failure) -> Value
  ) throws(WaymarkError) -> Value {
    do throws(System.Failure) {
      return try work()
    } catch {
      throw WaymarkError("\(message): \(error.reason)")
    }
  }

  /// The same for a file that is written whole or not at all, with what to do about it.
  @discardableResult
  static func writing<Value>(
    _ path: String, _ work: () throws(System.Failure) -> Value
  ) throws(WaymarkError) -> Value {
    do throws(System.Failure) {
      return try work()
    } catch {
      throw WaymarkError(error, writing: path)
    }
  }

  init(_ failure: System.Failure, writing path: String) {
    // What is missing is never the file.
    let reason = failure == .isMissing ? "its folder does not exist" : failure.reason
    self.init("cannot write \"\(path)\": \(reason)", help: failure.wayToWrite(in: Path.folder(of: path)))
  }
}
