import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

private let nowhere = Span(FileID(0), 0, 0)

/// A journey of one phase with touchpoints `t0`, `t1`… and what customers answered.
private func annotated(
  _ touchpoints: Int, _ rows: [String], workspace: Workspace = Workspace(), change: (inout Journey) -> Void = { _ in }
) -> (journey: AnnotatedJourney, workspace: Workspace, ranking: Ranking) {
  var journey = Journey(name: "j", title: "J", span: nowhere)
  journey.phases = [Phase(name: "all", title: "All", span: nowhere, touchpoints: 0..<touchpoints)]
  journey.touchpoints = (0..<touchpoints).map {
    Touchpoint(name: "t\($0)", isNamed: true, title: "T\($0)", span: nowhere, phase: Phase.ID(0))
  }
  change(&journey)
  var workspace = workspace
  workspace.journeys = [journey]
  let text = ([Tally.header] + rows).joined(separator: "\n")
  let result = score(workspace, [parseTally(Array(text.utf8), file: FileID(0)).value]).value.journeys[0]
  return (result, workspace, rank(result, in: workspace))
}

private func ratings(_ touchpoint: Int, _ counts: [Int], _ metric: String = "csat", unused: Int? = nil) -> [String] {
  let rows = counts.enumerated().map { "j,t\(touchpoint),\(metric),1..5,2026,,s,\($0 + 1),\($1),," }
  return rows + (unused.map { ["j,t\(touchpoint),\(metric),1..5,2026,,s,unused,\($0),,"] } ?? [])
}

@Suite struct RankingTests {
  @Test func `the design's own example`() {
    let none = Shrinkage(mean: 0, strength: 0)
    func part(_ k: Double, _ n: Double) -> Ranking.SeverityPart {
      let estimate = none.estimate(k, of: n)
      return Ranking.SeverityPart(
        metric: .csat, value: k / n, n: n, estimate: estimate, shrinkage: none, target: 0.85, floor: 0.4, weight: 3,
        shortfall: shortfall(.csat, estimate, target: 0.85, floor: 0.4))
    }
    let severity = severity([part(66, 120), part(60, 120)])
    #expect((severity * 10_000).rounded() == 7222)
    #expect((intensity(severity: severity, importance: 4) * 10).rounded() == 578)
    #expect((intensity(severity: severity, importance: 4) * 0.62 * 10).rounded() == 358)
    let shrinkage = Shrinkage([(66, 120), (95, 100)])
    #expect(shrinkage.strength == 10)
    #expect((shrinkage.estimate(66, of: 120) * 10_000).rounded() == 5640)
  }

  @Test(arguments: CrossCheck.cases("shrinkage"))
  func `how far shares are shrunk`(row: CrossCheck) {
    let pairs = stride(from: 0, to: row.input.count, by: 2).map { (k: row.input[$0], n: row.input[$0 + 1]) }
    let shrinkage = Shrinkage(pairs)
    #expect(row.agrees([shrinkage.mean, shrinkage.strength]))
  }

  @Test func `a made-up journey of twelve touchpoints`() throws {
    let table = CrossCheck.cases("ranking")
    let rows = table.enumerated().flatMap { index, row in
      ratings(index, row.input[..<5].map { Int($0) }, unused: Int(row.input[11]))
        + ratings(index, row.input[5..<10].map { Int($0) }, "effort")
    }
    let ranking = annotated(table.count, rows) { journey in
      for (index, row) in table.enumerated() { journey.touchpoints[index].importance = Int(row.input[10]) }
    }.ranking
    #expect(ranking.ranked.count == 12)
    for ranked in ranking.ranked {
      let row = table[ranked.touchpoint.value]
      #expect(row.agrees([ranked.severity, ranked.intensity, try #require(ranked.reach).value, ranked.burden]))
      #expect(abs(ranked.parts.reduce(0) { $0 + $1.contribution } - ranked.severity) < 1e-12)
    }
    let order = table.indices.sorted { (table[$1].expected[3], $0) < (table[$0].expected[3], $1) }
    #expect(ranking.ranked.map(\.touchpoint.value) == order)
  }

  @Test func `resolution falls short by its logarithm, four targets being the floor`() {
    #expect(shortfall(.resolution, 100, target: 100, floor: 400) == 0)
    #expect(abs(shortfall(.resolution, 200, target: 100, floor: 400) - 0.5) < 1e-15)
    #expect(shortfall(.resolution, 1000, target: 100, floor: 400) == 1)
    #expect(shortfall(.csat, 0.9, target: 0.85, floor: 0.4) == 0)
    #expect(shortfall(.csat, 0.1, target: 0.85, floor: 0.4) == 1)
    #expect(shortfall(.csat, 0.1, target: 0.2, floor: 0.4) == 1)
  }

