internal import JourneyModel
internal import JourneyWords

/// One text to stand in a touchpoint's column, with a smaller line under it.
struct NoteText {
  /// Nil: of the journey as a whole, and it stands across the columns.
  let touchpoint: Touchpoint.ID?
  let look: PlacedNote.Look
  let text: String
  /// Where it is known from; a sheet on a wall has no line to spare for that.
  var source: String?
  var detail: String?
  var audience = Audience()
}

/// A lane of texts: those of the whole journey first, the others stacked in their touchpoints' columns; nil where nobody
/// has any.
func noteLane(
  _ id: MapLane, titled title: String? = nil, _ notes: [NoteText], of subject: Subject, explained: Bool = true,
  rule: PlacedLane.LaneRule = .plain, on grid: Grid, top: Double
) -> PlacedLane? {
  guard !notes.isEmpty else { return nil }
  var placed: [PlacedNote] = []
  placed.reserveCapacity(notes.count)
  let gap = grid.isOnWall ? 4.0 : 6
  var common = 0.0
  for note in notes where note.touchpoint == nil {
    placed.append(place(note, on: grid, top: top + grid.lanePadding + common))
    common += (placed.last?.frame.height ?? 0) + gap
  }
  var bottoms = Array(repeating: common, count: max(grid.count, 1))
  for note in notes {
    guard let column = note.touchpoint?.value else { continue }
    let note = place(note, on: grid, top: top + grid.lanePadding + bottoms[column])
    bottoms[column] += note.frame.height + gap
    placed.append(note)
  }
  return PlacedLane(
    id, top: top, content: .notes(placed), contentHeight: (bottoms.max() ?? gap) - gap,
    labels: laneLabels(
      title ?? id.title(in: subject.words), explained ? id.explanation(in: subject.words) : nil, top: top, on: grid),
    rule: rule,
    on: grid)
}

/// No line of text is longer than this, however wide the map is.
private let readingWidth = 640.0

private func place(_ note: NoteText, on grid: Grid, top: Double) -> PlacedNote {
  let isBoxed = note.look != .plain && note.look != .thought
  let x = grid.x(note.touchpoint?.value ?? 0)
  let frameWidth = note.touchpoint == nil ? min(grid.right - x, readingWidth) : grid.cardWidth
  let padding = isBoxed ? grid.isOnWall ? 3.0 : 6 : 0
  let width = frameWidth - 2 * (isBoxed ? padding : 4)
  let left = x + (isBoxed ? padding : 4)
  let style: TextStyle = note.look == .thought ? .thought : .note
  let detail = joined([grid.isOnWall ? nil : note.source, note.detail].compactMap(\.self), by: " · ")
  let text = grid.isOnWall && !detail.isEmpty ? joined([note.text, detail], by: " · ") : note.text
  var texts = [TextBlock(text, style, x: left, top: top + padding, width: width, most: 8)]
  var height = texts[0].height
  if !grid.isOnWall, !detail.isEmpty {
    texts.append(TextBlock(detail, .caption, x: left, top: top + padding + height + 2, width: width, most: 3))
    height += 2 + texts[1].height
  }
  return PlacedNote(
    touchpoint: note.touchpoint, look: note.look, audience: note.audience,
    frame: Rect(x: x, y: top, width: frameWidth, height: height + 2 * padding), texts: texts)
}
