internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

extension JourneyComparison {
  /// The arrows, where either side writes any; and the hand-offs that follow from all of them.
  mutating func compareFlow() {
    let (old, new) = (arrows(of: a, isOld: true), arrows(of: b, isOld: false))
    if a.course.isWritten || b.course.isWritten {
      compareTerminals(a.entries, b.entries, .entry, .entryAdded, .entryRemoved)
      compareTerminals(a.exits, b.exits, .exit, .exitAdded, .exitRemoved)
      compareArrows(old, new)
    }
    changes += derived(old, new, .handOffAdded, .handOffRemoved, \.isHandOff) { arrow in
      guard let handOff = self[arrow].handOff else { return "" }
      let side = arrow.isOld ? first.workspace : second.workspace
      return [handOff.from, handOff.to].compactMap { owner($0, in: side, isOld: arrow.isOld) }
        .joined(separator: " -> ")
    }
    changes += derived(old, new, .channelSwitchAdded, .channelSwitchRemoved, \.isChannelSwitch) { arrow in
      [self[arrow].from, self[arrow].to].compactMap { mainChannel(at: $0, isOld: arrow.isOld) }
        .joined(separator: " -> ")
    }
  }

  private func mainChannel(at end: Arrow.End, isOld: Bool) -> String? {
    guard case .touchpoint(let id) = end else { return nil }
    guard let channel = (isOld ? a : b)[id].channels.first else { return nil }
    return isOld ? names.channel(first.workspace.workspace[channel].name) : second.workspace.workspace[channel].name
  }

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

  private mutating func compareArrows(_ old: [FlowArrow], _ new: [FlowArrow]) {
    let (kept, free) = keptArrows(old, new)
    // What both sides only imply by their order is no change of the flow.
    let followOrder = a.course.followsWrittenOrder && b.course.followsWrittenOrder
    var added = new.indices.filter { kept[$0] == nil && (!followOrder || self[new[$0]].isWritten) }
    var removed = free.filter { !followOrder || self[old[$0]].isWritten }
    if a.course.isWritten != b.course.isWritten, !(added.isEmpty && removed.isEmpty) {
      changes.append(
        change(
          .flowWritten, before: .word(a.course.isWritten ? "written" : "as-written"),
          after: .word(b.course.isWritten ? "written" : "as-written")))
    }
    let rerouted = reroute(&removed, &added, old, new)
    var isAdded = [Bool](repeating: false, count: new.count)
    for index in added { isAdded[index] = true }
    for index in new.indices {
      if let before = kept[index] {
        compare(old[before], new[index])
      } else if let before = rerouted[index] {
        var change = change(.arrowRerouted, new[index])
        change.from = self[old[before]].span
        (change.before, change.after) = (.word(text(old[before].ends)), .word(text(new[index].ends)))
        changes.append(change)
      } else if isAdded[index] {
        var change = change(.arrowAdded, new[index])
        change.isImplied = isImplied(new[index])
        changes.append(change)
      }
    }
    for index in removed {
      var change = change(.arrowRemoved, old[index])
      change.isImplied = isImplied(old[index])
      changes.append(change)
    }
  }

  /// Beside the arrows of the second side the same of the first, by ends and label, then by ends alone; and those of the
  /// first that are left.
  private func keptArrows(_ old: [FlowArrow], _ new: [FlowArrow]) -> (kept: [Int?], free: [Int]) {
    var kept = [Int?](repeating: nil, count: new.count)
    var isFree = [Bool](repeating: true, count: old.count)
    func isSame(_ one: Int, _ other: Int) -> Bool { self[old[one]].label == self[new[other]].label }
    func keep(_ one: Int, as other: Int) { (kept[other], isFree[one]) = (one, false) }
    // Most flows begin alike on both sides.
    for index in 0..<min(old.count, new.count) {
      guard old[index].ends == new[index].ends, isSame(index, index) else { break }
      keep(index, as: index)
    }
    for withLabel in [true, false] {
      let left = new.indices.filter { kept[$0] == nil }
      guard !left.isEmpty else { break }
      var byStart = ArrowsByStart(old, old.indices.filter { isFree[$0] })
      for index in left {
        if let found = byStart.take(new[index].ends, where: { !withLabel || isSame($0, index) }) {
          keep(found, as: index)
        }
      }
    }
    return (kept, old.indices.filter { isFree[$0] })
  }

