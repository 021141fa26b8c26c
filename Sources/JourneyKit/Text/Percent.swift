/// Percent-encoding, as URIs and GitHub's workflow commands have it.
enum Percent {
  /// `%0A`.
  static func encoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` is encoded.
  static func uri(_ path: String) -> String {
    String(
      decoding: path.utf8.flatMap { byte in isUnreserved(byte) ? [byte] : encoded(byte) }, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
