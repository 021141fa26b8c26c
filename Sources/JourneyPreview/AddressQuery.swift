/// What is behind the question mark of an address: `page=airport.html&from=3k2`.
struct AddressQuery {
  private let pairs: [(name: String, value: String)]

  init(_ text: String) {
    pairs = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts.first ?? ""[...].utf8), Self.decoded(parts.dropFirst().first ?? ""[...].utf8))
    }
  }

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Without percent signs; what is wrong about them stays as it is, and is the name of nothing.
  static func decoded(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
