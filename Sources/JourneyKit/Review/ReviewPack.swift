internal import JourneyLayout
internal import JourneyModel
internal import JourneyRender
internal import JourneyReview
internal import JourneyWords
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
    let files = rendering.pack(spoken, tiles: small, others: data.map { ($0.0, $0.1) } + [votes])
    return files.map { OutputFile(path: $0.path, bytes: $0.bytes) }
      + data.map { OutputFile(path: $0.0, bytes: Array($0.2.utf8)) }
      + [OutputFile(path: votes.0, bytes: Array(emptyVotes.utf8), isForm: true)]
  }

  /// A row for each touchpoint of the ballot.
  private var emptyVotes: String {
    var text = "touchpoint,votes\n"
    for journey in review.workspace.journeys where !journey.isPlanned && review.workspace.isListed(journey) {
      for touchpoint in journey.touchpoints where touchpoint.repeats == nil {
        text += "\(journey.name)/\(touchpoint.name),\n"
      }
    }
    return text
  }
}
