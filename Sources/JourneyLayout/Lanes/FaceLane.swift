package import JourneyModel
internal import JourneyWords

/// A face that shows how somebody feels at a touchpoint.
package struct PlacedFace: Sendable {
  package let touchpoint: Touchpoint.ID
  /// −2 to +2.
  package let feeling: Int
  /// For whom alone it is.
  package let audience: Audience
  package var center: Point
  /// For a tooltip.
  package let sentence: String
}

/// What the team assumes customers feel, a row of faces for each persona who feels differently: apart from the answers
/// and never mixed with them.
///
/// Nil where nobody feels anything, and where the experience shows the same already.
func faceLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  guard journey.hasFeelings else { return nil }
  let personas = subject.scales.feeling
  if personas.isEmpty, subject.scales.curve == nil { return nil }
  let readers: [Persona.ID?] = personas.isEmpty ? [nil] : personas.map { $0 }
  // On a wall the personas' names are all there is room for; the legend says that it is assumed.
  var labels = grid.isOnWall && !personas.isEmpty ? [] : laneLabels(.feeling, subject, top: top, on: grid)
  let rowHeight = grid.isOnWall ? 17.0 : 21
  var y = top + grid.lanePadding + 8
  if !personas.isEmpty, let last = labels.last { y = last.frame.maxY + rowHeight / 2 + 2 }
  var faces: [PlacedFace] = []
  for persona in readers {
    let who = persona.map { subject.workspace[$0].title }
    for index in journey.touchpoints.indices {
      guard let feeling = journey.touchpoints[index].feeling(of: persona) else { continue }
      var audience = feeling.audience
      if let persona { audience.personas = [persona] }
      faces.append(
        PlacedFace(
          touchpoint: Touchpoint.ID(index), feeling: feeling.value.clamped(to: -2...2),
          audience: audience,
          center: Point(x: grid.center(index), y: y),
          sentence: "\(journey.touchpoints[index].title). \(subject.words.assumed(feeling, of: who))"))
    }
    if let who {
      labels.append(
        TextBlock(who, .caption, x: grid.margin, top: y - 8, width: grid.nameWidth, most: 1))
    }
    y += rowHeight
  }
  return PlacedLane(
    .feeling, top: top, content: .faces(faces), contentHeight: y - rowHeight / 2 - top - grid.lanePadding,
    labels: labels,
    on: grid)
}
