internal import ArgumentParser
internal import JourneyKit
internal import Synchronization

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    _superCommandName: "waymark",
    abstract: "Says what changed in the journeys and their answers: the graph that results, not the lines.",
    discussion: """
      Compares two states of a workspace. Each side is a folder, a file, a revision of git, or REV:PATH. Without \
      arguments it compares the last commit with the work tree.

      A touchpoint is known by its name. If you rename one, write in it: was OLD-NAME. Otherwise its answers are lost, \
      and the gate history-lost says so.

      Exits with 0 if it compared, whatever it found; with 1 if a gate fails, or with --exit-code if anything changed; \
      with 2 if it could not compare.

      EXAMPLES
        waymark diff                          the last commit and the work tree
        waymark diff main...HEAD journeys     what a pull request changes
        waymark diff old new --texts
        waymark diff main...HEAD --gate --format md
        waymark diff --future account-next    a planned journey and the one it replaces
        waymark diff old new -o diff.html     one map of both sides, with the list of changes
      """)

  @Argument(help: ArgumentHelp("A and B, or REV..REV, or REV...REV, then a path.", valueName: "side"))
  var sides: [String] = []
  @Option(help: ArgumentHelp("Compare this planned journey with the one it replaces.", valueName: "name"))
  var future: String?
  @Option(help: "The form of the comparison.") var format = DiffFormat.text
  @Flag(help: "List the changed texts too.") var texts = false
  @Flag(
    help: """
      Fail if a figure is clearly worse, a question or its history is lost, or a target or hide-below is lowered.
      """)
  var gate = false
  @Option(
    help: ArgumentHelp(
      "Fail for these: worse, removed, new-blind-spot:4 and others of docs/diff.md.", valueName: "gate,…"))
  var failOn: String?
  @Flag(help: "Exit with 1 if anything changed.") var exitCode = false
  @Option(help: ArgumentHelp("For md: marks the comment, so that the next one takes its place.", valueName: "name"))
  var name = "journeys"
  @Flag(help: "For md: everything, as for the summary of a job; else as much as a comment may hold.") var whole = false
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Also write the map of both sides (.svg, .html) or the list (.md, .json, .txt); may be given more than once.",
      valueName: "file"), completion: .file())
  var output: [String] = []
  @Flag(help: "On the map, fold touchpoints that did not change.") var changedOnly = false
  @OptionGroup var colour: ColourArguments

  func run() throws {
    var (inputs, options) = (DiffInputs(), DiffOptions())
    (inputs.arguments, inputs.future) = (sides, future)
    (options.texts, options.name, options.isWhole) = (texts, name, whole)
    options.gates = gate ? DiffOptions.standardGates : []
    for gate in (failOn ?? "").split(separator: ",").map(String.init) where !options.gates.contains(gate) {
      options.gates.append(gate)
    }
    let comparison = try Waymark.diff(inputs, options)
    Self.kept.withLock { $0 = comparison }
    for path in output { try comparison.write(to: path, changedOnly: changedOnly) }
    let text = comparison.printed(as: format, colour: colour.colour.holds(on: .output))
    try StandardStream.output.write(file: text)
    for remark in comparison.remarks { try StandardStream.error.write(remark + "\n") }
    if comparison.fails || (exitCode && comparison.isChanged) { throw ExitCode.findings }
  }

  /// What was compared, until the process ends: to free two workspaces piece by piece takes a thirtieth of its time.
  private static let kept = Mutex<WorkspaceComparison?>(nil)
}