  @Test func `little covered is not ranked, NPS neither`() {
    let nps = (0...10).map { "j,t1,nps,0..10,2026,,s,\($0),9,," }
    let ranking = annotated(
      3, ratings(0, [3, 0, 0, 0, 3]) + ["j,t0,fcr,0..1,2026,,s,1,20,,", "j,t0,fcr,0..1,2026,,s,0,20,,"] + nps
    ).ranking
    #expect(ranking.ranked.isEmpty)
    #expect(ranking.uncovered == [Touchpoint.ID(0)])
    #expect(ranking.blindSpots == [Touchpoint.ID(2)])
  }

  @Test func `severe for few, and a reach that is not known`() throws {
    let ranking = annotated(2, ratings(0, [40, 0, 0, 0, 0], unused: 400) + ratings(1, [0, 40, 0, 0, 40])).ranking
    #expect(ranking.severeForFew == [Touchpoint.ID(0)])
    let unknown = try #require(ranking.ranked.first { $0.touchpoint == Touchpoint.ID(1) })
    #expect(unknown.reach == nil)
    #expect(unknown.burden == unknown.intensity)
  }

  @Test func `blind spots by importance; repeated and shared touchpoints are none`() {
    let rows = (1...5).map { "j,t1+t2,csat,1..5,2026,,s,\($0),9,," }
    let ranking = annotated(6, rows) { journey in
      journey.touchpoints[3].repeats = Touchpoint.ID(0)
      journey.touchpoints[5].importance = 5
    }.ranking
    #expect(ranking.blindSpots == [Touchpoint.ID(5), Touchpoint.ID(0), Touchpoint.ID(4)])
    #expect(ranking.ranked.isEmpty)
  }

  @Test func `floors and weights of the workspace count`() throws {
    var workspace = Workspace()
    workspace.floors = [Target(metric: .csat, comparison: .atLeast, value: 0.6, span: nowhere)]
    workspace.weights = [MetricWeight(metric: .effort, weight: 0), MetricWeight(metric: .csat, weight: 5)]
    let rows = ratings(0, [30, 0, 0, 0, 70]) + ratings(0, [100, 0, 0, 0, 0], "effort")
    let ranked = try #require(annotated(1, rows, workspace: workspace).ranking.ranked.first)
    #expect(ranked.parts.map(\.metric) == [.csat])
    #expect(abs(ranked.severity - 0.6) < 1e-12)
    #expect(ranked.parts[0].weight == 5)
  }

  @Test func `dissatisfied people, where the volume is known`() throws {
    let rows = ratings(0, [5, 15, 20, 30, 30], unused: 100)
    let ranked = try #require(
      annotated(1, rows) { $0.volume = Volume(people: 1000, period: nil) }.ranking.ranked.first)
    #expect(ranked.dissatisfied?.people == 100)
    #expect(ranked.dissatisfied?.interval.contains(100) == true)
    #expect(annotated(1, rows).ranking.ranked.first?.dissatisfied == nil)
  }

  @Test func `the takeaway names the weakest by what weighs most`() throws {
    let rows =
      ratings(0, [30, 0, 0, 0, 70]) + ratings(1, [50, 0, 0, 0, 50]) + ratings(1, [80, 0, 0, 0, 20], "effort")
    let (journey, _, ranking) = annotated(2, rows)
    let found = try #require(takeaway(journey, ranking))
    #expect(found.touchpoint == Touchpoint.ID(1))
    #expect(found.score.metric == .effort)
    let fine = annotated(1, ratings(0, [0, 0, 0, 0, 100]))
    #expect(takeaway(fine.journey, fine.ranking) == nil)
  }

  @Test func `hand-offs, in the order of the arrows`() {
    let (journey, workspace, _) = annotated(3, ratings(1, [0, 0, 0, 0, 40])) { journey in
      for (index, owner) in [0, 1, 1].enumerated() { journey.touchpoints[index].owner = Department.ID(owner) }
      journey.arrows = (0..<2).map { index in
        Arrow(
          from: .touchpoint(Touchpoint.ID(index)), to: .touchpoint(Touchpoint.ID(index + 1)), isWritten: true,
          span: nowhere)
      }
      journey.arrows[0].share = 0.18
      journey.arrows[0].label = "photo rejected"
      journey.settleArrows()
    }
    let found = crossings(journey, in: workspace)
    #expect(found.count == 1)
    #expect(found.first?.label == "photo rejected")
    #expect(found.first?.share == 0.18)
    #expect(found.first?.departments?.taking == Department.ID(1))
    #expect(found.first?.scores == nil)
  }
}
