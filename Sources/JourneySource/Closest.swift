extension Sequence where Element == String {
  /// The name most like `text`, for "did you mean"; nil where none is near enough.
  ///
  /// Letters typed wrong, left out, doubled or swapped count one each (Damerau and Levenshtein's distance, adjacent
  /// swaps only); case counts nothing but breaks ties, then the order given does. A third of the letters may differ, or
  /// as many as `most`.
  package func closest(to text: String, within most: Int = .max) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars.prefix(80))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for name in self where name != text {
      let candidate = Array(name.lowercased().unicodeScalars.prefix(80))
      let allowed = Swift.min(most, Swift.max(1, Swift.max(wanted.count, candidate.count) / 3))
      let limit = Swift.min(allowed, best.map { $0.distance - 1 } ?? allowed)
      guard limit >= 0, abs(wanted.count - candidate.count) <= limit else { continue }
      // One letter has nothing in common with another.
      guard Swift.min(wanted.count, candidate.count) > 1 || wanted == candidate else { continue }
      let distance = editDistance(wanted, candidate)
      if distance <= limit { best = (name, distance) }
    }
    return best?.name
  }
}

extension Sequence where Element == String {
  /// The help that goes with the nearest of the names.
  package func didYouMean(_ word: String) -> String? { closest(to: word).map { "did you mean \"\($0)\"?" } }
}

/// How many letters are to be typed otherwise, left out, put in or swapped (Damerau and Levenshtein, adjacent swaps only).
package func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = Swift.min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
