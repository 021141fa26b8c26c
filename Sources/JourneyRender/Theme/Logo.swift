package import JourneySource
internal import Markup

/// A company's sign in the head of its pages, inside the page: nothing is fetched.
package struct Logo: Sendable {
  /// What a logo file may have at most, in bytes: it is in every page.
  package static let largest = 256 * 1024

  /// `data:image/png;base64,…`.
  let source: String
  /// What the picture shows, for those who do not see it.
  let words: String

  var element: Element { Element("img", ["class": "logo", "src": source, "alt": words]) }

  /// Looks at the bytes of a logo, whatever their file is called.
  ///
  /// A raster is known by its first bytes. An SVG is read like a page template and may hold nothing that runs or
  /// fetches; browsers would not let it, but it may be taken out of the page and opened by itself.
  package static func parse(
    _ bytes: [UInt8], words: String, file: FileID, at line: Span, named name: String
  ) -> Diagnosed<Logo?> {
    guard bytes.count <= largest else { return Diagnosed(nil, [.largeLogo(name, at: line)]) }
    if let kind = rasterKind(of: bytes) {
      return Diagnosed(Logo(source: "data:image/\(kind);base64,\(base64(bytes))", words: words), [])
    }
    guard bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x3C else {
      return Diagnosed(nil, [.unknownLogo(name, at: line)])
    }
    let problems = pictureProblems(bytes)
    guard problems.isEmpty else {
      return Diagnosed(
        nil,
        problems.map { problem in
          Diagnostic(
            .badTheme, at: Span(file, problem.bytes.lowerBound, problem.bytes.upperBound), problem.message,
            help: problem.help)
        })
    }
    return Diagnosed(Logo(source: "data:image/svg+xml;base64,\(base64(bytes))", words: words), [])
  }

  private static func rasterKind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "webp" }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func largeLogo(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "the logo \"\(name)\" is larger than \(Logo.largest / 1024) KB, and every page has a copy",
      help: "save a smaller one: a logo is shown 40 pixels high")
  }

  fileprivate static func unknownLogo(_ name: String, at span: Span) -> Self {
    Diagnostic(
      .badTheme, at: span, "the logo \"\(name)\" is not a PNG, JPEG, WebP or SVG picture",
      help: "save it as one of these")
  }
}
