internal import JourneyKit
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax
internal import LanguageServer

/// The shape of files: what they declare, what can be closed, how they are coloured.
extension LanguageSession {
  func symbols(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    let outline = FileShape(place.snapshot, place.file).outline
    if abilities.takesNestedSymbols { return .array(outline.map { json($0, place.positions) }) }
    let address = JSONValue.string(address(of: place.snapshot.path(of: place.file)))
    func flat(_ items: [OutlineItem], in container: String?) -> [JSONValue] {
      items.flatMap { item -> [JSONValue] in
        [
          .object([
            "name": .string(item.title), "kind": .integer(item.keyword.symbolKind),
            "location": ["uri": address, "range": place.positions.json(item.range)],
            "containerName": container.map(JSONValue.string),
          ])
        ] + flat(item.children, in: item.title)
      }
    }
    return .array(flat(outline, in: nil))
  }

  private func json(_ item: OutlineItem, _ positions: EditorPositions) -> JSONValue {
    .object([
      "name": .string(item.title), "detail": item.name.map(JSONValue.string),
      "kind": .integer(item.keyword.symbolKind), "range": positions.json(item.range),
      "selectionRange": positions.json(item.selection),
      "children": item.children.isEmpty ? nil : .array(item.children.map { json($0, positions) }),
    ])
  }

  /// At most as many as anyone looks at.
  private static let mostSymbols = 200

  func workspaceSymbols(_ parameters: JSONValue) -> JSONValue {
    let query = (parameters["query"].string ?? "").lowercased()
    var symbols: [JSONValue] = []
    for workspace in workspaces {
      let snapshot = workspace.snapshot
      var places = SessionPlaces(self, snapshot)
      for occurrence in snapshot.occurrences where occurrence.role == .declaration {
        guard symbols.count < Self.mostSymbols else { return .array(symbols) }
        guard let names = snapshot.names(of: occurrence.symbol),
          query.isSpread(over: names.title.lowercased()) || query.isSpread(over: names.name.lowercased())
        else { continue }
        let journey = occurrence.symbol.journey.flatMap { snapshot.workspace.journeys.at($0)?.title }
        symbols.append(
          .object([
            "name": .string(names.title), "kind": .integer(occurrence.symbol.kind.symbolKind),
            "location": places.location(occurrence.span), "containerName": journey.map(JSONValue.string),
          ]))
      }
    }
    return .array(symbols)
  }

  func folds(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    return .array(
      FileShape(place.snapshot, place.file).folds.compactMap { fold in
        let range = place.positions.range(of: fold.range)
        // The line of the closing brace stays to be seen.
        let end = fold.isComment ? range.end.line : range.end.line - 1
        guard end > range.start.line else { return nil }
        return .object([
          "startLine": .integer(range.start.line), "endLine": .integer(end), "kind": fold.isComment ? "comment" : nil,
        ])
      })
  }

  func selections(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let positions = parameters["positions"].array else { return .null }
    let shape = FileShape(place.snapshot, place.file)
    return .array(
      positions.map { position in
        let around = shape.surroundings(of: place.positions.offset(of: position))
        return around.reversed().reduce(JSONValue.null) { outer, range in
          .object(["range": place.positions.json(range), "parent": outer.isNull ? nil : outer])
        }
      })
  }

  /// All of a file's tokens, or those within a range, each as the protocol's five numbers.
  func tokens(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return ["data": []] }
    let wanted = parameters["range"].isNull ? nil : place.positions.bytes(of: parameters["range"])
    var data: [Int] = []
    var last = (line: 0, character: 0)
    let bytes = place.snapshot.files[Int(place.file.index)].bytes
    func add(_ token: ColouredToken, _ range: Range<Int>) {
      let start = place.positions.position(of: range.lowerBound)
      // A token over several lines is as long as its lines with their ends.
      let length = place.positions.length(of: range)
      guard length > 0 else { return }
      data.append(start.line - last.line)
      data.append(start.line == last.line ? start.character - last.character : start.character)
      data.append(length)
      data.append(token.colour.rawValue)
      data.append((token.isDeclaration ? 1 : 0) | (token.isOutdated ? 2 : 0))
      last = (start.line, start.character)
    }
    for token in place.snapshot.colouredTokens(of: place.file) where wanted?.overlaps(token.range) ?? true {
      // Only texts go over several lines.
      if abilities.takesTokensOverLines || token.colour != .string
        || !bytes[token.range].contains(where: { $0 == 0x0A || $0 == 0x0D })
      {
        add(token, token.range)
      } else {
        for range in token.range.lines(in: bytes) { add(token, range) }
      }
    }
    return ["data": .integers(data)]
  }
}

extension Range<Int> {
  /// The parts of a stretch on each of its lines, without their ends.
  fileprivate func lines(in bytes: [UInt8]) -> [Range<Int>] {
    bytes[self].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(\.indices)
  }
}

extension String {
  /// Whether its letters are in a text, in this order.
  fileprivate func isSpread(over text: String) -> Bool {
    var rest = text[...]
    for letter in self {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}

extension Keyword {
  /// By the numbers of the protocol.
  fileprivate var symbolKind: Int {
    switch self {
    case .workspace: 4
    case .journey: 3
    case .phase: 5
    case .touchpoint: 24
    case .action: 6
    case .goal: 7
    case .flow: 25
    case .feedback: 2
    default: 26
    }
  }
}

extension NameKind {
  fileprivate var symbolKind: Int {
    switch self {
    case .journey: 3
    case .phase: 5
    case .touchpoint, .entry, .exit: 24
    case .action: 6
    case .goal, .pain, .idea: 7
    case .feedback: 2
    case .department, .channel, .persona, .segment, .kpi, .group, .lane: 26
    }
  }
}
