import Support
import Testing

@testable import JourneyDiff

/// What keeps its order is as much as can, and nothing else is called moved.
@Suite struct CommonOrderTests {
  @Test(arguments: [
    ([], 0), ([4], 1), ([0, 1, 2], 3), ([2, 1, 0], 1), ([3, 0, 1, 2], 3), ([1, 2, 3, 0], 3), ([2, 0, 3, 1, 4], 3),
  ]) func `the run is the longest`(values: [Int], length: Int) {
    #expect(longestCommonOrder(values).count { $0 } == length)
  }

  @Test(arguments: 0..<40) func `it ascends, and is as long as the slow way finds`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let values = Array(0..<12).shuffled(using: &random)
    let kept = zip(values, longestCommonOrder(values)).filter(\.1).map(\.0)
    #expect(kept == kept.sorted())
    var best = Array(repeating: 1, count: values.count)
    for index in values.indices {
      for earlier in 0..<index where values[earlier] < values[index] {
        best[index] = max(best[index], best[earlier] + 1)
      }
    }
    #expect(kept.count == best.max())
  }
}
