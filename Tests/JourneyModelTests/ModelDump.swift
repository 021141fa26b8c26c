import JourneyModel
import JourneySource
import JourneySyntax

/// A workspace in few lines: what resolved to what.
struct ModelDump {
  let workspace: Workspace
  private(set) var text = ""

  init(_ workspace: Workspace) {
    self.workspace = workspace
    put("workspace \(workspace.title ?? "-") \(workspace.language) hide-below \(workspace.hideBelow)")
    put(targets("target", workspace.targets) + targets("floor", workspace.floors), 1)
    put(workspace.weights.map { "weigh \($0.metric.rawValue) \(short($0.weight))" }.joined(separator: ", "), 1)
    for thing in workspace.departments { declare("department", thing.name, thing.title, thing.isDeclared) }
    for thing in workspace.channels { declare("channel", thing.name, thing.title, thing.isDeclared) }
    for thing in workspace.segments { declare("segment", thing.name, thing.title, true) }
    for thing in workspace.personas {
      declare("persona", thing.name, thing.title, true)
      put(thing.segment.map { "segment \(workspace[$0].name)" } ?? "", 1)
      put(thing.image.map { "image \($0.path): \($0.words)" } ?? "", 1)
      put(thing.notes)
    }
    for thing in workspace.kpis {
      declare("kpi", thing.name, "\(thing.title), \(thing.unit) \(thing.higherIsBetter ? "↑" : "↓")", thing.isDeclared)
    }
    for thing in workspace.groups { declare("group", thing.name, thing.title, true) }
    for thing in workspace.lanes { declare("lane", thing.name, thing.title, true) }
    for journey in workspace.journeys { put(journey) }
    for action in workspace.actions { put(action, 0) }
    for feedback in workspace.feedbacks { put(feedback) }
  }

  mutating func put(_ line: String, _ depth: Int = 0) {
    if !line.isEmpty { text += String(repeating: "  ", count: depth) + line + "\n" }
  }

  private mutating func declare(_ kind: String, _ name: String, _ title: String, _ isDeclared: Bool) {
    put("\(kind) \(name) = \(title)\(isDeclared ? "" : " (from use)")")
  }

  fileprivate mutating func put(_ notes: [String], was names: [String] = [], _ depth: Int = 1) {
    put(names.isEmpty ? "" : "was " + names.joined(separator: ", "), depth)
    for note in notes { put("note \(note)", depth) }
  }

  // MARK: Journeys

  private mutating func put(_ journey: Journey) {
    put("journey \(journey.name) = \(journey.title)\(journey.state == .future ? " (future)" : "")")
    put(journey.notes, was: journey.earlierNames)
    put(journey.isDraft ? "draft" : "", 1)
    put(journey.group.map { "part-of \(workspace[$0].name)" } ?? "", 1)
    put(journey.reviewed.map { "reviewed \($0.on) by \(workspace[$0.by].name)" } ?? "", 1)
    for view in journey.views { put("view \(view.title) \(view.address)", 1) }
    put(journey.owner.map { "owner \(workspace[$0].name)" } ?? "", 1)
    put(
      journey.personas.isEmpty ? "" : "persona " + journey.personas.map { workspace[$0].name }.joined(separator: ", "),
      1)
    put(journey.from.map { "from \($0) to \(journey.to ?? "-")" } ?? "", 1)
    put(journey.futureOf.map { "future-of \(workspace[$0].name)" } ?? "", 1)
    put(targets("target", journey.targets) + targets("overall", journey.overallTargets), 1)
    put(journey.volume.map { "volume \(short($0.people)) \($0.period?.description ?? "")" } ?? "", 1)
    for goal in journey.goals { put(goal) }
    for phase in journey.phases {
      put("phase \(phase.name) = \(phase.title)", 1)
      put(phase.notes, was: phase.earlierNames, 2)
      put(targets("target", phase.targets), 2)
      for index in phase.touchpoints { put(journey.touchpoints[index], in: journey) }
    }
    for arrow in journey.arrows { put(shown(arrow, in: journey), 1) }
    for action in journey.actions { put(action, 1) }
  }

  private mutating func put(_ goal: Goal) {
    let measure =
      switch goal.measure {
      case .kpi(let kpi): workspace[kpi].name
      case .metric(let metric): metric.rawValue
      case nil: "-"
      }
    let target = goal.target.map { "\(goal.comparison?.rawValue ?? "?") \(short($0))" } ?? ""
    put("goal \(goal.name) = \(goal.title): \(measure) \(target) by \(goal.by?.description ?? "-")", 1)
    for record in goal.records {
      switch record.figure {
      case .count(let part, let whole, let isLost):
        put("record \(record.period) \(isLost ? "lost " : "")\(short(part)) of \(short(whole))", 2)
      case .value(let value): put("record \(record.period) \(short(value))", 2)
      }
    }
  }