  /// Arrows that kept their start, and their label or no rival, and lead elsewhere; the older one by the newer.
  private func reroute(
    _ removed: inout [Int], _ added: inout [Int], _ old: [FlowArrow], _ new: [FlowArrow]
  ) -> [Int: Int] {
    guard !removed.isEmpty, !added.isEmpty else { return [:] }
    let isOn = Set(new.flatMap { [$0.ends.from, $0.ends.to] })
    let wasOn = Set(old.flatMap { [$0.ends.from, $0.ends.to] })
    func isThere(_ end: ComparedEnd) -> Bool { if case .touchpoint = end { true } else { isOn.contains(end) } }
    // What led to a touchpoint that is gone, or leads to one that is new, was not led elsewhere.
    let gone = Dictionary(grouping: removed.filter { isThere(old[$0].ends.to) }) { old[$0].ends.from }
    let came = Dictionary(grouping: added.filter { wasOn.contains(new[$0].ends.to) }) { new[$0].ends.from }
    var found: [Int: Int] = [:]
    for index in added where wasOn.contains(new[index].ends.to) {
      let label = self[new[index]].label
      let (rivals, others) = (gone[new[index].ends.from] ?? [], came[new[index].ends.from] ?? [])
      let same = rivals.filter { label != nil && self[old[$0]].label == label }
      let sameNow = others.filter { label != nil && self[new[$0]].label == label }
      if same.count == 1, sameNow.count == 1 {
        found[index] = same[0]
      } else if rivals.count == 1, others.count == 1 {
        found[index] = rivals[0]
      }
    }
    let led = Set(found.values)
    removed.removeAll(where: led.contains)
    added.removeAll { found[$0] != nil }
    return found
  }

  private mutating func compare(_ old: FlowArrow, _ new: FlowArrow) {
    func add(_ code: ChangeCode, _ before: ChangeValue?, _ after: ChangeValue?) {
      var change = change(code, new)
      change.from = self[old].span
      (change.before, change.after) = (before, after)
      changes.append(change)
    }
    if self[old].label != self[new].label {
      add(.label, self[old].label.map { .text($0) }, self[new].label.map { .text($0) })
    }
    if self[old].share != self[new].share {
      add(.share, self[old].share.map { .share($0) }, self[new].share.map { .share($0) })
    }
    if self[old].wait != self[new].wait {
      add(.wait, self[old].wait.map { .times($0) }, self[new].wait.map { .times($0) })
    }
  }

  /// What follows from arrows and from who and what is at their ends.
  ///
  /// Where a touchpoint moved, or came in another's place, the same two departments or channels may still follow each
  /// other: that is neither new nor gone.
  private func derived(
    _ old: [FlowArrow], _ new: [FlowArrow], _ added: ChangeCode, _ removed: ChangeCode,
    _ isCrossing: (FlowArrow) -> Bool, text: (FlowArrow) -> String
  ) -> [JourneyChange] {
    func crossing(_ arrows: [FlowArrow]) -> [Int] { arrows.indices.filter { isCrossing(arrows[$0]) } }
    let (before, after) = (crossing(old), crossing(new))
    let known = (ArrowsByStart(old, before), ArrowsByStart(new, after))
    /// Those whose ends have none on the other side, each once.
    func alone(_ arrows: [FlowArrow], _ places: [Int], beside others: ArrowsByStart) -> [(
      arrow: FlowArrow, what: String
    )] {
      var seen: Set<ArrowEnds> = []
      let found = places.filter { !others.contains(arrows[$0].ends) && seen.insert(arrows[$0].ends).inserted }
      return found.map { (arrows[$0], text(arrows[$0])) }
    }
    var gone = alone(old, before, beside: known.1)
    var came = alone(new, after, beside: known.0)
    // Those that are written first: they can only be what an implied one was.
    for isAnyImplied in [false, true] {
      came.removeAll { one in
        guard isImplied(one.arrow) == isAnyImplied,
          let same = gone.firstIndex(where: { $0.what == one.what && (isImplied($0.arrow) || isAnyImplied) })
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
        change.before = one.what.isEmpty ? nil : .word(one.what)
        return change
      }
  }
}
