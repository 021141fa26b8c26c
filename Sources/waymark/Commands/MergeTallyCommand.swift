internal import ArgumentParser
internal import JourneyKit

struct MergeTallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-tally",
    _superCommandName: "waymark",
    abstract: "Merges a tally file that two branches changed; git calls it.",
    discussion: """
      Takes over what each branch counted. Sums for key drivers (*.joint.csv) are merged by whole periods. If both counted a question differently, it leaves both counts in the \
      file, with conflict markers, and exits with 1.

      EXAMPLES
        git config merge.waymark-tally.driver 'waymark merge-tally %O %A %B'
        echo '*.tally.csv merge=waymark-tally' >> .gitattributes
        echo '*.joint.csv merge=waymark-tally' >> .gitattributes
      """)

  @Argument(help: ArgumentHelp("The file that both began with.", valueName: "base")) var base: String
  @Argument(help: ArgumentHelp("The file of this branch, which is written.", valueName: "ours")) var ours: String
  @Argument(help: ArgumentHelp("The file of the other branch.", valueName: "theirs")) var theirs: String

  func run() throws {
    let merge = try Waymark.mergeTallies(base: base, ours: ours, theirs: theirs)
    try merge.write(to: ours)
    for conflict in merge.conflicts {
      try StandardStream.error.write("both branches counted \(visible(conflict)), differently\n")
    }
    guard !merge.conflicts.isEmpty else { return }
    try StandardStream.error.write("help: keep one side of each block, or count the period again: waymark tally\n")
    throw ExitCode.findings
  }
}
