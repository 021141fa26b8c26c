internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords

/// What the data of a pack hold beside the touchpoints, for a spreadsheet.
extension WorkspaceReview {
  /// A row for each arrow between departments, between channels or back, those across which it gets most worse first.
  func crossingsTable() -> String {
    let heads = [
      "journey", "from", "to", "from_owner", "to_owner", "from_channel", "to_channel", "back", "share", "label",
      "metric",
      "from_value", "from_low", "from_high", "from_n", "from_period", "to_value", "to_low", "to_high",
      "to_n", "to_period", "worse_by", "clear",
    ]
    var text = CSVRow(heads.map(CSVRow.CSVCell.text)).text
    for reviewed in review.journeys {
      for crossing in byWorsening(reviewed.crossings) { text += row(crossing, review.workspace[reviewed.journey]) }
    }
    return text
  }

  private func row(_ crossing: Transition, _ journey: Journey) -> String {
    let workspace = review.workspace
    var cells: [CSVRow.CSVCell] = [
      .text(journey.name), .text(journey[crossing.from].name), .text(journey[crossing.to].name),
      .text(journey[crossing.from].owner.map { workspace[$0].title } ?? ""),
      .text(journey[crossing.to].owner.map { workspace[$0].title } ?? ""),
      .text(journey[crossing.from].channels.first.map { workspace[$0].title } ?? ""),
      .text(journey[crossing.to].channels.first.map { workspace[$0].title } ?? ""),
      .text(crossing.isRetrace ? "yes" : ""), .number(crossing.share, places: 6), .text(crossing.label ?? ""),
      .text(crossing.scores?.from.metric.rawValue ?? ""),
    ]
    for score in [crossing.scores?.from, crossing.scores?.to] {
      let (figure, places) = (score?.figure, score?.metric.places ?? 0)
      cells += [
        .number(figure?.value, places: places), .number(figure?.interval?.lowerBound, places: places),
        .number(figure?.interval?.upperBound, places: places), .count(figure == nil ? nil : score?.n),
        .text(figure == nil ? "" : score?.period?.description ?? ""),
      ]
    }
    cells += [
      .number(crossing.worsening, places: 6),
      .text(crossing.worsening == nil ? "" : crossing.isClear ? "yes" : "no"),
    ]
    return CSVRow(cells).text
  }

  /// The register: a row for each action, dropped ones too.
  func actionsTable() -> String {
    let heads = [
      "journey", "action", "title", "for", "owner", "status", "due", "finished", "goal", "expected", "impact", "effort",
      "overdue", "lacks", "verdict",
    ]
    var text = CSVRow(heads.map(CSVRow.CSVCell.text)).text
    for (reviewed, spoken) in zip(review.actions, spoken.actions) {
      let action = reviewed.action
      text +=
        CSVRow([
          .text(reviewed.journey.map { review.workspace[$0].name } ?? ""), .text(action.name), .text(action.title),
          .text(spoken.subject ?? ""), .text(spoken.owner ?? ""), .text(action.status.rawValue),
          .text(action.due?.description ?? ""), .text(action.finished?.description ?? ""), .text(spoken.goal ?? ""),
          .text(spoken.expected ?? ""), .count(action.impact), .count(action.effort),
          .text(reviewed.isOverdue ? "yes" : ""), .text(spoken.lacks ?? ""), .text(spoken.verdict ?? ""),
        ]).text
    }
    return text
  }
}
