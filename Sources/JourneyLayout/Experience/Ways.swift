internal import JourneyModel

/// The lines of a journey's arrows between the nodes of its experience.
struct WayLines {
  private let nodes: [ExperiencePlot.ExperienceNode]
  /// What lines stay in, top and bottom.
  private let bounds: ClosedRange<Double>
  /// From a node's middle to where lines begin.
  private static let reach = 8.0
  /// How far a line is bent away from nodes that customers pass by, in the order in which it is tried.
  private static let bends = [0.0, -24, 24, -44, 44, -64, 64, -90, 90, -120, 120]
  /// Columns of a longer way are not looked at one by one.
  private static let longest = 64

  init(_ nodes: [ExperiencePlot.ExperienceNode], bounds: ClosedRange<Double>) {
    self.nodes = nodes
    self.bounds = bounds
  }

  /// From one column to a later one: level where it leaves and arrives, and past the nodes between.
  ///
  /// - Parameter turn: how many other arrows join the same two; each takes another bend.
  func onward(from: Int, to: Int, turn: Int) -> [Point] {
    let start = Point(x: nodes[from].center.x + Self.reach, y: nodes[from].center.y)
    let end = Point(x: nodes[to].center.x - Self.reach, y: nodes[to].center.y)
    let passed = to - from > Self.longest ? [] : nodes[from + 1..<max(to, from + 1)].map(\.center)
    func curve(bent bend: Double) -> [Point] {
      guard bend != 0 else { return Self.level([start, end]) }
      let middle = Point(
        x: (start.x + end.x) / 2, y: ((start.y + end.y) / 2 + bend).clamped(to: bounds))
      return Self.level([start, middle, end])
    }
    // Neighbours pass nobody.
    if passed.isEmpty { return curve(bent: Self.bends[turn % Self.bends.count]) }
    var (best, fewest) = ([[Point]](), Int.max)
    for bend in Self.bends {
      let curve = curve(bent: bend)
      let points = samples(of: curve)
      let hits = passed.count { node in points.contains { abs($0.x - node.x) < 9 && abs($0.y - node.y) < 14 } }
      if hits < fewest { (best, fewest) = ([], hits) }
      if hits == fewest { best.append(curve) }
      if fewest == 0, best.count > turn { break }
    }
    // Where no line is clear of all, those that run through the fewest.
    return best[turn % best.count]
  }

  /// Back to where customers were, in a bow over the nodes or, where there is no room over them, under them.
  func back(from: Int, to: Int, turn: Int) -> [Point] {
    let (a, b) = (nodes[from].center, nodes[to].center)
    let height = 30 + min(Double(from - to), 8) * 5 + Double(turn) * 10
    let isOver = min(a.y, b.y) - height * 0.75 > bounds.lowerBound
    let sign = isOver ? -1.0 : 1
    let edge = ((isOver ? min(a.y, b.y) : max(a.y, b.y)) + sign * height).clamped(to: bounds)
    // A way back to the same touchpoint leaves on one side and comes back on the other.
    let spread = from == to ? 16.0 : 0
    return [
      Point(x: a.x + spread / 4, y: a.y + sign * Self.reach), Point(x: a.x + spread, y: edge),
      Point(x: b.x - spread, y: edge), Point(x: b.x - spread / 4, y: b.y + sign * Self.reach),
    ]
  }

  /// Where customers come in, from over the node and before it; and where they leave, under it and behind it.
  func end(at column: Int, isEntry: Bool) -> [Point] {
    let node = nodes[column].center
    let (from, to) =
      isEntry
      ? (Point(x: node.x - 22, y: node.y - 16), Point(x: node.x - 7, y: node.y - 5))
      : (Point(x: node.x + 6, y: node.y + 6), Point(x: node.x + 17, y: node.y + 18))
    return [from, from, to, to]
  }

  /// Cubic curves that are level at every point, so that none rises above or falls below what it joins.
  private static func level(_ points: [Point]) -> [Point] {
    var curve = Array(points.prefix(1))
    for (from, to) in zip(points, points.dropFirst()) {
      let middle = (from.x + to.x) / 2
      curve += [Point(x: middle, y: from.y), Point(x: middle, y: to.y), to]
    }
    return curve
  }
}

/// Points along a curve, near enough to each other to see what it runs through.
package func samples(of curve: [Point]) -> [Point] {
  var points = Array(curve.prefix(1))
  var index = 0
  while index + 3 < curve.count {
    let length = abs(curve[index + 3].x - curve[index].x) + abs(curve[index + 3].y - curve[index].y)
    let count = Int(length / 10).clamped(to: 4...48)
    for step in 1...count {
      points.append(
        bezier(curve[index], curve[index + 1], curve[index + 2], curve[index + 3], at: Double(step) / Double(count)))
    }
    index += 3
  }
  return points
}

private func bezier(_ a: Point, _ b: Point, _ c: Point, _ d: Point, at t: Double) -> Point {
  let u = 1 - t
  let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
  return Point(x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y)
}
