internal import JourneySyntax

/// The cells of one question, period by segment, with their totals: over segments, and over the months, quarters and
/// years that hold several of its periods.
struct SegmentTable {
  private struct Address: Hashable {
    let period: Period
    /// Nil for everyone.
    let segment: String?
    /// Whether it is what several periods within it come to.
    var isSum = false
  }

  private var places: [Address: Int] = [:]
  private var segments: [Period: [String]] = [:]
  /// Those of periods that are sums.
  private var segmentsOfSums: [Period: [String]] = [:]
  private var cells: [Suppression.Cell] = []
  private var hidden: [Bool] = []

  /// - Parameter periods: the answers of each period, ordered by segment.
  init(_ periods: [ArraySlice<Tally.Answered>], hideBelow: Int) {
    let counted = periods.map { period in
      runs(of: period) { $0.question.segment == $1.question.segment }.map { (part: $0, counts: $0.scoredCounts) }
    }
    guard counted.contains(where: { $0.contains { $0.counts.evidence < Double(hideBelow) } }) else { return }
    var sums: [(total: Int, parts: [Int])] = []
    var own: [Period] = []
    for segments in counted {
      guard let period = segments.first?.part.first?.question.period else { continue }
      own.append(period)
      let parts = segments.compactMap { part, counts in
        part.first.map { add(Address(period: period, segment: $0.question.segment), counts) }
      }
      total(Address(period: period, segment: nil), of: parts, in: &sums)
      self.segments[period] = segments.compactMap { $0.part.first?.question.segment }
    }
    pool(own, in: &sums)
    var suppression = Suppression(cells, hideBelow: hideBelow)
    for (total, parts) in sums { suppression.add(total: total, parts: parts) }
    hidden = suppression.hiddenCells()
  }

  func isHidden(_ period: Period, segment: String?, isSum: Bool = false) -> Bool {
    guard let place = places[Address(period: period, segment: segment, isSum: isSum)] else { return false }
    return hidden[place]
  }

  private mutating func add(_ address: Address, _ counts: Tally.Counts) -> Int {
    places[address] = cells.count
    cells.append(Suppression.Cell(name: "\(address.period) \(address.segment ?? "")", counts: counts))
    return cells.count - 1
  }

  /// A total of one part is that part.
  private mutating func total(_ address: Address, of parts: [Int], in sums: inout [(total: Int, parts: [Int])]) {
    if parts.count == 1 {
      places[address] = parts[0]
    } else if parts.count > 1 {
      sums.append((add(address, parts.reduce(Tally.Counts(0)) { $0 + cells[$1].counts }), parts))
    }
  }

  /// Adds what a longer period holds of the question's periods, by segment and for everyone: as the sum of all of them,
  /// and as that of the longer periods within it, for a year without its first quarter is the other three.
  ///
  /// Where the longer period was asked for itself, too, its own cells may hold the same answers, and are guarded as such a
  /// sum.
  private mutating func pool(_ periods: [Period], in sums: inout [(total: Int, parts: [Int])]) {
    let all = grouped(periods.flatMap { period in ([period] + period.longer).map { (longer: $0, period: period) } }, by: \.longer)
    let pools = all.filter { $0.values.count > 1 }.map { (longer: $0.key, periods: $0.values.map(\.period)) }
    for (longer, periods) in pools {
      let names = Set(periods.flatMap { segments[$0] ?? [] }).sorted()
      segmentsOfSums[longer] = names
      var totals: [Int] = []
      for name in names {
        let address = Address(period: longer, segment: name, isSum: true)
        total(address, of: periods.compactMap { places[Address(period: $0, segment: name)] }, in: &sums)
        if let place = places[address] { totals.append(place) }
      }
      let everyone = Address(period: longer, segment: nil, isSum: true)
      total(everyone, of: totals, in: &sums)
      if names.count > 1, let place = places[everyone] {
        sums.append((place, periods.compactMap { places[Address(period: $0, segment: nil)] }))
      }
    }
    for (longer, periods) in pools { nest(longer, periods, in: &sums) }
  }

  /// Adds a longer period as the sum of the longest within it.
  private mutating func nest(_ longer: Period, _ periods: [Period], in sums: inout [(total: Int, parts: [Int])]) {
    var longest: [Address] = []
    for period in periods where period != longer {
      let sum = ([period] + period.longer).last { $0 != longer && longer.contains($0) && segmentsOfSums[$0] != nil }
      let address = Address(period: sum ?? period, segment: nil, isSum: sum != nil)
      if !longest.contains(address) { longest.append(address) }
    }
    // Without either it is the sum of all of them once more.
    guard periods.contains(longer) || longest.contains(where: \.isSum) else { return }
    for name in (segmentsOfSums[longer] ?? []).map(Optional.some) + [nil] {
      let parts = longest.compactMap { places[Address(period: $0.period, segment: name, isSum: $0.isSum)] }
      guard parts.count > 1 else { continue }
      let own = places[Address(period: longer, segment: name)]
      if let own { sums.append((own, parts)) }
      if let sum = places[Address(period: longer, segment: name, isSum: true)] {
        sums.append((sum, own.map { parts + [$0] } ?? parts))
      }
    }
  }
}
