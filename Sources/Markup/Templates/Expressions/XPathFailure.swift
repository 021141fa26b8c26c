/// Why libxml2 could not read or work out an expression.
struct XPathFailure: Error {
  enum Reason { case syntax, function, arguments, type, effort, other }

  let reason: Reason
  /// Where in the expression it gave up; the start if it does not say.
  let offset: Int

  /// `code` is libxml2's, from 1200 on (`XML_XPATH_EXPRESSION_OK`).
  init(code: Int, offset: Int) {
    reason =
      switch code {
      case 1201...1208, 1221: .syntax
      case 1209, 1219: .function
      case 1212: .arguments
      case 1210, 1211, 1217: .type
      case 1224, 1225: .effort
      default: .other
      }
    self.offset = reason == .syntax ? offset : 0
  }

  var message: String {
    switch reason {
    case .syntax: "the expression cannot be read from here on"
    case .function: "the expression calls a function that does not exist"
    case .arguments: "a function in the expression gets too few or too many arguments"
    case .type: "a function or step in the expression gets something that it cannot take"
    case .effort: "the expression takes too many steps"
    case .other: "the expression cannot be worked out"
    }
  }

  func place(in bytes: Range<Int>) -> Range<Int> { min(offset, bytes.upperBound)..<bytes.upperBound }
}
