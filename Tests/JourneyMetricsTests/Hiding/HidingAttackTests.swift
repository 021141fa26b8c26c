import Testing

/// Nobody who knows everything that is printed knows the count of a hidden cell.
@Suite struct HidingAttackTests {
  /// Each part takes tables of all kinds.
  @Test(arguments: 0..<20) func `an attacker finds no hidden count in ten thousand tables`(part: Int) {
    for seed in part * 500..<(part + 1) * 500 {
      let table = PrintedTable(seed: seed)
      let attacker = Attacker(table.decided(), sums: table.sums, kinds: 5)
      let found = attacker.found(hideBelow: table.hideBelow)
      #expect(found.isEmpty, "table \(seed): \(found)")
      // Of a sum the parts that are shown tell at least how often an answer was given.
      let known = attacker.knownAnswers.filter { $0.segment != nil && table.months.contains($0.period) }
      #expect(known.isEmpty, "table \(seed): \(known)")
    }
  }

  @Test(arguments: 0..<4) func `what is printed is what was decided`(part: Int) {
    for seed in part * 25..<(part + 1) * 25 {
      let table = PrintedTable(seed: seed)
      #expect(table.printed() == table.decided(), "table \(seed)")
    }
  }

  /// Else the tests above would hold of a rule that shows nothing.
  @Test func `most of what was asked for is shown`() {
    var (shown, all) = (0, 0)
    for seed in 0..<300 {
      let table = PrintedTable(seed: seed)
      for (key, cell) in table.decided() where key.segment == nil && table.months.contains(key.period) {
        guard case .answers(let answers) = table.true(key), answers.reduce(0, +) >= table.hideBelow else { continue }
        all += 1
        if cell != .hidden { shown += 1 }
      }
    }
    #expect(Double(shown) >= 0.98 * Double(all), "\(shown) of \(all)")
  }

  @Test func `the attacker finds what can be found`() {
    func key(_ segment: String?, _ period: String) -> PrintedTable.Key {
      PrintedTable.Key(segment: segment, period: period)
    }
    let sums = [(total: key(nil, "m"), parts: [key("a", "m"), key("b", "m")])]
    // One minus the other.
    let one = Attacker(
      [key(nil, "m"): .answers([3, 20]), key("a", "m"): .hidden, key("b", "m"): .answers([1, 14])], sums: sums, kinds: 2
    )
    #expect(one.found(hideBelow: 10).map(\.bounds) == [Attacker.Bounds(low: 8, high: 8)])
    #expect(one.knownAnswers.count == 1)
    // Two that come to eleven, and to twelve.
    func two(_ total: Int) -> Attacker {
      Attacker(
        [key(nil, "m"): .answers([0, total]), key("a", "m"): .hidden, key("b", "m"): .hidden], sums: sums, kinds: 2)
    }
    #expect(two(11).found(hideBelow: 10).count == 2)
    #expect(two(12).found(hideBelow: 10).isEmpty)
    // Four equations of which none alone says anything.
    var printed: [PrintedTable.Key: PrintedTable.Cell] = [:]
    for (a, b) in [("a", "b"), ("b", "c"), ("c", "a")] { printed[key(a + b, "m")] = .answers([40]) }
    for name in ["a", "b", "c"] { printed[key(name, "m")] = .hidden }
    let ring = [("a", "b"), ("b", "c"), ("c", "a")].map { a, b in
      (total: key(a + b, "m"), parts: [key(a, "m"), key(b, "m")])
    }
    #expect(Attacker(printed, sums: ring, kinds: 1).found(hideBelow: 10).map(\.bounds.low) == [20, 20, 20])
  }
}
