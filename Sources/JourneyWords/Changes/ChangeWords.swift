package import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

extension Words {
  /// What a change is, beside its code and the name of what it is about; empty where these say all.
  package func detail(_ change: JourneyChange) -> String {
    switch change.code {
    case .worse, .better, .noClearChange, .restated, .askedDifferently, .nowHidden, .nowShown, .nowMeasured,
      .noLongerMeasured:
      figure(change)
    case .touchpointAdded: list([place(change), change.after.map { self("owner \(value($0))") }])
    case .touchpointRemoved: list([place(change), change.before.map { self("owner \(value($0))") }])
    case .journeyAdded, .journeyRemoved: touchpoints(change.after ?? change.before)
    case .touchpointMoved: moved(change)
    case .touchpointReplaced:
      change.before.map(value).map { self("in place of \($0)? If it is the same, write in it: was \($0)") } ?? ""
    case .touchpointRenamed, .phaseRenamed, .journeyRenamed: change.before.map { self("was \(value($0))") } ?? ""
    case .hideBelowLowered, .hideBelowRaised: "hide-below \(beforeAndAfter(change))"
    case .split: change.before.map { self("was a part of \(value($0))") } ?? ""
    case .merged: change.after.map { self("is a part of \(value($0)) now") } ?? ""
    case .historyLost:
      self("its answers stay in the tally, and nothing has its name; write in the new one: was \(change.subject.name)")
    case .historyFound: self("answers of the tally have a touchpoint again")
    case .targetLoosened, .targetTightened: list([beforeAndAfter(change), judgement(change)])
    case .handOffAdded, .handOffRemoved, .channelSwitchAdded, .channelSwitchRemoved, .arrowRerouted:
      beforeAndAfter(change).replacing(" -> ", with: " → ")
    case .otherFacts:
      list([
        change.after.map { self("new: \(value($0))") }, change.before.map { self("gone: \(value($0))") },
        change.subject.title.isEmpty && (change.after ?? change.before) != nil ? nil : self("see git diff"),
      ])
    default: beforeAndAfter(change)
    }
  }

  private func touchpoints(_ value: ChangeValue?) -> String {
    guard case .number(let number)? = value else { return "" }
    let count = Int(number)
    return self(count, "\(count) touchpoint", "\(count) touchpoints")
  }

