import JourneyMetrics
import JourneyModel
import JourneyReview
import Support
import Testing

@testable import JourneyLayout

/// Sheets, in millimetres.
private let papers = [(1189.0, 841.0), (841.0, 594.0)]

private func poster(
  of text: String, tally: String = "", on paper: (Double, Double)
) throws -> (PlacedPoster, AnnotatedJourney, Subject) {
  let (annotated, workspace) = try annotated(text, tally: tally)
  let ranking = rank(annotated, in: workspace)
  return (
    poster(annotated, ranking: ranking, in: workspace, width: paper.0, height: paper.1), annotated,
    Subject(annotated, ranking: ranking, in: workspace)
  )
}

@Suite struct `A poster of any journey` {
  @Test(arguments: [(1, 1), (3, 1), (13, 2), (20, 3), (40, 4), (150, 5), (0, 6)] as [(Int, UInt64)], papers)
  func `holds every touchpoint once, inside of its sheets, in type of 18 points and more`(
    size: (Int, UInt64), paper: (Double, Double)
  ) throws {
    let (text, tally) = SampleJourney.measured(touchpoints: size.0, seed: size.1)
    let (poster, annotated, _) = try poster(of: text, tally: tally, on: paper)
    let rows = poster.sheets.flatMap(\.pieces)
    #expect(rows.flatMap { Array($0.columns) } == Array(annotated.journey.touchpoints.indices))
    for row in rows {
      #expect(row.map.cards.count == row.columns.count)
      #expect(row.annotated.journey.touchpoints.map(\.title) == annotated.journey.touchpoints[row.columns].map(\.title))
    }
    let smallest = TextStyle.allCases.map(\.font.size).min() ?? 0
    #expect(smallest * paper.0 / poster.width >= 6.349, "of 18 points, in millimetres")
    #expect(abs(poster.width / poster.height - paper.0 / paper.1) < 0.001)
    for sheet in poster.sheets {
      var bottom = 0.0
      for row in sheet.pieces {
        #expect(row.top >= bottom)
        bottom = row.top + row.map.height
        #expect(row.map.width <= poster.width + 0.01)
      }
      #expect((sheet.footer?.frame.y ?? .infinity) >= bottom)
      #expect((sheet.footer?.frame.maxY ?? bottom) <= sheet.height)
    }
    #expect(poster.sheets.count { $0.header != nil } == 1 && poster.sheets.count { $0.footer != nil } == 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func `an arrow that is cut goes on in the other row`(seed: UInt64)
    throws
  {
    let (poster, annotated, _) = try poster(of: SampleJourney.text(touchpoints: 30, seed: seed), on: papers[0])
    let rows = poster.sheets.flatMap(\.pieces)
    func row(of end: Arrow.End) -> Int? {
      if case .touchpoint(let id) = end { rows.firstIndex { $0.columns.contains(id.value) } } else { nil }
    }
    let cut = annotated.journey.arrows.count { arrow in
      guard let from = row(of: arrow.from), let to = row(of: arrow.to) else { return false }
      return from != to
    }
    let terminals = rows.flatMap(\.map.lanes).flatMap { lane in
      if case .experience(let plot) = lane.content { plot.ends } else { [PlacedEnd]() }
    }
    #expect(terminals.count { $0.goesOn && $0.isEntry } == cut)
    #expect(terminals.count { $0.goesOn && !$0.isEntry } == cut)
    #expect(
      terminals.count { !$0.goesOn }
        == annotated.journey.arrows.count { row(of: $0.from) == nil || row(of: $0.to) == nil })
  }

  @Test func `rows keep the scale of the whole, so that figures compare`() throws {
    let text = SampleJourney.text(touchpoints: 60, seed: 9)
    let (poster, annotated, _) = try poster(of: text, on: papers[0])
    let rows = poster.sheets.flatMap(\.pieces)
    try #require(rows.count > 1)
    #expect(Set(rows.map(\.map.grid.pitch)).count == 1)
    #expect(annotated.journey.touchpoints.count == 60)
  }

  /// Of all rows that show the same, those of most touchpoints: fewer ends go on elsewhere.
  @Test(arguments: [(1, 1), (2, 2), (4, 3), (6, 4), (9, 5)] as [(Int, UInt64)], papers)
  func `rows are as long as can be, and no larger type fits`(size: (Int, UInt64), paper: (Double, Double)) throws {
    let (text, tally) = SampleJourney.measured(touchpoints: size.0, seed: size.1)
    for tally in ["", tally] {
      let (poster, _, subject) = try poster(of: text, tally: tally, on: paper)
      let least = PosterRoom(subject, width: paper.0 * 12 / 6.35, height: paper.1 * 12 / 6.35)
      guard let (fullest, shown) = least.fullest() else {
        #expect(size.0 > 6, "not even on one sheet")
        continue
      }
      #expect(fullest.pieces.map(\.columns) == least.arrangement(showing: shown)?.pieces.map(\.columns))
      let factor = least.width / poster.width
      #expect(factor >= 0.999)
      let room = PosterRoom(subject, width: poster.width, height: poster.height)
      #expect(poster.sheets.flatMap(\.pieces).map(\.columns) == room.arrangement(showing: shown)?.pieces.map(\.columns))
      guard factor < 2.99 else { continue }
      let larger = PosterRoom(subject, width: least.width / (factor + 0.02), height: least.height / (factor + 0.02))
      #expect(larger.arrangement(showing: shown) == nil, "\(factor)")
    }
  }
}
