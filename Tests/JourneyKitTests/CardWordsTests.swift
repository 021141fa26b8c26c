import Foundation
@testable import JourneyKit
import JourneyLayout
import Support
import JourneyWords
import Testing

/// What a department's card says of its figures.
@Suite struct CardWordsTests {
  @Test(arguments: ["airport", "account", "complaint"])
  func `every figure that is counted is listed, once`(journey: String) throws {
    let review = try Waymark.review(try sources("journeys/\(journey)"))
    for card in review.shown.departments {
      let listed = card.standings.flatMap(\.words)
      #expect(Set(listed).count == listed.count, "\(card.name): \(listed)")
      let counted = card.targets.flatMap { Int($0.split(separator: " ")[2]) } ?? 0
      #expect(listed.count == counted, "\(card.name): \(card.targets ?? "") of \(listed)")
      let met = card.standings.filter { ["Strengths", "On target", "Also on target"].contains($0.title) }.flatMap(
        \.words)
      #expect(card.targets.map { $0.hasPrefix("\(met.count) of ") } ?? true, "\(card.name): \(card.targets ?? "")")
    }
  }

  @Test(arguments: ["claims", "depot", "finance", "service"])
  func `a card says what was compared, also where nothing clearly changed`(department: String) throws {
    var options = ReviewOptions()
    options.department = department
    let text = try Waymark.review(try sources("journeys/complaint"), options).printed(as: .text)
    #expect(text.contains("WHAT CLEARLY CHANGED\n"), "\(text)")
  }

  @Test func `a touchpoint that repeats another has no figure of its own`() throws {
    let review = try Waymark.review(try sources("journeys/complaint"))
    let places = review.shown.departments.flatMap(\.touchpoints)
    let again = try #require(places.first { $0.title == "Asks again" })
    #expect(again.figure == "the same as “Reports it missing”, and asked there")
  }

  private func sources(_ path: String) throws -> WorkspaceFiles {
    try WorkspaceFiles.read([Golden.root.appending(path: path).path])
  }
}
