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
    workspace.departments = departments.names.entries.map {
      Department(name: $0.name, title: $0.title, span: $0.span, isDeclared: true)
    }
    workspace.channels = channels.names.entries.map {
      Channel(name: $0.name, title: $0.title, span: $0.span, isDeclared: true)
    }
    workspace.personas = personas.names.entries.map { Persona(name: $0.name, title: $0.title, span: $0.span) }
    workspace.segments = segments.names.entries.map { Segment(name: $0.name, title: $0.title, span: $0.span) }
    workspace.kpis = kpis.names.entries.map {
      KPI(name: $0.name, title: $0.title, span: $0.span, unit: .share, higherIsBetter: true)
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
