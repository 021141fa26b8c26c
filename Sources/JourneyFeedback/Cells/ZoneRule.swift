/// The rule by which a zone goes on behind its last known change: `MST7MDT,M3.2.0,M11.1.0` (POSIX's TZ).
struct ZoneRule: Sendable, Equatable {
  fileprivate struct ClockChange: Equatable {
    enum Day: Equatable {
      /// Month 1…12, week 1…5 (5 is the last), day 0…6 from Sunday.
      case weekday(month: Int, week: Int, day: Int)
      /// 1…365, never 29 February.
      case julian(Int)
      /// 0…365.
      case ordinal(Int)
    }

    var day: Day
    /// Of the local time in force before it.
    var seconds: Int
  }

  private var standard: Int
  private var summer: Int?
  private var begins: ClockChange?
  private var ends: ClockChange?

  /// Seconds east of UTC.
  func offset(at moment: Int) -> Int {
    guard let summer, let begins, let ends else { return standard }
    let year = CivilDay(sinceEpoch: (moment + standard).dividedDown(by: 86_400)).year
    let start = begins.moment(in: year) - standard
    let end = ends.moment(in: year) - summer
    let isSummer = start < end ? (start..<end).contains(moment) : !(end..<start).contains(moment)
    return isSummer ? summer : standard
  }

  init?(_ text: some Sequence<UInt8>) {
    var reader = Reader(bytes: Array(text)[...])
    guard reader.name(), let standard = reader.time() else { return nil }
    self.standard = -standard
    guard reader.name() else { return }
    summer = self.standard + 3600
    if reader.bytes.first != 0x2C, let offset = reader.time() { summer = -offset }
    begins = reader.change()
    ends = reader.change()
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func skip(_ byte: UInt8) -> Bool {
      guard bytes.first == byte else { return false }
      bytes = bytes.dropFirst()
      return true
    }

    /// `MST`, `<-03>`.
    mutating func name() -> Bool {
      if skip(0x3C) {
        bytes = bytes.drop { $0 != 0x3E }.dropFirst()
        return true
      }
      let rest = bytes.drop { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
      defer { bytes = rest }
      return rest.count < bytes.count
    }

    mutating func number() -> Int? {
      let digits = bytes.prefix { 0x30...0x39 ~= $0 }
      guard !digits.isEmpty, digits.count < 5 else { return nil }
      bytes = bytes.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// `7`, `-3:30`, in seconds.
    mutating func time() -> Int? {
      let isNegative = skip(0x2D)
      if !isNegative { _ = skip(0x2B) }
      guard let hours = number() else { return nil }
      var seconds = hours * 3600
      if skip(0x3A) { seconds += (number() ?? 0) * 60 }
      if skip(0x3A) { seconds += number() ?? 0 }
      return isNegative ? -seconds : seconds
    }

    mutating func change() -> ClockChange? {
      guard skip(0x2C) else { return nil }
      let day: ClockChange.Day
      if skip(0x4D) {
        guard let month = number(), (1...12).contains(month), skip(0x2E), let week = number(), skip(0x2E),
          let weekday = number()
        else { return nil }
        day = .weekday(month: month, week: week, day: weekday)
      } else if skip(0x4A) {
        guard let number = number() else { return nil }
        day = .julian(number)
      } else {
        guard let number = number() else { return nil }
        day = .ordinal(number)
      }
      return ClockChange(day: day, seconds: skip(0x2F) ? time() ?? 7200 : 7200)
    }
  }
}

extension ZoneRule.ClockChange {
  /// In seconds of local time since 1970.
  fileprivate func moment(in year: Int) -> Int {
    let newYear = CivilDay(year: year, month: 1, day: 1).sinceEpoch
    let days: Int
    switch day {
    case .weekday(let month, let week, let weekday):
      let first = CivilDay(year: year, month: month, day: 1).sinceEpoch
      // 1 January 1970 was a Thursday.
      let ahead = (weekday - (first + 4) % 7 + 14) % 7
      let length = CivilDay.days(inMonth: month, of: year)
      var day = ahead + 7 * (week - 1)
      if day >= length { day -= 7 }
      days = first + day
    case .julian(let number):
      let leaps = CivilDay.days(inMonth: 2, of: year) == 29 && number >= 60 ? 1 : 0
      days = newYear + number - 1 + leaps
    case .ordinal(let number): days = newYear + number
    }
    return days * 86_400 + seconds
  }
}
