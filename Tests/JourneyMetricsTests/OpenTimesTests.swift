import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Times with cases still open, from tallies to figures.
@Suite struct OpenTimesTests {
  /// Rows of the time to resolve at `form`: answers with their counts, `>86016` as tallies have it.
  private func rows(_ answers: [(String, Int)], period: String = "2026-03") -> String {
    answers.map { "apply,form,resolution,,\(period),,tickets,\($0.0),\($0.1),,\n" }.joined()
  }

  private func score(_ rows: String, target: Double? = nil) -> Score {
    scored(rows) { journey in
      guard let target else { return }
      journey.touchpoints[0].targets = [
        Target(metric: .resolution, comparison: .atMost, value: target, span: nil)
      ]
    }.touchpoints[0][.resolution]
  }

  /// The design's page, in seconds.
  @Test func `the page's example through a tally`() throws {
    let solved = ["1", "2", "3", "5", "8"].map { ($0, 5) }
    let score = score(rows(solved + [(">1", 2), (">4", 6), (">6", 10)]))
    #expect(score.figure?.value == 5 && score.figure?.interval == 3...8)
    #expect(score.n == 43 && score.effective == 43 && score.state == .scored)
    #expect(score.open == OpenCases(open: 18, undated: 0, all: 43))
    #expect(score.figure?.mean == nil && score.figure?.geometricMean == nil)
  }

  /// The mean rose by 12 h, and today's text says "median 9.1 → 5.1 h" and "worse: mean +12 h".
  @Test func `what is tested is what is shown`() throws {
    let score = score(
      rows([("32768", 60), ("36864", 60)], period: "2026-02") + rows([("18432", 84), ("221184", 36)]))
    let change = try #require(score.change)
    #expect(change.before.value == 32_895.5 && change.after.value == 18_495.5)
    #expect(change.difference == -14_400 && change.interval == nil)
    #expect(abs(change.p - 0.2641116617568083) < 1e-9)
    #expect(!change.isClear)
  }

  /// Half of each month is slower, the other faster: the log-rank test sees the long cases, the medians the short ones.
  @Test func `a test that finds the opposite of the medians makes no change clear`() throws {
    let score = score(
      rows([("1000", 90), ("1100", 110)], period: "2026-02") + rows([("900", 105), ("5000", 95)]))
    let change = try #require(score.change)
    #expect(change.difference < 0 && change.p == 1 && !change.isClear)
  }

  @Test func `a clear change of the medians is clear, with cases open or without`() throws {
    let before = rows((1...20).map { (String($0 * 100), 5) }, period: "2026-02")
    let slower = try #require(score(before + rows((1...20).map { (String($0 * 200), 5) })).change)
    #expect(slower.isClear && slower.difference > 0 && slower.p < 0.001)
    let open = (1...12).map { (String($0 * 200), 5) } + [(">2400", 40)]
    let stillOpen = try #require(score(before + rows(open)).change)
    #expect(stillOpen.isClear && stillOpen.difference > 0 && !stillOpen.isMoreThan)
  }

  @Test func `where most are open the median is more than is known`() throws {
    let score = score(rows([("60", 12), (">240", 30), (">250", 8)]), target: 300)
    let figure = try #require(score.figure)
    #expect(figure.isMoreThan && figure.value == 250)
    #expect(figure.p90 == nil)
    #expect(!figure.isKnown(against: 300) && figure.isKnown(against: 200))
  }

  /// 250 s and more, after a median of 100 s: at least 150 s more. Against 240 s nobody knows.
  @Test func `a change to more than is known is more than it says, or not known`() throws {
    let now = rows([("60", 12), (">240", 30), (">250", 8)])
    let change = try #require(score(rows([("100", 40)], period: "2026-02") + now).change)
    #expect(change.isMoreThan && change.difference == 150 && change.isClear)
    #expect(change.asDifference == nil)
    let other = score(rows([("254", 40)], period: "2026-02") + now)
    #expect(other.figure != nil && other.change == nil)
    let back = try #require(score(now.replacing("2026-03", with: "2026-02") + rows([("100", 40)])).change)
    #expect(back.isMoreThan && back.difference == -150)
  }

  @Test(arguments: [(2, true), (3, false)])
  func `open cases without a time are left out up to one in twenty`(undated: Int, isShown: Bool) throws {
    let score = score(rows([("60", 20), ("90", 18), ("open", undated)]))
    #expect((score.figure != nil) == isShown)
    #expect(score.state == (isShown ? .scored : .undated))
    #expect(score.open == OpenCases(open: undated, undated: undated, all: 38 + undated))
    let later = self.score(
      rows([("60", 20), ("90", 18), ("open", undated)], period: "2026-02") + rows([("600", 40)]))
    #expect((later.change != nil) == isShown)
  }

  @Test func `few solved cases have a median and no interval`() throws {
    let score = score(rows([("60", 5), (">30", 20)]))
    #expect(score.figure?.value == 60 && score.figure?.isMoreThan == false && score.figure?.interval == nil)
  }

  @Test func `cases still open count for what may be shown`() {
    #expect(score(rows([("60", 4), (">300", 8)])).state == .indicative)
    #expect(score(rows([("60", 4), (">300", 5)])).state == .hidden)
    #expect(score(rows([(">300", 12)])).figure?.isMoreThan == true)
    #expect(score(rows([("open", 12)])).state == .noData)
  }

  @Test func `a goal of time is neither met nor missed by more than is known`() {
    func isMet(_ target: Double) -> Bool? {
      scored(rows([("60", 12), (">240", 30), (">250", 8)]).replacing(",form,", with: ",,")) { journey in
        var goal = Goal(name: "fast", title: "Fast", span: nowhere)
        (goal.measure, goal.comparison, goal.target) = (.metric(.resolution), .atMost, target)
        journey.goals = [goal]
      }.goals[0].isMet
    }
    #expect(isMet(300) == nil)
    #expect(isMet(200) == false)
  }

  @Test func `an open case is written as it is read, in its bucket`() {
    let read = tally(rows([(">5400", 3), ("5400", 2), (">5390", 1), ("open", 1), ("unused", 4)]))
    #expect(read.diagnostics.map(\.rule.code) == ["tally-repeated-row"])
    #expect(
      read.value.text.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",").suffix(2).joined(separator: " ")
      }
        == ["5376 2", ">5376 4", "open 1", "unused 4"])
    #expect(tally(String(read.value.text.dropFirst(Tally.header.count + 1))).value.text == read.value.text)
    #expect(read.value.answered[0].rows.map(\.counts.count) == [2, 4, 4, 1])
  }

  @Test(arguments: [">", ">-1", "> 5", ">>5", ">1.5", "5>", ">open", "<5"])
  func `what is no time of an open case is a finding`(answer: String) {
    #expect(
      tally(rows([(answer, 3)])).diagnostics.map(\.message) == [
        "\"\(answer)\" is not an answer on the scale of seconds"
      ])
    #expect(tally("apply,form,csat,1..5,2026,,s,>5,3,,\n").diagnostics.count == 1)
  }
}
