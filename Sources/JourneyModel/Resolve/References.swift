internal import JourneySource
internal import JourneySyntax

extension Names {
  /// By name, or by title in quotes; nil where the value cannot be a reference, which the parser has said.
  mutating func find(_ value: Value) -> FoundName? {
    switch value.kind {
    case .name(let name), .word(let name): index(named: name).map(FoundName.one) ?? FoundName.none
    case .string(let title): find(titled: title)
    default: nil
    }
  }
}

extension Resolution {
  /// The entry, or nil after a finding about it.
  private mutating func settle(_ found: Names.FoundName?, _ value: Value, in names: Names) -> Int? {
    switch found {
    case .one(let index):
      note(Symbol(names.kind, index), value)
      return index
    case .several(let first, let second): report(.ambiguousTitle(value, names, first, second))
    case .some(.none): unknown(value, among: [names])
    case nil: break
    }
    return nil
  }

  /// Who a department is; in a sketch, anybody.
  mutating func department(_ value: Value) -> Department.ID? {
    let found = departments.names.find(value)
    if isSketchingDepartments, found == Names.FoundName.none {
      guard let entry = Names.Entry(sketched: value) else { return nil }
      if let index = departments.names.index(named: entry.name) {
        note(Symbol(.department, index), value)
        return .init(index)
      }
      note(Symbol(.department, departments.names.entries.count), value, as: .declaration)
      departments.names.append(entry)
      workspace.departments.append(.init(name: entry.name, title: entry.title, span: entry.span, isDeclared: false))
      return .init(workspace.departments.count - 1)
    }
    return settle(found, value, in: departments.names).map(Department.ID.init)
  }

  /// Which channel; in a sketch, any.
  mutating func channel(_ value: Value) -> Channel.ID? {
    let found = channels.names.find(value)
    if isSketchingChannels, found == Names.FoundName.none {
      guard let entry = Names.Entry(sketched: value) else { return nil }
      if let index = channels.names.index(named: entry.name) {
        note(Symbol(.channel, index), value)
        return .init(index)
      }
      note(Symbol(.channel, channels.names.entries.count), value, as: .declaration)
      channels.names.append(entry)
      workspace.channels.append(.init(name: entry.name, title: entry.title, span: entry.span, isDeclared: false))
      return .init(workspace.channels.count - 1)
    }
    return settle(found, value, in: channels.names).map(Channel.ID.init)
  }

  mutating func group(_ value: Value) -> JourneyGroup.ID? {
    settle(groups.names.find(value), value, in: groups.names).map(JourneyGroup.ID.init)
  }

  mutating func lane(_ value: Value) -> TeamLane.ID? {
    settle(lanes.names.find(value), value, in: lanes.names).map(TeamLane.ID.init)
  }

  mutating func persona(_ value: Value) -> Persona.ID? {
    settle(personas.names.find(value), value, in: personas.names).map(Persona.ID.init)
  }

  mutating func segment(_ value: Value) -> Segment.ID? {
    settle(segments.names.find(value), value, in: segments.names).map(Segment.ID.init)
  }

  mutating func journey(_ value: Value) -> Int? {
    settle(journeys.names.find(value), value, in: journeys.names)
  }

  /// A declared KPI or, without a declaration, one of those that everybody knows.
  mutating func kpi(_ value: Value) -> KPI.ID? {
    let found = kpis.names.find(value)
    if found == Names.FoundName.none, let known = WellKnownKPI(rawValue: value.referredText) {
      note(Symbol(.kpi, kpis.names.entries.count), value, as: .declaration)
      kpis.names.append(
        .init(name: known.rawValue, title: known.title, span: value.span, isNamed: true, canBeReferredTo: true))
      workspace.kpis.append(known.kpi(at: value.span))
      return .init(workspace.kpis.count - 1)
    }
    return settle(found, value, in: kpis.names).map(KPI.ID.init)
  }
}

extension Names.Entry {
  /// A name made up from its use; nil where none can be made of it.
  fileprivate init?(sketched value: Value) {
    let text = value.referredText
    let name = value.string == nil ? text : text.madeName
    guard name.canBeReferredTo else { return nil }
    self.init(name: name, title: text, span: value.span, isNamed: value.string == nil, canBeReferredTo: true)
  }
}

/// The figures of goals that need no declaration.
private enum WellKnownKPI: String {
  case churn, referrals, retention, conversion

  var title: String {
    switch self {
    case .churn: "Churn"
    case .referrals: "Referrals"
    case .retention: "Retention"
    case .conversion: "Conversion"
    }
  }

  func kpi(at span: Span) -> KPI {
    var kpi = KPI(name: rawValue, title: title, span: span, unit: .share, higherIsBetter: self != .churn)
    kpi.isDeclared = false
    return kpi
  }
}

extension Diagnostic {
  static func ambiguousTitle(_ value: Value, _ names: Names, _ first: Int, _ second: Int) -> Self {
    let named = [names[first], names[second]].filter(\.canBeReferredTo).map { "\"\($0.name)\"" }
    return .init(
      .ambiguousTitle, at: value.span, "several \(names.kind.noun)s have the title \"\(value.referredText)\"",
      related: [.init(names[first].span, "one"), .init(names[second].span, "another")],
      help: named.count == 2 ? "write the name: \(named.joined(separator: " or "))" : "give each a name, and write that"
    )
  }
}
