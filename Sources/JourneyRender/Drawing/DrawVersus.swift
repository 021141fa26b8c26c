internal import JourneyLayout
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// A comparison, for which there is no room until it is asked for.
  func comparison(_ versus: PlacedVersus) -> Element {
    Element(
      "g",
      [
        "class": "lane", "role": "list",
        "aria-label": versus.choices.first.map { "\(words.choice(words.compare, $0.title)). \(versus.sentence)" },
        "data-lane": "", "data-versus": versus.choices.map(\.name).joined(separator: " "),
        "data-height": (-versus.lane.frame.height).svg, "display": "none",
      ]
    ) {
      texts(versus.lane.labels)
      if case .comparison(let plot) = versus.lane.content { comparison(plot) }
    }
  }

  /// Both sides and how far they are apart: a circle is the first side, a square the second, and only what differs beyond
  /// chance has a colour.
  func comparison(_ plot: ComparisonPlot) -> [Element] {
    plot.ticks.flatMap { [path("M\(plot.area.x) \($0.y)H\(plot.area.maxX)", "grid")] + text($0.label) }
      + plot.columns.map(column)
  }

  private func column(_ column: ComparisonPlot.VersusColumn) -> Element {
    Element(
      "g",
      ["role": "listitem", "data-at": at([column.touchpoint]), "opacity": fade([column.touchpoint])]
    ) {
      title(column.sentence)
      column.tiles.flatMap { face(of: $0) }
      path(whiskers(of: column), "whisker")
      column.marks.map(mark)
      column.gap.map { circle($0.center, 5, $0.isBetter.map { $0 ? "l5" : "l1" } ?? "before") }
      column.gap.map { text($0.label) } ?? []
    }
  }

  private func whiskers(of column: ComparisonPlot.VersusColumn) -> PathData {
    let ends = column.marks.map { ($0.center.x, $0.whisker) } + (column.gap.map { [($0.center.x, $0.whisker)] } ?? [])
    return ends.reduce(into: "") { data, end in
      if let whisker = end.1 { data += "M\(end.0) \(whisker.low)V\(whisker.high)" }
    }
  }

  private func mark(_ mark: ComparisonPlot.VersusMark) -> Element {
    let style = (mark.isFirst ? "side-a" : "side-b") + (mark.isIndicative ? " hollow" : "")
    return mark.isFirst
      ? circle(mark.center, 6, style)
      : path("M\(mark.center.x - 5.5) \(mark.center.y - 5.5)h11v11h-11z", style)
  }
}
