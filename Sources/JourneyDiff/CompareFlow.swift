internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

/// An arrow's ends as the second side names them.
private struct ArrowEnds: Hashable {
  let from: String
  let to: String

  var text: String { "\(from) -> \(to)" }
}

/// An arrow with its ends, on one side.
private struct NamedArrow {
  let ends: ArrowEnds
  let arrow: Arrow
}

extension JourneyComparison {
  /// The arrows, where either side writes any; and the hand-offs that follow from all of them.
  mutating func compareFlow() {
    let (old, new) = (arrows(of: a, isOld: true), arrows(of: b, isOld: false))
    if a.course.isWritten || b.course.isWritten {
      compareTerminals(a.entries, b.entries, .entry, .entryAdded, .entryRemoved)
      compareTerminals(a.exits, b.exits, .exit, .exitAdded, .exitRemoved)
      compareArrows(old, new)
    }
    let owners = (
      Set(old.filter { $0.arrow.handOff != nil }.map(\.ends)), Set(new.filter { $0.arrow.handOff != nil }.map(\.ends))
    )
    derived(owners.0, owners.1, .handOffAdded, .handOffRemoved, old, new) { journey, arrow, workspace in
      arrow.handOff.map { "\(workspace[$0.from].name) -> \(workspace[$0.to].name)" }
    }
    let switches = (
      Set(old.filter(\.arrow.switchesChannel).map(\.ends)), Set(new.filter(\.arrow.switchesChannel).map(\.ends))
    )
    derived(switches.0, switches.1, .channelSwitchAdded, .channelSwitchRemoved, old, new) { _, _, _ in nil }
  }

  private func arrows(of journey: Journey, isOld: Bool) -> [NamedArrow] {
    func name(_ end: Arrow.End) -> String {
      switch end {
      case .touchpoint(let id):
        guard isOld, let new = own.forward[id.value] else { return journey[id].name }
        return b.touchpoints[new].name
      case .entry(let index): return "entry" + (Self.name(of: journey.entries[index]).map { " " + $0 } ?? "")
      case .exit(let index): return "exit" + (Self.name(of: journey.exits[index]).map { " " + $0 } ?? "")
      }
    }
    return journey.arrows.map { NamedArrow(ends: ArrowEnds(from: name($0.from), to: name($0.to)), arrow: $0) }
  }

  private static func name(of terminal: Terminal) -> String? { terminal.name ?? terminal.title }

  private mutating func compareTerminals(
    _ old: [Terminal], _ new: [Terminal], _ kind: ChangeSubject.SubjectKind, _ added: ChangeCode, _ removed: ChangeCode
  ) {
    let (before, after) = (Set(old.map(Self.name)), Set(new.map(Self.name)))
    func subject(_ terminal: Terminal) -> ChangeSubject {
      ChangeSubject(kind, journey: b.name, name: Self.name(of: terminal) ?? "", title: terminal.title ?? "")
    }
    for terminal in new where !before.contains(Self.name(of: terminal)) {
      changes.append(JourneyChange(added, subject(terminal), to: terminal.span))
    }
    for terminal in old where !after.contains(Self.name(of: terminal)) {
      changes.append(JourneyChange(removed, subject(terminal), from: terminal.span))
    }
  }

  private mutating func compareArrows(_ old: [NamedArrow], _ new: [NamedArrow]) {
    // By ends and label, then by ends alone.
    var kept = [Int?](repeating: nil, count: new.count)
    var free = Array(old.indices)
    for withLabel in [true, false] {
      var places: [ArrowEnds: [Int]] = [:]
      for index in free { places[old[index].ends, default: []].append(index) }
      for index in new.indices where kept[index] == nil {
        let found = places[new[index].ends]?.firstIndex { !withLabel || old[$0].arrow.label == new[index].arrow.label }
        guard let found else { continue }
        kept[index] = places[new[index].ends]?.remove(at: found)
      }
      let used = Set(kept.compactMap(\.self))
      free = free.filter { !used.contains($0) }
    }
    // What both sides only imply by their order is no change of the flow.
    let isImplied = a.course.followsWrittenOrder && b.course.followsWrittenOrder
    var added = new.indices.filter { kept[$0] == nil && (new[$0].arrow.isWritten || !isImplied) }
    var removed = free.filter { old[$0].arrow.isWritten || !isImplied }
    if a.course.isWritten != b.course.isWritten, !(added.isEmpty && removed.isEmpty) {
      changes.append(
        change(
          .flowWritten, before: .word(a.course.isWritten ? "written" : "as-written"),
          after: .word(b.course.isWritten ? "written" : "as-written")))
    }
    let rerouted = reroute(&removed, &added, old, new)
    for index in new.indices {
      if let before = kept[index] {
        compare(old[before], new[index])
      } else if let before = rerouted[index] {
        var change = change(.arrowRerouted, new[index], from: old[before].arrow.span)
        (change.before, change.after) = (.word(old[before].ends.text), .word(new[index].ends.text))
        changes.append(change)
      } else if added.contains(index) {
        changes.append(change(.arrowAdded, new[index]))
      }
    }
    for index in removed {
      var change = change(.arrowRemoved, old[index])
      (change.from, change.to) = (old[index].arrow.span, nil)
      changes.append(change)
    }
  }

