import JourneyMetrics
import JourneyModel
import Support
import Testing

/// Every figure against SciPy; how, says `CrossCheck/make_table.py`.
@Suite struct CrossCheckTests {
  @Test func `the table is there`() {
    #expect(CrossCheck.cases("wilson").count > 40)
  }

  @Test(arguments: CrossCheck.cases("log"))
  func `natural logarithm`(row: CrossCheck) { #expect(row.agrees([logarithm(row.input[0])], to: 4e-16)) }

  @Test(arguments: CrossCheck.cases("exp"))
  func `exponential function`(row: CrossCheck) { #expect(row.agrees([exponential(row.input[0])], to: 1e-15)) }

  @Test(arguments: CrossCheck.cases("normal-tails"))
  func `normal tails`(row: CrossCheck) { #expect(row.agrees([normalTails(row.input[0])], to: 1e-13)) }

  @Test(arguments: CrossCheck.cases("chi-square"))
  func `chi-square tail`(row: CrossCheck) {
    let tail = chiSquareTail(above: row.input[0], degrees: row.input[1])
    #expect(abs(tail - row.expected[0]) <= 1e-10 * row.expected[0] + 1e-16)
  }

  @Test(arguments: CrossCheck.cases("normal-quantile"))
  func `normal quantile`(row: CrossCheck) { #expect(row.agrees([normalQuantile(row.input[0])], to: 1e-12)) }

  @Test(arguments: CrossCheck.cases("t-tails"))
  func `Student's tails`(row: CrossCheck) {
    #expect(row.agrees([studentTails(row.input[0], degrees: row.input[1])], to: 1e-10))
  }

  @Test(arguments: CrossCheck.cases("t-point"))
  func `Student's point`(row: CrossCheck) {
    #expect(row.agrees([studentPoint(row.input[0], degrees: row.input[1])], to: 1e-10))
  }

  @Test(arguments: CrossCheck.cases("wilson"))
  func `Wilson`(row: CrossCheck) {
    let interval = wilson(row.input[0], of: row.input[1])
    #expect(row.agrees([interval.lowerBound, interval.upperBound]))
  }

  @Test(arguments: CrossCheck.cases("product"))
  func `a share of a share`(row: CrossCheck) {
    let (k1, n1, k2, n2) = (row.input[0], row.input[1], row.input[2], row.input[3])
    let interval = productInterval((k1 / n1, wilson(k1, of: n1)), times: (k2 / n2, wilson(k2, of: n2)))
    #expect(row.agrees([interval.lowerBound, interval.upperBound]))
  }

  @Test(arguments: CrossCheck.cases("newcombe"))
  func `Newcombe with p`(row: CrossCheck) {
    let (k1, n1, k2, n2) = (row.input[0], row.input[1], row.input[2], row.input[3])
    let change = newcombe((k1 / n1, n1), minus: (k2 / n2, n2))
    #expect(
      row.agrees([change.difference, change.interval.lowerBound, change.interval.upperBound, change.p], to: 1e-8))
  }

  @Test(arguments: CrossCheck.cases("answers-needed"))
  func `answers that a change needs`(row: CrossCheck) {
    #expect(row.agrees([answersNeeded(from: row.input[0], to: row.input[1])], to: 1e-8))
  }

  @Test(arguments: CrossCheck.cases("smallest-change"))
  func `the smallest change that would have been seen`(row: CrossCheck) {
    let change = smallestChange(of: row.input[0], answers: (row.input[1], row.input[2]))
    #expect(row.agrees([change ?? -1], to: 1e-8))
  }

  /// Time, share and n of each period.
  @Test(arguments: CrossCheck.cases("trend"))
  func `a line through shares`(row: CrossCheck) throws {
    let shares = stride(from: 0, to: row.input.count, by: 3).map { i in
      (time: row.input[i], share: row.input[i + 1], n: row.input[i + 2])
    }
    let line = try #require(LinearTrend(shares))
    let ends = line.slope.interval
    #expect(row.agrees([line.slope.value, ends.lowerBound, ends.upperBound, line.p, line.q, line.lineP], to: 1e-6))
  }

  /// Of itself and of each other: k and n after, then before.
  @Test(arguments: CrossCheck.cases("beyond-others"))
  func `a change beyond the mean change of others`(row: CrossCheck) throws {
    let changes = stride(from: 0, to: row.input.count, by: 4).map { i -> Difference in
      let (k1, n1, k2, n2) = (row.input[i], row.input[i + 1], row.input[i + 2], row.input[i + 3])
      let change = newcombe((k1 / n1, n1), minus: (k2 / n2, n2))
      return Difference(value: change.difference, interval: change.interval)
    }
    let beyond = changes[0] - (try #require(Difference.mean(of: changes.dropFirst())))
    #expect(row.agrees([beyond.value, beyond.interval.lowerBound, beyond.interval.upperBound]))
  }

  @Test(arguments: CrossCheck.cases("nps"))
  func `adjusted Wald`(row: CrossCheck) throws {
    let score = NetPromoter(promoters: row.input[0], detractors: row.input[1], n: row.input[2])
    let interval = try #require(score.interval)
    #expect(row.agrees([score.value, interval.lowerBound, interval.upperBound]))
  }

  @Test(arguments: CrossCheck.cases("nps-change"))
  func `change of NPS`(row: CrossCheck) {
    let i = row.input
    let change = NetPromoter(promoters: i[0], detractors: i[1], n: i[2])
      .change(from: NetPromoter(promoters: i[3], detractors: i[4], n: i[5]))
    #expect(row.agrees([change.interval.lowerBound, change.interval.upperBound, change.p], to: 1e-8))
  }

  @Test(arguments: CrossCheck.cases("mean"))
  func `mean of ratings`(row: CrossCheck) throws {
    let n = row.input.reduce(0, +)
    let mean = Mean(row.input.enumerated().map { (Double($0 + 1), $1) }, n: n)
    let interval = try #require(mean.interval(within: -100...100))
    #expect(row.agrees([mean.value, interval.lowerBound, interval.upperBound]))
  }

  /// Each case as its time and 1 where it is solved, 0 where it is still open.
  private func times(_ cases: ArraySlice<Double>) -> Times {
    func counted(_ solved: Double) -> [Times.CountedTime] {
      var counts: [Double: Int] = [:]
      for index in stride(from: cases.startIndex, to: cases.endIndex, by: 2) where cases[index + 1] == solved {
        counts[cases[index], default: 0] += 1
      }
      return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    return Times(counted(1), open: counted(0))
  }

  @Test(arguments: CrossCheck.cases("kaplan-meier"))
  func `Kaplan and Meier with Greenwood's errors`(row: CrossCheck) {
    let survival = Survival(times(row.input.dropFirst()))
    let quantile = row.input[0] == 0.5 ? Quantile.median : .p90
    let interval = survival.interval(quantile)
    let high = interval.map { $0.upperBound.isFinite ? $0.upperBound : -1 } ?? -1
    #expect(
      row.agrees(
        [survival.time(quantile) ?? -1, interval?.lowerBound ?? -1, high]
          + survival.steps.flatMap { [$0.share, $0.error] }
      ))
  }

  @Test(arguments: CrossCheck.cases("log-rank"))
  func `log-rank`(row: CrossCheck) {
    let split = Int(row.input[0]) * 2 + 1
    #expect(row.agrees([logRank(times(row.input[1..<split]), times(row.input[split...])).p], to: 1e-8))
  }

  @Test(arguments: CrossCheck.cases("ranks"))
  func `ranks of a median and a ninth decile`(row: CrossCheck) throws {
    let quantile = row.input[0] == 0.5 ? Quantile.median : .p90
    let n = Int(row.input[1])
    let ranks = try #require(quantile.ranks(of: n))
    #expect(row.expected == [Double(ranks.low), Double(ranks.high), Double(quantile.rank(of: n))])
  }

  @Test(arguments: CrossCheck.cases("geometric-mean"))
  func `geometric mean`(row: CrossCheck) {
    #expect(row.agrees([Times(row.input.sorted().map { ($0, 1) }).geometricMean], to: 1e-13))
  }

  @Test(arguments: CrossCheck.cases("benjamini-hochberg"))
  func `Benjamini and Hochberg`(row: CrossCheck) {
    #expect(clearComparisons(row.input) == row.expected.map { $0 == 1 })
  }

  /// Through the whole way from a tally's text: five ratings with count, Σw and Σw².
  @Test(arguments: CrossCheck.cases("weighted"))
  func `weighted answers`(row: CrossCheck) throws {
    let lines = (0..<5).map { rating -> String in
      let (n, sum, squares) = (row.input[rating * 3], row.input[rating * 3 + 1], row.input[rating * 3 + 2])
      return "apply,form,csat,1..5,2026-Q3,,survey,\(rating + 1),\(Int(n)),\(sum),\(squares)\n"
    }
    let score = scored(lines.joined()).touchpoints[0][.csat]
    let figure = try #require(score.figure)
    let interval = try #require(figure.interval)
    let mean = try #require(figure.meanInterval)
    #expect(
      row.agrees([
        score.effective, figure.value, interval.lowerBound, interval.upperBound, try #require(figure.mean),
        mean.lowerBound, mean.upperBound,
      ]))
  }
}
