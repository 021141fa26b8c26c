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
  guard isTimeOfDay(bytes, at: end + 2) else { return nil }
  let time = eightBytes(bytes, at: end + 3) & 0x0F0F_0F0F_0F0F_0F0F
  let hour = digit(time, 0) * 10 + digit(time, 1)
  let minute = digit(time, 3) * 10 + digit(time, 4)
  return DateCell(day: day, seconds: seconds + hour * 3600 + minute * 60 + digit(time, 6) * 10 + digit(time, 7))
}

/// Whether a blank or a `T` and a time such as `10:20:30` begin here.
@inline(__always)
func isTimeOfDay(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  guard bytes[start] == 0x20 || bytes[start] == 0x54 else { return false }
  let digits = eightBytes(bytes, at: start + 1) ^ 0x3030_3A30_303A_3030
  // What makes a byte that is more than its place may be, 29:59:59, reach the top bit.
  let above = (digits &+ 0x767A_7F76_7A7F_767D) | digits
  return above & 0x8080_8080_8080_8080 == 0 && digit(digits, 0) * 10 + digit(digits, 1) < 24
}

/// Whether each byte is 0…9.
@inline(__always)
private func areDigits(_ word: UInt64) -> Bool {
  word & 0xF0F0_F0F0_F0F0_F0F0 == 0 && (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0
}

@inline(__always)
private func digit(_ word: UInt64, _ place: UInt64) -> Int { Int(truncatingIfNeeded: word >> (8 * place) & 0xFF) }
