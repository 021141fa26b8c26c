extension Counting {
  /// Of answers of which one a person counts: lets those of a row take part in the choice, or crosses out those that
  /// others replace. Whether the row is to be counted now.
  mutating func keep(
    _ persons: Persons, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace,
    _ rawBytes: Span<UInt8>
  ) -> Bool {
    guard let column = plan.person else { return true }
    let person = unquoted(bytes, row.cell(column, ends))
    let place = Persons.place(file: task.index, offset: raw.offset)
    for (group, members) in plan.groups.enumerated() where members.contains(where: { outcomes[$0] >= 0 }) {
      guard let first = members.first else { continue }
      let subject = plan.asked[first].subject ?? Int(touchpoint)
      let what = UInt64(truncatingIfNeeded: (group &* 1_000_003 &+ subject) &* 131_072 &+ period)
      let key = persons.hash.hash(what, bytes, person)
      switch task.pass {
      case .offering: persons.offer(key, seconds: seconds, at: place, size: raw.end - raw.start)
      case .comparing(let part, let parts):
        persons.compare(
          key, seconds: seconds, at: place, part: part, of: parts, row: copy(rawBytes, raw.start..<raw.end))
      case .counting:
        guard !persons.chose(place, for: key) else { continue }
        for member in members where outcomes[member] >= 0 { outcomes[member] = Outcome.leftOut(.answeredAgain) }
      }
    }
    if case .counting = task.pass { return true }
    return false
  }
}
