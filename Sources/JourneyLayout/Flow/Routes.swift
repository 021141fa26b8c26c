internal import JourneyModel

/// An arrow that cannot run straight from a card to the next, on its way over or under the row.
struct Route {
  let arrow: Int
  let course: PlacedArrow.ArrowKind
  let from: Int
  let to: Int
  var label: TextBlock?
  /// Where it leaves and where it arrives: x of the ports on the two cards.
  var start = 0.0
  var end = 0.0
  /// How far its horizontal part lies from the cards' edge.
  var height = 0.0
  /// The middle of its label.
  var labelX = 0.0

  var low: Int { min(from, to) }
  var high: Int { max(from, to) }
}

/// Gives every route of one side of the row its ports and its height, so that no two run over each other and no label
/// stands on another.
///
/// Shorter routes lie nearer to the cards. The row's skyline is kept in half columns; a route is laid on the highest
/// point of what it spans.
///
/// - Parameter reserved: the columns with an entry or exit on this side, whose arrow runs down the middle.
/// - Returns: how far the routes over each column reach from the cards' edge.
func stack(_ routes: inout [Route], on grid: Grid, reserving reserved: Set<Int>) -> [Double] {
  assignPorts(&routes, on: grid, reserving: reserved)
  var skyline = Array(repeating: 0.0, count: grid.count * 2)
  let half = grid.pitch / 2
  let order = routes.indices.sorted { a, b in
    (routes[a].high - routes[a].low, routes[a].low, a) < (routes[b].high - routes[b].low, routes[b].low, b)
  }
  for index in order {
    var left = min(routes[index].start, routes[index].end)
    var right = max(routes[index].start, routes[index].end)
    if let label = routes[index].label {
      let center = (left + right) / 2
      left = min(left, center - label.width / 2 - 6)
      right = max(right, center + label.width / 2 + 6)
    }
    let first = Int((left - Grid.gutter) / half).clamped(to: 0...max(0, skyline.count - 1))
    let last = Int((right - Grid.gutter) / half).clamped(to: first...max(first, skyline.count - 1))
    guard skyline.indices.contains(last) else { continue }
    let base = skyline[first...last].max() ?? 0
    routes[index].height = base + 18 + (routes[index].label?.height ?? 0)
    for cell in first...last { skyline[cell] = routes[index].height }
  }
  placeLabels(&routes, on: grid, reserving: reserved)
  return (0..<grid.count).map { max(skyline[2 * $0], skyline[2 * $0 + 1]) }
}

/// A route longer than this has its label where it leaves: whoever sees one end would not see the middle.
private let longRoute = 900.0

/// Puts each label over its route where no other line runs through it: nearest to the middle, or of a long one to where
/// it leaves; and there, too, where no gap is wide enough. A label is so narrow (`SortedArrows`) that it stays inside the
/// map even over an arrow from the outermost touchpoint to itself.
private func placeLabels(_ routes: inout [Route], on grid: Grid, reserving reserved: Set<Int>) {
  var lines = routes.flatMap { [Upright(x: $0.start, height: $0.height), Upright(x: $0.end, height: $0.height)] }
  lines += reserved.sorted().map { Upright(x: grid.center($0), height: .infinity) }
  lines.sort { ($0.x, $0.height) < ($1.x, $1.height) }
  for index in routes.indices {
    guard let label = routes[index].label else { continue }
    let left = min(routes[index].start, routes[index].end)
    let right = max(routes[index].start, routes[index].end)
    let half = label.width / 2 + 6
    let start = routes[index].start < routes[index].end ? left + half + 12 : right - half - 12
    let aim = right - left > longRoute ? start : (left + right) / 2
    let gaps = lines.gaps(around: aim, width: 2 * half, between: left, and: right, above: routes[index].height)
    let centers = gaps.map { aim.clamped(to: ($0.lowerBound + half)...($0.upperBound - half)) }
    routes[index].labelX = centers.min { abs($0 - aim) < abs($1 - aim) } ?? aim
  }
}

/// The part of a route that runs up or down to a card's edge.
private struct Upright {
  let x: Double
  let height: Double
}

/// Sorted by x.
extension [Upright] {
  /// How many lines are looked at to each side: of a joint of hundreds there are hundreds in each column, and a look at
  /// all of them for each label would take minutes.
  private static let reach = 2000

  /// Where no line reaches above a height, at least so wide: the nearest such gap to the left of a place, or around it,
  /// and the nearest to its right.
  func gaps(
    around aim: Double, width: Double, between left: Double, and right: Double, above height: Double
  ) -> [ClosedRange<Double>] {
    let middle = firstIndex(from: aim)
    let isCrossing = { (line: Upright) in line.height > height && left < line.x && line.x < right }
    /// The crossing lines to one side, nearest first, then the end; without it where there are too many lines before it.
    func edges(_ lines: some Collection<Upright>, _ end: Double) -> [Double] {
      let near = lines.prefix(Self.reach)
      return near.filter(isCrossing).map(\.x) + (near.count < lines.count ? [] : [end])
    }
    let before = edges(self[Swift.min(firstIndex(from: left), middle)..<middle].reversed(), left)
    let behind = edges(self[middle..<Swift.max(firstIndex(from: right), middle)], right)
    let toLeft = zip(before, [behind.first ?? aim] + before).first { $1 - $0 >= width }
    let toRight = zip([before.first ?? aim] + behind, behind).first { $1 - $0 >= width }
    return [toLeft, toRight].compactMap { $0.map { $0...$1 } }
  }

  /// The first line at or behind an x.
  private func firstIndex(from x: Double) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Spreads the ports of each card so that routes do not cross on their way out: those to the left stand left, nearest
/// first; those to the right stand right, farthest first; the middle is kept free for an entry or exit.
private func assignPorts(_ routes: inout [Route], on grid: Grid, reserving reserved: Set<Int>) {
  struct Port {
    let route: Int
    let isStart: Bool
    let other: Int
  }
  var left = Array(repeating: [Port](), count: grid.count)
  var right = left
  for (index, route) in routes.enumerated() {
    let goesRight = route.to > route.from
    let start = Port(route: index, isStart: true, other: route.to)
    let end = Port(route: index, isStart: false, other: route.from)
    if goesRight || route.to == route.from { right[route.from].append(start) } else { left[route.from].append(start) }
    if goesRight || route.to == route.from { left[route.to].append(end) } else { right[route.to].append(end) }
  }
  let reach = grid.cardWidth / 2 - 16
  for column in 0..<grid.count {
    let clear = reserved.contains(column) || !(left[column].isEmpty || right[column].isEmpty) ? 12.0 : 0
    for (ports, sign) in [(left[column], -1.0), (right[column], 1.0)] where !ports.isEmpty {
      // Nearest to the card's middle first: the farthest away.
      let ordered = ports.sorted { abs($0.other - column) > abs($1.other - column) }
      let step = min(14, (reach - clear) / Double(ordered.count))
      for (place, port) in ordered.enumerated() {
        let x = grid.center(column) + sign * (clear + step * (Double(place) + (clear > 0 ? 0.5 : 0)))
        if port.isStart { routes[port.route].start = x } else { routes[port.route].end = x }
      }
    }
  }
}
