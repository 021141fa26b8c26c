internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads `was` on the lines of one kind, beside `declared`: references, tallies and votes find their entries by earlier
  /// names, too. Each leads to one entry only, and a name that something has now leads to that.
  ///
  /// - Returns: what knows the entries by those names, too, and the earlier names of each entry.
  mutating func readEarlierNames(
    of lines: [Line], in declared: Declared, _ journey: Int? = nil
  ) -> (declared: Declared, earlier: [[String]]) {
    var declared = declared
    var names = Array(repeating: [String](), count: declared.names.entries.count)
    for (line, index) in zip(lines, declared.entries) {
      for value in line.facts.filter({ $0.keyword == .was }).flatMap(\.values) {
        let name = value.referredText
        if let holder = declared.names.index(named: name) {
          if holder != index || declared.names[holder].name == name {
            report(.earlierNameTaken(value, declared.names[index], by: declared.names[holder], of: declared.names.kind))
          }
          continue
        }
        note(Symbol(declared.names.kind, in: journey, index), value, as: .earlierName)
        declared.names.add(earlier: name, of: index)
        names[index].append(name)
      }
    }
    return (declared, names)
  }
}

extension Diagnostic {
  fileprivate static func earlierNameTaken(
    _ value: Value, _ entry: Names.Entry, by other: Names.Entry, of kind: NameKind
  ) -> Self {
    let name = value.referredText
    let isOwn = entry.name == other.name
    return .init(
      .earlierNameTaken, at: value.span,
      isOwn
        ? "\"\(name)\" is the present name of this \(kind.noun), not an earlier one"
        : "\"\(entry.title)\" was \"\(name)\", but so \(other.name == name ? "is" : "was") \"\(other.title)\"",
      related: isOwn ? [] : [.init(other.span, "the other one")],
      help: isOwn ? "delete \"was \(name)\"" : "keep the earlier name at one of the two: old answers can go to one only"
    )
  }
}
