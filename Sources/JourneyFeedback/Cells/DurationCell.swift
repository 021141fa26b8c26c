/// A duration that says its units itself: `26:14:03`, `2h 15m`, `PT1H30M`. In seconds.
enum DurationCell: Equatable {
  case seconds(Int)
  /// `1:30`: hours and minutes, or minutes and seconds.
  case ambiguous(Int, Int)

  /// Nil for what has no such form; whole numbers only.
  init?(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    let cell = unquoted(bytes, cell)
    guard !cell.isEmpty, cell.count <= 40 else { return nil }
    let text = cell.map { 0x41...0x5A ~= bytes[$0] ? bytes[$0] | 0x20 : bytes[$0] }
    if text.contains(0x3A) {
      let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
      guard let numbers = Self.numbers(parts), numbers.dropFirst().allSatisfy({ $0 < 60 }),
        parts.dropFirst().allSatisfy({ $0.count == 2 })
      else { return nil }
      switch numbers.count {
      case 2: self = .ambiguous(numbers[0], numbers[1])
      case 3: self = .seconds(numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
      default: return nil
      }
      return
    }
    guard let seconds = Self.units(text) else { return nil }
    self = .seconds(seconds)
  }

  private static func numbers(_ parts: [ArraySlice<UInt8>]) -> [Int]? {
    var numbers: [Int] = []
    for part in parts {
      guard (1...9).contains(part.count), part.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return numbers
  }

  /// Numbers with units, the largest first: weeks, days, hours, minutes, seconds.
  private static func units(_ text: [UInt8]) -> Int? {
    let names: [(names: [String], seconds: Int)] = [
      (["w", "week", "weeks"], 604_800), (["d", "day", "days"], 86_400), (["h", "hr", "hrs", "hour", "hours"], 3600),
      (["m", "min", "mins", "minute", "minutes"], 60), (["s", "sec", "secs", "second", "seconds"], 1),
    ]
    var (rest, total, next) = (text[...], 0, 0)
    let isISO = rest.first == 0x70
    var isTime = !isISO
    if isISO { rest = rest.dropFirst() }
    while !rest.isEmpty {
      if isISO, rest.first == 0x74 {
        rest = rest.dropFirst()
        isTime = true
      }
      let digits = rest.prefix { 0x30...0x39 ~= $0 }
      guard let number = numbers([digits])?.first else { return nil }
      rest = rest.dropFirst(digits.count).drop { $0 == 0x20 }
      let word = String(decoding: rest.prefix { 0x61...0x7A ~= $0 && !(isISO && $0 == 0x74) }, as: UTF8.self)
      guard let unit = names.indices.first(where: { names[$0].names.contains(word) }), unit >= next,
        // Before the T of ISO 8601 an M is a month.
        isTime || unit < 2
      else { return nil }
      next = unit + 1
      total += number * names[unit].seconds
      rest = rest.dropFirst(word.utf8.count).drop { $0 == 0x20 || $0 == 0x2C }
    }
    return next > 0 ? total : nil
  }
}
