/// Which of the cells that questions' conditions name the row in hand has in one column: looked up once for all questions,
/// of which there may be thousands.
struct ConditionMemory {
  /// A cell counts as written and as the whole number it is; below zero where no condition names it.
  private struct Named {
    var asWritten: Int32 = -1
    var asNumber: Int32 = -1
  }

  private var memory = CellCache()
  private var known: [Named] = []
  private var met = Named()

  /// Takes the cell of the next row.
  mutating func meet(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, _ cells: CellTable, _ encoding: Audit.AuditedFile.TextEncoding,
    _ part: inout ChunkCounts
  ) {
    let place = memory.meaning(bytes, cell)
    if place != CellCache.unknown {
      met = known[Int(place)]
      return
    }
    let text = cellText(bytes, cell, encoding)
    let (written, number) = (cells.found(text), cells.number(text))
    part.meet(written)
    part.meet(number)
    met = Named(asWritten: written?.meaning ?? -1, asNumber: number?.meaning ?? -1)
    if memory.remember(bytes, cell, Int32(known.count)) { known.append(met) }
  }

  /// Whether the row's cell is one of those numbered, which are in order.
  func met(_ cells: [Int32]) -> Bool { cells.hold(met.asWritten) || cells.hold(met.asNumber) }
}

extension [Int32] {
  fileprivate func hold(_ number: Int32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
