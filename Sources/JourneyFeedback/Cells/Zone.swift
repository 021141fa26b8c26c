/// How far a time zone is from UTC, at any moment.
///
/// Read from the system's zone files (TZif, RFC 9636), because FoundationEssentials knows no names of zones.
struct Zone: Sendable, Equatable {
  /// Seconds since 1970 at which an offset begins, ascending, and that offset in seconds east of UTC.
  private var starts: [Int] = []
  private var offsets: [Int] = []
  /// Before the first of them.
  private var first = 0
  /// Behind the last of them.
  private var rule: ZoneRule?

  static func fixed(_ offset: Int) -> Zone {
    var zone = Zone()
    zone.first = offset
    return zone
  }

  /// Seconds east of UTC.
  func offset(at moment: Int) -> Int {
    guard let start = starts.first, moment >= start else {
      return starts.isEmpty ? rule?.offset(at: moment) ?? first : first
    }
    if let last = starts.last, moment >= last, let rule { return rule.offset(at: moment) }
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= moment { low = middle } else { high = middle - 1 }
    }
    return offsets.indices.contains(low) ? offsets[low] : first
  }

  private init() {}

  /// `UTC`, `Z`, `+02:00`, `-0700`, `+2`; nil for anything else.
  init?(offset text: String) {
    if ["UTC", "GMT", "Z"].contains(text.uppercased()) {
      self = .fixed(0)
      return
    }
    let bytes = Array(text.utf8)
    guard let sign = bytes.first, sign == 0x2B || sign == 0x2D else { return nil }
    let digits = bytes.dropFirst().filter { $0 != 0x3A }
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }), [1, 2, 4].contains(digits.count) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let (hours, minutes) = digits.count < 3 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 15, minutes < 60 else { return nil }
    self = .fixed((sign == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60))
  }

  /// Reads a zone file; nil where it is none.
  init?(file bytes: [UInt8]) {
    guard let header = Header(bytes, at: 0) else { return nil }
    guard bytes[4] >= 0x32 else {
      self.init(bytes, header, at: 44, width: 4)
      return
    }
    let second = 44 + header.size(width: 4)
    guard let wide = Header(bytes, at: second) else { return nil }
    self.init(bytes, wide, at: second + 44, width: 8)
    let footer = bytes.dropFirst(second + 44 + wide.size(width: 8) + 1).prefix { $0 != 0x0A }
    rule = ZoneRule(footer)
  }

  private struct Header {
    let counts: [Int]

    init?(_ bytes: [UInt8], at start: Int) {
      guard start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
      counts = (0..<6).map { number(bytes, start + 20 + 4 * $0, 4) }
      guard counts.allSatisfy({ 0...100_000 ~= $0 }), counts[4] > 0 else { return nil }
    }

    /// Of the data behind it: times, kinds, kinds' descriptions, names, leap seconds, two lists of flags.
    func size(width: Int) -> Int {
      counts[3] * width + counts[3] + counts[4] * 6 + counts[5] + counts[2] * (width + 4) + counts[1] + counts[0]
    }
  }

  private init?(_ bytes: [UInt8], _ header: Header, at start: Int, width: Int) {
    guard start + header.size(width: width) <= bytes.count else { return nil }
    let (times, kinds) = (header.counts[3], header.counts[4])
    let kindsStart = start + times * width + times
    func offset(_ kind: Int) -> Int { kind < kinds ? number(bytes, kindsStart + 6 * kind, 4) : 0 }
    for index in 0..<times {
      let moment = number(bytes, start + index * width, width)
      guard moment > starts.last ?? .min else { return nil }
      starts.append(moment)
      offsets.append(offset(Int(bytes[start + times * width + index])))
    }
    first = offset(0)
  }
}

/// A signed number, highest byte first.
private func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int {
  var result = Int(Int8(truncatingIfNeeded: Int(bytes[start])))
  for index in start + 1..<start + width { result = result << 8 | Int(bytes[index]) }
  return result
}

extension String {
  /// Whether it can only name a file below the folder of zones.
  var isZoneName: Bool {
    !isEmpty && utf8.count < 100
      && split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x5F || $0 == 0x2B || $0 == 0x2D
          }
      }
  }
}
