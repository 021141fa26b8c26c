/// The segments of a JPEG: `FF`, a mark, two bytes of length, the data; behind each scan's head its coded data.
///
/// ITU-T T.81, annex B.
enum JPEGParts {
  static func read(_ bytes: [UInt8]) throws(RasterProblem) -> (size: RasterSize, bytes: [UInt8]) {
    var result: [UInt8] = [0xFF, 0xD8]
    var size: RasterSize?
    var hasScan = false
    var start = 2
    while true {
      // Any number of FF may stand before a mark.
      while start + 1 < bytes.count, bytes[start] == 0xFF, bytes[start + 1] == 0xFF { start += 1 }
      guard let mark = bytes.bigEndian(start, 2) else { throw .cut }
      guard mark >> 8 == 0xFF else { throw .broken }
      if mark == 0xFFD9 {
        guard let size, hasScan else { throw .broken }
        guard start + 2 == bytes.count else { throw .trailing }
        return (size, result + [0xFF, 0xD9])
      }
      guard let length = bytes.bigEndian(start + 2, 2), length >= 2, start + 2 + length <= bytes.count else {
        throw .cut
      }
      let segment = bytes[start..<start + 2 + length]
      switch mark & 0xFF {
      case 0xC0, 0xC1, 0xC2:
        guard size == nil, length >= 8, let height = bytes.bigEndian(start + 5, 2),
          let width = bytes.bigEndian(start + 7, 2)
        else { throw .broken }
        size = RasterSize(width: width, height: height)
      case 0xC4, 0xDA, 0xDB, 0xDD: break
      case 0xE1:
        if isTurned(Array(segment.dropFirst(4))) { throw .turned }
      case 0xE0, 0xE2...0xEF, 0xFE: break
      // Lossless, hierarchical and arithmetic kinds, which browsers do not show, and marks that stand nowhere here.
      default: throw .broken
      }
      start += segment.count
      if [0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA].contains(mark & 0xFF) || saysColours(segment) { result += segment }
      guard mark == 0xFFDA else { continue }
      guard size != nil else { throw .broken }
      hasScan = true
      let end = endOfScan(bytes, from: start)
      result += bytes[start..<end]
      start = end
    }
  }

  /// Whether a segment is the short head of JFIF or of Adobe, which say how colours are written, and holds nothing else.
  private static func saysColours(_ segment: ArraySlice<UInt8>) -> Bool {
    let data = segment.dropFirst(4)
    switch segment.dropFirst().first {
    case 0xE0: return data.count == 14 && data.starts(with: "JFIF\0".utf8)
    case 0xEE: return data.count == 12 && data.starts(with: "Adobe".utf8)
    default: return false
    }
  }

  /// Where the next mark stands: in coded data `FF 00` is a byte, and `FF D0` to `FF D7` only divide it.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0xFF, bytes[index + 1] != 0, !(0xD0...0xD7).contains(bytes[index + 1]) { return index }
      index += 1
    }
    return bytes.count
  }

  /// Whether the metadata say that the picture is to be turned: TIFF 6.0, tag 274, in the first directory.
  private static func isTurned(_ data: [UInt8]) -> Bool {
    guard data.starts(with: "Exif\0\0".utf8) else { return false }
    let tiff = Array(data.dropFirst(6))
    let isLittle = tiff.starts(with: "II".utf8)
    func number(_ start: Int, _ count: Int) -> Int? {
      isLittle ? tiff.littleEndian(start, count) : tiff.bigEndian(start, count)
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return false }
    for entry in 0..<min(count, 512) {
      let start = directory + 2 + entry * 12
      if number(start, 2) == 274 { return (number(start + 8, 2) ?? 1) > 1 }
    }
    return false
  }
}
