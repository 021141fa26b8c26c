internal import JourneyModel

extension Counting {
  /// What each question's cell of a row comes to.
  @inline(__always)
  mutating func understand(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) {
    for place in plan.conditions.indices {
      let conditions = plan.conditions[place]
      conditionMemory[place].meet(bytes, row.cell(conditions.column, ends), conditions.cells, plan.encoding)
    }
    for index in outcomes.indices { outcomes[index] = outcome(of: index, row, bytes, ends) }
  }

  @inline(__always)
  private mutating func outcome(
    of index: Int, _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
  ) -> Int32 {
    for condition in plan.asked[index].conditions where !conditionMemory[condition.place].met(condition.cells) {
      return Outcome.notAsked
    }
    let cell = row.cell(plan.asked[index].column, ends)
    if plan.asked[index].subject == nil, touchpoint < 0 { return Outcome.leftOut(touchpointReason) }
    if plan.asked[index].isTime { return time(index, row, cell, bytes, ends) }
    let known = askedMemory[index].meaning(bytes, cell)
    return known == CellMemory.unknown ? rating(index, bytes, cell) : known
  }

  private mutating func rating(_ index: Int, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    let rating = plan.asked[index].rating(cellText(bytes, cell, plan.encoding))
    askedMemory[index].remember(bytes, cell, rating)
    return rating
  }

  private mutating func time(
    _ index: Int, _ row: RowPlace, _ cell: Range<Int>, _ bytes: Span<UInt8>, _ ends: Span<UInt32>
  ) -> Int32 {
    let asked = plan.asked[index]
    if let until = asked.until {
      return between(asked, cell, row.cell(until, ends), bytes)
    }
    if asked.meanings.isEmpty, let number = DecimalCell(bytes, cell, delimiter: plan.form.delimiter) {
      return asked.time(number)
    }
    let text = cellText(bytes, cell, plan.encoding)
    if text.isEmpty { return asked.meanings[text] ?? Outcome.blank }
    if let meaning = asked.meanings.meaning(of: text) { return meaning }
    guard let number = DecimalCell(bytes, cell, delimiter: plan.form.delimiter) else {
      return Outcome.leftOut(.notANumber)
    }
    return asked.time(number)
  }

  /// The time between two moments; a case without its end is open.
  private func between(_ asked: Plan.Asked, _ from: Range<Int>, _ to: Range<Int>, _ bytes: Span<UInt8>) -> Int32 {
    if !asked.meanings.isEmpty {
      let texts = [cellText(bytes, from, plan.encoding), cellText(bytes, to, plan.encoding)]
      if let meaning = texts.lazy.compactMap({ asked.meanings[$0] }).first { return meaning }
    }
    do throws(DateProblem) {
      let start = try plan.dates.read(bytes, from)
      do throws(DateProblem) {
        let seconds = try plan.dates.read(bytes, to).seconds - start.seconds
        return seconds < 0 ? Outcome.leftOut(.negative) : Outcome.duration(seconds)
      } catch .blank {
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

extension Plan.Asked {
  /// A rating, by the table first and then as a whole number of the scale.
  fileprivate func rating(_ text: String) -> Int32 {
    if let meaning = meanings.meaning(of: text) { return meaning }
    if text.isEmpty { return Outcome.blank }
    if metric == .fcr { return Outcome.leftOut(.notInTable) }
    let bytes = Array(text.utf8)
    // A rating has no thousands, so a comma is a decimal one.
    guard let number = DecimalCell(bytes.span, 0..<bytes.count, delimiter: 0x3B) else {
      return Outcome.leftOut(.notANumber)
    }
    guard let whole = number.whole else { return Outcome.leftOut(.notWhole) }
    guard scale.contains(whole) else { return Outcome.leftOut(.offScale) }
    return Outcome.first + Int32(whole - scale.lowerBound)
  }

  fileprivate func time(_ number: DecimalCell) -> Int32 {
    if number.isNegative { return Outcome.leftOut(.negative) }
    return number.seconds(unit: secondsPerUnit).map(Outcome.duration) ?? Outcome.leftOut(.tooLarge)
  }
}
