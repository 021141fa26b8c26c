internal import JourneySource
internal import JourneySyntax

/// The small facts that stand in several places. Each is nil where the parser has already said what is wrong.
extension Resolution {
  /// `persona tom`, `segment students` on the line.
  mutating func audience(of line: Line) -> Audience {
    var audience = Audience()
    for fact in line.facts {
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
      name: line.arguments.lazy.compactMap(\.word).first, text: text.value,
      evidence: evidence(of: line) ?? .assumption, audience: audience(of: line), span: line.span)
  }

  /// `lane risk "Passport lost" owner legal`.
  mutating func laneText(_ line: Line) -> LaneText? {
    guard let name = line.values.first, let text = line.values.dropFirst().first?.string, let lane = lane(name) else {
      return nil
    }
    let owner = line.facts.first { $0.keyword == .owner }?.values.first.flatMap { department($0) }
    return LaneText(
      lane: lane, text: text, owner: owner, evidence: evidence(of: line), audience: audience(of: line))
  }

  /// `image "img/form.png" "The form on a phone"`.
  mutating func image(_ line: Line) -> ImageFile? {
    let texts = line.strings
    guard texts.count == 2, isInside(texts[0]) else { return nil }
    return ImageFile(path: texts[0].value, words: texts[1].value, span: texts[0].span)
  }

  /// The channels that a line names.
  mutating func channels(_ line: Line) -> [Channel.ID] {
    var channels: [Channel.ID] = []
    for value in line.values {
      if let channel = channel(value), !channels.contains(channel) { channels.append(channel) }
    }
    return channels
  }

  /// `volume 12000 in 2026-Q3`.
  mutating func volume(_ line: Line) -> Volume? {
    guard let value = line.arguments.first, let people = value.number else { return nil }
    guard people >= 0 else {
      report(.negative(line, value))
      return nil
    }
    // Much of the world writes twelve thousand so.
    guard !value.text.contains(".") else {
      report(.partOfPerson(value))
      return nil
    }
    return Volume(people: people, period: line.arguments.lazy.compactMap(\.period).first)
  }

  /// `takes 15m`, `wait 3d..5d`: not negative, the shorter first.
  mutating func durations(_ line: Line) -> Durations? {
    guard let value = line.arguments.first else { return nil }
    let durations: Durations
    switch value.kind {
    case .duration(let seconds): durations = Durations(shortest: seconds, longest: seconds)
    case .range(.duration(let low), .duration(let high)): durations = Durations(shortest: low, longest: high)
    default: return nil
    }
    if durations.shortest >= 0, durations.longest >= durations.shortest { return durations }
    report(durations.shortest < 0 ? .negative(line, value) : .backwards(line, value))
    return nil
  }

  /// `share 18%`; above 100 % is found when all are added up.
  mutating func share(_ line: Line) -> Double? {
    guard let value = line.arguments.first, case .percent(let share) = value.kind else { return nil }
    if share >= 0 { return share }
    report(.negative(line, value))
    return nil
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
  /// Its `note` lines.
  var notes: [String] { facts.filter { $0.keyword == .note }.flatMap { $0.strings.map(\.value) } }

  /// All strings on the line, in order.
  var strings: [Spanned<String>] {
    (title.map { [$0] } ?? []) + arguments.compactMap { value in value.string.map { Spanned($0, at: value.span) } }
  }

  /// The first line of this word below.
  func first(_ keyword: Keyword) -> Line? { members.first { $0.keyword == keyword } }
}

extension Diagnostic {
  fileprivate static func negative(_ line: Line, _ value: Value) -> Self {
    .init(
      .outOfRange, at: value.span, "\"\(line.keyword?.rawValue ?? "this")\" cannot be below zero",
      help: "leave out the minus sign")
  }

  fileprivate static func partOfPerson(_ value: Value) -> Self {
    let parts = value.text.split(separator: ".")
    // One sign and three digits are thousands, as in 12.500; anything else is part of a person.
    let isThousands = parts.count == 2 && parts.last?.utf8.count == 3
    let whole = isThousands ? parts.joined() : "\((Int(parts.first ?? "") ?? 0) + 1)"
    return .init(
      .outOfRange, at: value.span, "\"volume\" counts people, in whole numbers",
      help: isThousands ? "write: volume \(whole)" : "write a whole number, for example: volume \(whole)",
      fix: .likely(value.span, whole))
  }

  fileprivate static func backwards(_ line: Line, _ value: Value) -> Self {
    .init(
      .outOfRange, at: value.span, "\"\(value.text)\" ends before it begins", help: "write the shorter time first",
      fix: value.text.turned.map { .safe(value.span, $0) })
  }

  static func outOfRange(_ keyword: Keyword?, _ value: Value, _ bounds: ClosedRange<Int>, nearest: Int?) -> Self {
    let word = keyword?.rawValue ?? "this"
    let clamped = nearest.map { min(max($0, bounds.lowerBound), bounds.upperBound) } ?? bounds.upperBound
    let sign = bounds.lowerBound < 0 && clamped > 0 ? "+" : ""
    return .init(
      .outOfRange, at: value.span, "\"\(word)\" takes a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
      help: "write: \(word) \(sign)\(clamped)", fix: .likely(value.span, "\(sign)\(clamped)"))
  }
}

extension String {
  /// `3d..5d` for `5d..3d`; nil where it is no range.
  fileprivate var turned: String? {
    guard let dots = firstRange(of: "..") else { return nil }
    return "\(self[dots.upperBound...])..\(self[..<dots.lowerBound])"
  }
}
