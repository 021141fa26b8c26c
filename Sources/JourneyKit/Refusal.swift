/// Why the work could not be begun at all: the path named does not exist, the output cannot be written.
public struct Refusal: Error, Sendable, CustomStringConvertible {
  /// A sentence without a full stop.
  public let message: String
  /// What to type instead.
  public let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
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
  ) throws(Refusal) -> Value {
    do throws(System.Failure) {
      return try work()
    } catch {
      throw Refusal("\(message): \(error.reason)")
    }
  }
}
