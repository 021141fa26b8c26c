internal import JourneyModel
internal import JourneyWords

/// A journey's touchpoints in rows of one width, every lane placed.
struct Arrangement {
  let pieces: [PlacedPiece]
  /// Of the rows without the lanes that can be left out.
  private let bare: [Double]
  /// Beside the rows, then beside `LaneGroup.allCases`: what the lanes of a group add.
  private let added: [[Double]]

  init(_ subject: Subject, in rows: [Range<Int>], width: Double) {
    let longest = rows.lazy.map(\.count).max() ?? 1
    pieces = rows.map { Pieces(of: subject).place($0, width: width, room: longest) }
    added = pieces.map { piece in
      var heights = Array(repeating: 0.0, count: LaneGroup.allCases.count)
      for lane in piece.map.lanes { LaneGroup(lane.id).map { heights[$0.place] += lane.frame.height } }
      return heights
    }
    bare = zip(pieces, added).map { $0.map.height - $1.reduce(0, +) }
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

  func heights(_ shown: [LaneGroup]) -> [Double] {
    zip(bare, added).map { bare, added in shown.reduce(bare) { $0 + added[$1.place] } }
  }

  /// Whether there is anything of a group to show.
  func has(_ group: LaneGroup) -> Bool { added.contains { $0[group.place] > 0 } }

  /// As many groups as a height allows for, the most needed first.
  ///
  /// - Parameter fits: given the rows' heights.
  func shown(where fits: ([Double]) -> Bool) -> [LaneGroup]? {
    guard fits(bare) else { return nil }
    return LaneGroup.allCases.reduce(into: []) { shown, group in
      if fits(heights(shown + [group])) { shown.append(group) }
    }
  }
}

extension LaneGroup {
  /// More for a group that matters more than for all that matter less.
  static func worth(_ shown: [LaneGroup]) -> Int { shown.reduce(0) { $0 + 1 << (allCases.count - $1.place) } }

  /// Beside `allCases`.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
