/// What `waymark` brings along, embedded in the binary so that it works wherever it is copied.
///
/// A new file needs a line here. SwiftPM names a constant after its file, whatever the folder, with `_` for each
/// character that an identifier cannot hold: `pages/journey.xhtml` is `journey_xhtml`.
package enum Templates {
  /// One embedded file, by its name without folder and extension.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The pages that `render` fills, described in `docs/templates.md`.
  package static let pages = [
    File(name: "index", bytes: PackageResources.index_xhtml),
    File(name: "journey", bytes: PackageResources.journey_xhtml),
    File(name: "review", bytes: PackageResources.review_xhtml),
  ]

  /// What the page of a journey runs: its parts in this order, each of which uses those before it.
  package static let script = joined(journey)

  /// The same on a page that follows the files: it knows what the server sent before anything is added to it.
  /// All of it is in a block, since a copy of it may run on the same page.
  package static let followingScript = joined(
    [[UInt8(ascii: "{")], PackageResources.mirror_js] + journey
      + [PackageResources.renew_js, PackageResources.follow_js, [UInt8(ascii: "}")]])

  /// What all other pages that follow the files run.
  package static let watchScript = joined([PackageResources.mirror_js, PackageResources.follow_js])

  private static let journey = [
    PackageResources.helpers_js, PackageResources.elements_js, PackageResources.state_js, PackageResources.filters_js,
    PackageResources.colours_js, PackageResources.stage_js, PackageResources.chosen_js, PackageResources.hover_js,
    PackageResources.copies_js, PackageResources.paper_js, PackageResources.actions_js, PackageResources.begin_js,
  ]

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    ShortNames.applied(to: withoutComments(Array(parts.joined(separator: [0x0A]))))
  }

  /// What the slides of a pack run.
  package static let slides = withoutComments(PackageResources.slides_js)

  /// What the page of a comparison runs.
  package static let changes = withoutComments(PackageResources.changes_js)

  /// A script without what is for those who read the file: comments, indentation, the ends of lines that go on anyway and,
  /// outside of strings, spaces beside signs, the last semicolon of a block, parentheses around the one name that a function
  /// takes, what begins each of several declarations, and that a name is never given another value (`let` for `const`). A pattern has `\s` for a space.
  private static func withoutComments(_ script: [UInt8]) -> [UInt8] {
    let lines = script.split(separator: 0x0A).map { $0.drop { $0 == 0x20 } }.filter { !$0.starts(with: "//".utf8) }
    let signs = Array("=?|+*/>{}(),:;&!-[]%".utf8)
    let quotes = Array("\"'`".utf8)
    var short: [UInt8] = []
    var quote: UInt8?
    /// Of each bracket that is open, and of all outside: whether the statement there and the one before it are declarations.
    var scopes = [(isDeclaration: false, wasDeclaration: false)]
    for byte in lines.joined(separator: [0x0A]) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x20, let last = short.last, signs.contains(last) {
        continue
      } else if byte == 0x0A, let last = short.last, Array(";{,(}".utf8).contains(last) {
        if last == UInt8(ascii: "}") { scopes[scopes.count - 1] = (false, scopes[scopes.count - 1].isDeclaration) }
        continue
      } else {
        if signs.contains(byte), short.last == 0x20 { short.removeLast() }
        if byte == UInt8(ascii: "}"), short.last == UInt8(ascii: ";") { short.removeLast() }
        if byte == UInt8(ascii: ">"), short.last == UInt8(ascii: "=") { dropParentheses(from: &short) }
        if byte == 0x20, short.suffix(5).elementsEqual("const".utf8) {
          short.removeLast(5)
          short += "let".utf8
        }
        if byte == 0x20, short.suffix(3).elementsEqual("let".utf8), let before = short.dropLast(3).last,
          Array(";{}\n".utf8).contains(before)
        {
          scopes[scopes.count - 1].isDeclaration = true
          if before == UInt8(ascii: ";"), scopes[scopes.count - 1].wasDeclaration {
            short.removeLast(4)
            short.append(UInt8(ascii: ","))
            continue
          }
        }
        if Array("({[".utf8).contains(byte) { scopes.append((false, false)) }
        if Array(")}]".utf8).contains(byte), scopes.count > 1 { scopes.removeLast() }
        if byte == UInt8(ascii: ";") || byte == 0x0A {
          scopes[scopes.count - 1] = (false, scopes[scopes.count - 1].isDeclaration)
        }
        if quotes.contains(byte) { quote = byte }
      }
      short.append(byte)
    }
    return short
  }

  /// Of the arrow of a function that begins with its second sign, `(name)=`: what is between them, where it is one name; not
  /// behind a word, which it would become part of.
  private static func dropParentheses(from script: inout [UInt8]) {
    func isOfName(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    let parameter = script.dropLast(2).reversed().prefix(while: isOfName)
    let start = script.count - 3 - parameter.count
    guard script.dropLast().last == UInt8(ascii: ")"), !parameter.isEmpty, start > 0,
      script[start] == UInt8(ascii: "("), !isOfName(script[start - 1])
    else { return }
    script.remove(at: script.count - 2)
    script.remove(at: start)
  }

  /// What Waymark says in languages other than English (`docs/` says how to add one).
  package static let words = [File(name: "de", bytes: PackageResources.de_words)]

  /// The workspaces that `init` starts from; the first where none is named.
  package static let starters = [
    File(name: "blank", bytes: PackageResources.blank_journey),
    File(name: "retail", bytes: PackageResources.retail_journey),
    File(name: "saas", bytes: PackageResources.saas_journey),
    File(name: "public-service", bytes: PackageResources.public_service_journey),
  ]

  /// The themes that `render --theme` knows by name.
  package static let themes = [
    File(name: "plain", bytes: PackageResources.plain_theme),
    File(name: "contrast", bytes: PackageResources.contrast_theme),
  ]

  package static func page(named name: String) -> [UInt8]? { pages.first { $0.name == name }?.bytes }
  package static func starter(named name: String) -> [UInt8]? { starters.first { $0.name == name }?.bytes }
}
