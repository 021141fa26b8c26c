/// A table as a network: each cell is an arc, and at each node as many answers flow in as out, which says that a total is
/// the sum of its parts.
///
/// Other tables agree with what is shown where they differ from it around circles of hidden cells only. They are looked
/// for as augmenting paths are (Ford and Fulkerson 1956), which finds them wherever there are any.
struct CellFlow: Sendable {
  private let from: [Int]
  private let to: [Int]
  /// The cells that lead from or to a node, node by node; where each node's begin, and where the last end.
  private let around: [Int]
  private let starts: [Int]
  /// The kinds of answers, those given most often first.
  let kinds: [Int]
  /// By cell and kind.
  private let original: [Int]
  private let originalTotals: [Int]

  /// The table that was come to by pushing.
  private var counts: [Int]
  private var totals: [Int]
  /// Where `counts` was changed, by cell and kind; a place may be there more than once.
  private var changed: [Int] = []
  /// Of each cell the least and the greatest total in any of the tables that were come to.
  private var least: [Int]
  private var most: [Int]
  /// By cell and kind: whether the count of a kind differs between them; or was not given at all.
  private var differs: [Bool]

  private var search: Search

  init(_ cells: [Suppression.Cell]) {
    from = cells.map(\.from)
    to = cells.map(\.to)
    let nodes = cells.reduce(0) { max($0, $1.from + 1, $1.to + 1) }
    var starts = Array(repeating: 0, count: nodes + 1)
    for node in from + to { starts[node + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var next = starts
    var around = Array(repeating: 0, count: 2 * cells.count)
    for cell in cells.indices {
      for node in [cells[cell].from, cells[cell].to] {
        around[next[node]] = cell
        next[node] += 1
      }
    }
    (self.starts, self.around) = (starts, around)
    let width = cells.first?.answers.count ?? 0
    original = cells.flatMap(\.answers)
    originalTotals = cells.map { $0.answers.reduce(0, +) }
    let given = (0..<width).map { kind in cells.reduce(0) { $0 + $1.answers[kind] } }
    kinds = given.indices.sorted { (given[$1], $0) < (given[$0], $1) }
    (counts, totals, least, most) = (original, originalTotals, originalTotals, originalTotals)
    differs = original.map { $0 == 0 }
    search = Search(nodes: nodes)
  }

  /// By how much the cell's total is known to differ between tables that agree with what is shown.
  func range(of cell: Int) -> Int { most[cell] - least[cell] }

  /// Whether the count of a kind of the cell's answers is known to differ.
  func isOpen(_ cell: Int, _ kind: Int) -> Bool { differs[cell * kinds.count + kind] }

  /// Goes back to the table as it is.
  mutating func restore() {
    for place in changed {
      counts[place] = original[place]
      totals[place / kinds.count] = originalTotals[place / kinds.count]
    }
    changed.removeAll(keepingCapacity: true)
  }

  struct FlowPath {
    struct FlowStep {
      let cell: Int
      let isUp: Bool
    }

    let steps: [FlowStep]
    let kind: Int
    let cost: Int
    /// By how much the cells can be changed at most.
    let room: Int

    func isBetter(than other: FlowPath) -> Bool { (cost, other.room) < (other.cost, room) }
  }

  /// The circle through a cell along which more of its answers (or fewer, if not `isUp`), all of one of the kinds, agree
  /// with what is shown.
  ///
  /// - Parameter costs: of passing through cells that are not hidden; none is passed through without.
  mutating func path(
    of cell: Int, isUp: Bool, _ kinds: [Int], through hidden: [Bool], costs: [Int]? = nil
  ) -> FlowPath? {
    var best: FlowPath?
    for kind in kinds where isUp || canFall(cell, kind) {
      guard let path = path(of: cell, isUp: isUp, kind: kind, hidden, costs) else { continue }
      if costs == nil { return path }
      if best.map(path.isBetter) ?? true { best = path }
    }
    return best
  }

  /// Along a path, as much as there is room for.
  mutating func push(_ path: FlowPath, atMost most: Int) {
    let change = min(path.room, most)
    for step in path.steps {
      let signed = step.isUp ? change : -change
      let place = step.cell * kinds.count + path.kind
      counts[place] += signed
      changed.append(place)
      differs[place] = true
      totals[step.cell] += signed
      least[step.cell] = min(least[step.cell], totals[step.cell])
      self.most[step.cell] = max(self.most[step.cell], totals[step.cell])
    }
  }

  /// A hidden cell has answers, as everybody knows: of none it would say so.
  private func canFall(_ cell: Int, _ kind: Int) -> Bool { counts[cell * kinds.count + kind] > 0 && totals[cell] > 1 }

  private mutating func path(of cell: Int, isUp: Bool, kind: Int, _ hidden: [Bool], _ costs: [Int]?) -> FlowPath? {
    let (start, goal) = isUp ? (to[cell], from[cell]) : (from[cell], to[cell])
    search.begin(at: start)
    while let node = search.next() {
      if node == goal, costs == nil { break }
      for place in starts[node]..<starts[node + 1] {
        let other = around[place]
        guard other != cell else { continue }
        let cost: Int
        if hidden[other] { cost = 0 } else if let costs { cost = costs[other] } else { continue }
        let goesUp = from[other] == node
        guard goesUp || canFall(other, kind) else { continue }
        search.reach(
          goesUp ? to[other] : from[other], from: node, by: FlowPath.FlowStep(cell: other, isUp: goesUp), cost)
      }
    }
    guard let (steps, cost) = search.path(to: goal) else { return nil }
    let all = [FlowPath.FlowStep(cell: cell, isUp: isUp)] + steps
    let room = all.reduce(Int.max) { room, step in
      step.isUp ? room : min(room, counts[step.cell * kinds.count + kind], totals[step.cell] - 1)
    }
    return FlowPath(steps: all, kind: kind, cost: cost, room: room)
  }
}

extension CellFlow {
  /// The cheapest ways from one node to all others: a queue of those whose cost fell, of equal ones the first.
  private struct Search: Sendable {
    private var costs: [Int]
    private var arrivals: [(step: FlowPath.FlowStep, node: Int)?]
    private var queue: [Int] = []
    private var head = 0
    private var isQueued: [Bool]
    private var start = 0

    init(nodes: Int) {
      costs = Array(repeating: .max, count: nodes)
      arrivals = Array(repeating: nil, count: nodes)
      isQueued = Array(repeating: false, count: nodes)
    }

    mutating func begin(at node: Int) {
      // Every node that was reached was queued.
      for node in queue {
        costs[node] = .max
        isQueued[node] = false
      }
      queue.removeAll(keepingCapacity: true)
      head = 0
      start = node
      costs[node] = 0
      arrivals[node] = nil
      queue.append(node)
      isQueued[node] = true
    }

    mutating func next() -> Int? {
      guard head < queue.count else { return nil }
      defer { head += 1 }
      isQueued[queue[head]] = false
      return queue[head]
    }

    mutating func reach(_ node: Int, from last: Int, by step: FlowPath.FlowStep, _ cost: Int) {
      let whole = costs[last] + cost
      guard whole < costs[node] else { return }
      costs[node] = whole
      arrivals[node] = (step, last)
      guard !isQueued[node] else { return }
      isQueued[node] = true
      queue.append(node)
    }

    func path(to goal: Int) -> (steps: [FlowPath.FlowStep], cost: Int)? {
      guard costs[goal] < .max else { return nil }
      var steps: [FlowPath.FlowStep] = []
      var node = goal
      while node != start, let (step, last) = arrivals[node] {
        steps.append(step)
        node = last
      }
      return (steps, costs[goal])
    }
  }
}
