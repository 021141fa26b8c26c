/// Works out what it can of hidden cells from those that are printed, in another way than the rule that hides them: by
/// elimination, exact, and by narrowing whole numbers over every sum, as it stands and as it was eliminated.
struct Attacker {
  /// The least and the greatest that a hidden cell's count can be.
  struct Bounds: Equatable {
    var low: Int
    var high: Int
  }

  typealias Key = PrintedTable.Key

  /// A sum of hidden cells, each taken so many times, for each kind of answer and for all of them.
  private struct Equation {
    var factors: [Int]
    var values: [Int]
  }

  private let unknowns: [Key]
  private let kinds: Int
  private var equations: [Equation] = []
  /// By cell, then by kind of answer, all of them last.
  private(set) var bounds: [[Bounds]]

  private static let endless = 1 << 40

  /// - Parameter sums: which cell is the sum of which others.
  init(_ printed: [Key: PrintedTable.Cell], sums: [(total: Key, parts: [Key])], kinds: Int) {
    self.kinds = kinds
    unknowns = printed.filter { $0.value == .hidden }.map(\.key).sorted()
    // A cell without answers would say so.
    bounds = unknowns.map { _ in
      Array(repeating: Bounds(low: 0, high: Self.endless), count: kinds) + [Bounds(low: 1, high: Self.endless)]
    }
    let places = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    for (total, parts) in sums {
      var equation = Equation(factors: unknowns.map { _ in 0 }, values: Array(repeating: 0, count: kinds + 1))
      for (key, sign) in [(total, -1)] + parts.map({ ($0, 1) }) {
        if let place = places[key] {
          equation.factors[place] += sign
        } else if case .answers(let answers) = printed[key] {
          for (kind, count) in answers.enumerated() { equation.values[kind] -= sign * count }
          equation.values[kinds] -= sign * answers.reduce(0, +)
        }
      }
      equations.append(equation)
    }
    equations += eliminated()
    narrow()
  }

  /// The hidden cells of which the count is known to within fewer than `hideBelow`.
  func found(hideBelow: Int) -> [(key: Key, bounds: Bounds)] {
    zip(unknowns, bounds).map { (key: $0, bounds: $1[kinds]) }.filter { $0.bounds.high - $0.bounds.low < hideBelow }
  }

  /// The hidden cells of which it is known how often an answer was given that was given.
  var knownAnswers: [Key] {
    zip(unknowns, bounds).filter { $1[..<kinds].contains { $0.low > 0 && $0.low == $0.high } }.map(\.0)
  }

  /// By Gauss and Jordan, in whole numbers.
  private func eliminated() -> [Equation] {
    var rows = equations
    var next = 0
    for column in unknowns.indices {
      guard let pivot = rows.indices.dropFirst(next).first(where: { rows[$0].factors[column] != 0 }) else { continue }
      rows.swapAt(next, pivot)
      for row in rows.indices where row != next && rows[row].factors[column] != 0 {
        let (a, b) = (rows[next].factors[column], rows[row].factors[column])
        for index in rows[row].factors.indices {
          rows[row].factors[index] = rows[row].factors[index] * a - rows[next].factors[index] * b
        }
        for index in rows[row].values.indices {
          rows[row].values[index] = rows[row].values[index] * a - rows[next].values[index] * b
        }
        let divisor = rows[row].factors.reduce(0) { greatestCommonDivisor($0, abs($1)) }
        if divisor > 1 {
          rows[row].factors = rows[row].factors.map { $0 / divisor }
          rows[row].values = rows[row].values.map { $0 / divisor }
        }
      }
      next += 1
    }
    return Array(rows[..<next])
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }

  private mutating func narrow() {
    var isNarrower = true
    while isNarrower {
      isNarrower = false
      for equation in equations {
        for kind in 0...kinds where narrow(equation, kind) { isNarrower = true }
      }
      for cell in bounds.indices where narrowKinds(of: cell) { isNarrower = true }
    }
  }

  private mutating func narrow(_ equation: Equation, _ kind: Int) -> Bool {
    let terms = equation.factors.indices.filter { equation.factors[$0] != 0 }
    var (low, high) = (0, 0)
    func ends(_ term: Int) -> (Int, Int) {
      let (factor, bounds) = (equation.factors[term], bounds[term][kind])
      return factor > 0 ? (factor * bounds.low, factor * bounds.high) : (factor * bounds.high, factor * bounds.low)
    }
    for term in terms {
      low += ends(term).0
      high += ends(term).1
    }
    var isNarrower = false
    for term in terms {
      let (factor, own) = (equation.factors[term], ends(term))
      // What is left for this one, and what that makes of it.
      let (least, most) = (equation.values[kind] - (high - own.1), equation.values[kind] - (low - own.0))
      let (a, b) = factor > 0 ? (least, most) : (-most, -least)
      let size = abs(factor)
      let newLow = a > 0 ? (a + size - 1) / size : a / size
      let newHigh = b >= 0 ? b / size : (b - size + 1) / size
      if newLow > bounds[term][kind].low { bounds[term][kind].low = newLow; isNarrower = true }
      if newHigh < bounds[term][kind].high { bounds[term][kind].high = newHigh; isNarrower = true }
      if isNarrower { return true }
    }
    return false
  }

  /// All answers are those of each kind.
  private mutating func narrowKinds(of cell: Int) -> Bool {
    let before = bounds[cell]
    let low = bounds[cell][..<kinds].reduce(0) { $0 + $1.low }
    let high = min(Self.endless, bounds[cell][..<kinds].reduce(0) { $0 + $1.high })
    bounds[cell][kinds].low = max(bounds[cell][kinds].low, low)
    bounds[cell][kinds].high = min(bounds[cell][kinds].high, high)
    for kind in 0..<kinds {
      bounds[cell][kind].high = min(bounds[cell][kind].high, bounds[cell][kinds].high - low + bounds[cell][kind].low)
    }
    return bounds[cell] != before
  }
}
