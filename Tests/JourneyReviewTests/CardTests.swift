import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

@Suite struct CardTests {
  private static let journey = """
    department shop "Shop"
    department depot "Depot"
    department idle "Idle"
    channel web "Web"
    segment young "Young"
    segment old "Old"
    persona maya "Maya" {
      segment young
    }
    persona tom "Tom"
    journey j "J" {
      persona maya
      target csat >= 80%
      goal back "They come back" {
        kpi retention
        target >= 80%
        by 2026-Q2
        record 2026-Q1 700 of 1000
        record 2026-Q2 760 of 1000
      }
      goal loved "They love it" {
        kpi nps
        target >= 40
        by 2027
      }
      phase p "P" {
        touchpoint a "A" channel web owner shop {
          feels -1 "Hm"
          feels +1 "Ha" persona tom
          pain "Slow"
        }
        touchpoint b "B" channel web owner depot with shop segment young
        touchpoint c "C" channel web owner depot persona tom {
          backstage "Packs" owner shop
          pain "Heavy" persona tom
        }
        touchpoint again "Again" channel web owner depot repeats b
      }
      action x "X" {
        for b
        owner shop
      }
    }
    """
  private static let rows =
    ratings("a", [1, 0, 0, 40, 159]) + ratings("b", [45, 0, 0, 25, 130]) + ratings("c", [60, 0, 0, 40, 100])
    + ratings("c", [10, 0, 0, 40, 150], period: "2026-Q2")
    + ["2026-Q2", "2026-Q3"].flatMap { period in
      (0...10).map { "j,,nps,0..10,\(period),,s,\($0),\(period == "2026-Q2" || $0 > 6 ? 30 : 10),," }
    }

