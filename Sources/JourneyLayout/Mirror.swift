internal import JourneyMetrics
internal import JourneyModel

extension PlacedMap {
  /// The same map for readers who read from right to left: every box and line reflected at the map's middle, texts
  /// anchored at their other end. Letters, signs and figures keep their faces.
  ///
  /// Everything is placed from left to right and reflected once, here, so that no lane has to know both ways.
  func mirrored() -> PlacedMap {
    let mirror = Mirror(width: width)
    var map = self
    map.isMirrored.toggle()
    map.header.texts = header.texts.map(mirror.callAsFunction)
    map.header.chips = header.chips.map(mirror.callAsFunction)
    for index in map.phases.indices {
      map.phases[index].frame = mirror(phases[index].frame)
      map.phases[index].title = mirror(phases[index].title)
    }
    map.cards = cards.map(mirror.callAsFunction)
    map.lanes = lanes.map(mirror.callAsFunction)
    map.folded = folded.map(mirror.callAsFunction)
    map.footer.frame = mirror(footer.frame)
    map.footer.texts = footer.texts.map(mirror.callAsFunction)
    for index in map.footer.legend.indices {
      map.footer.legend[index].frame = mirror(footer.legend[index].frame)
      map.footer.legend[index].text = mirror(footer.legend[index].text)
    }
    return map
  }
}

extension PlacedLane {
  /// The same lane of a mirrored map.
  func mirrored(in width: Double) -> PlacedLane { Mirror(width: width)(self) }
}

/// Reflects what stands on a map of a width at its middle.
private struct Mirror {
  let width: Double

  func callAsFunction(_ point: Point) -> Point { Point(x: width - point.x, y: point.y) }

  func callAsFunction(_ rect: Rect) -> Rect {
    Rect(x: width - rect.maxX, y: rect.y, width: rect.width, height: rect.height)
  }

  func callAsFunction(_ block: TextBlock) -> TextBlock {
    var block = block
    block.origin = self(block.origin)
    block.anchor = block.anchor.opposite
    return block
  }

  /// A glyph's place is its left end, and its sign keeps its face.
  private func glyph(_ point: Point, of level: Level?) -> Point {
    Point(x: width - point.x - (level?.glyphWidth ?? 0), y: point.y)
  }

  func callAsFunction(_ chip: PlacedChip) -> PlacedChip {
    var chip = chip
    chip.frame = self(chip.frame)
    chip.texts = chip.texts.map(callAsFunction)
    chip.glyph = chip.glyph.map { glyph($0, of: chip.level) }
    return chip
  }

  func callAsFunction(_ card: PlacedCard) -> PlacedCard {
    var card = card
    card.frame = self(card.frame)
    card.texts = card.texts.map(callAsFunction)
    card.marks = card.marks.map { ($0.mark, self($0.center)) }
    card.channels = card.channels.map { ($0.sign, $0.channel, self($0.center)) }
    card.badge = card.badge.map(callAsFunction)
    return card
  }

  func callAsFunction(_ badge: PlacedCard.RankBadge) -> PlacedCard.RankBadge {
    PlacedCard.RankBadge(rank: badge.rank, center: self(badge.center))
  }

  func callAsFunction(_ tile: PlacedTile) -> PlacedTile {
    var tile = tile
    tile.frame = self(tile.frame)
    tile.texts = tile.texts.map(callAsFunction)
    tile.glyph = tile.glyph.map { glyph($0, of: tile.level) }
    return tile
  }

