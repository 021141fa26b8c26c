internal import JourneyModel

extension RowCounter {
  /// What each question's cell of a row comes to.
  @inline(__always)
  mutating func understand(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) {
    for place in plan.conditions.indices {
      let conditions = plan.conditions[place]
      conditionMemory[place].meet(bytes, row.cell(conditions.column, ends), conditions.cells, plan.encoding, &part)
    }
    for index in outcomes.indices { outcomes[index] = outcome(of: index, row, bytes, ends) }
  }

  @inline(__always)
  private mutating func outcome(
    of index: Int, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
  ) -> Int32 {
    for condition in plan.asked[index].conditions
    where conditionMemory[condition.place].met(condition.cells) == condition.isNot {
      return Outcome.notAsked
    }
    let cell = row.cell(plan.asked[index].column, ends)
    if plan.asked[index].subject == nil, touchpoint < 0 { return Outcome.leftOut(touchpointReason) }
    if plan.asked[index].isTime { return plan.asked[index].orRest(time(index, row, cell, bytes, ends)) }
    let known = askedMemory[index].meaning(bytes, cell)
    return known == CellCache.unknown ? rating(index, bytes, cell) : known
  }

  private mutating func rating(_ index: Int, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    let rating = plan.asked[index].orRest(plan.asked[index].rating(cellText(bytes, cell, plan.encoding), &part))
    askedMemory[index].remember(bytes, cell, rating)
    return rating
  }

  private mutating func time(
    _ index: Int, _ row: RowPlace, _ cell: Range<Int>, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
  ) -> Int32 {
    let asked = plan.asked[index]
    if let until = asked.until {
      return between(index, asked, cell, row.cell(until, ends), bytes)
    }
    let isNumber = asked.secondsBeforeColon == nil
    if isNumber, asked.meanings.isEmpty, let number = DecimalCell(bytes, cell, asked.decimalSign) {
      return asked.time(number)
    }
    let text = cellText(bytes, cell, plan.encoding)
    if let entry = asked.meanings.find(text) {
      part.meet(entry)
      return entry.meaning
    }
    if text.isEmpty { return Outcome.blank }
    if isNumber, let number = DecimalCell(bytes, cell, asked.decimalSign) { return asked.time(number) }
    switch DurationCell(bytes, cell) {
    case .seconds(let seconds): return asked.time(seconds)
    case .ambiguous(let first, let second):
      guard let unit = asked.secondsBeforeColon else { return Outcome.leftOut(.durationAmbiguous) }
      return asked.time(first * unit + second * (unit / 60))
    case nil:
      if text.isSpreadsheetError { return Outcome.leftOut(.spreadsheetError) }
      return Outcome.leftOut(isNumber && DecimalCell.isGrouped(bytes, cell) ? .numberAmbiguous : .notANumber)
    }
  }

  /// The time between two moments; a case without its end is open.
  private mutating func between(
    _ index: Int, _ asked: Plan.PlannedQuestion, _ from: Range<Int>, _ to: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int32 {
    var isOpen = false
    if !asked.meanings.isEmpty {
      if let entry = asked.meanings.found(cellText(bytes, from, plan.encoding)) {
        part.meet(entry)
        return entry.meaning
      }
      if let entry = asked.meanings.found(cellText(bytes, to, plan.encoding)) {
        part.meet(entry)
        // What is no answer stands for an empty cell: without its end a case is open.
        guard entry.meaning == Outcome.blank else { return entry.meaning }
        isOpen = true
      }
    }
    blamed[index] = asked.column
    do throws(DateProblem) {
      let start = try plan.dates.read(bytes, from)
      blamed[index] = asked.until ?? asked.column
      do throws(DateProblem) {
        if isOpen { throw .blank }
        guard let seconds = plan.dates.elapsed(from: start, to: try plan.dates.read(bytes, to)) else {
          return Outcome.leftOut(.oneZone)
        }
        return seconds < 0 ? Outcome.leftOut(.negative) : Outcome.duration(seconds)
      } catch .blank {
        openSince[index] = start.seconds
        return Outcome.open
      }
    } catch .blank {
      return Outcome.blank
    } catch .ambiguous {
      return Outcome.leftOut(.timeAmbiguous)
    } catch {
      return Outcome.leftOut(.timeUnreadable)
    }
  }
}

extension RowCounter {
  /// Keeps the newest date of the file, whatever else becomes of its row.
  mutating func lookAtMoments(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) {
    guard row.count == plan.columns else { return }
    for column in plan.moments {
      guard let moment = try? plan.dates.read(bytes, row.cell(column, ends)) else { continue }
      part.newest = max(part.newest, moment.seconds)
    }
  }
}

extension Plan.PlannedQuestion {
  /// What a cell comes to that nothing else is made of, where the table says that of anything else.
  fileprivate func orRest(_ outcome: Int32) -> Int32 {
    guard let rest = meanings.rest, Outcome.reason(outcome) != nil else { return outcome }
    return rest
  }

  /// A rating, by the table first and then as a whole number of the scale.
  fileprivate func rating(_ text: String, _ part: inout ChunkCounts) -> Int32 {
    if let entry = meanings.find(text) {
      part.meet(entry)
      if metric == .fcr, entry.declared == nil, !entry.isSaid, wholeText(text) != nil {
        part.numbersAsYesNo.insert(index)
      }
      return entry.meaning
    }
    if text.isEmpty { return Outcome.blank }
    if text.isSpreadsheetError { return Outcome.leftOut(.spreadsheetError) }
    if metric == .fcr { return Outcome.leftOut(.notInTable) }
    let bytes = Array(text.utf8)
    // A rating has no thousands, so a comma is a decimal one.
    guard let number = DecimalCell(bytes.span, 0..<bytes.count, .any) else {
      return Outcome.leftOut(text.isTwoNumbers ? .twoNumbers : .notANumber)
    }
    guard let whole = number.whole else { return Outcome.leftOut(.notWhole) }
    guard scale.contains(whole) else { return Outcome.leftOut(.offScale) }
    return Outcome.first + Int32(whole - scale.lowerBound)
  }

  fileprivate func time(_ seconds: Int) -> Int32 {
    seconds > Outcome.longest ? Outcome.leftOut(.tooLarge) : Outcome.duration(seconds)
  }

  fileprivate func time(_ number: DecimalCell) -> Int32 {
    if number.isNegative { return Outcome.leftOut(.negative) }
    return number.seconds(unit: secondsPerUnit).map(Outcome.duration) ?? Outcome.leftOut(.tooLarge)
  }
}

extension String {
  /// `5/4`, `5; 4`, `5 | 4`: the answers to two questions, or of two people.
  fileprivate var isTwoNumbers: Bool {
    let parts = split(omittingEmptySubsequences: false) { "/;|&+\n".contains($0) }
    return parts.count == 2
      && parts.allSatisfy { part in
        let digits = part.utf8.filter { $0 != 0x20 }
        return (1...4).contains(digits.count) && digits.allSatisfy { 0x30...0x39 ~= $0 }
      }
  }
}
