internal import JourneySource

/// A cell as its writer meant it: without quotes, doubled quotes single, without blanks at its ends.
func cellText(_ bytes: Swift.Span<UInt8>, _ cell: Range<Int>, _ encoding: Audit.AuditedFile.TextEncoding) -> String {
  var content: [UInt8] = []
  let isQuoted = cell.count >= 2 && bytes[cell.lowerBound] == 0x22 && bytes[cell.upperBound - 1] == 0x22
  let inner = isQuoted ? cell.lowerBound + 1..<cell.upperBound - 1 : cell
  content.reserveCapacity(inner.count)
  var index = inner.lowerBound
  while index < inner.upperBound {
    let byte = bytes[index]
    content.append(byte)
    index += isQuoted && byte == 0x22 && index + 1 < inner.upperBound && bytes[index + 1] == 0x22 ? 2 : 1
  }
  return text(content[...], encoding)
}

/// Bytes as text, without blanks at its ends.
func text(_ bytes: ArraySlice<UInt8>, _ encoding: Audit.AuditedFile.TextEncoding) -> String {
  let bytes = trimmed(bytes)
  guard encoding == .windows1252, bytes.contains(where: { $0 >= 0x80 }) else {
    return String(decoding: bytes, as: UTF8.self).withoutOuterBlanks
  }
  var text = ""
  for byte in bytes { text.unicodeScalars.append(windows1252Letter(byte)) }
  return text.withoutOuterBlanks
}

/// What a byte of Windows-1252 stands for.
func windows1252Letter(_ byte: UInt8) -> Unicode.Scalar {
  Unicode.Scalar(0x80..<0xA0 ~= byte ? windows1252[Int(byte) - 0x80] : UInt32(byte)) ?? "\u{FFFD}"
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop(while: isBlank)
  while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
  return bytes
}

/// 0x80…0x9F of Windows-1252 (Unicode's mapping table CP1252; the five codes it leaves free as browsers read them).
private let windows1252: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
  0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
  0x017E, 0x0178,
]
