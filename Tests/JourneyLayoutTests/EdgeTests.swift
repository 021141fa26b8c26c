import JourneyModel
import JourneyReview
import Support
import Testing

@testable import JourneyLayout

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct LayoutEdgeTests {
  /// What is said at each touchpoint of what customers feel, persona by persona.
  private func feelings(_ lines: [String]) throws -> [String] {
    let touchpoints = lines.enumerated().map { "touchpoint t\($0) \"T\($0)\" {\n\($1)\n}\n" }
    let text = """
      persona ann "Ann"
      persona bob "Bob"
      segment young "Young"
      journey j "J" { persona ann, bob
        phase p "P" {
      \(touchpoints.joined())
      } }
      """
    let map = try map(of: text)
    let lane = try #require(
      map.lanes.first { "\($0.id)" == "feeling" } ?? map.lanes.first { "\($0.id)" == "experience" })
    switch lane.content {
    case .faces(let faces): return faces.map(\.sentence)
    case .experience(let plot):
      return plot.nodes.filter { if case .felt = $0.kind { true } else { false } }.map(\.sentence)
    default: return []
    }
  }

  @Test func `nobody feels what only another persona feels`() throws {
    #expect(
      try feelings(["feels +2 persona ann", "feels -1 persona bob", "feels 0", ""]) == [
        "T0. Assumed feeling of Ann: +2", "T2. Assumed feeling of Ann: 0", "T1. Assumed feeling of Bob: −1",
        "T2. Assumed feeling of Bob: 0",
      ])
    #expect(
      try feelings(["feels +2 persona ann\nfeels -2", "feels +1 persona ann, bob"]) == [
        "T0. Assumed feeling of Ann: +2", "T1. Assumed feeling of Ann: +1", "T0. Assumed feeling of Bob: −2",
        "T1. Assumed feeling of Bob: +1",
      ])
    #expect(try feelings(["feels +2 persona ann", ""]) == ["T0. Assumed feeling of Ann: +2"])
    // Where no persona is named, a segment's feeling is all there is.
    #expect(
      try feelings(["feels -2 segment young", "feels +1"]) == ["T0. Assumed feeling: −2", "T1. Assumed feeling: +1"])
    #expect(
      try feelings(["feels -2 segment young", "feels +1 persona bob"]) == ["T1. Assumed feeling of Bob: +1"])
  }

  /// The first and the last touchpoint have the least room beside them; on paper columns are the narrowest.
  @Test(arguments: 1...3, [nil, 160.0] as [Double?])
  func `what is written on an arrow stands inside the map and clear of other labels`(count: Int, pitch: Double?) throws
  {
    let long = "A photo was rejected because the face cannot be seen, whatever the light was like on that day"
    let arrows = (0..<count).flatMap { from in
      (0..<count).flatMap { to in (0..<(from == to ? 4 : 2)).map { "t\(from) -> t\(to) : \"\(long) \($0)\"\n" } }
    }
    let text = """
      journey j "J" { phase p "P" {
      \((0..<count).map { "touchpoint t\($0) \"T\"\n" }.joined())
      }
      flow {
      as-written
      \(arrows.joined())
      } }
      """
    let (annotated, workspace) = try annotated(text)
    let subject = Subject(annotated, ranking: rank(annotated, in: workspace), in: workspace)
    let width = pitch.map { Grid.gutter + Grid.margin + $0 * Double(count) } ?? Grid.leastWidth
    let grid = Grid(count: count, width: width, room: pitch.map { _ in count })
    #expect(pitch == nil || grid.pitch == pitch)
    let lane = try #require(experienceLane(subject, on: grid, top: 0))
    guard case .experience(let plot) = lane.content else { return }
    let labels = plot.ways.compactMap(\.label).map(frame)
    #expect(labels.count == arrows.count)
    let whole = Rect(x: Grid.margin, y: 0, width: grid.width - Grid.margin, height: lane.frame.maxY)
    for (index, label) in labels.enumerated() {
      #expect(whole.holds(label), "\(label) is outside of \(whole)")
      for other in labels[(index + 1)...] {
        #expect(!label.inset(by: 0.5).overlaps(other.inset(by: 0.5)), "\(label) and \(other)")
      }
    }
  }
}
