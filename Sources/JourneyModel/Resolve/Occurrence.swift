package import JourneySource
internal import JourneySyntax

/// What has a name in a workspace, as editors ask for it: what is declared here, and where else is it written?
package struct Symbol: Sendable, Hashable {
  package let kind: NameKind
  /// In which journey; nil for what all journeys share.
  package let journey: Int?
  /// Where it stands in the model: an index into the departments, or into the touchpoints of its journey, and so on. Pains
  /// and ideas are counted in each touchpoint.
  package let index: Int
  /// Of a pain or an idea.
  package let touchpoint: Int?

  package init(_ kind: NameKind, in journey: Int? = nil, touchpoint: Int? = nil, _ index: Int) {
    (self.kind, self.journey, self.index, self.touchpoint) = (kind, journey, index, touchpoint)
  }
}

/// A place in a file where a name is written, and what it names.
package struct Occurrence: Sendable, Hashable {
  package enum Role: Sendable {
    /// The line that says that there is such a thing; of what is never declared, the first use.
    case declaration
    case reference
    /// Behind `was`.
    case earlierName
  }

  package let symbol: Symbol
  /// Of the name alone, as it was written: of `open-account/form` one of the halves, of a title with its quotes.
  package let span: Span
  package let role: Role
  /// Whether it is a title in quotes, which stays when the name changes.
  package let isTitle: Bool
}

extension Resolution {
  /// Notes that a value is the name or the title of something. Costs nothing where nobody asked.
  mutating func note(_ symbol: Symbol, _ value: Value, as role: Occurrence.Role = .reference) {
    guard occurrences != nil else { return }
    let isTitle = value.string != nil
    note(symbol, at: isTitle ? value.span : half(of: value.span, naming: symbol), role, isTitle: isTitle)
  }

  mutating func note(
    _ symbol: Symbol, at span: Span, _ role: Occurrence.Role, isTitle: Bool = false
  ) {
    guard occurrences != nil else { return }
    occurrences?.append(Occurrence(symbol: symbol, span: span, role: role, isTitle: isTitle))
  }

  /// Notes an entry or an exit, which is declared where it is written first.
  mutating func note(
    _ symbol: Symbol, _ written: (name: Spanned<String>?, title: Spanned<String>?), at span: Span, first: Span
  ) {
    note(
      symbol, at: written.name?.span ?? written.title?.span ?? span, span == first ? .declaration : .reference,
      isTitle: written.name == nil && written.title != nil)
  }

  /// Notes the lines that declare things, beside their entries.
  mutating func noteDeclarations(_ lines: [Line], _ entries: [Int], as kind: NameKind, in journey: Int?) {
    guard occurrences != nil else { return }
    for (line, entry) in zip(lines, entries) {
      note(
        Symbol(kind, in: journey, entry), at: line.anchor, .declaration, isTitle: line.name == nil && line.title != nil)
    }
  }

  /// Of `open-account/form` the side of the slash that names the thing: the journey's is the left one. The slash is looked
  /// for in the bytes of the file, since a name's normal form may be shorter than what was written.
  private func half(of span: Span, naming symbol: Symbol) -> Span {
    let file = sourceOf[span.file] ?? []
    let range = span.range.clamped(to: 0..<file.count)
    guard let slash = file[range].firstIndex(of: UInt8(ascii: "/")) else { return span }
    return symbol.kind == .journey
      ? Span(span.file, range.lowerBound, slash) : Span(span.file, slash + 1, range.upperBound)
  }
}

extension RemarkReference {
  func symbol(_ kind: NameKind) -> Symbol { Symbol(kind, in: journey.value, touchpoint: touchpoint.value, index) }
}

extension [Occurrence] {
  /// In the order of the files, each once: some lines are read twice.
  var inOrder: [Occurrence] {
    let sorted = sorted { a, b in
      (a.span.file, a.span.start, a.span.end, a.role == .declaration ? 0 : 1)
        < (b.span.file, b.span.start, b.span.end, b.role == .declaration ? 0 : 1)
    }
    var unique: [Occurrence] = []
    unique.reserveCapacity(sorted.count)
    for occurrence in sorted where unique.last?.span != occurrence.span || unique.last?.symbol != occurrence.symbol {
      unique.append(occurrence)
    }
    return unique
  }
}
