internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// `answer csat "Q1" scale 1..5`; nil where it does not say of what it is.
  mutating func question(_ line: Line, of feedback: Feedback) -> Feedback.Question? {
    guard let word = line.arguments.first, let metric = metric(word) else { return nil }
    guard let source = source(of: line) else {
      if line.first(.from) == nil, !line.isBroken { report(.missingColumn(line, metric)) }
      return nil
    }
    var question = Feedback.Question(metric: metric, source: source, span: line.span)
    for fact in line.facts {
      switch fact.keyword {
      case .of: question.subject = subject(fact.values)
      case .scale: (question.scale, question.lowerIsBetter) = scale(fact, of: metric, question.lowerIsBetter)
      case .lowerIsEasier: question.lowerIsBetter = true
      case .unused: question.unused += fact.cells
      case .blank: question.blank += fact.cells
      case .in:
        question.secondsPerUnit = fact.arguments.first?.word.flatMap { secondsPerUnit[$0] }
        if let text = fact.strings.first?.value, let seconds = secondsBeforeColon[text] {
          (question.secondsPerUnit, question.secondsBeforeColon) = (Double(seconds), seconds)
        }
      case .where: if let condition = fact.condition { question.conditions.append(condition) }
      case .withDrivers: question.hasDrivers = true
      default: break
      }
    }
    question.leastGood = line.first(.good).flatMap { leastGood($0, of: question) }
    reportGaps(of: question, line, in: feedback)
    let scale = question.scale
    question.rows = rows(of: line) { $0.answer($1, metric, scale) }
    return line.first(.of) != nil && question.subject == nil ? nil : question
  }

  /// `"Q1"`, or `from "Created at" to "Solved at"`.
  private func source(of line: Line) -> Feedback.Question.Source? {
    let strings = (line.first(.from)?.strings ?? []) + line.strings
    if line.first(.from) != nil || line.arguments.contains(where: { $0.word == "from" }) {
      guard strings.count > 1 else { return nil }
      return .between(from: strings[0].value, to: strings[1].value)
    }
    return strings.first.map { .column($0.value) }
  }

  /// The scale, within which every answer lies, and whether its low answers are the good ones: `6..1` goes from the worst
  /// to the best.
  private mutating func scale(
    _ fact: Line, of metric: Metric, _ lowerIsBetter: Bool
  ) -> (scale: ClosedRange<Int>?, lowerIsBetter: Bool) {
    guard let value = fact.arguments.first, case .range(.number(let first), .number(let last)) = value.kind else {
      return (nil, lowerIsBetter)
    }
    guard let first = Int(exactly: first), let last = Int(exactly: last), first != last, abs(last - first) <= 100,
      abs(first) <= 1000
    else {
      report(.badScale(value))
      return (nil, lowerIsBetter)
    }
    if metric == .nps, last != 10 || !(0...1).contains(first) { report(.scaleOfNPS(value)) }
    return (min(first, last)...max(first, last), lowerIsBetter || last < first && metric != .nps)
  }

  /// `good 3..4`: from an answer above the worst to the best.
  private mutating func leastGood(_ fact: Line, of question: Feedback.Question) -> Int? {
    guard let value = fact.arguments.first, let good = value.answers else { return nil }
    guard question.metric == .csat || question.metric == .effort else {
      report(.goodOfOther(value, question.metric))
      return nil
    }
    guard let scale = question.scale else { return nil }
    let (least, most) = (good.lowerBound, good.upperBound)
    let fits =
      question.lowerIsBetter
      ? least == scale.lowerBound && most < scale.upperBound : most == scale.upperBound && least > scale.lowerBound
    guard fits else {
      report(.badGood(value, question, scale))
      return nil
    }
    return question.lowerIsBetter ? scale.upperBound - most : least - scale.lowerBound
  }

  /// What is mandatory: nothing about an answer is guessed.
  private mutating func reportGaps(of question: Feedback.Question, _ line: Line, in feedback: Feedback) {
    let needsScale = [.csat, .effort, .nps].contains(question.metric)
    if needsScale, line.first(.scale) == nil { report(.missingScale(question)) }
    if let scale = question.scale, line.first(.good) == nil, !question.metric.isUsual(span: scale.count - 1) {
      report(.missingGood(question, scale))
    }
    if question.metric == .effort, !question.lowerIsBetter, line.first(.higherIsEasier) == nil {
      report(.missingDirection(question))
    }
    if question.metric == .resolution, case .column = question.source, question.secondsPerUnit == nil {
      report(.missingUnit(question, written: line.first(.in)?.arguments.first))
    }
    if question.subject == nil, line.first(.of) == nil, feedback.touchpointColumn == nil {
      report(.missingSubject(question))
    }
  }

  /// What a row of an answer gives: a rating of its scale, `yes` or `no`.
  private mutating func answer(
    _ values: [Value], _ metric: Metric, _ scale: ClosedRange<Int>?
  ) -> Feedback.Row.Meaning? {
    guard values.count == 1, let value = values.first else { return nil }
    switch metric {
    case .fcr:
      if let word = value.word, word == "yes" || word == "no" { return .value(word) }
      report(.wrongAnswer(value, "yes, no or ignored"))
    case .resolution:
      switch value.kind {
      case .number, .duration: return .value(value.cell)
      default: report(.wrongAnswer(value, "a number of the unit, or ignored"))
      }
    case .csat, .effort, .nps:
      guard let scale else { return value.integer.map { .value(String($0)) } }
      if let integer = value.integer, scale.contains(integer) { return .value(String(integer)) }
      report(.wrongAnswer(value, "a number from \(scale.lowerBound) to \(scale.upperBound), or ignored"))
    }
    return nil
  }
}

