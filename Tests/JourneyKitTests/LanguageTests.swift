import JourneySource
import Support
import Testing

@testable import JourneyKit

/// What is in which language: a page says it of each text.
@Suite struct LanguageTests {
  private static func sources(_ language: String) -> WorkspaceFiles {
    WorkspaceFiles([
      (
        "a.journey",
        """
        workspace "Werkstatt" {
          language \(language)
        }
        department shop "Laden"
        channel street "Straße"
        journey coffee "Einen Kaffee kaufen" {
          from "Riecht ihn" to "Trinkt ihn"
          phase before "Davor" {
            touchpoint sign "Sieht das Schild" channel street owner shop
            touchpoint queue "Wartet" channel street owner shop feels -1 "Lange"
            pain "Es dauert"
          }
        }

        """.replacing("    pain \"Es dauert\"\n", with: "")
      )
    ])
  }

  private static func files(_ language: String) throws -> [String: String] {
    var files: [String: String] = [:]
    _ = try Waymark.render(sources(language)).forEachFile { files[$0.path] = String(decoding: $0.bytes, as: UTF8.self) }
    return files
  }

  @Test(arguments: ["fr", "ar", "pt-BR", "xx"]) func `Waymark's words are English, and the journey's are not`(
    tag: String
  ) throws {
    let files = try Self.files(tag)
    let svg = try #require(files["coffee.svg"])
    let page = try #require(files["coffee.html"])
    #expect(svg.contains("xml:lang=\"en\" lang=\"en\""))
    for text in ["Einen Kaffee kaufen", "Davor", "Sieht das Schild", "Laden", "Lange"] {
      let tags = svg.matches(of: try Regex("<text[^>]*>[^<]*\(text)")).map { String(svg[$0.range]) }.filter {
        !$0.contains("class=\"halo")
      }
      #expect(
        !tags.isEmpty
          && tags.allSatisfy { $0.contains(" lang=\"\(tag)\"") || $0.contains("subtitle") || $0.contains("takeaway") },
        "\(text): \(tags)")
    }
    for text in ["Channels", "Feeling"] {
      #expect(try svg.firstMatch(of: Regex("<text[^>]*lang=[^>]*>\(text)")) == nil)
    }
    #expect(page.contains(" lang=\"en\" dir="), "\(page.prefix(80))")
    #expect(page.contains("<h1 lang=\"\(tag)\">Einen Kaffee kaufen</h1>"))
    #expect(page.contains("<q lang=\"\(tag)\">Riecht ihn</q>"))
    #expect(page.contains("lang=\"\(tag)\"><a href=\"#"), "the table's touchpoints")
    #expect(try #require(files["index.html"]).contains("<h3 lang=\"\(tag)\">"))
    let found = Waymark.check(Self.sources(tag)).diagnostics.filter { $0.rule.code == "language-not-spoken" }
    #expect(found.count == 1 && found.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: ["en", "en-GB", "EN"]) func `English needs no more to be said`(tag: String) throws {
    let svg = try #require(try Self.files(tag)["coffee.svg"])
    #expect(svg.contains("lang=\"en\"") && svg.matches(of: /<text[^>]*lang=/).isEmpty)
    #expect(!Waymark.check(Self.sources(tag)).diagnostics.contains { $0.rule.code == "language-not-spoken" })
  }

  @Test(arguments: ["de", "de-AT", "DE"]) func `where Waymark speaks the language, all texts are in it`(tag: String)
    throws
  {
    let files = try Self.files(tag)
    let svg = try #require(files["coffee.svg"])
    let page = try #require(files["coffee.html"])
    #expect(svg.contains("lang=\"de\"") && svg.matches(of: /<text[^>]*lang=/).isEmpty)
    #expect(page.contains(" lang=\"de\" dir=") && page.contains(">Einen Kaffee kaufen</h1>"))
    #expect(svg.contains(">Zuständig<") && svg.contains(">begeistert<") && page.contains(">Kontaktpunkt<"))
    #expect(page.contains("id=\"words\">{\"{1} of {2}\":\"{1} von {2}\""))
    #expect(!Waymark.check(Self.sources(tag)).diagnostics.contains { $0.rule.code == "language-not-spoken" })
  }

  @Test func `the review says it too`() throws {
    let html = try Waymark.review(Self.sources("fr")).printed(as: .html)
    #expect(html.contains(" lang=\"en\" dir=") && html.contains("<h2 lang=\"fr\">"))
    #expect(
      try Waymark.review(Self.sources("de")).printed(as: .html).contains("<h2 lang=\"de\">Einen Kaffee kaufen</h2>"))
  }
}
