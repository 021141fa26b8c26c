import Foundation
import JourneyKit
import JourneySource
import Support
import Testing

/// What the program says is written as people speak, like its pages: rules, messages, help, maps and reviews.
@Suite struct PlainProgramTests {
  static let codes = Rule.catalog.map(\.code)

  @Test(arguments: codes) func `a rule is plain English`(code: String) throws {
    let rule = try #require(Rule.catalog.first { $0.code == code })
    expectPlain(Prose(rule.summary + "\n\n" + rule.why), code)
  }

  @Test(arguments: Waymark.words) func `what explain says about a word is plain English`(word: String) throws {
    for line in try Waymark.explain(word).page.split(separator: "\n") {
      expectPlain(String(line), word)
      for sentence in line.split(separator: /[.:;]\s/) { expectShort(String(sentence), word) }
    }
  }

  /// An option's words have no full stop, so only the phrases are looked at.
  @Test(arguments: ["", "check", "explain", "fmt", "init", "render", "review", "tally"])
  func `the help of a command is plain English`(command: String) throws {
    let run = try Run(command.isEmpty ? ["--help"] : [command, "--help"], in: Golden.root)
    #expect(run.status == 0 && run.output.contains("USAGE"))
    expectPlain(run.output.replacing(/\s+/, with: " "), command)
  }

  @Test(arguments: codes) func `the message of a rule's example and its help are plain English`(code: String) throws {
    expectPlain(messagesIn: try Waymark.explain(code).page, code)
  }

  @Test(arguments: ["diagnostics", "syntax", "model"])
  func `the messages that goldens record are plain English`(folder: String) throws {
    let found = try recorded(folder)
    #expect(!found.isEmpty)
    for (path, text) in found { expectPlain(messagesIn: text, path) }
  }

  @Test(arguments: ["feedback", "review", "sql", "svg", "html"])
  func `what maps, reviews and audits say is plain English`(folder: String) throws {
    let found = try recorded(folder)
    #expect(!found.isEmpty)
    for (path, text) in found {
      let words = text.replacing(/(?s)<(style|script)\b.*?<\/\1>/, with: "").replacing(/<[^>]*>/, with: "\n")
      for line in words.split(separator: "\n") { expectPlain(String(line), path) }
    }
  }

  /// What is recorded of the inputs in a folder of goldens, without the words of the inputs themselves.
  private func recorded(_ folder: String) throws -> [(path: String, text: String)] {
    let root = Golden.root.appending(path: "Tests/Golden/\(folder)")
    let kinds = ["findings", "tree", "graph", "txt", "text", "md", "sql", "svg", "html"]
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { kinds.contains(URL(filePath: $0).pathExtension) }
      .map { ("\(folder)/\($0)", try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
  }

  private func expectPlain(_ prose: Prose, _ place: String) {
    for paragraph in prose.paragraphs {
      expectPlain(paragraph.words, place)
      for sentence in paragraph.sentences { expectShort(sentence, place) }
    }
  }

  private func expectPlain(messagesIn text: String, _ place: String) {
    for match in text.matches(of: /(?m)(?:\[[a-z0-9-]+\](?: [\d:-]+)?:?|help:) (.+)$/) {
      // What is quoted comes from the file, or is a line to type.
      let message = String(match.output.1).replacing(/"(?:[^"\\]|\\.)*"/, with: "…")
      expectPlain(message, place)
      for sentence in message.split(separator: /[.:;]\s/) { expectShort(String(sentence), place) }
    }
  }

  private func expectPlain(_ text: String, _ place: String) {
    let found = PlainEnglish.hardPhrases(in: text)
    #expect(found.isEmpty, "\(place): \(found) in \(text.prefix(200))")
  }

  private func expectShort(_ sentence: String, _ place: String) {
    let count = sentence.matches(of: /[\w’'-]+/).count
    #expect(count <= 25, "\(place), \(count) words: \(sentence)")
  }
}
