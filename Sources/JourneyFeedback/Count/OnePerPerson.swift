extension Counting {
  /// Of answers of which one a person counts: offers those of a row, or crosses out those that others replace. Whether
  /// the row is to be counted now.
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
      if task.isChoosing {
        let isSeekable = task.opened.isSeekable
        persons.offer(
          key, seconds: seconds, at: place, row: isSeekable ? nil : copy(rawBytes, raw.start..<raw.end)
        ) { task.rows?.isGreater(rawBytes, raw, than: persons.row(at: $0), or: $0) ?? false }
      } else if !persons.chose(place, for: key) {
        for member in members where outcomes[member] >= 0 { outcomes[member] = Outcome.leftOut(.answeredAgain) }
      }
    }
    return !task.isChoosing
  }
}

/// Reads rows again, to compare them.
struct RowAccess: Sendable {
  let files: [Opened]
  let newlines: [Form]

  /// Whether a row is greater, byte by byte, than the one at a place, which may have been kept.
  func isGreater(_ bytes: Span<UInt8>, _ row: RowPlace, than kept: [UInt8]?, or place: Persons.Place) -> Bool {
    let other = kept ?? self.row(at: place, length: RowReader.longestRow)
    let mine = copy(bytes, row.start..<row.end)
    return other.lexicographicallyPrecedes(mine)
  }

  private func row(at place: Persons.Place, length: Int) -> [UInt8] {
    let (file, offset) = (Int(place >> 48), Int(place & 0xFFFF_FFFF_FFFF))
    guard files.indices.contains(file), newlines.indices.contains(file) else { return [] }
    var size = 4096
    while true {
      var buffer = [UInt8](repeating: 0, count: size)
      guard let stream = try? files[file].stream(from: offset), let count = try? stream.fill(&buffer, 0..<size) else {
        return []
      }
      var ends: [UInt32] = []
      let isWhole = count < size
      var end = count
      if isWhole, count > 0, buffer[count - 1] != newlines[file].newline {
        buffer[count] = newlines[file].newline
        end += 1
      }
      if case .whole(let next) = readSlowly(buffer.span, from: 0, to: end, newlines[file], ends: &ends) {
        let isReturned = next >= 2 && buffer[next - 2] == 0x0D
        return Array(buffer[..<(isReturned ? next - 2 : next - 1)])
      }
      if isWhole || size >= length { return [] }
      size = min(size * 16, length)
    }
  }
}
