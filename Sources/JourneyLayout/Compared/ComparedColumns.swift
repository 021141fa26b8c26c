internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// A column of the map of both sides.
struct UnionColumn {
  enum ColumnKind: Equatable {
    /// A touchpoint, on one side or both.
    case touchpoint
    /// Where one was that has moved: it is drawn where it is now.
    case slot
    /// So many unchanged ones in a row.
    case folded(Int)
  }

  let kind: ColumnKind
  /// Its place on each side.
  var old: Int?
  var new: Int?
  /// What changed in it, and in nothing else.
  var changes: [JourneyChange] = []
  /// Over which phase it is, by its place in `UnionColumns.phases`.
  var phase = 0
  var frame = Rect(x: 0, y: 0, width: 0, height: 0)

  var width: Double {
    switch kind {
    case .touchpoint: 156
    case .slot: 72
    case .folded: 84
    }
  }
  /// Whether it is drawn as it is today, and in muted letters.
  var isUnchanged: Bool { changes.allSatisfy { $0.code == .noClearChange } && old != nil && new != nil }
}

/// A phase of the map of both sides.
struct UnionPhase {
  let title: String
  var tags: [String] = []
  let isGone: Bool
}

/// The columns of the second side in their order, each removed one after its nearest kept neighbour before.
struct UnionColumns {
  private(set) var columns: [UnionColumn] = []
  private(set) var phases: [UnionPhase] = []
  /// What of the changes no column and no phase says.
  private(set) var rest: [JourneyChange] = []

  /// From more moves on no slots: they would be more than the touchpoints.
  private static let mostSlots = 5

  init(_ sides: ComparedSides, changedOnly: Bool) {
    var byName: [ColumnName: [JourneyChange]] = [:]
    var ofPhases: [ColumnName: [JourneyChange]] = [:]
    for change in sides.difference.changes {
      let key = ColumnName(name: change.subject.name, isOld: change.to == nil)
      switch change.subject.kind {
      case .touchpoint where change.code.kind != .text || change.code == .title: byName[key, default: []].append(change)
      case .phase where sides.tag(change) != nil: ofPhases[key, default: []].append(change)
      default: rest.append(change)
      }
    }
    columns = sides.difference.columns.map { column in
      let key =
        column.new.map { ColumnName(name: sides.after?.touchpoints[$0].name ?? "", isOld: false) }
        ?? ColumnName(name: column.old.flatMap { sides.before?.touchpoints[$0].name } ?? "", isOld: true)
      return UnionColumn(kind: .touchpoint, old: column.old, new: column.new, changes: byName[key] ?? [])
    }
    addSlots(sides)
    setPhases(sides, ofPhases)
    if changedOnly { fold() }
    place()
  }

  /// More columns than that are no picture beside text: of 2,256 px in a comment of 800 nothing can be read.
  private static let mostInStrip = 12

  /// The same cut between phases, each strip as wide as can be read where its phases allow it; one where all fits.
  var strips: [UnionColumns] {
    var strips: [UnionColumns] = []
    for phase in phases.indices {
      let own = columns.filter { $0.phase == phase }
      if let last = strips.last, last.columns.count + own.count <= Self.mostInStrip {
        strips[strips.count - 1].columns += own
      } else {
        strips.append(self)
        strips[strips.count - 1].columns = own
      }
    }
    for index in strips.indices { strips[index].place() }
    return strips.isEmpty ? [self] : strips
  }

  private struct ColumnName: Hashable {
    let name: String
    let isOld: Bool
  }

  private mutating func addSlots(_ sides: ComparedSides) {
    let moved = columns.filter { $0.old != nil && $0.changes.contains { $0.code == .touchpointMoved } }
    guard !moved.isEmpty, moved.count <= Self.mostSlots else { return }
    for one in moved {
      guard let old = one.old else { continue }
      // After the nearest one before it that is still in its place.
      let isMoved = Set(moved.compactMap(\.old))
      let before = (0..<old).last { index in !isMoved.contains(index) && columns.contains { $0.old == index } }
      let place = before.flatMap { before in columns.lastIndex { $0.old == before } }.map { $0 + 1 } ?? 0
      columns.insert(UnionColumn(kind: .slot, old: old, new: one.new), at: place)
    }
  }

