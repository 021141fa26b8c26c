package import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// Places one map of both sides of a comparison: what is new and gone beside what stays, in one order.
///
/// - Parameters:
///   - isPlan: whether the sides are a journey of today and the plan that is to replace it.
///   - changedOnly: whether runs of unchanged touchpoints are folded into one narrow column.
///   - prefix: begins every id, so that several maps can share a page.
package func place(
  _ difference: WorkspaceDifference, _ journey: JourneyDifference, isPlan: Bool, changedOnly: Bool, prefix: String
) -> PlacedComparison {
  let sides = ComparedSides(difference, journey, isPlan: isPlan)
  let union = UnionColumns(sides, changedOnly: changedOnly)
  // A folded map is for pictures beside text, which are read at the width of a page.
  let strips = changedOnly ? union.strips : [union]
  var whole = PlacedComparison(width: 0, height: Grid.margin, groups: [])
  for (index, strip) in strips.enumerated() {
    var placing = ComparedPlacing(sides, strip, prefix, top: whole.height)
    if index == 0 { placing.placeHead() }
    placing.placePhases()
    placing.placeCards()
    placing.placeWays()
    placing.placeFigures()
    placing.placeCurves()
    placing.placeNotes()
    if index == strips.count - 1 { placing.placeFoot() }
    let placed = placing.placed
    whole.groups += placed.groups
    (whole.width, whole.height) = (max(whole.width, placed.width), placed.height)
  }
  return whole.directed(in: difference.after.workspace)
}

/// What is placed so far, from the top down.
struct ComparedPlacing {
  let sides: ComparedSides
  let union: UnionColumns
  let prefix: String
  var columns: [UnionColumn]
  /// Where the next row begins.
  var y: Double
  /// Of the rows: head, phases, names of lanes, ways, foot.
  var rows: [ComparedGroup] = []
  /// Beside the columns.
  var groups: [ComparedGroup]

  var words: Words { sides.words }
  /// Where the columns end.
  var right: Double { max(columns.last?.frame.maxX ?? 0, 640) }

  init(_ sides: ComparedSides, _ union: UnionColumns, _ prefix: String, top: Double) {
    (self.sides, self.union, self.prefix, y) = (sides, union, prefix, top)
    columns = union.columns
    groups = columns.map { _ in ComparedGroup(kind: .column) }
  }

  var placed: PlacedComparison {
    PlacedComparison(width: right + Grid.margin, height: (y + Grid.margin).rounded(.up), groups: rows + groups)
  }

  /// The name of a row of the map, in the gutter.
  mutating func name(_ text: String, top: Double) {
    let block = TextBlock(text, .lane, x: Grid.margin, top: top, width: Grid.gutter - Grid.margin - 8, most: 3)
    rows.append(ComparedGroup(kind: .foot, shapes: [.text(block, isMuted: false)]))
  }

  mutating func rule() {
    rows.append(
      ComparedGroup(
        kind: .foot, shapes: [.line([Point(x: Grid.margin, y: y), Point(x: right, y: y)], .rule)]))
    y += 10
  }
}

extension ComparedPlacing {
  mutating func placeHead() {
    var head = ComparedGroup(kind: .head)
    func add(_ text: String, _ style: TextStyle, isMuted: Bool = false) {
      let block = TextBlock(text, style, x: Grid.margin, top: y, width: right - Grid.margin, most: 4)
      y = block.frame.maxY + 4
      head.shapes.append(.text(block, isMuted: isMuted))
    }
    add(sides.title, .title)
    if sides.isPlan, let before = sides.before, before.title != sides.title {
      add("\(before.title) → \(sides.title)", .subtitle, isMuted: true)
    }
    add(words.counts(sides.difference.changes), .subtitle, isMuted: true)
    y += 10
    rows.append(head)
  }

