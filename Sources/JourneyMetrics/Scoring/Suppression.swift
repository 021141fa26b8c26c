/// The counts of one question, and which of them are sums of others; a figure of a hidden cell appears in no output.
///
/// Cells are touchpoint × metric × period × segment and their totals. What is hidden depends on the counts alone, never
/// on what an output happens to show, so that no two outputs together give away what each of them hides.
package struct Suppression: Sendable {
  /// A count: `name` decides between equal ones.
  package struct Cell: Sendable {
    package let name: String
    /// Sums of them are counted by `n`; whether they are too few, by `counts.evidence`.
    package let counts: Tally.Counts
    package var n: Int { counts.count }

    package init(name: String, counts: Tally.Counts) {
      self.name = name
      self.counts = counts
    }
  }

  private let cells: [Cell]
  private let hideBelow: Double
  private var sums: [(total: Int, parts: [Int])] = []
  /// The sums that a cell belongs to.
  private var membership: [[Int]]
  /// Those with too few answers of their own.
  private let small: [Bool]

  package init(_ cells: [Cell], hideBelow: Int) {
    self.cells = cells
    self.hideBelow = Double(hideBelow)
    membership = cells.map { _ in [] }
    small = cells.map { $0.n > 0 && $0.counts.evidence < Double(hideBelow) }
  }

  /// Says that one cell is the sum of others; of at least two, else it is that other.
  package mutating func add(total: Int, parts: [Int]) {
    let parts = parts.sorted { (cells[$0].n, cells[$0].name) < (cells[$1].n, cells[$1].name) }
    for cell in parts + [total] { membership[cell].append(sums.count) }
    sums.append((total, parts))
  }

  /// Which cells to hide, beside `cells`.
  ///
  /// Those with evidence below `hideBelow`; then, while a shown total has exactly one hidden part or hidden parts of fewer than
  /// `hideBelow` answers together, the next smallest. A total without parts left to hide, or with all of them shown
  /// while it is hidden itself, could be computed too: it, or its smallest part, is hidden as well.
  package func hiddenCells() -> [Bool] {
    var hidden = small
    var queue = Array(sums.indices.reversed())
    while let next = queue.popLast() {
      let (total, parts) = sums[next]
      while let cell = nextToHide(total: total, parts: parts, hidden: hidden) {
        hidden[cell] = true
        queue += membership[cell].filter { $0 != next }
      }
    }
    return hidden
  }

  private func nextToHide(total: Int, parts: [Int], hidden: [Bool]) -> Int? {
    var hiddenCount = 0
    var hiddenSum = Tally.Counts(0)
    var smallestShown: Int?
    for part in parts where cells[part].n > 0 {
      if hidden[part] {
        hiddenCount += 1
        hiddenSum += cells[part].counts
      } else if smallestShown == nil {
        smallestShown = part
      }
    }
    if hidden[total] { return hiddenCount == 0 ? smallestShown : nil }
    guard hiddenCount == 1 || (hiddenCount > 1 && hiddenSum.evidence < hideBelow) else { return nil }
    return smallestShown ?? total
  }
}
