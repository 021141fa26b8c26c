internal import JourneyModel
internal import JourneyWords

/// The ways in which a journey can stand on sheets, and the choice among them.
struct PosterRoom {
  private let subject: Subject
  private let pieces: Pieces
  private let footHeight: Double
  /// Of the head of a sheet that is the only one, and of one among several.
  private let (headHeight, sharedHeadHeight): (Double, Double)

  /// Between two rows at least.
  private static let gap = 10.0
  /// Of all words of the touchpoints' names.
  private let longestWord: Double

  /// Longer journeys stand in the smallest type that a poster has, and few lengths of rows are tried.
  private static let mostTried = 100

  init(_ subject: Subject) {
    self.subject = subject
    pieces = Pieces(of: subject)
    let all = place(subject, on: Grid(count: subject.journey.touchpoints.count), top: 0) { lane in
      LaneGroup(lane)?.isEssential ?? true
    }
    footHeight = Self.foot(subject, all.lanes, all.cards, missing: LaneGroup.allCases.filter { !$0.isEssential }).height
    longestWord =
      subject.journey.touchpoints.lazy.flatMap { $0.title.split(separator: " ") }
      .map { width(of: String($0), in: TextStyle.card.font) }.max() ?? 0
    headHeight = PosterHead(subject).height
    sharedHeadHeight = PosterHead(subject, sheet: (1, 2)).height
  }

  /// Rows that share sheets, and the lanes that they show.
  private struct SheetPlan {
    let arrangement: Arrangement
    let sheets: [Range<Int>]
    let shown: [LaneGroup]
  }

  func poster() -> PlacedPoster {
    guard !subject.journey.touchpoints.isEmpty else {
      return PlacedPoster(sheets: [sheet([], [], number: 1, of: 1, shown: [])])
    }
    let plan = plan()
    let sheets = plan.sheets.enumerated().map { index, rows in
      sheet(
        rows.map { plan.arrangement.rows[$0] }, plan.arrangement.missing(plan.shown), number: index + 1,
        of: plan.sheets.count, shown: plan.shown)
    }
    return PlacedPoster(sheets: sheets)
  }

  /// On as few sheets as hold what a workshop needs, in notes as large as there is room for; then everything larger, as
  /// far as it still fits.
  private func plan() -> SheetPlan {
    let isLong = subject.journey.touchpoints.count > Self.mostTried
    let sizes = isLong ? WallSize.all.suffix(1) : WallSize.all[...]
    let tried = sizes.map { arrangements($0, few: isLong) }
    let most = tried.joined().lazy.map(\.rows.count).max() ?? 1
    var sheets = 1
    if isLong, let longest = tried.last?.first {
      sheets = Int(longest.height(longest.essential) / room(sheets: 2)).clamped(to: 1...most)
    }
    while sheets <= most {
      for (size, arrangements) in zip(sizes, tried) {
        if let plan = best(arrangements, sheets: sheets) { return isLong ? plan : magnified(plan, size) }
      }
      sheets += 1
    }
    // Not even with a row a sheet: what matters least is left out.
    let arrangement = tried.last?.first ?? Arrangement(subject, pieces, in: [], WallSize())
    let count = arrangement.rows.count
    let shown = LaneGroup.allCases.reduce(into: [LaneGroup]()) { shown, group in
      if arrangement.has(group), split(arrangement, shown + [group], over: count) != nil { shown.append(group) }
    }
    return SheetPlan(arrangement: arrangement, sheets: (0..<count).map { $0..<$0 + 1 }, shown: shown)
  }

  /// In every number of rows that can be, the fewest first, and these as equal as phases allow.
  private func arrangements(_ size: WallSize, few: Bool = false) -> [Arrangement] {
    let count = subject.journey.touchpoints.count
    let longest = min(size.mostColumns(word: longestWord), count)
    let shortest = min(longest, max((count + 3) / 4, min(longest, 5)))
    let lengths = few ? [longest, longest * 3 / 4, longest / 2] : Array((shortest...longest).reversed())
    var rows: [[Range<Int>]] = []
    for most in lengths where most > 0 {
      let next = Arrangement.rows(of: subject.journey, most: most)
      if next.count == rows.last?.count { rows.removeLast() }
      rows.append(next)
    }
    return rows.map { Arrangement(subject, pieces, in: $0, size) }
  }

  /// The arrangement with room for most, all that is essential at least.
  private func best(_ arrangements: [Arrangement], sheets count: Int) -> SheetPlan? {
    var best: SheetPlan?
    for arrangement in arrangements where arrangement.rows.count >= count {
      var shown = arrangement.essential
      guard var sheets = split(arrangement, shown, over: count) else { continue }
      for group in LaneGroup.allCases where !group.isEssential && arrangement.has(group) {
        guard let next = split(arrangement, shown + [group], over: count) else { break }
        shown.append(group)
        sheets = next
      }
      if let best, LaneGroup.worth(shown) <= LaneGroup.worth(best.shown) { continue }
      best = SheetPlan(arrangement: arrangement, sheets: sheets, shown: shown)
    }
    return best
  }

