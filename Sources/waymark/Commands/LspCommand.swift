internal import ArgumentParser
internal import JourneyKit

struct LspCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    _superCommandName: "waymark",
    abstract: "Helps your editor while you type.",
    discussion: """
      Your editor starts it and talks to it in the language-server protocol. It shows findings, completes names and \
      words, shows figures, and renames things in all files. It is the program waymark-live beside this one. It writes \
      no files.

      EXAMPLES
        waymark lsp                     what you tell your editor to start
      """)

  @Flag(help: "Speak on standard input and output, as it always does; some editors add this.") var stdio = false

  func run() throws { try Waymark.handOver(["lsp"]) }
}
