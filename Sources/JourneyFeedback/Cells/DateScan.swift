/// A cell being read.
struct DateScan {
  private(set) var year = 0
  private(set) var month = 0
  private(set) var day = 0
  /// Seconds of the day.
  private(set) var time = 0
  /// Seconds east of UTC, where the cell says it.
  private(set) var offset: Int?
  private var index: Int
  private let start: Int
  private let end: Int

  init(_ cell: Range<Int>) {
    index = cell.lowerBound
    start = cell.lowerBound
    end = cell.upperBound
  }

  @inline(__always)
  private func byte(_ bytes: Span<UInt8>, _ place: Int) -> UInt8 { place < end ? bytes[place] : 0 }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `2026-04-01`, `2026/04/01` or `20260401` to begin with.
  @inline(__always)
  func isISO(_ bytes: Span<UInt8>) -> Bool {
    guard end - start >= 8 else { return false }
    for place in start..<start + 4 where !isDigit(bytes[place]) { return false }
    let separator = bytes[start + 4]
    if separator == 0x2D || separator == 0x2F || separator == 0x2E {
      return end - start >= 10 && bytes[start + 7] == separator
    }
    for place in start + 4..<start + 8 where !isDigit(bytes[place]) { return false }
    return end - start == 8 || byte(bytes, start + 8) == 0x54
  }

  /// `03/04/2026`, `3.4.26`: day or month first, nobody can tell.
  func isSlashed(_ bytes: Span<UInt8>) -> Bool {
    var numbers = 0
    var place = start
    while place < end, numbers < 3 {
      let first = place
      while isDigit(byte(bytes, place)) { place += 1 }
      guard place > first, place - first <= (numbers == 2 ? 4 : 2) else { return false }
      numbers += 1
      let separator = byte(bytes, place)
      guard numbers == 3 || separator == 0x2F || separator == 0x2E || separator == 0x2D else { return false }
      place += 1
    }
    return numbers == 3
  }

  /// Nine or ten digits are seconds since 1970, thirteen milliseconds.
  func unixTime(_ bytes: Span<UInt8>) -> Int? {
    guard [9, 10, 13].contains(end - start) else { return nil }
    var number = 0
    for place in start..<end {
      guard isDigit(bytes[place]) else { return nil }
      number = number * 10 + Int(bytes[place] - 0x30)
    }
    return end - start == 13 ? number / 1000 : number
  }

  @inline(__always)
  mutating func readISO(_ bytes: Span<UInt8>) throws(DateProblem) {
    year = try number(bytes, 4, 4)
    let separated = !isDigit(byte(bytes, index))
    if separated { index += 1 }
    month = try number(bytes, 2, 2)
    if separated { index += 1 }
    day = try number(bytes, 2, 2)
    try readRest(bytes)
  }

