/// The name nearest to a misspelt one.
extension Sequence where Element == String {
  /// The first of those with the fewest letters to change, if they are at most a third of the word's.
  func closest(to word: String) -> String? {
    let word = Array(word.utf8)
    guard word.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in self {
      let distance = changes(from: word, to: Array(name.utf8))
      if distance <= Swift.max(1, word.count / 3), distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// The help that goes with it.
  func didYouMean(_ word: String) -> String? { closest(to: word).map { "did you mean \"\($0)\"?" } }
}

/// Insertions, deletions, replacements and swaps of neighbours (Damerau and Levenshtein's distance, aligned).
private func changes(from word: [UInt8], to name: [UInt8]) -> Int {
  var (before, last) = ([Int](), Array(0...name.count))
  for (i, letter) in word.enumerated() {
    var row = [i + 1]
    for (j, other) in name.enumerated() {
      var least = Swift.min(last[j] + (letter == other ? 0 : 1), Swift.min(last[j + 1], row[j]) + 1)
      if i > 0, j > 0, letter == name[j - 1], word[i - 1] == other { least = Swift.min(least, before[j - 1] + 1) }
      row.append(least)
    }
    (before, last) = (last, row)
  }
  return last[name.count]
}
