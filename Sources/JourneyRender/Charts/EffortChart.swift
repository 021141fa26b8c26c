internal import JourneyLayout
internal import JourneyModel
internal import Markup

/// Actions by what they take and what they are to give, from 1 to 5 each: much for little is at the top left.
struct EffortChart {
  struct RatedAction: Sendable {
    let title: String
    let impact: Int
    let effort: Int
    let status: Action.ActionStatus

    init(title: String, impact: Int, effort: Int, status: Action.ActionStatus) {
      (self.title, self.impact, self.effort, self.status) = (title, impact, effort, status)
    }
  }

  static let width = 340.0
  static let height = 212.0
  private static let area = Rect(x: 30, y: 18, width: 300, height: 152)

  let plans: [RatedAction]
  let impact: String
  let effort: String
  let quickWins: String

  init(_ plans: [RatedAction], impact: String, effort: String, quickWins: String) {
    (self.plans, self.impact, self.effort, self.quickWins) = (plans, impact, effort, quickWins)
  }

  /// The picture, and the titles that found no room in it.
  func drawn(name: String) -> (element: Element, left: [String]) {
    let area = Self.area
    let x = ChartScale(0.5, 5.5, from: area.x, to: area.maxX)
    let y = ChartScale(0.5, 5.5, from: area.maxY, to: area.y)
    var room = LabelRoom(bounds: Rect(x: area.x, y: area.y - 4, width: Self.width - area.x, height: area.height + 4))
    let places = points(x, y)
    for place in places { room.block(Rect(x: place.x - 7, y: place.y - 7, width: 14, height: 14)) }
    var (labels, left): ([TextBlock], [String]) = ([], [])
    for (plan, place) in zip(plans, places) {
      if let label = room.place(Self.candidates(plan.title, place)) {
        labels.append(label)
      } else {
        left.append(plan.title)
      }
    }
    let corner = room.place(
      [area.y + 2, y.at(3) - 18].flatMap { top in
        [
          TextBlock(quickWins, .tileNote, x: area.x + 4, top: top, width: 120, most: 1),
          TextBlock(quickWins, .tileNote, x: x.at(3) - 4, top: top, width: 120, most: 1, anchor: .end),
        ]
      })
    let element = Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart effort",
        "viewBox": "0 0 \(Self.width.svg) \(Self.height.svg)", "width": Self.width.svg, "height": Self.height.svg,
        "role": "img", "aria-label": name,
      ]
    ) {
      rect(Rect(x: area.x, y: area.y, width: x.at(3) - area.x, height: y.at(3) - area.y), "quick")
      (1...5).flatMap { step in
        let (across, up) = (x.at(Double(step)), y.at(Double(step)))
        return [
          path("M\(area.x) \(up)H\(area.maxX)", "grid"), path("M\(across) \(area.y)V\(area.maxY)", "grid"),
        ]
          + text(TextBlock(String(step), .caption, x: area.x - 8, top: up - 8, width: 20, most: 1, anchor: .end))
          + text(TextBlock(String(step), .caption, x: across, top: area.maxY + 2, width: 20, most: 1, anchor: .middle))
      }
      corner.map { text($0) } ?? []
      text(TextBlock(impact, .caption, x: 2, top: 0, width: 200, most: 1))
      text(TextBlock(effort, .caption, x: area.maxX, top: area.maxY + 18, width: 250, most: 1, anchor: .end))
      zip(plans, places).flatMap { Self.sign($0.status, at: $1) }
      labels.flatMap { text($0) }
    }
    return (element, left)
  }

  /// Those with the same impact and effort stand beside each other.
  private func points(_ x: ChartScale, _ y: ChartScale) -> [Point] {
    var seen = [Int](repeating: 0, count: 36)
    return plans.map { plan in
      let cell = plan.impact.clamped(to: 0...5) * 6 + plan.effort.clamped(to: 0...5)
      seen[cell] += 1
      let nudge = Double((seen[cell] - 1) % 4) * 14
      let down = Double((seen[cell] - 1) / 4) * 14
      return Point(x: x.at(Double(plan.effort)) + nudge, y: y.at(Double(plan.impact)) + down)
    }
  }

  private static func candidates(_ title: String, _ place: Point) -> [TextBlock] {
    [150.0, 96].flatMap { width -> [TextBlock] in
      let block = TextBlock(title, .note, x: 0, top: 0, width: width, most: 3)
      let middle = place.y - block.height / 2
      let beside = [middle, place.y - 9, place.y + 9 - block.height].flatMap { top in
        [block.placed(x: place.x + 10, top: top, .start), block.placed(x: place.x - 10, top: top, .end)]
      }
      let around = [
        block.placed(x: place.x, top: place.y + 8, .middle),
        block.placed(x: place.x, top: place.y - 8 - block.height, .middle),
      ]
      return (beside + around).filter { $0.full == nil }
    }
  }

  /// Planned is empty, under way is half, done is full, and dropped is not there.
  static func sign(_ status: Action.ActionStatus, at place: Point) -> [Element] {
    switch status {
    case .planned: [circle(place, 5.5, "planned")]
    case .doing:
      [circle(place, 5.5, "planned"), path("M\(place.x) \(place.y - 5.5)a5.5 5.5 0 0 1 0 11z", "ink")]
    case .done, .kept, .dropped: [circle(place, 6, "ink")]
    }
  }
}
