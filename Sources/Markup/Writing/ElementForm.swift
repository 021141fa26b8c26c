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

  private static let voids = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ].map { packed($0.utf8.span) }

  init(of name: StaticString, inHTML: Bool) {
    self = name.withUTF8Buffer { name in
      let name = unsafe Span(_unsafeElements: name)
      if name[0] == 0x73, let language = RawText(name) { return .raw(language) }
      guard inHTML else { return .short }
      return ElementForm.voids.contains(packed(name)) ? .void : .full
    }
  }
}

extension RawText {
  private static let names = (style: packed("style".utf8.span), script: packed("script".utf8.span))

  fileprivate init?(_ name: Span<UInt8>) {
    switch packed(name) {
    case RawText.names.style: self = .style
    case RawText.names.script: self = .script
    default: return nil
    }
  }
}

/// A name of up to eight bytes as a number; a longer one as zero.
private func packed(_ name: Span<UInt8>) -> UInt64 {
  guard name.count <= 8 else { return 0 }
  var number: UInt64 = 0
  for index in name.indices { number = number << 8 | UInt64(name[index]) }
  return number
}
