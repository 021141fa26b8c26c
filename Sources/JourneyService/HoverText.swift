package import JourneyKit
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
package import JourneySource
internal import JourneySyntax
internal import JourneyWords

/// What is known of the thing or the word at a place, in a few lines.
package struct HoverText: Sendable, Equatable {
  package let range: Range<Int>
  package let heading: String
  package let lines: [String]

  package var plain: String { ([heading] + lines).joined(separator: "\n") }

  /// With what people wrote kept apart from the marks.
  package var markdown: String {
    (["**\(MarkdownText.escaped(heading))**"] + lines.map { MarkdownText.escaped($0) }).joined(separator: "\n\n")
  }
}

extension LiveSnapshot {
  /// What to say about a place of a journey file; nil where there is nothing.
  package func hover(at offset: Int, in file: FileID) -> HoverText? {
    if let here = occurrence(at: offset, in: file), let names = names(of: here.symbol) {
      return HoverText(range: here.span.range, heading: names.title, lines: lines(about: here.symbol, names.name))
    }
    return word(at: offset, in: file) ?? finding(at: offset, in: file)
  }

  /// Why a finding is one, where nothing is known of what stands there.
  private func finding(at offset: Int, in file: FileID) -> HoverText? {
    let found = findings.diagnostics.first { finding in
      guard let span = finding.span, span.file == file else { return false }
      return span.range.contains(offset)
    }
    guard let found, let span = found.span else { return nil }
    // Its first paragraph; the rest is in `waymark explain`.
    let lines = found.rule.why.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    return HoverText(
      range: span.range, heading: found.rule.summary, lines: [lines.map(String.init).joined(separator: " ")])
  }

  private func lines(about symbol: Symbol, _ name: String) -> [String] {
    let journey = symbol.journey.flatMap { workspace.journeys.at($0) }
    switch symbol.kind {
    case .touchpoint:
      return journey.map { lines(about: Touchpoint.ID(symbol.index), in: $0) } ?? []
    case .journey: return workspace.journeys.at(symbol.index).map(lines(about:)) ?? []
    case .phase:
      let count = journey?.phases.at(symbol.index)?.touchpoints.count ?? 0
      return ["phase \(name)", count == 1 ? "1 touchpoint" : "\(count) touchpoints"]
    case .department: return ["department \(name)"] + work(of: Department.ID(symbol.index))
    case .persona:
      let persona = workspace.personas.at(symbol.index)
      return ["persona \(name)"] + (persona?.quote.map { ["“\($0)”"] } ?? []) + (persona?.needs ?? [])
    case .entry, .exit:
      return [symbol.kind == .entry ? "customers come in here" : "customers leave here"]
    default: return ["\(symbol.kind.noun) \(name)"]
    }
  }

  private func lines(about id: Touchpoint.ID, in journey: Journey) -> [String] {
    let touchpoint = journey[id]
    let workspace = workspace
    var about = ["touchpoint \(touchpoint.name)", "phase \(journey[touchpoint.phase].title)"]
    about +=
      touchpoint.channels.isEmpty ? [] : [touchpoint.channels.map { workspace[$0].title }.joined(separator: ", ")]
    about += touchpoint.owner.map { ["owner \(workspace[$0].title)"] } ?? []
    about += touchpoint.importance.map { ["importance \($0)"] } ?? []
    var lines = [about.joined(separator: " · ")]
    if !touchpoint.earlierNames.isEmpty { lines.append("was \(touchpoint.earlierNames.joined(separator: ", "))") }
    lines += figures(of: id, in: journey)
    lines += ways(of: id, in: journey)
    return lines
  }

  private func figures(of id: Touchpoint.ID, in journey: Journey) -> [String] {
    guard !journey.isPlanned, let scores = annotated.journeys.at(journey.id.value)?.touchpoints.at(id.value) else {
      return []
    }
    var lines = scores.scores.filter { $0.state != .notAsked }.map { $0.sentence(in: .english) }
    if lines.isEmpty { lines = ["not measured here"] }
    if let rank = ranking(of: journey.id).standings[id]?.rank { lines.append("priority \(rank)") }
    return lines
  }

