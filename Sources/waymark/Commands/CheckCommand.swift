internal import ArgumentParser
internal import JourneyKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: "waymark",
    abstract: "Prints what is wrong or missing, and what to type instead.",
    discussion: """
      Reads every .journey file and every tally of the workspace, looks up names in all of them, and applies the \
      rules. Exits with 1 if there are errors.

      If you name files, it also reads the workspace around each: the nearest folder above with the \
      workspace line, or named journeys, or at the top of the git repository. It prints only what is in those \
      files, and says how many errors the other files have. These fail the check too.

      --fix changes only what has one meaning: a date in another form, missing quotes, a missing comma. It writes each \
      file whole or not at all. What is only likely stays a finding.

      EXAMPLES
        waymark check
        waymark check journeys --strict --format github
        waymark check journeys/support.journey
        waymark check --fix             types what is safe, then prints the rest
        waymark check --fix --diff      shows what it would type, and writes nothing
        waymark check - < draft.journey
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Flag(help: "Fail on warnings too.") var strict = false
  @Flag(help: "Type into the files what is safe to type.") var fix = false
  @Flag(help: "With --fix: change nothing; print what would change.") var diff = false
  @Option(help: "The form of the findings.") var format = FindingsFormat.text
  @Option(
    help: ArgumentHelp("Let the findings in this file pass, and fail if one of them is gone.", valueName: "file"))
  var baseline: String?
  @Flag(help: "Write everything that is found now into the baseline.") var writeBaseline = false
  @Flag(help: "Print only what fails the check, and nothing if it passes.") var quiet = false
  @OptionGroup var colour: ColourArguments

  func validate() throws {
    if writeBaseline, baseline == nil { throw ValidationError("--write-baseline needs a file: --baseline FILE.") }
    if fix, baseline != nil {
      throw ValidationError("--fix changes files, and --baseline looks at them: use one after the other.")
    }
    if diff, !fix { throw ValidationError("--diff shows what --fix would change; write both.") }
    if fix, workspace.readsStandardInput {
      throw ValidationError("--fix changes files, and standard input is not a file.")
    }
  }

  func run() throws {
    let workspaces = try workspace.readAround()
    if let baseline, writeBaseline { return try write(baseline, for: workspaces) }
    let findings = fix ? try fixed(workspaces) : try checked(workspaces)
    try report(findings)
    if findings.fail(strict: strict) { throw ExitCode.findings }
  }

  private func report(_ findings: Findings) throws {
    let findings = quiet ? findings.failing(strict: strict) : findings
    let shown = format.isForRepository ? findings.fromTopOfRepository : findings
    let text = shown.printed(as: format, colour: colour.colour.holds(on: .output), strict: strict)
    // Every format is free of commands; those of GitHub's are its own.
    try StandardStream.output.write(file: text)
    if quiet, !findings.fail(strict: strict) { return }
    try StandardStream.error.write(
      ([findings.summary] + findings.remarks(strict: strict)).joined(separator: "\n") + "\n")
  }

  private func checked(_ workspaces: [WorkspaceFiles]) throws -> Findings {
    guard let baseline else { return Waymark.check(workspaces) }
    return Waymark.check(workspaces, against: try Baseline.read(baseline))
  }

  /// Writes the baseline anew, and says how many findings it has.
  private func write(_ path: String, for workspaces: [WorkspaceFiles]) throws {
    let text = Waymark.baseline(of: workspaces, after: try Baseline.read(path, isNew: true))
    try Baseline.write(text, to: path)
    guard !quiet else { return }
    let count = text.utf8.count { $0 == 0x0A } - 1
    try StandardStream.error.write("\(visible(path)) has \(count == 1 ? "1 finding" : "\(count) findings")\n")
  }

  /// Makes the safe fixes, or shows them; gives what is left.
  private func fixed(_ workspaces: [WorkspaceFiles]) throws -> Findings {
    let fixing = Waymark.fix(workspaces)
    for file in fixing.files {
      if diff {
        let output = StandardStream.output
        try output.write(file.diff(colour: colour.colour.holds(on: output), isForPeople: output.isTerminal))
      } else {
        try file.write()
      }
    }
    guard !fixing.files.isEmpty else { return fixing.findings }
    if diff { throw ExitCode.findings }
    try StandardStream.error.write(fixing.summary + "\n")
    return fixing.findings
  }
}
