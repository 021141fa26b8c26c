internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// Places the touchpoints' cards side by side, all as tall as the tallest needs to be, with their top at 0.
func cards(_ subject: Subject, on grid: Grid) -> [PlacedCard] {
  var cards = subject.journey.touchpoints.indices.map { card(Touchpoint.ID($0), of: subject, on: grid) }
  let height = cards.lazy.map(\.frame.height).max() ?? 0
  for index in cards.indices { stretch(&cards[index], to: height) }
  return cards
}

private let padding = 12.0

private func card(_ id: Touchpoint.ID, of subject: Subject, on grid: Grid) -> PlacedCard {
  let touchpoint = subject.journey[id]
  let x = grid.x(id.value)
  let width = grid.cardWidth - 2 * padding
  var texts = [TextBlock(touchpoint.title, .card, x: x + padding, top: 10, width: width, most: 4)]
  var bottom = 10 + texts[0].height
  if let facts = facts(of: touchpoint, in: subject) {
    texts.append(TextBlock(facts, .caption, x: x + padding, top: bottom + 3, width: width, most: 4))
    bottom += 3 + texts[1].height
  }
  let marks = marks(of: id, in: subject)
  if let owner = touchpoint.owner {
    let room = width - Double(marks.count) * 18
    texts.append(
      TextBlock(subject.workspace[owner].title, .owner, x: x + padding, top: bottom + 7, width: room, most: 3))
    bottom += 7 + (texts.last?.height ?? 0)
  } else if !marks.isEmpty {
    bottom += 22
  }
  return PlacedCard(
    touchpoint: id, frame: Rect(x: x, y: 0, width: grid.cardWidth, height: bottom + 10), texts: texts,
    marks: marks.enumerated().map { index, mark in
      (mark, Point(x: x + grid.cardWidth - padding - 5 - Double(index) * 18, y: 0))
    })
}

/// What a customer should know of the touchpoint beyond its name: `optional · 3–5 d`.
private func facts(of touchpoint: Touchpoint, in subject: Subject) -> String? {
  let facts = subject.words.facts(
    of: touchpoint, repeating: touchpoint.repeats.map { subject.whole[$0].title }, in: subject.workspace)
  return facts.isEmpty ? nil : joined(facts, by: " · ")
}

private func marks(of id: Touchpoint.ID, in subject: Subject) -> [PlacedCard.Mark] {
  var marks: [PlacedCard.Mark] = []
  if subject.journey.touchpoints[id.value].isMomentOfTruth { marks.append(.momentOfTruth) }
  if subject.measured[id.value] { marks.append(.surveyPoint) }
  let open = subject.openActions[id.value]
  if open > 0 { marks.append(.actions(open)) }
  return marks + subject.journey.touchpoints[id.value].links.map(PlacedCard.Mark.link)
}

/// Owners and marks stand on the cards' common bottom line.
private func stretch(_ card: inout PlacedCard, to height: Double) {
  let rise = height - card.frame.height
  card.frame.height = height
  if rise > 0, let owner = card.texts.indices.last, card.texts[owner].style == .owner {
    card.texts[owner].move(by: rise)
  }
  for index in card.marks.indices { card.marks[index].center.y = height - 17 }
}

extension PlacedCard {
  mutating func move(by dy: Double) {
    frame.y += dy
    for index in texts.indices { texts[index].move(by: dy) }
    for index in marks.indices { marks[index].center.y += dy }
  }
}
