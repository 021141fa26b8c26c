internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

extension WorkspaceComparison {
  /// Version 1, described by `docs/diff.schema.json`: shares 0…1 to six places, points to three, times in seconds.
  func json() -> String {
    let all = difference.all
    let counts = ChangeCode.allCases.compactMap { code -> (String, JSON)? in
      let count = all.count { $0.code == code }
      return count > 0 ? (code.rawValue, .integer(count)) : nil
    }
    var rest = identities[...]
    func take(_ changes: [JourneyChange]) -> JSON {
      let ids = rest.prefix(changes.count)
      rest = rest.dropFirst(changes.count)
      return .array(zip(changes, ids).map { json($0, id: $1) })
    }
    let beside = take(difference.changes)
    let journeys = difference.journeys.map { journey in
      JSON.object([
        ("id", .string(name(of: journey))), ("title", .string(title(of: journey))),
        ("from", .optional(journey.from.map { difference.before.workspace[$0].name })),
        ("to", .optional(journey.to.map { difference.after.workspace[$0].name })),
        ("touchpointsMatched", .integer(journey.matched)), ("isAnother", .bool(journey.isAnother)),
        ("changes", take(journey.changes)),
      ])
    }
    let notCompared = difference.journeys.flatMap(\.notCompared).map { one in
      JSON.object([
        ("subject", json(one.subject)), ("metric", .string(one.metric.rawValue)),
        ("reason", .string(one.reason.rawValue)),
      ])
    }
    let pointers = (from.pointers + to.pointers).map { path in
      JSON.object([
        ("subject", json(ChangeSubject(.file, journey: nil, name: path, title: ""))), ("metric", .null),
        ("reason", .string("lfs-pointer")),
      ])
    }
    return JSON.object([
      ("version", .integer(1)), ("status", .string(isChanged ? "changed" : "same")), ("formOnly", .bool(isFormOnly)),
      ("from", json(from)), ("to", json(to)), ("counts", .object(counts)), ("gates", .array(outcomes.map(json))),
      ("changes", beside), ("journeys", .array(journeys)), ("notCompared", .array(notCompared + pointers)),
    ]).text
  }

  private func json(_ side: DiffSource) -> JSON {
    .object([("label", .string(side.label)), ("revision", .optional(side.revision))])
  }

  private func json(_ outcome: GateOutcome) -> JSON {
    .object([
      ("gate", .string(outcome.gate.text)), ("result", .string(outcome.result.rawValue)),
      ("reason", .optional(outcome.reason?.rawValue)),
      ("changes", .array(outcome.changes.map { .string(identities[$0]) })),
      ("subjects", .array(outcome.subjects.map(json))),
    ])
  }

  private func json(_ subject: ChangeSubject) -> JSON {
    .object([
      ("kind", .string(subject.kind.rawValue)), ("journey", .optional(subject.journey)),
      ("name", .string(subject.name)),
      ("title", .string(subject.title)),
    ])
  }

  private func json(_ change: JourneyChange, id: String) -> JSON {
    .object([
      ("id", .string(id)), ("code", .string(change.code.rawValue)), ("class", .string(change.code.kind.rawValue)),
      ("implied", .bool(change.isImplied)), ("subject", json(change.subject)),
      ("match", .optional(change.match?.rawValue)),
      ("before", json(change.before)), ("after", json(change.after)),
      (
        "place",
        change.place.map { .object([("phase", .string($0.phase)), ("after", .optional($0.after))]) } ?? .null
      ),
      ("figure", change.figure.map(json) ?? .null), ("position", position(change)),
    ])
  }

  private func json(_ value: ChangeValue?) -> JSON {
    switch value {
    case nil: .null
    case .word(let text), .text(let text): .string(text)
    case .number(let number), .share(let number): .decimal(number, places: 6)
    case .times(let times): .array([.decimal(times.shortest, places: 3), .decimal(times.longest, places: 3)])
    case .target(let target):
      .object([
        ("metric", .string(target.metric.rawValue)), ("comparison", .string(target.comparison.rawValue)),
        ("value", .decimal(target.value, places: 6)),
      ])
    case .expected(let metric, let change):
      .object([("metric", .string(metric.rawValue)), ("change", .decimal(change, places: 6))])
    case .period(let period): .string(period.description)
    case .record(let period, .value(let value), _):
      .object([("period", .string(period.description)), ("value", .decimal(value, places: 6))])
    case .record(let period, .count(let count, let of, let isLost), _):
      .object([
        ("period", .string(period.description)), (isLost ? "lost" : "count", .decimal(count, places: 6)),
        ("of", .decimal(of, places: 6)),
      ])
    }
  }

  /// What is withheld is null: the counts of the two periods, but not their figures.
  private func json(_ figure: ComparedFigure) -> JSON {
    let (before, after) = (figure.from, figure.to)
    let interval = figure.change?.asDifference?.interval
    let sign = figure.isReversed ? -1.0 : 1
    let ends = interval.map { [sign * $0.lowerBound, sign * $0.upperBound].sorted() }
    func value(_ score: Score?) -> JSON { figure.isWithheld ? .null : .optional(score?.figure?.value, places: 6) }
    func n(_ score: Score?) -> JSON { score?.figure == nil ? .null : .integer(score?.n ?? 0) }
    return .object([
      ("metric", .string(figure.metric.rawValue)), ("periodFrom", .optional(before?.period?.description)),
      ("periodTo", .optional(after?.period?.description)), ("nFrom", n(before)), ("nTo", n(after)),
      ("from", value(before)), ("to", value(after)),
      ("difference", .optional(figure.change.map { sign * $0.difference }, places: 6)),
      ("low", .optional(ends?.first, places: 6)), ("high", .optional(ends?.last, places: 6)),
      ("p", .optional(figure.change?.p, places: 6)),
      ("clear", .bool(figure.isClear)), ("rule", .optional(figure.rule)),
    ])
  }

  private func position(_ change: JourneyChange) -> JSON {
    guard let (side, span) = change.to.map({ (to, $0) }) ?? change.from.map({ (from, $0) }),
      let place = position(of: span, in: side)
    else { return .null }
    return .object([
      ("side", .string(change.to == nil ? "from" : "to")), ("file", .string(place.file)),
      ("line", .integer(place.line)),
    ])
  }

  func name(of journey: JourneyDifference) -> String {
    (journey.to.map { difference.after.workspace[$0] } ?? journey.from.map { difference.before.workspace[$0] })?.name
      ?? ""
  }

  func title(of journey: JourneyDifference) -> String {
    (journey.to.map { difference.after.workspace[$0] } ?? journey.from.map { difference.before.workspace[$0] })?.title
      ?? ""
  }
}

extension ComparedFigure {
  /// Which rule compared the two; nil where none did.
  fileprivate var rule: String? {
    guard change != nil else { return nil }
    switch metric {
    case .csat, .effort, .fcr: return "newcombe"
    case .nps: return "adjusted-estimates"
    case .resolution: return "log-rank"
    }
  }
}
