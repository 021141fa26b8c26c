internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads `view` lines, when all that they may name is known.
  mutating func readViews(of index: Int) {
    for line in outlines[index].line.facts where line.keyword == .view {
      guard let title = line.strings.first, let address = line.strings.dropFirst().first else { continue }
      let view = SavedView(title: title.value, address: address.value)
      if let problem = problem(of: view, in: workspace.journeys[index]) {
        report(.unknownView(address, problem))
      } else {
        workspace.journeys[index].views.append(view)
      }
    }
  }

  /// What a page would not know of a view; nil where it knows all.
  private func problem(of view: SavedView, in journey: Journey) -> String? {
    guard let choices = view.choices else { return "a view is written like the end of the page's address" }
    for (key, value) in choices {
      guard let known = names(of: key, in: journey) else { return "\"\(key)\" is not something that a view chooses" }
      if let known, !known.contains(value) { return "\"\(value)\" is not a \(key) of this journey's page" }
    }
    return nil
  }

  /// What a view may choose under a key: nil for what is no key, nil inside where anything goes.
  private func names(of key: String, in journey: Journey) -> [String]?? {
    switch key {
    case "persona": workspace.personas.map(\.name)
    case "segment": workspace.segments.map(\.name)
    case "channel": workspace.channels.map(\.name)
    case "department": workspace.departments.map(\.name)
    case "tag": journey.touchpoints.flatMap(\.tags)
    case "phase": journey.phases.map(\.name)
    case "highlight": ["path", "hand-offs", "back"]
    case "colour": Metric.allCases.flatMap { [$0.rawValue, "\($0.rawValue)-change"] }
    case "only": ["yes"]
    case "find", "compare", "hide", "at", "zoom": .some(nil)
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownView(_ address: Spanned<String>, _ problem: String) -> Self {
    .init(
      .unknownView, at: address.span, "\(problem)",
      help: "choose it on the page, and copy from its address what follows the \"#\"")
  }
}
