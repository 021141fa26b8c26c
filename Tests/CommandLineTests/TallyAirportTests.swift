import Foundation
import Support
import Testing

/// Real exports, which the project does not hold: `shared/data` beside the repository, or what `WAYMARK_SHARED` names.
enum Shared {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["WAYMARK_SHARED"].map { URL(filePath: $0) }
    let beside = [
      Golden.root.appending(path: "../shared"), Golden.root.appending(path: "../../shared"),
    ]
    return ([named].compactMap { $0 } + beside).map { $0.appending(path: "data").standardizedFileURL }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()
}

@Suite(.enabled(if: Shared.folder != nil, "no shared/data beside the repository, and WAYMARK_SHARED names none"))
struct TallyAirportTests {
  @Test(arguments: 2014...2017)
  func `the airport's exports give the committed tallies, byte for byte`(year: Int) throws {
    let data = try #require(Shared.folder)
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("w"), withIntermediateDirectories: true)
    let airport = Golden.root.appending(path: "journeys/airport")
    try FileManager.default.copyItem(
      at: airport.appending(path: "airport.journey"), to: scratch.url("w/airport.journey"))
    let run = try Run(
      "tally", "--data", data.path + "/sfo", "w", "--feedback", "airport-\(year)", in: scratch.folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let name = "airport-\(year).tally.csv"
    #expect(try scratch.text("w/\(name)") == String(contentsOf: airport.appending(path: name), encoding: .utf8))
  }

  @Test func `a help desk's export is read as it came`() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      journey help "Help" {
        phase ask "Ask" {
          touchpoint billing "Asks about a bill" channel web owner service
          touchpoint bug "Reports a bug" channel web owner service
        }
      }
      feedback tickets "Help desk" {
        file "customer-support-tickets.csv"
        date "Created_Date"
        period year
        touchpoint "Ticket_Type" {
          "Billing Question" is help/billing
          "Bug Report" is help/bug
          "General Inquiry", "Account Access", "Feature Request", "Technical Issue" is ignored
        }
        answer csat "CSAT_Score" scale 1..5
        answer resolution "Resolution_Time_Hours" in hours where "Status" is "Closed", "Resolved"
      }

      """, to: "w/help.journey")
    let run = try Run("tally", "w", "--data", try #require(Shared.folder).path + "/tickets", in: scratch.folder)
    let figures = Figures(run.output)
    #expect(figures["rows read"] == 1000 && figures["counted"] > 200, "\(run.output)")
    #expect(run.status == 0)
    #expect(figures["rows read"] == figures["used"] + figures["skipped"])
    #expect(try scratch.text("w/tickets.tally.csv").contains("help,bug,resolution,,2024,,tickets,"))
  }

  @Test(arguments: [("sample.csv", "RecordedDate", 3), ("sample-legacy.csv", "EndDate", 2)])
  func `both of Qualtrics' forms are recognised`(file: String, date: String, headers: Int) throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      journey help "Help" {
        phase ask "Ask" {
          touchpoint form "Asks" channel web owner service
        }
      }
      feedback survey "Survey" {
        file "\(file)"
        date "\(date)"
        answer csat "Q1" of help/form scale 1..5
      }

      """, to: "w/help.journey")
    let run = try Run("tally", "w", "--data", try #require(Shared.folder).path + "/qualtrics", in: scratch.folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("Qualtrics") && run.output.contains("\(headers) header rows"))
    #expect(try scratch.text("w/survey.tally.csv").split(separator: "\n").count == 2)
  }
}