  private func list(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func place(_ change: JourneyChange) -> String? {
    change.place.map { place in
      place.after.map { self("in \(place.phase), after \($0)") } ?? self("first in \(place.phase)")
    }
  }

  private func moved(_ change: JourneyChange) -> String {
    guard change.before != change.after else { return place(change) ?? "" }
    guard let before = change.before.map(value) else { return "" }
    return list([change.after.map { "\(before) → \(value($0))" } ?? self("from \(before)"), place(change)])
  }

  private func beforeAndAfter(_ change: JourneyChange) -> String {
    switch (change.before.map(value), change.after.map(value)) {
    case (let before?, let after?): "\(before) → \(after)"
    case (let before?, nil): change.code.sign == "−" ? before : self("no longer \(before)")
    case (nil, let after?): change.code.sign == "~" ? self("now \(after)") : after
    case (nil, nil): ""
    }
  }

  private func value(_ value: ChangeValue) -> String {
    switch value {
    case .word(let word): word
    case .text(let text): self("“\(text)”")
    case .number(let number): short(number, places: 6)
    case .share(let share): FigureFormat(.share, self, places: 6).text(share)
    case .times(let times): times.text(in: self)
    case .target(let target): written(target)
    case .expected(let metric, let change): "\(metric.rawValue) \(metric.text(expected: change, in: self))"
    case .period(let period): period.spoken(in: self)
    case .record(let period, .value(let value), let isShare):
      "\(period.spoken(in: self)): "
        + (isShare ? FigureFormat(.share, self, places: 6).text(value) : short(value, places: 6))
    case .record(let period, .count(let count, let of, _), _):
      self("\(period.spoken(in: self)): \(short(count, places: 6)) of \(short(of, places: 6))")
    }
  }

  /// A target with a word on where it comes from, if nobody wrote it.
  private func written(_ target: Target) -> String {
    let text =
      "\(target.metric.rawValue) \(target.comparison.rawValue) \(target.metric.text(target: target.value, in: self))"
    return target.isDefault ? self("\(text) (the default)") : text
  }

  /// The figure of now against both targets: `53% missed it, and meets it now`.
  private func judgement(_ change: JourneyChange) -> String? {
    guard let score = change.figure?.to, let figure = score.current,
      case .target(let before)? = change.before, case .target(let after)? = change.after
    else { return nil }
    func meets(_ target: Target) -> Bool {
      target.metric.higherIsBetter ? figure.value >= target.value : figure.value <= target.value
    }
    let text = score.metric.text(figure.value, in: self)
    return switch (meets(before), meets(after)) {
    case (false, true): self("its \(text) missed the target, and meets it now")
    case (true, false): self("its \(text) met the target, and misses it now")
    case (true, true): self("its \(text) meets both")
    case (false, false): self("its \(text) misses both")
    }
  }

  private func figure(_ change: JourneyChange) -> String {
    guard let figure = change.figure else { return "" }
    let name = figure.metric.name(in: self)
    switch change.code {
    case .nowMeasured, .nowShown: return list([name, figure.to?.summary(under: nil, in: self)])
    case .noLongerMeasured, .nowHidden:
      return list([name, figure.from.map { self("before: \($0.summary(under: nil, in: self))") }])
    case .askedDifferently:
      return self("\(name): another scale, feedback or rule of counting, so the two are not compared")
    case .restated: return restated(figure, name)
    default: return compared(figure, name)
    }
  }

  private func restated(_ figure: ComparedFigure, _ name: String) -> String {
    guard let before = figure.from, let after = figure.to, let period = after.period else { return name }
    let counts = self("\(name), \(period.spoken(in: self)): \(n(before.n)) → \(decimal(Double(after.n)))")
    guard !figure.isWithheld, let was = before.figure, let now = after.figure else { return counts }
    return "\(counts), \(figure.metric.text(was.value, in: self)) → \(figure.metric.text(now.value, in: self))"
  }

  private func compared(_ figure: ComparedFigure, _ name: String) -> String {
    guard let before = figure.from, let after = figure.to, let was = before.figure, let now = after.figure,
      let older = before.period, let newer = after.period, let change = figure.change
    else { return name }
    let metric = figure.metric
    let values = "\(name) \(metric.text(was.value, in: self)) → \(metric.text(now.value, in: self))"
    let difference = figure.isReversed ? nil : metric.text(change: change, in: self)
    return [
      values, difference, "\(n(before.n)) → \(decimal(Double(after.n)))",
      "\(older.spoken(in: self)) → \(newer.spoken(in: self))",
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension Words {
  /// What the kinds of change are called.
  package func title(_ kind: ChangeClass) -> String {
    switch kind {
    case .answers: self("Answers")
    case .judgement: self("How answers and findings are judged")
    case .structure: self("Structure")
    case .responsibility: self("Who is responsible")
    case .facts: self("Facts, goals and actions")
    case .assumptions: self("The team’s assumptions")
    case .text: self("Texts")
    }
  }

  /// Why a gate could not be judged.
  package func reason(_ reason: GateOutcome.GateReason) -> String {
    switch reason {
    case .nothingToCompare: self("no figure is shown on both sides for periods that can be compared")
    case .nothingAdded: self("no touchpoint is new")
    case .noAction: self("no action has a due date or an effect")
    }
  }

  /// A figure that was not held against the one before.
  package func sentence(_ one: NotCompared) -> String {
    let name = one.metric.name(in: self)
    return switch one.reason {
    case .periodsOverlap: self("\(one.subject.name), \(name): not compared, because the periods overlap")
    case .cannotBeTested: self("\(one.subject.name), \(name): not compared, because the two cannot be tested")
    }
  }

  package var onlyTheFormChanged: String { self("Only comments, order or layout of the files changed.") }
  package var whatChangedInJourneys: String { self("What changed in the journeys") }
  package func whatChanged(in title: String) -> String { self("What changed in \(title)") }
  package var noGateFailed: String { self("No gate failed.") }
  package func passed(_ gates: String) -> String { self("Passed: \(gates).") }
  package func notApplicable(_ gates: String) -> String { self("Not applicable: \(gates).") }
  package var gateColumns: [String] { [self("gate"), self("result"), self("why")] }
  package var changeColumns: [String] { [self("change"), self("where"), self("what")] }
  package func impliedChanges(_ count: Int) -> String {
    self(count, "\(count) more change follows from these", "\(count) more changes follow from these")
  }
  package func anotherJourney(_ title: String) -> String {
    self("\(title): fewer than a third of the touchpoints are the same, so this is another journey")
  }
  package func moreTexts(_ count: Int) -> String {
    self(count, "\(count) text: --texts shows it", "\(count) texts: --texts shows them")
  }
  package func leftOut(_ count: Int, _ title: String) -> String {
    self("\(title): \(count), see the summary of the job")
  }
  package func unchanged(_ count: Int) -> String {
    self(count, "\(count) figure shows no clear change", "\(count) figures show no clear change")
  }
}
