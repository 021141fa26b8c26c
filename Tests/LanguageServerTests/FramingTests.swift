import LanguageServer
import Testing

@Suite struct FramingTests {
  private static func messages(_ text: String, piece: Int) throws(MessageFraming.FramingFailure) -> [String] {
    var framing = MessageFraming()
    var messages: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      framing.add(bytes[start..<min(start + piece, bytes.count)])
      while let message = try framing.next() { messages.append(String(decoding: message, as: UTF8.self)) }
    }
    return messages
  }

  @Test(arguments: [1, 2, 7, 1000]) func `messages are found however their bytes come`(piece: Int) throws {
    let text = "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: x\r\n\r\n[1]Content-Length: 0\r\n\r\n"
    #expect(try Self.messages(text, piece: piece) == ["{}", "[1]", ""])
    #expect(try Self.messages("Content-Length: 9\r\n\r\n{}", piece: piece).isEmpty)
  }

  @Test(arguments: [
    ("X: 1\r\n\r\n", MessageFraming.FramingFailure.noLength), ("Content-Length: -1\r\n\r\n", .noLength),
    ("Content-Length: 1e3\r\n\r\n", .noLength), ("Content-Length:\r\n\r\n", .noLength), ("\r\n\r\n", .noLength),
    ("Content-Length: 99999999999999999999999999\r\n\r\n", .tooLong),
    ("Content-Length: 999999999999\r\n\r\n", .tooLong),
    (String(repeating: "x", count: 5_000), .headerTooLong),
  ])
  func `a header that says no length is the end`(text: String, failure: MessageFraming.FramingFailure) {
    #expect(throws: failure) { try Self.messages(text, piece: 1000) }
  }

  @Test func `a message is framed by its bytes, not its letters`() throws {
    let framed = MessageFraming.framed(["é": "😀"])
    #expect(String(decoding: framed, as: UTF8.self) == "Content-Length: 13\r\n\r\n{\"é\":\"😀\"}")
    var framing = MessageFraming()
    for _ in 0..<3 { framing.add(framed) }
    for _ in 0..<3 { #expect(try framing.next() == Array("{\"é\":\"😀\"}".utf8)) }
    #expect(try framing.next() == nil)
  }

  @Test func `a message is a request, a notification, an answer or none of them`() {
    #expect(ClientMessage(["id": 1, "method": "a"]) == .request(id: 1, method: "a", parameters: .null))
    #expect(ClientMessage(["method": "a", "params": [1]]) == .notification(method: "a", parameters: [1]))
    #expect(ClientMessage(["id": "x", "result": 2]) == .response(id: "x", result: 2))
    #expect(
      ClientMessage([1]) == .invalid(id: .null) && ClientMessage(["id": [1], "method": "a"]) == .invalid(id: .null))
  }
}
