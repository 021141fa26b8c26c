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
  let place: ChangedArrow
  /// Its ends as people know them.
  let title: String
  /// Whether a touchpoint, an entry or an exit at one of its ends is on this side only.
  let hasEndOfItsOwn: Bool

  /// Whether that it came or went follows from something else: from its end, or from the order of the touchpoints.
  var isImplied: Bool { hasEndOfItsOwn || !arrow.isWritten }
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
    changes += derived(old, new, .handOffAdded, .handOffRemoved) { arrow, isOld in
      guard let handOff = arrow.handOff else { return nil }
      let side = isOld ? first.workspace : second.workspace
      return [handOff.from, handOff.to].compactMap { owner($0, in: side, isOld: isOld) }.joined(separator: " -> ")
    }
    changes += derived(old, new, .channelSwitchAdded, .channelSwitchRemoved) { arrow, isOld in
      guard arrow.switchesChannel else { return nil }
      return [arrow.from, arrow.to].compactMap { mainChannel(at: $0, isOld: isOld) }.joined(separator: " -> ")
    }
  }

  private func mainChannel(at end: Arrow.End, isOld: Bool) -> String? {
    guard case .touchpoint(let id) = end else { return nil }
    guard let channel = (isOld ? a : b)[id].channels.first else { return nil }
    return isOld ? names.channel(first.workspace.workspace[channel].name) : second.workspace.workspace[channel].name
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
    let terminals = (
      entries: Set((isOld ? b : a).entries.map(Self.name)), exits: Set((isOld ? b : a).exits.map(Self.name))
    )
    func isOfItsOwn(_ end: Arrow.End) -> Bool {
      switch end {
      case .touchpoint(let id): (isOld ? own.forward : own.backward)[id.value] == nil
      case .entry(let index): !terminals.entries.contains(Self.name(of: journey.entries[index]))
      case .exit(let index): !terminals.exits.contains(Self.name(of: journey.exits[index]))
      }
    }
    func place(_ end: Arrow.End) -> ChangedArrow.ArrowEnd {
      switch end {
      case .touchpoint(let id):
        guard isOld else { return .touchpoint(id.value, isGone: false) }
        return own.forward[id.value].map { .touchpoint($0, isGone: false) } ?? .touchpoint(id.value, isGone: true)
      case .entry(let index): return .entry(journey.entries[index].title ?? journey.entries[index].name ?? "")
      case .exit(let index): return .exit(journey.exits[index].title ?? journey.exits[index].name ?? "")
      }
    }
    func title(_ end: Arrow.End) -> String {
      switch end {
      case .touchpoint(let id): journey[id].title
      case .entry(let index): journey.entries[index].title ?? journey.entries[index].name ?? "entry"
      case .exit(let index): journey.exits[index].title ?? journey.exits[index].name ?? "exit"
      }
    }
    return journey.arrows.map { arrow in
      NamedArrow(
        ends: ArrowEnds(from: name(arrow.from), to: name(arrow.to)), arrow: arrow,
        place: ChangedArrow(from: place(arrow.from), to: place(arrow.to)),
        title: "\(title(arrow.from)) → \(title(arrow.to))",
        hasEndOfItsOwn: isOfItsOwn(arrow.from) || isOfItsOwn(arrow.to))
    }
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
        var change = change(.arrowAdded, new[index])
        change.isImplied = new[index].isImplied
        changes.append(change)
      }
    }
    for index in removed {
      var change = change(.arrowRemoved, old[index])
      (change.from, change.to, change.isImplied) = (old[index].arrow.span, nil, old[index].isImplied)
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
    var change = JourneyChange(
      code,
      ChangeSubject(.arrow, journey: b.name, name: arrow.ends.text, title: arrow.title),
      from: from, to: arrow.arrow.span)
    change.arrow = arrow.place
    return change
  }

  /// What follows from arrows and from who and what is at their ends.
  ///
  /// Where a touchpoint moved, or came in another's place, the same two departments or channels may still follow each
  /// other: that is neither new nor gone.
  private func derived(
    _ old: [NamedArrow], _ new: [NamedArrow], _ added: ChangeCode, _ removed: ChangeCode,
    _ crossing: (Arrow, _ isOld: Bool) -> String?
  ) -> [JourneyChange] {
    func found(_ arrows: [NamedArrow], isOld: Bool) -> [(arrow: NamedArrow, what: String)] {
      var seen: Set<ArrowEnds> = []
      return arrows.compactMap { arrow in
        crossing(arrow.arrow, isOld).flatMap { seen.insert(arrow.ends).inserted ? (arrow, $0) : nil }
      }
    }
    let (before, after) = (found(old, isOld: true), found(new, isOld: false))
    let ends = (Set(before.map(\.arrow.ends)), Set(after.map(\.arrow.ends)))
    var gone = before.filter { !ends.1.contains($0.arrow.ends) }
    var came = after.filter { !ends.0.contains($0.arrow.ends) }
    // Those that are written first: they can only be what an implied one was.
    for isImplied in [false, true] {
      came.removeAll { one in
        guard one.arrow.isImplied == isImplied,
          let same = gone.firstIndex(where: { $0.what == one.what && ($0.arrow.isImplied || isImplied) })
        else { return false }
        gone.remove(at: same)
        return true
      }
    }
    return came.map { one in
      var change = change(added, one.arrow)
      change.after = one.what.isEmpty ? nil : .word(one.what)
      return change
    }
      + gone.map { one in
        var change = change(removed, one.arrow)
        (change.from, change.to) = (one.arrow.arrow.span, nil)
        change.before = one.what.isEmpty ? nil : .word(one.what)
        return change
      }
  }
}