  @Test func `a department's page`() throws {
    let review = reviewed(Self.journey, Self.rows)
    #expect(review.departments.map { review.workspace[$0.department].name } == ["shop", "depot"])
    let (shop, depot) = (review.departments[0], review.departments[1])
    #expect(shop.touchpoints.map(\.touchpoint.value) == [0])
    #expect(shop.helps.map(\.touchpoint.value) == [1, 2])
    #expect(shop.standings.filter(\.isStrength).map(\.spot.touchpoint.value) == [0])
    #expect(shop.standings.allSatisfy(\.isMet) && shop.actions == [0])
    #expect(depot.touchpoints.map(\.touchpoint.value) == [1, 2, 3])
    #expect(
      depot.standings.map { "\($0.spot.touchpoint.value) \($0.isMet) \($0.isClear)" } == [
        "1 false false", "2 false true",
      ])
    #expect(depot.handOffsIn.map(\.crossing.from.value) == [0])
    #expect(shop.handOffsOut.map(\.crossing.to.value) == [1])
    // What somebody else does about one of its touchpoints concerns it, too.
    #expect(depot.actions.isEmpty && depot.actionsOfOthers == [0] && shop.actionsOfOthers.isEmpty)
    #expect(
      depot.changes.count + depot.noClearChanges.count == 1 && shop.changes.isEmpty && shop.noClearChanges.isEmpty)
    let change = try #require(depot.changes.first)
    #expect(depot.changes.count == 1 && change.touchpoints == [Touchpoint.ID(2)] && !change.isBetter)
  }

  @Test func `a persona's page`() {
    let review = reviewed(Self.journey, Self.rows)
    let personas = review.workspace.personas.indices.map { review.card(of: Persona.ID($0)) }
    #expect(personas[0].touchpoints.map(\.touchpoint.value) == [0, 1, 3])
    #expect(personas[0].feelings.map(\.feeling.value) == [-1])
    #expect(personas[0].pains.map(\.pain.text) == ["Slow"])
    // The journey is not Tom's: he meets only what names him.
    #expect(personas[1].touchpoints.map(\.touchpoint.value) == [2])
    #expect(personas[1].pains.map(\.pain.text) == ["Heavy"])
  }

  @Test func `goals against baseline and target`() throws {
    let goals = reviewed(Self.journey, Self.rows).journeys[0].goals
    let back = goals[0]
    #expect(back.baseline?.value == 0.7 && back.latest?.value == 0.76)
    #expect(back.score.isMet == false && back.isOverdue)
    #expect(abs(try #require(back.progress) - 0.6) < 1e-9)
    let change = try #require(back.change)
    #expect(change.isClear == true)
    let expected = newcombe((0.76, 1000), minus: (0.7, 1000))
    #expect(change.interval == expected.interval)
    // Of a metric without records the tallies tell.
    let loved = goals[1]
    #expect(loved.latest?.period == Period("2026-Q3") && !loved.isOverdue)
    let gain = try #require(loved.change)
    #expect(gain.isClear == true && gain.difference > 0)
  }

  /// Of 1400 Wilson's interval of 28 is 1.4–2.9 %, of 50 2.7–4.7 %.
  @Test func `a goal is met where its whole interval meets the target`() throws {
    func standing(_ goal: String, _ record: String) -> GoalScore.GoalPosition? {
      let text = """
        journey j "J" {
          goal g "G" {
            kpi \(goal.replacing(" ", with: "\n      target ", maxReplacements: 1))
            record 2026-09 \(record)
          }
        }
        """
      return reviewed(text).journeys[0].goals[0].score.standing
    }
    #expect(standing("churn <= 4%", "lost 28 of 1400") == .met)
    #expect(standing("churn <= 4%", "lost 56 of 1400") == .metMaybe)
    #expect(standing("churn <= 4%", "lost 50 of 1400") == .metMaybe)
    #expect(standing("churn <= 4%", "lost 57 of 1400") == .missed)
    #expect(standing("churn <= 4%", "lost 0 of 20") == .metMaybe)
    #expect(standing("retention >= 96%", "lost 28 of 1400") == .met)
    #expect(standing("retention >= 96%", "lost 50 of 1400") == .metMaybe)
    #expect(standing("retention >= 96%", "lost 57 of 1400") == .missed)
    #expect(standing("churn <= 4%", "3%") == .metUncounted)
    #expect(standing("churn <= 4%", "5%") == .missed)
    #expect(standing("churn", "lost 28 of 1400") == nil)
  }

  /// 29 promoters less 9 detractors of 50 are +40, which comes to 39.99999999999999.
  @Test func `a goal on its target is met, whatever binary makes of it`() {
    func standing(_ target: String, _ promoters: Int = 29) -> GoalScore.GoalPosition? {
      let text = "journey j \"J\" {\n  goal g \"G\" {\n    kpi nps\n    target \(target)\n  }\n}"
      let rows = [(10, promoters), (8, 41 - promoters), (1, 9)].map { "j,,nps,0..10,2026-Q3,,s,\($0),\($1),," }
      return reviewed(text, rows).journeys[0].goals[0].score.standing
    }
    #expect(standing(">= 40") == .metMaybe)
    #expect(standing(">= 40", 28) == .missed)
    #expect(standing(">= 41") == .missed)
    #expect(standing(">= 0") == .met)
  }

  @Test func `a goal is overdue from the day after its last`() {
    func isOverdue(_ record: String, by: String = "2026-09-30", asOf: String) -> Bool? {
      let text = """
        journey j "J" {
          goal g "G" {
            kpi churn
            target <= 4%
            by \(by)
            record 2026-06 \(record)
          }
        }
        """
      return reviewed(text, asOf: Period(asOf)).journeys[0].goals.first?.isOverdue
    }
    #expect(isOverdue("5%", asOf: "2026-Q3") == false)
    #expect(isOverdue("5%", asOf: "2026-09-30") == false)
    #expect(isOverdue("5%", by: "2026-Q3", asOf: "2026-09") == false)
    #expect(isOverdue("5%", asOf: "2026-10-01") == true)
    #expect(isOverdue("5%", by: "2026-09-29", asOf: "2026-Q3") == true)
    #expect(isOverdue("3%", asOf: "2026-10-01") == false)
    #expect(isOverdue("lost 50 of 1400", asOf: "2026-10-01") == false)
  }

  @Test func `what clearly changed, and what did not`() {
    let changes = reviewed(Self.journey, Self.rows).journeys[0].changes
    #expect(
      changes.map { "\($0.touchpoints.map(\.value)) \($0.score.metric) \($0.isClear) \($0.isBetter)" } == [
        "[] nps true true", "[2] csat true false",
      ])
  }
}