  private mutating func put(_ touchpoint: Touchpoint, in journey: Journey) {
    var parts = ["\(touchpoint.name) = \(touchpoint.title)"]
    if !touchpoint.isNamed { parts.append("unnamed") }
    parts += touchpoint.earlierNames.map { "was \($0)" }
    parts += touchpoint.earlierPlaces.map { "was \($0.journey)/\($0.touchpoint)" }
    parts += touchpoint.tags.map { "tag \($0)" }
    if !touchpoint.channels.isEmpty {
      parts.append("on " + touchpoint.channels.map { workspace[$0].name }.joined(separator: "+"))
    }
    if let owner = touchpoint.owner { parts.append("by \(workspace[owner].name)") }
    parts += touchpoint.helpers.map { "with \(workspace[$0].name)" }
    parts += shown(touchpoint.audience)
    if touchpoint.isMomentOfTruth { parts.append("moment of truth") }
    if let importance = touchpoint.importance { parts.append("importance \(importance)") }
    if touchpoint.isOptional { parts.append("optional") }
    if touchpoint.isAside { parts.append("aside") }
    if let takes = touchpoint.takes { parts.append("takes " + shown(takes)) }
    if let opens = touchpoint.opens { parts.append("opens \(workspace[opens].name)") }
    if let repeats = touchpoint.repeats { parts.append("repeats \(journey[repeats].name)") }
    put(parts.joined(separator: ", "), 2)
    put(touchpoint.notes, 3)
    put(touchpoint.image.map { "image \($0.path): \($0.words)" } ?? "", 3)
    put(targets("target", touchpoint.targets), 3)
    for feeling in touchpoint.feels {
      put((["feels \(feeling.value) \(feeling.text ?? "")"] + shown(feeling.audience)).joined(separator: ", "), 3)
    }
    let said = [
      ("thinks", touchpoint.thoughts), ("does", touchpoint.deeds), ("need", touchpoint.needs),
      ("voice", touchpoint.voices),
    ]
    for (word, voices) in said {
      for voice in voices {
        put((["\(word) \(voice.speaker): \(voice.text)"] + shown(voice.audience)).joined(separator: ", "), 3)
      }
    }
    for line in touchpoint.blueprint {
      let owner = line.owner.map { " by \(workspace[$0].name)" } ?? ""
      put((["\(line.lane): \(line.text)\(owner)"] + shown(line.audience)).joined(separator: ", "), 3)
    }
    for (word, remarks) in [("pain", touchpoint.pains), ("idea", touchpoint.ideas)] {
      for remark in remarks {
        let name = remark.name.map { " \($0)" } ?? ""
        put("\(word)\(name) (\(remark.evidence)): \(remark.text)", 3)
      }
    }
    for text in touchpoint.laneTexts {
      let owner = text.owner.map { " by \(workspace[$0].name)" } ?? ""
      let evidence = text.evidence.map { " (\($0))" } ?? ""
      put(
        (["lane \(workspace[text.lane].name)\(evidence): \(text.text)\(owner)"] + shown(text.audience))
          .joined(separator: ", "), 3)
    }
    for link in touchpoint.links { put("link \(link.url) \(link.title ?? "")", 3) }
  }

  private func shown(_ arrow: Arrow, in journey: Journey) -> String {
    func end(_ end: Arrow.End) -> String {
      switch end {
      case .touchpoint(let id): journey[id].name
      case .entry(let index): "entry" + shown(journey.entries[index])
      case .exit(let index): "exit" + shown(journey.exits[index])
      }
    }
    var text = "\(end(arrow.from)) \(arrow.isWritten ? "->" : "..>") \(end(arrow.to))"
    if let label = arrow.label { text += " : \(label)" }
    if let share = arrow.share { text += " \(short(share))" }
    if let wait = arrow.wait { text += " wait " + shown(wait) }
    if let together = arrow.together { text += " all of \(together)" }
    if arrow.goesBack { text += " (back)" }
    return ([text] + shown(arrow.audience)).joined(separator: ", ")
  }

  private func shown(_ terminal: Terminal) -> String { "[\(terminal.name ?? "") \(terminal.title ?? "")]" }

  fileprivate func shown(_ audience: Audience) -> [String] {
    audience.personas.map { "for \(workspace[$0].name)" }
      + audience.segments.map { "for segment \(workspace[$0].name)" }
  }

  private func shown(_ durations: Durations) -> String {
    durations.shortest == durations.longest
      ? "\(short(durations.shortest))s" : "\(short(durations.shortest))..\(short(durations.longest))s"
  }

  private func targets(_ word: String, _ targets: [Target]) -> String {
    targets.map { "\(word) \($0.metric.rawValue) \($0.comparison.rawValue) \(short($0.value)) " }.joined()
  }

