/// The chunks of a WebP: four bytes of name, four of length, the data, a byte more where the length is odd.
///
/// RFC 9649.
enum WebPParts {
  static func read(_ bytes: [UInt8]) throws(RasterProblem) -> (size: RasterSize, bytes: [UInt8]) {
    guard let length = bytes.littleEndian(4, 4) else { throw .cut }
    if length + 8 > bytes.count { throw .cut }
    if length + 8 < bytes.count { throw .trailing }
    var chunks: [UInt8] = []
    var canvas: RasterSize?
    var frame: RasterSize?
    var start = 12
    while start < bytes.count {
      guard let length = bytes.littleEndian(start + 4, 4), start + 8 + length <= bytes.count else { throw .cut }
      let end = min(start + 8 + length + length % 2, bytes.count)
      let data = Array(bytes[start + 8..<start + 8 + length])
      let isFirst = start == 12
      var chunk = Array(bytes[start..<end])
      switch String(decoding: bytes[start..<start + 4], as: UTF8.self) {
      case "VP8X":
        guard isFirst, data.count == 10, let width = data.littleEndian(4, 3), let height = data.littleEndian(7, 3)
        else {
          throw .broken
        }
        if data[0] & 0x02 != 0 { throw .animated }
        canvas = RasterSize(width: width + 1, height: height + 1)
        // Of what it has, only the transparency is kept.
        chunk[8] = data[0] & 0x10
      case "ANIM", "ANMF": throw .animated
      case "VP8 ":
        guard frame == nil, data.count >= 10, data[3...5].elementsEqual([0x9D, 0x01, 0x2A]),
          let width = data.littleEndian(6, 2), let height = data.littleEndian(8, 2)
        else { throw .broken }
        frame = RasterSize(width: width & 0x3FFF, height: height & 0x3FFF)
      case "VP8L":
        guard frame == nil, data.first == 0x2F, let bits = data.littleEndian(1, 4) else { throw .broken }
        frame = RasterSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
      case "ALPH": if frame != nil { throw .broken }
      default: chunk = []
      }
      chunks += chunk
      start = end
    }
    guard let frame else { throw .broken }
    if let canvas, canvas != frame { throw .broken }
    let size = UInt32(chunks.count + 4)
    let written = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) }
    return (frame, Array("RIFF".utf8) + written + Array("WEBP".utf8) + chunks)
  }
}
