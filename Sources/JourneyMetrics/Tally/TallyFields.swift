internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// Why a row of a tally file cannot be read.
enum TallyProblem: Error {
  case columns(Int)
  case name(String)
  case metric(String)
  case scale(String, Metric)
  case period(String)
  case answer(String, Tally.TallyQuestion)
  case count(String)
  case manyAnswers
  case weights(String, String)
  case weightedDuration
  case oneWeight
}

/// - Parameter names: those of the questions before, to share.
func tallyQuestion(
  _ fields: [ArraySlice<UInt8>], isWeighted: Bool, names: inout Set<String>
) throws(TallyProblem) -> Tally.TallyQuestion {
  let word = text(fields[2])
  guard let metric = Metric(rawValue: word) else { throw .metric(word) }
  guard let period = Period(text(fields[4])) else { throw .period(text(fields[4])) }
  let journey = try name(fields[0], &names)
  let touchpoint = try name(fields[1], &names)
  guard !journey.isEmpty || touchpoint.isEmpty else { throw .name(touchpoint) }
  return Tally.TallyQuestion(
    journey: journey, touchpoint: touchpoint, metric: metric, scale: try scale(fields[3], of: metric), period: period,
    segment: try name(fields[5], &names), feedback: try name(fields[6], &names), isWeighted: isWeighted)
}

/// A name, or nothing: UTF-8 of at most 1,000 bytes, no control characters and no quotes.
private func name(_ field: ArraySlice<UInt8>, _ names: inout Set<String>) throws(TallyProblem) -> String {
  guard field.count <= 1000, !field.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x7F }),
    let name = try? UTF8Span(validating: field.span)
  else { throw .name(text(field)) }
  let own = String(copying: name)
  // As many bytes stand in the string itself.
  guard field.count > 15 else { return own }
  let shared = names.insert(own).memberAfterInsert
  // Strings are equal where Unicode says so, in other bytes, too.
  return shared.utf8.elementsEqual(own.utf8) ? shared : own
}

private func scale(_ field: ArraySlice<UInt8>, of metric: Metric) throws(TallyProblem) -> Scale? {
  if metric == .resolution {
    guard field.isEmpty else { throw .scale(text(field), metric) }
    return nil
  }
  guard let scale = Scale(field) else { throw .scale(text(field), metric) }
  let isRight =
    switch metric {
    case .nps: scale == Scale(worst: 0, best: 10) || scale == Scale(worst: 1, best: 10)
    case .fcr: scale == Scale(worst: 0, best: 1)
    case .csat, .effort, .resolution: true
    }
  guard isRight else { throw .scale(text(field), metric) }
  return scale
}

func tallyAnswer(_ field: ArraySlice<UInt8>, to question: Tally.TallyQuestion) throws(TallyProblem) -> Tally.Answer {
  if field.elementsEqual("unused".utf8) { return .unused }
  if question.metric == .resolution {
    if field.elementsEqual("open".utf8) { return .open(nil) }
    if field.first == UInt8(ascii: ">") { return .open(try bucket(field.dropFirst(), of: field, question)) }
    return .duration(try bucket(field, of: field, question))
  }
  guard let number = wholeNumber(field) else { throw .answer(text(field), question) }
  if let scale = question.scale {
    guard scale.standing(number) != nil else { throw .answer(text(field), question) }
    return .rating(number)
  }
  throw .answer(text(field), question)
}

/// - Parameter answer: the whole field, for the finding.
private func bucket(
  _ seconds: ArraySlice<UInt8>, of answer: ArraySlice<UInt8>, _ question: Tally.TallyQuestion
) throws(TallyProblem) -> DurationBucket {
  guard let number = wholeNumber(seconds), number >= 0 else { throw .answer(text(answer), question) }
  return DurationBucket(of: number)
}

func weightedCounts(
  _ count: Int, _ weight: ArraySlice<UInt8>, _ squares: ArraySlice<UInt8>, isDuration: Bool
) throws(TallyProblem) -> Tally.Counts {
  guard !weight.isEmpty, !squares.isEmpty else { throw .oneWeight }
  guard !isDuration else { throw .weightedDuration }
  guard let sum = ExactDecimal(weight, places: 10), let square = ExactDecimal(squares, places: 20),
    sum.value * sum.value <= Double(count) * square.value * (1 + 1e-9)
  else { throw .weights(text(weight), text(squares)) }
  return Tally.Counts(count, weight: sum, squares: square)
}
