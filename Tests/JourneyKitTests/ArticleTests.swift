import Foundation
import JourneyKit
import Support
import Testing

/// What the library's articles show is code that compiles and runs here, and whatever they link to is public.
@Suite struct ArticleTests {
  private static let folder = Golden.root.appending(path: "Sources/JourneyKit/JourneyKit.docc")

  private static func articles() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  /// The code of the articles, as it stands there.
  private static func embed(_ text: String, out: String) throws -> [String] {
    var said: [String] = []
    func print(_ items: Any...) { said.append(items.map { "\($0)" }.joined(separator: " ")) }
    do {
      let files = try WorkspaceFiles.read(["journeys"])
      #expect(!Waymark.check(files).all.contains { $0.severity == .error })
    }
    let files = try WorkspaceFiles.read(["journeys"], unsaved: ["journeys/shop.journey": text])
    for finding in Waymark.check(files).all where finding.severity == .error {
      print(finding.message)
    }
    let workspace = try Waymark.review(files).facts
    for journey in workspace.journeys {
      for touchpoint in journey.priorities.prefix(3) {
        print(touchpoint.title, touchpoint.priority?.certainty?.rawValue ?? "")
      }
    }
    let maps = try Waymark.render(files)
    #expect(maps.files().files.count > 3)
    return said
  }

  /// What is shown and would write into the repository.
  private static let writing = ["try OutputFile.write(maps.files().files, below: \"out\")"]

  @Test func `every line of code in an article is run`() throws {
    // Tests run in the repository's root, where the folder `journeys` is.
    let said = try Self.embed(
      "journey shop \"Shop\" { phase one \"One\" { touchpoint a \"A\" owner nobody } }\n", out: "out")
    #expect(said.contains("no department is named \"nobody\""))
    #expect(said.contains { $0.hasSuffix("clear") })
    let compiled = Set(
      try String(contentsOf: Golden.root.appending(path: "Tests/JourneyKitTests/ArticleTests.swift"), encoding: .utf8)
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    var lines = 0
    for article in try Self.articles() {
      var isCode = false
      for line in article.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") {
          isCode.toggle()
        } else if isCode, !line.isEmpty {
          lines += 1
          let line = line.trimmingCharacters(in: .whitespaces)
          #expect(compiled.contains(line) || Self.writing.contains(line), "\(article.name): \(line)")
        }
      }
    }
    #expect(lines > 10)
  }

  @Test func `articles link to what is public, and to each other`() throws {
    let sources = Golden.root.appending(path: "Sources/JourneyKit")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    let code = try files.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: sources.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    let articles = try Self.articles()
    for article in articles {
      for link in article.text.matches(of: /``([A-Z][A-Za-z]+)(?:\/([a-z]+))?[^`]*``/)
      where link.output.1 != "JourneyKit" {
        let declared = #/public (?:final )?(?:struct|enum|class|protocol) /#
        let name = String(link.output.1)
        #expect(
          code.matches(of: declared).contains { code[$0.range.upperBound...].hasPrefix(name) },
          "\(article.name): \(name)")
        if let member = link.output.2, member != "init" {
          #expect(
            code.contains("public static func \(member)(") || code.contains("public var \(member)")
              || code.contains("public func \(member)("), "\(article.name): \(member)")
        }
      }
      for link in article.text.matches(of: /<doc:([A-Za-z]+)>/) {
        #expect(articles.contains { $0.name == "\(link.output.1).md" }, "\(link.output.1)")
      }
    }
  }
}
