internal import JourneySyntax

/// The cells of one question as `Suppression` takes them: the answers of everyone flow from the longest period into those
/// it holds, there divide into segments, and flow together again into each segment's longer periods.
struct SegmentNetwork {
  struct Address: Hashable {
    let period: Period
    /// Nil for everyone.
    let segment: String?
    /// Whether it is what several periods within it come to.
    var isSum = false
  }

  private enum NetworkNode: Hashable {
    /// Beyond the longest periods.
    case outside
    /// Where the answers of everyone in a period divide.
    case everyone(Period, isSum: Bool)
    /// Where those of a segment flow together.
    case segment(String, Period)
  }

  /// How often each kind of answer was given, and what decides whether they are too few.
  private struct CellCounts {
    var answers: [Int]
    var all = Tally.Counts(0)

    mutating func add(_ other: Self) {
      for kind in other.answers.indices { answers[kind] += other.answers[kind] }
      all += other.all
    }
  }

  private let hideBelow: Int
  /// Where each answer stands among a cell's. Of times no figure tells single ones, but how many cases are open.
  private var kinds: [Int: Int] = [:]
  private static let openKind = 1
  /// The periods that hold several of the question's own.
  private var sums: Set<Period> = []
  private var nodes: [NetworkNode: Int] = [.outside: 0]
  private var cells: [Suppression.Cell] = []
  private var addresses: [Address] = []

  /// - Parameter parts: the answers of each period, segment by segment.
  init(_ parts: [[ArraySlice<Tally.Answered>]], hideBelow: Int) {
    self.hideBelow = hideBelow
    for answer in parts.joined().joined().lazy.flatMap(\.rows).map(\.answer) {
      switch answer {
      case .rating(let rating): if kinds[rating] == nil { kinds[rating] = kinds.count }
      case .open(_?): kinds = [0: 0, Self.openKind: 1]
      case .duration, .unused, .open(nil): break
      }
    }
    let own = parts.compactMap { $0.first?.first?.question.period }
    for (longer, held) in grouped(own.flatMap { period in period.andLonger.map { ($0, period) } }, by: \.0)
    where held.count > 1 {
      sums.insert(longer)
    }
    addCells(parts)
  }

  /// Every figure that may not be shown.
  ///
  /// Each part of the network is looked at alone. No figure is of more than one of the longest periods, so a circle of
  /// cells passes the outside once at most, and stays within a part.
  func hidden() -> Set<Address> {
    var hidden: Set<Address> = []
    for part in parts() {
      var suppression = Suppression(renumbered(part), hideBelow: hideBelow)
      for (whole, parts) in likenesses(in: part) { suppression.addLikeness(of: whole, to: parts) }
      for (cell, isHidden) in zip(part, suppression.hiddenCells()) where isHidden { hidden.insert(addresses[cell]) }
    }
    return hidden
  }

  /// The cells that hang together without the outside, and through a longer period that was asked for itself; in order.
  private func parts() -> [[Int]] {
    var groups = DisjointSets(count: nodes.count)
    for cell in cells where cell.from != 0 && cell.to != 0 { groups.unite(cell.from, cell.to) }
    for period in sums {
      if let own = nodes[.everyone(period, isSum: false)], let sum = nodes[.everyone(period, isSum: true)] {
        groups.unite(own, sum)
      }
    }
    let firsts = cells.map { groups.first(of: max($0.from, $0.to)) }
    return grouped(Array(cells.indices)) { firsts[$0] }.map(\.values)
  }

  /// The cells of a part, its nodes counted anew from the outside on.
  private func renumbered(_ part: [Int]) -> [Suppression.Cell] {
    var numbers = [0: 0]
    func number(_ node: Int) -> Int {
      let number = numbers[node] ?? numbers.count
      numbers[node] = number
      return number
    }
    return part.map { index in
      let cell = cells[index]
      return Suppression.Cell(
        from: number(cell.from), to: number(cell.to), answers: cell.answers, counts: cell.counts, loss: cell.loss)
    }
  }

  private mutating func addCells(_ parts: [[ArraySlice<Tally.Answered>]]) {
    var totals: [Address: CellCounts] = [:]
    var order: [Address] = []
    func count(_ counts: CellCounts, at address: Address) {
      if totals[address]?.add(counts) == nil {
        totals[address] = counts
        order.append(address)
      }
    }
    for period in parts {
      for part in period {
        guard let question = part.first?.question else { continue }
        let counts = counts(part)
        guard counts.all.count > 0 else { continue }
        for segment in [nil, question.segment] {
          count(counts, at: Address(period: question.period, segment: segment))
          for sum in question.period.andLonger where sums.contains(sum) {
            count(counts, at: Address(period: sum, segment: segment, isSum: true))
          }
        }
      }
    }
    for address in order {
      if let counts = totals[address] { add(address, counts) }
    }
  }

  private func counts(_ part: ArraySlice<Tally.Answered>) -> CellCounts {
    var counts = CellCounts(answers: Array(repeating: 0, count: max(1, kinds.count)))
    for row in part.lazy.flatMap(\.rows) {
      guard row.answer.isScored else { continue }
      let kind =
        switch row.answer {
        case .rating(let rating): kinds[rating] ?? 0
        case .open: kinds[Self.openKind] ?? 0
        case .duration, .unused: 0
        }
      counts.answers[kind] += row.counts.count
      counts.all += row.counts
    }
    return counts
  }

  private mutating func add(_ address: Address, _ counts: CellCounts) {
    let (from, to) = ends(of: address)
    cells.append(Suppression.Cell(from: from, to: to, answers: counts.answers, counts: counts.all, loss: address.loss))
    addresses.append(address)
  }

  /// The nodes that a cell leads from and to.
  private mutating func ends(of address: Address) -> (from: Int, to: Int) {
    let longer = (address.isSum ? address.period.longer : address.period.andLonger).first(where: sums.contains)
    guard let segment = address.segment else {
      return (
        number(longer.map { .everyone($0, isSum: true) } ?? .outside),
        number(.everyone(address.period, isSum: address.isSum))
      )
    }
    return (
      number(address.isSum ? .segment(segment, address.period) : .everyone(address.period, isSum: false)),
      number(longer.map { .segment(segment, $0) } ?? .outside)
    )
  }

  private mutating func number(_ node: NetworkNode) -> Int {
    if let number = nodes[node] { return number }
    nodes[node] = nodes.count
    return nodes.count - 1
  }

  /// Where a longer period was asked for itself, too: its own answers may be those of the shorter ones once more.
  private func likenesses(in part: [Int]) -> [(whole: Int, parts: [Int])] {
    part.indices.compactMap { whole in
      let address = addresses[part[whole]]
      guard !address.isSum, sums.contains(address.period) else { return nil }
      let node = nodes[address.segment.map { .segment($0, address.period) } ?? .everyone(address.period, isSum: true)]
      let parts = part.indices.filter { index in
        index != whole && (address.segment == nil ? cells[part[index]].from : cells[part[index]].to) == node
      }
      return parts.isEmpty ? nil : (whole, parts)
    }
  }
}

extension SegmentNetwork.Address {
  /// Figures of everyone are missed more than those of a segment, and those of a period of its own more than sums.
  fileprivate var loss: Suppression.Loss {
    switch (segment, isSum) {
    case (_?, true): .sumOfSegment
    case (nil, true): .sumOfEveryone
    case (_?, false): .segment
    case (nil, false): .everyone
    }
  }
}

extension Period {
  /// Shortest first.
  fileprivate var andLonger: [Period] { [self] + longer }
}
