internal import JourneyModel
internal import JourneyWords

/// The pictures of touchpoints, as wide as their cards; nil where none could be read.
func pictureLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let pictures = subject.journey.touchpoints.enumerated().compactMap { index, touchpoint -> PlacedPicture? in
    guard let image = touchpoint.image, let size = image.picture?.size(within: grid.cardWidth, tallestPicture) else {
      return nil
    }
    let left = grid.x(index) + (grid.cardWidth - size.width) / 2
    return PlacedPicture(
      touchpoint: Touchpoint.ID(index), image: image,
      frame: Rect(x: left, y: top + grid.lanePadding, width: size.width, height: size.height))
  }
  guard let height = pictures.map(\.frame.height).max() else { return nil }
  return PlacedLane(
    .pictures, top: top, content: .pictures(pictures), contentHeight: height,
    labels: laneLabels(MapLane.pictures.title(in: subject.words), top: top, on: grid), on: grid)
}

/// A picture of a whole phone is no taller than this.
private let tallestPicture = 180.0

extension RasterImage {
  /// As large as fits, in its own proportion.
  fileprivate func size(within width: Double, _ height: Double) -> (width: Double, height: Double) {
    let scale = min(width / Double(self.width), height / Double(self.height))
    return (Double(self.width) * scale, Double(self.height) * scale)
  }
}
