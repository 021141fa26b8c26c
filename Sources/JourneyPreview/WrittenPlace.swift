package import JourneyKit
internal import JourneyModel
internal import JourneySource

extension LiveSnapshot {
  /// Where a touchpoint is written: the absolute path, and line and column from 1.
  package func place(ofTouchpoint name: String, inJourney journey: String) -> (file: String, line: Int, column: Int)? {
    guard let journey = workspace.journeys.first(where: { $0.name == journey }),
      let touchpoint = journey.touchpoints.first(where: { $0.name == name })
    else { return nil }
    let file = touchpoint.span.file
    let position = LineIndex(files[Int(file.index)].bytes).position(of: Int(touchpoint.span.start))
    return (path(of: file), position.line, position.column)
  }
}
