internal import JourneySource

/// How alike two texts are: 1 less the share of letters to change.
func likeness(_ a: String, _ b: String) -> Double {
  let (first, second) = (a.letters, b.letters)
  let longest = max(first.count, second.count)
  guard longest > 0 else { return a == b ? 1 : 0 }
  return 1 - Double(editDistance(first, second)) / Double(longest)
}

extension String {
  /// Long texts are compared by their beginnings, so that no text takes more than a moment.
  fileprivate var letters: [Unicode.Scalar] { Array(lowercased().unicodeScalars.prefix(200)) }
}

extension String {
  /// What is left of a title without letter case, accents and punctuation.
  var foldedTitle: String {
    var result = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .modifierLetter, .otherLetter, .letterNumber, .decimalNumber: result.append(scalar.base)
      default: continue
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// `e` of `é`, as the name of the letter says: "LATIN SMALL LETTER E WITH ACUTE".
  fileprivate var base: Unicode.Scalar {
    let start = "LATIN SMALL LETTER "
    guard !isASCII, let name = properties.name, name.hasPrefix(start), name.contains(" WITH ") else { return self }
    let letter = name.dropFirst(start.utf8.count).prefix { $0 != " " }
    return letter.count == 1 ? letter.lowercased().unicodeScalars.first ?? self : self
  }
}

/// The texts of a list that are new, gone, or the same in other words.
struct TextDifference {
  var removed: [Int] = []
  var added: [Int] = []
  var reworded: [(Int, Int)] = []

  /// At most so many of a side are tried for likeness.
  private static let most = 50

  init(_ before: [String], _ after: [String]) {
    guard before != after else { return }
    var places: [String: [Int]] = [:]
    for index in before.indices.reversed() { places[before[index], default: []].append(index) }
    var isKept = [Bool](repeating: false, count: before.count)
    for index in after.indices {
      if let place = places[after[index]]?.popLast() { isKept[place] = true } else { added.append(index) }
    }
    removed = before.indices.filter { !isKept[$0] }
    guard !added.isEmpty, !removed.isEmpty, max(added.count, removed.count) <= Self.most else { return }
    let pairs = removed.flatMap { old in added.map { (old, $0, likeness(before[old], after[$0])) } }
      .filter { $0.2 >= 0.6 }
      .sorted { $0.2 != $1.2 ? $0.2 > $1.2 : ($0.0, $0.1) < ($1.0, $1.1) }
    for (old, new, _) in pairs where removed.contains(old) && added.contains(new) {
      removed.removeAll { $0 == old }
      added.removeAll { $0 == new }
      reworded.append((old, new))
    }
  }
}
