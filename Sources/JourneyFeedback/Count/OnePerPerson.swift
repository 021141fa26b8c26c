extension RowCounter {
  /// What becomes of a row, where answers may be in several of them.
  enum RowVerdict {
    case count
    /// It is read to be compared, or is counted elsewhere.
    case pass
    case leaveOut(Reason, column: Int)
  }

  /// Lets a row's answers take part in the choice of those that count, or crosses out those that others replace.
  ///
  /// Where one answer per person counts, by person. Else, and of nobody, by the id of the answer, so that exports that
  /// overlap count it once. A row with neither must not be equal to one of another file.
  mutating func keep(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace, _ rawBytes: Span<UInt8>
  ) -> RowVerdict {
    let hasAnswer = outcomes.contains { $0 >= 0 }
    if let persons = task.persons, let column = plan.person, isSomebody(bytes, row.cell(column, ends)) {
      if hasAnswer { keepLatest(persons, of: unquoted(bytes, row.cell(column, ends)), bytes, raw, rawBytes) }
    } else if hasAnswer {
      if let verdict = keepOnce(row, bytes, ends, raw, rawBytes) { return verdict }
      if case .counting = task.pass { task.equalRows?.add(&rowText, rawBytes, raw, file: task.index) }
    }
    if case .counting = task.pass { return .count }
    return .pass
  }

  /// Of each question the latest answer of a person.
  private mutating func keepLatest(
    _ persons: LatestAnswerSelector, of person: Range<Int>, _ bytes: Span<UInt8>, _ raw: RowPlace,
    _ rawBytes: Span<UInt8>
  ) {
    let place = LatestAnswerSelector.place(file: task.index, offset: raw.offset)
    for (group, members) in plan.groups.enumerated() {
      guard let first = members.first else { continue }
      var answered: UInt32 = 0
      for (bit, member) in members.enumerated() where outcomes[member] >= 0 { answered |= 1 << UInt32(bit) }
      guard answered != 0 else { continue }
      let subject = plan.asked[first].subject ?? Int(touchpoint)
      let what = UInt64(truncatingIfNeeded: (group &* 1_000_003 &+ subject) &* 131_072 &+ period)
      let key = persons.hash.hash(what, bytes, person)
      switch task.pass {
      case .offering: persons.offer(key, answered, seconds: seconds, at: place, size: raw.end - raw.start)
      case .comparing(let part, let parts):
        persons.compare(
          key, answered, seconds: seconds, at: place, part: part, of: parts, row: task.compared(rawBytes, raw))
      case .counting:
        let chosen = persons.chosen(place, answered, for: key)
        for (bit, member) in members.enumerated() where answered & ~chosen & 1 << UInt32(bit) != 0 {
          outcomes[member] = Outcome.leftOut(.answeredAgain)
        }
      }
    }
  }

  /// Of the rows with one id that of the latest date; nil where the row has none.
  private mutating func keepOnce(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace, _ rawBytes: Span<UInt8>
  ) -> RowVerdict? {
    guard let answers = task.answers, let id = plan.id, let key = answerKey(answers, row, bytes, ends, raw, rawBytes)
    else { return nil }
    let place = LatestAnswerSelector.place(file: task.index, offset: raw.offset)
    // Of rows that are equal in all columns any is the latest.
    let seconds = id.isVendors ? latestMoment(row, bytes, ends) : 0
    switch task.pass {
    case .offering: answers.offer(key, 1, seconds: seconds, at: place, size: raw.end - raw.start)
    case .comparing(let part, let parts):
      answers.compare(
        key, 1, seconds: seconds, at: place, part: part, of: parts, row: task.compared(rawBytes, raw))
    case .counting:
      guard task.hasChosen else {
        answers.offer(key, 1, seconds: 0, at: place, size: 0)
        return .count
      }
      return answers.chosen(place, 1, for: key) == 0 ? .leaveOut(.sameAnswer, column: id.column) : .count
    }
    return .pass
  }

  /// By what an answer is known in all files; nil where nothing identifies it.
  @inline(__always)
  private mutating func answerKey(
    _ answers: LatestAnswerSelector, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace,
    _ rawBytes: Span<UInt8>
  ) -> KeyedHash.KeyedHashValue? {
    guard let id = plan.id else { return nil }
    let cell = row.cell(id.column, ends)
    guard isSomebody(bytes, cell) else { return nil }
    if id.isVendors { return answers.hash.hash(0, bytes, unquoted(bytes, cell)) }
    return rowText.hashed(rawBytes, raw) { answers.hash.hash(1, $0, $1, $2) }
  }

  /// The latest of the dates that the feedback names: of a case exported twice the newer state has one more.
  private func latestMoment(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Int {
    var latest = plan.date == nil ? 0 : seconds
    for asked in plan.asked {
      guard let until = asked.until, let date = try? plan.dates.read(bytes, row.cell(until, ends)) else { continue }
      latest = max(latest, date.seconds)
    }
    return latest
  }
}
