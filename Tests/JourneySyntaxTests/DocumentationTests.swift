import Foundation
import JourneySource
@testable import JourneySyntax
import Support
import Testing

private func codes(_ source: String) -> [String] {
  parse(Array(source.utf8), file: FileID(0)).diagnostics.map { "\($0.rule.code): \($0.message)" }
}

@Test(arguments: try DocumentedExample.all(in: "docs/language.md"))
func `every example of the language reference parses and is in the one style`(example: DocumentedExample) {
  let parsed = parse(Array(example.file.utf8), file: FileID(0))
  if example.isBroken {
    #expect(!parsed.diagnostics.isEmpty)
  } else {
    #expect(parsed.diagnostics.map(\.message) == [])
    #expect(format(parsed.value) == example.file)
  }
}

@Test
func `the language reference has every word of the vocabulary`() throws {
  let text = try Golden("language.md", in: "../../docs").text()
  let everything = try Golden("everything.journey", in: "../../docs").text()
  let parsed = parse(Array(everything.utf8), file: FileID(0))
  #expect(parsed.diagnostics.map(\.message) == [])
  #expect(format(parsed.value) == everything)
  let shown = Set(parsed.value.nodes.compactMap { $0.keyword?.value })
  for keyword in Keyword.allCases {
    let word = keyword.rawValue
    #expect(shown.contains(keyword), "\(word) is not in docs/everything.journey")
    #expect(text.contains("`\(word)`") || text.contains("`\(word) "), "\(word) is not explained")
  }
}

@Test(arguments: GrammarContext.allCases.filter { !$0.vocabulary.isEmpty })
func `the language reference has a table of every place, with the form that help shows`(place: GrammarContext) throws {
  let text = try Golden("language.md", in: "../../docs").text()
  let head = "| word of \(place.noun) | form | meaning |\n"
  let table = try #require(text.components(separatedBy: head).dropFirst().first?.components(separatedBy: "\n\n").first)
  let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: "|").map { $0.dropFirst().dropLast() } }
  for word in place.vocabulary {
    let name = "`\(word.keyword.rawValue)`"
    let row = try #require(rows.first { $0.first.map { $0 == name || $0.hasPrefix("\(name) …") } == true }, "\(name)")
    #expect(row.count == 3 && row[1] == "`\(word.example)`" && !row[2].isEmpty, "\(row)")
  }
  let known = Set(place.vocabulary.map(\.keyword))
  let others = rows.compactMap { $0.first.map { $0.prefix { $0 != " " }.filter { $0 != "`" } } }
    .compactMap { Keyword(rawValue: String($0)) }
  #expect(Set(others).subtracting(known).isEmpty, "words that \(place.noun) does not know")
}

@Test(arguments: GrammarContext.allCases)
func `what help tells to type can be typed`(place: GrammarContext) {
  for word in place.vocabulary {
    let line = word.example.replacing(" { … }", with: "")
    let source: String
    switch place {
    case .file: source = line
    case .workspace: source = "workspace \"W\" {\(line)}"
    case .persona, .kpi, .feedback, .action, .journey, .department: source = "\(place) x \"X\" {\(line)}"
    case .goal, .phase: source = "journey j \"J\" {\(place) x \"X\" {\(line)}}"
    case .flow: source = "journey j \"J\" {flow {\(line)}}"
    case .path: source = "journey j \"J\" {flow {a -> b \(line)}}"
    case .touchpoint: source = .touchpoint(line)
    case .audience: source = .touchpoint("feels 1 \(line)")
    case .remark: source = .touchpoint("pain \"x\" \(line)")
    case .step: source = .touchpoint("backstage \"x\" \(line)")
    case .lane: source = .touchpoint("lane risk \"x\" \(line)")
    case .named: source = "segment x \"X\" {\(line)}"
    case .date: source = "feedback x \"X\" {date \"D\" \(line)}"
    case .answer: source = "feedback x \"X\" {answer csat \"D\" \(line)}"
    case .nothing, .table: source = ""
    }
    #expect(codes(source) == [], "\(source)")
  }
}
