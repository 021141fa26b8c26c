internal import ArgumentParser
internal import JourneyKit

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    _superCommandName: "waymark",
    abstract: "Rewrites journey files in one style.",
    discussion: """
      It changes only spaces, line breaks and braces, never the order or a comment. It does not touch a file that it \
      cannot read. With - it reads standard input and writes standard output.

      EXAMPLES
        waymark fmt
        waymark fmt --check             names files that would change, and exits with 1
        waymark fmt --diff              shows the changes, and makes none
        waymark fmt - < draft.journey
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Change nothing; name the files that would change.") var check = false
  @Flag(help: "Change nothing; print what would change.") var diff = false
  @OptionGroup var colour: ColourArguments

  func run() throws {
    let formatting = Waymark.format(try workspace.read())
    let changed = formatting.files.filter(\.isChanged)
    try formatting.findings.report(in: colour)
    for file in formatting.files where file.isChanged || file.isStandardInput && !check { try handle(file) }
    if formatting.findings.fail(strict: false) || (check || diff) && !changed.isEmpty { throw ExitCode.findings }
  }

  private func handle(_ file: Formatting.FormattedFile) throws {
    if diff {
      let output = StandardStream.output
      try output.write(file.diff(colour: colour.colour.holds(on: output), isForPeople: output.isTerminal))
    } else if file.isStandardInput, !check {
      try StandardStream.output.write(file: file.text)
    } else {
      if !check { try file.write() }
      try StandardStream.output.write(visible(file.path) + "\n")
    }
  }
}
