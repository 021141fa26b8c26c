package import JourneyDiff
internal import JourneyModel

/// What the map of both sides says beside its boxes and lines: a sign and a word on each change.
extension Words {
  /// What became of a touchpoint, a phase or an arrow as a whole; nil for a change of what is in it.
  ///
  /// - Parameters:
  ///   - title: what something that the change names is titled.
  ///   - isPlan: whether the sides are today and a plan.
  package func tag(_ change: JourneyChange, isPlan: Bool, title: (String) -> String) -> String? {
    func before(_ words: (String) -> String) -> String? {
      if case .word(let name)? = change.before { words(title(name)) } else { nil }
    }
    switch change.code {
    case .touchpointAdded, .phaseAdded, .arrowAdded, .entryAdded, .exitAdded:
      return "+ " + (isPlan ? self("planned") : self("new"))
    case .touchpointRemoved, .phaseRemoved, .arrowRemoved, .entryRemoved, .exitRemoved:
      return "− " + (isPlan ? self("only today") : self("removed"))
    case .touchpointMoved:
      guard change.before != change.after else { return "↷ " + self("moved") }
      return before { "↷ " + self("from \($0)") }
    case .phaseMoved: return "↷ " + self("moved")
    case .touchpointRenamed, .phaseRenamed: return before { self("was \($0)") }
    case .touchpointReplaced: return before { "? " + self("replaces \($0)") }
    case .split: return before { "~ " + self("was a part of \($0)") }
    case .merged:
      if case .word(let name)? = change.after { return "− " + self("is a part of \(title(name)) now") }
      return nil
    case .title:
      if case .text(let old)? = change.before { return self("was “\(old)”") }
      return nil
    default: return nil
    }
  }

  /// Under the old figure and the new one: `▼ clearly worse`.
  package func verdict(_ change: JourneyChange) -> String {
    let sign = change.code.sign
    return (sign == "~" ? "" : sign + " ") + change.code.label(in: self)
  }

  /// A change beside what it is about: `target made easier: csat >= 85% → csat >= 70%`.
  package func line(_ change: JourneyChange) -> String {
    let detail = detail(change)
    let label = change.code.label(in: self)
    return "\(change.code.sign) " + (detail.isEmpty ? label : "\(label): \(detail)")
  }

  /// The same with what it is about, for a list.
  package func fullLine(_ change: JourneyChange) -> String {
    let subject = change.subject
    let name = subject.title.isEmpty ? subject.name : subject.title
    return "\(name): \(line(change))"
  }

  package func unchangedColumns(_ count: Int) -> String { self("\(count) unchanged") }
  package func wasHere(_ title: String) -> String { self("\(title) was here") }
  package func before(isPlan: Bool) -> String { isPlan ? self("today") : self("before") }
  package func after(isPlan: Bool) -> String { isPlan ? self("planned") : self("now") }
  package var changedWays: String { self("Changed ways") }
  package var figuresOfBothSides: String { self("Figures") }
  package var otherChanges: String { self("What else changed") }
  package var notOnTheMap: String { self("Not on the map") }
  package var keysOfChanges: String { self("n is the next change, p the one before") }
}
