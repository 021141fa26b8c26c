import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

@Suite struct HandOffTests {
  private static let journey = """
    department shop "Shop"
    department depot "Depot"
    department bank "Bank"
    channel web "Web"
    channel phone "Phone"
    journey j "J" {
      phase p "P" {
        touchpoint a "A" channel web owner shop
        touchpoint b "B" channel web owner depot
        touchpoint c "C" channel phone owner depot
        touchpoint d "D" channel phone owner bank
      }
      flow {
        entry "Comes" -> a
        a -> b : "sent on" share 60%
        a -> d share 20%
        b -> c
        c -> b : "again"
        c -> d share 10%
        d -> exit
        a -> c
      }
    }
    """
  private static let rows =
    ratings("a", [0, 0, 0, 40, 60]) + ratings("b", [20, 0, 0, 40, 40]) + ratings("d", [50, 0, 0, 25, 25])
    + ratings("b", [10, 0, 0, 50, 40], "effort") + ratings("c", [14, 0, 0, 50, 36], "effort")

  private var reviewedJourney: ReviewedJourney { reviewed(Self.journey, Self.rows).journeys[0] }

  @Test func `every edge between departments, every channel switch, every retrace`() {
    let found = reviewedJourney.crossings.map { crossing in
      let marks = [
        crossing.isHandOff ? "hand-off" : nil, crossing.isChannelSwitch ? "switch" : nil,
        crossing.isRetrace ? "retrace" : nil,
      ]
      let scores = crossing.scores.map { "\($0.from.metric.rawValue)" } ?? "none"
      return "\(crossing.from.value)-\(crossing.to.value) \(marks.compactMap { $0 }.joined(separator: " ")) \(scores)"
    }
    #expect(
      found == [
        "0-1 hand-off csat", "0-3 hand-off switch csat", "1-2 switch effort", "2-1 switch retrace effort",
        "2-3 hand-off none", "0-2 hand-off switch none",
      ])
  }

  @Test func `worst first, those that cannot be compared last`() throws {
    let handOffs = reviewedJourney.handOffs
    #expect(handOffs.map(\.to.value) == [3, 1, 3, 2])
    #expect(abs(try #require(handOffs[0].worsening) - 0.5) < 1e-12)
    #expect(abs(try #require(handOffs[1].worsening) - 0.2) < 1e-12)
    #expect(handOffs[2].worsening == nil && handOffs[3].worsening == nil)
  }

  @Test func `what can be told apart is said, of all crossings together`() {
    let crossings = reviewedJourney.crossings
    #expect(crossings.map(\.isClear) == [true, true, false, false, false, false])
    let p = crossings.compactMap { crossing in crossing.scores.flatMap { $0.to.p(from: $0.from) } }
    #expect(p.count == 4)
    #expect(p[0] == newcombe((0.8, 100), minus: (1, 100)).p)
    // The way to and the way back are one comparison seen from both sides.
    #expect(abs(p[2] - p[3]) < 1e-12)
  }

  @Test func `departments from and to`() {
    let matrix = reviewedJourney.matrix
    let (shop, depot, bank) = (Department.ID(0), Department.ID(1), Department.ID(2))
    #expect(matrix.departments == [shop, depot, bank])
    #expect(matrix[shop, depot]?.count == 2)
    #expect(matrix[shop, depot]?.share == 0.6)
    #expect(matrix[shop, depot]?.withoutShare == 1)
    #expect(matrix[shop, bank]?.share == 0.2)
    #expect(matrix[depot, bank]?.count == 1)
    #expect(matrix[bank, shop] == nil)
    #expect(matrix.cells.reduce(0) { $0 + $1.count } == 4)
  }

  @Test func `a longer time on the other side is worse by its shortfall`() throws {
    let rows = ["a", "b"].enumerated().map { index, name in
      "j,\(name),resolution,,2026-Q3,,s,\(index == 0 ? 86_016 : 344_064),40,,"
    }
    let crossing = reviewed(Self.journey, rows).journeys[0].crossings[0]
    #expect(crossing.scores?.from.metric == .resolution)
    // Four days against a target of two and a floor of eight: half of the way, by logarithms.
    #expect(abs(try #require(crossing.worsening) - 0.5) < 0.01)
  }

  /// From promoters alone to passives alone is half of its 200 points; from promoters to detractors is all of them.
  @Test func `recommendation gets worse by a part of its two hundred points`() {
    func worsening(_ before: Int, _ after: Int) -> Double? {
      let rows = [("a", before), ("b", after)].map { "j,\($0),nps,0..10,2026-Q3,,s,\($1),40,," }
      return reviewed(Self.journey, rows).journeys[0].crossings[0].worsening
    }
    #expect(worsening(9, 8) == 0.5)
    #expect(worsening(8, 9) == -0.5)
    #expect(worsening(8, 6) == 0.5)
    #expect(worsening(9, 6) == 1)
    #expect(worsening(9, 10) == 0)
  }
}
