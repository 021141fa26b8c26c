/// The names in an XPath expression: functions, elements, attributes. XPath itself takes any name and finds nothing, so
/// a slip would be an empty place on the page.
struct ExpressionWords {
  private static let functions = [
    "boolean", "ceiling", "concat", "contains", "count", "floor", "last", "local-name", "name", "normalize-space",
    "not",
    "number", "position", "round", "starts-with", "string", "string-length", "substring", "substring-after",
    "substring-before", "sum", "translate", "true", "false",
  ]
  private static let nodeTypes = ["node", "text", "comment", "processing-instruction"]

  private let bytes: [UInt8]
  private let contract: TemplateContract
  private var index = 0
  /// Whether an operand just ended, so that a name is an operator (`and`, `div`) and `*` a product.
  private var afterOperand = false
  private var isAttribute = false

  init(_ source: String, _ contract: TemplateContract) {
    (bytes, self.contract) = (Array(source.utf8), contract)
  }

  mutating func objection() -> ExpressionChecker.Objection? {
    while let byte {
      switch byte {
      case 0x22, 0x27:
        literal(byte)
      case 0x24:
        return .init(bytes: index..<index + 1, message: "expressions have no variables", help: nil)
      case _ where isNameStart(byte):
        if let objection = word() { return objection }
      case 0x29, 0x5D, 0x2E, 0x30...0x39:
        (afterOperand, isAttribute) = (true, false)
        index += 1
      case 0x2A:
        afterOperand.toggle()
        isAttribute = false
        index += 1
      case 0x40:
        (afterOperand, isAttribute) = (false, true)
        index += 1
      default:
        if byte > 0x20 { afterOperand = false }
        index += 1
      }
    }
    return nil
  }

  private mutating func literal(_ quote: UInt8) {
    index += 1
    while let byte, byte != quote { index += 1 }
    index += 1
    afterOperand = true
  }

  private mutating func word() -> ExpressionChecker.Objection? {
    let start = index
    while let byte, isNamePart(byte) { index += 1 }
    let (range, name) = (start..<index, String(decoding: bytes[start..<index], as: UTF8.self))
    while let byte, byte <= 0x20 { index += 1 }

    if afterOperand {
      afterOperand = false
      return nil
    }
    if byte == 0x3A { return axis(name, range) }
    if byte == 0x28 { return call(name, range) }
    let (kind, known) =
      isAttribute ? ("attribute", contract.attributes) : ("element", contract.elements)
    (afterOperand, isAttribute) = (true, false)
    if known.isEmpty || known.contains(name) { return nil }
    return .init(bytes: range, message: "the document has no \(kind) \"\(name)\"", help: known.didYouMean(name))
  }

  /// `child::` and the like. A single colon would be a prefix, and the documents have none.
  private mutating func axis(_ name: String, _ range: Range<Int>) -> ExpressionChecker.Objection? {
    guard index + 1 < bytes.count, bytes[index + 1] == 0x3A else {
      return .init(bytes: range, message: "the document has no prefix \"\(name)\"", help: "leave it out")
    }
    if name == "namespace" {
      return .init(bytes: range, message: "the document has no namespaces", help: nil)
    }
    index += 2
    isAttribute = name == "attribute"
    return nil
  }

  private func call(_ name: String, _ range: Range<Int>) -> ExpressionChecker.Objection? {
    if ExpressionWords.functions.contains(name) || ExpressionWords.nodeTypes.contains(name) { return nil }
    return .init(
      bytes: range, message: "no function is named \"\(name)\"", help: ExpressionWords.functions.didYouMean(name))
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }
}
