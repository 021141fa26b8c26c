/// Where a page may point.
enum SafeLink {
  /// Whether this is a link to `https:`, `http:`, `mailto:`, a place in the page or a relative path, however a browser
  /// reads it: it drops white space and controls, takes `\` for `/`, and does not care about case.
  static func allowsLink(_ text: String) -> Bool {
    let bytes = text.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    if bytes.contains(0x5C) || bytes.starts(with: "//".utf8) { return false }
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == 0x3A else { return true }
    return ["https", "http", "mailto"].contains(String(decoding: bytes[..<end], as: UTF8.self).lowercased())
  }

  /// Whether this is a picture that needs no fetch.
  static func allowsPicture(_ text: String) -> Bool {
    ["png", "jpeg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0);base64,") }
  }
}
