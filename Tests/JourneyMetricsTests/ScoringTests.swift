import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@Suite struct ScoringTests {
  @Test func `states, from not asked to scored`() {
    func state(_ rows: String) -> Score.ScoreState { scored(rows).touchpoints[0][.csat].state }
    #expect(state("") == .notAsked)
    #expect(state("apply,form,csat,1..5,2026-Q3,,survey,unused,20,,\n") == .noData)
    #expect(state(ratings([0, 0, 1, 0, 8])) == .hidden)
    #expect(state(ratings([0, 0, 1, 0, 9])) == .indicative)
    #expect(state(ratings([0, 0, 1, 0, 28])) == .indicative)
    #expect(state(ratings([0, 0, 1, 0, 29])) == .scored)
  }

  @Test func `a declared question without answers is no data`() {
    var workspace = workspace(journey("apply", ["form", "call"]))
    var feedback = Feedback(name: "survey", title: "Survey", span: nowhere, declaredIn: FileID(0))
    var question = Feedback.Question(metric: .csat, source: .column("Q1"), span: nowhere)
    feedback.touchpointColumn = "Topic"
    feedback.touchpointRows = [
      Feedback.Row(cells: ["C"], meaning: .subject([.touchpoint(Touchpoint.ID(1), in: Journey.ID(0))]))
    ]
    feedback.questions = [question]
    question = Feedback.Question(metric: .nps, source: .column("Q2"), span: nowhere)
    question.subject = [.workspace]
    feedback.questions.append(question)
    workspace.feedbacks = [feedback]
    let result = score(workspace, []).value
    #expect(result.journeys[0].touchpoints[0][.csat].state == .notAsked)
    #expect(result.journeys[0].touchpoints[1][.csat].state == .noData)
    #expect(result.journeys[0].touchpoints[1][.nps].state == .notAsked)
    #expect(result.overall[.nps].state == .noData)
  }

  @Test(arguments: [
    ("csat", "1..5", [3, 4, 5], [4, 5]), ("csat", "1..7", [5, 6, 7], [6, 7]), ("csat", "0..10", [7, 8, 10], [8, 10]),
    ("csat", "1..10", [7, 8, 9], [8, 9]), ("effort", "1..7", [4, 5, 7], [5, 7]),
    ("effort", "1..5", [3, 4, 5], [4, 5]),
    ("effort", "7..1", [4, 3, 1], [3, 1]), ("effort", "0..10", [6, 7, 10], [7, 10]), ("fcr", "0..1", [0, 1], [1]),
  ])
  func `which answers of a scale count`(metric: String, scale: String, given: [Int], counted: [Int]) throws {
    let rows = given.map { "apply,form,\(metric),\(scale),2026,,s,\($0),100,,\n" }.joined()
    let figure = try #require(scored(rows).touchpoints[0][Metric(rawValue: metric) ?? .nps].figure)
    #expect(figure.value == Double(counted.count) / Double(given.count))
  }

  @Test func `durations: buckets, open cases, zero`() throws {
    let rows = [0, 60, 120, 300, 301, 3600, 7200, 86_400]
      .map { "apply,form,resolution,,2026,,s,\($0),5,,\n" }.joined()
    // Two open cases of which nobody knows since when are 4.8 % of all.
    let score = scored(rows + "apply,form,resolution,,2026,,s,open,2,,\n").touchpoints[0][.resolution]
    let figure = try #require(score.figure)
    #expect(score.n == 40)
    #expect(score.open == OpenCases(open: 2, undated: 2, all: 42))
    #expect(figure.mean == nil && figure.geometricMean == nil)
    #expect(figure.value == 300.5)
    #expect(figure.p90 == 86_271.5)
    #expect(score.target?.value == 172_800)
    #expect(figure.interval?.contains(300.5) == true)
  }

  @Test func `earlier names, repeated touchpoints, phases and shared questions find their place`() throws {
    let rows =
      ratings([0, 0, 0, 0, 40], of: "application") + ratings([0, 0, 0, 40, 0], of: "form")
      + ratings([40, 0, 0, 0, 0], of: "call+form") + ratings([0, 40, 0, 0, 0], of: "all")
    let apply = scored(rows) { journey in
      journey.touchpoints[0].earlierNames = ["application"]
      journey.touchpoints[2].repeats = Touchpoint.ID(0)
    }
    #expect(apply.touchpoints[0][.csat].n == 80)
    #expect(apply.touchpoints[1][.csat].state == .notAsked)
    #expect(apply.touchpoints[2][.csat].n == 80)
    // With `mail` repeating `form`, the phase and the pair are the same touchpoints.
    #expect(apply.shared.map(\.touchpoints) == [[Touchpoint.ID(0), Touchpoint.ID(1)]])
    #expect(apply.shared[0].scores[.csat].n == 80)
  }

  @Test func `a name that nothing has is a finding, with the nearest`() throws {
    let read = tally(ratings([0, 0, 0, 0, 40], of: "frm") + "aply,form,csat,1..5,2026,,s,5,1,,\n")
    let result = score(workspace(journey("apply", ["form", "call"])), [read.value])
    #expect(
      result.diagnostics.map(\.message) == [
        #"no touchpoint of "apply" is named "frm""#, #"no journey is named "aply""#,
      ])
    #expect(result.diagnostics[0].help?.hasPrefix(#"did you mean "form"?"#) == true)
    #expect(result.diagnostics[1].help?.hasPrefix(#"did you mean "apply"?"#) == true)
  }

  @Test func `two scales are not pooled: the larger is shown`() {
    let rows =
      ratings([0, 0, 0, 0, 40], feedback: "survey")
      + "apply,form,csat,1..7,2026-Q3,,phone,7,39,,\napply,form,csat,1..5,2026-Q3,,post,5,12,12,12\n"
    let result = score(workspace(journey("apply", ["form"])), [tally(rows).value])
    let score = result.value.journeys[0].touchpoints[0][.csat]
    #expect(score.n == 40)
    #expect(score.feedbacks == ["survey"])
    #expect(result.diagnostics.map(\.rule.code) == ["tally-not-pooled"])
  }

  @Test func `several feedbacks on one scale are pooled, segments added up`() {
    let rows =
      ratings([0, 0, 0, 0, 40], segment: "young", feedback: "b") + ratings([0, 0, 0, 40, 0], feedback: "a")
    let score = scored(rows).touchpoints[0][.csat]
    #expect(score.n == 80)
    #expect(score.feedbacks == ["a", "b"])
  }

  @Test func `the latest period, its history, and a change that is clear`() throws {
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-Q1") + ratings([20, 0, 0, 0, 21], period: "2026-Q2")
      + ratings([2, 0, 0, 0, 60], period: "2026-Q3") + ratings([2, 0, 0, 0, 3], of: "call", period: "2026-Q4")
    let apply = scored(rows)
    let score = apply.touchpoints[0][.csat]
    #expect(score.period?.description == "2026-Q3")
    #expect(score.history.map(\.period.description) == ["2026-Q1", "2026-Q2", "2026-Q3"])
    let change = try #require(score.change)
    #expect(change.from.description == "2026-Q2")
    #expect(change.isClear)
    #expect(apply.period?.description == "2026-Q3")
  }

  /// 50 → 65 of 100 (p = 0.032) is clear alone; beside nine comparisons without a change it is not, whatever the periods.
  @Test(arguments: ["2026-Q1..2026-Q2", "2026-Q2..2026-Q3"])
  func `a change is judged among all of the journey, whatever their periods`(periods: String) throws {
    let quarters = periods.split(separator: ".").map(String.init)
    func clear(besides others: Int) -> Bool? {
      let names = ["form"] + (0..<others).map { "other\($0)" }
      let rows = names.map { name in
        ratings([50, 0, 0, 0, 50], of: name, period: name == "form" ? "2026-Q1" : quarters[0])
          + ratings(
            name == "form" ? [35, 0, 0, 0, 65] : [50, 0, 0, 0, 50], of: name,
            period: name == "form" ? "2026-Q2" : quarters[1])
      }
      let result = score(workspace(journey("apply", names)), [tally(rows.joined()).value]).value
      return result.journeys[0].touchpoints[0][.csat].change?.isClear
    }
    #expect(clear(besides: 0) == true)
    #expect(clear(besides: 1) == false)
    #expect(clear(besides: 9) == false)
  }

  /// What a journey, its touchpoints and several of them together were asked is looked at on one page.
  @Test(arguments: ["", "call+mail", "all"])
  func `the journey's own figures and shared ones are of its family`(other: String) {
    let form = ratings([50, 0, 0, 0, 50], period: "2026-Q1") + ratings([35, 0, 0, 0, 65], period: "2026-Q2")
    let unchanged = ["2026-Q2", "2026-Q3"].map { ratings([50, 0, 0, 0, 50], of: other, period: $0) }.joined()
    #expect(scored(form).touchpoints[0][.csat].change?.isClear == true)
    #expect(scored(form + unchanged).touchpoints[0][.csat].change?.isClear == false)
  }

  @Test func `the workspace's own figures are no family of a journey's`() {
    let rows =
      ratings([50, 0, 0, 0, 50], period: "2026-Q1") + ratings([35, 0, 0, 0, 65], period: "2026-Q2")
      + ["2026-Q1", "2026-Q2"].map { ratings([50, 0, 0, 0, 50], of: "", period: $0) }.joined()
      .replacing("apply,", with: ",")
    #expect(scored(rows).touchpoints[0][.csat].change?.isClear == true)
  }

  @Test func `the nearest target wins`() {
    func target(_ value: Double) -> Target {
      Target(metric: .csat, comparison: .atLeast, value: value, span: nowhere)
    }
    var apply = journey("apply", ["form", "call"])
    var workspace = workspace(apply)
    func values() -> [Double?] {
      workspace.journeys = [apply]
      let result = score(workspace, []).value.journeys[0]
      return [result.touchpoints[0][.csat].target?.value, result.overall[.csat].target?.value]
    }
    #expect(values() == [0.85, 0.85])
    workspace.targets = [target(0.5)]
    #expect(values() == [0.5, 0.5])
    apply.targets = [target(0.6)]
    #expect(values() == [0.6, 0.6])
    apply.phases[0].targets = [target(0.7)]
    apply.overallTargets = [target(0.9)]
    #expect(values() == [0.7, 0.9])
    apply.touchpoints[0].targets = [target(0.8)]
    #expect(values() == [0.8, 0.9])
  }

  @Test func `goals: records against the target`() throws {
    var apply = journey("apply", ["form"])
    var goal = Goal(name: "retention", title: "Lower churn", span: nowhere)
    goal.measure = .kpi(KPI.ID(0))
    goal.target = 0.04
    goal.comparison = .atMost
    goal.records = [
      Goal.Record(
        period: try #require(Period("2026-Q3")), figure: .count(42, of: 1400, isLost: true), span: nowhere),
      Goal.Record(period: try #require(Period("2026-Q2")), figure: .value(0.05), span: nowhere),
    ]
    apply.goals = [goal]
    var workspace = workspace(apply)
    workspace.kpis = [KPI(name: "churn", title: "Churn", span: nowhere, unit: .share, higherIsBetter: false)]
    let churn = score(workspace, []).value.journeys[0].goals[0]
    #expect(churn.history.map(\.value) == [0.05, 0.03])
    #expect(churn.history[1].interval == wilson(42, of: 1400))
    #expect(churn.isMet == true)
    workspace.kpis = [KPI(name: "kept", title: "Kept", span: nowhere, unit: .share, higherIsBetter: true)]
    #expect(score(workspace, []).value.journeys[0].goals[0].history[1].value == 0.97)
  }
}
