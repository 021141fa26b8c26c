import JourneyMetrics
import JourneyModel
import Support
import Testing

@testable import JourneyDiff

/// What holds for any two journeys.
@Suite struct DiffLawTests {
  private func pair(_ seed: Int) -> (old: MadeJourney, new: MadeJourney) {
    var random = SplitMix(state: UInt64(seed))
    let old = MadeJourney(&random)
    var new = old
    for _ in 0..<Int.random(in: 1...8, using: &random) { new.edit(&random) }
    return (old, new)
  }

  @Test(arguments: 0..<60) func `nothing differs from itself`(seed: Int) {
    let text = pair(seed).new.text()
    #expect(codes(changes(text, text)) == [])
  }

  @Test(arguments: 0..<60) func `the way back is the mirror, code by code`(seed: Int) {
    let (old, new) = pair(seed)
    func counted(_ codes: [ChangeCode]) -> [String: Int] {
      Dictionary(codes.map { ($0.rawValue, 1) }, uniquingKeysWith: +)
    }
    let there = counted(changes(old.text(), new.text()).map(\.code.mirrored))
    let back = counted(changes(new.text(), old.text()).map(\.code))
    #expect(there == back)
  }

  @Test(arguments: 0..<60) func `the order of facts changes nothing`(seed: Int) {
    let made = pair(seed).new
    #expect(codes(changes(made.text(), made.text(isTurned: true))) == [])
  }

  @Test(arguments: 0..<60) func `what is listed makes the one journey of the other`(seed: Int) {
    let (old, new) = pair(seed)
    let all = changes(old.text(), new.text())
    func named(_ code: ChangeCode) -> Set<String> { Set(all.filter { $0.code == code }.map(\.subject.name)) }
    var names = Set(old.order)
    names.subtract(named(.touchpointRemoved))
    names.formUnion(named(.touchpointAdded))
    #expect(names == Set(new.order))
    // What neither moved nor came nor went is in one order on both sides.
    let still = names.subtracting(named(.touchpointAdded)).subtracting(named(.touchpointMoved))
    #expect(old.order.filter(still.contains) == new.order.filter(still.contains))
    // Owners: what is listed, and nothing else.
    let owners = Dictionary(old.touchpoints.map { ($0.name, $0.owner) }) { first, _ in first }
    let changed = new.touchpoints.filter { owners[$0.name] != nil && owners[$0.name] != $0.owner }.map(\.name)
    #expect(named(.owner) == Set(changed))
    // Arrows.
    func arrows(_ made: MadeJourney) -> Set<String> { Set(made.flow.map { "\($0.0) -> \($0.1)" }) }
    let rerouted = all.filter { $0.code == .arrowRerouted }
    #expect(rerouted.isEmpty)
    #expect(
      arrows(old).subtracting(named(.arrowRemoved)).union(named(.arrowAdded)).intersection(arrows(new)) == arrows(new))
  }

  @Test(arguments: 0..<30) func `with was, new names are renames and nothing else`(seed: Int) {
    let old = pair(seed).old
    var new = old
    for index in new.touchpoints.indices {
      new.touchpoints[index].was = old.touchpoints[index].name
      new.touchpoints[index].name = "other-\(index)"
    }
    let names = Dictionary(zip(old.touchpoints, new.touchpoints).map { ($0.name, $1.name) }) { first, _ in first }
    new.flow = old.flow.map { (names[$0.0] ?? "", names[$0.1] ?? "") }
    for all in [changes(old.text(), new.text()), changes(new.text(), old.text())] {
      #expect(all.allSatisfy { [.touchpointRenamed, .title].contains($0.code) })
      #expect(all.count { $0.code == .touchpointRenamed } == old.touchpoints.count)
    }
  }

  @Test func `a thousand moves are as many as lie outside the longest common order`() {
    var random = SplitMix(state: 5)
    let names = (0..<1000).map { "t\($0)" }
    let shuffled = Array(names.indices).shuffled(using: &random)
    func text(_ names: [String]) -> String {
      "journey j \"J\" {\n  phase p \"P\" {\n"
        + names.map { "    touchpoint \($0) \"\($0)\"\n" }.joined() + "  }\n}\n"
    }
    let all = changes(text(names), text(shuffled.map { names[$0] }))
    #expect(all.allSatisfy { $0.code == .touchpointMoved })
    #expect(all.count == longestCommonOrder(shuffled).count { !$0 })
  }
}
