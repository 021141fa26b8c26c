internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads the `workspace` thing, of which there may be one.
  mutating func resolveWorkspace() {
    let lines = lines(.workspace)
    guard let line = lines.first else { return }
    for other in lines.dropFirst() { report(.secondWorkspace(other, before: line)) }
    workspace.title = line.title?.value ?? line.name?.value
    for fact in line.facts {
      switch fact.keyword {
      case .language:
        guard let value = fact.arguments.first else { break }
        workspace.language = value.referredText
        let primary = value.referredText.split(separator: "-").first?.lowercased() ?? ""
        if !Workspace.spokenLanguages.contains(primary) { report(.otherLanguage(value)) }
      case .edition: readEdition(fact)
      case .hideBelow: workspace.hideBelow = hideBelow(fact) ?? workspace.hideBelow
      case .currentFor: workspace.currentFor = currentFor(fact) ?? workspace.currentFor
      case .target: if let target = target(fact) { workspace.targets.append(target) }
      case .floor: if let floor = target(fact) { workspace.floors.append(floor) }
      case .weigh:
        if let weight = weight(fact) { workspace.weights.append(weight) }
      case .ignore: ignore(fact, in: nil)
      case .severity: chooseSeverity(fact)
      default: break
      }
    }
    for floor in workspace.floors { reportIdle(floor) }
  }

  /// `edition 1`: another edition may mean something else by the same words.
  private mutating func readEdition(_ fact: Line) {
    guard let value = fact.arguments.first, value.number != nil else { return }
    if let edition = value.integer, edition == Workspace.edition { return }
    report(.unknownEdition(value))
  }

  /// A floor that changes no rank, or makes every shortfall a full one.
  private mutating func reportIdle(_ floor: Target) {
    guard let span = floor.span else { return }
    guard let target = workspace.targets.last(where: { $0.metric == floor.metric }) ?? Target.standard(floor.metric),
      floor.metric != .nps
    else { return report(.unranked(floor.metric, "floor", at: span)) }
    let isBehind = floor.metric == .resolution ? floor.value > target.value : floor.value < target.value
    if !isBehind { report(.floorAboveTarget(floor.metric, at: span)) }
  }

  /// `weigh csat 3`.
  private mutating func weight(_ fact: Line) -> MetricWeight? {
    guard let metric = fact.arguments.first.flatMap({ metric($0) }), let value = fact.arguments.dropFirst().first,
      let weight = value.number
    else { return nil }
    if metric == .nps {
      report(.unranked(metric, "weigh", at: fact.head))
      return nil
    }
    if weight >= 0 { return MetricWeight(metric: metric, weight: weight) }
    report(.negativeWeight(value))
    return nil
  }

  private mutating func hideBelow(_ fact: Line) -> Int? {
    guard let value = fact.arguments.first, value.number != nil else { return nil }
    if let integer = value.integer, integer >= 5 { return integer }
    report(.hidesTooLittle(value))
    return 5
  }

  /// `current-for 12 months`; nil for what is no number of months.
  private mutating func currentFor(_ fact: Line) -> Int? {
    guard let value = fact.arguments.first, value.number != nil else { return nil }
    if let months = value.integer, Self.months.contains(months) { return months }
    report(.impossibleMonths(value, Self.months))
    return nil
  }

  /// A century: whoever wants older figures than that to rank has mistyped.
  private static let months = 1...1200

  /// Reads what the lines of personas and KPIs say; where one is declared again, what is new there is added.
  mutating func resolvePeople() {
    for (line, index) in zip(lines(.persona), personas.entries) {
      var persona = workspace.personas[index]
      for fact in line.facts {
        switch fact.keyword {
        case .quote: persona.quote = persona.quote ?? fact.text?.value
        case .need:
          if let need = fact.text?.value, !persona.needs.contains(need) { persona.needs.append(need) }
        case .image: persona.image = image(fact) ?? persona.image
        case .note: persona.notes += fact.strings.map(\.value)
        case .segment: persona.segment = fact.values.first.flatMap { segment($0) } ?? persona.segment
        default: break
        }
      }
      workspace.personas[index] = persona
    }
    for (line, index) in zip(lines(.kpi), kpis.entries) { readKPI(line, index) }
  }

  private mutating func readKPI(_ line: Line, _ index: Int) {
    let unit = line.first(.unit).flatMap { word(on: $0, as: KPI.KPIUnit.self) }
    let better = line.first(.better)?.values.first?.word
    if let unit { workspace.kpis[index].unit = unit }
    if let better { workspace.kpis[index].higherIsBetter = better == "higher" }
    let isFirst = kpis.entries.first { $0 == index } != nil && workspace.kpis[index].span == line.anchor
    if isFirst, line.first(.unit) == nil || line.first(.better) == nil {
      incompleteKPIs.insert(index)
      report(.incompleteKPI(line, needsUnit: line.first(.unit) == nil, needsDirection: line.first(.better) == nil))
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownEdition(_ value: Value) -> Self {
    .init(
      .unknownEdition, at: value.span,
      "this program reads edition \(Workspace.edition) of the language, not \(value.text)",
      help: "install a newer Waymark, or write: edition \(Workspace.edition)")
  }

  fileprivate static func otherLanguage(_ value: Value) -> Self {
    .init(
      .languageNotSpoken, at: value.span,
      "Waymark has no words in \"\(value.text)\": maps and pages show your texts, and Waymark's own words in English",
      help: "keep the line: screen readers then read your texts in their language")
  }

  fileprivate static func secondWorkspace(_ line: Line, before: Line) -> Self {
    .init(
      .secondWorkspace, at: line.head, "there is already a \"workspace\"",
      related: [.init(before.head, "the first one, which is used")],
      help: "move its lines into the other one, and delete this one")
  }

  fileprivate static func negativeWeight(_ value: Value) -> Self {
    .init(.outOfRange, at: value.span, "a weight cannot be below zero", help: "write 0 to leave the metric out")
  }

  fileprivate static func unranked(_ metric: Metric, _ word: String, at span: Span) -> Self {
    .init(
      .noEffect, at: span,
      "\(metric.rawValue) does not rank touchpoints, so \"\(word) \(metric.rawValue)\" changes nothing",
      help: "delete this line")
  }

  fileprivate static func floorAboveTarget(_ metric: Metric, at span: Span) -> Self {
    let isTime = metric == .resolution
    return .init(
      .floorAboveTarget, at: span,
      "this floor is not \(isTime ? "above" : "below") the target for \(metric.rawValue), so every shortfall counts as full",
      help: "write a \(isTime ? "longer time" : "lower number") than the target, or delete this line")
  }

  fileprivate static func hidesTooLittle(_ value: Value) -> Self {
    .init(
      .outOfRange, at: value.span, "figures on fewer than 5 answers are never shown",
      help: "write: hide-below 5, or a higher number")
  }

  fileprivate static func impossibleMonths(_ value: Value, _ months: ClosedRange<Int>) -> Self {
    .init(
      .outOfRange, at: value.span,
      "figures are current for a whole number of months, from \(months.lowerBound) to \(months.upperBound)",
      help: "write: current-for 12 months")
  }

  fileprivate static func incompleteKPI(_ line: Line, needsUnit: Bool, needsDirection: Bool) -> Self {
    let missing = [
      needsUnit ? "unit share (or count, money, duration)" : nil, needsDirection ? "better higher (or lower)" : nil,
    ].compactMap { $0 }
    return .init(
      .incompleteKPI, at: line.anchor,
      "KPI \"\(line.name?.value ?? line.title?.value ?? "")\" does not say "
        + (needsUnit ? "what it is counted in" : "whether higher or lower is better"),
      help: "write: " + missing.joined(separator: " and "))
  }
}
