struct XPathToken {
  enum XPathTokenKind: Equatable {
    case name(String)
    /// A name before a parenthesis: a function, or a test such as `node()`.
    case call(String)
    /// A name with the `::` after it.
    case axis(String)
    case operation(XPathOperator)
    case number(Double)
    case literal(String)
    /// `*` as a name.
    case star
    case slash, slashes, dot, dots, at, comma, open, close, openPredicate, closePredicate
  }

  let kind: XPathTokenKind
  let bytes: Range<Int>
}

/// Cuts an expression into tokens. Whether `*`, `and`, `or`, `div` and `mod` are names depends on what is before them.
struct XPathLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [XPathToken] = []

  static func tokens(of source: String) throws(XPathObjection) -> [XPathToken] {
    var lexer = XPathLexer(bytes: Array(source.utf8))
    while lexer.skipSpace() { try lexer.token() }
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  /// False at the end.
  private mutating func skipSpace() -> Bool {
    while let byte, byte <= 0x20 { index += 1 }
    return byte != nil
  }

  /// Whether an operand just ended, so that an operator has to follow.
  private var afterOperand: Bool {
    switch tokens.last?.kind {
    case .name, .number, .literal, .star, .dot, .dots, .close, .closePredicate: true
    default: false
    }
  }

  private mutating func token() throws(XPathObjection) {
    guard let byte else { return }
    switch byte {
    case 0x22, 0x27: try literal(byte)
    case 0x24: throw XPathObjection(bytes: index..<index + 1, message: "expressions have no variables")
    case 0x30...0x39: number()
    case 0x2E where next.map { (0x30...0x39).contains($0) } == true: number()
    case 0x2E: next == 0x2E ? take(2, .dots) : take(1, .dot)
    case 0x2F: next == 0x2F ? take(2, .slashes) : take(1, .slash)
    case 0x2A: take(1, afterOperand ? .operation(.times) : .star)
    case 0x28: take(1, .open)
    case 0x29: take(1, .close)
    case 0x5B: take(1, .openPredicate)
    case 0x5D: take(1, .closePredicate)
    case 0x40: take(1, .at)
    case 0x2C: take(1, .comma)
    case 0x7C: take(1, .operation(.union))
    case 0x2B: take(1, .operation(.plus))
    case 0x2D: take(1, .operation(.minus))
    case 0x3D: take(1, .operation(.equal))
    case 0x21 where next == 0x3D: take(2, .operation(.unequal))
    case 0x3C: next == 0x3D ? take(2, .operation(.atMost)) : take(1, .operation(.less))
    case 0x3E: next == 0x3D ? take(2, .operation(.atLeast)) : take(1, .operation(.more))
    case _ where Self.isNameStart(byte): try name()
    default: throw XPathObjection(bytes: index..<bytes.count, message: XPathParser.unreadable)
    }
  }

  private mutating func take(_ length: Int, _ kind: XPathToken.XPathTokenKind) {
    tokens.append(XPathToken(kind: kind, bytes: index..<index + length))
    index += length
  }

  private mutating func literal(_ quote: UInt8) throws(XPathObjection) {
    guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
      throw XPathObjection(bytes: bytes.count..<bytes.count, message: XPathParser.unreadable)
    }
    take(end + 1 - index, .literal(String(decoding: bytes[index + 1..<end], as: UTF8.self)))
  }

  private mutating func number() {
    var end = index
    func digits() { while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 } }
    digits()
    if end < bytes.count, bytes[end] == 0x2E {
      end += 1
      digits()
    }
    take(end - index, .number(XPathNumber.number(String(decoding: bytes[index..<end], as: UTF8.self))))
  }

  private mutating func name() throws(XPathObjection) {
    let start = index
    while let byte, Self.isNamePart(byte) { index += 1 }
    let (range, name) = (start..<index, String(decoding: bytes[start..<index], as: UTF8.self))
    if afterOperand {
      guard let operation = XPathOperator(rawValue: name) else {
        throw XPathObjection(bytes: start..<bytes.count, message: XPathParser.unreadable)
      }
      tokens.append(XPathToken(kind: .operation(operation), bytes: range))
      return
    }
    _ = skipSpace()
    if byte == 0x3A {
      guard next == 0x3A else {
        throw XPathObjection(bytes: range, message: "the document has no prefix \"\(name)\"", help: "leave it out")
      }
      index += 2
      tokens.append(XPathToken(kind: .axis(name), bytes: range))
    } else {
      tokens.append(XPathToken(kind: byte == 0x28 ? .call(name) : .name(name), bytes: range))
    }
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }
}
