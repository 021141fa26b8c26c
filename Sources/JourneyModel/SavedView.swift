/// `view "The courier's hand-offs" "department=courier&highlight=hand-offs"`: what a page shows, kept under a name.
package struct SavedView: Sendable, Equatable {
  package let title: String
  /// What follows the `#` of the page's address.
  package let address: String

  package init(title: String, address: String) {
    (self.title, self.address) = (title, address)
  }

  /// What is chosen, as a browser reads an address; nil for what is no choice.
  var choices: [(key: String, value: String)]? {
    let parts = address.split(separator: "&", omittingEmptySubsequences: false)
    let pairs = parts.map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
    return pairs.map { (Self.decoded($0[0]), Self.decoded($0[1])) }
  }

  /// With `+` for a space and `%` before a byte.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