  mutating func placePhases() {
    var placed = ComparedGroup(kind: .phases)
    var height = 0.0
    for (index, phase) in union.phases.enumerated() {
      let own = columns.filter { $0.phase == index }
      guard let first = own.first, let last = own.last else { continue }
      let frame = Rect(x: first.frame.x, y: y, width: last.frame.maxX - first.frame.x, height: 0)
      let title = TextBlock(phase.title, .phase, x: frame.x + 10, top: y + 5, width: frame.width - 20, most: 3)
      var bottom = title.frame.maxY
      placed.shapes.append(.box(frame, phase.isGone ? .gone : .phase, radius: 6))
      placed.shapes.append(phase.isGone ? .struck(title) : .text(title, isMuted: false))
      for tag in phase.tags {
        let block = TextBlock(tag, .owner, x: frame.x + 10, top: bottom, width: frame.width - 20, most: 3)
        placed.shapes.append(.text(block, isMuted: false))
        bottom = block.frame.maxY
      }
      height = max(height, bottom + 5 - y)
    }
    for index in placed.shapes.indices {
      if case .box(var frame, let look, let radius) = placed.shapes[index] {
        frame.height = height
        placed.shapes[index] = .box(frame, look, radius: radius)
      }
    }
    y += height + 8
    rows.append(placed)
  }

  /// What changed with a touchpoint as a whole stands over its title, in words.
  mutating func placeCards() {
    let padding = 9.0
    var bottom = y
    var drawn: [(index: Int, look: ComparedShape.ComparedLook)] = []
    for (index, column) in columns.enumerated() {
      let room = column.width - 2 * padding
      var top = y + 8
      func block(_ text: String, _ style: TextStyle, most: Int = 6) -> TextBlock {
        let block = TextBlock(text, style, x: column.frame.x + padding, top: top, width: room, most: most)
        top = block.frame.maxY + 2
        return block
      }
      switch column.kind {
      case .folded(let count):
        groups[index].shapes.append(.text(block(words.unchangedColumns(count), .caption), isMuted: true))
        groups[index].sentence = words.unchangedColumns(count)
        drawn.append((index, .folded))
      case .slot:
        let title = column.new.flatMap { sides.after?.touchpoints[$0].title } ?? ""
        groups[index].shapes.append(.text(block("↷ " + words.wasHere(title), .caption, most: 8), isMuted: true))
        groups[index].sentence = words.wasHere(title)
        drawn.append((index, .slot))
      case .touchpoint:
        let tags = tags(of: column)
        for tag in tags { groups[index].shapes.append(.text(block(tag, .owner), isMuted: false)) }
        let title = block(touchpoint(column)?.title ?? "", .card)
        let isGone = column.new == nil
        groups[index].shapes.append(isGone ? .struck(title) : .text(title, isMuted: column.isUnchanged))
        let facts = facts(of: column)
        if !facts.isEmpty { groups[index].shapes.append(.text(block(facts, .caption), isMuted: true)) }
        groups[index].id = id(of: column)
        groups[index].sentence = ([touchpoint(column)?.title ?? ""] + tags).joined(separator: ". ")
        drawn.append(
          (index, isGone ? .removed : column.old == nil ? .added : column.isUnchanged ? .unchanged : .changed))
      }
      bottom = max(bottom, top + 6)
    }
    for (index, look) in drawn {
      let frame = Rect(x: columns[index].frame.x, y: y, width: columns[index].width, height: bottom - y)
      columns[index].frame = frame
      groups[index].shapes.insert(.box(frame, look, radius: 8), at: 0)
      if look == .added { groups[index].shapes.insert(.box(frame.inset(by: 3), .added, radius: 6), at: 1) }
      if let notch = notch(index, frame) { groups[index].shapes.append(notch) }
    }
    y = bottom + 12
  }

  func touchpoint(_ column: UnionColumn) -> Touchpoint? {
    column.new.flatMap { sides.after?.touchpoints[$0] } ?? column.old.flatMap { sides.before?.touchpoints[$0] }
  }

  func id(of column: UnionColumn) -> String {
    column.new.map { "\(prefix)-n\($0 + 1)" } ?? "\(prefix)-o\((column.old ?? 0) + 1)"
  }

  private func tags(of column: UnionColumn) -> [String] {
    var tags = column.changes.filter { !$0.isImplied || column.new == nil }.compactMap { sides.tag($0) }
    // A new title says more than a new name.
    if column.changes.contains(where: { $0.code == .title }) {
      let names = column.changes.filter { $0.code == .touchpointRenamed }.compactMap { sides.tag($0) }
      tags.removeAll { names.contains($0) }
    }
    return tags
  }

