import JourneyMetrics
import JourneyModel
import Testing

@testable import JourneyDiff

/// Figures are held against each other only where that is fair, and targets are watched.
@Suite struct DiffFigureTests {
  private func journey(_ facts: String = "", name: String = "form", head: String = "", asks: Bool = true) -> String {
    let question = asks ? "feedback s {\n  file \"s.csv\"\n  answer csat \"A\" of j/\(name)\n}\n" : ""
    return """
      \(head)
      journey j "J" {
        phase p "P" {
          touchpoint \(name) "Fills in the form" {
            channel web
            \(facts)
          }
          touchpoint done "Done"
        }
      }
      \(question)
      """
  }

  private let good = ratings("form", [2, 3, 5, 40, 50], period: "2026-Q2")
  private let bad = ratings("form", [40, 30, 10, 10, 10], period: "2026-Q3")

  @Test func `a clear fall is worse, and better on the way back`() {
    let (old, new) = (side(journey(), good), side(journey(), bad))
    #expect(codes(compare(old, new).all) == ["worse form"])
    #expect(codes(compare(new, old).all) == ["better form"])
    #expect(compare(old, new).outcome(of: DiffGate.standard[0]).result == .failed)
  }

  @Test func `a small difference is no clear change, and fails nothing`() {
    let after = ratings("form", [3, 2, 6, 39, 50], period: "2026-Q3")
    let difference = compare(side(journey(), good), side(journey(), after))
    #expect(codes(difference.all) == ["no-clear-change form"])
    #expect(difference.outcome(of: DiffGate.standard[0]).result == .passed)
  }

  @Test(arguments: [(1, true), (9, true), (10, false), (200, false)]) func `a period that grew by a few hides them`(
    count: Int, isWithheld: Bool
  ) throws {
    let after = ratings("form", [2, 3, 5, 40, 50 + count], period: "2026-Q2")
    let change = try #require(compare(side(journey(), good), side(journey(), after)).all.first)
    #expect(change.code == .restated)
    #expect(change.figure?.isWithheld == isWithheld)
  }

  @Test func `a month inside a quarter is not compared`() {
    let month = ratings("form", [40, 30, 10, 10, 10], period: "2026-05")
    let difference = compare(side(journey(), good), side(journey(), month))
    #expect(codes(difference.all) == [])
    #expect(difference.journeys.flatMap(\.notCompared).map(\.reason) == [.periodsOverlap])
    #expect(difference.outcome(of: DiffGate.standard[0]).result == .notApplicable)
  }

  @Test func `a new name without was loses the history, and was keeps it`() {
    let lost = compare(side(journey(), good), side(journey(name: "fields"), good))
    #expect(lost.all.contains { $0.code == .historyLost && $0.subject.name == "form" })
    let kept = compare(side(journey(), good), side(journey("was form", name: "fields"), good))
    #expect(codes(kept.all) == ["touchpoint-renamed fields"])
  }

  @Test func `a question that is taken away is told, though its answers stay`() {
    let gone = compare(side(journey(), good), side(journey(asks: false), good))
    #expect(codes(gone.all) == ["no-longer-measured form"])
  }

  @Test(arguments: [
    ("target csat >= 95%", "target csat >= 60%", "target-loosened form"),
    ("target csat >= 60%", "target csat >= 95%", "target-tightened form"),
    ("", "target csat >= 60%", "target-loosened form"),
    ("target csat >= 90%", "", "target-loosened form"),
    ("target resolution <= 1d", "target resolution <= 3d", "target-loosened form"),
  ]) func `a target asks for more or for less`(old: String, new: String, code: String) {
    #expect(codes(compare(side(journey(old)), side(journey(new))).all) == [code])
  }

  @Test func `hide-below is watched`() {
    let difference = compare(side(journey(head: head(20))), side(journey(head: head(10))))
    #expect(difference.all.map(\.code) == [.hideBelowLowered])
  }

  private func head(_ count: Int) -> String { "workspace \"W\" {\n  hide-below \(count)\n}" }
}
