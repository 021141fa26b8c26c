/// Which touchpoints follow which: the arrows of a journey, laid out for walking along them.
struct Network {
  /// Of touchpoint `i`, the followers are `followers[offsets[i]..<offsets[i + 1]]`.
  private let offsets: [Int]
  private let followers: [Int]
  /// How many arrows come in from other touchpoints, and from entries.
  private(set) var incoming: [Int]
  private(set) var entered: [Bool]
  private(set) var leavesByExit: [Bool]

  init(_ journey: Journey) {
    let count = journey.touchpoints.count
    incoming = Array(repeating: 0, count: count)
    entered = Array(repeating: false, count: count)
    leavesByExit = Array(repeating: false, count: count)
    var pairs: [(from: Int, to: Int)] = []
    var sums = Array(repeating: 0, count: count + 1)
    for arrow in journey.arrows {
      switch (arrow.from, arrow.to) {
      case (.touchpoint(let from), .touchpoint(let to)):
        pairs.append((from.value, to.value))
        sums[from.value + 1] += 1
        if from != to { incoming[to.value] += 1 }
      case (.entry, .touchpoint(let to)): entered[to.value] = true
      case (.touchpoint(let from), .exit): leavesByExit[from.value] = true
      default: break
      }
    }
    for index in 0..<count { sums[index + 1] += sums[index] }
    var next = sums
    var ordered = Array(repeating: 0, count: pairs.count)
    for (from, to) in pairs {
      ordered[next[from]] = to
      next[from] += 1
    }
    offsets = sums
    followers = ordered
  }

  func followers(of touchpoint: Int) -> ArraySlice<Int> { followers[offsets[touchpoint]..<offsets[touchpoint + 1]] }

  /// Whether an arrow leads on from here, to another touchpoint or out.
  func isLeft(_ touchpoint: Int) -> Bool {
    leavesByExit[touchpoint] || followers(of: touchpoint).contains { $0 != touchpoint }
  }

  /// Whether the flow says anything of it.
  func isMentioned(_ touchpoint: Int) -> Bool {
    incoming[touchpoint] > 0 || entered[touchpoint] || leavesByExit[touchpoint]
      || !followers(of: touchpoint).isEmpty
  }

  /// Marks everything that can be reached from the starts.
  func reach(from starts: [Int], marking reached: inout [Bool]) {
    var waiting = starts.filter { !reached[$0] }
    for start in waiting { reached[start] = true }
    while let touchpoint = waiting.popLast() {
      for follower in followers(of: touchpoint) where !reached[follower] {
        reached[follower] = true
        waiting.append(follower)
      }
    }
  }

  /// Where customers come in: by the entries and where the written order begins; without either, at the first touchpoint
  /// that has a way on and none to it, else at the first of the flow.
  func starts(of journey: Journey) -> [Int] {
    var starts = entered.indices.filter { entered[$0] }
    if journey.course.followsWrittenOrder { starts += journey.writtenStarts() }
    if !starts.isEmpty { return starts }
    let first = incoming.indices.first { incoming[$0] == 0 && isLeft($0) } ?? incoming.indices.first { isMentioned($0) }
    return first.map { [$0] } ?? []
  }
}
