internal import JourneySyntax

/// The cells of one question, period by segment, with their totals: over segments, and over the months, quarters and
/// years that hold several of its periods.
struct SegmentTable {
  private struct Address: Hashable {
    let period: Period
    /// Nil for everyone.
    let segment: String?
  }

  private var places: [Address: Int] = [:]
  private var segments: [Period: [String]] = [:]
  private var cells: [Suppression.Cell] = []
  private var hidden: [Bool] = []

  /// - Parameter periods: the answers of each period, ordered by segment.
  init(_ periods: [ArraySlice<Tally.Answered>], hideBelow: Int) {
    let counted = periods.map { period in
      runs(of: period) { $0.question.segment == $1.question.segment }.map { (part: $0, n: $0.scored) }
    }
    guard counted.contains(where: { $0.contains { $0.n < hideBelow } }) else { return }
    var sums: [(total: Int, parts: [Int])] = []
    var own: [Period] = []
    for segments in counted {
      guard let period = segments.first?.part.first?.question.period else { continue }
      own.append(period)
      let parts = segments.compactMap { part, n in
        part.first.map { add(Address(period: period, segment: $0.question.segment), n) }
      }
      total(Address(period: period, segment: nil), of: parts, in: &sums)
      self.segments[period] = segments.compactMap { $0.part.first?.question.segment }
    }
    pool(own, in: &sums)
    var suppression = Suppression(cells, hideBelow: hideBelow)
    for (total, parts) in sums { suppression.add(total: total, parts: parts) }
    hidden = suppression.hiddenCells()
  }

  func isHidden(_ period: Period, segment: String?) -> Bool {
    guard let place = places[Address(period: period, segment: segment)] else { return false }
    return hidden[place]
  }

  private mutating func add(_ address: Address, _ n: Int) -> Int {
    places[address] = cells.count
    cells.append(Suppression.Cell(name: "\(address.period) \(address.segment ?? "")", n: n))
    return cells.count - 1
  }

  /// A total of one part is that part.
  private mutating func total(_ address: Address, of parts: [Int], in sums: inout [(total: Int, parts: [Int])]) {
    if parts.count == 1 {
      places[address] = parts[0]
    } else if parts.count > 1 {
      sums.append((add(address, parts.reduce(0) { $0 + cells[$1].n }), parts))
    }
  }

  /// Adds what a longer period holds of the question's periods, by segment and for everyone.
  private mutating func pool(_ periods: [Period], in sums: inout [(total: Int, parts: [Int])]) {
    let own = Set(periods)
    let pairs = periods.flatMap { period in period.enclosing.map { (longer: $0, period: period) } }
    for (longer, pairs) in grouped(pairs, by: \.longer) where pairs.count > 1 && !own.contains(longer) {
      let names = Set(pairs.flatMap { segments[$0.period] ?? [] }).sorted()
      var totals: [Int] = []
      for name in names {
        let address = Address(period: longer, segment: name)
        total(address, of: pairs.compactMap { places[Address(period: $0.period, segment: name)] }, in: &sums)
        if let place = places[address] { totals.append(place) }
      }
      let everyone = Address(period: longer, segment: nil)
      total(everyone, of: totals, in: &sums)
      if names.count > 1, let place = places[everyone] {
        sums.append((place, pairs.compactMap { places[Address(period: $0.period, segment: nil)] }))
      }
    }
  }
}

extension Period {
  /// The months, quarters and years that this one is a part of.
  fileprivate var enclosing: [Period] {
    switch unit {
    case .day(let month, _):
      [Period(year: year, unit: .month(month))] + Period(year: year, unit: .month(month)).enclosing
    case .month(let month): [Period(year: year, unit: .quarter((month + 2) / 3)), Period(year: year, unit: .year)]
    case .quarter: [Period(year: year, unit: .year)]
    case .year: []
    }
  }
}
