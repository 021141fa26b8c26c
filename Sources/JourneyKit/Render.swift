internal import JourneySource

/// What to draw, and how.
public struct RenderOptions: Sendable {
  /// A kind of file to make.
  public enum Format: String, Sendable, CaseIterable {
    /// A page for each journey, and `index.html`.
    case html
    /// A picture for each journey, which stands alone.
    case svg
  }

  /// Which files to make.
  public var formats: [Format] = Format.allCases
  /// The only journey to draw; nil draws all.
  public var journey: String?
  /// The name of a theme that Waymark brings along, or the path of a theme file.
  public var theme: String?
  /// The path of a page template to use in place of Waymark's own.
  public var page: String?

  /// Everything, in the house style.
  public init() {}
}

/// The maps of a workspace, not written yet.
public struct Rendering: Sendable {
  /// Ordered by path.
  public let files: [OutputFile]
  /// What was found on the way; the maps are as good as they can be with it.
  public let findings: Findings
  /// The file to open first; nil where nothing was drawn.
  public let first: String?
}

extension Waymark {
  /// Draws the maps of a workspace.
  public static func render(_ sources: Sources, _ options: RenderOptions = RenderOptions()) throws(Refusal) -> Rendering
  {
    let annotated = annotate(sources)
    return Rendering(files: [], findings: Findings(annotated.diagnostics, in: sources.files), first: nil)
  }
}
