internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneySource
internal import JourneyWords
internal import Templates

/// What to draw, and how.
public struct RenderOptions: Sendable {
  /// A kind of file to make.
  public enum Format: String, Sendable, CaseIterable {
    /// A page for each journey, and `index.html`.
    case html
    /// A picture for each journey, which stands alone.
    case svg
    /// A page for a printer of each journey, as large as the map; made by librsvg.
    case pdf
    /// A picture in pixels of each journey; made by librsvg.
    case png
  }

  /// Which files to make.
  public var formats: [Format] = [.html, .svg]
  /// The only journey to draw, without an index; nil draws all.
  public var journey: String?
  /// The name of a theme that Waymark brings along, or the path of a theme file.
  public var theme: String?
  /// Paths of page templates to use in place of Waymark's own: `index.xhtml` for the workspace, any other for journeys.
  public var pages: [String] = []
  /// The sheet for which maps are laid out anew, to hang on a wall, in place of the maps themselves.
  public var poster: PosterSize?
  /// Whether each page and SVG is read back before it is written, and refused where it breaks a promise of its output.
  public var verifies = false
  /// Whether drafts are in the index and the review.
  public var drafts = false
  /// The tag of the touchpoints to look at: journeys without any are left out, and other touchpoints are drawn faintly.
  public var tag: String?
  /// Whether pages follow the files: they have a script more, which listens to who serves them.
  package var isFollowing = false

  /// Everything, in the house style.
  public init() {}
}

/// A sheet of paper for a wall.
public enum PosterSize: String, Sendable, CaseIterable {
  case a0 = "A0"
  case a1 = "A1"
}

extension Waymark {
  /// Draws the maps of a workspace: as much as can be drawn, whatever is found.
  ///
  /// A theme or template file that cannot be read is refused, and so are a journey that is not there and a workspace
  /// that is too large. A wrong file is a finding, and then nothing is drawn.
  public static func render(_ sources: WorkspaceFiles, _ options: RenderOptions = RenderOptions()) throws(WaymarkError)
    -> Maps
  {
    try render(JourneyAnalysis(sources, showsDrafts: options.drafts, tag: options.tag), options)
  }

  /// The same of what is known of a workspace already.
  static func render(_ analysis: JourneyAnalysis, _ options: RenderOptions) throws(WaymarkError) -> Maps {
    let sources = analysis.sources
    try analysis.refuseTooLarge()
    try analysis.refuseUnknownTag()
    let annotated = analysis.annotated
    let workspace = annotated.value.workspace
    var journeys = workspace.journeys.indices.filter { workspace.journeys[$0].isDrawn }.map { Journey.ID($0) }
    if let name = options.journey {
      journeys = journeys.filter { workspace[$0].name == name }
      let names = workspace.journeys.map(\.name)
      if !names.contains(name) {
        throw WaymarkError(
          "no journey is named \"\(name)\"", help: names.closest(to: name).map { "did you mean \"\($0)\"?" })
      }
    }
    if workspace.tag != nil {
      journeys = journeys.filter { workspace[$0].touchpoints.contains(where: workspace.isChosen) }
    }
    let style = try Style.read(options, in: workspace.words, after: sources.files.count)
    var diagnostics = annotated.diagnostics + style.diagnostics
    if journeys.count > Limits.pages {
      diagnostics.append(.tooManyPages(journeys.count, at: workspace[journeys[Limits.pages]].span))
      journeys = []
    }
    let findings = Findings(
      diagnostics, in: sources.files + style.files, counting: sources.files.count)
    if style.diagnostics.contains(where: { $0.severity == .error }) { journeys = [] }
    let rendering = Rendering(
      annotated.value, journeys: journeys, rankings: journeys.map(analysis.ranking), theme: style.theme,
      script: options.formats.contains(.html)
        ? String(decoding: options.isFollowing ? Templates.followingScript : Templates.script, as: UTF8.self) : "",
      watchScript: options.isFollowing ? String(decoding: Templates.watchScript, as: UTF8.self) : "",
      linksReview: options.journey == nil && options.formats.contains(.html) && annotated.value.hasAnythingToReview,
      segments: options.formats.contains(.html) && options.poster == nil ? analysis.ofSegments : [])
    return Maps(
      findings: findings, rendering: rendering, analysis: analysis, style: style, options: options)
  }
}

extension AnnotatedWorkspace {
  /// Figures, goals with records, or actions.
  fileprivate var hasAnythingToReview: Bool {
    journeys.contains { $0.period != nil || !$0.journey.actions.isEmpty || $0.goals.contains { !$0.history.isEmpty } }
      || !workspace.actions.isEmpty
  }
}
