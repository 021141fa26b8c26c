internal import JourneyModel
internal import JourneySource

/// Reads the pictures that touchpoints and personas name: from below the workspace, never through a link, each file once.
struct ImageReading {
  private let sources: WorkspaceFiles
  /// By path as written and the folder that it starts from; nil for what cannot be shown, which was reported.
  private var known: [String: RasterImage?] = [:]
  private var folders: [FileID: String] = [:]
  /// How many bytes all pages together may still have: each place where a picture is shown is a copy of it.
  private var room = RasterImage.largestInWorkspace
  private var findings: [Diagnostic] = []

  init(_ sources: WorkspaceFiles) { self.sources = sources }

  /// Puts each picture where it is named; what cannot be shown is a finding, once for each file.
  mutating func read(into workspace: inout Workspace) -> [Diagnostic] {
    for index in workspace.personas.indices {
      guard let image = workspace.personas[index].image, let picture = picture(of: image) else { continue }
      let pages = workspace.journeys.count { $0.personas.contains(Persona.ID(index)) }
      if take(picture.bytes.count * pages, for: image) { workspace.personas[index].image?.picture = picture }
    }
    for journey in workspace.journeys.indices
    where workspace.journeys[journey].touchpoints.contains(where: { $0.image != nil }) {
      let portraits = workspace.journeys[journey].personas.compactMap { workspace[$0].image?.picture?.bytes.count }
      var page = RasterImage.largestOnPage - portraits.reduce(0, +)
      for index in workspace.journeys[journey].touchpoints.indices {
        let image = workspace.journeys[journey].touchpoints[index].image
        guard let image, let picture = picture(of: image) else { continue }
        page -= picture.bytes.count
        guard page >= 0 else {
          findings.append(
            .badImage(image, "all pictures of this page together have more than 8 MiB", "save smaller ones"))
          break
        }
        guard take(picture.bytes.count, for: image) else { return findings }
        workspace.journeys[journey].touchpoints[index].image?.picture = picture
      }
    }
    return findings
  }

  /// Whether all pages together may have so many bytes more.
  private mutating func take(_ bytes: Int, for image: ImageFile) -> Bool {
    room -= bytes
    guard room < 0 else { return true }
    findings.append(
      .badImage(image, "all pictures of the workspace together have more than 64 MiB", "save smaller ones"))
    return false
  }

  /// Nil where there is none, and for text in memory, around which there are no files.
  private mutating func picture(of image: ImageFile) -> RasterImage? {
    let file = image.span.file
    guard sources.origins[Int(file.index)] != nil else { return nil }
    let folder = folders[file] ?? sources.folder(of: file)
    folders[file] = folder
    let key = "\(folder)\u{0}\(image.path)"
    if let known = known[key] { return known }
    let picture = read(image, below: folder)
    known[key] = .some(picture)
    return picture
  }

  private mutating func read(_ image: ImageFile, below folder: String) -> RasterImage? {
    do throws(System.Failure) {
      let root = try sources.fileSystem.resolve(folder)
      let path = Path.join(root, Path.plain(image.path)?.joined(separator: "/") ?? image.path)
      guard try sources.fileSystem.resolve(path) == path else {
        findings.append(.badImage(image, "it is a link, or lies behind one", "put the picture itself there"))
        return nil
      }
      let bytes = try sources.fileSystem.read(path, limit: RasterImage.largest, followingLinks: false)
      do throws(RasterProblem) { return try RasterImage(bytes) } catch {
        findings.append(.badImage(image, error))
      }
    } catch .tooLarge {
      findings.append(.badImage(image, .tooLarge))
    } catch {
      findings.append(.badImage(image, error.reason, "write a path from the folder of the workspace"))
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func badImage(_ image: ImageFile, _ problem: RasterProblem) -> Self {
    let (message, help): (String, String) =
      switch problem {
      case .tooLarge: ("it has more than 512 KiB, and is part of the page", "save a smaller one")
      case .otherKind: ("it is not a PNG, JPEG or WebP picture, whatever its name says", "save it as one of these")
      case .animated: ("it moves", "save one picture of it")
      case .cut: ("it ends before it should", "save it again")
      case .broken: ("it is damaged, or of a kind that browsers do not show", "save it again as PNG or JPEG")
      case .trailing: ("something else follows the picture in its file", "save it again with a picture program")
      case .tooManyPixels(let width, let height):
        ("it has \(width) times \(height) pixels", "save it with at most 2,000 on each side")
      case .turned: ("it is stored lying on its side", "open it, turn it upright and save it again")
      }
    return badImage(image, message, help)
  }

  fileprivate static func badImage(_ image: ImageFile, _ message: String, _ help: String) -> Self {
    .init(.badImage, at: image.span, "the picture \"\(image.path)\" cannot be shown: \(message)", help: help)
  }
}

extension Rule {
  static let badImage = Rule(
    "bad-image", .error, "A picture cannot be shown.",
    why: """
      A picture becomes part of the page. So Waymark takes PNG, JPEG and WebP files of at most 512 KiB, and 8 MiB for a \
      page. They are in the folder of the workspace or below it. Waymark leaves out what a file says about you: where, \
      when and with what it was taken. A file that is something else as well is refused.

      Save the picture again with a picture program. About 800 pixels are enough for a map.
      """,
    example: "", instead: "")
}
