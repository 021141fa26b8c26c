package import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// A map laid out anew for sheets of paper: its touchpoints in rows, in type as large as there is room for.
package struct PlacedPoster: Sendable {
  package struct PosterSheet: Sendable {
    package var header: PlacedHeader?
    package var pieces: [PlacedPiece] = []
    package var footer: PlacedFooter?
    /// What it needs in pixels; more than the poster's height where one row alone is taller than a sheet.
    package var height = 0.0
  }

  /// How many pixels of the map a pixel of the header is, so that it is read from across the room.
  package static let headerScale = 1.4
  /// By how much the header stands further right, so that its margin is the map's.
  package static let headerShift = Grid.margin * (1 - headerScale)

  /// Of a sheet in pixels.
  package let width: Double
  package let height: Double
  package let sheets: [PosterSheet]
}

/// Lays out a journey for a sheet: on one if that can be, its smallest type 18 points or larger.
///
/// The type comes first. Lanes that find no room in it are left out, those that a workshop needs least before others,
/// and the footer says which. What does not fit on one sheet even so goes on to the next; a row is always on one.
///
/// - Parameters:
///   - width: of a sheet in millimetres.
package func poster(
  _ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace, width: Double, height: Double
) -> PlacedPoster {
  let subject = Subject(annotated, ranking: ranking, in: workspace)
  // 18 points are 6.35 mm.
  let pixels = (TextStyle.allCases.map(\.font.size).min() ?? 12) / 6.35
  let least = PosterRoom(subject, width: width * pixels, height: height * pixels)
  guard let (arrangement, shown) = least.fullest() else { return least.spread() }
  var best = (room: least, arrangement: arrangement)
  // Type up to three times as large, in steps of a fiftieth.
  var (fits, tooLarge) = (0, 100)
  while tooLarge - fits > 1 {
    let step = (fits + tooLarge) / 2
    let factor = 1 + Double(step) / 50
    let room = PosterRoom(subject, width: least.width / factor, height: least.height / factor)
    if let arrangement = room.arrangement(showing: shown) {
      (best, fits) = ((room, arrangement), step)
    } else {
      tooLarge = step
    }
  }
  return best.room.poster(best.arrangement, shown)
}
