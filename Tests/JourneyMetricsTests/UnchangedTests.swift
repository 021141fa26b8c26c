import JourneyMetrics
import JourneySyntax
import Testing

/// "Unchanged" is more than "no clear change", and what could have been seen is said of shares alone.
@Suite struct UnchangedTests {
  /// Food at the San Francisco airport, 2013 to 2018, as the design has it: −.13 points, 90 % −2.66 to +2.38.
  @Test func `within three points, or not`() {
    #expect(change((0.569767, 2299.83), (0.568419, 1906.10)).isUnchanged == true)
    #expect(change((0.569767, 2299.83), (0.568419, 1306.10)).isUnchanged == true)
    #expect(change((0.569767, 1299.83), (0.568419, 1006.10)).isUnchanged == false)
    #expect(change((0.569767, 2299.83), (0.578, 1906.10)).isUnchanged == false)
  }

  @Test func `a clear change is never unchanged`() {
    var change = change((0.5, 2_000_000), (0.51, 2_000_000))
    #expect(change.isUnchanged == true)
    change.isClear = true
    #expect(change.isUnchanged == false)
  }

  @Test func `nothing to say of NPS and times`() {
    let change = change((40, nil), (41, nil))
    #expect(change.isUnchanged == nil && change.smallest == nil)
  }

  @Test func `everyone or nobody, and hardly any answers`() {
    #expect(smallestChange(of: 1, answers: (100, 100)).map { $0 > 0.05 && $0 < 0.1 } == true)
    #expect(smallestChange(of: 0, answers: (100, 100)).map { $0 > 0.05 && $0 < 0.1 } == true)
    #expect(smallestChange(of: 0.5, answers: (2, 2)) == nil)
    #expect(smallestChange(of: 0.5, answers: (0, 100)) == nil)
    #expect(answersNeeded(from: 0.5, to: 0.5) == .infinity)
  }

  private func change(_ before: (share: Double, n: Double?), _ after: (share: Double, n: Double?)) -> Score.Change {
    var answers: (before: Double, after: Double)?
    if let then = before.n, let now = after.n { answers = (then, now) }
    return Score.Change(
      from: Period(year: 2013, unit: .year), before: .init(value: before.share, interval: nil),
      after: .init(value: after.share, interval: nil), difference: after.share - before.share, isMoreThan: false,
      interval: nil, p: 1, answers: answers, isClear: false)
  }
}
