import Foundation
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

@Suite struct AirportRankingTests {
  /// All that the airport's customers were asked about, at default importance: scores, changes and ranking.
  @Test func `the airport's touchpoints by burden`() throws {
    let tallies = try (2014...2017).map { year in
      let url = Golden.root.appending(path: "journeys/airport/airport-\(year).tally.csv")
      return parseTally([UInt8](try Data(contentsOf: url)), file: FileID(year)).value
    }
    let names = Set(tallies.flatMap(\.answered).map(\.question.touchpoint)).subtracting([""]).sorted()
    let nowhere = Span(FileID(0), 0, 0)
    var journey = Journey(name: "airport", title: "Airport", span: nowhere)
    journey.phases = [Phase(name: "all", title: "All", span: nowhere, touchpoints: 0..<names.count)]
    journey.touchpoints = names.map {
      Touchpoint(name: $0, isNamed: true, title: $0, span: nowhere, phase: Phase.ID(0))
    }
    var workspace = Workspace()
    workspace.journeys = [journey]
    let airport = score(workspace, tallies).value.journeys[0]
    let ranking = rank(airport, in: workspace)
    let lines = ranking.contenders.map { ranked -> String in
      let part = ranked.parts[0]
      let score = airport.touchpoints[ranked.touchpoint.value][part.metric]
      let change = score.change.map {
        "\(text($0.difference)) p \(text($0.p)) \($0.isClear ? "clear" : "no clear change")"
      }
      return """
        \(names[ranked.touchpoint.value]) \(part.metric.rawValue) n \(score.n) n_eff \(text(score.effective)) \
        \(text(part.value)) (\(text(score.figure?.interval?.lowerBound)) to \(text(score.figure?.interval?.upperBound))) \
        κ \(text(part.shrinkage?.strength)) x̃ \(text(part.estimate)) S \(text(ranked.severity)) \
        reach \(text(ranked.reach?.value)) burden \(text(ranked.burden)); since 2016 \(change ?? "none")
        """
    }
    try Golden("airport", in: "review").expect(lines.joined(separator: "\n") + "\n", as: "ranking")
  }

  private func text(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "none" }
}
