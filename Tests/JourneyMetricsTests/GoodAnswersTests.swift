import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Which answers a share counts is declared in the journey files, never in a tally.
@Suite struct GoodAnswersTests {
  /// Of 1..4: ten times 1, five times 2, twenty times 3, five times 4.
  private static let counts = [10, 5, 20, 5]

  private static func rows(
    _ counts: [Int] = counts, of touchpoint: String = "form", _ metric: String = "csat", scale: String = "1..4",
    period: String = "2026-Q3", feedback: String = "survey"
  ) -> String {
    ratings(counts, of: touchpoint, metric, scale: scale, period: period, feedback: feedback)
  }

  /// - Parameter answers: what stands behind `answer` in feedback `survey`, one line each.
  private static func scored(_ rows: String, _ answers: [String], other: [String] = []) -> Diagnosed<AnnotatedWorkspace>
  {
    func feedback(_ name: String, _ answers: [String]) -> String {
      let lines = answers.map { "  answer \($0)" }.joined(separator: "\n")
      return "feedback \(name) \"F\" {\n  file \"x.csv\"\n  period 2026-Q3\n\(lines)\n}\n"
    }
    let text = """
      journey apply "Apply" {
        phase all "All" {
          touchpoint form "Form"
          touchpoint call "Call"
        }
      }
      \(feedback("survey", answers))
      \(other.isEmpty ? "" : feedback("other", other))
      """
    let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
    return score(workspace, [tally(rows, file: 1).value])
  }

  private static func form(_ rows: String, _ answers: String..., metric: Metric = .csat) -> Score {
    scored(rows, answers).value.journeys[0].touchpoints[0][metric]
  }

  @Test func `what the feedback declares decides, also for tallies that were there before`() {
    func share(_ facts: String) -> Double? {
      Self.form(Self.rows(), "csat \"Q\" of apply/form scale 1..4\(facts)").figure?.value
    }
    #expect(share("") == 0.125)
    #expect(share(" good 4") == 0.125)
    #expect(share(" good 3..4") == 0.625)
    #expect(share(" good 2..4") == 0.75)
    // Neither is a range that ends with the best and leaves out the worst.
    #expect(share(" good 2..3") == 0.125)
    #expect(share(" good 1..4") == 0.125)
  }

  @Test func `it is of its own question, feedback and scale alone`() {
    let good = "csat \"Q\" of apply/form scale 1..4 good 3..4"
    let call = Self.scored(Self.rows(of: "call"), [good, "csat \"R\" of apply/call scale 1..4"])
    #expect(call.value.journeys[0].touchpoints[1][.csat].figure?.value == 0.125)
    #expect(Self.form(Self.rows(feedback: "gone"), good).figure?.value == 0.125)
    // It was asked on 1..5 before.
    #expect(Self.form(Self.rows([10, 5, 15, 5, 5], scale: "1..5"), good).figure?.value == 0.25)
    #expect(Self.form(Self.rows(), "csat \"Q\" of apply/form scale 1..5 good 3..5").figure?.value == 0.125)
  }

  @Test func `where low is easy it ends with the lowest`() {
    let rows = Self.rows([20, 10, 5, 5], "effort", scale: "4..1")
    func share(_ good: String) -> Double? {
      Self.form(rows, "effort \"Q\" of apply/form scale 1..4 lower-is-easier\(good)", metric: .effort).figure?.value
    }
    #expect(share("") == 0.75)
    #expect(share(" good 1") == 0.5)
    #expect(share(" good 1..3") == 0.875)
    #expect(share(" good 3..4") == 0.75)
  }

  @Test func `shares of different answers are neither added up nor compared`() {
    let ask = "csat \"Q\" of apply/form scale 1..4"
    func both(_ other: String) -> Diagnosed<AnnotatedWorkspace> {
      Self.scored(
        Self.rows() + Self.rows([0, 0, 0, 30], feedback: "other"), ["\(ask) good 3..4"], other: [ask + other])
    }
    #expect(both(" good 3..4").value.journeys[0].touchpoints[0][.csat].n == 70)
    let apart = both(" good 4")
    #expect(apart.value.journeys[0].touchpoints[0][.csat].n == 40)
    #expect(apart.diagnostics.map(\.rule.code) == ["tally-not-pooled"])
    // What is declared is what the rule takes anyhow.
    #expect(
      Self.scored(Self.rows() + Self.rows(feedback: "other"), ["\(ask) good 4"], other: [ask])
        .value.journeys[0].touchpoints[0][.csat].n == 80)

    let later = Self.rows([5, 5, 20, 10], period: "2026-Q4", feedback: "other")
    func change(_ other: String) -> Double? {
      Self.scored(Self.rows() + later, ["\(ask) good 3..4"], other: [ask + other])
        .value.journeys[0].touchpoints[0][.csat].change?.difference
    }
    #expect(change(" good 3..4") == 0.125)
    #expect(change(" good 4") == nil)
  }

  @Test func `the usual answers of a scale, and what is said of them`() throws {
    func counted(_ metric: String, _ scale: String) throws -> String {
      let rows = "apply,form,\(metric),\(scale),2026-Q3,,survey,1,40,,\n"
      let score = Self.form(rows, "csat \"Q\" of apply/call scale 1..5", metric: try #require(Metric(rawValue: metric)))
      let range = try #require(score.good).range
      return "\(range.lowerBound)-\(range.upperBound)"
    }
    #expect(try counted("csat", "1..5") == "4-5")
    #expect(try counted("csat", "1..6") == "5-6")
    #expect(try counted("csat", "1..7") == "6-7")
    #expect(try counted("csat", "0..10") == "8-10")
    #expect(try counted("csat", "1..10") == "8-10")
    #expect(try counted("csat", "0..100") == "75-100")
    #expect(try counted("csat", "1..3") == "3-3")
    #expect(try counted("csat", "0..1") == "1-1")
    #expect(try counted("effort", "1..5") == "4-5")
    #expect(try counted("effort", "1..7") == "5-7")
    #expect(try counted("effort", "7..1") == "1-3")
    #expect(try counted("effort", "5..1") == "1-2")
  }
}
