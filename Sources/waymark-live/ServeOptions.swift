internal import JourneyKit
internal import JourneyPreview

/// What follows `serve` on the command line.
struct ServeOptions {
  var folder = "."
  /// The only port that will do; nil: one of ours, or any.
  var port: Int?
  /// Where it listens: this machine alone, unless somebody says otherwise.
  var address: String?
  var names: [String] = []
  var polls = false
  /// What shows a place of a file; nil: nothing does.
  var editor: EditorCommandLine?

  init(_ arguments: some Sequence<String>) throws(WaymarkError) {
    var rest = Array(arguments)[...]
    var folders: [String] = []
    while let word = rest.popFirst() {
      switch word {
      case "--port":
        guard let value = rest.popFirst(), let port = Int(value), (1...65_535).contains(port) else {
          throw WaymarkError("a port is a number from 1 to 65535", help: "write --port 4280")
        }
        self.port = port
      case "--host": address = try Self.value(of: word, &rest)
      case "--allow-host": names.append(try Self.value(of: word, &rest))
      case "--poll": polls = true
      case "--editor":
        guard let editor = EditorCommandLine(try Self.value(of: word, &rest)) else {
          throw WaymarkError(
            "--editor is not a program with {file} in what it is given",
            help: "write --editor \"code -g {file}:{line}:{column}\"")
        }
        self.editor = editor
      case let word where word.hasPrefix("-"):
        throw WaymarkError("there is no option \"\(word)\"", help: "waymark serve --help lists them")
      default: folders.append(word)
      }
    }
    guard folders.count <= 1 else { throw WaymarkError("name one folder", help: "write waymark serve journeys") }
    folder = folders.first ?? "."
  }

  private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(WaymarkError) -> String {
    guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else {
      throw WaymarkError("\(option) has no value", help: "waymark serve --help has examples")
    }
    return value
  }

  /// One that stays the same, so that a page of before finds the preview again; where it is taken, one of those after it.
  var ports: [Int] { port.map { [$0] } ?? Self.usualPorts }

  static let usualPorts = Array(4280...4290) + [0]
}
