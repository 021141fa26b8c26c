internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// `link "https://…" "Title"`; nil after a finding where the address might do more than lead somewhere.
  mutating func link(_ line: Line) -> Link? {
    guard let url = line.strings.first else { return nil }
    guard url.value.isHarmlessLink else {
      report(.unsafeLink(url))
      return nil
    }
    return Link(url: url.value, title: line.strings.dropFirst().first?.value)
  }
}

extension String {
  /// `https`, `http` and `mailto` addresses and places in the page, of characters that mean the same to every reader.
  var isHarmlessLink: Bool {
    let bytes = Array(utf8)
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }),
      !unicodeScalars.contains(where: \.isHidden),
      !unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.properties.isWhitespace }),
      !holdsEntity(bytes)
    else { return false }
    let lower = lowercased()
    if lower.hasPrefix("#") { return true }
    if lower.hasPrefix("mailto:") { return bytes.count > 7 }
    for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
      guard let first = bytes.dropFirst(scheme.utf8.count).first else { return false }
      return first != 0x2F && first != 0x3F && first != 0x23
    }
    return false
  }

  /// `&colon;`, `&#58;`: nothing that an address needs, and a way to hide what it is.
  private func holdsEntity(_ bytes: [UInt8]) -> Bool {
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x26: start = index
      case 0x3B:
        if let start, index > start + 1 { return true }
        start = nil
      case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      default: start = nil
      }
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func unsafeLink(_ url: Spanned<String>) -> Self {
    .init(
      .unsafeLink, at: url.span, "\"\(url.value)\" is not an address that a map may link to",
      help: "links begin with https://, http://, mailto: or #, without spaces, tabs or entities")
  }
}

extension Rule {
  static let unsafeLink = Rule(
    "unsafe-link", .error, "A link is not plainly a web address, a mail address or a place in the page.",
    why: """
      People trust the maps that they open. So a link must only lead somewhere: it begins with `https://`, `http://`,
      `mailto:` or `#`. Anything else (`javascript:`, `data:`, `//host`, or an address with tabs, spaces or entities in
      it) could do something on the reader's machine.

      Write the whole address, as a browser's address bar shows it.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint sign "Sees the sign" {
            link "www.example.org/sign"
          }
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint sign "Sees the sign" {
            link "https://www.example.org/sign"
          }
        }
      }

      """)
}
