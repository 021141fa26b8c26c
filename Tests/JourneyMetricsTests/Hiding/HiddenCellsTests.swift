import JourneyModel
import JourneySyntax
import Testing

@testable import JourneyMetrics

@Suite struct HiddenCellsTests {
  private func question(_ period: String, _ segment: String, _ touchpoint: String = "form") throws
    -> Tally.TallyQuestion
  {
    Tally.TallyQuestion(
      journey: "help", touchpoint: touchpoint, metric: .csat, scale: Scale(worst: 1, best: 5),
      period: try #require(Period(period)), segment: segment, feedback: "survey")
  }

  private func tally(_ cells: [(period: String, segment: String, n: Int)], unused: Int = 2) throws -> Tally {
    var tally = Tally()
    for cell in cells {
      let place = tally.place(of: try question(cell.period, cell.segment))
      tally.add(.rating(5), Tally.Counts(cell.n), at: place)
      tally.add(.unused, Tally.Counts(unused), at: place)
    }
    return tally
  }

  @Test func `a total minus its shown part gives nothing away`() throws {
    let cells = HiddenCells(
      of: try tally([("2026-04", "a", 7), ("2026-04", "b", 20), ("2026-04", "c", 30)]), hideBelow: 10)
    #expect((cells.cells, cells.small, cells.further) == (3, 1, 1))
    #expect(cells.shown.answered.map(\.question.segment) == ["c"])
  }

  @Test func `large cells stay, and so do those that nobody scored`() throws {
    let tally = try tally([("2026-04", "a", 10), ("2026-04", "b", 20), ("2026-05", "a", 0)], unused: 10)
    let cells = HiddenCells(of: tally, hideBelow: 10)
    #expect(cells.small == 0 && cells.further == 0)
    #expect(cells.shown.text == tally.text)
  }

  @Test(arguments: [1, 2, 9]) func `those who never used it leave with their cell, and where they are few`(n: Int)
    throws
  {
    let alone = HiddenCells(
      of: try tally([("2026-04", "a", 30), ("2026-04", "b", 40), ("2026-05", "a", 0)], unused: n), hideBelow: 10)
    #expect((alone.small, alone.further) == (1, 0))
    #expect(alone.shown.answered.map(\.question.period.description) == ["2026-04", "2026-04"])
    let beside = HiddenCells(
      of: try tally([("2026-04", "a", n), ("2026-04", "b", 40), ("2026-04", "c", 50)], unused: 20), hideBelow: 10)
    #expect(beside.shown.answered.map(\.question.segment) == ["c"])
    #expect(!beside.shown.text.contains(",a,") && !beside.shown.text.contains(",b,"))
  }

  @Test func `open cases leave with their cell, and where they are few`() throws {
    func tally(_ solved: Int, _ open: Int) throws -> HiddenCells {
      var tally = Tally()
      for (segment, n, waiting) in [("a", solved, open), ("b", 30, 30), ("c", 40, 40)] {
        let place = tally.place(
          of: Tally.TallyQuestion(
            journey: "help", touchpoint: "call", metric: .resolution, scale: nil,
            period: try #require(Period("2026-04")),
            segment: segment, feedback: "tickets"))
        if n > 0 { tally.add(.duration(DurationBucket(of: 3600)), Tally.Counts(n), at: place) }
        tally.add(.open(nil), Tally.Counts(waiting), at: place)
      }
      return HiddenCells(of: tally, hideBelow: 10)
    }
    #expect(try tally(4, 20).shown.answered.map(\.question.segment) == ["c"])
    #expect(try tally(0, 3).shown.answered.map(\.question.segment) == ["b", "c"])
    #expect(try tally(20, 3).shown.answered.map(\.question.segment) == ["a", "b", "c"])
  }

  @Test func `never fewer than five`() throws {
    let cells = HiddenCells(of: try tally([("2026-04", "", 4)]), hideBelow: 1)
    #expect(cells.hideBelow == 5 && cells.small == 1 && cells.shown.answered.isEmpty)
  }

  /// Whatever the counts, no cell of the suppressed file is small, and none of it was made up.
  @Test(arguments: 1...40)
  func `a suppressed tally has no small cell`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    var cells: [(String, String, Int)] = []
    for month in 1...6 {
      for segment in ["", "a", "b", "c"] where next(4) > 0 { cells.append(("2026-0\(month)", segment, next(40))) }
    }
    let before = try tally(cells)
    let hidden = HiddenCells(of: before, hideBelow: 10)
    #expect(HiddenCells(of: hidden.shown, hideBelow: 10).small == 0)
    #expect(hidden.shown.answered.count == hidden.cells - hidden.small - hidden.further)
    let rows = Set(before.text.split(separator: "\n"))
    #expect(hidden.shown.text.split(separator: "\n").allSatisfy { rows.contains($0) })
  }
}
