/// The run of whole seconds that tallies count as one: exact under 256, from there on at most 0.8 % wide.
package struct DurationBucket: Hashable, Sendable, Comparable {
  /// Its first second, as tally files write it.
  package let start: Int

  /// The bucket of a duration: x − x mod 2^(m − 7) for 2^m ≤ x < 2^(m + 1). Below zero counts as zero.
  package init(of seconds: Int) {
    let seconds = max(0, seconds)
    start = seconds - seconds % Self.width(at: seconds)
  }

  /// How many whole seconds it holds.
  package var width: Int { Self.width(at: start) }

  /// In seconds: the middle of the first and the last that it holds, so that an exact one is itself.
  package var midpoint: Double { Double(start) + Double(width - 1) / 2 }

  private static func width(at seconds: Int) -> Int {
    seconds < 256 ? 1 : 1 << (Int.bitWidth - 1 - seconds.leadingZeroBitCount - 7)
  }

  package static func < (a: Self, b: Self) -> Bool { a.start < b.start }
}
