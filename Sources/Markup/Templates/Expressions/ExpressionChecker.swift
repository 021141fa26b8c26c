/// What an expression is for, which its result has to fit.
enum ExpressionUse { case text, condition, nodes }

/// Looks at expressions when a template is read: words first, since that gives the better message, then libxml2 compiles
/// and tries them on an empty document.
struct ExpressionChecker {
  struct Objection {
    /// Of the expression's UTF-8.
    let bytes: Range<Int>
    let message: String
    let help: String?
  }

  func objection(to source: String, as use: ExpressionUse, contract: TemplateContract) -> Objection? {
    let whole = 0..<source.utf8.count
    if source.utf8.allSatisfy({ $0 <= 0x20 }) {
      return Objection(bytes: whole, message: "an expression is missing", help: "write an XPath such as @title")
    }
    guard whole.count <= Limits.expression else {
      return Objection(
        bytes: whole, message: "the expression is longer than \(Limits.expression) bytes", help: nil)
    }
    var words = ExpressionWords(source, contract)
    if let objection = words.objection() { return objection }
    return trial(source, as: use)
  }

  private func trial(_ source: String, as use: ExpressionUse) -> Objection? {
    let whole = 0..<source.utf8.count
    guard let evaluator = Evaluator(Element("empty"), [source]) else { return nil }
    do {
      let isNodes = try evaluator.kindIsNodes(0)
      if use == .nodes, !isNodes {
        return Objection(
          bytes: whole, message: "\"\(source)\" gives a value, not nodes to go through", help: "use w:value for a value"
        )
      }
      return nil
    } catch {
      return Objection(bytes: error.place(in: whole), message: error.message, help: nil)
    }
  }
}
