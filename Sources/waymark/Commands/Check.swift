internal import ArgumentParser
internal import JourneyKit

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prints what is wrong or missing, and what to type instead.",
    discussion: """
      Reads every .journey file and every tally of the workspace, resolves names over all of them, and applies the \
      rules. Exits with 1 where there are errors.

      Where files are named, it reads the workspace around each of them as well: the nearest folder above that holds \
      the workspace line, or is called journeys, or is the top of the git repository. It prints only what is in those \
      files, and says how many errors the others have, which fail too.

      EXAMPLES
        waymark check
        waymark check journeys --strict --format github
        waymark check journeys/support.journey
        waymark check - < draft.journey
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Fail on warnings too.") var strict = false
  @Option(help: "How findings are printed.") var format = FindingsFormat.text
  @OptionGroup var colour: ColourArguments

  func run() throws {
    let findings = Waymark.check(try workspace.readAround())
    let text = findings.printed(as: format, colour: colour.colour.holds(on: .output), strict: strict)
    // Every format is free of commands; those of GitHub's are its own.
    try StandardStream.output.write(file: text)
    try StandardStream.error.write(
      ([findings.summary] + findings.remarks(strict: strict)).joined(separator: "\n") + "\n")
    if findings.fail(strict: strict) { throw ExitCode.findings }
  }
}
