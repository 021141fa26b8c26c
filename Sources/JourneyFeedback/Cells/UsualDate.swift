/// `2026-04-01` or `2026-04-01 10:20:30`, eight bytes at a time; nil for whatever else, right or wrong.
@inline(__always)
func usualDate(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> DateCell? {
  guard cell.count == 19 || cell.count == 10 else { return nil }
  let first = eightBytes(bytes, at: cell.lowerBound)
  // Hyphens at 4 and 7, digits elsewhere: what is left of those is 0…9.
  guard first & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return nil }
  let date = (first & 0x00FF_FF00_FFFF_FFFF) ^ 0x0030_3000_3030_3030
  let end = cell.lowerBound + 8
  let (tens, ones) = (bytes[end] ^ 0x30, bytes[end + 1] ^ 0x30)
  guard areDigits(date), tens < 10, ones < 10 else { return nil }
  let year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3)
  let day = CivilDay(year: year, month: digit(date, 5) * 10 + digit(date, 6), day: Int(tens) * 10 + Int(ones))
  guard day.exists else { return nil }
  let seconds = day.sinceEpoch * 86_400
  if cell.count == 10 { return DateCell(day: day, seconds: seconds) }
  guard bytes[end + 2] == 0x20 || bytes[end + 2] == 0x54 else { return nil }
  let second = eightBytes(bytes, at: end + 3)
  guard second & 0x0000_FF00_00FF_0000 == 0x0000_3A00_003A_0000 else { return nil }
  let time = (second & 0xFFFF_00FF_FF00_FFFF) ^ 0x3030_0030_3000_3030
  guard areDigits(time) else { return nil }
  let hour = digit(time, 0) * 10 + digit(time, 1)
  let minute = digit(time, 3) * 10 + digit(time, 4)
  let rest = digit(time, 6) * 10 + digit(time, 7)
  guard hour < 24, minute < 60, rest < 60 else { return nil }
  return DateCell(day: day, seconds: seconds + hour * 3600 + minute * 60 + rest)
}

/// Whether each byte is 0…9.
@inline(__always)
private func areDigits(_ word: UInt64) -> Bool {
  word & 0xF0F0_F0F0_F0F0_F0F0 == 0 && (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0
}

@inline(__always)
private func digit(_ word: UInt64, _ place: UInt64) -> Int { Int(truncatingIfNeeded: word >> (8 * place) & 0xFF) }