  /// Arrows that kept their start, and their label or no rival, and lead elsewhere; the older one by the newer.
  private func reroute(_ removed: inout [Int], _ added: inout [Int], _ old: [NamedArrow], _ new: [NamedArrow]) -> [Int:
    Int]
  {
    var found: [Int: Int] = [:]
    let isOn = Set(b.touchpoints.map(\.name)).union(new.flatMap { [$0.ends.from, $0.ends.to] })
    let wasOn = Set(old.flatMap { [$0.ends.from, $0.ends.to] })
    for index in added {
      let (ends, label) = (new[index].ends, new[index].arrow.label)
      // What led to a touchpoint that is gone, or leads to one that is new, was not led elsewhere.
      guard wasOn.contains(ends.to) else { continue }
      let rivals = removed.filter { old[$0].ends.from == ends.from && isOn.contains(old[$0].ends.to) }
      let others = added.filter { new[$0].ends.from == ends.from && wasOn.contains(new[$0].ends.to) }
      let same = rivals.filter { label != nil && old[$0].arrow.label == label }
      let sameNow = others.filter { label != nil && new[$0].arrow.label == label }
      if same.count == 1, sameNow.count == 1 {
        found[index] = same[0]
      } else if rivals.count == 1, others.count == 1 {
        found[index] = rivals[0]
      }
    }
    removed.removeAll { one in found.values.contains(one) }
    added.removeAll { found[$0] != nil }
    return found
  }

  private mutating func compare(_ old: NamedArrow, _ new: NamedArrow) {
    func add(_ code: ChangeCode, _ before: ChangeValue?, _ after: ChangeValue?) {
      var change = change(code, new, from: old.arrow.span)
      (change.before, change.after) = (before, after)
      changes.append(change)
    }
    if old.arrow.label != new.arrow.label {
      add(.label, old.arrow.label.map { .text($0) }, new.arrow.label.map { .text($0) })
    }
    if old.arrow.share != new.arrow.share {
      add(.share, old.arrow.share.map { .share($0) }, new.arrow.share.map { .share($0) })
    }
    if old.arrow.wait != new.arrow.wait {
      add(.wait, old.arrow.wait.map { .times($0) }, new.arrow.wait.map { .times($0) })
    }
  }

  private func change(_ code: ChangeCode, _ arrow: NamedArrow, from: Span? = nil) -> JourneyChange {
    JourneyChange(
      code,
      ChangeSubject(.arrow, journey: b.name, name: arrow.ends.text, title: arrow.arrow.label ?? ""),
      from: from, to: arrow.arrow.span)
  }

  private mutating func derived(
    _ before: Set<ArrowEnds>, _ after: Set<ArrowEnds>, _ added: ChangeCode, _ removed: ChangeCode, _ old: [NamedArrow],
    _ new: [NamedArrow], _ what: (Journey, Arrow, Workspace) -> String?
  ) {
    guard before != after else { return }
    var told: Set<ArrowEnds> = []
    for arrow in new
    where after.contains(arrow.ends) && !before.contains(arrow.ends) && told.insert(arrow.ends).inserted {
      var change = change(added, arrow)
      change.after = what(b, arrow.arrow, second.workspace.workspace).map { .word($0) }
      changes.append(change)
    }
    for arrow in old
    where before.contains(arrow.ends) && !after.contains(arrow.ends) && told.insert(arrow.ends).inserted {
      var change = change(removed, arrow)
      (change.from, change.to) = (arrow.arrow.span, nil)
      change.before = what(a, arrow.arrow, first.workspace.workspace).map { .word($0) }
      changes.append(change)
    }
  }
}
