internal import JourneySource
internal import JourneySyntax

/// The names of one kind in one place, and which entry each declaring line became.
struct Declared: Sendable {
  var names: Names
  /// Beside the lines that were declared: the entry of each.
  var entries: [Int]
}

extension Resolution {
  /// Gives every line of one kind its entry. Written names come first, whatever their order; names made from titles
  /// take what is left.
  mutating func declare(_ lines: [Line], as kind: NameKind, in journey: Int? = nil) -> Declared {
    var declared = Declared(names: Names(kind), entries: [])
    declared.entries.reserveCapacity(lines.count)
    var written: Set<String> = []
    if lines.contains(where: { $0.name == nil }) {
      for line in lines { if let name = line.name { written.insert(name.value) } }
    }
    for line in lines {
      if let name = line.name {
        declared.entries.append(declare(name, on: line, in: &declared.names))
      } else {
        declared.entries.append(declareTitle(of: line, in: &declared.names, written: written))
      }
    }
    noteDeclarations(lines, declared.entries, as: kind, in: journey)
    return declared
  }

  private mutating func declare(_ name: Spanned<String>, on line: Line, in names: inout Names) -> Int {
    let title = line.title
    if let earlier = names.index(named: name.value) {
      let entry = names[earlier]
      guard names.kind.isShared else {
        report(.duplicateName(names.kind, name, before: entry.span))
        return append(name.value, on: line, in: &names, isNamed: true, canBeReferredTo: false)
      }
      if let title, title.value != entry.title {
        if entry.title == entry.name {
          names.retitle(earlier, title.value)
        } else {
          report(.differentTitle(names.kind, name, title, before: entry))
        }
      }
      return earlier
    }
    inspect(name, among: names)
    return append(name.value, on: line, in: &names, isNamed: true, canBeReferredTo: true)
  }

  /// What can be wrong with a name that nothing else has.
  private mutating func inspect(_ name: Spanned<String>, among names: Names) {
    if let other = names.index(folding: name.value) {
      report(.nameCase(names.kind, name, before: names[other]))
    } else if let other = names.index(resembling: name.value) {
      report(.lookAlike(names.kind, name, before: names[other]))
    }
    if names.kind == .journey, let page = Self.pages[name.value.foldedName] {
      report(.journeyNamedLikePage(name, page))
    } else if names.kind.standsInFlow, ["entry", "exit", "and"].contains(name.value) {
      report(.reservedName(names.kind, name))
    }
  }

  /// The pages that stand beside those of journeys, by name, and what they are.
  private static let pages = ["index": "lists the journeys", "review": "says what to fix first"]

  private mutating func declareTitle(of line: Line, in names: inout Names, written: Set<String>) -> Int {
    let made = line.title?.value.madeName ?? ""
    let index = names.index(named: made)
    if let index, names.kind.isShared, names[index].title == line.title?.value { return index }
    let isReserved = names.kind == .journey && Self.pages[made] != nil || ["entry", "exit", "and"].contains(made)
    let isFree = index == nil && !written.contains(made) && made.canBeReferredTo && !isReserved
    return append(made, on: line, in: &names, isNamed: false, canBeReferredTo: isFree)
  }

  private func append(
    _ name: String, on line: Line, in names: inout Names, isNamed: Bool, canBeReferredTo: Bool
  ) -> Int {
    let position = names.entries.count
    let unique = canBeReferredTo ? name : name.isEmpty ? "\(position + 1)" : "\(position + 1)-\(name)"
    names.append(
      .init(
        name: unique, title: line.title?.value ?? name, span: line.anchor, isNamed: isNamed,
        canBeReferredTo: canBeReferredTo))
    return position
  }
}

extension Diagnostic {
  fileprivate static func duplicateName(_ kind: NameKind, _ name: Spanned<String>, before: Span) -> Self {
    .init(
      .duplicateName, at: name.span, "there is already a \(kind.noun) named \"\(name.value)\"",
      related: [.init(before, "declared here first")], help: "give one of the two another name")
  }

  fileprivate static func differentTitle(
    _ kind: NameKind, _ name: Spanned<String>, _ title: Spanned<String>, before: Names.Entry
  ) -> Self {
    .init(
      .differentTitle, at: title.span,
      "\(kind.noun) \"\(name.value)\" has another title elsewhere: \"\(before.title)\"",
      related: [.init(before.span, "declared here first")],
      help: "write the same title in both places, or give one of the two another name")
  }

  fileprivate static func nameCase(_ kind: NameKind, _ name: Spanned<String>, before: Names.Entry) -> Self {
    .init(
      .nameCase, at: name.span, "\"\(name.value)\" and \"\(before.name)\" differ only in capitals",
      related: [.init(before.span, "declared here first")], help: "give one of the two another name")
  }

  fileprivate static func journeyNamedLikePage(_ name: Spanned<String>, _ page: String) -> Self {
    .init(
      .reservedName, at: name.span, "a journey cannot be named \"\(name.value)\"",
      help: "\"\(name.value.foldedName)\" is the page that \(page); give this one another name")
  }

  fileprivate static func reservedName(_ kind: NameKind, _ name: Spanned<String>) -> Self {
    .init(
      .reservedName, at: name.span, "a \(kind.noun) cannot be named \"\(name.value)\"",
      help: "in a flow this word means something else; give the \(kind.noun) another name")
  }

  fileprivate static func lookAlike(_ kind: NameKind, _ name: Spanned<String>, before: Names.Entry) -> Self {
    .init(
      .lookAlike, at: name.span,
      "the \(kind.noun)s \"\(name.value.spelledOut)\" and \"\(before.name.spelledOut)\" look the same",
      related: [.init(before.span, "the other one")], help: "their alphabets are different; rename one of the two")
  }
}
