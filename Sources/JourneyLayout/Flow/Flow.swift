internal import JourneyModel
internal import JourneyWords

/// Places the row of cards with the arrows through it, its top at `top`.
func flow(_ subject: Subject, on grid: Grid, top: Double) -> PlacedFlow {
  var sorted = SortedArrows(subject, on: grid)
  let widths = subject.journey.drawnShares().map(strokeWidth)
  let entered = Set(sorted.entries.map(\.column))
  let left = Set(sorted.exits.map(\.column))
  let over = stack(&sorted.above, on: grid, reserving: entered)
  let under = stack(&sorted.below, on: grid, reserving: left)
  let pillsAbove = TerminalStack(sorted.entries, of: subject, on: grid, widths, beyond: over)
  let pillsBelow = TerminalStack(sorted.exits, of: subject, on: grid, widths, beyond: under)

  var cards = cards(subject, on: grid)
  let height = cards.first?.frame.height ?? 0
  let cardsTop = top + max(pillsAbove.height, (over.max() ?? 0) + 6)
  for index in cards.indices { cards[index].move(by: cardsTop) }
  let cardsBottom = cardsTop + height

  var arrows = sorted.straight.map { straight($0, subject, on: grid, width: widths[$0], y: cardsTop + height / 2) }
  arrows += sorted.above.map { routed($0, subject, on: grid, width: widths[$0.arrow], edge: cardsTop, up: true) }
  arrows += sorted.below.map { routed($0, subject, on: grid, width: widths[$0.arrow], edge: cardsBottom, up: false) }
  let entries = pillsAbove.placed(edge: cardsTop, up: true)
  let exits = pillsBelow.placed(edge: cardsBottom, up: false)
  let bottom = cardsBottom + max(pillsBelow.height, (under.max() ?? 0) + 6)
  return PlacedFlow(
    frame: Rect(x: Grid.gutter, y: top, width: grid.right - Grid.gutter, height: bottom - top), cards: cards,
    arrows: arrows + entries.arrows + exits.arrows, terminals: entries.terminals + exits.terminals)
}

/// The arrows of a journey by the way they take.
private struct SortedArrows {
  var straight: [Int] = []
  /// Over the row: branches, which go on.
  var above: [Route] = []
  /// Under the row: retraces, which go back.
  var below: [Route] = []
  var entries: [(arrow: Int, column: Int)] = []
  var exits: [(arrow: Int, column: Int)] = []

  init(_ subject: Subject, on grid: Grid) {
    for (index, arrow) in subject.journey.arrows.enumerated() {
      switch (arrow.from, arrow.to) {
      case (.touchpoint(let from), .touchpoint(let to)):
        let length = (abs(Double(to.value - from.value)) * grid.pitch - 40).clamped(to: 130...420)
        let label = routeLabel(arrow, of: subject, width: length)
        if to.value == from.value + 1, label == nil {
          straight.append(index)
        } else if to > from {
          above.append(Route(arrow: index, course: .branch, from: from.value, to: to.value, label: label))
        } else {
          below.append(Route(arrow: index, course: .retrace, from: from.value, to: to.value, label: label))
        }
      case (.entry, .touchpoint(let to)): entries.append((index, to.value))
      case (.touchpoint(let from), .exit): exits.append((index, from.value))
      default: break
      }
    }
  }
}

/// `photo rejected · 18%`, in a few lines; nil where the arrow says nothing.
private func routeLabel(_ arrow: Arrow, of subject: Subject, width: Double) -> TextBlock? {
  guard let text = subject.words.label(of: arrow, in: subject.workspace) else { return nil }
  return TextBlock(text, .arrow, x: 0, top: 0, width: width, most: 3, anchor: .middle)
}

/// Shares of nothing to all are 1.5 to 6 pixels wide; an unknown share is 1.5.
private func strokeWidth(_ share: Double?) -> Double { 1.5 + 4.5 * (share ?? 0).clamped(to: 0...1) }

private func straight(_ index: Int, _ subject: Subject, on grid: Grid, width: Double, y: Double) -> PlacedArrow {
  let arrow = subject.journey.arrows[index]
  guard case .touchpoint(let from) = arrow.from else {
    return PlacedArrow(arrow: index, course: .straight, corners: [], width: 0)
  }
  let start = grid.x(from.value) + grid.cardWidth
  let end = start + Grid.gap
  return PlacedArrow(
    arrow: index, course: .straight, corners: [Point(x: start + 2, y: y), Point(x: end - 2, y: y)],
    width: width,
    handOff: arrow.handOff.map { _ in Point(x: (start + end) / 2, y: y - 15) })
}

