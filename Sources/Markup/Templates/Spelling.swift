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

/// Levenshtein's distance: insertions, deletions and replacements.
private func changes(from word: [UInt8], to name: [UInt8]) -> Int {
  var row = Array(0...name.count)
  for (i, letter) in word.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in name.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, min(row[j], diagonal) + 1)
    }
  }
  return row[name.count]
}
