/// The name that was probably meant: the one with the fewest letters changed, put in, left out, at most a third of them;
/// nil where none is that near.
///
/// Source: Levenshtein's distance, two rows at a time.
func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.utf8.prefix(64))
  var best: (distance: Int, name: String)?
  for candidate in names {
    let letters = Array(candidate.utf8.prefix(64))
    let limit = min(best.map { $0.distance - 1 } ?? Int.max, max(wanted.count, letters.count) / 3)
    guard abs(letters.count - wanted.count) <= limit else { continue }
    var row = Array(0...wanted.count)
    for (i, letter) in letters.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in wanted.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    if row[wanted.count] <= limit { best = (row[wanted.count], candidate) }
  }
  return best?.name
}
