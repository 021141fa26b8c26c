internal import JourneySource

/// Findings about files that could not be read. Their examples are shell sessions: no text raises them.
extension Rule {
  static let fileCatalog: [Rule] = [
    .folderNotFollowed, .leavesWorkspace, .notAFile, .staleBaseline, .tallyNotRead, .tooManyPages, .unreadableFile,
    .workspaceTooLarge,
  ]

  static let unreadableFile = Rule(
    "unreadable-file", .error, "A file or folder of the workspace cannot be read.",
    why: """
      Waymark reads every `.journey` and `.tally.csv` file below the workspace's folder. If it cannot open one, that is
      an error. Otherwise the map would lack what the file says, and nobody would notice. Correct the permissions, the
      name or the link, or move the file out of the workspace.
      """,
    example: "chmod 000 journeys/claims.journey\nwaymark check journeys\n",
    instead: "chmod 644 journeys/claims.journey\nwaymark check journeys\n")

  static let tooManyPages = Rule(
    "too-many-pages", .error, "A workspace has more than 10,000 journeys to draw, so Waymark draws none.",
    why: """
      Each page has its own style and script, some 50 KB, even if it shows little. From a file of a few hundred
      kilobytes, thousands of short journeys would fill a disk. Waymark checks, scores and reviews them like any others.

      Draw one journey, or the journeys of one folder at a time.
      """,
    example: "waymark render journeys --out out # of 5,000 journeys\n",
    instead: "waymark render journeys/cards --out out/cards\n")

  static let notAFile = Rule(
    "not-a-file", .error, "Something named like a journey file is a pipe, a socket or a device.",
    why: """
      Reading it could block for ever or never end, so Waymark does not open it. To hand text to Waymark without a file,
      write `-` for standard input.
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
    "folder-not-followed", .warning,
    "A symbolic link leads to a folder outside the workspace, so Waymark does not read that folder.",
    why: """
      Waymark follows links within the workspace only. Where journeys of two folders belong together, name both folders
      on the command line.
      """,
    example: "ln -s ../../shared journeys/shared\nwaymark check journeys\n",
    instead: "waymark check journeys ../shared\n")

  static let tallyNotRead = Rule(
    "tally-not-read", .warning, "The tallies beside a named file belong to feedbacks that this file does not declare.",
    why: """
      For a journey file that is named alone, Waymark reads the tallies of its own feedbacks. Another file declares
      these feedbacks, and may also say how few answers may be shown. So their figures are left out. Name the folder
      instead.
      """,
    example:
      "waymark render journeys/claims.journey --out out # the feedback is declared in journeys/workspace.journey\n",
    instead: "waymark render journeys --journey claims --out out\n")

  static let workspaceTooLarge = Rule(
    "workspace-too-large", .error, "The workspace has more than 100,000 files, or more than 100 MiB of them.",
    why: """
      Usually the path is too high up: a home folder instead of the folder of the journeys. Name the folder of the
      journeys.
      """,
    example: "waymark check /\n",
    instead: "waymark check journeys\n")
}

extension Diagnostic {
  static func tooManyPages(_ count: Int, at span: Span) -> Self {
    .init(
      .tooManyPages, at: span,
      "this workspace has \(count) journeys, but at most \(Limits.pages) can be drawn at a time, so none is drawn",
      help: "draw one of them with --journey NAME, or those of one folder: waymark render FOLDER --out out")
  }

  static func tallyNotRead(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .tallyNotRead, at: span, "\"\(name)\" is skipped: its feedback is in another file",
      help: "name the folder, and name the journey to draw with --journey", showsLine: false)
  }
}
