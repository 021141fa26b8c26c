internal import JourneyModel
internal import JourneyWords

/// A sheet of so many pixels, and the ways in which a journey can stand on it.
struct PosterRoom {
  let subject: Subject
  let width: Double
  let height: Double
  private let header: PlacedHeader
  private let headerWidth: Double
  private let headerHeight: Double
  private let footerHeight: Double

  /// Between rows at least, and at most where there is room.
  private static let gap = 20.0
  private static let widestGap = 64.0
  /// More are hard to follow.
  private static let mostRows = 8

  init(_ subject: Subject, width: Double, height: Double) {
    self.subject = subject
    self.width = width
    self.height = height
    headerWidth = (width - 2 * PlacedPoster.headerShift) / PlacedPoster.headerScale
    let (header, height) = JourneyLayout.header(subject, on: Grid(count: 0, width: headerWidth))
    self.header = header
    headerHeight = height * PlacedPoster.headerScale
    let all = place(subject, on: Grid(count: subject.journey.touchpoints.count), top: 0)
    let footer = footer(
      subject, lanes: all.lanes, cards: all.cards, on: Grid(count: 0, width: width), top: 0,
      remarks: Self.remarks(LaneGroup.allCases, in: subject.words))
    footerHeight = footer.frame.height + Grid.margin
  }

  private func fit(_ rows: [Double]) -> Bool {
    rows.count <= Self.mostRows && rows.reduce(headerHeight + footerHeight) { $0 + $1 + Self.gap } <= height
  }

  /// In rows of every length that can be, the longest first.
  private var arrangements: some Sequence<Arrangement> {
    let count = subject.journey.touchpoints.count
    let longest = min(Grid.mostColumns(in: width), max(count, 1))
    let shortest = min((count + Self.mostRows - 1) / Self.mostRows, longest).clamped(to: 1...longest)
    var rows: [[Range<Int>]] = []
    for most in (shortest...longest).reversed() {
      let next = Arrangement.rows(of: subject.journey, most: most)
      if next != rows.last { rows.append(next) }
    }
    return rows.lazy.map { Arrangement(subject, in: $0, width: width) }
  }

  /// The one with room for most of what a workshop needs, and what that is; nil where not even the touchpoints fit.
  func fullest() -> (Arrangement, [LaneGroup])? {
    var best: (arrangement: Arrangement, shown: [LaneGroup])?
    for arrangement in arrangements {
      guard let shown = arrangement.shown(where: fit) else { continue }
      if let best, LaneGroup.worth(shown) <= LaneGroup.worth(best.shown) { continue }
      best = (arrangement, shown)
    }
    return best.map { ($0.arrangement, $0.shown) }
  }

  func arrangement(showing shown: [LaneGroup]) -> Arrangement? { arrangements.first { fit($0.heights(shown)) } }

  /// All on one sheet, the rows as far apart as there is room.
  func poster(_ arrangement: Arrangement, _ shown: [LaneGroup]) -> PlacedPoster {
    let heights = arrangement.heights(shown)
    let rest = height - headerHeight - footerHeight - heights.reduce(0, +)
    let gap = (rest / Double(max(heights.count, 1))).clamped(to: Self.gap...Self.widestGap)
    let rows = arrangement.pieces.indices.map { arrangement.piece($0, of: subject, showing: shown, width: width) }
    return PlacedPoster(
      width: width, height: height,
      sheets: [sheet(rows, gap: gap, arrangement.missing(shown), isFirst: true, isLast: true)])
  }

  /// On as few sheets as it takes, with the lanes for which these have room.
  func spread() -> PlacedPoster {
    var best: (arrangement: Arrangement, sheets: Int)?
    for arrangement in spreads {
      let sheets = self.pages(arrangement.heights([])).pages.count
      if best.map({ sheets < $0.sheets }) ?? true { best = (arrangement, sheets) }
    }
    guard let best else { return PlacedPoster(width: width, height: height, sheets: []) }
    let (arrangement, most) = best
    let shown = arrangement.shown { rows in
      let (pages, fit) = self.pages(rows)
      return fit && pages.count <= most
    }
    let pages = self.pages(arrangement.heights(shown ?? [])).pages
    let sheets = pages.enumerated().map { index, rows in
      let pieces = rows.map { arrangement.piece($0, of: subject, showing: shown ?? [], width: width) }
      return sheet(
        pieces, gap: Self.gap, arrangement.missing(shown ?? []), isFirst: index == 0, isLast: index == pages.count - 1)
    }
    return PlacedPoster(width: width, height: height, sheets: sheets)
  }

