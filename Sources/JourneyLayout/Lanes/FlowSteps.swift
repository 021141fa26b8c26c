internal import JourneyModel

/// Which columns customers go on to from which, forward in the journey: what a curve over the columns may join.
///
/// Neighbours on the map need not follow each other: two may be alternatives, and nobody goes from one to the other.
/// Ways back are left out, for a curve is read from left to right.
struct FlowSteps {
  /// For each column those that follow it, in order, each once.
  private let next: [[Int]]

  init(_ journey: Journey) {
    var next = Array(repeating: [Int](), count: journey.touchpoints.count)
    for arrow in journey.arrows {
      guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to, from.value < to.value else {
        continue
      }
      next[from.value].append(to.value)
    }
    for column in next.indices where next[column].count > 1 {
      var seen = -1
      next[column] = next[column].sorted().filter { follower in
        defer { seen = follower }
        return follower != seen
      }
    }
    self.next = next
  }

  /// The lines between points that stand in some of the columns.
  ///
  /// - Parameter point: where the column's point is; nil for a column without one.
  /// - Returns: runs of points that follow each other, and the gaps: pairs between which customers pass columns without a
  ///   point. Only the nearest point behind such columns is joined.
  func lines(through point: (Int) -> Point?) -> (runs: [[Point]], gaps: [(Point, Point)]) {
    let points = next.indices.map(point)
    var runs: [[Point]] = []
    var run: [Point] = []
    var apart: [[Point]] = []
    var gaps: [(Point, Point)] = []
    let nearest = nearest(points)
    for (column, from) in points.enumerated() {
      guard let from else {
        if run.count > 1 { runs.append(run) }
        run = []
        continue
      }
      // A column that is not the one before's next begins a run of its own.
      let follows = column > 0 && next[column - 1].first == column && points[column - 1] != nil
      if !follows {
        if run.count > 1 { runs.append(run) }
        run = []
      }
      run.append(from)
      var bridged: [Int] = []
      for follower in next[column] {
        if let to = points[follower] {
          if follower > column + 1 { apart.append([from, to]) }
        } else if let target = nearest[follower], let to = points[target], !next[column].contains(target),
          !bridged.contains(target)
        {
          bridged.append(target)
          gaps.append((from, to))
        }
      }
    }
    if run.count > 1 { runs.append(run) }
    return (runs + apart, gaps)
  }

  /// For each column without a point the nearest column with one that customers come to from there.
  private func nearest(_ points: [Point?]) -> [Int?] {
    var nearest = [Int?](repeating: nil, count: next.count)
    for column in next.indices.reversed() where points[column] == nil {
      nearest[column] = next[column].compactMap { points[$0] != nil ? $0 : nearest[$0] }.min()
    }
    return nearest
  }
}
