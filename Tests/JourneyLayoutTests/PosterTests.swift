import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneyWords
import Support
import Synchronization
import Testing

@testable import JourneyLayout

/// Journeys of few touchpoints, of as many as people have, and of many; all have pains, quotes, ideas, feelings and steps
/// backstage, half of them answers.
private let cases = [(1, 1), (3, 1), (7, 4), (13, 2), (20, 3), (40, 4), (150, 5)] as [(Int, UInt64)]

/// Each is placed once for all tests.
private func poster(
  _ count: Int, seed: UInt64, isMeasured: Bool, language: String = "en"
) throws -> (PlacedPoster, AnnotatedJourney) {
  let key = "\(count) \(seed) \(isMeasured) \(language)"
  if let made = made.withLock({ $0[key] }) { return made }
  let new = try placed(count, seed: seed, isMeasured: isMeasured, language: language)
  return made.withLock { made in
    made[key] = new
    return new
  }
}

private let made = Mutex<[String: (PlacedPoster, AnnotatedJourney)]>([:])

private func placed(
  _ count: Int, seed: UInt64, isMeasured: Bool, language: String
) throws -> (PlacedPoster, AnnotatedJourney) {
  let (text, tally) = SampleJourney.measured(touchpoints: count, seed: seed)
  let full = text.replacing(
    "      pain ", with: "      voice \"Nobody told me\"\n      idea \"Tell them\"\n      pain ")
  let (annotated, workspace) = try annotated(full, tally: isMeasured ? tally : "", language: language)
  return (placePoster(annotated, ranking: rank(annotated, in: workspace), in: workspace), annotated)
}

extension PosterBand {
  /// A box of its map on its sheet, in millimetres.
  fileprivate func onSheet(_ box: Rect) -> Rect {
    Rect(x: box.x * scale, y: top + box.y * scale, width: box.width * scale, height: box.height * scale)
  }

  fileprivate var texts: [TextBlock] {
    map.header.texts + map.header.chips.flatMap(\.texts) + map.phases.map(\.title) + map.cards.flatMap(\.texts)
      + map.footer.texts + map.footer.legend.map(\.text) + map.lanes.flatMap(\.labels) + map.lanes.flatMap(\.texts)
  }

  /// In millimetres, as large as they come out where a sheet is drawn smaller.
  fileprivate func sizes(of texts: [TextBlock], on sheet: PlacedPoster.PosterSheet) -> [Double] {
    texts.map { $0.style.font.size * scale * min(1, PlacedPoster.height / sheet.height) }
  }
}

extension PlacedLane {
  fileprivate var texts: [TextBlock] {
    switch content {
    case .tiles(_, let tiles): tiles.flatMap(\.texts)
    case .experience(let plot): plot.texts
    case .owners(let plot): plot.rows.map(\.label) + plot.handOffs.compactMap(\.label)
    case .notes(let notes): notes.flatMap(\.texts)
    case .metric(let cells): cells.flatMap(\.texts)
    case .glances(let glances): glances.flatMap { $0.tile.texts + $0.notes + ($0.isRising ? [] : [$0.name]) }
    case .priorities(let priorities): priorities.flatMap(\.texts)
    case .faces, .pictures, .boxes, .comparison: []
    }
  }
}

@Suite struct `A poster of any journey` {
  @Test(arguments: cases, [true, false]) func `holds every touchpoint once, and what a workshop needs`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    let (poster, annotated) = try poster(size.0, seed: size.1, isMeasured: isMeasured)
    let bands = poster.sheets.flatMap(\.bands)
    let shown = bands.flatMap { band in band.map.cards.map { $0.touchpoint.value + band.columns.lowerBound } }
    #expect(shown == Array(annotated.journey.touchpoints.indices))
    // Without the whole journey at the head of each sheet.
    let lanes = Set(
      bands.filter { !$0.map.lanes.contains { if case .glances = $0.content { true } else { false } } }
        .flatMap { $0.map.lanes.map(\.id) })
    let notes = bands.flatMap(\.map.lanes).flatMap { lane in
      if case .notes(let notes) = lane.content { notes } else { [PlacedNote]() }
    }
    #expect(lanes.contains(.experience) && lanes.contains(.owners) && lanes.contains(.dots))
    #expect(lanes.contains(.score) == isMeasured && lanes.contains(.feeling) == isMeasured)
    let looks = Set(notes.map(\.look))
    for (look, has) in [
      (PlacedNote.Look.pain, annotated.journey.touchpoints.contains { !$0.pains.isEmpty }),
      (.idea, annotated.journey.touchpoints.contains { !$0.ideas.isEmpty }),
      (.thought, annotated.journey.touchpoints.contains { !$0.thoughts.isEmpty || !$0.voices.isEmpty }),
      (.backstage, annotated.journey.touchpoints.contains { !$0.blueprint.isEmpty }),
    ] { #expect(looks.contains(look) == has, "\(look)") }
  }

