import Foundation
import JourneyModel
import JourneyRender
import Markup
import Support
import Testing

/// What holds for everything that Waymark writes, whatever went in (`docs/safety.md`).
func expectInvariants(of output: String, touchpoints: Int?, sourceLocation: SourceLocation = #_sourceLocation) {
  let found = violations(in: Array(output.utf8), script: Sample.script)
  #expect(found.isEmpty, "\(found.prefix(3))", sourceLocation: sourceLocation)
  if let touchpoints {
    let drawn = output.ranges(of: "class=\"touchpoint\"").count
    #expect(drawn == touchpoints, sourceLocation: sourceLocation)
  }
}

@Test func `the repository's maps and pages keep the invariants`() throws {
  let sample = Sample.repository
  #expect(sample.rendering.views.count == 3)
  let pages = try sample.pages()
  for (index, view) in sample.rendering.views.enumerated() {
    expectInvariants(of: sample.maps[index], touchpoints: view.journey.touchpoints.count)
    expectInvariants(of: pages[index], touchpoints: view.journey.touchpoints.count)
  }
  expectInvariants(of: try sample.index(), touchpoints: nil)
}

@Test(arguments: [3, 13, 40, 400]) func `made-up maps keep the invariants, and render twice to the same bytes`(
  count: Int
) throws {
  let text = SampleJourney.text(touchpoints: count)
  let sample = Sample([text])
  expectInvariants(of: sample.maps[0], touchpoints: count)
  expectInvariants(of: try sample.pages()[0], touchpoints: count)
  #expect(sample.maps == Sample([text]).maps)
}

@Test func `two maps on one page have no id in common`() {
  func ids(_ map: String) -> Set<Substring> { Set(map.matches(of: /id="([^"]*)"/).map(\.output.1)) }
  let maps = Sample.repository.maps
  for (index, map) in maps.enumerated() {
    for other in maps[(index + 1)...] { #expect(ids(map).isDisjoint(with: ids(other))) }
  }
}