  /// Owner and channels: who and where.
  private func facts(of column: UnionColumn) -> String {
    guard let touchpoint = touchpoint(column) else { return "" }
    let workspace = column.new == nil ? sides.workspaces.old : sides.workspaces.new
    let owner = touchpoint.owner.map { workspace[$0].title }
    return ([owner].compactMap(\.self) + touchpoint.channels.map { workspace[$0].title }).joined(separator: " · ")
  }

  /// A notch on the side from which a touchpoint came.
  private func notch(_ index: Int, _ frame: Rect) -> ComparedShape? {
    guard columns[index].kind == .touchpoint, let old = columns[index].old,
      columns[index].changes.contains(where: { $0.code == .touchpointMoved })
    else { return nil }
    // From the right where what came right after it is now to the left of it.
    let after = columns.firstIndex { $0.kind == .touchpoint && ($0.old ?? -1) > old }
    let isFromRight = after.map { $0 < index } == false && columns.prefix(index).allSatisfy { ($0.old ?? -1) < old }
    let slot = columns.firstIndex { $0.kind == .slot && $0.old == old }
    let x = (slot.map { $0 > index } ?? isFromRight) ? frame.maxX : frame.x
    let way = x == frame.x ? -7.0 : 7
    return .line(
      [Point(x: x, y: frame.y + 14), Point(x: x + way, y: frame.y + 20), Point(x: x, y: frame.y + 26)], .notch)
  }
}

extension ComparedPlacing {
  /// Everything else that changed in a touchpoint, in its column: facts, targets, what the team assumes.
  mutating func placeNotes() {
    var bottom = y
    let top = y
    for (index, column) in columns.enumerated() {
      var at = top
      for change in column.changes where sides.tag(change) == nil && !change.isFigure && !change.isImplied {
        let block = TextBlock(words.line(change), .note, x: column.frame.x, top: at, width: column.width, most: 9)
        groups[index].shapes.append(.text(block, isMuted: false))
        groups[index].sentence += ". " + words.line(change)
        at = block.frame.maxY + 6
      }
      for action in actions(at: column) {
        let block = TextBlock("→ " + action.title, .note, x: column.frame.x, top: at, width: column.width, most: 5)
        groups[index].shapes.append(.text(block, isMuted: true))
        at = block.frame.maxY + 6
      }
      bottom = max(bottom, at)
    }
    guard bottom > top else { return }
    name(words.otherChanges, top: top)
    y = max(bottom, top + 34) + 6
    rule()
  }

  /// Of a plan: what leads there stands at its touchpoint.
  private func actions(at column: UnionColumn) -> [Action] {
    guard sides.isPlan, column.kind == .touchpoint else { return [] }
    let (old, new) = (sides.before, sides.after)
    return (sides.workspaces.new.actions + (old?.actions ?? []) + (new?.actions ?? [])).filter { action in
      guard action.isOpen, let touchpoint = action.subject.touchpoint?.value else { return false }
      return action.subject.journey == old?.id && touchpoint == column.old
        || action.subject.journey == new?.id && touchpoint == column.new
    }
  }

  /// What the signs mean, and what changed that is in no column.
  mutating func placeFoot() {
    var foot = ComparedGroup(kind: .foot)
    let rest = union.rest.filter { $0.arrow == nil && !$0.isImplied }
    let told = rest.filter { $0.code.kind != .text && $0.code != .noClearChange }
    let lines = told.prefix(12).map { words.fullLine($0) }
    let others = Array(told.dropFirst(12)) + rest.filter { $0.code.kind == .text }
    let implied = sides.difference.changes.count(where: \.isImplied)
    var texts = lines.isEmpty ? [] : [words.notOnTheMap + ":"] + lines
    if !others.isEmpty { texts.append("\(words.notOnTheMap): \(words.counts(others))") }
    if implied > 0 { texts.append(words.impliedChanges(implied)) }
    for text in texts {
      let block = TextBlock(text, .caption, x: Grid.margin, top: y, width: min(right - Grid.margin, 1100), most: 3)
      foot.shapes.append(.text(block, isMuted: true))
      y = block.frame.maxY + 2
    }
    rows.append(foot)
  }
}

extension JourneyChange {
  /// Whether the row of figures says it.
  var isFigure: Bool { code.kind == .answers && figure != nil }
}
