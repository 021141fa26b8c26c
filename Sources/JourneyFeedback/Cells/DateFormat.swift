/// How dates are written, as a feedback declares it: `MM/DD/YYYY`, `DD.MM.YYYY HH:mm`.
struct DateFormat: Equatable {
  enum DateFormatPart: Equatable {
    case year(Int)
    case month, day, hour, minute, second
    /// `Nov`, `November`.
    case monthName
    /// `AM`, `PM`.
    case half
    /// `Z`, `+02:00`.
    case offset
    /// Digits of any number, behind the seconds.
    case fraction
    case sign(UInt8)
  }

  let parts: [DateFormatPart]
  var hasTime: Bool { parts.contains(.hour) }

  /// Nil where it does not say year, month and day, or has a letter that stands for nothing.
  ///
  /// `Y` or `y` the year (four, or two for 20…), `M` the month (`MMM` its English name), `D` or `d` the day, `H` or `h`
  /// the hour, `m` the minute, `s` the second, `S` fractions, `a` or `A` for AM and PM, `Z` the offset. `'T'` and `[T]`
  /// are the letter T, and so is a `T` between a day and an hour.
  init?(_ text: String) {
    var parts: [DateFormatPart] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first {
      let run = bytes.prefix { $0 == byte }.count
      var length = run
      switch byte {
      case UInt8(ascii: "Y"), UInt8(ascii: "y"):
        guard run == 4 || run == 2 else { return nil }
        parts.append(.year(run))
      case UInt8(ascii: "M"): parts.append(run > 2 ? .monthName : .month)
      case UInt8(ascii: "D"), UInt8(ascii: "d"): parts.append(.day)
      case UInt8(ascii: "H"), UInt8(ascii: "h"), UInt8(ascii: "k"): parts.append(.hour)
      case UInt8(ascii: "m"): parts.append(.minute)
      case UInt8(ascii: "s"): parts.append(.second)
      case UInt8(ascii: "S"): parts.append(.fraction)
      case UInt8(ascii: "a"), UInt8(ascii: "A"): parts.append(.half)
      case UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "X"), UInt8(ascii: "x"): parts.append(.offset)
      case UInt8(ascii: "'"), UInt8(ascii: "["):
        let close = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : byte
        guard let end = bytes.dropFirst().firstIndex(of: close) else { return nil }
        parts += bytes[(bytes.startIndex + 1)..<end].map(DateFormatPart.sign)
        length = end + 1 - bytes.startIndex
      case UInt8(ascii: "T"), 0x80...:
        parts.append(.sign(byte))
        length = 1
      case 0x41...0x5A, 0x61...0x7A: return nil
      default:
        parts.append(.sign(byte))
        length = 1
      }
      bytes = bytes.dropFirst(length)
    }
    func has(_ isPart: (DateFormatPart) -> Bool) -> Bool { parts.count(where: isPart) == 1 }
    guard has({ if case .year = $0 { true } else { false } }), has({ $0 == .month || $0 == .monthName }),
      has({ $0 == .day })
    else { return nil }
    self.parts = parts
  }
}