  private mutating func setPhases(_ sides: ComparedSides, _ changes: [ColumnName: [JourneyChange]]) {
    /// By the phase of the second side, or the first's where it is gone.
    func key(_ column: UnionColumn) -> Int {
      if column.kind == .touchpoint, let new = column.new, let after = sides.after {
        return after.touchpoints[new].phase.value
      }
      guard let old = column.old, let before = sides.before else { return 0 }
      let phase = before.touchpoints[old].phase.value
      return sides.phases[phase] ?? -1 - phase
    }
    var keys: [Int] = []
    for index in columns.indices {
      let own = key(columns[index])
      // What is only on the first side does not break a phase of the second into two.
      let isOnlyOld = columns[index].new == nil || columns[index].kind == .slot
      let next = columns[(index + 1)...].first { $0.new != nil && $0.kind == .touchpoint }.map(key)
      keys.append(isOnlyOld && own >= 0 && own != keys.last && own != next ? keys.last ?? next ?? own : own)
    }
    for index in columns.indices {
      if index == 0 || keys[index] != keys[index - 1] { phases.append(phase(keys[index], sides, changes)) }
      columns[index].phase = phases.count - 1
    }
  }

  private func phase(_ key: Int, _ sides: ComparedSides, _ changes: [ColumnName: [JourneyChange]]) -> UnionPhase {
    let phase = key >= 0 ? sides.after?.phases[key] : sides.before?.phases[-1 - key]
    let found = phase.flatMap { changes[ColumnName(name: $0.name, isOld: key < 0)] } ?? []
    return UnionPhase(title: phase?.title ?? "", tags: found.compactMap(sides.tag), isGone: key < 0)
  }

  /// Runs of unchanged columns become one; the neighbours of a change stay.
  private mutating func fold() {
    let isKept = columns.indices.map { index in
      [index - 1, index, index + 1].contains { columns.indices.contains($0) && !columns[$0].isPlain }
    }
    var folded: [UnionColumn] = []
    for (column, isKept) in zip(columns, isKept) {
      if isKept {
        folded.append(column)
      } else if case .folded(let count)? = folded.last?.kind, folded.last?.phase == column.phase {
        folded[folded.count - 1] = UnionColumn(kind: .folded(count + 1), phase: column.phase)
      } else {
        folded.append(UnionColumn(kind: .folded(1), phase: column.phase))
      }
    }
    columns = folded
  }

  private mutating func place() {
    var x = Grid.gutter
    for index in columns.indices {
      columns[index].frame = Rect(x: x, y: 0, width: columns[index].width, height: 0)
      x = columns[index].frame.maxX + Grid.gap
    }
  }
}

extension UnionColumn {
  /// Whether a folded map leaves it out.
  fileprivate var isPlain: Bool { kind == .touchpoint && isUnchanged }
}

/// The two journeys that are compared, with what is said of them.
struct ComparedSides {
  let difference: JourneyDifference
  let old: AnnotatedJourney?
  let new: AnnotatedJourney?
  let workspaces: (old: Workspace, new: Workspace)
  let isPlan: Bool
  let words: Words
  /// Of the first side's phases, what they are on the second.
  let phases: [Int: Int]

  var before: Journey? { old?.journey }
  var after: Journey? { new?.journey }

  init(_ difference: WorkspaceDifference, _ journey: JourneyDifference, isPlan: Bool) {
    self.difference = journey
    old = journey.from.map { difference.before.journeys[$0.value] }
    new = journey.to.map { difference.after.journeys[$0.value] }
    workspaces = (difference.before.workspace, difference.after.workspace)
    self.isPlan = isPlan
    words = difference.after.workspace.words
    phases = journey.phases
  }

  var title: String { (after ?? before)?.title ?? "" }

  /// What the tag of a change says; nil for one that has none.
  func tag(_ change: JourneyChange) -> String? { words.tag(change, isPlan: isPlan) { title(of: $0, change.code) } }

  /// The title of what a change names.
  private func title(of name: String, _ code: ChangeCode) -> String {
    switch code {
    case .touchpointMoved:
      let parts = name.split(separator: "/", maxSplits: 1)
      if parts.count == 2 { return workspaces.old.journeys.first { $0.name == parts[0] }?.title ?? name }
      return before?.phases.first { $0.name == name }?.title ?? name
    case .touchpointReplaced, .split: return before?.touchpoints.first { $0.name == name }?.title ?? name
    case .merged: return after?.touchpoints.first { $0.name == name }?.title ?? name
    default: return name
    }
  }
}
