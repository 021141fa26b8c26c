internal import JourneyModel

extension RowCounter {
  /// Whose answers a row has, of when and about what; or why it is left out, and for which column.
  @inline(__always)
  mutating func place(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> (Reason, Int?)? {
    guard row.count == plan.columns else { return (.cells, nil) }
    for index in plan.filters.indices {
      let filter = plan.filters[index]
      if filter.holds(&filterMemory[index], bytes, row.cell(filter.column, ends), plan.encoding, &part) != filter.keeps
      {
        return (filter.reason, filter.column)
      }
    }
    if let column = plan.touchpoint?.column, let reason = placeTouchpoint(bytes, row.cell(column, ends)) {
      return (reason, column)
    }
    if let column = plan.date, let reason = placeDate(bytes, row.cell(column, ends)) { return (reason, column) }
    if let column = plan.weight, let reason = weigh(bytes, row.cell(column, ends)) { return (reason, column) }
    if let column = plan.segment?.column {
      let cell = row.cell(column, ends)
      segment = segmentMemory.meaning(bytes, cell)
      if segment == CellCache.unknown { understandSegment(bytes, cell) }
    }
    if let column = plan.person, !asking.feedback.countsNobody, !isSomebody(bytes, row.cell(column, ends)) {
      return (.personBlank, column)
    }
    return nil
  }

  private mutating func understandSegment(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    let entry = plan.segment?.meanings.find(cellText(bytes, cell, plan.encoding))
    part.meet(entry)
    segment = entry?.meaning ?? (cell.isEmpty ? nil : plan.segment?.meanings.rest) ?? 0
    segmentMemory.remember(bytes, cell, segment)
  }

  /// The touchpoint a row is about; unknown ones leave the whole row out only where all questions need it.
  @inline(__always)
  private mutating func placeTouchpoint(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Reason? {
    touchpoint = touchpointMemory.meaning(bytes, cell)
    if touchpoint == CellCache.unknown { understandTouchpoint(bytes, cell) }
    if touchpoint >= 0 { return nil }
    if touchpoint <= Plan.Lookup.unknown { unknownCounts[Int(Plan.Lookup.unknown - touchpoint)] += 1 }
    return plan.hasFixedSubjects ? nil : touchpointReason
  }

  var touchpointReason: Reason {
    switch touchpoint {
    case Plan.Lookup.blank: .touchpointBlank
    case Plan.Lookup.ignored: .touchpointIgnored
    default: .touchpointUnknown
    }
  }

  private mutating func understandTouchpoint(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    let text = cellText(bytes, cell, plan.encoding)
    if let entry = plan.touchpoint?.meanings.find(text) {
      touchpoint = entry.meaning
      part.meet(entry)
      part.hasMatched = true
    } else if text.isEmpty {
      touchpoint = Plan.Lookup.blank
    } else if let rest = plan.touchpoint?.meanings.rest {
      touchpoint = rest
    } else {
      if unknownTouchpoints.count >= 4096 { handOverUnknown() }
      touchpoint = Plan.Lookup.unknown - Int32(unknownTouchpoints.count)
      unknownTouchpoints.append(text.shownShort)
      unknownCounts.append(0)
    }
    touchpointMemory.remember(bytes, cell, touchpoint)
  }

  /// Puts the unknown touchpoints that were met where those of other parts are added.
  mutating func handOverUnknown() {
    for (value, count) in zip(unknownTouchpoints, unknownCounts) { part.unmatched.add(value, count) }
    unknownTouchpoints.removeAll()
    unknownCounts.removeAll()
    touchpointMemory = CellCache()
  }

  @inline(__always)
  private mutating func placeDate(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Reason? {
    do throws(DateProblem) {
      let date = try plan.dates.read(bytes, cell)
      seconds = date.seconds
      switch plan.period {
      case .fixed: period = 0
      case .month: period = date.day.year * 12 + date.day.month - 1
      case .quarter: period = date.day.year * 4 + (date.day.month - 1) / 3
      case .year: period = date.day.year
      }
      if known.isUsable, let day = usualDay(bytes, cell) { dayMemory.remember(bytes, day, Int32(period)) }
      return nil
    } catch .blank {
      return .dateBlank
    } catch .ambiguous {
      return .dateAmbiguous
    } catch {
      return .dateUnreadable
    }
  }

  @inline(__always)
  private mutating func weigh(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Reason? {
    guard !unquoted(bytes, cell).isEmpty else { return .weightBlank }
    guard let number = DecimalCell(bytes, cell, plan.weightSign, isWeight: true), !number.isNegative else {
      return DecimalCell.isGrouped(bytes, cell) ? .weightAmbiguous : .weightUnreadable
    }
    let units = number.units(places: 10)
    guard units < 1_000_000 * 10_000_000_000 else { return .weightUnreadable }
    weight = units
    return nil
  }
}

extension Plan.Filter {
  /// Whether a cell is one of those named.
  @inline(__always)
  func holds(
    _ memory: inout CellCache, _ bytes: Span<UInt8>, _ cell: Range<Int>, _ encoding: Audit.AuditedFile.TextEncoding,
    _ part: inout ChunkCounts
  ) -> Bool {
    let known = memory.meaning(bytes, cell)
    if known != CellCache.unknown { return known == 1 }
    let isNamed = isNamed(cellText(bytes, cell, encoding), &part)
    memory.remember(bytes, cell, isNamed ? 1 : 0)
    return isNamed
  }

  private func isNamed(_ text: String, _ part: inout ChunkCounts) -> Bool {
    let entry = cells.find(text)
    part.meet(entry)
    if entry != nil { return true }
    guard let vendor else { return false }
    if vendor.isLeftOut(text) { return true }
    if !vendor.isKept(text) { part.unknownValues[vendor.column, default: UnknownValues()].add(text) }
    return false
  }
}

/// `5` for `5.0` and `05`; nil for what is no whole number.
func wholeText(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  return DecimalCell(bytes.span, 0..<bytes.count, .unknown)?.whole.map(String.init)
}

extension DecimalCell {
  /// In units of 10 ^ −`places`, halves up.
  func units(places wanted: Int) -> Int128 {
    var (digits, places) = (digits, places)
    guard places - wanted < 40 else { return 0 }
    while places > wanted + 1 { (digits, places) = (digits / 10, places - 1) }
    if places > wanted { (digits, places) = ((digits + 5) / 10, places - 1) }
    for _ in places..<max(places, wanted) { digits = digits.multipliedReportingOverflow(by: 10).partialValue }
    return digits
  }
}
