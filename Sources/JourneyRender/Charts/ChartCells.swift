internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// Around a table or a drawing that may be wider than the page; it scrolls.
///
/// - Parameter whole: what it is of, for those who hear its name.
func plot(_ name: String, of whole: String, in words: Words, _ content: Element) -> Element {
  Element(
    "div", ["class": "plot", "tabindex": "0", "role": "region", "aria-label": words.scrolls(name, of: whole)]
  ) { content }
}

/// A column's head with what stands at the ends and in the middle of its drawings.
///
/// - Parameter width: of the drawings, so that both stand under each other however wide the column is.
func columnHead(_ title: String, _ ticks: [String] = [], width: Double = 0, style: String? = nil) -> Element {
  Element("th", ["scope": "col", "class": style]) {
    title
    ticks.isEmpty
      ? nil
      : Element("span", ["class": "ticks", "style": "width:\(width.svg)px", "aria-hidden": "true"]) {
        ticks.map { tick in Element("span") { tick } }
      }
  }
}

/// A figure on the whole scale of its metric; of a time nothing, since times of different rows have no scale in common.
func forestCell(_ score: Score?, width: Double, in words: Words) -> Element {
  Element("td") {
    score.flatMap { score in
      score.metric == .resolution
        ? nil
        : ChartFigure(score).map { figure in
          let bounds = score.metric.bounds(of: [figure])
          return ForestMarks(
            figure, on: ChartScale(bounds.low, bounds.high, from: markPadding, to: width - markPadding)
          ).element(name: score.sentence(in: words))
        }
    }
  }
}

/// A place among what to fix first, full where that is clear.
func rankBadge(_ rank: Int, isClear: Bool) -> Element {
  Element("span", ["class": isClear ? "rank sure" : "rank"]) { String(rank) }
}

extension Level {
  /// Its sign, which says in a word what the colour says.
  func element(in words: Words) -> Element {
    Element("i", ["class": className, "title": meaning(in: words)]) { sign }
  }
}
