import Foundation
import Fuzzing
import JourneyFeedback
import JourneyMetrics
import JourneySource
import Support
import Testing

/// The public surveys of San Francisco's airport give the tallies of `journeys/airport` again.
@Suite struct AirportTests {
  static let folder = "/work/shared/data/sfo"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder), "the surveys are not here"), arguments: 2014...2017)
  func `a survey of the airport is tallied byte for byte`(year: Int) throws {
    let root = Golden.root.appending(path: "journeys/airport")
    let journey = try String(contentsOf: root.appending(path: "airport.journey"), encoding: .utf8)
    let declared = try Declared(journey, named: "airport-\(year)")
    let name = "sfo-customer-survey-\(year).csv"
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
    let expected = try String(contentsOf: root.appending(path: "airport-\(year).tally.csv"), encoding: .utf8)
    for (threads, stretch) in [(1, 1 << 24), (2, 1 << 16)] {
      let result = declared.tally([(name, bytes)], threads: threads, sizes: .init(stretch: stretch))
      #expect(result.messages.isEmpty)
      #expect(result.left.allSatisfy { $0.hasPrefix("row noAnswer") })
      #expect(result.value.audit.addsUp)
      #expect(result.value.audit.isClean)
      #expect(result.value.tally.text == expected)
    }
  }
}
