internal import JourneyModel
internal import JourneyWords

/// A journey's touchpoints in rows, every lane placed.
struct Arrangement {
  let rows: [PosterRow]

  init(_ subject: Subject, _ pieces: Pieces, in rows: [Range<Int>], _ size: WallSize) {
    self.rows = rows.map { PosterRow($0, of: pieces, size) }
  }

  /// The touchpoints in rows of so many at most: whole phases as long as they fit; a phase that is longer than a row is cut into equal parts.
  static func rows(of journey: Journey, most: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for phase in journey.phases where !phase.touchpoints.isEmpty {
      let own = phase.touchpoints
      if let last = rows.last, last.count + own.count <= most {
        rows[rows.count - 1] = last.lowerBound..<own.upperBound
      } else {
        let parts = (own.count + most - 1) / most
        for part in 0..<parts {
          rows.append(own.lowerBound + own.count * part / parts..<own.lowerBound + own.count * (part + 1) / parts)
        }
      }
    }
    return rows
  }

  /// Of some of the rows, or of all.
  func height(_ shown: [LaneGroup], _ rows: Range<Int>? = nil) -> Double {
    self.rows[rows ?? self.rows.indices].reduce(0) { $0 + $1.height(shown) }
  }

  /// Whether there is anything of a group to show.
  func has(_ group: LaneGroup) -> Bool { rows.contains { $0.added[group.place] > 0 } }

  /// What there is of what no poster goes without.
  var essential: [LaneGroup] { LaneGroup.allCases.filter { $0.isEssential && has($0) } }

  /// What there is and is not shown.
  func missing(_ shown: [LaneGroup]) -> [LaneGroup] { LaneGroup.allCases.filter { has($0) && !shown.contains($0) } }
}

extension LaneGroup {
  /// More for a group that matters more than for all that matter less.
  static func worth(_ shown: [LaneGroup]) -> Int { shown.reduce(0) { $0 + 1 << (allCases.count - $1.place) } }

  /// Beside `allCases`.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