  /// Of a journey too long for one sheet only the longest rows are tried.
  private var spreads: [Arrangement] {
    subject.journey.touchpoints.count <= 100
      ? Array(arrangements)
      : [
        Arrangement(subject, in: Arrangement.rows(of: subject.journey, most: Grid.mostColumns(in: width)), width: width)
      ]
  }

  /// Which rows stand on which sheet, the header on the first and room for the footer on all others; and whether every
  /// row fits on its sheet. A first sheet that is the last, too, has room for both.
  private func pages(_ rows: [Double]) -> (pages: [Range<Int>], fit: Bool) {
    let pages = pages(rows, behind: headerHeight)
    return pages.pages.count > 1 ? pages : self.pages(rows, behind: headerHeight + footerHeight)
  }

  /// - Parameter first: what else stands on the first sheet.
  private func pages(_ rows: [Double], behind first: Double) -> (pages: [Range<Int>], fit: Bool) {
    var pages: [Range<Int>] = []
    var used = first
    var fit = true
    for (index, row) in rows.enumerated() {
      if let last = pages.last, used + row + Self.gap <= height {
        pages[pages.count - 1] = last.lowerBound..<index + 1
      } else {
        if !pages.isEmpty { used = Grid.margin + footerHeight }
        pages.append(index..<index + 1)
      }
      used += row + Self.gap
      fit = fit && used <= height
    }
    return (pages, fit)
  }

  private func sheet(
    _ rows: [PlacedPiece], gap: Double, _ missing: [LaneGroup], isFirst: Bool, isLast: Bool
  ) -> PlacedPoster.PosterSheet {
    var sheet = PlacedPoster.PosterSheet(
      header: isFirst ? directed(header: header, in: headerWidth).header : nil, pieces: rows)
    var y = isFirst ? headerHeight : Grid.margin
    for index in sheet.pieces.indices {
      sheet.pieces[index].top = y
      y += sheet.pieces[index].map.height + gap
    }
    if isLast {
      let footer = footer(
        subject, lanes: rows.flatMap(\.map.lanes), cards: rows.flatMap(\.map.cards), on: Grid(count: 0, width: width),
        top: max(y, height - footerHeight), remarks: Self.remarks(missing, in: subject.words))
      sheet.footer = directed(footer: footer, in: width).footer
      y = footer.frame.maxY + Grid.margin
    }
    sheet.height = max(y, height)
    return sheet
  }

  /// A header or footer of such a width as the workspace's language is written.
  private func directed(header: PlacedHeader? = nil, footer: PlacedFooter? = nil, in width: Double) -> PlacedMap {
    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    return PlacedMap(
      width: width, height: 0, grid: Grid(count: 0), header: header ?? PlacedHeader(texts: [], chips: []), phases: [],
      cards: [], lanes: [],
      footer: footer ?? PlacedFooter(frame: nothing, texts: [], legend: [])
    ).directed(in: subject.workspace)
  }

  private static func remarks(_ missing: [LaneGroup], in words: Words) -> [String] {
    missing.isEmpty
      ? []
      : [words.missing(missing)]
  }
}

extension Arrangement {
  /// A row anew, with some lanes only.
  fileprivate func piece(_ index: Int, of subject: Subject, showing shown: [LaneGroup], width: Double) -> PlacedPiece {
    Pieces(of: subject).place(
      pieces[index].columns, width: width, room: pieces.lazy.map { $0.columns.count }.max()
    ) { lane in LaneGroup(lane).map(shown.contains) ?? true }
  }

  /// What there is and is not shown.
  fileprivate func missing(_ shown: [LaneGroup]) -> [LaneGroup] {
    LaneGroup.allCases.filter { has($0) && !shown.contains($0) }
  }
}
