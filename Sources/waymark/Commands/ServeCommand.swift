internal import ArgumentParser
internal import JourneyKit

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    _superCommandName: "waymark",
    abstract: "Shows the maps in your browser while you write.",
    discussion: """
      Prints a link. The pages behind it follow your files: when you save, they change where you look, and keep their \
      place. Only programs of this machine reach it, and only with the link. It is the program waymark-live beside this \
      one. It writes no files. Ctrl+C ends it.

      EXAMPLES
        waymark serve                   the journeys of this folder
        waymark serve work --port 8000  those of another one, at a port of your choice
      """)

  @Argument(help: "The folder of the journeys; without one, this folder, or journeys/ in it.") var folder: String?
  @Option(help: "The port. Without it, 4280 or the next that is free.") var port: Int?
  @Option(help: "The address to listen at, as a number. Others can reach it then.") var host: String?
  @Option(name: .customLong("allow-host"), help: "A name by which people reach it, such as a forwarder's.")
  var names: [String] = []
  @Option(
    help:
      "What starts your editor at a line: \"code -g {file}:{line}:{column}\". A touchpoint that you choose opens there."
  )
  var editor: String?
  @Flag(help: "Look at the files twice a second, where the system does not say what changes.") var poll = false

  func run() throws {
    var arguments = ["serve"]
    if let folder { arguments.append(folder.hasPrefix("-") ? "./\(folder)" : folder) }
    if let port { arguments += ["--port", String(port)] }
    if let host { arguments += ["--host", host] }
    for name in names { arguments += ["--allow-host", name] }
    if let editor { arguments += ["--editor", editor] }
    if poll { arguments.append("--poll") }
    try Waymark.handOver(arguments)
  }
}
