import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyFeedback

/// How many of those who answered on both sides of a crossing are satisfied with each, and with both.
@Suite struct CrossingPairTests {
  private static func declared(_ answers: String, flow: String = "form -> call") throws -> Declared {
    let declared = try Declared(
      """
      department one "One"
      department two "Two"
      journey apply "Applying" {
        phase all "All" {
          touchpoint form "Fills in" { owner one }
          touchpoint call "Calls" { owner two }
          touchpoint mail "Gets mail" { owner two }
        }
        flow {
          \(flow)
        }
      }
      feedback survey "Survey" {
        file "x.csv"
        period 2026
      \(answers)
      }
      """)
    #expect(declared.findings == [])
    return declared
  }

  private static let answers = """
      answer csat "A" of apply scale 1..5 with-drivers
      answer csat "F" of apply/form scale 1..5
      answer csat "C" of apply/call scale 1..5
      answer csat "M" of apply/mail scale 1..5
    """

  private static func joint(_ declared: Declared, _ people: [[Int]]) -> JointTally {
    var options = CountingOptions()
    options.grouping = KeyedHash(1, 2)
    let rows = people.enumerated().map { index, answers in
      "R\(index)," + answers.map { $0 == 0 ? "" : String($0) }.joined(separator: ",") + "\n"
    }
    return declared.tally([("x.csv", Array(("ResponseId,A,F,C,M\n" + rows.joined()).utf8))], options: options)
      .value.joint
  }

  private static func people(_ count: Int, _ seed: UInt64, skips: Int = 9) -> [[Int]] {
    var draw = SplitMix(state: seed)
    return (0..<count).map { _ in
      let mood = draw.next(below: 4)
      return (0..<4).map { _ in draw.next(below: skips) == 0 ? 0 : 1 + min(4, mood + draw.next(below: 3)) }
    }
  }

  private static func pair(_ joint: JointTally, _ one: String, _ other: String) -> [Int: JointTally.JointSums]? {
    joint.pairs.first { [$0.key.first.touchpoint, $0.key.second.touchpoint] == [one, other].sorted() }?.value
  }

  @Test func `tops are counted across a hand-off, and nowhere else`() throws {
    let people = Self.people(1200, 3)
    let joint = Self.joint(try Self.declared(Self.answers), people)
    let groups = try #require(Self.pair(joint, "form", "call"))
    // `call` is before `form` in the file.
    func count(_ holds: ([Int]) -> Bool) -> Double { Double(people.count { $0[1] > 0 && $0[2] > 0 && holds($0) }) }
    let tops = groups.values.compactMap(\.tops)
    #expect(tops.count == groups.count && tops.count >= 10)
    #expect(tops.reduce(0) { $0 + $1.x.value } == count { $0[2] >= 4 })
    #expect(tops.reduce(0) { $0 + $1.y.value } == count { $0[1] >= 4 })
    #expect(tops.reduce(0) { $0 + $1.both.value } == count { $0[1] >= 4 && $0[2] >= 4 })
    #expect(joint.pairs.count { $0.value.values.contains { $0.tops != nil } } == 1)
  }

  @Test(arguments: [
    ("answer effort \"C\" of apply/call scale 1..5 higher-is-easier", "form -> call", "another metric"),
    ("answer csat \"C\" of apply/call scale 1..5 good 5..5", "form -> call", "other answers that count"),
    ("answer csat \"C\" of apply/call scale 1..5", "call -> mail", "no crossing"),
  ])
  func `nothing is counted there`(call: String, flow: String, why: String) throws {
    let answers = Self.answers.replacing("answer csat \"C\" of apply/call scale 1..5", with: call)
    let joint = Self.joint(try Self.declared(answers, flow: flow), Self.people(1200, 3))
    #expect(!joint.isEmpty && joint.pairs.values.allSatisfy { $0.values.allSatisfy { $0.tops == nil } }, "\(why)")
  }

  @Test func `the file is read as it was written, and both parts add up`() throws {
    let declared = try Self.declared(Self.answers)
    let joint = Self.joint(declared, Self.people(1200, 3))
    let span = Span(FileID(0), 0, 0)
    let read = JointTally.read(joint.bytes, from: "x", at: span)
    #expect(read.diagnostics.isEmpty && read.value.bytes == joint.bytes)
    let crossings = JointTally.readCrossings(joint.bytes, from: "x", at: span)
    #expect(crossings.diagnostics.isEmpty && crossings.value.pairs.count == 1)
    let twice = crossings.value.merged(with: crossings.value)
    let both = (crossings.value.pairs.values.first?.values).map { $0.reduce(0) { $0 + ($1.tops?.both.value ?? 0) } }
    let doubled = (twice.pairs.values.first?.values).map { $0.reduce(0) { $0 + ($1.tops?.both.value ?? 0) } }
    #expect(both.map { $0 * 2 } == doubled && both ?? 0 > 0)
  }

  /// The attacker of `JointAttackTests`, who also knows how many gave two answers that count.
  @Test(arguments: 0..<40)
  func `no answer of one person follows from the tops, too`(seed: UInt64) throws {
    let people = Self.people(100 + Int(seed) * 6, seed, skips: 40).map { answers in
      // Most say the same, so that somebody stands out.
      answers.enumerated().map { place, answer in answer == 0 || (place + answer) % 3 == 0 ? answer : 5 }
    }
    let joint = Self.joint(try Self.declared(Self.answers), people)
    guard let groups = Self.pair(joint, "form", "call") else { return }
    let most = groups.keys.max() ?? 0
    let count = [10, 15].first { most < $0 } ?? JointTally.groups
    for (group, sums) in groups {
      let members = people.enumerated().filter { index, answers in
        let bytes = Array("R\(index)".utf8)
        let hash = KeyedHash(1, 2).hash(0, bytes.span, 0..<bytes.count)
        let own = Int(hash.low.multipliedFullWidth(by: UInt64(JointTally.groups)).high)
        return own % count == group && answers[1] > 0 && answers[2] > 0
      }.map(\.element)
      guard members.count == sums.count, members.count <= 24 else { continue }
      let attack = JointAttackTests.Attack(
        members.map { ($0[2] - 1, $0[1] - 1) }, spans: [5, 5], tops: [[3, 4], [3, 4]])
      #expect(attack.named.isEmpty, "group \(group)")
    }
  }
}
