/// What stands in a plot so far, so that what is said in it finds room: no text stands on another or on a mark, and of
/// the places that are left it takes the one with the fewest lines behind it.
package struct LabelRoom {
  /// What texts must stay in, unless they go below it.
  private let bounds: Rect
  private var boxes: [[Rect]]
  private var ink: [[Point]]
  /// Boxes and points are kept by columns of this many pixels, so that looking for room does not take the longer the
  /// longer the map is.
  private static let step = 96.0

  package init(bounds: Rect) {
    self.bounds = bounds
    let count = Int((bounds.maxX / Self.step).rounded(.up)) + 2
    boxes = Array(repeating: [], count: max(count, 1))
    ink = boxes.map { _ in [] }
  }

  private func columns(of rect: Rect) -> ClosedRange<Int> {
    let low = Int((rect.x / Self.step).rounded(.down)).clamped(to: 0...(boxes.count - 1))
    let high = Int((rect.maxX / Self.step).rounded(.down)).clamped(to: 0...(boxes.count - 1))
    return low...max(low, high)
  }

  /// Nothing may stand on it from now on.
  package mutating func block(_ rect: Rect) {
    for column in columns(of: rect) { boxes[column].append(rect) }
  }

  /// A line runs through these points.
  mutating func draw(_ points: [Point]) {
    for point in points { ink[columns(of: Rect(x: point.x, y: 0, width: 0, height: 0)).lowerBound].append(point) }
  }

  private func isFree(_ rect: Rect) -> Bool {
    columns(of: rect).allSatisfy { column in !boxes[column].contains { $0.overlaps(rect) } }
  }

  private func isInside(_ rect: Rect) -> Bool {
    rect.x >= bounds.x && rect.maxX <= bounds.maxX && rect.y >= bounds.y && rect.maxY <= bounds.maxY
  }

  private func inkBehind(_ rect: Rect) -> Int {
    columns(of: rect).reduce(0) { sum, column in
      sum + ink[column].count { $0.x > rect.x && $0.x < rect.maxX && $0.y > rect.y && $0.y < rect.maxY }
    }
  }

  /// Takes the free place with the least ink behind it, the first of several.
  ///
  /// - Returns: nil where none is free.
  package mutating func place(_ candidates: [TextBlock]) -> TextBlock? {
    var best: (block: TextBlock, ink: Int)?
    for block in candidates {
      let frame = block.frame.inset(by: -1)
      guard isInside(frame), isFree(frame) else { continue }
      let ink = inkBehind(frame)
      if best.map({ ink < $0.ink }) ?? true { best = (block, ink) }
      if ink == 0 { break }
    }
    if let best { block(best.block.frame) }
    return best?.block
  }

  /// The first free place from a height downwards, however far: texts that found no room beside what they are about.
  mutating func placeBelow(_ block: TextBlock, from top: Double) -> TextBlock {
    var block = block
    block.move(by: top - block.frame.y)
    while !isFree(block.frame) { block.move(by: block.style.lineHeight) }
    self.block(block.frame)
    return block
  }
}
