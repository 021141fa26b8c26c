import Foundation
@testable import JourneyKit
import Support
import Testing

/// What a review prints, of the journeys of this repository.
@Suite struct ReviewTests {
  @Test(arguments: ["airport", "account", "complaint"])
  func `a review for the room`(journey: String) throws {
    let review = try Waymark.review(try sources("journeys/\(journey)"))
    #expect(review.findings.errors == 0)
    let text = try review.printed(as: .text)
    try Golden(journey, in: "review").expect(text, as: "text")
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
  }

  @Test(arguments: [ReviewFormat.json, .csv, .md])
  func `a review for programs and pull requests`(format: ReviewFormat) throws {
    let review = try Waymark.review(try sources("journeys/airport"))
    try Golden("airport", in: "review").expect(review.printed(as: format), as: format.rawValue)
    #expect(try review.printed(as: format) == review.printed(as: format))
  }

  @Test func `colour marks and never says anything`() throws {
    let review = try Waymark.review(try sources("journeys/airport"))
    let coloured = try review.printed(as: .text, colour: true)
    #expect(coloured.contains("\u{1B}["))
    #expect(try coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == review.printed(as: .text))
  }

  @Test func `a department has a page of its own`() throws {
    var options = ReviewOptions()
    options.department = "Claims"
    let review = try Waymark.review(try sources("journeys/complaint"), options)
    try Golden("claims", in: "review").expect(review.printed(as: .text), as: "text")
  }

  @Test func `a persona has a page of its own, and its rows`() throws {
    var options = ReviewOptions()
    options.persona = "Rita, web shop"
    let review = try Waymark.review(try sources("journeys/complaint"), options)
    try Golden("rita", in: "review").expect(review.printed(as: .text), as: "text")
    #expect(try review.printed(as: .md).hasPrefix("## Rita, web shop\n"))
    #expect(try review.printed(as: .html).contains("id=\"persona-rita\""))
    #expect(try !review.printed(as: .html).contains("id=\"persona-tom\""))
    options.persona = "omar"
    let rows = try Waymark.review(try sources("journeys/account"), options).printed(as: .csv)
    #expect(rows.contains("\naccount,visit,") && rows.hasPrefix("journey,touchpoint,"))
    options.persona = "maya"
    let maya = try Waymark.review(try sources("journeys/account"), options).printed(as: .csv)
    #expect(!maya.contains("\naccount,visit,") && maya.contains("\naccount,form,"))
    options.department = "risk"
    #expect(throws: WaymarkError.self) { try Waymark.review(try sources("journeys/account"), options) }
  }

