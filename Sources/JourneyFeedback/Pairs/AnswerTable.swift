/// How many people gave each two answers to two questions, and whether sums of it give one of them away.
struct AnswerTable {
  private let columns: Int
  private let cells: [Int]
  private let occupied: [Int]
  /// What a person of each cell adds to the sums that depend on both answers: Σxy, and how many gave two answers that count.
  /// One number for both: no sum of xy comes near the second part.
  private let products: [Int]

  /// - Parameters:
  ///   - cells: row after row, a row for each answer to the first question.
  ///   - tops: which answers to each question count, where it is known how many people gave two of them; nil elsewhere.
  init(_ cells: [Int], columns: Int, tops: (first: Set<Int>, second: Set<Int>)? = nil) {
    let columns = max(1, columns)
    (self.cells, self.columns) = (cells, columns)
    products = cells.indices.map { cell in
      let (x, y) = (cell / columns, cell % columns)
      let areTops = tops.map { $0.first.contains(x) && $0.second.contains(y) } ?? false
      return x * y + (areTops ? 1 << 40 : 0)
    }
    occupied = cells.indices.filter { cells[$0] > 0 }
  }

  /// Whether there is no person whose answer to one question follows from the answer to the other and from the sums,
  /// even for somebody who knows how often each answer was given.
  ///
  /// So for each two answers there must be another table with the same rows, columns and products, in which a person with one of
  /// them gave another one beside it. Only tables are counted that were found; where none was found, there may be one.
  var isOpen: Bool {
    // It is enough that others gave the same answer to each of the questions, and another one beside it.
    var (inRow, inColumn) = (Array(repeating: 0, count: cells.count / columns + 1), Array(repeating: 0, count: columns))
    for cell in occupied {
      inRow[x(cell)] += 1
      inColumn[y(cell)] += 1
    }
    return !occupied.isEmpty
      && occupied.allSatisfy { inRow[x($0)] > 1 && inColumn[y($0)] > 1 || canBeAnother($0) }
  }

  private func x(_ cell: Int) -> Int { cell / columns }
  private func y(_ cell: Int) -> Int { cell % columns }

  /// Whether two people can swap their answers to the second question, one of them of this cell, and others theirs, so that
  /// the products stay.
  private func canBeAnother(_ cell: Int) -> Bool {
    let partners = occupied.filter { x($0) != x(cell) && y($0) != y(cell) }
      .sorted { (abs(gain(cell, $0)), $0) < (abs(gain(cell, $1)), $1) }
    return partners.contains { partner in
      var rest = cells
      rest[cell] -= 1
      rest[partner] -= 1
      return canGain(-gain(cell, partner), &rest)
    }
  }

  /// What the products gain if people of two cells swap.
  private func gain(_ one: Int, _ other: Int) -> Int {
    products[x(one) * columns + y(other)] + products[x(other) * columns + y(one)] - products[one] - products[other]
  }

  /// Takes the largest step that is not too large, again and again.
  private func canGain(_ wanted: Int, _ rest: inout [Int]) -> Bool {
    var wanted = wanted
    while wanted != 0 {
      var best: (one: Int, other: Int, gain: Int)?
      for one in rest.indices where rest[one] > 0 {
        for other in rest.indices.dropFirst(one + 1) where rest[other] > 0 {
          let gain = gain(one, other)
          guard gain != 0, (gain > 0) == (wanted > 0), abs(gain) <= abs(wanted) else { continue }
          if abs(gain) > abs(best?.gain ?? 0) { best = (one, other, gain) }
        }
      }
      guard let best else { return false }
      rest[best.one] -= 1
      rest[best.other] -= 1
      rest[x(best.one) * columns + y(best.other)] += 1
      rest[x(best.other) * columns + y(best.one)] += 1
      wanted -= best.gain
    }
    return true
  }
}
