import JourneyMetrics
import JourneyModel
import JourneySource
import Testing

@Suite struct PropertyTests {
  @Test func `Wilson's interval holds its share and shrinks with more answers`() {
    for k in 0...40 {
      var width = 2.0
      for times in [1.0, 2, 5, 40, 1e6] {
        let interval = wilson(Double(k) * times, of: 40 * times)
        #expect(interval.contains(Double(k) / 40))
        #expect(interval.upperBound - interval.lowerBound < width)
        width = interval.upperBound - interval.lowerBound
      }
    }
  }

  @Test func `a tally of two halves is that of the whole, in any order`() {
    var random = SystemRandomNumberGenerator()
    for seed in 0..<20 {
      let rows = (0..<60).map { i -> String in
        let (rating, period) = ((i * 7 + seed) % 5 + 1, ["2026-Q2", "2026-Q3"][i % 2])
        return i % 3 == 0
          ? "apply,form,csat,1..5,\(period),,b,\(rating),2,\(i + 1).5,\((i + 2) * (i + 2)).25\n"
          : "apply,form,csat,1..5,\(period),,a,\(rating),\(i),,\n"
      }
      let whole = tally(rows.shuffled(using: &random).joined()).value
      let halves = tally(rows[..<25].joined()).value.merged(with: tally(rows[25...].joined()).value)
      #expect(whole.text == halves.text)
      #expect(tally(String(whole.text.dropFirst(Tally.header.count + 1))).value.text == whole.text)
    }
  }

  @Test(arguments: [[3, 5, 8, 13, 21], [40, 0, 0, 0, 0], [1, 2, 3, 4, 50]])
  func `an effort scale turned round is its mirror`(counts: [Int]) throws {
    let up = try #require(scored(ratings(counts, "effort")).touchpoints[0][.effort].figure)
    let down = try #require(
      scored(ratings(counts.reversed(), "effort", scale: "5..1")).touchpoints[0][.effort].figure)
    #expect(up.value == down.value)
    #expect(up.interval == down.interval)
    #expect(up.distribution == down.distribution)
    #expect(abs(try #require(up.mean) + (try #require(down.mean)) - 6) < 1e-12)
  }

  @Test func `a bucket holds its seconds, and is at most 0.8 % wide`() {
    var second = 0
    while second < 100_000_000 {
      let bucket = DurationBucket(of: second)
      #expect(bucket.start <= second && second < bucket.start + bucket.width)
      #expect(DurationBucket(of: bucket.start) == bucket)
      #expect(bucket.width == 1 || Double(bucket.width) <= 0.008 * Double(bucket.start))
      second += max(1, second / 37)
    }
    #expect(DurationBucket(of: 255).midpoint == 255)
    #expect(DurationBucket(of: 257).start == 256)
    #expect(DurationBucket(of: 100_000).start == 99_840)
  }
}
