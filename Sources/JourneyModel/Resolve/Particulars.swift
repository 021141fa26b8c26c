internal import JourneySource
internal import JourneySyntax

/// The small facts that stand in several places. Each is nil where the parser has already said what is wrong.
extension Resolution {
  /// `persona tom`, `segment students` on the line.
  mutating func audience(of line: Line) -> Audience {
    var audience = Audience()
    for fact in line.members where fact.kind == .fact {
      if fact.keyword == .persona { audience.personas += fact.values.compactMap { persona($0) } }
      if fact.keyword == .segment { audience.segments += fact.values.compactMap { segment($0) } }
    }
    return audience
  }

  private func evidence(of line: Line) -> Evidence? {
    line.members.first { $0.keyword == .evidence }?.values.first?.word.flatMap(Evidence.init(rawValue:))
  }

  /// A thought, a need or a quote: always the customer's.
  mutating func saying(_ line: Line) -> Voice? {
    guard let text = line.text else { return nil }
    return Voice(text: text.value, speaker: .customer, evidence: evidence(of: line), audience: audience(of: line))
  }

  /// `voice employee "…"`.
  mutating func voice(_ line: Line) -> Voice? {
    guard let text = line.text else { return nil }
    let speaker = line.arguments.first?.word.flatMap(Voice.Speaker.init(rawValue:)) ?? .customer
    return Voice(text: text.value, speaker: speaker, evidence: evidence(of: line), audience: audience(of: line))
  }

  mutating func remark(_ line: Line) -> Remark? {
    guard let text = line.text else { return nil }
    return Remark(
      text: text.value, evidence: evidence(of: line) ?? .assumption, audience: audience(of: line), span: line.span)
  }

  /// `volume 12000 in 2026-Q3`.
  func volume(_ line: Line) -> Volume? {
    var values = line.arguments
    for fact in line.members where fact.keyword == .in { values += fact.arguments }
    guard let people = values.lazy.compactMap(\.number).first else { return nil }
    return Volume(people: people, period: values.lazy.compactMap(\.period).first)
  }

  /// A whole number within its bounds: `importance 5`, `feels -1`.
  mutating func integer(on line: Line, in bounds: ClosedRange<Int>) -> Int? {
    guard let value = line.arguments.first, let number = value.number else { return nil }
    if let integer = value.integer, bounds.contains(integer) { return integer }
    report(.outOfRange(line.keyword, value, bounds, nearest: Int(exactly: number.rounded())))
    return nil
  }

  func word<Word: RawRepresentable<String>>(on line: Line, as type: Word.Type) -> Word? {
    line.arguments.lazy.compactMap { $0.word.flatMap(Word.init(rawValue:)) }.first
  }
}

extension Line {
  /// All strings on the line, in order.
  var strings: [Spanned<String>] {
    (title.map { [$0] } ?? []) + arguments.compactMap { value in value.string.map { Spanned($0, at: value.span) } }
  }

  /// The first line of this word below.
  func first(_ keyword: Keyword) -> Line? { members.first { $0.keyword == keyword } }
}

extension Diagnostic {
  static func outOfRange(_ keyword: Keyword?, _ value: Value, _ bounds: ClosedRange<Int>, nearest: Int?) -> Self {
    let word = keyword?.rawValue ?? "this"
    let clamped = nearest.map { min(max($0, bounds.lowerBound), bounds.upperBound) } ?? bounds.upperBound
    let sign = bounds.lowerBound < 0 && clamped > 0 ? "+" : ""
    return .init(
      .outOfRange, at: value.span, "\"\(word)\" takes a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
      help: "write: \(word) \(sign)\(clamped)")
  }
}
