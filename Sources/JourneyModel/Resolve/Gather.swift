internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Sorts the things of all files by what they are.
  mutating func gather(_ trees: [Tree]) {
    for tree in trees {
      guard let root = Line(root: tree) else { continue }
      var isEmpty = true
      for line in root.members {
        isEmpty = false
        if line.kind == .thing { things.append(line) }
      }
      if isEmpty, !root.isBroken { report(.emptyFile(tree.file)) }
    }
  }

  /// Declares what all journeys share.
  mutating func declareShared() {
    departments = declare(lines(.department), as: .department)
    channels = declare(lines(.channel), as: .channel)
    personas = declare(lines(.persona), as: .persona)
    segments = declare(lines(.segment), as: .segment)
    kpis = declare(lines(.kpi), as: .kpi)
    groups = declare(lines(.group), as: .group)
    lanes = declare(lines(.lane), as: .lane)
    workspace.departments = departments.names.entries.map {
      Department(name: $0.name, title: $0.title, span: $0.span, isDeclared: true)
    }
    workspace.channels = channels.names.entries.map {
      Channel(name: $0.name, title: $0.title, span: $0.span, isDeclared: true)
    }
    workspace.groups = groups.names.entries.map { JourneyGroup(name: $0.name, title: $0.title, span: $0.span) }
    workspace.lanes = lanes.names.entries.map { TeamLane(name: $0.name, title: $0.title, span: $0.span) }
    workspace.personas = personas.names.entries.map { Persona(name: $0.name, title: $0.title, span: $0.span) }
    workspace.segments = segments.names.entries.map { Segment(name: $0.name, title: $0.title, span: $0.span) }
    workspace.kpis = kpis.names.entries.map {
      KPI(name: $0.name, title: $0.title, span: $0.span, unit: .share, higherIsBetter: true)
    }
    let earlierDepartments = readEarlierNames(of: lines(.department), in: departments)
    departments = earlierDepartments.declared
    for (index, names) in earlierDepartments.earlier.enumerated() { workspace.departments[index].earlierNames = names }
    let earlierChannels = readEarlierNames(of: lines(.channel), in: channels)
    channels = earlierChannels.declared
    for (index, names) in earlierChannels.earlier.enumerated() { workspace.channels[index].earlierNames = names }
    let earlierSegments = readEarlierNames(of: lines(.segment), in: segments)
    segments = earlierSegments.declared
    for (index, names) in earlierSegments.earlier.enumerated() { workspace.segments[index].earlierNames = names }
    for (line, index) in zip(lines(.department), departments.entries) {
      workspace.departments[index].notes += line.notes
    }
    isSketchingDepartments = workspace.departments.isEmpty
    isSketchingChannels = workspace.channels.isEmpty
  }
}

extension Diagnostic {
  fileprivate static func emptyFile(_ file: FileID) -> Self {
    .init(
      .emptyFile, at: Span(file, 0, 0), "this file declares nothing",
      help: "begin with a line such as: journey coffee \"Buying a coffee\" { … }")
  }
}

extension Rule {
  static let emptyFile = Rule(
    "empty-file", .note, "A journey file declares nothing.",
    why: """
      The file is empty, or has comments only. That is fine for a file you are about to fill.

      Write a journey into it, or delete it.
      """,
    example: """
      # Ideas for the winter campaign

      """,
    instead: """
      journey winter "The winter campaign" {
        phase before "Before" {
          touchpoint letter "Gets the letter"
        }
      }

      """)
}
