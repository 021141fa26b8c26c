import JourneyLayout
import JourneyMetrics
import JourneyModel
import Support
import Testing

@testable import JourneyDiff
@testable import JourneyLayout

/// One map of both sides: everything is on it, nothing lies on anything else, and it is read without colour.
@Suite struct ComparedMapTests {
  private static func compared(_ seed: Int, count: Int = 10) -> WorkspaceDifference {
    var random = SplitMix(state: UInt64(seed))
    let old = MadeJourney(&random, count: count)
    var new = old
    for _ in 0..<Int.random(in: 1...12, using: &random) { new.edit(&random) }
    func rows(_ made: MadeJourney, _ counts: [Int], _ period: String) -> [String] {
      made.order.flatMap { ratings($0, counts, period: period) }
    }
    let before = rows(old, [1, 2, 7, 40, 50], "2026-Q2")
    return compare(side(old.text(), before), side(new.text(), before + rows(new, [20, 20, 20, 20, 20], "2026-Q3")))
  }

  private static func map(_ difference: WorkspaceDifference, isPlan: Bool = false, changedOnly: Bool = false) throws
    -> PlacedComparison
  {
    place(
      difference, try #require(difference.journeys.first), isPlan: isPlan, changedOnly: changedOnly, prefix: "d1")
  }

  @Test(arguments: 0..<40, [false, true]) func `no text is on another or out of the picture`(
    seed: Int, changedOnly: Bool
  ) throws {
    let map = try Self.map(Self.compared(seed), changedOnly: changedOnly)
    let frames = map.texts.map { ($0.frame.inset(by: 0.5), $0.text) }
    for (index, (frame, text)) in frames.enumerated() {
      #expect(frame.x >= 0 && frame.maxX <= map.width && frame.y >= 0 && frame.maxY <= map.height, "\(text)")
      for (other, words) in frames[(index + 1)...] { #expect(!frame.overlaps(other), "\(text) | \(words)") }
    }
  }

  @Test(arguments: 0..<40) func `every change is at a touchpoint, a phase or a way, or in the list of the rest`(
    seed: Int
  ) throws {
    let difference = Self.compared(seed)
    let journey = try #require(difference.journeys.first)
    let sides = ComparedSides(difference, journey, isPlan: false)
    let union = UnionColumns(sides, changedOnly: false)
    let phases = journey.changes.filter { $0.subject.kind == .phase && sides.tag($0) != nil }
    #expect(union.columns.map(\.changes.count).reduce(0, +) + phases.count + union.rest.count == journey.changes.count)
    #expect(union.phases.map(\.tags.count).reduce(0, +) == phases.count)
  }

  @Test(arguments: 0..<40) func `without what is gone it is the order of the new side`(seed: Int) throws {
    let difference = Self.compared(seed)
    let journey = try #require(difference.journeys.first)
    let union = UnionColumns(ComparedSides(difference, journey, isPlan: false), changedOnly: false)
    let kept = union.columns.filter { $0.kind == .touchpoint }.compactMap(\.new)
    #expect(kept == Array(difference.after.journeys[0].touchpoints.indices))
    let gone = union.columns.filter { $0.kind == .touchpoint && $0.new == nil }.compactMap(\.old)
    #expect(gone == gone.sorted())
    // A phase of the new side is drawn once.
    let ofNew = union.columns.filter { $0.new != nil && $0.kind == .touchpoint }
    for (one, next) in zip(ofNew, ofNew.dropFirst()) {
      let touchpoints = difference.after.workspace.journeys[0].touchpoints
      let isSame = touchpoints[one.new ?? 0].phase == touchpoints[next.new ?? 0].phase
      #expect((one.phase == next.phase) == isSame)
    }
  }

  private func texts(_ map: PlacedComparison) -> [String] { map.texts.map(\.text) }

  private static func journey(_ touchpoints: [String]) -> String {
    "journey j \"J\" {\n  phase p \"P\" {\n" + touchpoints.map { "    touchpoint \($0) \"Does \($0)\"\n" }.joined()
      + "  }\n}\n"
  }

  @Test func `signs and words say it without colour`() throws {
    let old = Self.journey(["a", "b", "c", "d", "e"])
    let new = Self.journey(["a", "n", "c", "e", "d"]).replacing("\"Does c\"", with: "\"Does it\"")
    let map = try Self.map(compare(side(old), side(new)))
    let said = texts(map)
    for tag in ["− removed", "? replaces Does b", "was “Does c”", "↷ moved"] { #expect(said.contains(tag), "\(said)") }
    let struck = map.groups.flatMap(\.shapes).compactMap { shape in
      if case .struck(let block) = shape { block.text } else { nil }
    }
    #expect(struck == ["Does b"])
    let looks = map.groups.flatMap(\.shapes).compactMap { shape in
      if case .box(_, let look, _) = shape { look } else { nil }
    }
    // Two lines round what is new, dashes round what is gone, an empty place where something was.
    #expect(looks.count { $0 == .added } == 2 && looks.count { $0 == .removed } == 1 && looks.contains(.slot))
  }

  @Test func `a folded map keeps the neighbours of a change and counts the others`() throws {
    let names = (0..<20).map { "t\($0)" }
    var changed = names
    changed.insert("n", at: 10)
    let difference = compare(side(Self.journey(names)), side(Self.journey(changed)))
    let map = try Self.map(difference, changedOnly: true)
    let said = texts(map)
    #expect(said.count { $0.hasSuffix("unchanged") } == 2 && said.contains("9 unchanged"))
    #expect(said.contains("Does t9") && said.contains("Does t10") && !said.contains("Does t8"))
    #expect(try Self.map(difference).width > map.width)
  }

  /// What `--changed-only` is for: a picture beside text.
  @Test(arguments: [2, 6, 12, 13]) func `a folded map of many columns is cut between phases`(inPhase: Int) throws {
    let phases = (0..<6).map { phase in
      "  phase p\(phase) \"P\(phase)\" {\n"
        + (0..<inPhase).map { "    touchpoint t\(phase)-\($0) \"T \(phase) \($0)\" feels 1\n" }.joined() + "  }\n"
    }
    let text = "journey j \"J\" {\n\(phases.joined())}\n"
    let difference = compare(side(text), side(text.replacing("feels 1", with: "feels 2")))
    let journey = try #require(difference.journeys.first)
    let placed = place(difference, journey, isPlan: false, changedOnly: true, prefix: "d1")
    let columns = placed.groups.filter { $0.kind == .column }
    let strips = placed.groups.count { $0.kind == .phases }
    #expect(strips == (inPhase == 2 ? 1 : inPhase == 6 ? 3 : 6) && columns.count == 6 * inPhase)
    let whole = place(difference, journey, isPlan: false, changedOnly: false, prefix: "d1")
    #expect(inPhase == 2 ? placed.width == whole.width : placed.width < whole.width / 2)
    #expect(columns.allSatisfy { $0.sentence.contains("assumed feeling changed") })
    let frames = placed.texts.map(\.frame)
    for (index, one) in frames.enumerated() {
      #expect(one.maxX <= placed.width && one.maxY <= placed.height)
      #expect(!frames[(index + 1)...].contains { $0.inset(by: 0.5).overlaps(one) })
    }
  }

  @Test func `what is gone from the start of a phase stays over that phase`() throws {
    func text(_ first: [String], _ second: [String]) -> String {
      func touchpoints(_ names: [String]) -> String { names.map { "    touchpoint \($0) \"Does \($0)\"\n" }.joined() }
      return
        "journey j \"J\" {\n  phase p \"P\" {\n\(touchpoints(first))  }\n  phase q \"Q\" {\n\(touchpoints(second))  }\n}\n"
    }
    let difference = compare(side(text(["a"], ["gone", "b"])), side(text(["a", "new"], ["b"])))
    let columns = try #require(difference.journeys.first).columns
    #expect(columns.map(\.new) == [0, 1, nil, 2])
  }

  @Test(arguments: [4, 8]) func `more than five moves have no empty places`(moves: Int) throws {
    let names = (0..<20).map { "t\($0)" }
    let moved = Array(names.dropFirst(moves)) + Array(names.prefix(moves))
    let union = UnionColumns(
      ComparedSides(
        compare(side(Self.journey(names)), side(Self.journey(moved))),
        try #require(compare(side(Self.journey(names)), side(Self.journey(moved))).journeys.first), isPlan: false),
      changedOnly: false)
    #expect(union.columns.count { $0.kind == .slot } == (moves > 5 ? 0 : moves))
  }

  @Test func `figures that must not be told apart are not drawn apart`() throws {
    let text = Self.journey(["a", "b"]) + "feedback s {\n  file \"s.csv\"\n  answer csat \"A\" of j/a\n}\n"
    func said(_ more: Int) throws -> [String] {
      let rows = ([2, 3, 5, 40, 50], [2, 3, 5, 40, 50 + more])
      return texts(try Self.map(compare(side(text, ratings("a", rows.0)), side(text, ratings("a", rows.1)))))
    }
    #expect(try !said(4).contains("90%") && said(4).contains { $0.contains("counted again") })
    #expect(try said(30).contains("90%") && said(30).contains("92%"))
  }

  @Test func `a map to the right is the mirror of one to the left`() throws {
    let texts = ["workspace \"W\" {\n  language en\n}\n", "workspace \"W\" {\n  language ar\n}\n"].map {
      $0 + Self.journey(["a", "b"])
    }
    let maps = try texts.map {
      try Self.map(compare(side($0), side($0.replacing("touchpoint b", with: "touchpoint c"))))
    }
    #expect(!maps[0].isMirrored && maps[1].isMirrored && maps[0].width == maps[1].width)
    for block in maps[1].texts { #expect(block.frame.x >= 0 && block.frame.maxX <= maps[1].width, "\(block.text)") }
  }

  @Test func `a plan says today and planned, and shows the actions that lead there`() throws {
    let text =
      Self.journey(["a", "b", "x"]).replacing(
        "  }\n}\n", with: "  }\n  action go \"Goes live\" {\n    for a\n    status doing\n  }\n}\n")
      + Self.journey(["a", "c", "b"]).replacing("journey j", with: "journey k").replacing(
        "Does c", with: "Signs the contract"
      ).replacing(
        "  phase", with: "  state future\n  future-of j\n  phase")
    let one = side(text)
    let map = try Self.map(compare(one, one, pair: (Journey.ID(0), Journey.ID(1))), isPlan: true)
    for words in ["+ planned", "− only today", "→ Goes live"] { #expect(texts(map).contains(words), "\(texts(map))") }
  }
}
