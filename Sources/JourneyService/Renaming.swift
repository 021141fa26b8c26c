package import JourneyKit
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// What a new name changes: every place of it, and a `was` that keeps what was counted under the old one.
package struct Renaming: Sendable {
  /// By file and place.
  package let edits: [Fix.Edit]
}

/// Why something is not renamed, for the person who asked.
package struct RenamingRefusal: Error, Equatable {
  package let message: String
}

extension LiveSnapshot {
  /// The name at a place, where it can be changed: its span, and what it is now.
  package func renamable(at offset: Int, in file: FileID) -> (span: Span, name: String)? {
    guard let here = occurrence(at: offset, in: file), here.role != .earlierName, let names = names(of: here.symbol),
      isDeclaredOrFree(here.symbol)
    else { return nil }
    return (here.span, names.name)
  }

  /// Gives what is named at a place another name, everywhere. Titles stay.
  package func rename(at offset: Int, in file: FileID, to text: String) throws(RenamingRefusal) -> Renaming {
    guard let here = occurrence(at: offset, in: file), let old = names(of: here.symbol)?.name else {
      throw RenamingRefusal(message: "there is no name here that can be changed")
    }
    let symbol = here.symbol
    guard isDeclaredOrFree(symbol) else {
      throw RenamingRefusal(message: "\"\(old)\" is a KPI that Waymark knows; declare one of your own to name it")
    }
    let new = try checked(text, for: symbol, now: old)
    guard new != old else { return Renaming(edits: []) }
    var edits: [Fix.Edit] = []
    var isFirst = true
    for occurrence in occurrences where occurrence.symbol == symbol && occurrence.role != .earlierName {
      let declares = occurrence.role == .declaration
      if !occurrence.isTitle, isWritten(occurrence.span) {
        edits.append(.init(occurrence.span, new))
      } else if declares, isFirst {
        // It has no name yet: the new one comes before its title.
        edits.append(
          .init(Span(occurrence.span.file, Int(occurrence.span.start), Int(occurrence.span.start)), new + " "))
      }
      if declares, isFirst {
        edits += earlierName(old, new, declaredAt: occurrence)
        isFirst = false
      }
    }
    return Renaming(edits: edits.sorted { ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start) })
  }

  /// Whether its name is the workspace's own: not one of the KPIs that need no declaration.
  private func isDeclaredOrFree(_ symbol: Symbol) -> Bool {
    symbol.kind != .kpi || workspace.kpis.at(symbol.index)?.isDeclared == true
  }

  /// An entry or an exit without a name and a title is the bare word.
  private func isWritten(_ span: Span) -> Bool {
    NameSyntax.name(String(decoding: files[Int(span.file.index)].bytes[span.range], as: UTF8.self)) != nil
  }

  private func checked(_ text: String, for symbol: Symbol, now old: String) throws(RenamingRefusal) -> String {
    guard let new = NameSyntax.name(text) else {
      throw RenamingRefusal(
        message: "\"\(text)\" is not a name: a name has letters, digits and single hyphens, and starts with a letter")
    }
    let scope = siblings(of: symbol)
    if new != old, scope.contains(where: { $0.name == new && $0.symbol != symbol }) {
      throw RenamingRefusal(message: "there is already a \(symbol.kind.noun) named \"\(new)\"")
    }
    if symbol.journey != nil, ["entry", "exit", "and", "as-written"].contains(new) {
      throw RenamingRefusal(message: "in a flow \"\(new)\" means something else")
    }
    if symbol.kind == .journey, ["index", "review"].contains(new.lowercased()) {
      throw RenamingRefusal(message: "\"\(new)\" is the name of another page")
    }
    return new
  }

  /// What is declared where the thing is, and must not have its name.
  private func siblings(of symbol: Symbol) -> [(symbol: Symbol, name: String)] {
    let kinds: Set<NameKind> =
      switch symbol.kind {
      case .touchpoint, .phase: [.touchpoint, .phase]
      case .pain, .idea: [symbol.kind]
      default: [symbol.kind]
      }
    var seen: Set<Symbol> = []
    return occurrences.compactMap { occurrence in
      let other = occurrence.symbol
      guard kinds.contains(other.kind), other.journey == symbol.journey, seen.insert(other).inserted else { return nil }
      return names(of: other).map { (other, $0.name) }
    }
  }

  /// `was OLD` in the line that declares the thing, where the language has it for the kind: tallies and other versions
  /// know the thing by that name.
  private func earlierName(_ old: String, _ new: String, declaredAt place: Occurrence) -> [Fix.Edit] {
    let kinds: Set<NameKind> = [.touchpoint, .phase, .journey, .feedback, .segment, .department, .channel]
    guard kinds.contains(place.symbol.kind), NameSyntax.name(old) != nil else { return [] }
    let tree = tree(of: place.span.file)
    guard let node = tree.nodes.first(where: { $0.kind == .thing && $0.declares(place.span) }) else { return [] }
    let known = tree.members(of: node).filter { $0.keyword?.value == .was && !$0.isBroken }.flatMap(\.arguments)
    if let same = known.first(where: { $0.kind == .name(new) }) { return [.init(same.span, old)] }
    if let last = known.last {
      return [.init(Span(last.span.file, Int(last.span.end), Int(last.span.end)), ", \(old)")]
    }
    let end = Int(node.span.end)
    return [.init(Span(node.span.file, end, end), " was \(old)")]
  }
}

extension Node {
  /// Whether it is the line that a name or title at this place declares.
  fileprivate func declares(_ span: Span) -> Bool { name?.span == span || title?.span == span }
}
