internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// The findings that a workspace lets be, by where it says so: a gate that nobody minds is a way past all of them.
struct DeclaredExceptions {
  /// `missing-owner because "A partner does this"`.
  struct DeclaredException {
    let code: String
    let reason: String
    /// Nil for the whole workspace.
    let journey: Journey.ID?
    /// Nil for all of the journey.
    let touchpoint: Int?
    let span: Span

    var written: ChangeValue { .word("\(code) because \(reason.quotedText)") }
  }

  let exceptions: [DeclaredException]

  init(_ workspace: Workspace) {
    exceptions = workspace.ignored.map { ignored in
      func isIn(_ span: Span) -> Bool {
        ignored.scope.map { $0.file == span.file && $0.range.contains(Int(span.start)) } ?? false
      }
      let place = ignored.scope.flatMap { _ in
        workspace.journeys.lazy.compactMap { journey -> (Journey.ID, Int?)? in
          if isIn(journey.span) { return (journey.id, nil) }
          return journey.touchpoints.firstIndex { isIn($0.span) }.map { (journey.id, $0) }
        }.first
      }
      return DeclaredException(
        code: ignored.code.value, reason: ignored.reason.value, journey: place?.0, touchpoint: place?.1,
        span: ignored.code.span)
    }
  }

  func at(_ journey: Journey.ID?) -> [DeclaredException] { exceptions.filter { $0.journey == journey } }
}

/// By what an exception of one side is found on the other.
private struct ExceptionKey: Hashable {
  let code: String
  let touchpoint: Int?
  let isGone: Bool
}

extension [DeclaredExceptions.DeclaredException] {
  /// What came and what went, with a change of the place that each is at.
  ///
  /// - Parameters:
  ///   - present: what a touchpoint of the first side is on the second; nil where it is gone.
  ///   - change: of a place of the second side, or of the first where it is gone from there.
  func changes(
    to others: Self, present: (Int) -> Int?, _ change: (ChangeCode, _ touchpoint: Int?, _ isGone: Bool) -> JourneyChange
  ) -> [JourneyChange] {
    guard !isEmpty || !others.isEmpty else { return [] }
    func key(_ one: Element) -> ExceptionKey {
      guard let old = one.touchpoint else { return ExceptionKey(code: one.code, touchpoint: nil, isGone: false) }
      return ExceptionKey(code: one.code, touchpoint: present(old) ?? old, isGone: present(old) == nil)
    }
    func keyNow(_ one: Element) -> ExceptionKey {
      ExceptionKey(code: one.code, touchpoint: one.touchpoint, isGone: false)
    }
    let before = Dictionary(map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(others.map { (keyNow($0), $0) }) { first, _ in first }
    var changes: [JourneyChange] = []
    for one in others {
      let was = before[keyNow(one)]
      if was?.reason == one.reason { continue }
      var found = change(was == nil ? .ignoreAdded : .reworded, one.touchpoint, false)
      (found.before, found.after) = (was?.written, one.written)
      (found.from, found.to) = (was?.span, one.span)
      changes.append(found)
    }
    for one in self where after[key(one)] == nil {
      var found = change(.ignoreRemoved, key(one).touchpoint, key(one).isGone)
      (found.before, found.from, found.to) = (one.written, one.span, nil)
      changes.append(found)
    }
    return changes
  }
}

extension JourneyComparison {
  /// Findings that this journey, or a touchpoint in it, ignores now or did before.
  mutating func compareExceptions() {
    guard !isPlan else { return }
    changes += first.exceptions.at(a.id).changes(to: second.exceptions.at(b.id), present: { own.forward[$0] }) {
      code, touchpoint, isGone in
      guard let touchpoint else { return change(code) }
      return isGone ? change(code, ofOld: touchpoint) : change(code, of: touchpoint)
    }
  }
}

/// The findings that the whole workspace ignores, and how much it minds the others.
func exceptionChanges(
  _ before: Workspace, _ after: Workspace, _ exceptions: (old: DeclaredExceptions, new: DeclaredExceptions),
  _ subject: ChangeSubject
) -> [JourneyChange] {
  var changes = exceptions.old.at(nil).changes(to: exceptions.new.at(nil), present: { $0 }) { code, _, _ in
    JourneyChange(code, subject)
  }
  func chosen(_ workspace: Workspace) -> [String: SeverityChoice] {
    // Where one code is there twice, the later line holds.
    Dictionary(workspace.severities.map { ($0.code.value, $0) }) { $1 }
  }
  let (olds, news) = (chosen(before), chosen(after))
  for code in Set(olds.keys).union(news.keys).sorted() where olds[code]?.severity != news[code]?.severity {
    func written(_ choice: SeverityChoice?) -> ChangeValue? { choice.map { .word("\(code) \($0.severity)") } }
    changes.append(
      JourneyChange(
        .severity, subject, before: written(olds[code]), after: written(news[code]), from: olds[code]?.code.span,
        to: news[code]?.code.span))
  }
  return changes
}