extension Feedback.Question {
  /// Those that count where nothing is declared.
  fileprivate func goodAnswers(_ scale: ClosedRange<Int>) -> ClosedRange<Int> {
    let least = metric.leastGood(span: scale.count - 1)
    return lowerIsBetter
      ? scale.lowerBound...scale.upperBound - least : scale.lowerBound + least...scale.upperBound
  }
}

extension ClosedRange<Int> {
  /// As the language writes it; a number where it holds one.
  fileprivate var text: String { count == 1 ? "\(lowerBound)" : "\(lowerBound)..\(upperBound)" }
}

extension Metric {
  fileprivate var goodWord: String { self == .effort ? "easy" : "satisfied" }
}

extension Value {
  /// A whole number, or a range of them; nil for anything else.
  fileprivate var answers: ClosedRange<Int>? {
    switch kind {
    case .range(.number(let low), .number(let high)):
      guard let low = Int(exactly: low), let high = Int(exactly: high), low <= high else { return nil }
      return low...high
    default: return integer.map { $0...$0 }
    }
  }
}

private let secondsPerUnit: [String: Double] = [
  "second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600, "day": 86_400, "days": 86_400,
  "week": 604_800, "weeks": 604_800,
]

/// What the number before the colon of `1:30` counts.
private let secondsBeforeColon: [String: Int] = ["h:mm": 3600, "m:ss": 60]

extension Diagnostic {
  fileprivate static func missingColumn(_ line: Line, _ metric: Metric) -> Self {
    .init(
      .incompleteFeedback, at: line.span, "this answer does not say which column has it",
      help: "write the column's name in quotes: answer \(metric.rawValue) \"…\"")
  }

  fileprivate static func badScale(_ value: Value) -> Self {
    return .init(
      .badScale, at: value.span, "\"\(value.text)\" is not a scale",
      help: "write the worst and the best answer, whole numbers: scale 1..5")
  }

  fileprivate static func scaleOfNPS(_ value: Value) -> Self {
    .init(
      .badScale, at: value.span, "NPS is asked on 0..10 or 1..10, not on \(value.text)",
      help: "write the scale of the question; on any other scale, write csat instead of nps")
  }

  fileprivate static func missingScale(_ question: Feedback.Question) -> Self {
    .init(
      .missingScale, at: question.span, "this answer does not say its scale",
      help: "write it after the column: \(question.metric == .nps ? "scale 0..10" : "scale 1..5")")
  }

  fileprivate static func missingGood(_ question: Feedback.Question, _ scale: ClosedRange<Int>) -> Self {
    let good = question.goodAnswers(scale)
    let taken = "\(good.spoken) \(good.count == 1 ? "is" : "are") used"
    return .init(
      .missingGood, at: question.span,
      "scale \(scale.text) does not say which answers count as \(question.metric.goodWord); \(taken)",
      help: "write it after the scale: good \(good.text)")
  }

  fileprivate static func badGood(_ value: Value, _ question: Feedback.Question, _ scale: ClosedRange<Int>) -> Self {
    let (low, high) = (scale.lowerBound, scale.upperBound)
    var help = "write the answers that count as \(question.metric.goodWord): good \(question.goodAnswers(scale).text)"
    if !question.lowerIsBetter, let good = value.answers, good.lowerBound == low, good.upperBound < high {
      // School grades: the same answers, said in a way that counts them as they are meant.
      help =
        question.metric == .effort
        ? "where a low answer is easy, write: scale \(scale.text) lower-is-easier good \(good.text)"
        : "where a low answer is best, write the scale from the worst to the best: scale \(high)..\(low) good \(good.text)"
    }
    return .init(
      .badGood, at: value.span,
      "\"\(value.text)\" does not go from an answer above the worst to the best of \(scale.text)", help: help)
  }

  fileprivate static func goodOfOther(_ value: Value, _ metric: Metric) -> Self {
    .init(
      .badGood, at: value.span, "\(metric.rawValue) itself fixes which answers count, so \"good\" cannot change it",
      help: "delete good \(value.text); only csat and effort take it")
  }

  fileprivate static func missingDirection(_ question: Feedback.Question) -> Self {
    .init(
      .missingDirection, at: question.span, "this answer does not say which end of its scale is easy",
      help: "write higher-is-easier or lower-is-easier after the scale")
  }

  fileprivate static func missingUnit(_ question: Feedback.Question, written: Value?) -> Self {
    .init(
      .missingUnit, at: written?.span ?? question.span,
      written.map { "\"\($0.text)\" is not a unit of time" } ?? "this answer does not say the unit of its times",
      help: "write: in seconds, in minutes, in hours or in days; for times such as 1:30: in \"h:mm\" or in \"m:ss\"")
  }

  fileprivate static func missingSubject(_ question: Feedback.Question) -> Self {
    .init(
      .missingSubject, at: question.span, "nothing says which touchpoint this answer is about",
      help: "write: of JOURNEY/TOUCHPOINT, or name the column that says it: touchpoint \"…\" { … }")
  }

  fileprivate static func wrongAnswer(_ value: Value, _ expected: String) -> Self {
    let isOutside = value.word == "unused" || value.word == "blank"
    return .init(
      .wrongRow, at: value.span, "\"\(value.text)\" is not an answer here",
      help: isOutside ? "write it before the braces: \(value.text) \"VALUE\" { … }" : "write \(expected)")
  }
}
