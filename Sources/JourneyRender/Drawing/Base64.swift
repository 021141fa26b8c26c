internal import JourneyModel

extension RasterImage {
  /// The picture itself as an address, so that nothing is fetched.
  var address: String { "data:\(kind.rawValue);base64,\(base64(bytes))" }
}

/// RFC 4648, with padding.
package func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
    let third = start + 2 < bytes.count ? bytes[start + 2] : 0
    let number = Int(bytes[start]) << 16 | Int(second) << 8 | Int(third)
    text.append(digits[number >> 18])
    text.append(digits[number >> 12 & 63])
    text.append(start + 1 < bytes.count ? digits[number >> 6 & 63] : UInt8(ascii: "="))
    text.append(start + 2 < bytes.count ? digits[number & 63] : UInt8(ascii: "="))
  }
  return String(decoding: text, as: UTF8.self)
}
