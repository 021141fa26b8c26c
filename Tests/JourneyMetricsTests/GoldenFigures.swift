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
}
