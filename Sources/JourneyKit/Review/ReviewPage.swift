internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
internal import JourneySource
internal import JourneyWords
internal import Markup

extension Rendering {
  /// The page of the review of a workspace, which is not made where it would be too large for one.
  func reviewPage(of analysis: JourneyAnalysis, _ template: PageTemplate, isOurs: Bool) -> Diagnosed<Element?> {
    let measured = analysis.annotated.value.journeys.reduce(0) { $0 + $1.touchpoints.count(where: \.isMeasured) }
    guard measured <= Limits.review else {
      return Diagnosed(
        nil, [.reviewTooLarge("\(measured) touchpoints with answers; a page shows at most \(Limits.review)")])
    }
    let review = analysis.review
    let made = page(of: review, analysis.spoken, template, isOurs: isOurs, linksPages: true)
    return Diagnosed(made.value, analysis.joint.diagnostics + made.diagnostics)
  }

  /// A page for each department, which the index links; or of these only the one of a name. What could be found on the
  /// way was found in the page of the review, which is made of the same template.
  func departmentPages(
    of analysis: JourneyAnalysis, _ template: PageTemplate, isOurs: Bool, named path: String? = nil
  ) -> [(path: String, page: Element)] {
    let workspace = analysis.review.workspace
    return analysis.review.departments.compactMap { card in
      guard let name = analysis.review.pageName(of: card.department), path == nil || path == name else { return nil }
      let spoken = analysis.spoken.only(department: workspace[card.department].name)
      let made: Diagnosed<Element?> = page(of: spoken, template, isOurs: isOurs, linksPages: true)
      return made.value.map { (name, $0) }
    }
  }

  /// The page of a whole review; none, and a finding, where it is too large for one.
  ///
  /// - Parameters:
  ///   - spoken: the same in words, which are not made where there is no page.
  ///   - isOurs: whether the template is Waymark's own.
  ///   - linksPages: whether the pages of the journeys lie beside it.
  func page(
    of review: Review, _ spoken: @autoclosure () -> SpokenReview, _ template: PageTemplate, isOurs: Bool = true,
    linksPages: Bool
  ) -> Diagnosed<Element?> {
    let size = review.journeys.reduce(0) { $0 + $1.size }
    guard size <= Limits.review else {
      return Diagnosed(
        nil, [.reviewTooLarge("\(size) touchpoints and hand-offs; a page shows at most \(Limits.review)")])
    }
    return page(of: spoken(), template, isOurs: isOurs, linksPages: linksPages)
  }

  /// The page of a review or of a card of it; none, and a finding, where it is too large for one.
  func page(
    of spoken: SpokenReview, _ template: PageTemplate, isOurs: Bool = true, linksPages: Bool
  ) -> Diagnosed<Element?> {
    let made: Diagnosed<Element> = page(of: spoken, template, linksPages: linksPages)
    // Our own template is right, and all that can go wrong with it is a limit.
    if isOurs, made.diagnostics.contains(where: { $0.severity == .error }) {
      return Diagnosed(nil, [.reviewTooLarge("more departments, personas and actions than a page can show")])
    }
    return Diagnosed(made.value, made.diagnostics)
  }
}

extension ReviewedJourney {
  /// How many touchpoints and crossings it speaks of.
  fileprivate var size: Int {
    ranking.ranked.count + ranking.blindSpots.count + ranking.uncovered.count + crossings.count
  }
}

extension Rule {
  static let reviewTooLarge = Rule(
    "review-too-large", .warning, "The review is too large for a page, so Waymark writes no page.",
    why: """
      The page would show what is known about each touchpoint that is asked about or should be, and about each \
      hand-off. A browser is slow with more than 5,000 of them. The maps are drawn. `waymark review` prints the review \
      as text, CSV or JSON, of any size.

      Name a smaller folder, or print the card of one department or persona: \
      `waymark review --department NAME --format html`.
      """,
    example: "", instead: "")
}

extension Diagnostic {
  fileprivate static func reviewTooLarge(_ what: String) -> Self {
    Diagnostic(
      .reviewTooLarge, at: nil, "the review is too large for a page: it has \(what)",
      help: "print it as text, or print a smaller folder, or the card of one department or persona")
  }
}
