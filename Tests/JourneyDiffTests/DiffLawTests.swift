import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
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

  @Test(arguments: 0..<60) func `fmt changes nothing`(seed: Int) {
    let text = pair(seed).new.text()
    let formatted = format(parse(Array(text.replacing("\n", with: "\n\n").utf8), file: FileID(0)).value)
    #expect(formatted != text)
    #expect(codes(changes(text, "# a comment\n" + formatted)) == [])
  }

  /// Names, phases and order of the other side, from one side and the listed changes alone.
  @Test(arguments: 0..<120) func `what is listed makes the one journey of the other`(seed: Int) throws {
    let (old, new) = pair(seed)
    let all = changes(old.text(), new.text())
    var phases = zip(old.phases, old.inPhases).map { (name: $0, touchpoints: $1) }
    func rename(_ old: String, _ new: String) {
      for phase in phases.indices { phases[phase].touchpoints = phases[phase].touchpoints.map { $0 == old ? new : $0 } }
    }
    func remove(_ name: String) { for phase in phases.indices { phases[phase].touchpoints.removeAll { $0 == name } } }
    for change in all where change.code == .touchpointRemoved { remove(change.subject.name) }
    for change in all where change.code == .touchpointRenamed {
      if case .word(let was)? = change.before { rename(was, change.subject.name) }
    }
    let placed = all.filter { [.touchpointAdded, .touchpointMoved].contains($0.code) }
    for change in placed { remove(change.subject.name) }
    for change in placed {
      let place = try #require(change.place)
      let phase = try #require(phases.firstIndex { $0.name == place.phase })
      let after = place.after.flatMap { phases[phase].touchpoints.firstIndex(of: $0) }
      #expect(place.after == nil || after != nil)
      phases[phase].touchpoints.insert(change.subject.name, at: after.map { $0 + 1 } ?? 0)
    }
    #expect(phases.map(\.touchpoints) == new.inPhases)
  }

  @Test(arguments: 0..<120) func `the listed arrows make the graph of the other side`(seed: Int) {
    let (old, new) = pair(seed)
    let all = changes(old.text(), new.text())
    let names = Dictionary(
      all.filter { $0.code == .touchpointRenamed }.compactMap { change in
        if case .word(let was)? = change.before { (was, change.subject.name) } else { nil }
      }
    ) { first, _ in first }
    func arrows(_ made: MadeJourney) -> [String] {
      made.flow.map { "\(names[$0.from] ?? $0.from) -> \(names[$0.to] ?? $0.to)" }
    }
    func named(_ code: ChangeCode) -> Set<String> { Set(all.filter { $0.code == code }.map(\.subject.name)) }
    var graph = Set(arrows(old)).subtracting(named(.arrowRemoved)).union(named(.arrowAdded))
    for change in all where change.code == .arrowRerouted {
      if case .word(let before)? = change.before { graph.remove(before) }
      graph.insert(change.subject.name)
    }
    #expect(graph.isSuperset(of: new.flow.map { "\($0.from) -> \($0.to)" }))
    // Owners and channels: what is listed, and nothing else.
    let before = Dictionary(old.touchpoints.map { (names[$0.name] ?? $0.name, $0) }) { first, _ in first }
    let kept = new.touchpoints.filter { before[$0.name] != nil }
    #expect(named(.owner) == Set(kept.filter { before[$0.name]?.owner != $0.owner }.map(\.name)))
    #expect(named(.mainChannel) == Set(kept.filter { before[$0.name]?.channel != $0.channel }.map(\.name)))
  }

  @Test(arguments: 0..<30) func `with was, new names are renames, and no answer is lost`(seed: Int) {
    let old = pair(seed).old
    var new = old
    for index in new.touchpoints.indices {
      new.touchpoints[index].was = old.touchpoints[index].name
      new.touchpoints[index].name = "other-\(index)"
    }
    let names = Dictionary(zip(old.touchpoints, new.touchpoints).map { ($0.name, $1.name) }) { first, _ in first }
    new.flow = old.flow.map { (names[$0.from] ?? "", names[$0.to] ?? "") }
    let rows = old.order.flatMap { ratings($0, [1, 2, 7, 40, 50]) }
    let renamed = compare(side(old.text(), rows), side(new.text(), rows)).all
    #expect(Set(renamed.map(\.code)) == [.touchpointRenamed] && renamed.count == old.touchpoints.count)
    for all in [renamed, changes(new.text(), old.text())] {
      #expect(all.allSatisfy { $0.code == .touchpointRenamed && $0.match == .was })
    }
  }

  /// A lower target, a lost question, a new name without `was`: no way past the gates.
  @Test(arguments: 0..<30) func `moving every touchpoint into easier phases loosens every target that is measured`(
    seed: Int
  ) {
    let old = pair(seed).old
    var new = old
    for index in new.touchpoints.indices { new.touchpoints[index].phase = 2 }
    let rows = old.order.flatMap { ratings($0, [1, 2, 7, 40, 50]) }
    let all = compare(side(old.text(), rows), side(new.text(), rows)).all
    let moved = old.touchpoints.filter { $0.phase < 2 }.map(\.name)
    #expect(Set(all.filter { $0.code == .targetLoosened }.map(\.subject.name)).isSuperset(of: moved))
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
