internal import JourneyLayout
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
internal import JourneySource
internal import JourneyWords
internal import Markup
internal import Templates

/// On what the posters of a pack, A0 and A1, are spread besides, for an office printer.
public enum PosterTiles: String, Sendable, CaseIterable {
  case a4 = "A4"
  case a3 = "A3"
}

extension WorkspaceReview {
  /// What a workshop prints and projects, and the data behind it: posters, slides, ballot, register and grid of actions,
  /// the review as a page, JSON and text, tables for a spreadsheet, and a file for the votes, which stays where there is one.
  ///
  /// Refused where the review is too large for a page.
  public func pack(tiles: [PosterTiles] = []) throws(WaymarkError) -> [OutputFile] {
    let style = try look()
    let journeys = review.journeys.map(\.journey)
    let rendering = Rendering(
      review.annotated, journeys: journeys, rankings: review.journeys.map(\.ranking), theme: style.theme,
      script: String(decoding: Templates.slides, as: UTF8.self))
    let words = review.workspace.words
    let data = [
      ("review.html", words.reviewPageLink, try printed(as: .html)),
      ("review.txt", words.reviewTextLink, try printed(as: .text)),
      ("review.csv", words.reviewTableLink, try printed(as: .csv)),
      ("handoffs.csv", words.crossingsTableLink, crossingsTable()),
      ("actions.csv", words.actionsTableLink, actionsTable()),
      ("review.json", words.dataLink, try printed(as: .json)),
    ]
    let votes = ("votes.csv", words.votesFileLink("waymark review --votes votes.csv"))
    let small = PosterTiles.allCases.filter(tiles.contains).map { $0 == .a4 ? Paper.a4 : Paper.a3 }
    let departments = departmentPages(rendering, style)
    let files = rendering.pack(
      spoken, tiles: small, departments: departments.map { ($0.file.path, $0.title) },
      data: data.map { ($0.0, $0.1) } + [votes])
    return files.map { OutputFile(path: $0.path, bytes: $0.bytes) } + departments.map(\.file)
      + data.map { OutputFile(path: $0.0, bytes: Array($0.2.utf8)) }
      + [OutputFile(path: votes.0, bytes: Array(emptyVotes.utf8), isForm: true)]
  }

  /// A row for each touchpoint of the ballot.
  private var emptyVotes: String {
    var text = "touchpoint,votes\n"
    for reviewed in review.journeys {
      let journey = review.workspace[reviewed.journey]
      for candidate in journey.isPlanned ? [] : reviewed.ranking.candidates {
        text += "\(journey.name)/\(journey[candidate].name),\n"
      }
    }
    return text
  }

  /// A page for each department, to be sent to it before the workshop.
  private func departmentPages(_ rendering: Rendering, _ style: Style) -> [(file: OutputFile, title: String)] {
    guard let template = style.reviewPage else { return [] }
    return review.departments.compactMap { card in
      guard let name = review.pageName(of: card.department) else { return nil }
      let department = review.workspace[card.department]
      let made: Diagnosed<Element?> = rendering.page(
        of: spoken.only(department: department.name), template, isOurs: !style.hasOwnReview, linksPages: false)
      return made.value.map { (OutputFile(path: name, bytes: html($0)), department.title) }
    }
  }
}
