import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// Key drivers against NumPy and SciPy; how, says `CrossCheck/drivers.py`.
@Suite struct KeyDriverTests {
  private static func matrix(_ own: [[Double]], _ outcome: [Double]) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(size: own.count + 1, diagonal: 1)
    for row in own.indices {
      for column in 0..<row { matrix[row, column] = own[row][column] }
      matrix[own.count, row] = outcome[row]
    }
    return matrix
  }

  private static let three = matrix([[1, 0.5, 0.3], [0.5, 1, 0.4], [0.3, 0.4, 1]], [0.6, 0.5, 0.4])

  @Test func `relative weights of three answers`() throws {
    let weights = try #require(RelativeWeights(Self.three))
    for (weight, golden) in zip(weights.weights, [0.238098, 0.122410, 0.081266]) {
      #expect(abs(weight - golden) < 1e-6)
    }
    #expect(abs(weights.explained - 0.441774) < 1e-6)
  }

  /// R² shared out by the mean over all orders of what each adds: another way, of which relative weights are near.
  @Test func `relative weights are near the means over all orders`() throws {
    let weights = try #require(RelativeWeights(Self.three)).weights
    for (weight, golden) in zip(weights, [0.237472, 0.124688, 0.079615]) { #expect(abs(weight - golden) < 0.0025) }
  }

  private static func rows(_ file: String) throws -> [[String]] {
    let url = Golden.root.appending(path: "Tests/JourneyMetricsTests/CrossCheck/\(file)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func numbers(_ text: String) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }

  /// The raw survey of 2017, of which the project has only the correlations.
  @Test(arguments: [
    (
      "csat", 0.614475,
      [
        "food": 9.49, "parking": 8.78, "shuttle": 7.67, "rental": 7.58, "shops": 6.57, "booth": 6.37,
        "security": 3.28,
      ]
    ),
    (
      "nps", 0.377356,
      [
        "security": 12.94, "find-gate": 9.70, "food": 7.08, "travel": 7.03, "gate": 6.94, "shuttle": 5.46,
        "shops": 3.68,
      ]
    ),
  ])
  func `what goes with the airport`(_ outcome: String, _ explained: Double, _ golden: [String: Double]) throws {
    let rows = try Self.rows("drivers-2017.csv")
    let own = rows.filter { $0[0] == "with" }
    let with = rows.filter { $0[0] == "outcome" && $0[1] == outcome }
    #expect(own.count == 18 && with.map { $0[2] } == own.map { $0[2] })
    let weights = try #require(
      RelativeWeights(Self.matrix(own.map { Self.numbers($0[3]) }, with.map { Self.numbers($0[3])[0] })))
    #expect(abs(weights.explained - explained) < 5e-7 && abs(weights.leastEigenvalue - 0.1127) < 2e-4)
    for (share, row) in zip(weights.shares, with) {
      #expect(abs(share - Self.numbers(row[3])[1]) < 1e-9)
      if let percent = golden[row[2]] { #expect(abs(100 * share - percent) <= 0.005) }
    }
  }

  private static let workspace: Workspace? = {
    let url = Golden.root.appending(path: "journeys/airport/airport.journey")
    return (try? Data(contentsOf: url)).map { resolve([parse([UInt8]($0), file: FileID(0)).value]).value }
  }()

  private static let joint: JointTally? = {
    let url = Golden.root.appending(path: "journeys/airport/airport-2017.joint.csv")
    let at = Span(FileID(0), 0, 0)
    return (try? Data(contentsOf: url)).map {
      JointTally.read([UInt8]($0), from: "airport-2017.joint.csv", at: at).value
    }
  }()

  /// From the joint tally of the repository, with the groups that are in it.
  @Test func `shares and their intervals are those of NumPy`() throws {
    let (workspace, joint) = (try #require(Self.workspace), try #require(Self.joint))
    let found = joint.keyDrivers(of: Journey.ID(0), in: workspace)
    #expect(found.map(\.metric) == [.csat, .nps] && found.allSatisfy { $0.state == .shown })
    let rows = try Self.rows("drivers-airport.csv")
    for drivers in found {
      let golden = rows.filter { $0[1] == drivers.metric.rawValue }
      let explained = try #require(golden.first { $0[0] == "explained" })
      #expect(abs(drivers.explained - Self.numbers(explained[3])[0]) < 1e-9)
      // One of the 19 was not asked together with another often enough.
      #expect(drivers.drivers.count == 18 && golden.count == 19 && drivers.leftOut.count == 1)
      for driver in drivers.drivers {
        let journey = workspace.journeys[0]
        let touchpoints = driver.subject.touchpoints.map { journey[$0].name }
        let name = touchpoints.count == 1 ? touchpoints[0] : "find-gate"
        let values = Self.numbers(try #require(golden.first { $0[2] == name })[3])
        let own = [driver.share, driver.interval.lowerBound, driver.interval.upperBound]
        #expect(zip(own, values).allSatisfy { abs($0 - $1) < 1e-9 }, "\(name): \(own) \(values)")
      }
    }
  }

  @Test func `shares add up, and the largest comes first`() throws {
    let (workspace, joint) = (try #require(Self.workspace), try #require(Self.joint))
    for drivers in joint.keyDrivers(of: Journey.ID(0), in: workspace) {
      #expect(abs(drivers.drivers.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(zip(drivers.drivers, drivers.drivers.dropFirst()).allSatisfy { $0.share >= $1.share })
    }
    let other = try #require(Period("2016"))
    #expect(joint.keyDrivers(of: Journey.ID(0), in: workspace, period: other).isEmpty)
    #expect(joint.keyDrivers(of: Journey.ID(0), in: workspace, period: Period("2017")).count == 2)
  }

  /// Correlations of which each is of other people need not fit together.
  @Test func `correlations that do not fit together are moved as little as can be`() throws {
    var matrix = SymmetricMatrix(size: 4, diagonal: 1)
    for (row, column, value) in [(1, 0, 0.9), (2, 0, 0.9), (2, 1, -0.7), (3, 0, 0.5), (3, 1, 0.4), (3, 2, 0.3)] {
      matrix[row, column] = value
    }
    #expect(try #require(matrix.spectrum.values.min()) < 0)
    let nearest = matrix.nearestCorrelation(least: 1e-3)
    #expect(try #require(nearest.spectrum.values.min()) > 0.9e-3)
    #expect((0..<4).allSatisfy { abs(nearest[$0, $0] - 1) < 1e-12 })
    let weights = try #require(RelativeWeights(matrix))
    #expect(weights.explained > 0 && weights.explained < 1 && weights.weights.allSatisfy { $0 >= 0 })
    // One that fits stays as it is.
    #expect(Self.three.nearestCorrelation(least: 1e-3) == Self.three)
  }

  /// Higham's own example: the nearest correlations to a matrix of 1 and 0.
  @Test func `the nearest correlations are Higham's`() {
    var matrix = SymmetricMatrix(size: 3, diagonal: 1)
    (matrix[1, 0], matrix[2, 1]) = (1, 1)
    let nearest = matrix.nearestCorrelation(least: 0)
    #expect(abs(nearest[1, 0] - 0.7607) < 1e-3 && abs(nearest[2, 0] - 0.1573) < 1e-3)
  }

  @Test func `the spectrum makes the matrix again`() {
    let again = Self.three.spectrum.matrix { $0 }
    for row in 0..<4 { for column in 0..<4 { #expect(abs(again[row, column] - Self.three[row, column]) < 1e-12) } }
  }

  @Test func `a jackknife of groups that agree has no width`() throws {
    let same = Array(repeating: [0.25, 0.75], count: 30)
    let jackknife = try #require(GroupJackknife([same]))
    #expect(jackknife.intervals([0.25]) == [0.25...0.25])
    #expect(GroupJackknife([[[0.1]]]) == nil)
  }
}
