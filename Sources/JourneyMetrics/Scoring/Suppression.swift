/// Which figures of one question may not be shown, because one of too few answers could be worked out from them.
///
/// Every figure that any output can show is a cell, and `CellFlow` says how cells add up. Whoever knows all that is shown
/// knows of a hidden cell only what no table that agrees with it contradicts. So a hidden cell is safe once such tables
/// were found in which it has `hideBelow` answers more than in others, and more or fewer of each kind than it has (where
/// it is no sum of shown ones). That holds against any solver (Gusfield 1988, "A graph theoretic approach to statistical data security"; Castro 2012,
/// "Recent advances in optimization techniques for statistical tabular data protection").
///
/// What is hidden depends on the counts alone, never on what an output happens to show, so that no two outputs together
/// give away what each of them hides.
package struct Suppression: Sendable {
  package struct Cell: Sendable {
    /// The nodes that it leads from and to.
    package let from: Int
    package let to: Int
    /// How often each kind of answer was given: a figure gives all of them away.
    package let answers: [Int]
    /// Of all of them; whether they are too few, `evidence` says.
    package let counts: Tally.Counts
    package let loss: Loss

    package init(from: Int, to: Int, answers: [Int], counts: Tally.Counts, loss: Loss) {
      self.from = from
      self.to = to
      self.answers = answers
      self.counts = counts
      self.loss = loss
    }
  }

  /// How much readers miss a figure, the least first: any number of those that are missed less is hidden before it.
  package enum Loss: Int, Sendable {
    case sumOfSegment
    case sumOfEveryone
    case segment
    case everyone
  }

  /// Two sides that come to the same, as what flows into a node and out of it.
  private typealias Balance = (one: [Int], other: [Int])

  private let cells: [Cell]
  private let hideBelow: Int
  private var hidden: [Bool]
  private var flow: CellFlow
  private var balances: [Balance]
  /// What hiding a cell costs that is not hidden yet.
  private let costs: [Int]
  /// Hidden cells that are not known to be safe yet; the last is the next.
  private var open: [Int] = []

  /// - Parameter cells: those that have answers; of each as many kinds.
  package init(_ cells: [Cell], hideBelow: Int) {
    self.cells = cells
    self.hideBelow = min(hideBelow, 1 << 40)
    hidden = cells.map { $0.counts.evidence < Double(hideBelow) }
    flow = CellFlow(cells)
    // Of the same loss the smallest is the cheapest; a path is never so long that two losses meet.
    costs = cells.map { (1 << (21 + 11 * $0.loss.rawValue)) + min($0.counts.count, 1 << 20) }
    balances = Array(repeating: ([], []), count: cells.reduce(0) { max($0, $1.from + 1, $1.to + 1) })
    for cell in cells.indices {
      balances[cells[cell].to].one.append(cell)
      balances[cells[cell].from].other.append(cell)
    }
  }

  /// Says that a cell may hold the same answers as others together; whether it does nobody knows.
  package mutating func addLikeness(of whole: Int, to parts: [Int]) { balances.append(([whole], parts)) }

  /// Which cells to hide, beside `cells`: those with too few answers, and what else keeps all hidden ones safe.
  package mutating func hiddenCells() -> [Bool] {
    open = hidden.indices.filter { hidden[$0] }.reversed()
    repeat {
      while let cell = open.popLast() { protect(cell) }
      for balance in balances {
        if let cell = nextToHide(balance) { hide(cell) }
      }
    } while !open.isEmpty
    return hidden
  }

  private mutating func hide(_ cell: Int) {
    guard !hidden[cell] else { return }
    hidden[cell] = true
    open.append(cell)
  }

  /// Hides more, the cheapest first, until nobody can know the cell's count to within `hideBelow`, nor that of a kind.
  private mutating func protect(_ cell: Int) {
    protect(cell, flow.kinds) { $0.range(of: cell) >= $1 }
    // Of a sum the parts that are shown tell at least how often.
    guard cells[cell].loss == .segment else { return }
    for kind in flow.kinds where !flow.isOpen(cell, kind) {
      protect(cell, [kind]) { flow, _ in flow.isOpen(cell, kind) }
    }
  }

  private mutating func protect(_ cell: Int, _ kinds: [Int], until isSafe: (CellFlow, _ hideBelow: Int) -> Bool) {
    while true {
      var cheapest: CellFlow.FlowPath?
      for isUp in [true, false] {
        flow.restore()
        while !isSafe(flow, hideBelow), let path = flow.path(of: cell, isUp: isUp, kinds, through: hidden) {
          flow.push(path, atMost: hideBelow)
        }
        if isSafe(flow, hideBelow) { return }
        let path = flow.path(of: cell, isUp: isUp, kinds, through: hidden, costs: costs)
        if let path, cheapest.map(path.isBetter) ?? true { cheapest = path }
      }
      // There is one: through all that the cell is a part of, and all its parts.
      guard let cheapest else { return }
      for step in cheapest.steps { hide(step.cell) }
    }
  }

  /// Where all that is hidden is on one side, so that everybody knows what it comes to, and that is worth too few answers
  /// or of a single cell: the cheapest of the rest.
  private func nextToHide(_ balance: Balance) -> Int? {
    let one = balance.one.filter { hidden[$0] }
    let other = balance.other.filter { hidden[$0] }
    guard one.isEmpty != other.isEmpty else { return nil }
    let known = one + other
    let isTooFew = known.reduce(Tally.Counts(0)) { $0 + cells[$1].counts }.evidence < Double(hideBelow)
    guard known.count == 1 || isTooFew else { return nil }
    return (balance.one + balance.other).filter { !hidden[$0] }.min { (costs[$0], $0) < (costs[$1], $1) }
  }
}
