internal import ArgumentParser
internal import JourneyKit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    _superCommandName: "waymark",
    abstract: "Writes journeys out for other programs, such as git.",
    discussion: """
      The outline has one fact a line, in one order, without comments and layout. If git compares outlines, a diff \
      shows what changed and not how the file is laid out. A file with an error is printed as it is.

      EXAMPLES
        waymark export --format outline journeys/account/account.journey
        git config diff.journey.textconv 'waymark export --format outline'
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Option(help: "The form of the text.") var format = ExportFormat.outline

  func run() throws { try StandardStream.output.write(file: Waymark.export(try workspace.read(), as: format)) }
}
