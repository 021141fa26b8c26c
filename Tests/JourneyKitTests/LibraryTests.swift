import JourneyKit
import Testing

/// What a program can do that embeds Waymark: all of it with public names, and nothing on the disk.
@Suite struct LibraryTests {
  private static let text = """
    channel web "Web"
    department shop "Shop"
    journey coffee "Buying a coffee" {
      phase before "Before" {
        touchpoint sign "Sees the sign" channel wbe owner shop takes 3 days
        touchpoint queue "Queues" channel web owner shop
      }
    }

    """

  private static let tally = """
    journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2
    coffee,queue,csat,1..5,2026-09,,survey,2,40,,
    coffee,queue,csat,1..5,2026-09,,survey,5,10,,

    """

  @Test func `findings are values with places and fixes`() throws {
    let findings = Waymark.check(WorkspaceFiles([("coffee.journey", Self.text)])).all
    let channel = try #require(findings.first { $0.code == "unknown-channel" })
    #expect(channel.severity == .error && channel.message == "no channel is named \"wbe\"")
    let place = try #require(channel.place)
    #expect(place.path == "coffee.journey" && place.start == (5, 45) && place.end == (5, 48))
    #expect(channel.fix?.isSafe == false && channel.fix?.title == "write \"web\"")
    #expect(channel.fix?.edits == [FindingEdit.replacing(place, "web")])
    let duration = try #require(findings.first { $0.fix?.isSafe == true })
    #expect(duration.fix?.edits.first?.text == "3d")
    // An editor makes the edit in its own buffer.
    var bytes = Array(Self.text.utf8)
    bytes.replaceSubrange(place.bytes, with: Array("web".utf8))
    let left = Waymark.check(WorkspaceFiles([("coffee.journey", String(decoding: bytes, as: UTF8.self))])).all
    #expect(!left.contains { $0.code == "unknown-channel" })
    #expect(FindingSeverity.note < .warning && FindingSeverity.warning < .error)
  }

  @Test func `maps are files in memory`() throws {
    let sources = WorkspaceFiles([("coffee.journey", Self.text), ("survey.tally.csv", Self.tally)])
    let made = try Waymark.render(sources).files()
    #expect(
      made.files.map(\.path) == ["index.html", "review.html", "department-shop.html", "coffee.svg", "coffee.html"])
    #expect(made.files.allSatisfy { !$0.bytes.isEmpty } && made.findings.errors > 0)
  }

  @Test func `a review is text, or whatever is asked for`() throws {
    let sources = WorkspaceFiles([("coffee.journey", Self.text), ("survey.tally.csv", Self.tally)])
    let review = try Waymark.review(sources)
    #expect(review.isRanked)
    #expect(try review.printed(as: .text).contains("Queues"))
    #expect(try review.printed(as: .json).contains("\"id\": \"queue\""))
  }

  @Test func `safe fixes are texts, too`() throws {
    let fixing = Waymark.fix([WorkspaceFiles([("coffee.journey", Self.text)])])
    #expect(fixing.count == 1 && fixing.files.map(\.path) == ["coffee.journey"])
    #expect(try #require(fixing.files.first).text.contains("takes 3d"))
  }
}

extension FindingEdit {
  fileprivate static func replacing(_ place: FindingPlace, _ text: String) -> FindingEdit {
    FindingEdit(place: place, text: text)
  }
}
