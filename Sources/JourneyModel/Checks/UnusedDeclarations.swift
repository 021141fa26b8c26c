internal import JourneySource

/// Channels, departments, personas, segments, KPIs, groups and lanes that nothing refers to. Silent while there is no
/// journey at all, or while names are unknown: what is not used may be what was meant.
func unusedDeclarations(in workspace: Workspace) -> [Diagnostic] {
  guard !workspace.journeys.isEmpty, !workspace.hasUnknownNames else { return [] }
  let used = Uses(of: workspace)
  var findings: [Diagnostic] = []
  for (index, thing) in workspace.departments.enumerated() where thing.isDeclared && !used.departments.contains(index) {
    findings.append(.unused("department", thing.name, thing.span))
  }
  for (index, thing) in workspace.channels.enumerated() where thing.isDeclared && !used.channels.contains(index) {
    findings.append(.unused("channel", thing.name, thing.span))
  }
  for (index, thing) in workspace.personas.enumerated() where !used.personas.contains(index) {
    findings.append(.unused("persona", thing.name, thing.span))
  }
  for (index, thing) in workspace.segments.enumerated() where !used.segments.contains(index) {
    findings.append(.unused("segment", thing.name, thing.span))
  }
  for (index, thing) in workspace.kpis.enumerated() where thing.isDeclared && !used.kpis.contains(index) {
    findings.append(.unused("KPI", thing.name, thing.span))
  }
  for (index, thing) in workspace.groups.enumerated() where !used.groups.contains(index) {
    findings.append(.unused("group", thing.name, thing.span))
  }
  for (index, thing) in workspace.lanes.enumerated() where !used.lanes.contains(index) {
    findings.append(.unused("lane", thing.name, thing.span))
  }
  return findings
}

/// What the journeys, actions and feedbacks of a workspace refer to, by index.
private struct Uses {
  var departments: Set<Int> = []
  var channels: Set<Int> = []
  var personas: Set<Int> = []
  var segments: Set<Int> = []
  var kpis: Set<Int> = []
  var groups: Set<Int> = []
  var lanes: Set<Int> = []

  init(of workspace: Workspace) {
    for persona in workspace.personas { add(persona.segment) }
    for journey in workspace.journeys {
      add(journey)
      journey.touchpoints.forEach { add($0) }
    }
    for action in workspace.actions { add(action) }
    for feedback in workspace.feedbacks {
      for row in feedback.segmentRows {
        if case .segment(let segment) = row.meaning { add(segment) }
      }
    }
  }

  private mutating func add(_ journey: Journey) {
    add(journey.owner)
    journey.personas.forEach { personas.insert($0.value) }
    for arrow in journey.arrows { add(arrow.audience) }
    for action in journey.actions { add(action) }
    if let group = journey.group { groups.insert(group.value) }
    add(journey.reviewed?.by)
    for phase in journey.phases {
      add(phase.owner)
      phase.channels.forEach { channels.insert($0.value) }
    }
    for voice in journey.quotes { add(voice.audience) }
    for goal in journey.goals {
      if case .kpi(let kpi) = goal.measure { kpis.insert(kpi.value) }
    }
  }

  private mutating func add(_ touchpoint: Touchpoint) {
    add(touchpoint.owner)
    touchpoint.helpers.forEach { departments.insert($0.value) }
    touchpoint.channels.forEach { channels.insert($0.value) }
    for line in touchpoint.blueprint {
      add(line.owner)
      add(line.audience)
    }
    for text in touchpoint.laneTexts {
      lanes.insert(text.lane.value)
      add(text.owner)
      add(text.audience)
    }
    add(touchpoint.audience)
    for feeling in touchpoint.feels { add(feeling.audience) }
    for voice in touchpoint.thoughts + touchpoint.deeds + touchpoint.needs + touchpoint.voices { add(voice.audience) }
    for remark in touchpoint.pains + touchpoint.ideas { add(remark.audience) }
  }

  private mutating func add(_ action: Action) {
    add(action.owner)
    add(action.audience)
  }

  private mutating func add(_ audience: Audience) {
    audience.personas.forEach { personas.insert($0.value) }
    audience.segments.forEach { segments.insert($0.value) }
  }

  private mutating func add(_ department: Department.ID?) { if let department { departments.insert(department.value) } }
  private mutating func add(_ segment: Segment.ID?) { if let segment { segments.insert(segment.value) } }
}

extension Diagnostic {
  fileprivate static func unused(_ noun: String, _ name: String, _ span: Span) -> Self {
    .init(
      .unusedDeclaration, at: span, "nothing refers to \(noun) \"\(name)\"",
      help: "use it, or delete the line")
  }
}

extension Rule {
  static let unusedDeclaration = Rule(
    "unused-declaration", .note, "Nothing refers to this channel, department, persona, segment, KPI, group or lane.",
    why: """
      A declaration without use does no harm, but readers look for it on the map. Often it is left over from an earlier
      version. Or the name was written differently in the place where it was meant.

      Use it, or delete the line. It may well stay in a file that several folders share.
      """,
    example: """
      channel web "Web"
      channel fax "Fax"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel web
        }
      }

      """,
    instead: """
      channel web "Web"

      journey coffee "Buying a coffee" {
        phase before "Before" {
          touchpoint menu "Reads the menu" channel web
        }
      }

      """)
}
