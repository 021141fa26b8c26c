import Foundation
import Support
import Testing

/// The pages are written as people speak: short paragraphs, and none of the phrases that readers stumbled over.
@Suite struct PlainEnglishTests {
  @Test(arguments: Prose.pages)
  func `a page has no phrase that readers stumble over`(page: String) throws {
    let prose = try Prose(page: page)
    for paragraph in prose.paragraphs + prose.lines {
      let found = PlainEnglish.hardPhrases(in: paragraph.words)
      #expect(found.isEmpty, "\(page), \(paragraph)")
    }
  }

  @Test(arguments: Prose.pages)
  func `no paragraph is longer than 80 words`(page: String) throws {
    for paragraph in try Prose(page: page).paragraphs {
      let count = paragraph.text.split(separator: " ").count
      #expect(count <= 80, "\(page), \(count) words in \(paragraph)")
    }
  }

  @Test(arguments: Prose.pages)
  func `no sentence is longer than 25 words`(page: String) throws {
    for paragraph in try Prose(page: page).paragraphs {
      for sentence in paragraph.sentences {
        let count = sentence.matches(of: /[\w’'-]+/).count
        #expect(count <= 25, "\(page), line \(paragraph.line), \(count) words: \(sentence)")
      }
    }
  }

  @Test func `a sentence ends where it ends`() throws {
    let text = "One `a. b` ends. *Two (as. said) does [x](y.md)*: three? \"Four!\" 0.1 is a number."
    let paragraph = try #require(Prose(text).paragraphs.first)
    #expect(
      paragraph.sentences == ["One … ends", "*Two  does [x]*", "three", "\"Four", "0.1 is a number."])
  }

  @Test(arguments: [
    ("The figure is none of them.", 1), ("It stands in the file and lies behind it.", 3), ("Nonetheless, renewed.", 0),
    ("One stands out behind the scenes; it stands in for another.", 0), ("Recommended, amended, Mended.", 1),
    ("Whoever is told waits for the way out.", 2), ("`anew` is code.", 0),
  ])
  func `a phrase is found where it is one`(text: String, count: Int) throws {
    let paragraph = try #require(Prose(text).paragraphs.first)
    #expect(
      PlainEnglish.hardPhrases(in: paragraph.words).count == count, "\(PlainEnglish.hardPhrases(in: paragraph.words))")
  }

  @Test func `paragraphs are what stands between code, tables and headings`() {
    let text = """
      # Title
      One
      goes on.
      - an item
        and its end
      2. another

      | a | table |
        ```sh
      code

      more
        ```
      Last.
      """
    let paragraphs = Prose(text).paragraphs
    #expect(paragraphs.map(\.text) == ["One goes on.", "- an item and its end", "2. another", "Last."])
    #expect(paragraphs.map(\.line) == [2, 4, 6, 14])
    #expect(Prose(text).lines.map(\.text) == ["# Title", "| a | table |"])
  }
}

/// Links of the pages lead somewhere.
@Suite struct LinkTests {
  /// What GitHub makes of a heading: its letters, digits and hyphens in small, blanks as hyphens.
  private static func anchors(of page: String) throws -> Set<String> {
    let text = try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8)
    var isCode = false
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("#") else { continue }
      let title = line.drop { $0 == "#" }.dropFirst().lowercased()
      found.insert(
        String(title.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }).replacing(" ", with: "-"))
    }
    return found
  }

  @Test(arguments: Prose.pages)
  func `every page and heading that a page links to is there`(page: String) throws {
    let folder = Golden.root.appending(path: page).deletingLastPathComponent()
    let text = try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8)
    for match in text.matches(of: /\]\(([^()\s]+)\)/) {
      let target = String(match.output.1)
      guard !target.hasPrefix("http") else { continue }
      let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let file = parts[0].isEmpty ? Golden.root.appending(path: page) : folder.appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(target)")
      guard parts.count == 2, file.pathExtension == "md" else { continue }
      let path = file.standardizedFileURL.path.replacing(Golden.root.standardizedFileURL.path + "/", with: "")
      #expect(try Self.anchors(of: path).contains(parts[1]), "\(page): no heading \(target)")
    }
  }
}
