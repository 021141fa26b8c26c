import Foundation
import JourneyMetrics
import Support
import Testing

@testable import JourneyKit

/// A planned journey is shown, linked with the one of today, and neither measured nor ranked.
@Suite struct PlannedJourneyTests {
  private static let journeys = """
    department desk "Desk"
    persona ana "Ana"
    journey now "Buying a coffee" {
      persona ana
      phase order "Order" {
        touchpoint pay "Pays" owner desk
        touchpoint cup "Gets the cup" owner desk
      }
    }
    journey soon "Buying by app" {
      future-of now
      persona ana
      phase order "Order" {
        touchpoint pay "Pays ahead" owner desk feels 1
        touchpoint fetch "Fetches the cup" owner desk
      }
    }

    """

  private static let rows = [("now", 40), ("soon", 90)].flatMap { journey, low in
    ["\(journey),pay,csat,1..5,2026-Q3,,s,1,\(low),,", "\(journey),pay,csat,1..5,2026-Q3,,s,5,\(100 - low),,"]
  }.joined(separator: "\n")

  private static func sources(_ journeys: String = journeys) -> WorkspaceFiles {
    WorkspaceFiles([("shop.journey", journeys), ("s.tally.csv", "\(Tally.header)\n\(rows)\n")])
  }

  private func pages(_ journeys: String = journeys) throws -> [String: String] {
    var pages: [String: String] = [:]
    let maps = try Waymark.render(Self.sources(journeys))
    _ = maps.forEachFile { pages[$0.path] = String(decoding: $0.bytes, as: UTF8.self) }
    return pages
  }

  @Test func `it is not ranked, is no blind spot, has no hand-offs and no card`() throws {
    let review = try Waymark.review(Self.sources())
    let text = try review.printed(as: .text)
    let parts = text.components(separatedBy: "Buying by app (planned)\n")
    #expect(parts.count == 2)
    #expect(parts[0].contains("Pays") && parts[0].contains("To be replaced by: Buying by app"))
    let planned = try #require(parts.last?.components(separatedBy: "A PAGE FOR EACH").first)
    #expect(planned.contains("To replace: Buying a coffee"))
    #expect(planned.contains("This journey is planned: it is neither measured nor ranked; the feelings are the"))
    for section in ["MEND", "BLIND", "HAND-OFFS", "ON TARGET"] { #expect(!planned.contains(section), "\(planned)") }
    var options = ReviewOptions()
    options.department = "desk"
    #expect(try !Waymark.review(Self.sources(), options).printed(as: .text).contains("ahead"))
    options.department = nil
    options.persona = "ana"
    #expect(try !Waymark.review(Self.sources(), options).printed(as: .text).contains("ahead"))
  }

  @Test func `it is on no ballot, and its names do not get in the way of votes`() throws {
    let scratch = try Scratch()
    var options = ReviewOptions()
    options.votes = try scratch.write("touchpoint,votes\npay,7\n", to: "votes.csv").path
    let review = try Waymark.review(Self.sources(), options)
    #expect(try review.printed(as: .text).contains("7 votes"))
    let pack = try review.pack()
    for name in ["ballot.html", "votes.csv", "review.csv"] {
      let file = try #require(pack.first { $0.path == name })
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("now") && !text.contains("soon"), "\(name)")
    }
  }

  @Test func `pages mark it and link it both ways`() throws {
    let pages = try pages()
    let (index, now, soon) = (pages["index.html"] ?? "", pages["now.html"] ?? "", pages["soon.html"] ?? "")
    #expect(index.contains("Planned journey") && index.contains("To replace <a href=\"now.html\">"))
    #expect(index.contains("Planned: <a href=\"soon.html\">"))
    #expect(
      !index.contains(">Fetches the cup<") && index.contains(">Gets the cup<"), "the list of what nobody measures")
    #expect(
      now.contains("To be replaced by <a href=\"soon.html\">") && soon.contains("to replace <a href=\"now.html\">"))
    #expect(!soon.contains("Measured touchpoints") && now.contains("1 of 2"))
    #expect(pages["review.html"]?.contains("<a href=\"soon.html\">") == true)
  }

  @Test(arguments: ["state future", "future-of now\n  state current", "state current"])
  func `what says so is the state`(facts: String) throws {
    let text = try Waymark.review(Self.sources(Self.journeys.replacing("future-of now", with: facts))).printed(
      as: .text)
    #expect(text.contains("(planned)") == (facts != "state current"))
    #expect(text.contains("To be replaced by") == facts.hasPrefix("future-of"))
  }

  // MARK: Cards that repeat another

  @Test func `a card that repeats another is no second measurement`() throws {
    let journeys = """
      department desk "Desk"
      department bar "Bar"
      journey now "Buying a coffee" {
        phase order "Order" {
          touchpoint pay "Pays" owner desk
          touchpoint wait "Waits" owner bar
          touchpoint again "Pays once more" owner desk repeats pay
        }
      }

      """
    let rows = [("pay", 40), ("wait", 90)].flatMap { touchpoint, low in
      [
        "now,\(touchpoint),csat,1..5,2026-Q3,,s,1,\(low),,", "now,\(touchpoint),csat,1..5,2026-Q3,,s,5,\(100 - low),,",
        "now,\(touchpoint),csat,1..5,2026-Q3,,s,unused,100,,",
      ]
    }.joined(separator: "\n")
    let sources = WorkspaceFiles([("shop.journey", journeys), ("s.tally.csv", "\(Tally.header)\n\(rows)\n")])
    let text = try Waymark.review(sources).printed(as: .text)
    #expect(text.contains("satisfaction: before 60%") && !text.contains("after 60%"), "\(text)")
    let csv = try Waymark.review(sources).printed(as: .csv).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let (reach, repeats) = (csv[0].firstIndex(of: "reach") ?? 0, csv[0].firstIndex(of: "repeats") ?? 0)
    #expect(csv[1][reach] == "0.5" && csv[3][reach].isEmpty && csv[3][repeats] == "pay")
    var svg = ""
    let maps = try Waymark.render(sources)
    _ = maps.forEachFile { if $0.path == "now.svg" { svg = String(decoding: $0.bytes, as: UTF8.self) } }
    #expect(svg.contains(">2 of 2<"))
    #expect(svg.components(separatedBy: "Reached by 50% of customers").count == 3)
  }
}
