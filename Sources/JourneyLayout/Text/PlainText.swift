/// A text as it may stand on a map: newlines as `\n`, other white space as single spaces, none at the ends of a line.
///
/// Left out are the controls that open a stretch of text in another direction (U+202A–202E, U+2066–2069): a stretch
/// that a line break cuts in two would turn what follows it. The marks that have a direction themselves (U+200E,
/// U+200F, U+061C) stay; they act on their neighbours only. Of more than six combining marks in a row the first six
/// stay, so that a stack of ten thousand does not leave its card.
package func plain(_ text: String) -> String {
  let bytes = text.utf8Span.span
  guard !isPlain(bytes) else { return text }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var (offset, newlines, marks, previous) = (0, 0, 0, UInt32(0))
  var space = false
  while offset < bytes.count {
    let start = offset
    let next = scalar(in: bytes, at: &offset)
    defer { previous = next }
    switch next {
    case 0x09, 0x20: space = true
    case 0x0A: newlines += previous == 0x0D ? 0 : 1
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: newlines += 1
    case 0x202A...0x202E, 0x2066...0x2069: break
    default:
      marks = isMark(next) ? marks + 1 : 0
      guard marks <= 6 else { break }
      if !result.isEmpty {
        result.append(contentsOf: repeatElement(0x0A, count: newlines))
        if space, newlines == 0 { result.append(0x20) }
      }
      (space, newlines) = (false, 0)
      for index in start..<offset { result.append(bytes[index]) }
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Whether `plain` would leave a text as it is.
private func isPlain(_ bytes: Span<UInt8>) -> Bool {
  var (offset, marks) = (0, 0)
  var previous: UInt32 = 0x20
  while offset < bytes.count {
    let next = scalar(in: bytes, at: &offset)
    switch next {
    case 0x20:
      if previous == 0x20 || previous == 0x0A { return false }
    case 0x0A:
      if previous == 0x20 { return false }
    case 0...0x1F, 0x85, 0x2028...0x202E, 0x2066...0x2069: return false
    case 0..<0x300: marks = 0
    default:
      marks = isMark(next) ? marks + 1 : 0
      if marks > 6 { return false }
    }
    previous = next
  }
  return bytes.isEmpty || previous != 0x20 && previous != 0x0A
}

func isMark(_ value: UInt32) -> Bool {
  guard !standsAlone(value), let scalar = Unicode.Scalar(value) else { return false }
  let category = scalar.properties.generalCategory
  return category == .nonspacingMark || category == .enclosingMark
}
