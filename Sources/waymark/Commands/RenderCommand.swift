internal import ArgumentParser
internal import JourneyKit

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    _superCommandName: "waymark",
    abstract: "Draws the maps.",
    discussion: """
      Writes DIR/index.html, and a page and a picture for each journey, with its name. Findings go to standard error. \
      If there are errors, the maps show what they can, and the exit status is 1.

      If you name a file, only it and the tallies of its feedbacks are read. To draw one journey of a workspace, name the \
      folder of the workspace and the journey.

      EXAMPLES
        waymark render --out out
        waymark render journeys/airport --out out --format svg
        waymark render --out out --format pdf,png    needs rsvg-convert
        waymark render --out wall --poster A0 --format pdf
        waymark render --out out --journey open-account --theme ours.theme
      """)

  @OptionGroup var workspace: WorkspaceArguments
  @Option(
    help: ArgumentHelp("The folder for the maps; made if it is missing.", valueName: "dir"), completion: .directory)
  var out: String
  @Option(help: "Which files to make, with commas: html, svg, pdf, png.")
  var format = RenderFormats(RenderOptions().formats)
  @Option(help: ArgumentHelp("Draw this journey only.", valueName: "name")) var journey: String?
  @Option(help: ArgumentHelp("A theme by name, or a theme file.", valueName: "name|file")) var theme: String?
  @Option(
    help: ArgumentHelp(
      "Your own page template: NAME.xhtml for journeys, index.xhtml for the workspace, review.xhtml for the review.",
      valueName: "file"),
    completion: .file(extensions: ["xhtml"]))
  var page: [String] = []
  @Option(help: "Draw the maps as posters of this size, instead of as pages.") var poster: PosterSize?
  @Option(help: ArgumentHelp("Look at the touchpoints with this tag; others are drawn faintly.", valueName: "name"))
  var tag: String?
  @Flag(help: "Put drafts into the index and the review.") var drafts = false
  @Flag(help: "Read each page and SVG again, and write none that could run, fetch or send.") var verify = false
  @OptionGroup var colour: ColourArguments

  func validate() throws {
    if out.isEmpty || out == "-" {
      throw ValidationError(
        "--out needs the name of a folder: maps are several files and cannot go to standard output.")
    }
  }

  func run() throws {
    let maps = try Waymark.render(try workspace.read(), options)
    let findings = try maps.write(below: out)
    try findings.report(in: colour)
    try workspace.remark(on: findings, "render FOLDER --out \(visible(out)) --journey NAME")
    if let first = maps.first {
      try StandardStream.output.write("Open \(visible("\(out)/\(first)"))\n")
    } else if findings.errors == 0 {
      try StandardStream.error.write("There is no journey yet, so there is nothing to draw.\n")
    }
    try nameLeftovers(maps.leftovers(below: out))
    if findings.fail(strict: false) { throw ExitCode.findings }
  }

  /// Says which files are of journeys that are gone; nothing is ever deleted.
  private func nameLeftovers(_ names: [String]) throws {
    guard !names.isEmpty else { return }
    let shown =
      names.prefix(6).map { visible($0) }.joined(separator: ", ")
      + (names.count > 6 ? ", and \(names.count - 6) more" : "")
    try StandardStream.error.write(
      "No longer drawn, still in \(visible(out)): \(shown). Delete the files that nobody needs.\n")
  }

  private var options: RenderOptions {
    var options = RenderOptions()
    options.formats = format.formats
    options.journey = journey
    options.theme = theme
    options.pages = page
    options.verifies = verify
    options.drafts = drafts
    options.tag = tag
    options.poster = poster
    return options
  }
}