  private mutating func put(_ action: Action, _ depth: Int) {
    let journey = action.subject.journey.map { workspace[$0] }
    let touchpoint = action.subject.touchpoint.flatMap { id in journey.map { $0[id].name } }
    var parts = ["action \(action.name) = \(action.title): for \(journey?.name ?? "-")/\(touchpoint ?? "-")"]
    if let owner = action.owner { parts.append("by \(workspace[owner].name)") }
    if let goal = action.goal { parts.append("goal \(workspace[goal.journey].goals[goal.goal.value].name)") }
    if let expected = action.expected { parts.append("expects \(expected.metric.rawValue) \(short(expected.change))") }
    parts.append("\(action.status) impact \(action.impact ?? 0) effort \(action.effort ?? 0)")
    parts += [action.due, action.finished, action.toldCustomers].map { $0?.description ?? "-" }
    parts += action.fixes.map { "fixes \(workspace[$0.journey][$0.touchpoint].pains[$0.index].name ?? "-")" }
    parts += action.idea.map { ["idea \(workspace[$0.journey][$0.touchpoint].ideas[$0.index].name ?? "-")"] } ?? []
    put((parts + shown(action.audience)).joined(separator: ", "), depth)
    put(action.notes, depth + 1)
  }

  func short(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}

extension ModelDump {
  private mutating func put(_ feedback: Feedback) {
    put("feedback \(feedback.name) = \(feedback.title): \(feedback.files.map(\.value).joined(separator: " + "))")
    let columns = [
      feedback.personColumn.map { "person \($0)" }, feedback.dateColumn.map { "date \($0)" },
      feedback.dateZone.map { "zone \($0)" }, feedback.dateFormat.map { "format \($0)" },
      feedback.weightColumn.map { "weight \($0)" }, "period \(shown(feedback.period))",
    ]
    put(columns.compactMap { $0 }.joined(separator: ", "), 1)
    put(feedback.notes, was: feedback.earlierNames)
    put(feedback.ignored.isEmpty ? "" : "ignore " + feedback.ignored.joined(separator: " | "), 1)
    put(shown(feedback.conditions), 1)
    table("touchpoint", feedback.touchpointColumn, feedback.touchpointRows)
    table("segment", feedback.segmentColumn, feedback.segmentRows)
    for question in feedback.questions { put(question) }
  }

  private mutating func put(_ question: Feedback.Question) {
    var parts = ["answer \(question.metric.rawValue)"]
    switch question.source {
    case .column(let column): parts.append(column)
    case .between(let from, let to): parts.append("\(from) to \(to)")
    }
    if let subject = question.subject { parts.append("of \(shown(subject))") }
    if let scale = question.scale { parts.append("scale \(scale.lowerBound)..\(scale.upperBound)") }
    if let least = question.leastGood { parts.append("good from \(least) above the worst") }
    if question.lowerIsBetter { parts.append(question.metric == .effort ? "lower is easier" : "lower is better") }
    if let seconds = question.secondsPerUnit { parts.append("\(short(seconds))s") }
    parts += question.unused.map { "unused \($0)" } + question.blank.map { "blank \($0)" }
    put((parts + [shown(question.conditions)]).filter { !$0.isEmpty }.joined(separator: ", "), 1)
    for row in question.rows { put(shown(row), 2) }
  }

  private mutating func table(_ word: String, _ column: String?, _ rows: [Feedback.Row]) {
    guard let column else { return }
    put("\(word) \(column)", 1)
    for row in rows { put(shown(row), 2) }
  }

  private func shown(_ row: Feedback.Row) -> String {
    let meaning =
      switch row.meaning {
      case .subject(let subject): shown(subject)
      case .segment(let segment): workspace[segment].name
      case .value(let value): value
      case .ignored: "ignored"
      }
    let ranges = row.ranges.map { "\($0.lowerBound)..\($0.upperBound)" }
    return (row.isRest ? "anything else" : (row.cells + ranges).joined(separator: " | ")) + " is " + meaning
  }

  private func shown(_ subject: [Reference]) -> String {
    guard subject.first?.journey != nil else { return "workspace" }
    let inner = workspace.touchpointName(of: subject)
    let isPhase = if case .phase = subject.first { true } else { false }
    return ([workspace.journeyName(of: subject), isPhase ? "phase \(inner)" : inner])
      .filter { !$0.isEmpty }.joined(separator: "/")
  }

  private func shown(_ conditions: [Feedback.Condition]) -> String {
    conditions.map { "where \($0.column) is \($0.cells.joined(separator: " | "))" }.joined(separator: ", ")
  }

  private func shown(_ rule: Feedback.PeriodRule) -> String {
    switch rule {
    case .fixed(let period): period.description
    case .month: "by month"
    case .quarter: "by quarter"
    case .year: "by year"
    }
  }
}
