import JourneyMetrics
import JourneyReview
import Support
import Testing

@Suite struct DrawTests {
  /// The first five of seed 1234567, as Vigna's own C gives them.
  @Test func `SplitMix64`() {
    var draws = Draws(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in draws.next() } == expected)
  }

  /// To the last bit: a machine on which a single operation rounds otherwise fails here.
  @Test func `draws have the same bytes everywhere`() throws {
    func bits(_ values: [Double]) -> String {
      values.map { "\($0) \(String($0.bitPattern, radix: 16))" }.joined(separator: "\n") + "\n"
    }
    var draws = Draws(seed: 1)
    var text = "uniform\n" + bits((0..<8).map { _ in draws.uniform() })
    text += "normal\n" + bits((0..<32).map { _ in draws.normal() })
    for (a, b) in [(0.5, 0.5), (0.5, 40), (1.5, 9.5), (74.5, 33.5), (150_000.5, 99_000.5)] {
      text += "beta \(a) \(b)\n" + bits((0..<16).map { _ in draws.draw(Beta(a, b)) })
    }
    text += "logarithm\n" + bits((1...16).map { logarithm(Double($0 * $0) / 37) })
    text += "after 100,000 more\n"
    for _ in 0..<100_000 { _ = draws.draw(Beta(2.5, 8)) }
    try Golden("draws", in: "review").expect(text + bits([draws.uniform()]), as: "bits")
  }

  /// Mean, spread and quantiles within four and a half standard errors of SciPy's.
  @Test(arguments: CrossCheck.cases("beta", of: "JourneyReview"))
  func `beta draws are distributed as SciPy says`(row: CrossCheck) {
    var draws = Draws(seed: 42)
    let beta = Beta(row.input[0], row.input[1])
    let n = 40_000.0
    let sample = (0..<Int(n)).map { _ in draws.draw(beta) }
    #expect(sample.allSatisfy { $0 >= 0 && $0 <= 1 })
    let (mean, deviation) = (row.expected[0], row.expected[1])
    let error = deviation / n.squareRoot()
    #expect(abs(sample.reduce(0, +) / n - mean) < 4.5 * error)
    let spread = (sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    #expect(abs(spread / deviation - 1) < 0.03)
    for (share, quantile) in zip([0.05, 0.25, 0.5, 0.75, 0.95], row.expected.dropFirst(2)) {
      let below = Double(sample.count { $0 <= quantile }) / n
      #expect(abs(below - share) < 4.5 * (share * (1 - share) / n).squareRoot(), "at \(share)")
    }
  }

  @Test func `normal draws`() {
    var draws = Draws(seed: 3)
    let n = 100_000.0
    let sample = (0..<Int(n)).map { _ in draws.normal() }
    #expect(abs(sample.reduce(0, +) / n) < 0.015)
    #expect(abs(sample.reduce(0) { $0 + $1 * $1 } / n - 1) < 0.02)
    #expect(abs(sample.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n - 3) < 0.15)
    for z in [-2.0, -1, 0, 0.5, 1.96] {
      let share = normalShare(below: z)
      let below = Double(sample.count { $0 < z }) / n
      #expect(abs(below - share) < 4.5 * (share * (1 - share) / n).squareRoot())
    }
  }

  @Test func `impossible shapes still end`() {
    var draws = Draws(seed: 1)
    for shape in [Double.nan, -1, 0, .infinity, 1e300] {
      let draw = draws.draw(Beta(shape, 2))
      #expect(draw >= 0 && draw <= 1)
    }
  }
}
