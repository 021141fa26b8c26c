import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

/// A workspace's first journey with the answers of a tally on it.
func annotated(_ text: String, tally: String = "", language: String = "en") throws -> (AnnotatedJourney, Workspace) {
  let text = "workspace \"W\" { language \(language) }\n" + text
  let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
  let tallied = parseTally(Array((Tally.header + "\n" + tally).utf8), file: FileID(1))
  #expect(tallied.diagnostics.isEmpty)
  return (try #require(score(workspace, tally.isEmpty ? [] : [tallied.value]).value.journeys.first), workspace)
}

func map(of text: String, tally: String = "", language: String = "en") throws -> PlacedMap {
  let (annotated, workspace) = try annotated(text, tally: tally, language: language)
  return place(annotated, ranking: rank(annotated, in: workspace), in: workspace)
}

func frame(of block: TextBlock) -> Rect {
  let x =
    switch block.anchor {
    case .start: block.origin.x
    case .middle: block.origin.x - block.width / 2
    case .end: block.origin.x - block.width
    }
  return Rect(x: x, y: block.origin.y - block.style.ascent, width: block.width, height: block.height)
}

extension Rect {
  func holds(_ other: Rect) -> Bool {
    x - 0.01 <= other.x && other.maxX <= maxX + 0.01 && y - 0.01 <= other.y && other.maxY <= maxY + 0.01
  }

  /// A box without width or height.
  init(_ point: JourneyLayout.Point) { self.init(x: point.x, y: point.y, width: 0, height: 0) }

  /// The box of a level's sign, which is drawn to the right of its place and up to 10 pixels above and below it.
  init(sign level: Level, at point: JourneyLayout.Point) {
    self.init(x: point.x, y: point.y - 10, width: level.glyphWidth, height: 20)
  }
}
