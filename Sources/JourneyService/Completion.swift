package import JourneyKit
internal import JourneyMetrics
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Something that can be written at a place.
package struct Completion: Sendable, Equatable {
  package enum CompletionKind: Sendable, Equatable {
    case keyword, value, name, text
  }

  /// What is shown, and filters: the name, or the title in quotes.
  package let label: String
  package let kind: CompletionKind
  /// Shown beside it: the title, the form of a line.
  package let detail: String
  /// What is written; `${1:…}` are places to fill where `isSnippet`.
  package let text: String
  package let isSnippet: Bool
  /// A sentence, where there is one.
  package let documentation: String?
}

/// All that can be written at a place, the nearest first.
package struct CompletionList: Sendable, Equatable {
  package let replaced: Range<Int>
  package let items: [Completion]
}

extension LiveSnapshot {
  /// What can be written at a place of a journey file; nothing in comments and prose.
  package func completions(at offset: Int, in file: FileID) -> CompletionList {
    let bytes = files[Int(file.index)].bytes
    guard let place = WritingPlace(in: bytes, at: offset) else {
      return CompletionList(replaced: offset..<offset, items: [])
    }
    var items: [Completion] = []
    for expectation in place.expectations { items += completions(for: expectation, place, in: file) }
    var seen: Set<String> = []
    return CompletionList(replaced: place.replaced, items: items.filter { seen.insert($0.text).inserted })
  }

  private func completions(
    for expectation: WritingPlace.Expectation, _ place: WritingPlace, in file: FileID
  ) -> [Completion] {
    switch expectation {
    case .word(let word, let context):
      guard !place.isInText else { return [] }
      return [.word(word, in: context, asLine: place.startsLine)]
    case .fixed(let word): return place.isInText ? [] : [.value(word, "")]
    case .value(let shape, let word):
      guard !(word.keyword == .was) else { return [] }
      let choices = shape.choices.map { Completion.value($0, WordPage.summary(of: $0) ?? "") }
      let names = names(for: shape, of: word, journey(around: place, in: file))
      let left = names.filter { !place.values.contains($0.name) && !place.values.contains("\"\($0.title)\"") }
      if place.isInText { return left.filter { _ in shape.kinds.contains(.string) }.map { .title($0.title, $0.name) } }
      return choices + left.map { .name($0.name, $0.title) } + periods(for: shape)
    case .point(let ends):
      let journey = journey(around: place, in: file)
      let names = places(in: journey)
      if place.isInText { return names.map { .title($0.title, $0.name) } }
      return names.map { .name($0.name, $0.title) }
        + ends.map { .value($0, $0 == "exit" ? "customers leave" : "customers come in") }
    case .meaning(let keyword):
      guard !place.isInText else { return [] }
      let names = keyword == .segment ? workspace.segments.map { ($0.name, $0.title) } : subjects()
      return names.map { .name($0.0, $0.1) } + [.value("ignored", "rows with this cell are not counted")]
    }
  }

  /// The journey whose block the place is in.
  private func journey(around place: WritingPlace, in file: FileID) -> Journey? {
    guard let block = place.enclosing.last(where: { $0.keyword == .journey }) else { return nil }
    return workspace.journeys.first { $0.span.file == file && Int($0.span.start) == block.anchor }
  }

  /// The touchpoints and phases of a journey; those that nothing leads to yet come first.
  private func places(in journey: Journey?) -> [(name: String, title: String)] {
    guard let journey else { return [] }
    let reached = Set(
      journey.arrows.compactMap { arrow in
        if case .touchpoint(let id) = arrow.to, arrow.isWritten { id } else { Optional<Touchpoint.ID>.none }
      })
    let touchpoints = journey.touchpoints.enumerated().map { ($0.offset, ($0.element.name, $0.element.title)) }
    let open = touchpoints.filter { !reached.contains(Touchpoint.ID($0.0)) }
    let others = touchpoints.filter { reached.contains(Touchpoint.ID($0.0)) }
    return (open + others).map(\.1) + journey.phases.map { ($0.name, $0.title) }
  }

  /// What answers can be about, by their whole names.
  private func subjects() -> [(name: String, title: String)] {
    workspace.journeys.flatMap { journey in
      [(journey.name, journey.title)] + journey.touchpoints.map { ("\(journey.name)/\($0.name)", $0.title) }
        + journey.phases.map { ("\(journey.name)/\($0.name)", $0.title) }
    }
  }

