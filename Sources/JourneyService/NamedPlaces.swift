package import JourneyKit
package import JourneyModel
package import JourneySource

/// Where things are declared and named.
extension LiveSnapshot {
  /// What is named at a place; right behind a name counts, too.
  package func occurrence(at offset: Int, in file: FileID) -> Occurrence? {
    let here = occurrences.filter {
      $0.span.file == file && Int($0.span.start) <= offset && offset <= Int($0.span.end)
    }
    return here.first { offset < Int($0.span.end) } ?? here.first
  }

  /// Where the thing is declared that is named at a place.
  package func definition(at offset: Int, in file: FileID) -> [Span] {
    guard let here = occurrence(at: offset, in: file) else { return [] }
    return occurrences.filter { $0.symbol == here.symbol && $0.role == .declaration }.map(\.span)
  }

  /// Where else it is named, in all files.
  package func references(at offset: Int, in file: FileID, withDeclaration: Bool) -> [Occurrence] {
    guard let here = occurrence(at: offset, in: file) else { return [] }
    return occurrences.filter { $0.symbol == here.symbol && (withDeclaration || $0.role != .declaration) }
  }

  /// The name and title of what is named; nil for an entry or exit without either.
  package func names(of symbol: Symbol) -> (name: String, title: String)? {
    let workspace = workspace
    let journey = symbol.journey.flatMap { workspace.journeys.at($0) }
    switch symbol.kind {
    case .department: return workspace.departments.at(symbol.index).map { ($0.name, $0.title) }
    case .channel: return workspace.channels.at(symbol.index).map { ($0.name, $0.title) }
    case .persona: return workspace.personas.at(symbol.index).map { ($0.name, $0.title) }
    case .segment: return workspace.segments.at(symbol.index).map { ($0.name, $0.title) }
    case .kpi: return workspace.kpis.at(symbol.index).map { ($0.name, $0.title) }
    case .group: return workspace.groups.at(symbol.index).map { ($0.name, $0.title) }
    case .lane: return workspace.lanes.at(symbol.index).map { ($0.name, $0.title) }
    case .journey: return workspace.journeys.at(symbol.index).map { ($0.name, $0.title) }
    case .feedback: return workspace.feedbacks.at(symbol.index).map { ($0.name, $0.title) }
    case .phase: return journey?.phases.at(symbol.index).map { ($0.name, $0.title) }
    case .touchpoint: return journey?.touchpoints.at(symbol.index).map { ($0.name, $0.title) }
    case .goal: return journey?.goals.at(symbol.index).map { ($0.name, $0.title) }
    case .action:
      let actions = symbol.journey == nil ? workspace.actions : journey?.actions ?? []
      return actions.at(symbol.index).map { ($0.name, $0.title) }
    case .pain, .idea:
      guard let touchpoint = symbol.touchpoint.flatMap({ journey?.touchpoints.at($0) }) else { return nil }
      let remark = (symbol.kind == .pain ? touchpoint.pains : touchpoint.ideas).at(symbol.index)
      return remark.flatMap { remark in remark.name.map { ($0, remark.text) } }
    case .entry, .exit:
      let terminal = (symbol.kind == .entry ? journey?.entries : journey?.exits)?.at(symbol.index)
      return (terminal?.name ?? terminal?.title).map { ($0, terminal?.title ?? $0) }
    }
  }
}

extension Array {
  /// The element, where there is one.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
