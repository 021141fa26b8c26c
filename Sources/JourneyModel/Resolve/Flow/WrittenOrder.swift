internal import JourneySyntax

/// The arrows that the written order of touchpoints makes.
///
/// Touchpoints off the main line are left out. From each of the others an arrow leads to the next and, past optional
/// ones, to those behind them, up to and including the first that is not optional. Behind more than eight optional ones
/// in a row only that first is reached directly, so that the number of arrows grows with that of touchpoints.
func writtenOrder(_ touchpoints: [Touchpoint]) -> [(from: Int, to: Int)] {
  let line = touchpoints.indices.filter { !touchpoints[$0].isAside }
  var arrows: [(from: Int, to: Int)] = []
  arrows.reserveCapacity(line.count)
  /// Position in `line` of the first at or behind each that is not optional.
  var required = Array(repeating: line.count, count: line.count + 1)
  for position in line.indices.reversed() {
    required[position] = touchpoints[line[position]].isOptional ? required[position + 1] : position
  }
  for position in line.indices.dropLast() {
    let last = required[position + 1]
    for next in (position + 1)..<min(last, position + 1 + 8) { arrows.append((line[position], line[next])) }
    if last < line.count { arrows.append((line[position], line[last])) }
  }
  return arrows
}

extension Journey {
  /// Where the written order begins: its first touchpoint and, while that is optional, the next ones.
  func writtenStarts() -> [Int] {
    var starts: [Int] = []
    for (index, touchpoint) in touchpoints.enumerated() where !touchpoint.isAside {
      starts.append(index)
      if !touchpoint.isOptional { break }
    }
    return starts
  }

  /// Where the written order ends: its last touchpoint and, while that is optional, those before it.
  func writtenEnds() -> [Int] {
    var ends: [Int] = []
    for (index, touchpoint) in touchpoints.enumerated().reversed() where !touchpoint.isAside {
      ends.append(index)
      if !touchpoint.isOptional { break }
    }
    return ends
  }
}