  /// Where customers come from and where they go.
  private func ways(of id: Touchpoint.ID, in journey: Journey) -> [String] {
    let from = journey.arrows.filter { $0.to == .touchpoint(id) }.map { way($0.from, $0, in: journey) }
    let to = journey.arrows.filter { $0.from == .touchpoint(id) }.map { way($0.to, $0, in: journey) }
    return [("from", from), ("to", to)].filter { !$0.1.isEmpty }.map { word, ways in
      let more = ways.count > Self.mostWays ? " and \(ways.count - Self.mostWays) more" : ""
      return "\(word): \(ways.prefix(Self.mostWays).joined(separator: ", "))\(more)"
    }
  }

  private static let mostWays = 5

  private func way(_ end: Arrow.End, _ arrow: Arrow, in journey: Journey) -> String {
    let title =
      switch end {
      case .touchpoint(let id): journey[id].title
      case .entry(let index): journey.entries.at(index).flatMap { $0.title ?? $0.name } ?? "entry"
      case .exit(let index): journey.exits.at(index).flatMap { $0.title ?? $0.name } ?? "exit"
      }
    return title + (arrow.share.map { " \(Int(($0 * 100).rounded()))%" } ?? "")
  }

  private func lines(about journey: Journey) -> [String] {
    let count = journey.touchpoints.count
    var lines = ["journey \(journey.name) · \(journey.phases.count) phases · \(count) touchpoints"]
    if let from = journey.from, let to = journey.to { lines.append("from “\(from)” to “\(to)”") }
    guard !journey.isPlanned, let annotated = annotated.journeys.at(journey.id.value) else { return lines }
    lines += annotated.overall.scores.filter { $0.state != .notAsked }.map { $0.sentence(in: .english) }
    let coverage = annotated.coverage
    lines.append("\(coverage.measured) of \(coverage.touchpoints) touchpoints measured")
    return lines
  }

  private func work(of department: Department.ID) -> [String] {
    let owned = workspace.journeys.reduce(0) { $0 + $1.touchpoints.count { $0.owner == department } }
    let arrows = workspace.journeys.flatMap(\.arrows).compactMap(\.handOff)
    let (giving, taking) = (arrows.count { $0.from == department }, arrows.count { $0.to == department })
    return ["owns \(owned) touchpoints", "hands over at \(giving) arrows, takes over at \(taking)"]
  }

  /// The page of a word of the language, cut to its first lines.
  private func word(at offset: Int, in file: FileID) -> HoverText? {
    let tree = tree(of: file)
    for node in tree.nodes {
      if let keyword = node.keyword, keyword.span.range.contains(offset),
        let known = use(of: keyword.value, at: keyword.span, in: file)
      {
        let meaning = known.word.keyword.meaning(in: known.context).sentence
        return HoverText(
          range: keyword.span.range, heading: keyword.value.rawValue,
          lines: [meaning, known.word.form, "For example: \(known.word.example)"])
      }
      for value in node.arguments where value.span.range.contains(offset) {
        guard case .name(let name) = value.kind, let text = WordPage.summary(of: name) else { continue }
        return HoverText(range: value.span.range, heading: name, lines: [text])
      }
    }
    return nil
  }

  /// The entry of the vocabulary that a word in a file is.
  private func use(of keyword: Keyword, at span: Span, in file: FileID) -> (word: Word, context: GrammarContext)? {
    let place = WritingPlace(in: files[Int(file.index)].bytes, at: Int(span.start))
    for case .word(let word, let context) in place?.expectations ?? [] where word.keyword == keyword {
      return (word, context)
    }
    return GrammarContext.allCases.lazy.compactMap { context in
      Vocabulary.word(keyword, in: context).map { ($0, context) }
    }.first
  }
}
