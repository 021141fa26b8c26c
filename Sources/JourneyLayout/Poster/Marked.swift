extension PlacedPoster {
  /// Where the poster shows anything but rules that run through it: of all sheets one under the other.
  package var marks: [Rect] {
    sheets.enumerated().flatMap { index, sheet in
      // As it is drawn: a sheet whose content is taller is drawn smaller, in the middle.
      let scale = min(1, Self.height / sheet.height)
      let (left, top) = (Self.width * (1 - scale) / 2, Double(index) * Self.height)
      return sheet.bands.flatMap { band in
        band.map.marks.map { mark in
          Rect(
            x: left + mark.x * band.scale * scale, y: top + (band.top + mark.y * band.scale) * scale,
            width: mark.width * band.scale * scale, height: mark.height * band.scale * scale)
        }
      }
    }
  }
}

extension PlacedHeader {
  fileprivate var marks: [Rect] { texts.map(\.frame) + chips.map(\.frame) }
}

extension PlacedFooter {
  fileprivate var marks: [Rect] { texts.map(\.frame) + legend.flatMap { [$0.frame, $0.text.frame] } }
}

extension PlacedMap {
  /// Where something stands; not the rules above the lanes and the lines of their scales.
  fileprivate var marks: [Rect] {
    var marks = header.marks + footer.marks + phases.map(\.frame) + cards.map(\.frame)
    for lane in lanes { marks += lane.labels.map(\.frame) + lane.content.marks }
    return marks
  }
}

extension PlacedLane.Content {
  fileprivate var marks: [Rect] {
    switch self {
    case .tiles(_, let tiles): tiles.map(\.frame)
    case .experience(let plot): plot.marks
    case .owners(let plot):
      plot.rows.map(\.label.frame) + plot.blocks.map(\.frame)
        + plot.handOffs.flatMap { segments(samples(of: $0.curve)) }
    case .faces(let faces): faces.flatMap { segments([$0.center]) }
    case .notes(let notes): notes.flatMap { [$0.frame] + $0.texts.map(\.frame) }
    case .metric(let cells): cells.map(\.frame)
    case .boxes(let boxes): boxes
    case .pictures(let pictures): pictures.map(\.frame)
    case .glances(let glances): glances.map(\.tile.frame)
    case .priorities(let priorities): priorities.flatMap { $0.texts.map(\.frame) }
    // On no piece of a map.
    case .comparison: []
    }
  }
}

extension ExperiencePlot {
  fileprivate var marks: [Rect] {
    texts.map(\.frame) + ways.flatMap { segments(samples(of: $0.curve)) }
      + nodes.flatMap { segments([$0.center]) }
  }
}

/// A box around each piece of a line, or around a lone point, as wide as a stroke and its sign.
private func segments(_ points: [Point]) -> [Rect] {
  let pairs = points.count == 1 ? [(points[0], points[0])] : Array(zip(points, points.dropFirst()))
  return pairs.map { from, to in
    Rect(x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x), height: abs(from.y - to.y)).inset(
      by: -6)
  }
}
