internal import JourneyModel
internal import JourneySource

/// What must hold before any file is opened; nil where it does not.
func prepare(_ feedback: Feedback, in workspace: Workspace, _ options: CountingOptions) -> Diagnosed<QuestionPlan?> {
  var diagnostics: [Diagnostic] = []
  var dates = DateReader()
  if let text = feedback.dateFormat {
    dates.format = DateFormat(text)
    if dates.format == nil { diagnostics.append(.badDateFormat(text, at: feedback.span)) }
  }
  if let name = feedback.dateZone {
    dates.zone = Zone(offset: name) ?? (name.isZoneName ? options.zoneFile(name).flatMap(Zone.init(file:)) : nil)
    if dates.zone == nil { diagnostics.append(.unknownZone(name, at: feedback.span)) }
  }
  if feedback.personColumn != nil, feedback.dateColumn == nil {
    diagnostics.append(.personWithoutDate(feedback))
  }
  let asking = QuestionPlan(feedback, in: workspace, dates: dates)
  if asking.isTooLarge { diagnostics.append(.tooManySubjects(feedback)) }
  return Diagnosed(diagnostics.isEmpty ? asking : nil, diagnostics)
}

extension QuestionPlan {
  fileprivate var isTooLarge: Bool {
    let (some, overflow) = feedback.questions.count.multipliedReportingOverflow(by: subjects.count)
    let (all, more) = some.multipliedReportingOverflow(by: segments.count)
    return overflow || more || all >= Self.mostPlaces
  }
}

extension Diagnostic {
  fileprivate static func badDateFormat(_ text: String, at span: Span) -> Self {
    .init(
      .badDateFormat, at: span, "\"\(text.shownShort)\" does not say how year, month and day are written",
      help: "write for example: format \"MM/DD/YYYY\"")
  }

  fileprivate static func unknownZone(_ name: String, at span: Span) -> Self {
    .init(
      .unknownZone, at: span, "no time zone is named \"\(name.shownShort)\"",
      help: "write an offset such as \"+02:00\", or a name such as \"Europe/Berlin\"")
  }

  fileprivate static func personWithoutDate(_ feedback: Feedback) -> Self {
    .init(
      .personWithoutDate, at: feedback.span,
      "feedback \"\(feedback.name)\" counts one answer per person, but no column says which is the latest",
      help: "write: date \"…\" with the name of the column")
  }

  fileprivate static func tooManySubjects(_ feedback: Feedback) -> Self {
    .init(
      .tooManySubjects, at: feedback.span,
      "feedback \"\(feedback.name)\" has too many questions, touchpoints and segments to be counted at once",
      help: "split it into several")
  }
}
