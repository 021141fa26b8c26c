/// The code of a Swift file: comments are blanks and strings are empty, line ends stay; interpolated code is kept.
///
/// Enough of Swift's grammar to look for words in code without being fooled by prose. No regex literals: the house
/// style has none.
struct SwiftCode {
  let text: String
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  private enum State {
    /// With how many parentheses are open; nil outside an interpolation.
    case code(parentheses: Int?)
    case string(pounds: Int, isMultiline: Bool)
    case lineComment
    case blockComment
  }

  init(_ source: String) {
    let input = Array(source.unicodeScalars)
    var output = String.UnicodeScalarView()
    var stack: [State] = [.code(parentheses: nil)]
    var index = 0
    func has(_ text: String, at place: Int) -> Bool {
      input[min(place, input.count)...].starts(with: text.unicodeScalars)
    }
    while index < input.count, let state = stack.last {
      let scalar = input[index]
      switch state {
      case .lineComment:
        if scalar == "\n" {
          stack.removeLast()
          continue
        }
      case .blockComment:
        if has("*/", at: index) {
          stack.removeLast()
          index += 1
        } else if has("/*", at: index) {
          stack.append(.blockComment)
          index += 1
        }
      case .string(let pounds, let isMultiline):
        let fence = String(repeating: "#", count: pounds)
        let quote = isMultiline ? "\"\"\"" : "\""
        if has("\\" + fence + "(", at: index) {
          stack.append(.code(parentheses: 0))
          index += 1 + pounds
          output.append("(")
        } else if pounds == 0, scalar == "\\" {
          index += 1
        } else if has(quote + fence, at: index) {
          stack.removeLast()
          index += quote.count + pounds - 1
          output.append("\"")
        }
      case .code(let parentheses):
        if has("//", at: index) {
          stack.append(.lineComment)
        } else if has("/*", at: index) {
          stack.append(.blockComment)
          index += 1
        } else if let opening = Self.opening(input, index) {
          stack.append(.string(pounds: opening.pounds, isMultiline: opening.isMultiline))
          index += opening.length - 1
          output.append("\"")
        } else {
          output.append(scalar)
          if let parentheses {
            let open = parentheses + (scalar == "(" ? 1 : scalar == ")" ? -1 : 0)
            stack[stack.count - 1] = .code(parentheses: open)
            if open < 0 { stack.removeLast() }
          }
        }
      }
      // Line numbers stay true also within strings and comments.
      if case .code = state {} else if scalar == "\n" { output.append("\n") }
      index += 1
    }
    text = String(output)
  }

  private static func opening(_ input: [Unicode.Scalar], _ start: Int) -> (pounds: Int, isMultiline: Bool, length: Int)?
  {
    let pounds = input[start...].prefix { $0 == "#" }.count
    let quotes = input[(start + pounds)...].prefix { $0 == "\"" }.count
    guard quotes > 0 else { return nil }
    return quotes >= 3 ? (pounds, true, pounds + 3) : (pounds, false, pounds + 1)
  }
}