  /// The title, the findings and the figures from three metres, names, phases and owners from two, all else from one.
  @Test(arguments: cases, [true, false]) func `is read from three distances`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    let (poster, _) = try poster(size.0, seed: size.1, isMeasured: isMeasured)
    for sheet in poster.sheets {
      #expect(sheet.height == PlacedPoster.height)
      let found = sheet.bands.flatMap { band in
        band.sizes(of: band.map.header.texts.filter { $0.style == .title }, on: sheet)
      }
      #expect(found.count == 1 && found[0] >= 40)
      for band in sheet.bands {
        func least(_ texts: [TextBlock], _ millimetres: Double, _ what: String) {
          let least = band.sizes(of: texts, on: sheet).min() ?? .infinity
          #expect(least >= millimetres - 0.001, "\(what): \(least) mm")
        }
        least(band.texts, 8, "smallest")
        least(band.texts.filter { $0.style == .finding }, 22, "findings")
        least(band.map.header.chips.filter { !$0.isFinding }.map { $0.texts[1] }, 29, "figures of the whole")
        least(band.map.cards.flatMap(\.texts), 12.5, "names")
        if !band.map.cards.isEmpty {
          for case .tiles(_, let tiles) in band.map.lanes.map(\.content) {
            least(tiles.filter { $0.texts.first?.style != .caption }.compactMap(\.texts.first), 20, "figures")
          }
        }
        for case .owners(let plot) in band.map.lanes.map(\.content) { least(plot.rows.map(\.label), 12.5, "owners") }
      }
      let phases = sheet.bands.filter { band in band.map.phases.contains { $0.phase.value >= 0 } }.last
      if let phases { #expect((phases.sizes(of: phases.map.phases.map(\.title), on: sheet).min() ?? 18) >= 17.99) }
    }
  }

