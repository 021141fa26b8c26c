internal import JourneySource

/// A workflow command of GitHub's runner that shows a message at a line of the pull request's files.
///
/// Everything in it is encoded, so that no text of a journey can begin a command of its own.
struct WorkflowCommand {
  /// `error`, `warning` or `notice`.
  let level: String
  let title: String
  /// Of several lines; the first is shown in lists.
  let message: String
  /// The file from the top of the repository, and what is marked in it.
  private var properties: [(String, String)] = []

  init(_ level: String, title: String, message: String) {
    (self.level, self.title, self.message) = (level, title, message)
  }

  /// The same at a file, and at lines of it where it could be read.
  func at(_ place: Located.LocatedSpan) -> WorkflowCommand {
    guard place.hasText else { return at(file: place.path, line: nil) }
    var command = at(file: place.path, line: place.start.line)
    command.properties.append(("endLine", String(place.end.line)))
    // GitHub takes columns only within one line; its last column is part of the range.
    if place.start.line == place.end.line {
      let last = max(place.start.column, place.end.column - 1)
      command.properties += [("col", String(place.start.column)), ("endColumn", String(last))]
    }
    return command
  }

  /// The same at a file, or at one line of it.
  func at(file: String, line: Int?) -> WorkflowCommand {
    var command = self
    command.properties = [("file", visible(file))] + (line.map { [("line", String($0))] } ?? [])
    return command
  }

  /// With its line end.
  var text: String {
    let list = (properties + [("title", visible(title))]).map { "\($0.0)=\(Self.property($0.1))" }
    return "::\(level) \(list.joined(separator: ","))::\(Self.data(visible(lines: message)))\n"
  }

  private static func data(_ text: String) -> String {
    encode(text) { byte in byte == UInt8(ascii: "%") || byte == 0x0A || byte == 0x0D }
  }

  private static func property(_ text: String) -> String {
    encode(text) { byte in
      byte == UInt8(ascii: "%") || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ",")
    }
  }

  private static func encode(_ text: String, _ isSpecial: (UInt8) -> Bool) -> String {
    String(decoding: text.utf8.flatMap { isSpecial($0) ? Percent.encoded($0) : [$0] }, as: UTF8.self)
  }
}
