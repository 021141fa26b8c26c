/// Standard output for results, standard error for messages.
public struct StandardStream: Sendable {
  private let descriptor: Int32
  private let name: String

  /// Where results go.
  public static let output = StandardStream(descriptor: 1, name: "standard output")
  /// Where messages go.
  public static let error = StandardStream(descriptor: 2, name: "standard error")

  /// Whether a person is looking.
  public var isTerminal: Bool { System.isTerminal(descriptor) }

  /// Whether to colour what is written, unless the command line says: on a terminal that can, and not where the
  /// environment holds `NO_COLOR` (no-color.org).
  public var takesColour: Bool {
    guard isTerminal, System.environment("TERM") != "dumb" else { return false }
    return (System.environment("NO_COLOR") ?? "").isEmpty
  }

  /// Writes whole lines at once, without a buffer; nothing in them can be taken for a command by a CI runner. A reader
  /// that has gone away ends the program quietly, as `SIGPIPE` does.
  public func write(_ text: String) throws(WaymarkError) { try write(file: RunnerCommands.broken(text, as: .words)) }

  /// Writes what is a file in itself, or commands of our own, as it is.
  public func write(file text: String) throws(WaymarkError) { try write(bytes: Array(text.utf8)) }

  /// Writes bytes of a protocol.
  package func write(bytes: [UInt8]) throws(WaymarkError) {
    guard !bytes.isEmpty else { return }
    try WaymarkError.from("cannot write to \(name)") { () throws(System.Failure) in
      try System.write(bytes, to: descriptor)
    }
  }
}