  @Test(arguments: cases, [true, false]) func `has no text on another, and none outside of its sheet`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    let (poster, _) = try poster(size.0, seed: size.1, isMeasured: isMeasured)
    for sheet in poster.sheets {
      let page = Rect(x: 0, y: 0, width: PlacedPoster.width, height: sheet.height)
      let boxes = sheet.bands.flatMap { band in
        band.texts.filter { !$0.lines.isEmpty }.map { (band.onSheet(frame(of: $0)), $0.text) }
      }.sorted { $0.0.x < $1.0.x }
      for (index, (box, text)) in boxes.enumerated() {
        #expect(page.inset(by: 1).holds(box), "\(text) at \(box)")
        for (other, second) in boxes[(index + 1)...] {
          if other.x > box.maxX { break }
          #expect(!box.inset(by: 1.2).overlaps(other.inset(by: 1.2)), "\(text) and \(second)")
        }
      }
    }
  }

  /// In squares of five centimetres: no half of a sheet is empty, and no band of it that runs from edge to edge.
  @Test(arguments: cases.filter { $0.0 >= 3 }, [true, false]) func `has no blank half`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    let (poster, _) = try poster(size.0, seed: size.1, isMeasured: isMeasured)
    let (columns, rows) = (24, 17)
    let (width, height) = (PlacedPoster.width / Double(columns), PlacedPoster.height / Double(rows))
    let marks = poster.marks
    for sheet in poster.sheets.indices {
      let marked = (0..<rows).map { row in
        (0..<columns).map { column in
          let part = Rect(
            x: Double(column) * width, y: Double(sheet) * PlacedPoster.height + Double(row) * height, width: width,
            height: height)
          return marks.contains { $0.overlaps(part) }
        }
      }
      let blankRows = marked.split { $0.contains(true) }.map(\.count).max() ?? 0
      #expect(blankRows <= 2, "\(blankRows * 5) cm of sheet \(sheet + 1)")
      func share(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
        let cells = marked[rows].flatMap { $0[columns] }
        return Double(cells.count { $0 }) / Double(cells.count)
      }
      for (half, share) in [
        ("left", share(0..<rows, 0..<columns / 2)), ("right", share(0..<rows, columns / 2..<columns)),
        ("top", share(0..<rows / 2, 0..<columns)), ("bottom", share(rows / 2..<rows, 0..<columns)),
      ] { #expect(share > 0.4, "\(Int(share * 100))% of the \(half) half of sheet \(sheet + 1)") }
    }
  }

  @Test(arguments: [40, 150], ["en", "ar"]) func `repeats its head and the whole journey on every sheet`(
    count: Int, language: String
  ) throws {
    let (poster, annotated) = try poster(count, seed: 4, isMeasured: true, language: language)
    #expect(poster.sheets.count > 1)
    for (index, sheet) in poster.sheets.enumerated() {
      let texts = sheet.bands.flatMap(\.map.header.texts).map(\.text)
      #expect(texts.contains(annotated.journey.title))
      #expect(language == "ar" || texts.contains { $0.hasSuffix("Sheet \(index + 1) of \(poster.sheets.count)") })
      // Of hundreds it would take the room of the rows.
      #expect(
        sheet.bands.contains { $0.map.cards.isEmpty && $0.map.lanes.contains { $0.id == .score } } == (count == 40))
    }
    #expect(poster.sheets.map(\.columns).flatMap(Array.init) == Array(0..<count))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func `an arrow that is cut goes on in the other row`(seed: UInt64)
    throws
  {
    let (poster, annotated) = try poster(30, seed: seed, isMeasured: false)
    let rows = poster.sheets.flatMap(\.bands).filter { !$0.map.cards.isEmpty }
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

  /// Of few touchpoints everything is as large as the sheet allows.
  @Test func `grows where there is room`() throws {
    let sizes = try [1, 3, 7].map { count in
      let (poster, _) = try poster(count, seed: 4, isMeasured: true)
      let bands = poster.sheets.flatMap(\.bands)
      #expect(poster.sheets.count == 1)
      return bands.first { !$0.map.cards.isEmpty }.map { $0.scale * 13 } ?? 0
    }
    #expect(sizes[0] >= sizes[2] && sizes[1] > 15, "\(sizes)")
  }

  @Test func `of a journey without touchpoints is its head and its foot`() throws {
    let (poster, _) = try poster(0, seed: 6, isMeasured: false)
    #expect(poster.sheets.count == 1 && poster.sheets[0].bands.count >= 2)
  }
}

@Suite struct `Rows over sheets` {
  @Test(arguments: 1...30 as ClosedRange<UInt64>) func `are split so that the fullest is as empty as can be`(
    seed: UInt64
  ) throws {
    var draw = SplitMix(state: seed)
    let heights = (0..<(1 + draw.next(below: 7))).map { _ in Double(1 + draw.next(below: 100)) }
    let last = Double(draw.next(below: 50))
    for runs in 1...heights.count {
      let split = try #require(heights.split(over: runs, last: last))
      #expect(split.count == runs && split.flatMap(Array.init) == Array(heights.indices))
      #expect(split.allSatisfy { !$0.isEmpty })
      func fullest(_ split: [Range<Int>]) -> Double {
        split.enumerated().map { index, run in
          run.reduce(index + 1 == split.count ? last : 0) { $0 + heights[$1] }
        }.max() ?? 0
      }
      // Every other way to split them is no better.
      func others(_ start: Int, _ runs: Int) -> [[Range<Int>]] {
        if runs == 1 { return start < heights.count ? [[start..<heights.count]] : [] }
        guard start + 1 < heights.count else { return [] }
        return (start + 1..<heights.count).flatMap { end in others(end, runs - 1).map { [start..<end] + $0 } }
      }
      #expect(others(0, runs).allSatisfy { fullest($0) >= fullest(split) })
    }
    #expect(heights.split(over: heights.count + 1, last: 0) == nil && heights.split(over: 0, last: 0) == nil)
  }
}