  @Test func `what is overdue is a finding, seen from the newest data`() throws {
    let folder = Golden.root.appending(path: "journeys/complaint")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (
        name,
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).replacing(
          "due 2026-11-30", with: "due 2026-09-30")
      )
    }
    let review = try Waymark.review(WorkspaceFiles(files))
    let found = review.findings.text(colour: false)
    #expect(found.contains("overdue-action"))
    #expect(
      try review.printed(as: .text).contains(
        "A clock on the courier's answer                        open after its due date"))
  }

  /// The airport's actions were due in 2018, and its newest answers are of 2017.
  @Test(arguments: [nil, "2026-Q3", "2026-10", "2016-05", "2026-Q2..2026-Q3"])
  func `what is overdue is seen from a journey's own newest data, whatever period is asked for`(period: String?) throws
  {
    var options = ReviewOptions()
    options.period = period
    let review = try Waymark.review(try sources("journeys"), options)
    #expect(!review.findings.text(colour: false).contains("overdue-action"))
  }

  @Test func `tables of a pack are safe in a spreadsheet`() throws {
    let journey = """
      department d "=1+1"
      channel c "@cmd"
      journey j "J" {
        phase p "P" {
          touchpoint a "A" owner d channel c
          touchpoint b "B"
        }
        flow {
          a -> b
          b -> a : "=2+5"
        }
        action x "+1" {
          for a
          owner d
        }
      }

      """
    let review = try Waymark.review(WorkspaceFiles([("j.journey", journey)]))
    #expect(review.crossingsTable().contains("j,b,a,,'=1+1,,'@cmd,yes,,'=2+5,"))
    #expect(review.actionsTable().contains("j,x,'+1,A,'=1+1,planned,"))
    #expect(CSVRow([.text("  =1"), .text("\t1"), .text("a=1")]).text == "'  =1,\"'\t1\",a=1\n")
  }

  @Test(
    arguments: [
      ("2026-13", nil, nil, "\"2026-13\" is not a period"), ("2026-Q3..2026-Q2", nil, nil, "is not a period"),
      (nil, "shop", nil, "did you mean \"shops\"?"), (nil, nil, "claim", "did you mean \"claims\"?"),
    ] as [(String?, String?, String?, String)])
  func `what is not there is refused with what is`(
    period: String?, segment: String?, department: String?, reason: String
  ) throws {
    var options = ReviewOptions()
    (options.period, options.segment, options.department) = (period, segment, department)
    let refusal = #expect(throws: WaymarkError.self) {
      try Waymark.review(try sources("journeys/complaint"), options)
    }
    #expect(refusal?.description.contains(reason) == true, "\(refusal?.description ?? "")")
  }

  @Test func `nobody of a segment is counted by the volume of all`() throws {
    var options = ReviewOptions()
    options.segment = "shops"
    let review = try Waymark.review(try sources("journeys/complaint"), options)
    let text = try review.printed(as: .text)
    #expect(text.contains("Web shops only"))
    #expect(!text.contains("dissatisfied"))
  }

  @Test func `cells that a spreadsheet would run begin with an apostrophe, numbers do not`() throws {
    let journey = """
      journey j "=1+1" {
        phase p "@cmd" {
          touchpoint a "=HYPERLINK(\\"http://example.com\\",\\"x\\")" owner d
          touchpoint b "+1" owner d
          touchpoint c "-1" owner d
        }
      }
      department d "\\tD"

      """
    let csv = try Waymark.review(WorkspaceFiles([("j.journey", journey)])).printed(as: .csv)
    let lines = csv.split(separator: "\n")
    #expect(lines[1].hasPrefix("j,a,\"'=HYPERLINK(\"\"http://example.com\"\",\"\"x\"\")\",'@cmd,"), "\(lines[1])")
    #expect(lines[2].hasPrefix("j,b,'+1,'@cmd,"))
    #expect(lines[3].hasPrefix("j,c,'-1,'@cmd,"))
    #expect(CSVRow([.number(-0.03, places: 6), .text("-0.03")]).text == "-0.03,'-0.03\n")
  }

  @Test func `marks of Markdown and of terminals in names are words`() throws {
    let journey = "journey j \"<b>*a*|[x](y)`\\u{1B}\" {\n phase p \"P\" {\n touchpoint a \"A\"\n }\n}\n"
    let review = try Waymark.review(WorkspaceFiles([("j.journey", journey)]))
    #expect(try review.printed(as: .md).contains("## &lt;b&gt;\\*a\\*\\|\\[x\\](y)\\`\\\\u{1B}\n"))
    #expect(try !review.printed(as: .text).contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (-0.03, 6, "-0.03"), (0.5765149, 6, "0.576515"), (12, 0, "12"), (-0.0000001, 6, "0"),
      (1_234_567.5, 3, "1234567.5"),
      (.nan, 3, nil), (1e300, 3, nil),
    ] as [(Double, Int, String?)])
  func `numbers for programs`(value: Double, places: Int, text: String?) {
    #expect(Decimals.text(value, places: places) == text)
  }

  private func sources(_ path: String) throws -> WorkspaceFiles {
    try WorkspaceFiles.read([Golden.root.appending(path: path).path])
  }
}
