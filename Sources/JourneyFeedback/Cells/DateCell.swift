/// A moment as a cell says it.
struct DateCell: Equatable {
  /// The day as written, or, of an offset or a Unix time where the feedback names a zone, the day there.
  var day: CivilDay
  /// Seconds since 1970, for comparing: in UTC where the cell says so, else of the time as written.
  var seconds: Int
  /// Whether the cell says how far it is from Greenwich.
  var isInstant = false
}

/// Why a cell is no moment.
enum DateProblem: Error, Equatable {
  case blank, unreadable, ambiguous
}

/// Reads the dates of one column.
struct DateReader: Sendable {
  var format: DateFormat?
  var zone: Zone?
  /// Whether the file knows which cells are dates: those are written as usual, whatever the format of others is.
  var isTyped = false

  @inline(__always)
  func read(_ bytes: Span<UInt8>, _ cell: Range<Int>) throws(DateProblem) -> DateCell {
    let cell = unquoted(bytes, cell)
    if format == nil || isTyped, let usual = usualDate(bytes, cell) { return usual }
    guard !cell.isEmpty else { throw .blank }
    var scan = DateScan(cell)
    if let format {
      try scan.read(format, bytes)
    } else if scan.isISO(bytes) {
      try scan.readISO(bytes)
    } else if let moment = scan.unixTime(bytes) {
      return try self.moment(moment)
    } else {
      throw scan.isSlashed(bytes) ? .ambiguous : .unreadable
    }
    let day = CivilDay(year: scan.year, month: scan.month, day: scan.day)
    guard day.exists else { throw .unreadable }
    let written = day.sinceEpoch * 86_400 + scan.time
    guard let offset = scan.offset else { return DateCell(day: day, seconds: written) }
    return zone == nil
      ? DateCell(day: day, seconds: written - offset, isInstant: true) : try moment(written - offset)
  }

  /// How long it is from one moment to another: through the zone, where clocks may have changed in between. Nil where
  /// only one of them says how far it is from Greenwich, and the feedback names no zone.
  func elapsed(from start: DateCell, to end: DateCell) -> Int? {
    guard zone != nil else { return start.isInstant == end.isInstant ? end.seconds - start.seconds : nil }
    return instant(end) - instant(start)
  }

  /// Seconds since 1970 in Greenwich.
  private func instant(_ date: DateCell) -> Int {
    guard let zone, !date.isInstant else { return date.seconds }
    let (before, after) = (zone.offset(at: date.seconds - 86_400), zone.offset(at: date.seconds + 86_400))
    // In the hour that clocks have twice, the first of the two; in the one they leave out, as if they did not.
    let first = date.seconds - before
    return zone.offset(at: first) == before || zone.offset(at: date.seconds - after) != after
      ? first : date.seconds - after
  }

  /// The last hours of 9999 may be none there.
  private func moment(_ seconds: Int) throws(DateProblem) -> DateCell {
    let local = seconds + (zone?.offset(at: seconds) ?? 0)
    let day = CivilDay(sinceEpoch: local.dividedDown(by: 86_400))
    guard day.exists else { throw .unreadable }
    return DateCell(day: day, seconds: seconds, isInstant: true)
  }
}
