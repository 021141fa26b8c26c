internal import JourneyDiff
internal import JourneyModel
internal import JourneyWords

/// One way that changed, on a line of its own under the touchpoints that it joins.
private struct ComparedTrack {
  let arrow: ChangedArrow
  var changes: [JourneyChange]

  var look: ComparedShape.ComparedLook {
    if changes.contains(where: { $0.code == .arrowAdded }) { return .added }
    if changes.contains(where: { $0.code == .arrowRemoved }) { return .gone }
    return .changed
  }
}

extension ComparedPlacing {
  /// The ways that changed, each under its touchpoints: new ones begin with a plus, removed ones are dashed with a minus.
  /// No two touch: one that would goes a row further down.
  mutating func placeWays() {
    var tracks: [ComparedTrack] = []
    var places: [ChangedArrow: Int] = [:]
    for change in sides.difference.changes where !change.isImplied && change.code.kind != .text || change.code == .label
    {
      guard let arrow = change.arrow else { continue }
      if let place = places[arrow] {
        tracks[place].changes.append(change)
      } else {
        places[arrow] = tracks.count
        tracks.append(ComparedTrack(arrow: arrow, changes: [change]))
      }
    }
    tracks.removeAll { ends(of: $0.arrow) == nil }
    guard !tracks.isEmpty else { return }
    name(words.changedWays, top: y)
    var ways = ComparedGroup(kind: .ways)
    // Each row: how far it is taken, and its height.
    var rows: [(taken: [ClosedRange<Double>], tracks: [(ComparedTrack, from: Double, to: Double, label: TextBlock)])] =
      []
    for track in tracks {
      guard let (from, to) = ends(of: track.arrow) else { continue }
      let text = label(of: track)
      let room = max(abs(to - from), 220)
      var block = TextBlock(text, .arrow, x: (from + to) / 2, top: 0, width: room, most: 4, anchor: .middle)
      let left = Grid.gutter + block.width / 2
      block.origin.x = block.origin.x.clamped(to: left...max(left, right - block.width / 2))
      let taken = min(from, to, block.frame.x) - 12...max(from, to, block.frame.maxX) + 12
      if let row = rows.firstIndex(where: { row in !row.taken.contains { $0.overlaps(taken) } }) {
        rows[row].taken.append(taken)
        rows[row].tracks.append((track, from, to, block))
      } else {
        rows.append(([taken], [(track, from, to, block)]))
      }
    }
    for row in rows {
      var bottom = y
      for (track, from, to, label) in row.tracks {
        var label = label
        label.move(by: y + 16)
        ways.shapes += shapes(track.look, from: from, to: to, y: y + 11)
        ways.shapes.append(.text(label, isMuted: false))
        bottom = max(bottom, label.frame.maxY)
      }
      y = bottom + 8
    }
    self.rows.append(ways)
    y += 4
    rule()
  }

  private func label(of track: ComparedTrack) -> String {
    let what = track.changes.map { sides.tag($0) ?? words.line($0) }
    return "\(title(track.arrow.from)) → \(title(track.arrow.to)): \(what.joined(separator: "; "))"
  }

  private func title(_ end: ChangedArrow.ArrowEnd) -> String {
    switch end {
    case .touchpoint(let index, let isGone): (isGone ? sides.before : sides.after)?.touchpoints[index].title ?? ""
    case .entry(let title), .exit(let title): title
    }
  }

  /// The middles of its columns; of an entry or exit a short way before or after the other end. Nil where a folded column
  /// hides both.
  private func ends(of arrow: ChangedArrow) -> (Double, Double)? {
    let (from, to) = (middle(arrow.from), middle(arrow.to))
    switch (from, to) {
    case (let from?, let to?): return from == to ? (from - 20, to + 20) : (from, to)
    case (nil, let to?): return (to - 46, to)
    case (let from?, nil): return (from, from + 46)
    case (nil, nil): return nil
    }
  }

  private func middle(_ end: ChangedArrow.ArrowEnd) -> Double? {
    guard case .touchpoint(let index, let isGone) = end else { return nil }
    return columns.first { $0.kind == .touchpoint && (isGone ? $0.old == index && $0.new == nil : $0.new == index) }?
      .frame.midX
  }

  /// A line with a short stem up at its start, and a head that points up at its end.
  private func shapes(
    _ look: ComparedShape.ComparedLook, from: Double, to: Double, y: Double
  ) -> [ComparedShape] {
    let sign = look == .added ? "+" : look == .gone ? "−" : "~"
    let start = TextBlock(sign, .badge, x: from, top: y - 13, width: 20, most: 1, anchor: .middle)
    let way = to >= from ? 1.0 : -1
    return [
      .line([Point(x: from + 8 * way, y: y - 3), Point(x: to, y: y - 3), Point(x: to, y: y - 10)], look),
      .line(
        [Point(x: to - 4, y: y - 8), Point(x: to, y: y - 14), Point(x: to + 4, y: y - 8), Point(x: to - 4, y: y - 8)],
        .head),
      .text(start, isMuted: false),
    ]
  }
}
