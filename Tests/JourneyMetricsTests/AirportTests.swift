import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// The public surveys of San Francisco's airport, as they were counted into `journeys/airport`.
@Suite struct AirportTests {
  static let touchpoints = ["food", "parking", "security", "find-gate", "shops", "wifi", "screens"]

  static let annotated: AnnotatedJourney = {
    let tallies = (2014...2017).map { year -> Tally in
      let url = Golden.root.appending(path: "journeys/airport/airport-\(year).tally.csv")
      let read = parseTally([UInt8]((try? Data(contentsOf: url)) ?? Data()), file: FileID(year))
      return read.value
    }
    return score(workspace(journey("airport", touchpoints)), tallies).value.journeys[0]
  }()

  @Test func `restaurants of 2017, weighted`() throws {
    let food = Self.annotated.touchpoints[0]
    let score = food[.csat]
    let figure = try #require(score.figure)
    let interval = try #require(figure.interval)
    #expect(score.n == 2421)
    // From the answers themselves, in Python: 2,004.5 by Kish, 1,312.172 as 211 flights.
    #expect(rounded(score.effective, 3) == 1312.172 && score.isClustered)
    #expect(rounded(figure.value, 3) == 0.576)
    #expect(rounded(interval.lowerBound, 3) == 0.55)
    #expect(rounded(interval.upperBound, 3) == 0.603)
    #expect(rounded(try #require(food.reach).value, 3) == 0.885)
    #expect(score.history.count == 4)
    #expect(score.change?.from.description == "2016-05")
  }

  @Test func `would recommend, of 2017`() throws {
    let figure = try #require(Self.annotated.overall[.nps].figure)
    let interval = try #require(figure.interval)
    #expect(rounded(figure.value, 1) == 40.4)
    // As 1,995.445 answers, which is what flights make of 2,746.
    #expect(rounded(interval.lowerBound, 1) == 37.3)
    #expect(rounded(interval.upperBound, 1) == 43.4)
  }

  @Test(arguments: 2014...2017)
  func `a tally file is written as it was read`(year: Int) throws {
    let url = Golden.root.appending(path: "journeys/airport/airport-\(year).tally.csv")
    let bytes = [UInt8](try Data(contentsOf: url))
    let read = parseTally(bytes, file: FileID(0))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.text == String(decoding: bytes, as: UTF8.self))
  }
}

func rounded(_ value: Double, _ places: Int) -> Double {
  let scale = pow(10, Double(places))
  return (value * scale).rounded() / scale
}
