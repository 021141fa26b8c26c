/// Cuts the bytes that a client sends into messages: a header with `Content-Length`, an empty line, and so many bytes.
package struct MessageFraming {
  /// Why nothing more can be read: nobody knows where the next message begins.
  package enum FramingFailure: Error, Equatable {
    case headerTooLong
    case noLength
    case tooLong
  }

  private var bytes: [UInt8] = []
  /// Where the bytes begin that are not read yet.
  private var start = 0
  /// Up to where the end of a header was looked for.
  private var searched = 0

  package init() {}

  package mutating func add(_ more: some Collection<UInt8>) {
    if start > 0, start == bytes.count || start > 1 << 20 {
      bytes.removeSubrange(..<start)
      (start, searched) = (0, max(0, searched - start))
    }
    bytes += more
  }

  /// The next message, once all of it is there.
  package mutating func next() throws(FramingFailure) -> [UInt8]? {
    guard let end = try headerEnd() else { return nil }
    let length = try Self.length(in: bytes[start..<end])
    let content = end + 4
    guard bytes.count - content >= length else { return nil }
    start = content + length
    searched = start
    return Array(bytes[content..<start])
  }

  /// Where the empty line behind the header is; nil where it has not come yet.
  private mutating func headerEnd() throws(FramingFailure) -> Int? {
    var index = max(start, searched)
    while index + 3 < bytes.count {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D, bytes[index + 3] == 0x0A {
        searched = index
        return index
      }
      index += 1
      guard index - start <= LanguageLimits.header else { throw .headerTooLong }
    }
    searched = index
    return nil
  }

  private static func length(in header: ArraySlice<UInt8>) throws(FramingFailure) -> Int {
    for line in header.split(whereSeparator: { $0 == 0x0D || $0 == 0x0A }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        String(decoding: line[..<colon], as: UTF8.self).lowercased() == "content-length"
      else { continue }
      let digits = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .noLength }
      guard let length = Int(String(decoding: digits, as: UTF8.self)), length <= LanguageLimits.message else {
        throw .tooLong
      }
      return length
    }
    throw .noLength
  }

  /// A message as it is sent.
  package static func framed(_ message: JSONValue) -> [UInt8] {
    let content = Array(message.text.utf8)
    return Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
