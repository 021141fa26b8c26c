import Foundation
import JourneyModel
import Support
import Templates
import Testing

@testable import JourneyWords

/// Every language has all that Waymark says, and nothing else.
@Suite struct CatalogueTests {
  /// The keys of all sentences in the sources, in order.
  private static let keys: [String] = {
    let folder = Golden.root.appending(path: "Sources/JourneyWords")
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    var keys: [String] = []
    for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("Language/") {
      guard let source = try? String(contentsOf: folder.appending(path: path), encoding: .utf8) else { continue }
      keys += SpokenLiterals(in: source).keys
    }
    for page in Templates.pages { keys += Words.texts(of: page.bytes) }
    keys += Words.ofScript + ["1,234.5"]
    return keys.filter { $0.contains(where: \.isLetter) || $0.contains("%") || $0.contains("“") || $0.contains("1") }
  }()

  @Test func `sentences are found in the sources`() {
    #expect(Self.keys.count > 700)
    for key in ["Fix first: {1}, {2}{3}.", "Skip to the map", "“{1}”"] {
      #expect(Self.keys.contains(key), "\(key)")
    }
  }

  @Test(arguments: Catalogue.all.map(\.language)) func `a language has all of them, with the same values`(
    language: String
  ) throws {
    let catalogue = try #require(Catalogue.all.first { $0.language == language })
    for key in Set(Self.keys).sorted() {
      guard let translation = catalogue.translations[key] else {
        Issue.record("\(language).words lacks: \(key)")
        continue
      }
      #expect(Self.places(in: translation) == Self.places(in: key), "\(key): \(translation)")
      #expect(!translation.contains { "<>&\\".contains($0) } || key.contains("\""), "\(translation)")
    }
    let needed = Set(Self.keys)
    for key in catalogue.translations.keys.sorted() where !needed.contains(key) && key.contains(where: \.isLetter) {
      Issue.record("\(language).words has what nobody says: \(key)")
    }
  }

  @Test func `the model knows which languages are spoken`() {
    #expect(Words.languages == Workspace.spokenLanguages)
  }

  @Test func `the script says what the page brings along`() throws {
    // As it is written: on a page its names are shorter.
    let folder = Golden.root.appending(path: "templates/scripts")
    let ofPages = ["changes.js", "follow.js", "mirror.js", "renew.js", "slides.js"]
    let script = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !ofPages.contains($0) }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let told = script.matches(of: /tell\("([^"]+)"/).map { String($0.1) }
    let counted = script.matches(of: /count\([^"\n]*?, ?"([^"]+)"/).flatMap { ["\($0.1)", "\($0.1)s"] }
    #expect(Set(told + counted) == Set(Words.ofScript))
  }

  @Test func `what is not said in a language is said in English`() {
    #expect(Words(speaking: "xx").language == "en" && Words(speaking: "").language == "en")
    #expect(Words(speaking: "de-AT").language == "de" && Words(speaking: "DE").language == "de")
    #expect(Words(speaking: "de")("nobody has translated \("this")") == "nobody has translated this")
  }

  @Test func `numbers are written as the language does`() {
    let german = Words(speaking: "de")
    #expect(german.decimal(12_345.67, places: 1) == "12.345,7" && german.short(1.50, places: 2) == "1,5")
    #expect(german.percent(0.4) == "40\u{A0}%" && german.signed(-3) == "−3" && german.points(0.01) == "1 Punkt")
    #expect(german.duration(5400) == "1,5 h" && Words.english.duration(5400) == "1.5 h")
  }

  private static func places(in text: String) -> [String] {
    text.matches(of: /{[0-9@.][^}]*}/).map { String($0.0) }.sorted()
  }
}

/// The sentences that a source says: the literals in calls of `words(…)` and `self(…)`, values as `{1}`.
private struct SpokenLiterals {
  private(set) var keys: [String] = []
  private let source: [Character]
  private var place = 0

  init(in text: String) {
    source = Array(text)
    for call in ["words(", "self("] {
      let start = Array(call)
      for index in source.indices.dropLast(start.count) where source[index..<index + start.count].elementsEqual(start) {
        if index > 0, source[index - 1].isLetter || source[index - 1] == "." && call == "self(" { continue }
        place = index + start.count
        readArguments()
      }
    }
  }

  private mutating func readArguments() {
    var depth = 1
    while place < source.count, depth > 0 {
      switch source[place] {
      case "\"":
        let literal = readLiteral()
        if depth == 1 { keys.append(literal) }
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      place += 1
    }
  }

  /// Reads a literal and moves past its end.
  private mutating func readLiteral() -> String {
    var (literal, count) = ("", 0)
    place += 1
    while source[place] != "\"" {
      if source[place] != "\\" {
        literal.append(source[place])
        place += 1
      } else if source[place + 1] == "(" {
        count += 1
        literal += "{\(count)}"
        place += 2
        skipValue()
      } else {
        literal.append(source[place + 1])
        place += 2
      }
    }
    place += 1
    return literal
  }

  private mutating func skipValue() {
    var depth = 1
    while depth > 0 {
      switch source[place] {
      case "\"":
        _ = readLiteral()
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      place += 1
    }
  }
}
