internal import ArgumentParser
internal import JourneyKit

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    _superCommandName: "waymark",
    abstract: "Says which touchpoints to fix first, how sure that is, and what helped.",
    discussion: """
      Prints the top priorities with the reasons, what is not measured, the hand-offs with the biggest drops, what \
      clearly changed, the goals, and whether the actions helped.

      If you name a file, only it and the tallies of its feedbacks are read. For a whole workspace, name its folder.

      EXAMPLES
        waymark review
        waymark review --period 2026-Q2..2026-Q3
        waymark review --department claims
        waymark review --journey complaint --pack workshop --tiles A4
        waymark review --votes workshop/votes.csv --format md
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Option(help: "The form of the review.") var format = ReviewFormat.text
  @Option(
    help: ArgumentHelp("The period to show; A..B shows B and its change since A.", valueName: "period|a..b"))
  var period: String?
  @Option(help: ArgumentHelp("Review this journey only.", valueName: "name")) var journey: String?
  @Option(help: ArgumentHelp("Show the answers of this segment only.", valueName: "name")) var segment: String?
  @Option(help: ArgumentHelp("Show the card of this department only; JSON is always whole.", valueName: "name"))
  var department: String?
  @Option(help: ArgumentHelp("Show the card of this persona only; JSON is always whole.", valueName: "name"))
  var persona: String?
  @Option(
    help: ArgumentHelp(
      "A file of the room's votes (touchpoint,votes), shown beside the rank; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var votes: String?
  @Option(
    help: ArgumentHelp("Write everything for a workshop into this folder: posters, slides, sheets.", valueName: "dir"),
    completion: .directory)
  var pack: String?
  @Option(help: "Also split the posters over sheets of this size; may be given twice.")
  var tiles: [PosterTiles] = []
  @Option(help: ArgumentHelp("A theme by name, or a theme file; for html and the pack.", valueName: "name|file"))
  var theme: String?
  @Option(
    help: ArgumentHelp("Your own page template, review.xhtml; for html and the pack.", valueName: "file"),
    completion: .file(extensions: ["xhtml"]))
  var page: [String] = []
  @Option(help: ArgumentHelp("Compare the touchpoints with this tag only.", valueName: "name")) var tag: String?
  @Flag(help: "Review drafts, too.") var drafts = false
  @OptionGroup var colour: ColourArguments

  func run() throws {
    let review = try Waymark.review(try workspace.read(), options)
    if !review.hasPages, pack != nil || format == .html {
      try review.findings.report(in: colour)
      throw ExitCode.findings
    }
    if let pack {
      try OutputFile.write(try review.pack(tiles: tiles), below: pack)
      try StandardStream.output.write("Open \(visible("\(pack)/index.html"))\n")
    } else {
      let text = try review.printed(as: format, colour: colour.colour.holds(on: .output))
      try StandardStream.output.write(file: text)
    }
    try review.findings.report(in: colour)
    try workspace.remark(on: review.findings, "review FOLDER")
    if review.findings.fail(strict: false) { throw ExitCode.findings }
  }

  private var options: ReviewOptions {
    var options = ReviewOptions()
    options.period = period
    options.journey = journey
    options.segment = segment
    options.department = department
    options.persona = persona
    options.votes = votes
    options.drafts = drafts
    options.tag = tag
    options.theme = theme
    options.pages = page
    return options
  }
}
