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
    #expect(codes(compare(old, new).all) == ["worse form", "rank-in form"])
    #expect(codes(compare(new, old).all) == ["better form", "rank-out form"])
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
    #expect(codes(difference.all) == ["rank-in form"])
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

/// What is asked, by which rules, and what weighs most.
@Suite struct DiffAnswerTests {
  private static func text(_ feedback: String, touchpoints: Int = 4) -> String {
    "journey j \"J\" {\n  phase p \"P\" {\n"
      + (0..<touchpoints).map { "    touchpoint t\($0) \"T\($0)\" {\n      importance \($0 + 1)\n    }\n" }.joined()
      + "  }\n}\nfeedback s {\n  file \"s.csv\"\n\(feedback)\n}\n"
  }

  private static let each = (0..<4).map { "  answer csat \"C\($0)\" of j/t\($0)" }.joined(separator: "\n")

  @Test(arguments: [
    ("  where \"Status\" is \"Done\"\n", true), ("  weight \"w\"\n", true), ("  one answer per person \"id\"\n", true),
    ("  note \"Asked by phone\"\n", false), ("", false),
  ]) func `another rule of counting is asked differently, though the counts are the same`(rule: String, isOther: Bool) {
    let rows = ratings("t0", [1, 1, 1, 30, 30])
    let found = compare(side(Self.text(Self.each), rows), side(Self.text(rule + Self.each), rows)).all
    #expect(found.contains { $0.code == .askedDifferently } == isOther)
  }

  @Test(arguments: [
    ("  answer csat \"C0\" of j/t0", "  answer csat \"C0\" of j/t0 scale 1..7", true),
    ("  answer csat \"C0\" of j/t0", "  answer csat \"C9\" of j/t0", true),
    ("  answer csat \"C0\" of j/t0", "  answer csat \"C0\" of j/t0\n  answer csat \"C1\" of j/t1", false),
  ]) func `another column or scale is asked differently, another question beside it is not`(
    before: String, after: String, isOther: Bool
  ) {
    let rows = ratings("t0", [1, 1, 1, 30, 30])
    let found = compare(side(Self.text(before), rows), side(Self.text(after), rows)).all
    #expect(found.contains { $0.code == .askedDifferently } == isOther)
  }