  func callAsFunction(_ lane: PlacedLane) -> PlacedLane {
    var lane = lane
    lane.frame = self(lane.frame)
    lane.labels = lane.labels.map(callAsFunction)
    lane.content =
      switch lane.content {
      case .tiles(let metric, let tiles): .tiles(metric, tiles.map(callAsFunction))
      case .experience(let plot): .experience(self(plot))
      case .owners(let plot): .owners(self(plot))
      case .faces(let faces):
        .faces(
          faces.map { face in
            var face = face
            face.center = self(face.center)
            return face
          })
      case .notes(let notes): .notes(notes.map(callAsFunction))
      case .metric(let cells): .metric(cells.map(callAsFunction))
      case .boxes(let boxes): .boxes(boxes.map(callAsFunction))
      case .pictures(let pictures):
        .pictures(pictures.map { PlacedPicture(touchpoint: $0.touchpoint, image: $0.image, frame: self($0.frame)) })
      case .glances(let glances):
        .glances(
          glances.map {
            PlacedGlance(
              name: self($0.name), isRising: $0.isRising, tile: self($0.tile), badge: $0.badge.map(callAsFunction),
              notes: $0.notes.map(callAsFunction), sentence: $0.sentence)
          })
      case .priorities(let priorities):
        .priorities(
          priorities.map {
            PlacedPriority(touchpoint: $0.touchpoint, badge: self($0.badge), texts: $0.texts.map(callAsFunction))
          })
      case .comparison(let plot): .comparison(self(plot))
      }
    return lane
  }

  func callAsFunction(_ note: PlacedNote) -> PlacedNote {
    var note = note
    note.frame = self(note.frame)
    note.texts = note.texts.map(callAsFunction)
    return note
  }

  func callAsFunction(_ plot: ExperiencePlot) -> ExperiencePlot {
    var plot = plot
    plot.area = self(plot.area)
    for index in plot.ticks.indices { plot.ticks[index].label = self(plot.ticks[index].label) }
    plot.rail = plot.rail.map { ExperiencePlot.Tick(y: $0.y, label: self($0.label)) }
    plot.targets = plot.targets.map { ($0.y, width - $0.to, width - $0.from, self($0.label)) }
    for index in plot.ways.indices {
      plot.ways[index].curve = plot.ways[index].curve.map(callAsFunction)
      plot.ways[index].label = plot.ways[index].label.map(callAsFunction)
    }
    for index in plot.ends.indices { plot.ends[index].text = self(plot.ends[index].text) }
    for index in plot.nodes.indices {
      plot.nodes[index].center = self(plot.nodes[index].center)
      plot.nodes[index].label = plot.nodes[index].label.map(callAsFunction)
    }
    return plot
  }

  func callAsFunction(_ plot: ComparisonPlot) -> ComparisonPlot {
    var plot = plot
    plot.area = self(plot.area)
    for index in plot.ticks.indices { plot.ticks[index].label = self(plot.ticks[index].label) }
    for index in plot.columns.indices {
      plot.columns[index].tiles = plot.columns[index].tiles.map(callAsFunction)
      for mark in plot.columns[index].marks.indices {
        plot.columns[index].marks[mark].center = self(plot.columns[index].marks[mark].center)
      }
      if let gap = plot.columns[index].gap {
        plot.columns[index].gap?.center = self(gap.center)
        plot.columns[index].gap?.label = self(gap.label)
      }
    }
    return plot
  }

  func callAsFunction(_ plot: OwnerPlot) -> OwnerPlot {
    var plot = plot
    plot.area = self(plot.area)
    for index in plot.rows.indices { plot.rows[index].label = self(plot.rows[index].label) }
    for index in plot.blocks.indices { plot.blocks[index].frame = self(plot.blocks[index].frame) }
    for index in plot.handOffs.indices {
      plot.handOffs[index].curve = plot.handOffs[index].curve.map(callAsFunction)
      plot.handOffs[index].label = plot.handOffs[index].label.map(callAsFunction)
    }
    return plot
  }

  func callAsFunction(_ cell: PlacedCell) -> PlacedCell {
    var cell = cell
    cell.frame = self(cell.frame)
    cell.bar = cell.bar.map { (self($0.track), self($0.filled)) }
    cell.texts = cell.texts.map(callAsFunction)
    cell.glyph = glyph(cell.glyph, of: cell.level)
    cell.sparkline = cell.sparkline.map(callAsFunction)
    cell.change = cell.change.map { (self($0.center), $0.isUp, $0.isBetter) }
    return cell
  }
}
