internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// The rows of a table: what cells mean. `meaning` reads what stands right of `is`, unless that is `ignored`.
  mutating func rows(
    of table: Line, meaning: (inout Resolution, [Value]) -> Feedback.Row.Meaning?
  ) -> [Feedback.Row] {
    var rows: [Feedback.Row] = []
    var seen: [Feedback.ExportCell: Span] = [:]
    for line in table.members where line.kind == .row {
      var cells: [Feedback.ExportCell] = []
      var ranges: [ClosedRange<Int>] = []
      let isRest = line.arguments.count == 1 && line.arguments.first?.word == "anything-else"
      if let word = line.arguments.first?.word, line.arguments.count == 1, Self.otherWordsForRest.contains(word) {
        report(.restByAnotherWord(line.arguments[0]))
      }
      for value in line.arguments where !isRest {
        if case .range = value.kind {
          if let range = range(value) { ranges.append(range) }
          continue
        }
        if let before = seen[value.cell] {
          report(.duplicateRow(value, before: before))
        } else {
          seen[value.cell] = value.span
          cells.append(value.cell)
        }
      }
      guard !line.targets.isEmpty else { continue }
      let isIgnored = line.targets.count == 1 && line.targets.first?.word == "ignored"
      guard let meaning = isIgnored ? .ignored : meaning(&self, line.targets),
        isRest || !cells.isEmpty || !ranges.isEmpty
      else { continue }
      if isRest, rows.contains(where: \.isRest) {
        report(.secondRest(line.span))
        continue
      }
      rows.append(Feedback.Row(cells: cells, ranges: ranges, isRest: isRest, meaning: meaning))
    }
    return rows
  }

  /// Without quotes: a cell of an export that is called so is written in quotes.
  private static let otherWordsForRest: Set = ["else", "otherwise", "other", "others", "anything", "default", "rest"]

  /// `1..99`: whole numbers; the lower one first.
  private mutating func range(_ value: Value) -> ClosedRange<Int>? {
    if case .range(.number(let low), .number(let high)) = value.kind, let low = Int(exactly: low),
      let high = Int(exactly: high), low <= high, abs(low) <= 1_000_000_000, abs(high) <= 1_000_000_000
    {
      return low...high
    }
    report(.badRange(value))
    return nil
  }

  /// Whether all can be references; a finding at the first that cannot.
  mutating func areReferences(_ values: [Value], to noun: String) -> Bool {
    for value in values {
      switch value.kind {
      case .name, .word, .reference, .string: continue
      default:
        report(.noReference(value, noun))
        return false
      }
    }
    return true
  }

  /// What one or several references are about together.
  mutating func subject(_ values: [Value]) -> [Reference]? {
    var places: [(place: Reference, value: Value)] = []
    for value in values {
      guard let place = place(value) else { return nil }
      places.append((place, value))
    }
    guard let first = places.first else { return nil }
    if places.count == 1 { return [first.place] }
    var subject: [Reference] = []
    for (place, value) in places {
      guard place.touchpoint != nil, place.journey == first.place.journey else {
        report(.mixedSubject(value))
        return nil
      }
      if !subject.contains(place) { subject.append(place) }
    }
    return subject
  }
}

extension Diagnostic {
  fileprivate static func badRange(_ value: Value) -> Self {
    .init(
      .wrongRow, at: value.span, "\"\(value.text)\" is no range of whole numbers",
      help: "write the lower one first, for example: 1..99 is no")
  }

  fileprivate static func restByAnotherWord(_ value: Value) -> Self {
    .init(
      .wrongRow, at: value.span, "\"\(value.text)\" without quotes could be a cell, or mean all other cells",
      help: "write anything-else, or \"\(value.text)\" in quotes for the cell",
      fix: .likely(value.span, "anything-else"))
  }

  fileprivate static func secondRest(_ span: Span) -> Self {
    .init(
      .wrongRow, at: span, "this table already says what anything else is", help: "delete one of the two")
  }

  fileprivate static func duplicateRow(_ value: Value, before: Span) -> Self {
    .init(
      .wrongRow, at: value.span, "this table already says what \"\(value.cell)\" is",
      related: [.init(before, "here")], help: "delete one of the two")
  }

  fileprivate static func noReference(_ value: Value, _ noun: String) -> Self {
    .init(
      .wrongRow, at: value.span, "\"\(value.text)\" is not \(noun)", help: "write the name of \(noun), or \"ignored\"")
  }

  fileprivate static func mixedSubject(_ value: Value) -> Self {
    .init(
      .mixedSubject, at: value.span, "an answer is about touchpoints of one journey, or about one phase or journey",
      help: "write an answer line for each")
  }
}
