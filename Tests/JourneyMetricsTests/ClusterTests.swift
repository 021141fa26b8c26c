import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// People who were asked together answer alike, so their answers are worth fewer.
@Suite struct ClusterTests {
  /// San Francisco's airport in 2013, restaurants by flight: the sums of the design page (`drivers.md`), 57 % satisfied.
  private static let airport = [
    "airport,food,csat,1..5,2013,,s,1,1200,1229.488757,1521", "airport,food,csat,1..5,2013,,s,5,1600,1628.240860,2030",
    "airport,food,csat,1..5,2013,,s,clusters,209,0,0",
    // S_tt of those who are satisfied, S_tW − S_tt of both kinds together, and what is left of S_WW.
    "airport,food,csat,1..5,2013,,s,5*5,0,21477.505135,0", "airport,food,csat,1..5,2013,,s,1*5,0,11714.011739,0",
    "airport,food,csat,1..5,2013,,s,1*1,0,11304.934264,0",
  ]

  private static func scored(_ rows: [String], _ segment: String? = nil) -> (score: Score, findings: [String]) {
    let text = """
      segment young "Young"
      segment old "Old"
      journey airport "Airport" {
        phase all "All" {
          touchpoint food "Food"
        }
      }
      """
    let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
    let bytes = Array(([Tally.header] + rows).joined(separator: "\n").utf8)
    let tally = parseTally(bytes, file: FileID(1))
    let scored = score(workspace, [tally.value], segment: segment)
    return (
      scored.value.journeys[0].touchpoints[0][.csat], (tally.diagnostics + scored.diagnostics).map(\.message)
    )
  }

  @Test func `the golden of 2013`() throws {
    let (score, findings) = Self.scored(Self.airport)
    let figure = try #require(score.figure)
    let interval = try #require(figure.interval)
    #expect(findings == [] && abs(figure.value - 0.569767) < 1e-6)
    #expect(abs(score.effective - 1047.2) < 0.05)
    #expect(abs(interval.lowerBound - 0.53958) < 5e-6 && abs(interval.upperBound - 0.59945) < 5e-6)
  }

  @Test func `without their sums the same answers look surer`() throws {
    let (score, _) = Self.scored(Array(Self.airport.prefix(2)))
    #expect(score.effective > 2200 && score.figure?.value == Self.scored(Self.airport).score.figure?.value)
  }

  /// Of clusters of one person each the answers are worth what they are, but for the one that a mean takes.
  @Test func `clusters of one person change next to nothing`() throws {
    let rows = ["1,40,,", "5,60,,", "clusters,100,,", "1*1,40,,", "5*5,60,,"]
    let (score, _) = Self.scored(rows.map { "airport,food,csat,1..5,2013,,s," + $0 })
    #expect(abs(score.effective - 99) < 1e-9)
  }

  @Test func `clusters that agree within are worth as many answers as there are clusters`() throws {
    // Twenty clusters of five; all of a cluster say the same, twelve of them that they are satisfied.
    let rows = ["1,40,,", "5,60,,", "clusters,20,,", "1*1,200,,", "5*5,300,,"]
    let (score, _) = Self.scored(rows.map { "airport,food,csat,1..5,2013,,s," + $0 })
    #expect(abs(score.effective - 19) < 1e-9 && score.state == .indicative && score.n == 100)
  }

  @Test func `fewer than ten clusters say nothing`() throws {
    let rows = ["1,40,,", "5,60,,", "clusters,9,,", "1*1,400,,", "5*5,600,,"]
    let (score, _) = Self.scored(rows.map { "airport,food,csat,1..5,2013,,s," + $0 })
    #expect(score.effective == 100)
  }

  @Test func `of everyone the clusters of all segments count, of a segment its own`() throws {
    let rows =
      ["young,s,1,40,,", "young,s,5,60,,", "old,s,1,40,,", "old,s,5,60,,"]
      + ["*,s,clusters,20,,", "*,s,1*1,800,,", "*,s,5*5,1200,,"]
      + ["young,s,clusters,20,,", "young,s,1*1,200,,", "young,s,5*5,300,,"]
    let tally = rows.map { "airport,food,csat,1..5,2013," + $0 }
    let (everyone, findings) = Self.scored(tally)
    #expect(findings == [] && abs(everyone.effective - 19) < 1e-9 && everyone.n == 200)
    #expect(abs(Self.scored(tally, "young").score.effective - 19) < 1e-9)
    #expect(Self.scored(tally, "old").score.effective == 100)
  }

  /// Those of another feedback whom nobody says to be asked together count one by one.
  @Test func `answers with and without clusters are added up`() throws {
    let clustered = ["1,40,,", "5,60,,", "clusters,20,,", "1*1,200,,", "5*5,300,,"]
    let rows = clustered.map { "airport,food,csat,1..5,2013,,s," + $0 }
    let alone = ["1,40,,", "5,60,,"].map { "airport,food,csat,1..5,2013,,t," + $0 }
    let (score, _) = Self.scored(rows + alone)
    // v = 120/119·(0.24·500 + 0.24·100)/200².
    #expect(abs(score.effective - 0.24 / (120.0 / 119 * 0.24 * 600 / 40_000)) < 1e-9)
  }

  @Test(arguments: ["clusters,x,,", "1*6,3,,", "5*1,3,,", "1*,3,,", "*,3,,", "1*1,x,,", "1*1,-3,,"])
  func `a row of clusters with a mistake is a finding`(_ row: String) {
    let (_, findings) = Self.scored(["1,40,,", "5,60,,", row].map { "airport,food,csat,1..5,2013,,s," + $0 })
    #expect(findings.count == 1)
  }

  @Test func `a tally is written as it was read, and adds up`() {
    let bytes = Array(([Tally.header] + Self.airport.sorted() + [""]).joined(separator: "\n").utf8)
    let tally = parseTally(bytes, file: FileID(1))
    let again = parseTally(tally.value.bytes, file: FileID(1))
    #expect(tally.diagnostics.isEmpty && again.diagnostics.isEmpty && again.value.bytes == tally.value.bytes)
    let both = tally.value.merged(with: tally.value).text
    #expect(both.contains("clusters,418,0,0") && both.contains("5*5,0,42955.01027,0"))
  }
}