  @Test func `the worst by burden is first, and who comes to the first three is told`() {
    let good = (0..<4).flatMap { ratings("t\($0)", [1, 2, 7, 40, 50], period: "2026-Q2") }
    let bad = ratings("t1", [30, 30, 20, 10, 10]) + ratings("t3", [30, 30, 20, 10, 10])
    let found = compare(side(Self.text(Self.each), good), side(Self.text(Self.each), good + bad)).all
    #expect(codes(found.filter { $0.code == .worse }) == ["worse t3", "worse t1"])
    #expect(found.first?.code == .worse)
    let back = compare(side(Self.text(Self.each), good + bad), side(Self.text(Self.each), good)).all
    #expect(
      Set(found.filter { $0.code == .rankIn }.map(\.subject)) == Set(back.filter { $0.code == .rankOut }.map(\.subject))
    )
  }

  @Test func `a question over several touchpoints is compared`() {
    let feedback = "  answer csat \"C\" of j/t0, j/t1"
    func rows(_ counts: [Int], _ period: String) -> [String] { ratings("t0+t1", counts, period: period) }
    let found = compare(
      side(Self.text(feedback), rows([1, 2, 7, 40, 50], "2026-Q2")),
      side(Self.text(feedback), rows([1, 2, 7, 40, 50], "2026-Q2") + rows([30, 30, 20, 10, 10], "2026-Q3"))
    ).all
    #expect(codes(found) == ["worse t0+t1"])
    #expect(found.first?.subject.kind == .touchpoints)
    let gone = compare(side(Self.text(feedback), rows([1, 2, 7, 40, 50], "2026-Q2")), side(Self.text(Self.each))).all
    #expect(gone.contains { $0.code == .noLongerMeasured && $0.subject.name == "t0+t1" })
  }

  @Test func `a merged touchpoint is not compared with one of its parts`() {
    let rows =
      ratings("t0", [1, 2, 7, 40, 50], period: "2026-Q2") + ratings("t1", [1, 2, 7, 40, 50], period: "2026-Q2")
    let merged = Self.text("  answer csat \"C\" of j/t0").replacing(
      "    touchpoint t1 \"T1\" {\n      importance 2\n    }\n", with: ""
    ).replacing("importance 1\n", with: "importance 1\n      was t1\n")
    let found = compare(side(Self.text(Self.each), rows), side(merged, rows)).all
    #expect(found.contains { $0.code == .merged && $0.subject.name == "t1" })
    #expect(found.contains { $0.code == .askedDifferently && $0.subject.name == "t0" })
  }

  @Test func `today and its plan are compared without answers`() throws {
    let text =
      Self.text(Self.each)
      + "journey k \"K\" {\n  state future\n  future-of j\n  phase p \"P\" {\n    touchpoint t0 \"T0\"\n  }\n}\n"
    let one = side(text, ratings("t0", [1, 2, 7, 40, 50]) + ratings("t1", [1, 2, 7, 40, 50]))
    let difference = compare(one, one, pair: (Journey.ID(0), Journey.ID(1)))
    #expect(!difference.all.contains { $0.code.kind == .answers || $0.code == .historyLost })
    #expect(difference.all.contains { $0.code == .touchpointRemoved && $0.subject.name == "t1" })
  }

  private func gate(_ name: String) throws -> DiffGate { try #require(DiffGate(name)) }

  @Test func `an action past its day, and one that made it worse, fail their gates once`() throws {
    func text(_ action: String) -> String {
      Self.text(Self.each).replacing("}\nfeedback", with: "  action x \"X\" {\n    for t0\n\(action)\n  }\n}\nfeedback")
    }
    let q2 = ratings("t0", [1, 2, 7, 40, 50], period: "2026-Q1")
    let both = q2 + ratings("t0", [30, 30, 20, 10, 10], period: "2026-Q3")
    let due = side(text("    due 2026-05-01\n    status doing"), q2)
    let late = side(text("    due 2026-05-01\n    status doing"), both)
    #expect(compare(due, late).outcome(of: try gate("overdue")).result == .failed)
    #expect(compare(late, late).outcome(of: try gate("overdue")).result == .passed)
    let done = side(text("    status done\n    finished 2026-04-30"), both)
    #expect(compare(due, done).outcome(of: try gate("overdue")).result == .notApplicable)
    #expect(compare(late, done).outcome(of: try gate("action-worse")).result == .failed)
    #expect(compare(done, done).outcome(of: try gate("action-worse")).result == .passed)
    #expect(compare(late, late).outcome(of: try gate("action-worse")).result == .notApplicable)
  }
}

/// A change that the newer side knows is the one that would be tested: from the same answers, and only from those.
@Suite struct KnownChangeTests {
  private static let text =
    "journey j \"J\" {\n  phase p \"P\" {\n    touchpoint a \"A\"\n  }\n}\nfeedback s {\n  file \"s.csv\"\n"
    + "  answer csat \"A\" of j/a\n}\n"

  @Test(arguments: [[2, 3, 5, 40, 50], [4, 6, 10, 80, 100], [2, 3, 5, 50, 40], [9, 9, 9, 40, 50]])
  func `its p is that of both sides' answers`(counts: [Int]) throws {
    let (old, new) = (ratings("a", counts, period: "2026-Q2"), ratings("a", [30, 30, 10, 10, 10], period: "2026-Q3"))
    let alone = try figure(old, new)
    let both = try figure(old, ratings("a", [2, 3, 5, 40, 50], period: "2026-Q2") + new)
    #expect(alone.p == both.p && alone.difference == both.difference)
  }

  private func figure(_ old: [String], _ new: [String]) throws -> Score.Change {
    let all = compare(side(Self.text, old), side(Self.text, new)).all
    return try #require(all.first { $0.figure?.change != nil }?.figure?.change)
  }
}
