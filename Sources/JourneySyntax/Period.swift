/// A day, month, quarter or year of the proleptic Gregorian calendar, as figures are dated.
package struct Period: Hashable, Sendable {
  package enum Unit: Hashable, Sendable {
    case day(month: Int, day: Int)
    case month(Int)
    case quarter(Int)
    case year
  }

  /// Year, month or quarter, day, and which of the four it is, in one number: a tally has a period for every question.
  private let packed: Int32

  package init(year: Int, unit: Unit) {
    let (kind, first, day) =
      switch unit {
      case .year: (0, 0, 0)
      case .quarter(let quarter): (1, quarter, 0)
      case .month(let month): (2, month, 0)
      case .day(let month, let day): (3, month, day)
      }
    packed = Int32(truncatingIfNeeded: year << 11 | kind << 9 | first << 5 | day)
  }

  package var year: Int { Int(packed >> 11) }

  package var unit: Unit {
    let first = Int(packed >> 5 & 0xF)
    return switch packed >> 9 & 3 {
    case 0: .year
    case 1: .quarter(first)
    case 2: .month(first)
    default: .day(month: first, day: Int(packed & 0x1F))
    }
  }

  /// Days as `year * 372 + (month - 1) * 31 + (day - 1)`: an order, not a count.
  package var firstDay: Int {
    switch unit {
    case .day(let month, let day): Self.ordinal(year, month, day)
    case .month(let month): Self.ordinal(year, month, 1)
    case .quarter(let quarter): Self.ordinal(year, quarter * 3 - 2, 1)
    case .year: Self.ordinal(year, 1, 1)
    }
  }

  /// The last day, in the order of `firstDay`.
  package var lastDay: Int {
    switch unit {
    case .day(let month, let day): Self.ordinal(year, month, day)
    case .month(let month): Self.ordinal(year, month, Self.days(inMonth: month, of: year))
    case .quarter(let quarter): Self.ordinal(year, quarter * 3, Self.days(inMonth: quarter * 3, of: year))
    case .year: Self.ordinal(year, 12, 31)
    }
  }

  /// Whether all days of the other are days of this one.
  package func contains(_ other: Period) -> Bool { firstDay <= other.firstDay && other.lastDay <= lastDay }

  /// The longer ones that contain it, shortest first.
  package var longer: [Period] {
    switch unit {
    case .day(let month, _): [Period(year: year, unit: .month(month))] + Period(year: year, unit: .month(month)).longer
    case .month(let month): [Period(year: year, unit: .quarter((month + 2) / 3)), Period(year: year, unit: .year)]
    case .quarter: [Period(year: year, unit: .year)]
    case .year: []
    }
  }

  /// Whether its last day is at most so many months before that of another.
  ///
  /// Months are those of the calendar: a quarter that ends on 30 June ends three months before one that ends on 30
  /// September, and February 2026 twelve months before February 2027.
  package func ends(within months: Int, before other: Period) -> Bool {
    let end = other.lastDay
    let month = end / 31 - months
    guard month >= 0 else { return true }
    let (year, place) = (month / 12, month % 12 + 1)
    return lastDay >= Self.ordinal(year, place, min(end % 31 + 1, Self.days(inMonth: place, of: year)))
  }

  private static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int { year * 372 + (month - 1) * 31 + day - 1 }
}

extension Period: Comparable {
  /// By last day, then the longer period first, so that "the latest" is unambiguous.
  package static func < (a: Self, b: Self) -> Bool { (a.lastDay, a.firstDay) < (b.lastDay, b.firstDay) }
}

extension Period: CustomStringConvertible {
  /// As written in a journey file: `2026-11-21`, `2026-11`, `2026-Q4`, `2026`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year = padded(year, 4)
    return switch unit {
    case .day(let month, let day): "\(year)-\(padded(month, 2))-\(padded(day, 2))"
    case .month(let month): "\(year)-\(padded(month, 2))"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .year: year
    }
  }

  /// Reads the written form; nil for anything else, impossible days included.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var result = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    guard let year = number(0..<4) else { return nil }
    func dash(_ index: Int) -> Bool { bytes[index] == 0x2D }
    switch bytes.count {
    case 4: self.init(year: year, unit: .year)
    case 7 where dash(4) && bytes[5] == 0x51:
      guard let quarter = number(6..<7), (1...4).contains(quarter) else { return nil }
      self.init(year: year, unit: .quarter(quarter))
    case 7 where dash(4):
      guard let month = number(5..<7), (1...12).contains(month) else { return nil }
      self.init(year: year, unit: .month(month))
    case 10 where dash(4) && dash(7):
      guard let month = number(5..<7), (1...12).contains(month), let day = number(8..<10),
        (1...Self.days(inMonth: month, of: year)).contains(day)
      else { return nil }
      self.init(year: year, unit: .day(month: month, day: day))
    default: return nil
    }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
