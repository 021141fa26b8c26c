package import JourneySource
package import JourneySyntax

/// What the files of a workspace mean together: every name resolved, every flow a graph.
///
/// Total: any trees, also those of broken files, give a workspace, and each mistake one finding. What merely follows
/// from a mistake is passed over in silence. Trees are taken in the order given, which should be that of the paths.
package func resolve(_ trees: [Tree]) -> Diagnosed<Workspace> {
  var resolution = Resolution()
  return resolution.resolve(trees)
}

/// The same, with every place where something is named: for programs that help to write, and cost that `resolve` spares.
package func resolveWithOccurrences(_ trees: [Tree]) -> (resolved: Diagnosed<Workspace>, occurrences: [Occurrence]) {
  var resolution = Resolution()
  resolution.occurrences = []
  for tree in trees { resolution.sourceOf[tree.file] = tree.source }
  let resolved = resolution.resolve(trees)
  return (resolved, resolution.occurrences?.inOrder ?? [])
}

extension Resolution {
  fileprivate mutating func resolve(_ trees: [Tree]) -> Diagnosed<Workspace> {
    gather(trees)
    workspace.declarations = things.compactMap { line in
      line.keyword.map { WorkspaceDeclaration(keyword: $0, name: line.name?.value, span: line.span) }
    }
    declareShared()
    declareJourneys()
    resolveWorkspace()
    resolvePeople()
    resolveJourneys()
    resolveActions()
    resolveFeedbacks()
    reportUnknown()
    return Diagnosed(workspace, diagnostics.inOrder)
  }
}

/// The work of `resolve`: what is known so far. Each step is an extension in a file of its own.
struct Resolution {
  var workspace = Workspace()
  var diagnostics: [Diagnostic] = []
  var unknown = UnknownNames()
  /// Every place where something is named; nil where nobody asked for them.
  var occurrences: [Occurrence]?
  /// The bytes of the files, where occurrences are asked for.
  var sourceOf: [FileID: [UInt8]] = [:]

  /// What the files declare, in order.
  var things: [Line] = []
  var departments = Declared(names: Names(.department), entries: [])
  var channels = Declared(names: Names(.channel), entries: [])
  var personas = Declared(names: Names(.persona), entries: [])
  var segments = Declared(names: Names(.segment), entries: [])
  var kpis = Declared(names: Names(.kpi), entries: [])
  var groups = Declared(names: Names(.group), entries: [])
  var lanes = Declared(names: Names(.lane), entries: [])
  var journeys = Declared(names: Names(.journey), entries: [])
  /// KPIs whose unit or direction nobody said: nothing is measured by them.
  var incompleteKPIs: Set<Int> = []
  /// What stands in each journey, beside `journeys.names.entries`.
  var outlines: [Outline] = []
  /// While nothing of the kind is declared, its names are made up from use.
  var isSketchingDepartments = true
  var isSketchingChannels = true

  var arrowsLeft = Limits.arrows

  func lines(_ keyword: Keyword) -> [Line] { things.filter { $0.keyword == keyword } }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension [Diagnostic] {
  /// By file and place, those without a place first; then by code.
  var inOrder: [Diagnostic] {
    sorted { a, b in
      guard let first = a.span else { return b.span != nil || a.rule.code < b.rule.code }
      guard let second = b.span else { return false }
      return (first.file, first.start, first.end, a.rule.code) < (second.file, second.start, second.end, b.rule.code)
    }
  }
}
