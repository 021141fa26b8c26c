/// What CSS and presentation attributes refer to. Each text is gone through once, whatever it holds.
enum CSSReferences {
  /// The names in `url(#name)`.
  static func ids(in css: String) -> [String] {
    places(of: "url(", in: css).compactMap { start in
      let rest = css.utf8[start...].drop { $0 <= 0x20 }.prefix(1_000)
      let name = rest.drop { $0 == 0x22 || $0 == 0x27 }.drop { $0 <= 0x20 }
      guard name.first == 0x23 else { return nil }
      return decoded(Substring(name.dropFirst().prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x29 }))
    }
  }

  /// How many filters it works out by itself, such as `blur(2px)`.
  static func filters(in css: String) -> Int {
    let names = [
      "blur(", "drop-shadow(", "brightness(", "contrast(", "grayscale(", "hue-rotate(", "invert(", "opacity(",
      "saturate(",
      "sepia(",
    ]
    return css.utf8.contains(0x28) ? names.reduce(0) { $0 + places(of: $1, in: css).count } : 0
  }

  /// Just after each occurrence of a word, in any case.
  private static func places(of word: String, in css: String) -> [String.Index] {
    let (first, utf8) = (word.utf8.first ?? 0, css.utf8)
    return utf8.indices.compactMap { index in
      guard utf8[index] | 0x20 == first else { return nil }
      let found = utf8[index...].prefix(word.utf8.count)
      return found.elementsEqual(word.utf8) { $0 == $1 || $0 | 0x20 == $1 } ? found.endIndex : nil
    }
  }

  /// Declarations with the selector before them; `&` where it is a block inside a block.
  static func rules(of css: String) -> [(selector: String, declarations: String)] {
    var rules: [(selector: String, declarations: String)] = []
    var (words, selector): ([UInt8], String?) = ([], nil)
    func text() -> String { String(decoding: words, as: UTF8.self) }
    for byte in withoutComments(css) {
      switch byte {
      case 0x7B:
        if selector != nil { rules.append(("&", text())) }
        selector = text()
        words = []
      case 0x7D:
        rules.append((selector ?? "&", text()))
        (words, selector) = ([], nil)
      case 0x3B where selector == nil:
        rules.append(("&", text()))
        words = []
      default: words.append(byte)
      }
    }
    return rules
  }

  private static func withoutComments(_ css: String) -> [UInt8] {
    var (kept, isComment, before): ([UInt8], Bool, UInt8) = ([], false, 0)
    for byte in css.utf8 {
      if isComment {
        isComment = !(before == 0x2A && byte == 0x2F)
        before = isComment ? byte : 0
      } else if before == 0x2F, byte == 0x2A {
        _ = kept.popLast()
        (isComment, before) = (true, 0)
      } else {
        kept.append(byte)
        before = byte
      }
    }
    return kept
  }

  /// As a browser looks for it: `%61` is `a`.
  static func decoded(_ fragment: some StringProtocol) -> String {
    guard fragment.contains("%") else { return String(fragment) }
    var bytes: [UInt8] = []
    var rest = Array(fragment.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count > 1 {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The references of a picture's style sheets, by what their rules are for.
struct SheetReferences {
  /// By `path`, `.class`, `#id`; of `*` what may be for any element.
  private(set) var rules: [Substring: (ids: [String], filters: Int)] = [:]
  private(set) var hasMarkers = false

  mutating func read(_ css: String) {
    if css.contains("marker") { hasMarkers = true }
    for (selector, declarations) in CSSReferences.rules(of: css) {
      let (ids, filters) = (CSSReferences.ids(in: declarations), CSSReferences.filters(in: declarations))
      guard !ids.isEmpty || filters > 0 else { continue }
      for selector in selector.split(separator: ",") { add(selector, ids, filters) }
    }
  }

  /// By the name, class or id that the last part of the selector asks for; what is not as plain as that may be for any
  /// element.
  private mutating func add(_ selector: Substring, _ ids: [String], _ filters: Int) {
    let last = selector.split { $0.isWhitespace || $0 == ">" || $0 == "+" || $0 == "~" }.last ?? ""
    let isPlain = !selector.contains("&") && !selector.contains("@")
    let mark = isPlain ? last.firstMatch(of: /^[A-Za-z]*([.#][A-Za-z0-9_-]+)$|^([A-Za-z]+)$/) : nil
    let key = mark?.output.1 ?? mark?.output.2 ?? "*"
    rules[key, default: ([], 0)].ids += ids
    rules[key, default: ([], 0)].filters += filters
  }

  /// What the rules for an element are found by.
  static func keys(of name: String, classes: [Substring], id: String?) -> [Substring] {
    let classes = Set(classes).sorted().map { ".\($0)"[...] }
    return ["*", name[...]] + classes + [id.map { "#\($0)"[...] }].compactMap(\.self)
  }
}
