import Foundation
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support

/// The workspace that a journey's text declares, with the answers of these rows on it.
func annotated(
  _ text: String, _ rows: [String] = [], segment: String? = nil, period: ChosenPeriod = .latest
) -> AnnotatedWorkspace {
  let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
  let tally = parseTally(Array(([Tally.header] + rows).joined(separator: "\n").utf8), file: FileID(1)).value
  return score(workspace, [tally], segment: segment, period: period).value
}

func reviewed(_ text: String, _ rows: [String] = [], asOf: Period? = nil) -> Review {
  review(annotated(text, rows), asOf: asOf)
}

/// Five ratings' counts, worst first, as rows of one question of journey `j`.
func ratings(
  _ touchpoint: String, _ counts: [Int], _ metric: String = "csat", period: String = "2026-Q3", segment: String = "",
  unused: Int? = nil
) -> [String] {
  let start = "j,\(touchpoint),\(metric),1..5,\(period),\(segment),s"
  let rows = counts.enumerated().filter { $0.element > 0 }.map { "\(start),\($0 + 1),\($1),," }
  return rows + (unused.map { ["\(start),unused,\($0),,"] } ?? [])
}

/// The repository's own journeys with their tallies.
func repository() throws -> AnnotatedWorkspace {
  let root = Golden.root.appending(path: "journeys")
  let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
  func files(_ suffix: String) throws -> [[UInt8]] {
    try names.filter { $0.hasSuffix(suffix) }.map { [UInt8](try Data(contentsOf: root.appending(path: $0))) }
  }
  let trees = try files(".journey").enumerated().map { parse($1, file: FileID($0)).value }
  let tallies = try files(".tally.csv").enumerated().map { parseTally($1, file: FileID(1000 + $0)).value }
  return score(resolve(trees).value, tallies).value
}
