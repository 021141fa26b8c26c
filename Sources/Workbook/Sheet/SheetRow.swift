/// One row of a sheet, with those of its cells that hold something.
package struct SheetRow {
  package enum CellValue: Equatable {
    /// A text, a formula's included; where it stands in the row's bytes.
    case text(Range<Int>)
    /// A number as a person would write it: `5`, `0.3`.
    case number(Range<Int>)
    /// A number that is shown as a date or a time.
    case moment(Moment)
    case truth(Bool)
    /// An error such as `#N/A`.
    case error(Range<Int>)
  }

  package struct SheetCell: Equatable {
    /// From 0.
    package let column: Int
    package let value: CellValue
  }

  /// From 1, as the sheet counts.
  package internal(set) var number = 0
  /// By hand, or by a filter.
  package internal(set) var isHidden = false
  package internal(set) var cells: [SheetCell] = []
  /// What the cells' texts are in.
  package internal(set) var bytes: [UInt8] = []
  /// Columns whose cell has a formula but not what it came to.
  package internal(set) var unvalued: [Int] = []
}

/// A moment of a calendar that knows no zones, or a stretch of time, to the second.
package struct Moment: Equatable, Sendable {
  package enum MomentKind: Sendable {
    /// `seconds` since 1970 began.
    case day, dayAndTime
    /// `seconds` since midnight, or since something began.
    case time
  }

  package let kind: MomentKind
  package let seconds: Int

  /// Nil for a number that no calendar of Excel has, below zero or behind the year 9999, and for 29 February 1900, which
  /// it has by mistake.
  init?(_ number: Double, _ look: NumberLook, countsFrom1904: Bool) {
    guard look != .number, number >= 0, number < 2_958_466 else { return nil }
    let total = Int((number * 86_400).rounded())
    let (day, time) = total.quotientAndRemainder(dividingBy: 86_400)
    if look == .elapsed || number < 1 && (look == .time || total > 0 && !countsFrom1904) {
      self.init(kind: .time, seconds: total)
      return
    }
    guard countsFrom1904 || day != 0 && day != 60 else { return nil }
    // Days from the start of 1970 back to day 0; that of 1900 is one later before its day that never was.
    let start = countsFrom1904 ? 24_107 : day < 60 ? 25_568 : 25_569
    self.init(kind: look == .date && time == 0 ? .day : .dayAndTime, seconds: total - start * 86_400)
  }

  private init(kind: MomentKind, seconds: Int) { (self.kind, self.seconds) = (kind, seconds) }
}
