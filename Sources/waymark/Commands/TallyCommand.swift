internal import ArgumentParser
internal import JourneyKit

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    _superCommandName: "waymark",
    abstract: "Counts the answers in survey exports.",
    discussion: """
      Reads the files that the feedbacks of the workspace name. Writes FEEDBACK.tally.csv beside the journey file \
      that declares each: counts only, no comment, no name. Prints what became of every row. Exits with 1 if it \
      skipped something that the feedback does not declare.

      EXAMPLES
        waymark tally
        waymark tally --data ~/exports --feedback after-call
        waymark tally --dry-run --rejects ~/skipped.csv
        waymark tally --feedback after-call --sql duckdb > after-call.sql
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Option(
    help: ArgumentHelp("The folder that the files' paths start from, if not the workspace.", valueName: "dir"),
    completion: .directory)
  var data: String?
  @Option(help: ArgumentHelp("Tally this feedback only.", valueName: "name")) var feedback: String?
  @Flag(help: "Write no tally; print the audit only.") var dryRun = false
  @Flag(help: "Keep cells with too few answers out of the tally.") var suppress = false
  @Option(
    help: ArgumentHelp("Write every skipped row to this file, outside git.", valueName: "file"), completion: .file())
  var rejects: String?
  @Option(
    help: ArgumentHelp("Print the query that makes the tally of one feedback elsewhere.", valueName: "dialect"))
  var sql: QueryDialect?
  @Option(
    help: ArgumentHelp("Read the counts that such a query made; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var fromCounts: String?
  @OptionGroup var colour: ColourArguments

  func validate() throws {
    if sql != nil, fromCounts != nil || dryRun || suppress || rejects != nil {
      throw ValidationError("--sql prints a query and counts nothing: use it with --data and --feedback only")
    }
    if fromCounts != nil, data != nil || rejects != nil {
      throw ValidationError("--from-counts reads no exports: leave out --data and --rejects")
    }
  }

  func run() throws {
    let sources = try workspace.read()
    if let sql { return try printQuery(for: sql, sources) }
    let progress = ProgressLine()
    let tallies = try progress.during {
      if let fromCounts { return try Waymark.tally(sources, countsIn: fromCounts, options(progress)) }
      return try Waymark.tally(sources, options(progress))
    }
    try tallies.findings.reportWithNotes(in: colour)
    for tallied in tallies.feedbacks {
      try StandardStream.output.write(tallied.audit + (try writing(tallied)) + "\n")
    }
    if tallies.feedbacks.allSatisfy(\.hasErrors) { throw ExitCode.notDone }
    if tallies.findings.fail(strict: false) || !tallies.feedbacks.allSatisfy(\.isClean) { throw ExitCode.findings }
  }

  private func printQuery(for dialect: QueryDialect, _ sources: WorkspaceFiles) throws {
    let query = try Waymark.query(sources, for: dialect, options(nil))
    try query.findings.report(in: colour)
    guard !query.text.isEmpty else { throw ExitCode.notDone }
    let output = StandardStream.output
    try output.write(file: output.isTerminal ? visible(lines: query.text) : query.text)
    if query.findings.fail(strict: false) { throw ExitCode.findings }
  }

  /// Writes the tally and says so.
  private func writing(_ tallied: TalliedFeedback) throws -> String {
    if tallied.hasErrors || !dryRun, let obstacle = tallied.obstacle { return "\n  \(obstacle)\n" }
    return "\n  \(dryRun ? tallied.dryRunNote : tallied.note(isNew: try tallied.write()))\n"
  }

  private func options(_ progress: ProgressLine?) -> TallyOptions {
    var options = TallyOptions()
    options.data = data
    options.feedback = feedback
    options.suppress = suppress
    options.rejects = rejects
    options.progress = progress?.report
    return options
  }
}
