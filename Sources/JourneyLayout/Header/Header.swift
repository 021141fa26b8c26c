internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

private let chipGap = 12.0
private let chipHeight = 64.0
/// The header's words need at least this beside the chips; with less the chips stand under them.
private let leastTextWidth = 420.0

/// The map's head: title, scope, takeaway, and the figures of the whole journey. Returns its height too.
func header(_ subject: Subject, on grid: Grid) -> (header: PlacedHeader, height: Double) {
  let room = grid.right - grid.margin
  let all = subject.chips
  let findings = all.filter(\.isFinding).map(MeasuredChip.init)
  let row = findings.reduce(-chipGap) { $0 + $1.width + chipGap }
  let isBeside = !findings.isEmpty && room - row - 40 >= leastTextWidth
  let textWidth = min(isBeside ? room - row - 40 : room, 1100)

  var texts: [TextBlock] = []
  var y = grid.margin - 6
  func add(_ text: String, _ style: TextStyle, gap: Double) {
    guard !text.isEmpty else { return }
    let block = TextBlock(text, style, x: grid.margin, top: y + gap, width: textWidth)
    y += gap + block.height
    texts.append(block)
  }
  add(subject.journey.title, .title, gap: 0)
  add(Sentences.scope(of: subject.annotated, in: subject.workspace), .subtitle, gap: 4)
  // Said by the findings where there are any.
  if findings.isEmpty {
    add(Sentences.takeaway(of: subject.annotated, ranking: subject.ranking, in: subject.words), .takeaway, gap: 6)
  }

  var placed: [PlacedChip] = []
  // On a map wider than a screen they follow the words, so that both are seen at once.
  let words = grid.margin + (texts.lazy.map(\.width).max() ?? 0) + 48
  var x = grid.width > 2300 ? words : grid.right - row
  if isBeside {
    for finding in findings {
      placed.append(finding.placed(x: x, top: grid.margin - 6))
      x += finding.width + chipGap
    }
  }
  x = grid.margin
  var top = max(y, placed.last?.frame.maxY ?? 0) + 12
  for chip in (isBeside ? [] : findings) + all.filter({ !$0.isFinding }).map(MeasuredChip.init) {
    if x > grid.margin, x + chip.width > grid.right + 0.5 {
      x = grid.margin
      top += chipHeight + chipGap
    }
    placed.append(chip.placed(x: x, top: top))
    x += chip.width + chipGap
  }
  let bottom = max(y, placed.last?.frame.maxY ?? 0)
  return (PlacedHeader(texts: texts, chips: placed), bottom + 14)
}

/// A chip as wide as its words: the value at the left, its details at the right.
private struct MeasuredChip {
  private static let padding = 14.0
  let text: ChipText
  let width: Double
  private let valueWidth: Double

  init(_ text: ChipText) {
    self.text = text
    valueWidth =
      JourneyLayout.width(of: text.value, in: text.valueStyle.font) + (text.level == nil || text.isFinding ? 0 : 24)
    let details =
      text.isFinding
      ? JourneyLayout.width(of: text.details.joined(separator: " · "), in: TextStyle.caption.font)
      : text.details.map { JourneyLayout.width(of: $0, in: TextStyle.caption.font) }.max() ?? 0
    let label = JourneyLayout.width(of: text.label, in: TextStyle.chipLabel.font)
    width =
      text.isFinding
      ? (max(label, details, valueWidth) + 2 * Self.padding).rounded(.up).clamped(to: 150...460)
      : (max(min(label, 260), valueWidth + 18 + details) + 2 * Self.padding).rounded(.up).clamped(to: 150...340)
  }

  func placed(x: Double, top: Double) -> PlacedChip {
    let inner = width - 2 * Self.padding
    let left = x + Self.padding
    if text.isFinding { return finding(x: x, top: top) }
    let value = TextBlock(text.value, .chipValue, x: left, top: top + 29, width: inner, most: 1)
    var texts = [TextBlock(text.label, .chipLabel, x: left, top: top + 9, width: inner, most: 1), value]
    for (line, detail) in text.details.prefix(2).enumerated() {
      texts.append(
        TextBlock(
          detail, .caption, x: x + width - Self.padding, top: top + 26 + Double(line) * 16,
          width: max(20, inner - valueWidth - 6), most: 1, anchor: .end))
    }
    return PlacedChip(
      frame: Rect(x: x, y: top, width: width, height: chipHeight), texts: texts, level: text.level,
      glyph: Point(x: left + value.width + 6, y: value.origin.y - 7))
  }

  /// What it is, then what it says in a line, then how sure that is.
  private func finding(x: Double, top: Double) -> PlacedChip {
    let inner = width - 2 * Self.padding
    let left = x + Self.padding
    return PlacedChip(
      frame: Rect(x: x, y: top, width: width, height: chipHeight),
      texts: [
        TextBlock(text.label, .tileNote, x: left, top: top + 6, width: inner, most: 1),
        TextBlock(text.value, .finding, x: left, top: top + 22, width: inner, most: 1),
        TextBlock(text.details.joined(separator: " · "), .caption, x: left, top: top + 43, width: inner, most: 1),
      ], level: text.level, glyph: nil, isFinding: true)
  }
}

extension ChipText {
  fileprivate var valueStyle: TextStyle { isFinding ? .finding : .chipValue }
}
