internal import JourneySource

/// Findings about files that could not be read. Their examples are shell sessions: no text raises them.
extension Rule {
  static let fileCatalog: [Rule] = [
    .folderNotFollowed, .leavesWorkspace, .notAFile, .tallyNotRead, .tooManyPages, .unreadableFile, .workspaceTooLarge,
  ]

  static let unreadableFile = Rule(
    "unreadable-file", .error, "A file or folder of the workspace cannot be read.",
    why: """
      Waymark reads every `.journey` and `.tally.csv` file below the workspace's folder. One it cannot open is an error,
      because the map would silently lack what it says. Mend the permissions, the name or the link, or move the file out
      of the workspace.
      """,
    example: "chmod 000 journeys/claims.journey\nwaymark check journeys\n",
    instead: "chmod 644 journeys/claims.journey\nwaymark check journeys\n")

  static let tooManyPages = Rule(
    "too-many-pages", .error, "A workspace has more than 10,000 journeys to draw, and none is drawn.",
    why: """
      A page stands alone: it holds its style and its script, some 50 KB, however little is on it. Thousands of journeys of
      a line each would fill a disk from a file of a few hundred kilobytes. They are checked, scored and reviewed like any
      others.

      Draw one journey, or the journeys of a folder at a time.
      """,
    example: "waymark render journeys --out out # of 5,000 journeys\n",
    instead: "waymark render journeys/cards --out out/cards\n")

  static let notAFile = Rule(
    "not-a-file", .error, "Something named like a journey file is a pipe, a socket or a device.",
    why: """
      Reading it could block for ever or never end, so it is not opened. To hand text to Waymark without a file, write
      `-` for standard input.
      """,
    example: "mkfifo journeys/live.journey\nwaymark check journeys\n",
    instead: "make-journeys | waymark check -\n")

  static let leavesWorkspace = Rule(
    "leaves-workspace", .error, "A symbolic link in the workspace leads to a file outside it.",
    why: """
      A workspace may come from a pull request. If links could lead out of it, a map could show any file of the machine
      that draws it. Copy the file into the workspace, or name it on the command line.
      """,
    example: "ln -s /etc/passwd journeys/notes.journey\nwaymark check journeys\n",
    instead: "cp ../shared/notes.journey journeys/\nwaymark check journeys\n")

  static let folderNotFollowed = Rule(
    "folder-not-followed", .warning, "A symbolic link leads to a folder outside the workspace, which is not read.",
    why: """
      Links are followed within the workspace only. Where journeys of two folders belong together, name both on the
      command line.
      """,
    example: "ln -s ../../shared journeys/shared\nwaymark check journeys\n",
    instead: "waymark check journeys ../shared\n")

  static let tallyNotRead = Rule(
    "tally-not-read", .warning, "The tallies beside a file that was named are of feedbacks that it does not declare.",
    why: """
      Of a journey file named alone, the tallies of its own feedbacks are read. Where its feedbacks are declared elsewhere, so
      may be how few answers may be shown, and its figures are left out. Name the folder instead.
      """,
    example:
      "waymark render journeys/claims.journey --out out # the feedback is declared in journeys/workspace.journey\n",
    instead: "waymark render journeys --journey claims --out out\n")

  static let workspaceTooLarge = Rule(
    "workspace-too-large", .error, "The workspace has more than 100,000 files or 100 MiB of them.",
    why: """
      Usually the path is too high up: a home folder instead of the folder of the journeys. Name the folder that holds
      them.
      """,
    example: "waymark check /\n",
    instead: "waymark check journeys\n")
}

extension Diagnostic {
  static func tooManyPages(_ count: Int, at span: Span) -> Self {
    .init(
      .tooManyPages, at: span,
      "this workspace has \(count) journeys, and at most \(Limits.pages) are drawn at a time; none is",
      help: "draw one of them, with --journey NAME, or the files of a folder: waymark render FOLDER --out out")
  }

  static func tallyNotRead(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .tallyNotRead, at: span, "\"\(name)\" is skipped: its feedback is in another file",
      help: "name the folder, and with --journey the journey to draw", showsLine: false)
  }
}
