internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

extension JourneyView {
  /// All touchpoints by their figures on the screen of a phone, a group a phase; the table beside it says them.
  func strip(lead metric: Metric?) -> Element? {
    guard let metric else { return nil }
    return Element("p", ["class": "beads", "aria-hidden": "true"]) {
      journey.phases.filter { !$0.touchpoints.isEmpty }.map { phase in
        Element("span") {
          phase.touchpoints.map { index in
            let score = annotated.touchpoints[index][metric]
            let figure = journey.touchpoints[index].repeats == nil ? score.printed(in: words)?.short : nil
            return Element("i", ["class": figure == nil ? "bare" : Level(score)?.className]) {
              figure.map { $0.filter { !"%\u{a0}\u{202f}".contains($0) } } ?? "·"
            }
          }
        }
      }
    }
  }
}
