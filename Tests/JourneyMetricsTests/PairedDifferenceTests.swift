import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// Two touchpoints compared by those who answered about both.
@Suite struct PairedDifferenceTests {
  private static func workspace(clusters: Bool) -> Workspace {
    let text = """
      department one "One"
      department two "Two"
      journey j "J" {
        phase all "All" {
          touchpoint a "A" { owner one }
          touchpoint b "B" { owner two }
        }
        flow {
          a -> b
        }
      }
      feedback s "S" {
        file "x.csv"
        period 2026
        \(clusters ? "cluster \"RUN\"" : "")
        answer csat "O" of j scale 1..5 with-drivers
        answer csat "A" of j/a scale 1..5
        answer csat "B" of j/b scale 1..5
      }
      """
    return resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
  }

  private static let head = JointTally.header + "\n"

  /// Of each group, how many people answered both, and how many are satisfied with a, with b and with both.
  private static func joint(_ groups: [(n: Int, a: Int, b: Int, both: Int)]) -> JointTally {
    let rows = groups.enumerated().map { index, one in
      "s,2026,j,a,csat,1..5,j,b,csat,1..5,\(index + 1),\(one.n),,,0,0,0,0,0,\(one.a),\(one.b),\(one.both)\n"
    }
    let read = JointTally.read(Array((head + rows.joined()).utf8), from: "x", at: nowhere)
    #expect(read.diagnostics.isEmpty)
    return read.value
  }

  private static func found(_ joint: JointTally, clusters: Bool = false) -> [PairedDifference] {
    joint.pairedDifferences(in: workspace(clusters: clusters))[0]
  }

  /// 400 people in ten groups: 60 satisfied with the first alone, 30 with the second alone. SciPy: d −0.075,
  /// v = (0.225 − 0.005625) ÷ 400, z −3.2025, p 0.0013624.
  @Test func `by hand`() throws {
    let joint = Self.joint(Array(repeating: (n: 40, a: 26, b: 23, both: 20), count: 10))
    let found = Self.found(joint)
    #expect(found.count == 2 && found[0].n == 400)
    #expect(found.map(\.from.value) == [0, 1] && found.map(\.to.value) == [1, 0])
    #expect(abs(found[0].difference.value + 0.075) < 1e-12 && abs(found[1].difference.value - 0.075) < 1e-12)
    #expect(abs(found[0].p - 0.0013624) < 1e-6 && found[0].p == found[1].p)
    #expect(abs(found[0].difference.interval.lowerBound + 0.1209) < 1e-4)
    #expect(abs(found[0].difference.interval.upperBound + 0.0291) < 1e-4)
  }

  @Test func `too few who differ, and groups without tops, say nothing`() {
    #expect(Self.found(Self.joint(Array(repeating: (n: 40, a: 21, b: 20, both: 20), count: 9))).isEmpty)
    #expect(Self.found(Self.joint(Array(repeating: (n: 40, a: 21, b: 20, both: 20), count: 10))).count == 2)
    let bare = "s,2026,j,a,csat,1..5,j,b,csat,1..5,1,400,,,0,0,0,0,0,,,\n"
    let read = JointTally.read(Array((Self.head + bare).utf8), from: "x", at: nowhere).value
    #expect(Self.found(read).isEmpty && !read.isEmpty)
  }

  /// Of the survey of San Francisco's airport of 2017 (DataSF): `CrossCheck/pairs.py` works n and d out from the answers.
  @Test func `a real survey, against Python`() throws {
    let root = Golden.root.appending(path: "journeys")
    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: root.appending(path: path))) }
    let texts = [try bytes("workspace.journey"), try bytes("airport/airport.journey")]
    let workspace = resolve(texts.enumerated().map { parse($1, file: FileID($0)).value }).value
    let joint = JointTally.readCrossings(
      try bytes("airport/airport-2017.joint.csv"), from: "x", at: nowhere
    ).value
    let found = joint.pairedDifferences(in: workspace).flatMap(\.self)
    let journey = try #require(workspace.journeys.first { $0.name == "airport" })
    let golden: [(from: String, to: String, n: Int, difference: Double, error: Double)] = [
      ("airtrain", "rental", 924, -0.069365, 0.013484), ("art", "restroom", 2175, 0.051428, 0.012447),
      ("wifi", "art", 1818, -0.008484, 0.013511), ("booth", "signs", 1713, 0.102462, 0.012108),
      ("walkways", "food", 2322, -0.214515, 0.012451), ("gate", "screens", 2619, -0.07492, 0.009875),
      ("screens", "signs", 2611, 0.000756, 0.008633), ("shops", "wifi", 1895, 0.171516, 0.014074),
      ("signs", "walkways", 2580, 0.009523, 0.008421),
    ]
    #expect(found.count == 2 * golden.count)
    for one in golden {
      let pair = try #require(
        found.first { journey[$0.from].name == one.from && journey[$0.to].name == one.to }, "\(one.from) \(one.to)")
      #expect(pair.n == one.n && abs(pair.difference.value - one.difference) < 2e-6)
      // Passengers of one flight are alike, so it is never surer than for single people.
      let half = (pair.difference.interval.upperBound - pair.difference.interval.lowerBound) / 2
      #expect(half >= one.error * 2.2 && half < one.error * 4)
    }
  }

  /// Where both touchpoints satisfy alike, one in twenty is called different: no more, and the same people make it surer
  /// than others would.
  @Test func `calibrated for people whose answers go together`() {
    var draw = SplitMix(state: 7)
    let rounds = 600
    var (wrong, seen, independent) = (0, 0, 0)
    for round in 0..<rounds {
      let gain = round % 2 == 0 ? 0 : 8
      var groups: [(n: Int, a: Int, b: Int, both: Int)] = []
      for _ in 0..<10 {
        var one = (n: 30, a: 0, b: 0, both: 0)
        for _ in 0..<30 {
          // Three of four say of the second what they say of the first.
          let first = draw.next(below: 100) < 60
          let second =
            draw.next(below: 4) > 0 ? first || draw.next(below: 100) < gain : draw.next(below: 100) < 60 + gain
          one.a += first ? 1 : 0
          one.b += second ? 1 : 0
          one.both += first && second ? 1 : 0
        }
        groups.append(one)
      }
      guard let pair = Self.found(Self.joint(groups)).first else { continue }
      let (a, b) = (groups.reduce(0) { $0 + $1.a }, groups.reduce(0) { $0 + $1.b })
      if gain == 0 {
        wrong += pair.p < 0.05 ? 1 : 0
      } else {
        seen += pair.p < 0.05 ? 1 : 0
        independent += newcombe((Double(b) / 300, 300), minus: (Double(a) / 300, 300)).p < 0.05 ? 1 : 0
      }
    }
    let half = Double(rounds) / 2
    #expect(abs(Double(wrong) / half - 0.05) < 3 * (0.05 * 0.95 / half).squareRoot())
    #expect(seen > independent)
  }
}
