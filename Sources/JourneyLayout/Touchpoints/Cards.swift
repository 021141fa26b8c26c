internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// Places the touchpoints' cards side by side, all as tall as the tallest needs to be.
func cards(_ subject: Subject, on grid: Grid, top: Double) -> [PlacedCard] {
  var cards = subject.journey.touchpoints.indices.map { card(Touchpoint.ID($0), of: subject, on: grid, top: top) }
  let height = cards.lazy.map(\.frame.height).max() ?? 0
  for index in cards.indices {
    cards[index].stretch(to: height, foot: grid.isOnWall ? 12 : 14)
    if !grid.isOnWall { cards[index].badge?.center.y = top + height - 14 }
  }
  return cards
}

/// Between a card's edge and its words.
let cardPadding = 8.0
/// Between two signs at the foot of a card.
private let step = 21.0

private func card(_ id: Touchpoint.ID, of subject: Subject, on grid: Grid, top: Double) -> PlacedCard {
  let touchpoint = subject.journey[id]
  let x = grid.x(id.value)
  let width = grid.cardWidth - 2 * cardPadding
  let head = grid.isOnWall ? 5.0 : 7
  let title = TextBlock(touchpoint.title, .card, x: x + cardPadding, top: top + head, width: width, most: 4)
  let marks = marks(of: id, in: subject)
  let rank = subject.rank(of: id)
  // The badge stands in the corner, the marks beside it; on a wall, where columns are narrow, in the corner above.
  let taken = rank == nil || grid.isOnWall ? 0.0 : step
  let room = Int((width - taken - Double(marks.count) * step) / step)
  let channels = touchpoint.channels.prefix(max(room, touchpoint.channels.isEmpty ? 0 : 1))
  let hasFoot = !(marks.isEmpty && channels.isEmpty && taken == 0)
  return PlacedCard(
    touchpoint: id,
    frame: Rect(
      x: x, y: top, width: grid.cardWidth, height: head + title.height + (hasFoot ? grid.isOnWall ? 21 : 24 : 7)),
    texts: [title],
    marks: marks.enumerated().map { index, mark in
      (mark, Point(x: x + grid.cardWidth - cardPadding - 6 - taken - Double(index) * step, y: 0))
    },
    channels: channels.enumerated().map { index, channel in
      let named = subject.workspace[channel]
      return (
        ChannelSign(name: named.name, title: named.title) {
          JourneyLayout.width(of: $0, in: TextStyle.badge.font) <= 15
        },
        channel,
        Point(x: x + cardPadding + 8 + Double(index) * step, y: 0)
      )
    },
    badge: rank.map {
      PlacedCard.RankBadge(rank: $0, center: Point(x: x + grid.cardWidth - (grid.isOnWall ? 4 : 13), y: top - 1))
    })
}

private func marks(of id: Touchpoint.ID, in subject: Subject) -> [PlacedCard.Mark] {
  var marks: [PlacedCard.Mark] = []
  if subject.journey.touchpoints[id.value].isMomentOfTruth { marks.append(.momentOfTruth) }
  let open = subject.openActions[id.value]
  if open > 0 { marks.append(.actions(open)) }
  return marks + subject.journey.touchpoints[id.value].links.map(PlacedCard.Mark.link)
}

extension PlacedCard {
  /// Its signs stand on the cards' common bottom line.
  fileprivate mutating func stretch(to height: Double, foot: Double) {
    frame.height = height
    for index in marks.indices { marks[index].center.y = frame.maxY - foot }
    for index in channels.indices { channels[index].center.y = frame.maxY - foot }
  }
}
