import JourneyMetrics
import Testing

/// The values that the design gives.
@Suite struct GoldenFigures {
  @Test func `Wilson's interval`() {
    #expect(rounded(wilson(74, of: 107).lowerBound, 4) == 0.5987)
    #expect(rounded(wilson(74, of: 107).upperBound, 4) == 0.7712)
    #expect(rounded(wilson(5, of: 5).lowerBound, 4) == 0.5655)
    #expect(wilson(5, of: 5).upperBound == 1)
    #expect(wilson(0, of: 5).lowerBound == 0)
    #expect(rounded(wilson(0, of: 5).upperBound, 4) == 0.4345)
  }

  @Test func `net promoter score`() throws {
    let score = NetPromoter(promoters: 20, detractors: 8, n: 40)
    #expect(score.value == 30)
    let interval = try #require(score.interval)
    #expect(rounded(interval.lowerBound, 1) == 4.6)
    #expect(rounded(interval.upperBound, 1) == 51.2)
    #expect(NetPromoter(promoters: 1, detractors: 0.9, n: 1.99).interval == nil)
    #expect(NetPromoter(promoters: 1, detractors: 1, n: 2).interval != nil)
    let before = NetPromoter(promoters: 41, detractors: 31, n: 100)
    let after = NetPromoter(promoters: 51, detractors: 21, n: 100)
    #expect(rounded(after.change(from: before).p, 4) == 0.0878)
  }

  @Test func `Newcombe's difference`() {
    let change = newcombe((56.0 / 70, 70), minus: (48.0 / 80, 80))
    #expect(rounded(change.difference, 4) == 0.2)
    #expect(rounded(change.interval.lowerBound, 4) == 0.0524)
    #expect(rounded(change.interval.upperBound, 4) == 0.3339)
    #expect(rounded(change.p, 4) == 0.0081)
  }

  /// The design's page.
  @Test func `what could have been seen`() throws {
    let pairs = [(0.75, 0.8), (0.5, 0.55), (0.9, 0.95), (0.57, 0.62), (0.75, 0.85)]
    #expect(pairs.map { rounded(answersNeeded(from: $0, to: $1), 1) } == [1093.7, 1564.7, 434.4, 1511.9, 250.0])
    #expect(rounded(try #require(smallestChange(of: 0.75, answers: (300, 300))), 4) == 0.0920)
    #expect(rounded(try #require(smallestChange(of: 0.569767, answers: (2299.83, 1906.10))), 4) == 0.0427)
  }

  @Test func `Kish's effective number`() {
    #expect(rounded(effectiveCount(weights: 20 + 40 + 40, squares: 10 + 40 + 80), 2) == 76.92)
  }

  @Test func `geometric mean`() {
    let times = Times([45, 55, 62, 65, 75, 135].map { ($0, 1) })
    #expect(rounded(times.geometricMean, 2) == 68.24)
  }

  @Test func `a median needs six values, the ninth decile thirty-six`() {
    #expect(Quantile.median.ranks(of: 5) == nil)
    #expect(Quantile.median.ranks(of: 6).map { [$0.low, $0.high] } == [1, 6])
    #expect(Quantile.p90.ranks(of: 35) == nil)
    #expect(Quantile.p90.ranks(of: 36)?.high == 36)
  }

  /// The design's page: 43 cases, 18 of them open.
  @Test func `Kaplan and Meier, with Greenwood's errors and the interval of Brookmeyer and Crowley`() {
    let times = Times([1, 2, 3, 5, 8].map { ($0, 5) }, open: [(1, 2), (4, 6), (6, 10)])
    let survival = Survival(times)
    #expect(survival.steps.map { rounded($0.share, 6) } == [0.883721, 0.760982, 0.638243, 0.478682, 0])
    #expect(survival.steps.map { rounded($0.error, 6) } == [0.048885, 0.06608, 0.074824, 0.083475, 0])
    #expect(times.estimate(.median) == TimeEstimate(seconds: 5, interval: 3...8))
    #expect((times.n, times.solved) == (43, 25))
  }

  @Test func `a median that is not reached is longer than the longest time known`() {
    let times = Times([(1, 4), (2, 8)], open: [(3, 20), (9, 2)])
    let median = times.estimate(.median)
    #expect((median.seconds, median.isLonger) == (9, true))
    #expect(median.interval == 2 ... .infinity)
    // Too far above one half for the median to begin anywhere among the times known.
    #expect(
      Times([(1, 4), (2, 4)], open: [(3, 20), (9, 2)]).estimate(.median) == TimeEstimate(seconds: 9, isLonger: true))
    // With five solved cases the order statistics have no interval, so neither has this.
    #expect(Times([(1, 5)], open: [(3, 20)]).estimate(.median).interval == nil)
    #expect(Times([], open: [(3, 20)]).estimate(.median) == TimeEstimate(seconds: 3, isLonger: true))
    #expect(Times([]).estimate(.median) == TimeEstimate(seconds: 0))
  }

  @Test func `a draw of the median is an interval at any level`() {
    let times = Times([1, 2, 3, 5, 8].map { ($0, 5) }, open: [(1, 2), (4, 6), (6, 10)])
    func drawn(_ uniform: Double) -> Double? { times.medianChances.first { $0.chance >= uniform }?.seconds }
    #expect([0.0249, 0.0251, 0.5, 0.9749, 0.9751].map(drawn) == [3, 3, 5, 8, 8])
    let solved = Times([1, 2, 3, 5, 8].map { ($0, 5) })
    #expect(solved.medianChances.map { rounded($0.chance, 4) } == [0.0004, 0.1538, 0.8462, 0.9996, 1])
    #expect(Times([], open: [(3, 20)]).medianChances.map(\.chance) == [1])
  }
}
