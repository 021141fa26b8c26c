/// How an element is written, by its name.
enum ElementForm {
  /// HTML's empty elements: `<br/>`, children left out.
  case void
  /// `<script>` and `<style>`: text only, never escaped.
  case raw(RawText)
  /// Closed at once where it has no children, as XML does.
  case short
  /// Always with an end tag, as HTML needs it.
  case full

  private static let voids =
    ([
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ] as [Name]).map(\.packed)
  private static let style = ("style" as Name).packed
  private static let script = ("script" as Name).packed

  init(of name: Name, inHTML: Bool) {
    switch name.packed {
    case ElementForm.style: self = .raw(.style)
    case ElementForm.script: self = .raw(.script)
    case _ where !inHTML: self = .short
    case let name: self = ElementForm.voids.contains(name) ? .void : .full
    }
  }
}
