internal import ArgumentParser
internal import JourneyKit

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    _superCommandName: "waymark",
    abstract: "Makes a workspace to start from.",
    discussion: """
      EXAMPLES
        waymark init
        waymark init shop --template retail
        waymark init --list
      """)

  @Argument(help: ArgumentHelp("The folder for the workspace.", valueName: "dir"), completion: .directory)
  var folder = "journeys"
  @Option(
    help: ArgumentHelp("The template to start from.", valueName: "name"),
    completion: .custom { _, _, _ in Starter.all.map(\.name) })
  var template: String?
  @Flag(help: "List the templates.") var list = false

  func run() throws {
    if list {
      let names = Starter.all.map {
        "\($0.name)\(String(repeating: " ", count: max(1, 16 - $0.name.count)))\($0.summary)\n"
      }
      return try StandardStream.output.write(names.joined())
    }
    for path in try Waymark.start(template, in: folder) { try StandardStream.output.write(visible(path) + "\n") }
    try StandardStream.error.write("Next: waymark render \(visible(folderForShell)) --out out\n")
  }

  /// As a shell takes it.
  private var folderForShell: String {
    let path = folder.isEmpty ? "." : folder.hasPrefix("-") ? "./\(folder)" : folder
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "+,-./:=@_".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}
