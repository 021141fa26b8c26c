/// Which of many comparisons are clear, when at most the share `q` of those called clear may be noise.
///
/// Source: Benjamini and Hochberg, JRSS B 57 (1995) 289–300: with k the largest rank for which p(k) ≤ q·k ÷ m, those of
/// rank 1…k.
/// - Returns: one answer for each p, in the order given.
package func clearComparisons(_ p: [Double], q: Double = 0.05) -> [Bool] {
  var bound = -1.0
  for (rank, value) in p.sorted().enumerated() where value <= q * Double(rank + 1) / Double(p.count) { bound = value }
  return p.map { $0 <= bound }
}