private func routed(
  _ route: Route, _ subject: Subject, on grid: Grid, width: Double, edge: Double, up: Bool
) -> PlacedArrow {
  let arrow = subject.journey.arrows[route.arrow]
  let sign = up ? -1.0 : 1
  let label = route.label
  // Above the row a label stands on its line, below the row under it.
  let line = edge + sign * (route.height - (label?.height ?? 0))
  let start = Point(x: route.start, y: edge + sign * 2)
  let end = Point(x: route.end, y: edge + sign * 2)
  var placed = PlacedArrow(
    arrow: route.arrow, course: route.course,
    corners: [start, Point(x: start.x, y: line), Point(x: end.x, y: line), end], width: width, label: label)
  if let label {
    placed.label?.origin = Point(
      x: route.labelX,
      y: (up ? line - label.height - 2 : line + 3) + TextStyle.arrow.ascent)
  }
  if arrow.handOff != nil { placed.handOff = Point(x: start.x, y: (start.y + line) / 2) }
  return placed
}

/// Entries over the row or exits under it: pills in the column of their touchpoint, outside of the routes there. Several
/// stand close together and share one line to the card, as wide as their widest.
private struct TerminalStack {
  private struct Pill {
    let arrow: Int
    let isEntry: Bool
    let goesOn: Bool
    let column: Int
    let width: Double
    let strokeWidth: Double
    var texts: [TextBlock]
    /// From the cards' edge to the pill's near edge.
    let depth: Double
    let isFirst: Bool
    var height: Double { texts.reduce(8) { $0 + $1.height } }
  }

  private var pills: [Pill] = []
  private let grid: Grid
  /// From the cards' edge to the far edge of the farthest pill.
  private(set) var height = 0.0

  /// - Parameter beyond: how far the routes over each column reach.
  init(
    _ ends: [(arrow: Int, column: Int)], of subject: Subject, on grid: Grid, _ widths: [Double], beyond: [Double]
  ) {
    self.grid = grid
    var depths: [Double?] = Array(repeating: nil, count: grid.count)
    for (index, column) in ends {
      let arrow = subject.journey.arrows[index]
      let (terminal, isEntry, goesOn): (Terminal, Bool, Bool)
      switch (arrow.from, arrow.to) {
      case (.entry(let entry), _):
        (terminal, isEntry, goesOn) =
          (subject.journey.entries[entry], true, entry >= subject.whole.entries.count)
      case (_, .exit(let exit)):
        (terminal, isEntry, goesOn) = (subject.journey.exits[exit], false, exit >= subject.whole.exits.count)
      default: continue
      }
      let room = grid.cardWidth - 20
      var texts = [
        TextBlock(
          terminal.title ?? terminal.name ?? (isEntry ? "Enters" : "Leaves"), .owner, x: 0, top: 0, width: room,
          most: 2, anchor: .middle)
      ]
      if let words = subject.words.label(of: arrow, in: subject.workspace) {
        texts.append(TextBlock(words, .caption, x: 0, top: 0, width: room, most: 2, anchor: .middle))
      }
      let pill = Pill(
        arrow: index, isEntry: isEntry, goesOn: goesOn, column: column, width: (texts.map(\.width).max() ?? 0) + 20,
        strokeWidth: widths[index], texts: texts, depth: depths[column].map { $0 + 4 } ?? beyond[column] + 20,
        isFirst: depths[column] == nil)
      depths[column] = pill.depth + pill.height
      height = max(height, pill.depth + pill.height)
      pills.append(pill)
    }
  }

  func placed(edge: Double, up: Bool) -> (arrows: [PlacedArrow], terminals: [PlacedTerminal]) {
    var arrows: [PlacedArrow] = []
    var terminals: [PlacedTerminal] = []
    for pill in pills {
      let x = grid.center(pill.column)
      let near = edge + (up ? -1 : 1) * pill.depth
      let top = up ? near - pill.height : near
      var texts = pill.texts
      var bottom = top + 4
      for index in texts.indices {
        texts[index].origin = Point(x: x, y: bottom + texts[index].style.ascent)
        bottom += texts[index].height
      }
      terminals.append(
        PlacedTerminal(
          arrow: pill.arrow, isEntry: pill.isEntry, goesOn: pill.goesOn,
          frame: Rect(x: x - pill.width / 2, y: top, width: pill.width, height: pill.height), texts: texts))
      let line = pill.isFirst ? [Point(x: x, y: near), Point(x: x, y: edge + (up ? -2 : 2))] : []
      arrows.append(
        PlacedArrow(
          arrow: pill.arrow, course: pill.isEntry ? .entry : .exit, corners: pill.isEntry ? line : line.reversed(),
          width: pills.lazy.filter { $0.column == pill.column }.map(\.strokeWidth).max() ?? 0))
    }
    return (arrows, terminals)
  }
}
