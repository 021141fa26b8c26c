internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
internal import JourneySource
internal import JourneySyntax
internal import JourneyWords
internal import Markup

extension Waymark {
  /// Looks at a workspace the way a workshop does: what to fix first, how sure that is, and what helped.
  ///
  /// A period, segment, department, persona or file of votes that is not there is refused, as is a workspace that is too
  /// large. All else is a finding, and the review
  /// says what it can.
  public static func review(
    _ sources: WorkspaceFiles, _ options: ReviewOptions = ReviewOptions()
  ) throws(WaymarkError) -> WorkspaceReview {
    let period = try chosenPeriod(options.period)
    let analysis = JourneyAnalysis(
      sources, period: period, segment: options.segment, showsDrafts: options.drafts, tag: options.tag)
    try analysis.refuseTooLarge()
    try analysis.refuseUnknownTag()
    let annotated = analysis.annotated
    let workspace = annotated.value.workspace
    let segment = try options.segment.map { name throws(WaymarkError) in
      try index(of: name, in: workspace.segments.map { ($0.name, $0.title) }, "segment")
    }
    let journey = try options.journey.map { name throws(WaymarkError) in
      let listed = workspace.journeys.filter(workspace.isListed)
      let index = try index(of: name, in: listed.map { ($0.name, $0.title) }, "journey")
      return listed[index].id
    }
    let department = try options.department.map { name throws(WaymarkError) in
      try index(of: name, in: workspace.departments.map { ($0.name, $0.title) }, "department")
    }
    let persona = try options.persona.map { name throws(WaymarkError) in
      try index(of: name, in: workspace.personas.map { ($0.name, $0.title) }, "persona")
    }
    if department != nil, persona != nil {
      throw WaymarkError("a card is for a department or for a persona", help: "leave one of the two out")
    }
    var votes = Votes()
    if let path = options.votes { votes = try Votes.read(path, for: workspace) }
    var style: Style?
    if options.theme != nil || !options.pages.isEmpty {
      var look = RenderOptions()
      (look.theme, look.pages) = (options.theme, options.pages)
      style = try Style.read(look, in: workspace.words, after: sources.files.count)
    }
    return WorkspaceReview(
      findings: Findings(
        annotated.diagnostics + analysis.joint.diagnostics + (style?.diagnostics ?? []),
        in: sources.files + (style?.files ?? []),
        counting: sources.files.count),
      style: style, review: journey.map(analysis.review.only) ?? analysis.review,
      segment: segment.map { Segment.ID($0) }, period: period, department: department.map { Department.ID($0) },
      persona: persona.map { Persona.ID($0) }, votes: votes)
  }

  private static func chosenPeriod(_ text: String?) throws(WaymarkError) -> ChosenPeriod {
    guard let text else { return .latest }
    guard let period = ChosenPeriod(text) else {
      throw WaymarkError(
        "\"\(text)\" is not a period",
        help: "write one such as 2026-Q3, 2026-10 or 2026, or the earlier and the later one: 2026-Q2..2026-Q3")
    }
    return period
  }

  private static func index(
    of name: String, in known: [(name: String, title: String)], _ kind: String
  ) throws(WaymarkError) -> Int {
    if let index = known.firstIndex(where: { $0.name == name }) ?? known.firstIndex(where: { $0.title == name }) {
      return index
    }
    throw WaymarkError("no \(kind) is named \"\(name)\"", help: didYouMean(name, among: known.map(\.name)))
  }
}

/// The nearest of the names, or all of a few.
func didYouMean(_ name: String, among names: [String]) -> String? {
  if let nearest = names.closest(to: name) { return "did you mean \"\(nearest)\"?" }
  guard !names.isEmpty, names.count <= 12 else { return nil }
  return "there are " + names.map { "\"\($0)\"" }.joined(separator: ", ")
}

/// What was seen in a workspace, to be printed in one of the formats.
public struct WorkspaceReview: Sendable {
  /// What was found on the way.
  public let findings: Findings
  /// The theme and pages that were asked for; nil for Waymark's own, which are read when they are needed.
  private let style: Style?
  let review: Review
  let segment: Segment.ID?
  let period: ChosenPeriod
  let department: Department.ID?
  let persona: Persona.ID?
  let votes: Votes

  init(
    findings: Findings, style: Style?, review: Review, segment: Segment.ID?, period: ChosenPeriod,
    department: Department.ID?, persona: Persona.ID?, votes: Votes
  ) {
    (self.findings, self.style, self.review, self.segment) = (findings, style, review, segment)
    (self.period, self.department, self.persona, self.votes) = (period, department, persona, votes)
  }

  /// Whether pages can be made: false where the theme or a page template has errors, which are among the findings.
  public var hasPages: Bool { style?.diagnostics.contains { $0.severity == .error } != true }

  /// What pages look like.
  func look() throws(WaymarkError) -> Style {
    if let style { return style }
    return try Style.read(RenderOptions(), in: review.workspace.words, after: 0)
  }

  private let words = Once<SpokenReview>()

  /// The same in words.
  var spoken: SpokenReview { words.value { SpokenReview(review, segment: segment, period: period, votes: votes) } }

  /// Of a department or a persona its card alone.
  var shown: SpokenReview {
    if let department { return spoken.only(department: review.workspace[department].name) }
    return persona.map(spoken.only(persona:)) ?? spoken
  }

  private var isCard: Bool { department != nil || persona != nil }

  /// Whether anything is ranked.
  public var isRanked: Bool { review.journeys.contains { !$0.ranking.ranked.isEmpty } }

  /// The whole review in one of the formats; of a department or persona the card alone, in CSV their rows; JSON is always
  /// whole.
  ///
  /// `colour` holds for `text` only. What is too large for a page is refused as one.
  public func printed(as format: ReviewFormat, colour: Bool = false) throws(WaymarkError) -> String {
    switch format {
    case .text:
      RunnerCommands.broken(
        ReviewText(paint: TerminalPaint(isOn: colour), words: spoken.words).text(shown, isCard: isCard), as: .words)
    case .json: RunnerCommands.broken(json(), as: .json)
    case .csv: RunnerCommands.broken(csv(), as: .words)
    case .html: RunnerCommands.broken(try html(), as: .markup)
    case .md: RunnerCommands.broken(ReviewMarkdown(words: spoken.words).text(shown, isCard: isCard), as: .markup)
    }
  }

  /// Nothing links to pages that need not lie beside it.
  private func html() throws(WaymarkError) -> String {
    let style = try look()
    guard let page = style.reviewPage else { return "" }
    let rendering = Rendering(review.annotated, journeys: [], rankings: [], theme: style.theme)
    let made =
      isCard
      ? rendering.page(of: shown, page, linksPages: false)
      : rendering.page(of: review, spoken, page, linksPages: false)
    guard let page = made.value else {
      let finding = made.diagnostics.first
      throw WaymarkError(finding?.message ?? "the review has no page", help: finding?.help)
    }
    return String(decoding: Markup.html(page), as: UTF8.self)
  }
}
