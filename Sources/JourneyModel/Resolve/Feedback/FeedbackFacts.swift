internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads the feedback declarations: which files, and how their cells become answers.
  mutating func resolveFeedbacks() {
    let lines = lines(.feedback)
    let (declared, earlier) = readEarlierNames(of: lines, in: declare(lines, as: .feedback))
    var extents = Extents()
    for (line, index) in zip(lines, declared.entries) {
      let entry = declared.names[index]
      var feedback = Feedback(name: entry.name, title: entry.title, span: entry.span, declaredIn: line.tree.file)
      feedback.extent = extents.extent(of: line)
      feedback.earlierNames = earlier[index]
      feedback.notes = line.notes
      for fact in line.facts {
        readSource(fact, of: &feedback)
        readColumns(fact, of: &feedback)
      }
      for fact in line.facts where fact.keyword == .answer {
        if let question = question(fact, of: feedback) { feedback.questions.append(question) }
      }
      reportGaps(of: feedback, line)
      workspace.feedbacks.append(feedback)
    }
    reportAskedTwice()
  }

  /// The files, and which of their rows count when.
  private mutating func readSource(_ fact: Line, of feedback: inout Feedback) {
    switch fact.keyword {
    case .file: feedback.files += fact.strings.filter { isInside($0) }
    case .sheet: feedback.sheet = fact.text?.value
    case .one:
      feedback.personColumn = fact.text?.value
      feedback.countsNobody = fact.arguments.contains { $0.word == "alone" }
    case .date:
      feedback.dateColumn = fact.text?.value
      feedback.dateZone = fact.first(.zone)?.text?.value ?? feedback.dateZone
      feedback.dateFormat = fact.first(.format)?.text?.value ?? feedback.dateFormat
    case .zone: feedback.dateZone = fact.text?.value
    case .format: feedback.dateFormat = fact.text?.value
    case .period:
      if let period = fact.arguments.first?.period {
        feedback.period = .fixed(period)
      } else {
        switch fact.arguments.first?.word {
        case "quarter": feedback.period = .quarter
        case "year": feedback.period = .year
        default: feedback.period = .month
        }
      }
    default: break
    }
  }

  private mutating func readColumns(_ fact: Line, of feedback: inout Feedback) {
    switch fact.keyword {
    case .weight: feedback.weightColumn = fact.text?.value
    case .cluster: feedback.clusterColumn = fact.text?.value
    case .decimal:
      guard let text = fact.text else { break }
      feedback.decimalSign = text.value == "," || text.value == "." ? text.value.utf8.first : nil
      if feedback.decimalSign == nil { report(.badDecimal(text)) }
    case .ignore: feedback.ignored += fact.cells
    case .where: if let condition = fact.condition { feedback.conditions.append(condition) }
    case .touchpoint:
      feedback.touchpointColumn = fact.text?.value
      feedback.touchpointRows += rows(of: fact) { resolution, values in
        guard resolution.areReferences(values, to: "a touchpoint") else { return nil }
        return resolution.subject(values).map(Feedback.Row.Meaning.subject)
      }
    case .segment:
      feedback.segmentColumn = fact.text?.value
      feedback.segmentRows += rows(of: fact) { resolution, values in
        guard resolution.areReferences(values, to: "a segment") else { return nil }
        guard values.count == 1, let value = values.first else {
          resolution.report(.severalSegments(values))
          return nil
        }
        return resolution.segment(value).map(Feedback.Row.Meaning.segment)
      }
    default: break
    }
  }

  /// What a feedback needs and does not say.
  private mutating func reportGaps(of feedback: Feedback, _ line: Line) {
    if line.first(.file) == nil { report(.missingFile(feedback)) }
    if case .fixed = feedback.period {
    } else if feedback.dateColumn == nil, line.first(.date) == nil {
      report(.missingPeriod(feedback))
    }
    if line.first(.answer) == nil { report(.missingAnswer(feedback)) }
    reportDrivers(of: feedback)
  }
}

extension Line {
  /// `blank 0, "Blank"`.
  var cells: [Feedback.ExportCell] {
    strings.isEmpty || !arguments.isEmpty ? arguments.map(\.cell) : strings.map(\.value)
  }

  /// `where "Status" is "Closed", "Resolved"`, `where "Channel" is not "TEST"`.
  var condition: Feedback.Condition? {
    let values = values
    guard let column = values.first, values.count > 1 else { return nil }
    return Feedback.Condition(
      column: column.cell, cells: values.dropFirst().map(\.cell), isNot: arguments.contains { $0.kind == .word("not") })
  }
}

extension Diagnostic {
  fileprivate static func severalSegments(_ values: [Value]) -> Self {
    .init(
      .wrongRow, at: values.first?.span, "an answer belongs to one segment",
      help: "name one, or \"ignored\"")
  }

  fileprivate static func badDecimal(_ text: Spanned<String>) -> Self {
    .init(
      .badDecimal, at: text.span, "\"\(text.value)\" is not a decimal sign",
      help: "write: decimal \",\" or: decimal \".\"")
  }

  fileprivate static func missingFile(_ feedback: Feedback) -> Self {
    .init(
      .incompleteFeedback, at: feedback.span, "feedback \"\(feedback.name)\" does not say which file has its answers",
      help: "write: file \"private/answers.csv\"")
  }

  fileprivate static func missingPeriod(_ feedback: Feedback) -> Self {
    .init(
      .incompleteFeedback, at: feedback.span, "feedback \"\(feedback.name)\" does not say when its answers were given",
      help: "write: date \"…\" with the name of the column, or period 2026-Q3 if all are of one period")
  }

  fileprivate static func missingAnswer(_ feedback: Feedback) -> Self {
    .init(
      .incompleteFeedback, at: feedback.span, "feedback \"\(feedback.name)\" has no answers",
      help: "write a line such as: answer csat \"Q1\" scale 1..5")
  }
}

/// Where the declarations of a file begin, kept from one line to the next.
private struct Extents {
  private var file: FileID?
  private var starts: [Int32] = []

  /// From the line to where the file's next declaration begins, or to the end of all files.
  mutating func extent(of line: Line) -> Span {
    if file != line.tree.file {
      file = line.tree.file
      // A tree that no parser made may name lines that it does not have.
      starts = line.tree.root.block.filter { line.tree.nodes.indices.contains($0.index) }.map {
        line.tree[$0].span.start
      }
    }
    let end = starts.first { $0 > line.span.start }.map(Int.init) ?? Limits.file
    return Span(line.tree.file, Int(line.span.start), end)
  }
}