  /// The same up to three times as large, in steps of a twentieth.
  private func magnified(_ plan: SheetPlan, _ size: WallSize) -> SheetPlan {
    var best = plan
    var (fits, tooLarge) = (0, 41)
    while tooLarge - fits > 1 {
      let step = (fits + tooLarge) / 2
      var larger = size
      larger.magnification = 1 + Double(step) / 20
      let found = arrangements(larger).lazy.compactMap { arrangement -> SheetPlan? in
        guard arrangement.rows.count >= plan.sheets.count else { return nil }
        return split(arrangement, plan.shown, over: plan.sheets.count).map {
          SheetPlan(arrangement: arrangement, sheets: $0, shown: plan.shown)
        }
      }.first
      if let found {
        (best, fits) = (found, step)
      } else {
        tooLarge = step
      }
    }
    return best
  }

  /// What a sheet has for rows.
  private func room(sheets count: Int) -> Double {
    PlacedPoster.height - (count > 1 ? sharedHeadHeight : headHeight)
  }

  /// The rows over so many sheets, as evenly as can be; nil where they do not fit.
  private func split(_ arrangement: Arrangement, _ shown: [LaneGroup], over count: Int) -> [Range<Int>]? {
    let heights = arrangement.rows.map { $0.height(shown) + Self.gap }
    guard let sheets = heights.split(over: count, last: footHeight) else { return nil }
    let fit = sheets.allSatisfy { rows in
      rows.reduce(rows.upperBound == heights.count ? footHeight : 0) { $0 + heights[$1] } <= room(sheets: count)
    }
    return fit ? sheets : nil
  }

  private func sheet(
    _ rows: [PosterRow], _ missing: [LaneGroup], number: Int, of count: Int, shown: [LaneGroup]
  ) -> PlacedPoster.PosterSheet {
    let head = PosterHead(subject, sheet: count > 1 ? (number, count) : nil)
    var sheet = PlacedPoster.PosterSheet(
      bands: head.bands, columns: (rows.first?.columns.lowerBound ?? 0)..<(rows.last?.columns.upperBound ?? 0))
    let bottom = PlacedPoster.height - (number == count ? footHeight : 0)
    let free = max(0, bottom - head.height - rows.reduce(0) { $0 + $1.height(shown) + Self.gap })
    let extra = rows.map { min(free / Double(max(rows.count, 1)), $0.slack) }
    let placed = zip(rows, extra).map { $0.bands(showing: shown, extra: $1) }
    // What nothing can take up stands between the parts, and after the last of them.
    let used = placed.reduce(head.height) { $0 + $1.height + Self.gap }
    let space = max(0, bottom - used) / Double(max(placed.reduce(0) { $0 + $1.bands.count }, 1))
    var y = head.height
    for row in placed {
      for (place, band) in row.bands.enumerated() {
        var band = band
        band.top += y + Double(place) * space
        sheet.bands.append(band)
      }
      y += row.height + Double(row.bands.count) * space + Self.gap
    }
    if number == count {
      var foot = Self.foot(
        subject, sheet.bands.flatMap(\.map.lanes), sheet.bands.flatMap(\.map.cards), missing: missing)
      foot.top = max(
        sheet.bands.last.map { $0.top + $0.height } ?? y, PlacedPoster.height - foot.height)
      sheet.bands.append(foot)
    }
    sheet.height = max(PlacedPoster.height, sheet.bands.map { $0.top + $0.height }.max() ?? 0)
    return sheet
  }

  /// What the signs mean, where the figures come from, and what is not on the poster.
  private static func foot(
    _ subject: Subject, _ lanes: [PlacedLane], _ cards: [PlacedCard], missing: [LaneGroup]
  ) -> PosterBand {
    let scale = WallSize.least
    let grid = WallSize().grid(0, at: scale)
    let footer = footer(
      subject, lanes: lanes, cards: cards, on: grid, top: 0,
      remarks: missing.isEmpty ? [] : [subject.words.missing(missing)])
    var map = PlacedMap(on: grid, height: footer.frame.maxY + 8)
    map.footer = footer
    return PosterBand(
      annotated: subject.annotated, columns: subject.journey.touchpoints.indices,
      map: map.directed(in: subject.workspace), scale: scale)
  }
}

extension [Double] {
  /// Runs of them, so many, of which the largest sum is as small as can be.
  ///
  /// - Parameter last: what else the last run has to carry.
  func split(over runs: Int, last: Double) -> [Range<Int>]? {
    guard runs > 0, count >= runs else { return nil }
    // A row a sheet, or so many that what is best would take long.
    if count == runs || count > 200 {
      return (0..<runs).map { count * $0 / runs..<count * ($0 + 1) / runs }
    }
    // Of the first rows on so many sheets: the largest sum, and where the last of these begins.
    var largest = [0.0] + Array(repeating: Double.infinity, count: count)
    var starts: [[Int]] = []
    for run in 1...runs {
      var (next, begins) = (Array(repeating: Double.infinity, count: count + 1), [Int](repeating: 0, count: count + 1))
      for end in run...count {
        var sum = run == runs ? last : 0
        for start in (run - 1..<end).reversed() {
          sum += self[start]
          let worst = Swift.max(largest[start], sum)
          if worst < next[end] { (next[end], begins[end]) = (worst, start) }
        }
      }
      largest = next
      starts.append(begins)
    }
    var (sheets, end) = ([Range<Int>](), count)
    for begins in starts.reversed() {
      sheets.append(begins[end]..<end)
      end = begins[end]
    }
    return sheets.reversed()
  }
}
