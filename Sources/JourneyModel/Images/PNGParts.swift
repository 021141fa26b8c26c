/// The chunks of a PNG: four bytes of length, four of name, the data, four of checksum.
///
/// W3C, Portable Network Graphics (third edition), sections 5 and 11.
enum PNGParts {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// What is needed to show it; all else is about it, or other pictures.
  private static let kept: Set<String> = ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"]

  static func read(_ bytes: [UInt8]) throws(RasterProblem) -> (size: RasterSize, bytes: [UInt8]) {
    var result = signature
    var size: RasterSize?
    var hasData = false
    var start = signature.count
    while true {
      guard let length = bytes.bigEndian(start, 4), let sum = bytes.bigEndian(start + 8 + length, 4) else { throw .cut }
      let name = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      let chunk = bytes[start..<start + 12 + length]
      guard sum == checksum(bytes[start + 4..<start + 8 + length]) else { throw .broken }
      switch name {
      case "IHDR":
        guard size == nil, length == 13, start == signature.count, let width = bytes.bigEndian(start + 8, 4),
          let height = bytes.bigEndian(start + 12, 4)
        else { throw .broken }
        size = RasterSize(width: width, height: height)
      case "acTL", "fcTL", "fdAT": throw .animated
      case "IDAT": hasData = true
      default: break
      }
      guard let size else { throw .broken }
      if kept.contains(name) { result += chunk }
      start += chunk.count
      guard name == "IEND" else { continue }
      guard hasData, length == 0 else { throw .broken }
      guard start == bytes.count else { throw .trailing }
      return (size, result)
    }
  }

  /// CRC-32 as in ISO 3309, annex D of the specification.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    return Int(sum ^ 0xFFFF_FFFF)
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
