package import JourneyMetrics
package import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Takes what the query of a feedback came to: a tally's columns in any order, its rows in any order.
///
/// Only counts that the feedback can have made are taken. Everything else is a finding: each kind once, with its line.
package func tallyFromCounts(
  _ bytes: [UInt8], of feedback: Feedback, in workspace: Workspace, file: FileID
) -> Diagnosed<Tally> {
  let read = parseTally(inTallyOrder(bytes), file: file)
  var tally = Tally()
  var diagnostics = read.diagnostics
  for answered in read.value.answered {
    if let finding = feedback.objection(to: answered, in: workspace) {
      if diagnostics.last?.message != finding.message { diagnostics.append(finding) }
      continue
    }
    let place = tally.place(of: answered.question, span: answered.span)
    for row in answered.rows { tally.add(row.answer, row.counts, at: place) }
  }
  return Diagnosed(tally, diagnostics)
}

extension Feedback {
  /// Why counts cannot be of this feedback; nil where they can.
  fileprivate func objection(to answered: Tally.Answered, in workspace: Workspace) -> Diagnostic? {
    let counted = answered.question
    let help = "print the query again with waymark tally --sql DIALECT, and run that one"
    func foreign(_ message: String) -> Diagnostic { .foreign(message, at: answered.span, help: help) }
    guard counted.feedback == name else {
      return foreign("these counts are from feedback \"\(counted.feedback)\", not from \"\(name)\"")
    }
    let place = counted.journey + (counted.touchpoint.isEmpty ? "" : "/" + counted.touchpoint)
    let asked = questions.filter { question in
      question.metric == counted.metric
        && subjects(of: question).contains {
          (workspace.journeyName(of: $0), workspace.touchpointName(of: $0)) == (counted.journey, counted.touchpoint)
        }
    }
    guard !asked.isEmpty else { return foreign("the feedback does not ask \(counted.metric.rawValue) at \"\(place)\"") }
    guard asked.contains(where: { $0.scaleText == counted.scale?.text ?? "" }) else {
      return foreign("this feedback does not ask \(counted.metric.rawValue) on the scale \(counted.scale?.text ?? "")")
    }
    guard counted.isWeighted == (weightColumn != nil && counted.metric != .resolution) else {
      return foreign("the answers of this feedback are \(weightColumn == nil ? "not " : "")weighted")
    }
    guard isItsPeriod(counted.period) else { return foreign("this feedback counts nothing for \(counted.period)") }
    let isOpen = answered.rows.contains { if case .open = $0.answer { true } else { false } }
    guard !isOpen || asked.contains(where: \.source.isBetween) else {
      return foreign("this feedback does not show that a case at \"\(place)\" is open")
    }
    guard counted.segment.isEmpty || segments(in: workspace).contains(counted.segment) else {
      return foreign("this feedback has no segment \"\(counted.segment)\"")
    }
    return nil
  }

  private func subjects(of question: Question) -> [[Reference]] {
    if let subject = question.subject { return [subject] }
    return touchpointRows.compactMap { row in
      if case .subject(let subject) = row.meaning { subject } else { nil }
    }
  }

  private func segments(in workspace: Workspace) -> [String] {
    segmentRows.compactMap { row in
      if case .segment(let id) = row.meaning { workspace[id].name } else { nil }
    }
  }

  private func isItsPeriod(_ counted: Period) -> Bool {
    switch (period, counted.unit) {
    case (.fixed(let period), _): period == counted
    case (.month, .month), (.quarter, .quarter), (.year, .year): true
    default: false
    }
  }
}

/// The lines with their fields in the order of a tally file. Each line stays as long as it was, so that findings point
/// to where they should; what cannot be ordered stays as it is, for the parser of tallies to say so.
private func inTallyOrder(_ bytes: [UInt8]) -> [UInt8] {
  let names = Tally.header.split(separator: ",").map { Array($0.utf8) }
  var order: [Int]?
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  result += bytes[..<start]
  var isFirst = true
  for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
    if !isFirst || order != nil { result.append(0x0A) }
    let ending = line.last == 0x0D ? 1 : 0
    let fields = line.dropLast(ending).split(separator: 0x2C, omittingEmptySubsequences: false)
    if isFirst {
      let header = fields.map { Array($0).withoutQuotes }
      guard Set(header).count == header.count, header.count == names.count else { return bytes }
      let places = names.compactMap { header.firstIndex(of: $0) }
      guard places.count == names.count else { return bytes }
      order = places
      isFirst = false
    }
    if let order, fields.count == order.count {
      result += order.map { fields[$0] }.joined(separator: [0x2C])
      result += line.suffix(ending)
    } else {
      result += line
    }
  }
  return result
}

extension [UInt8] {
  fileprivate var withoutQuotes: [UInt8] {
    count >= 2 && first == 0x22 && last == 0x22 ? Array(dropFirst().dropLast()) : self
  }
}
