internal import JourneyDiff
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// On the pages of both: what a plan keeps and changes of the journey that it replaces, as `waymark diff --future` draws it.
struct PlanFigure {
  /// What asks for it in the page's address, with what a reader chooses.
  let choice: (name: String, title: String)
  let element: Element

  /// More of them, and longer ones, are left to `waymark diff`.
  static let most = 3
  static let mostColumns = 100
}

extension AnnotatedWorkspace {
  /// The first is `future` in an address, each other has its journey's name as well.
  func plans(of view: JourneyView, theme: Theme) -> [PlanFigure] {
    let id = view.journey.id
    var pairs = workspace.journeys.filter { $0.futureOf == id && $0.isDrawn }.map { (today: id, plan: $0.id) }
    if let today = view.journey.futureOf { pairs.append((today, id)) }
    return pairs.prefix(PlanFigure.most).enumerated().compactMap { index, pair in
      let side = WorkspaceSide(self, paths: workspace.journeys.map { _ in "" })
      let difference = compare(side, side, pair: pair)
      guard let journey = difference.journeys.first, !journey.changes.isEmpty, !journey.columns.isEmpty,
        journey.columns.count <= PlanFigure.mostColumns
      else { return nil }
      let words = workspace.words
      let title = words.compared((inside(workspace[pair.today].title), inside(workspace[pair.plan].title)))
      let prefix = "\(view.prefix)-plan\(index + 1)"
      let drawing = ComparisonDrawing(
        placed: place(difference, journey, isPlan: true, changedOnly: false, prefix: prefix), title: title,
        prefix: prefix,
        words: words)
      let name = index == 0 ? "future" : "future:\(workspace[pair.plan].name)"
      return PlanFigure(
        choice: (name, title),
        element: Element(
          "figure",
          [
            "class": "plan", "tabindex": "0", "data-versus": name,
            "aria-label": "\(words.choice(words.compare, title)). \(words.counts(journey.changes))",
          ]
        ) { drawing.element(style: index == 0 ? theme.comparedMarks : nil) })
    }
  }
}
