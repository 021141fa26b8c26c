/// A page template that was read and found good: page elements with slots, and the expressions of the slots.
///
/// Made by ``parseTemplate(_:contract:)``, filled by ``fill(_:document:parts:)``. The language is described in
/// `docs/templates.md`.
package struct Template: Sendable {
  indirect enum TemplateNode: Sendable {
    case text(String)
    case element(Name, [(name: Name, value: TemplateValue)], [TemplateNode])
    case value(Expression)
    case each(Expression, [TemplateNode])
    case condition(Expression, [TemplateNode])
    case insert(part: String, Expression.Origin)
  }

  /// An attribute's value. A link with slots is looked at again once it is filled.
  struct TemplateValue: Sendable {
    enum Piece: Sendable {
      case text(String)
      case expression(Expression)
    }

    var pieces: [Piece]
    /// What the whole value must be, once it is text.
    var rule: AttributeRule
  }

  let root: TemplateNode
}

/// An expression of a template, and where it was read.
struct Expression: Sendable {
  let xpath: XPath
  let origin: Origin

  /// Where a slot is.
  struct Origin: Sendable {
    let bytes: Range<Int>
    let position: TextPosition
  }
}

/// What the pages of one kind offer to a template, so that a slip is found before any page is made.
package struct TemplateContract: Sendable {
  /// Names of the parts that the renderer hands over.
  package var parts: [String]
  /// Names that the document has; empty: any.
  package var elements: [String]
  package var attributes: [String]

  package init(parts: [String], elements: [String] = [], attributes: [String] = []) {
    self.parts = parts
    self.elements = elements
    self.attributes = attributes
  }
}