  /// What has a name and may be a value of this shape.
  private func names(for shape: Shape, of word: Word, _ journey: Journey?) -> [(name: String, title: String)] {
    let workspace = workspace
    let own = journey.map { [$0] } ?? workspace.journeys
    switch shape.noun {
    case Shape.department.noun: return workspace.departments.map { ($0.name, $0.title) }
    case Shape.channel.noun: return workspace.channels.map { ($0.name, $0.title) }
    case Shape.persona.noun: return workspace.personas.map { ($0.name, $0.title) }
    case Shape.segment.noun: return workspace.segments.map { ($0.name, $0.title) }
    case Shape.group.noun: return workspace.groups.map { ($0.name, $0.title) }
    case Shape.lane.noun: return workspace.lanes.map { ($0.name, $0.title) }
    case Shape.journey.noun: return workspace.journeys.filter { $0.id != journey?.id }.map { ($0.name, $0.title) }
    case Shape.goal.noun: return own.flatMap { $0.goals.map { ($0.name, $0.title) } }
    case Shape.kpi.noun:
      return workspace.kpis.map { ($0.name, $0.title) }
        + Shape.metric.choices.map { ($0, WordPage.summary(of: $0) ?? "") }
    case Shape.touchpoint.noun: return journey == nil ? subjects() : places(in: journey)
    case Shape.subject.noun: return subjects() + [("workspace", "all of it")]
    case Shape.pain.noun: return own.flatMap { remarks(of: $0, \.pains) }
    case Shape.idea.noun: return own.flatMap { remarks(of: $0, \.ideas) }
    case Shape.tag.noun:
      let tags = workspace.journeys.flatMap { $0.touchpoints.flatMap(\.tags) }
      return Set(tags).sorted().map { ($0, "") }
    case Shape.language.noun: return Workspace.spokenLanguages.map { ($0, "") }
    default: return []
    }
  }

  private func remarks(of journey: Journey, _ path: KeyPath<Touchpoint, [Remark]>) -> [(name: String, title: String)] {
    journey.touchpoints.flatMap { touchpoint in
      touchpoint[keyPath: path].compactMap { remark in remark.name.map { ($0, remark.text) } }
    }
  }

  /// The periods of the tallies, newest first: no clock is asked.
  private func periods(for shape: Shape) -> [Completion] {
    guard shape.kinds.contains(.period), shape.kinds.isDisjoint(with: .number) else { return [] }
    let periods = Set(annotated.journeys.flatMap { $0.askedScores.flatMap(\.history).map(\.period) })
    return periods.sorted().reversed().prefix(4).map { .value("\($0)", "a period with answers") }
  }
}

/// How a line of the language is written, and how far one is.
package struct LineForm: Sendable, Equatable {
  package let label: String
  package let meaning: String
  /// Its values as they are in the label.
  package let parts: [String]
  package let current: Int
}

extension LiveSnapshot {
  /// The form of the fact that is being written at a place; nil once it has all that it needs.
  package func form(at offset: Int, in file: FileID) -> LineForm? {
    guard let place = WritingPlace(in: files[Int(file.index)].bytes, at: offset), !place.isInText,
      let (word, count) = place.argument,
      place.expectations.contains(where: {
        if case .value(_, of: let asked) = $0 { asked.keyword == word.keyword } else { false }
      })
    else { return nil }
    let parts = word.slots.map(\.form)
    let context = GrammarContext.allCases.first { Vocabulary.word(word.keyword, in: $0)?.form == word.form } ?? .file
    return LineForm(
      label: word.form, meaning: word.keyword.meaning(in: context).sentence, parts: parts,
      current: min(count, max(parts.count - 1, 0)))
  }
}

extension Completion {
  fileprivate static func value(_ text: String, _ detail: String) -> Completion {
    Completion(label: text, kind: .value, detail: detail, text: text, isSnippet: false, documentation: nil)
  }

  fileprivate static func name(_ name: String, _ title: String) -> Completion {
    Completion(label: name, kind: .name, detail: title, text: name, isSnippet: false, documentation: nil)
  }

  fileprivate static func title(_ title: String, _ name: String) -> Completion {
    let text = "\"\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    return Completion(label: title, kind: .text, detail: name, text: text, isSnippet: false, documentation: nil)
  }

  /// A word of the language; a line of its own as its example has it, with the values to fill in.
  fileprivate static func word(_ word: Word, in context: GrammarContext, asLine: Bool) -> Completion {
    let name = word.keyword.rawValue
    return Completion(
      label: name, kind: .keyword, detail: word.form, text: asLine ? word.snippet : name, isSnippet: asLine,
      documentation: word.keyword.meaning(in: context).sentence)
  }
}

extension String {
  /// With a capital and a full stop.
  var sentence: String { capital + (hasSuffix(".") ? "" : ".") }
}

extension Word {
  /// The line to fill in, by the syntax of snippets.
  fileprivate var snippet: String {
    let name = keyword.rawValue
    if keyword == .flow { return "flow {\n\tas-written\n\t$0\n}" }
    if keyword == .workspace { return "workspace \"${1:title}\" {\n\tedition 1\n\t$0\n}" }
    if isThing {
      let opens = [.journey, .phase, .goal, .action, .feedback].contains(keyword)
      return "\(name) ${1:name} \"${2:title}\"" + (opens ? " {\n\t$0\n}" : "")
    }
    var values: [String] = []
    for slot in slots {
      let number = values.count + 1
      switch slot {
      case .one(let shape), .list(let shape): values.append(shape.placeholder(number))
      case .word(let fixed): values.append(fixed)
      case .maybe, .maybeName, .maybeWord, .tail: break
      }
    }
    return ([name] + values).joined(separator: " ")
  }
}

extension Shape {
  fileprivate func placeholder(_ number: Int) -> String {
    if choices.count > 1 { return "${\(number)|\(choices.joined(separator: ","))|}" }
    if kinds == .string { return "\"${\(number)}\"" }
    return "${\(number)}"
  }
}
