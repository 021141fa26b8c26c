package import JourneyModel
internal import JourneyWords

/// The channels as rows with the customers' path through them; a change of channel is a step that one can see.
package struct ChannelPlot: Sendable {
  package struct ChannelRow: Sendable {
    package let channel: Channel.ID
    package let y: Double
    package var label: TextBlock
  }

  package struct ChannelNode: Sendable {
    package let touchpoint: Touchpoint.ID
    package var center: Point
    /// Whether the path runs through it; the others are a touchpoint's further channels.
    package let isMain: Bool
  }

  package var area: Rect
  package var rows: [ChannelRow]
  package var nodes: [ChannelNode]
  /// The ways that customers take between the main channels, along the flow.
  package var paths: [[Point]]
}

private let rowHeight = 20.0

/// Nil where no touchpoint names a channel.
func channelLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  var rowOf: [Int?] = Array(repeating: nil, count: subject.workspace.channels.count)
  var rows: [ChannelPlot.ChannelRow] = []
  var nodes: [ChannelPlot.ChannelNode] = []
  var main: [Int: Point] = [:]
  for index in journey.touchpoints.indices {
    for (rank, channel) in journey.touchpoints[index].channels.enumerated() {
      let row = rowOf[channel.value] ?? rows.count
      if row == rows.count {
        rowOf[channel.value] = row
        let y = top + lanePadding + (Double(row) + 0.5) * rowHeight
        rows.append(
          ChannelPlot.ChannelRow(
            channel: channel, y: y,
            label: TextBlock(
              subject.workspace[channel].title, .caption, x: Grid.gutter - 10, top: y - 8, width: 110, most: 1,
              anchor: .end)))
      }
      let center = Point(x: grid.center(index), y: rows[row].y)
      nodes.append(ChannelPlot.ChannelNode(touchpoint: Touchpoint.ID(index), center: center, isMain: rank == 0))
      if rank == 0 { main[index] = center }
    }
  }
  guard !rows.isEmpty else { return nil }
  let height = Double(rows.count) * rowHeight
  let paths = FlowSteps(journey).lines { main[$0] }.runs
  let area = Rect(x: Grid.gutter, y: top + lanePadding, width: grid.right - Grid.gutter, height: height)
  return PlacedLane(
    .channel, top: top,
    content: .channels(ChannelPlot(area: area, rows: rows, nodes: nodes, paths: paths)),
    contentHeight: height,
    labels: laneLabels(.channel, subject, top: top, width: 110), on: grid)
}
