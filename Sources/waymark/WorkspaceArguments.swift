public import ArgumentParser
public import JourneyKit

/// The paths that most commands take.
struct WorkspaceArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A workspace folder or .journey files; - is standard input.",
      discussion: "Without one: the folder journeys if there is one, or else the current folder.", valueName: "path"),
    completion: .file(extensions: ["journey"]))
  var paths: [String] = []

  var readsStandardInput: Bool { paths.contains("-") }

  func read() throws -> WorkspaceFiles { try WorkspaceFiles.read(paths) }

  /// Where a file was named alone and names are missing: the command that reads the workspace around it.
  func remark(on findings: Findings, _ command: String) throws {
    guard findings.haveUnknownNames, let folder = WorkspaceFiles.surroundings(of: paths) else { return }
    let line = "waymark \(command.replacing("FOLDER", with: visible(folder)))"
    try StandardStream.error.write("Only the named files were read. To read the whole workspace: \(line)\n")
  }

  /// For each file named also the workspace around it, each workspace for itself.
  func readAround() throws -> [WorkspaceFiles] { try WorkspaceFiles.readAround(paths) }
}

/// When to colour what people read.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  func holds(on stream: StandardStream) -> Bool {
    switch self {
    case .auto: stream.takesColour
    case .always: true
    case .never: false
    }
  }
}

/// Colour is spelled as in other tools.
struct ColourArguments: ParsableArguments {
  @Option(name: .customLong("color"), help: ArgumentHelp("Colour of text.", valueName: "when"))
  var colour = ColourChoice.auto
}

extension FindingsFormat: ExpressibleByArgument {}
extension QueryDialect: ExpressibleByArgument {}
extension ReviewFormat: ExpressibleByArgument {}
extension DiffFormat: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}
extension PosterSize: ExpressibleByArgument {}
extension PosterTiles: ExpressibleByArgument {}

/// `html,svg`: a list with commas.
struct RenderFormats: ExpressibleByArgument, CustomStringConvertible {
  let formats: [RenderOptions.Format]

  init?(argument: String) {
    let formats = argument.split(separator: ",").map { RenderOptions.Format(rawValue: String($0)) }
    guard !formats.isEmpty, !formats.contains(nil) else { return nil }
    self.formats = formats.compactMap(\.self)
  }

  init(_ formats: [RenderOptions.Format]) { self.formats = formats }

  var description: String { formats.map(\.rawValue).joined(separator: ",") }
  var defaultValueDescription: String { description }
  static var allValueStrings: [String] { RenderOptions.Format.allCases.map(\.rawValue) }
}