  /// Behind a date: nothing, or a time of day with or without its offset.
  @inline(__always)
  private mutating func readRest(_ bytes: Span<UInt8>) throws(DateProblem) {
    guard index < end else { return }
    guard bytes[index] == 0x20 || bytes[index] == 0x54 || bytes[index] == 0x74 else { throw .unreadable }
    index += 1
    let hour = try number(bytes, 1, 2)
    guard byte(bytes, index) == 0x3A else { throw .unreadable }
    index += 1
    let minute = try number(bytes, 2, 2)
    var second = 0
    if byte(bytes, index) == 0x3A {
      index += 1
      second = try number(bytes, 2, 2)
      readFraction(bytes)
    }
    try setTime(hour, minute, second, half: readHalf(bytes))
    try readOffset(bytes)
    guard index == end else { throw .unreadable }
  }

  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>, _ fewest: Int, _ most: Int) throws(DateProblem) -> Int {
    var value = 0
    var count = 0
    while count < most, isDigit(byte(bytes, index)) {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
      count += 1
    }
    guard count >= fewest else { throw .unreadable }
    return value
  }

  private mutating func readFraction(_ bytes: Span<UInt8>) {
    guard byte(bytes, index) == 0x2E || byte(bytes, index) == 0x2C, isDigit(byte(bytes, index + 1)) else { return }
    index += 1
    while isDigit(byte(bytes, index)) { index += 1 }
  }

  private mutating func setTime(_ hour: Int, _ minute: Int, _ second: Int, half: Int?) throws(DateProblem) {
    guard minute < 60, second <= 60 else { throw .unreadable }
    var hour = hour
    if let half {
      guard 1...12 ~= hour else { throw .unreadable }
      hour = hour % 12 + half
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0) else { throw .unreadable }
    time = hour * 3600 + minute * 60 + second
  }

  /// Behind blanks of any kind: the no-break and the narrow ones, too, in UTF-8 and in Windows-1252.
  private func passBlanks(_ bytes: Span<UInt8>, from place: Int) -> Int {
    var place = place
    while true {
      let (first, second, third) = (byte(bytes, place), byte(bytes, place + 1), byte(bytes, place + 2))
      if first == 0x20 || first == 0xA0 {
        place += 1
      } else if first == 0xC2, second == 0xA0 {
        place += 2
      } else if first == 0xE2, second == 0x80, third == 0xAF || third == 0x89 {
        place += 3
      } else {
        return place
      }
    }
  }

  /// 0 for `AM` and `a.m.`, 12 for `PM` and `p.m.`.
  private mutating func readHalf(_ bytes: Span<UInt8>) -> Int? {
    guard index < end else { return nil }
    var place = passBlanks(bytes, from: index)
    let first = byte(bytes, place) | 0x20
    guard first == 0x61 || first == 0x70 else { return nil }
    place += byte(bytes, place + 1) == 0x2E ? 2 : 1
    guard byte(bytes, place) | 0x20 == 0x6D else { return nil }
    index = place + (byte(bytes, place + 1) == 0x2E ? 2 : 1)
    return first == 0x70 ? 12 : 0
  }

  /// `Z`, `UTC`, `GMT`, `+02:00`, `GMT+1`.
  private mutating func readOffset(_ bytes: Span<UInt8>) throws(DateProblem) {
    guard index < end else { return }
    var place = passBlanks(bytes, from: index)
    if byte(bytes, place) | 0x20 == 0x7A {
      index = place + 1
      offset = 0
      return
    }
    let letters = [byte(bytes, place), byte(bytes, place + 1), byte(bytes, place + 2)]
    if letters == Array("UTC".utf8) || letters == Array("GMT".utf8) {
      place += 3
      index = place
      offset = 0
    }
    let sign = byte(bytes, place)
    guard sign == 0x2B || sign == 0x2D else { return }
    index = place + 1
    let first = index
    let hours = try number(bytes, 1, 2)
    let isShort = index - first == 1
    if byte(bytes, index) == 0x3A { index += 1 } else if isShort, index < end { throw .unreadable }
    let minutes = index < end ? try number(bytes, 2, 2) : 0
    guard hours <= 15, minutes < 60 else { throw .unreadable }
    offset = (sign == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// As the feedback declares it; a format of a day alone may be followed by a time.
  mutating func read(_ format: DateFormat, _ bytes: Span<UInt8>) throws(DateProblem) {
    var (hour, minute, second) = (0, 0, 0)
    var half: Int?
    for (place, part) in format.parts.enumerated() {
      switch part {
      case .year(let width):
        year = try number(bytes, width, width)
        if width == 2 { year += 2000 }
      case .month: month = try number(bytes, 1, 2)
      case .monthName:
        month = try monthName(bytes)
        // `Okt. 2026`
        let isNext = place + 1 < format.parts.count && format.parts[place + 1] == .sign(0x2E)
        if !isNext, byte(bytes, index) == 0x2E { index += 1 }
      case .day: day = try number(bytes, 1, 2)
      case .hour: hour = try number(bytes, 1, 2)
      case .minute: minute = try number(bytes, 1, 2)
      case .second: second = try number(bytes, 1, 2)
      case .fraction: _ = try number(bytes, 1, 18)
      case .half:
        half = readHalf(bytes)
        if half == nil { throw .unreadable }
      case .offset: try readOffset(bytes)
      case .sign(0x20):
        let next = passBlanks(bytes, from: index)
        guard next > index || isHalf(format, place + 1) else { throw .unreadable }
        index = next
      case .sign(let sign):
        guard byte(bytes, index) == sign else { throw .unreadable }
        index += 1
      }
    }
    try setTime(hour, minute, second, half: half)
    if !format.hasTime { try readRest(bytes) }
    guard index == end else { throw .unreadable }
  }

  /// Whether AM or PM comes there: nothing need be before it.
  private func isHalf(_ format: DateFormat, _ place: Int) -> Bool {
    place < format.parts.count && format.parts[place] == .half
  }

  /// A whole word that is a month's name in some language.
  private mutating func monthName(_ bytes: Span<UInt8>) throws(DateProblem) -> Int {
    var word: [UInt8] = []
    // `d’abr` has a mark of three bytes.
    while index < end, bytes[index] >= 0x80 || 0x61...0x7A ~= bytes[index] | 0x20 || bytes[index] == 0x27,
      word.count < 64
    {
      if passBlanks(bytes, from: index) > index { break }
      word.append(bytes[index])
      index += 1
    }
    let text = String(validating: word, as: UTF8.self) ?? text(word[...], .windows1252)
    guard let month = MonthNames.numbers[text.lowercased()] else { throw .unreadable }
    return month
  }
}
