internal import JourneyMetrics
internal import JourneySource
internal import JourneySyntax

/// Findings about exports as files. Their examples are shell sessions: no text raises them.
extension Rule {
  static let exportCatalog: [Rule] = [
    .exportInGit, .missingExport, .openPeriod, .tallyNotMerged, .jointTallyUnreadable,
  ]

  static let exportInGit = Rule(
    "export-in-git", .warning, "An export is inside a git work tree, and git does not ignore it.",
    why: """
      An export has what customers wrote. The next `git add .` would put it into the history, where it stays even when \
      the file is deleted. Waymark reads the `.gitignore` files itself. It starts no git.

      Add the line to `.gitignore`. `waymark init` writes one with `private/`. If git has the file already, take it \
      out: `git rm --cached FILE`.
      """,
    example: "waymark tally journeys # file \"private/2017.csv\", and no .gitignore\n",
    instead: "echo private/ >> journeys/.gitignore\nwaymark tally journeys\n")

  static let missingExport = Rule(
    "missing-export", .error, "A feedback names a file that is not there.",
    why: """
      Exports have what customers wrote, so they are not in git, and `check` does not look for them. `tally` looks for \
      them below the workspace's folder, or below the folder that `--data` names. Where one is missing, the feedback's \
      tally stays as it is. Half of the files would look like all of them.

      Fetch the file, or correct the path. Or name the one feedback whose files you have: `--feedback NAME`.
      """,
    example: "waymark tally journeys # file \"private/2017.csv\", which is in ~/exports\n",
    instead: "waymark tally journeys --data ~/exports # file \"2017.csv\"\n")

  static let openPeriod = Rule(
    "open-period", .note, "A period that was counted before now has a few answers more, or fewer.",
    why: """
      Waymark hides figures that too few customers answered. It does so in each state of a tally file, but git keeps \
      all states. If a period was not over when it was counted, the next count differs by the answers since then. \
      Whoever has both commits can subtract one from the other, and reads what those few customers answered.

      Commit a period when it is over. If you must count it earlier, commit it seldom, or count longer periods.
      """,
    example: "waymark tally journeys # on 20 November, and again on 21 November\n",
    instead: "waymark tally journeys # in December, when November is over\n")

  static let tallyNotMerged = Rule(
    "tally-not-merged", .error, "A tally file cannot be read, or its periods overlap, so nothing is merged with it.",
    why: """
      A new tally replaces the same periods and leaves the others alone. If the file has rows that Waymark cannot \
      read, they would be lost. If it has a row twice, the sum of both would stay. So Waymark leaves the file as it \
      is. `waymark check` names the rows. Correct them, or take the file from git again. If you have the exports of \
      all its periods, delete the file.

      The same is true if the file has months and Waymark now counts quarters, or the other way round: the same \
      answers would count twice. Delete the file and count all exports again, or leave the feedback's `period` as it \
      was.
      """,
    example: "waymark tally journeys # a merge left <<<<<<< in after-call.tally.csv\n",
    instead: "git checkout HEAD -- journeys/after-call.tally.csv\nwaymark tally journeys\n")
}

extension Diagnostic {
  static func exportInGit(_ path: String, more: Int, line: String, at span: Span) -> Self {
    let others = more > 0 ? " and \(more) more export\(more == 1 ? "" : "s")" : ""
    return .init(
      .exportInGit, at: span, "git does not ignore \"\(path)\"\(others): a commit would publish what customers wrote",
      help: "add this line to .gitignore at the top of the repository: \(line)")
  }

  static func missingExport(_ pattern: Spanned<String>, in search: ExportSearch, nearest: String?) -> Self {
    let what = pattern.value.contains("*") ? "no file matches" : "there is no file"
    return .init(
      .missingExport, at: pattern.span, "\(what) \"\(pattern.value)\" in the folder \"\(search.folder)\"",
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? (search.isNamed
          ? "correct the path, or name a feedback that has its files there: --feedback NAME"
          : "name the folder that the path starts from: waymark tally --data DIR"))
  }

  static func exportLeaves(_ path: String, _ folder: String, at span: Span) -> Self {
    .init(
      .leavesWorkspace, at: span, "\"\(path)\" leads out of the folder \"\(folder)\"",
      help: "name the folder where it really is: waymark tally --data DIR")
  }

  static func exportNotAFile(_ path: String, at span: Span) -> Self {
    .init(.notAFile, at: span, "\"\(path)\" is a pipe, a socket or a device, not a file")
  }

  static func openPeriod(_ periods: [Period], _ path: String, hideBelow: Int, at span: Span) -> Self {
    let named = periods.prefix(3).map(\.description).joined(separator: ", ")
    let others = periods.count > 3 ? " and \(periods.count - 3) more" : ""
    return .init(
      .openPeriod, at: span,
      "fewer than \(hideBelow) answers of \(named)\(others) have changed since \"\(path)\" was last counted",
      help: "commit a period only when it is over: whoever has both versions can see those few answers")
  }

  static func exportUnreadable(_ path: String, _ reason: String, at span: Span) -> Self {
    .init(.unreadableFile, at: span, "cannot read \"\(path)\": \(reason)")
  }

  static func otherPeriods(_ path: String, _ before: Period, _ now: Period, at span: Span) -> Self {
    .init(
      .tallyNotMerged, at: span,
      "nothing is merged with \"\(path)\": it has \(before), the files have \(now), so the same answers would count twice",
      help: "leave \"period\" as it was, or delete the tally if you have the exports of all its periods")
  }

  static func notMerged(_ path: String, _ reason: String, at span: Span) -> Self {
    .init(
      .tallyNotMerged, at: span, "nothing is merged with \"\(path)\": \(reason)",
      help: "correct it, or delete it if you have the exports of all its periods")
  }
}
