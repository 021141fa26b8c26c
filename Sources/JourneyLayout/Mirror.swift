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
    map.flow = mirror(flow)
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
    chip.glyph = glyph(chip.glyph, of: chip.level)
    return chip
  }

  func callAsFunction(_ flow: PlacedFlow) -> PlacedFlow {
    var flow = flow
    flow.frame = self(flow.frame)
    for index in flow.cards.indices {
      flow.cards[index].frame = self(flow.cards[index].frame)
      flow.cards[index].texts = flow.cards[index].texts.map(callAsFunction)
      flow.cards[index].marks = flow.cards[index].marks.map { ($0.mark, self($0.center)) }
    }
    for index in flow.arrows.indices {
      flow.arrows[index].corners = flow.arrows[index].corners.map(callAsFunction)
      flow.arrows[index].label = flow.arrows[index].label.map(callAsFunction)
      flow.arrows[index].handOff = flow.arrows[index].handOff.map(callAsFunction)
    }
    for index in flow.terminals.indices {
      flow.terminals[index].frame = self(flow.terminals[index].frame)
      flow.terminals[index].texts = flow.terminals[index].texts.map(callAsFunction)
    }
    return flow
  }

  func callAsFunction(_ lane: PlacedLane) -> PlacedLane {
    var lane = lane
    lane.frame = self(lane.frame)
    lane.labels = lane.labels.map(callAsFunction)
    lane.content =
      switch lane.content {
      case .channels(let plot): .channels(self(plot))
      case .notes(let notes): .notes(notes.map(callAsFunction))
      case .curve(let plot): .curve(self(plot))
      case .metric(let cells): .metric(cells.map(callAsFunction))
      case .pictures(let pictures):
        .pictures(pictures.map { PlacedPicture(touchpoint: $0.touchpoint, image: $0.image, frame: self($0.frame)) })
      }
    return lane
  }

  func callAsFunction(_ note: PlacedNote) -> PlacedNote {
    var note = note
    note.frame = self(note.frame)
    note.texts = note.texts.map(callAsFunction)
    return note
  }

  func callAsFunction(_ plot: ChannelPlot) -> ChannelPlot {
    var plot = plot
    plot.area = self(plot.area)
    for index in plot.rows.indices { plot.rows[index].label = self(plot.rows[index].label) }
    for index in plot.nodes.indices { plot.nodes[index].center = self(plot.nodes[index].center) }
    plot.paths = plot.paths.map { $0.map(callAsFunction) }
    return plot
  }

  func callAsFunction(_ plot: CurvePlot) -> CurvePlot {
    var plot = plot
    plot.area = self(plot.area)
    for index in plot.ticks.indices { plot.ticks[index].label = self(plot.ticks[index].label) }
    plot.lines = plot.lines.map(callAsFunction)
    for index in plot.nodes.indices {
      plot.nodes[index].center = self(plot.nodes[index].center)
      plot.nodes[index].label = plot.nodes[index].label.map(callAsFunction)
      plot.nodes[index].glyph = glyph(plot.nodes[index].glyph, of: plot.nodes[index].level)
    }
    plot.targets = plot.targets.map { ($0.y, width - $0.to, width - $0.from, self($0.label)) }
    plot.legend = plot.legend.map { (self($0.line), self($0.name)) }
    return plot
  }

  func callAsFunction(_ line: CurvePlot.CurveLine) -> CurvePlot.CurveLine {
    var line = line
    line.points = line.points.map(callAsFunction)
    return line
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
