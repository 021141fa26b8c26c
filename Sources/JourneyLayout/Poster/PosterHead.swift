internal import JourneyModel
internal import JourneyWords

/// What stands at the head of every sheet: the title, what was found, the figures of the whole journey and, where there are
/// several sheets, which of them this is and the whole journey in small.
struct PosterHead {
  private(set) var bands: [PosterBand] = []
  /// Where the rows begin.
  private(set) var height = 14.0
  private let subject: Subject

  private static let gap = 6.0
  private static let mostFigures = 2
  private static let scope = 10.0 / 14
  private static let tallestStrip = 110.0

  /// - Parameter sheet: nil where there is one only.
  init(_ subject: Subject, sheet: (number: Int, count: Int)? = nil) {
    self.subject = subject
    let figures = placedFigures()
    let left = figures.map(\.frame.x).min().map { $0 * WallSize.card - 20 } ?? PlacedPoster.width - WallSize.margin
    let (name, remark) = subject.journey.title.partedAtBracket
    let title = text(name, .title, at: WallSize.title, right: left)
    let scope = text(
      JourneyWords.joined(
        [
          remark, Sentences.scope(of: subject.annotated, in: subject.workspace),
          sheet.map { subject.words.sheet($0.number, of: $0.count) } ?? "",
        ].filter { !$0.isEmpty }, by: " · "), .subtitle, at: Self.scope, right: left)
    let top = height
    add(PlacedHeader(texts: [], chips: figures), at: WallSize.card, beside: true)
    add(title, at: WallSize.title)
    add(scope, at: Self.scope)
    height = max(height, figures.map { top + $0.frame.maxY * WallSize.card }.max() ?? 0) + Self.gap
    addFindings()
    height += Self.gap
    if sheet != nil { addStrip() }
  }

  private func grid(at scale: Double) -> Grid { WallSize().grid(0, at: scale) }

  private func text(_ text: String, _ style: TextStyle, at scale: Double, right: Double) -> PlacedHeader {
    let left = grid(at: scale).margin
    return PlacedHeader(texts: [TextBlock(text, style, x: left, top: 0, width: right / scale - left)], chips: [])
  }

  /// - Parameter beside: whether what follows begins at the same height.
  private mutating func add(_ header: PlacedHeader, at scale: Double, beside: Bool = false) {
    let bottoms = header.texts.map(\.frame.maxY) + header.chips.map(\.frame.maxY)
    guard let bottom = bottoms.max() else { return }
    var map = PlacedMap(on: grid(at: scale), height: bottom)
    map.header = header
    add(map, at: scale, beside: beside)
  }

  private mutating func add(_ map: PlacedMap, at scale: Double, beside: Bool = false) {
    bands.append(
      PosterBand(
        annotated: subject.annotated, columns: subject.journey.touchpoints.indices,
        map: map.directed(in: subject.workspace), scale: scale, top: height))
    if !beside { height += map.height * scale }
  }

  /// The goals' and the journey's own figures in the right corner.
  private func placedFigures() -> [PlacedChip] {
    let grid = grid(at: WallSize.card)
    var right = grid.right
    return subject.figures.prefix(Self.mostFigures).reversed().map { figure in
      let value = width(of: figure.value, in: TextStyle.figure.font) + (figure.level == nil ? 0 : 26)
      let texts = [(figure.label, TextStyle.chipLabel)] + figure.details.prefix(1).map { ($0, .caption) }
      let widest = texts.map { width(of: $0.0, in: $0.1.font) }.max() ?? 0
      let frame = Rect(
        x: right - max(value, min(widest, 230)) - 24, y: 0, width: max(value, min(widest, 230)) + 24, height: 84)
      right = frame.x - 12
      func block(_ text: String, _ style: TextStyle, top: Double, most lines: Int = 1) -> TextBlock {
        TextBlock(text, style, x: frame.x + 12, top: top, width: frame.width - 24, most: lines)
      }
      let number = block(figure.value, .figure, top: 30)
      var label = block(figure.label, .chipLabel, top: 0, most: 2)
      label.move(by: 30 - label.height)
      return PlacedChip(
        frame: frame,
        texts: [label, number] + figure.details.prefix(1).map { block($0, .caption, top: 66) }, level: figure.level,
        glyph: Point(x: number.frame.maxX + 8, y: number.frame.midY + 2))
    }
  }

  /// A line for each, or why there is none.
  private mutating func addFindings() {
    let findings = subject.findings
    let grid = grid(at: WallSize.finding)
    guard let first = findings.first else {
      let takeaway = Sentences.takeaway(of: subject.annotated, ranking: subject.ranking, in: subject.words)
      let right = PlacedPoster.width - WallSize.margin
      return add(text(takeaway, .finding, at: WallSize.finding, right: right), at: WallSize.finding)
    }
    var texts: [TextBlock] = []
    for finding in findings {
      texts.append(
        TextBlock(
          subject.said(finding), .finding, x: grid.margin + 14,
          top: texts.last?.frame.maxY ?? 2, width: grid.right - grid.margin - 24, most: 2))
    }
    let frame = Rect(
      x: grid.margin, y: 0, width: (texts.lazy.map(\.width).max() ?? 0) + 28, height: (texts.last?.frame.maxY ?? 0) + 2)
    add(
      PlacedHeader(
        texts: [],
        chips: [PlacedChip(frame: frame, texts: texts, level: first.level, glyph: nil, isFinding: true)]),
      at: WallSize.finding)
  }

  private mutating func addStrip() {
    let strip = placeStrip(subject)
    let scale = PlacedPoster.width / strip.width
    // Of hundreds of touchpoints it would take the room of the rows.
    guard strip.height * scale <= Self.tallestStrip else { return }
    add(strip, at: scale)
    height += Self.gap
  }
}
