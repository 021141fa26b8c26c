internal import JourneyKit
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax
internal import LanguageServer

/// What an editor shows beside the text: figures, links, the ways of customers.
extension LanguageSession {
  func hints(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    return .array(
      place.snapshot.hints(in: place.file, place.positions.bytes(of: parameters["range"])).map { hint in
        [
          "position": place.positions.json(hint.offset), "label": .string(hint.label),
          "tooltip": .string(hint.tooltip), "paddingLeft": true,
        ]
      })
  }

  /// The addresses behind `link`.
  func links(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    var links: [JSONValue] = []
    for node in place.snapshot.tree(of: place.file).nodes where node.keyword?.value == .link && !node.isBroken {
      guard let value = node.arguments.first, case .string(let address) = value.kind, address.opensInBrowser else {
        continue
      }
      links.append(["range": place.positions.json(value.span.range), "target": .string(address)])
    }
    return .array(links)
  }

  /// The lines of `formatting` that touch a range, or one of several.
  func rangeFormatting(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let stretches = place.snapshot.formatting(of: place.file) else { return .null }
    let ranges = (parameters["ranges"].array ?? [parameters["range"]]).map { place.positions.bytes(of: $0) }
    return .array(
      stretches.filter { stretch in
        ranges.contains { $0.lowerBound <= stretch.bytes.upperBound && stretch.bytes.lowerBound <= $0.upperBound }
      }.map { ["range": place.positions.json($0.bytes), "newText": .string($0.text)] })
  }

  /// Behind a brace the indentation of its line, and behind the end of a line that of the one that ended: an edit that
  /// ends at the cursor would move it.
  func typingFormatting(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return .null }
    let isBrace = parameters["ch"] == "}"
    guard isBrace || parameters["ch"] == "\n" else { return .null }
    let lineStart = place.positions.offset(of: ["line": parameters["position"]["line"], "character": 0])
    let offset = isBrace ? place.offset : max(0, lineStart - 1)
    guard let edit = place.snapshot.indentation(ofLineAt: offset, in: place.file), edit.range.upperBound < place.offset
    else { return [] }
    return [["range": place.positions.json(edit.range), "newText": .string(edit.text)]]
  }

  func prepareWays(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let station = place.snapshot.station(at: place.offset, in: place.file) else {
      return .null
    }
    var places = SessionPlaces(self, place.snapshot)
    return [json(station, &places)]
  }

  func waysIn(_ parameters: JSONValue) -> JSONValue { ways(parameters, isOutgoing: false) }

  func waysOut(_ parameters: JSONValue) -> JSONValue { ways(parameters, isOutgoing: true) }

  private func ways(_ parameters: JSONValue, isOutgoing: Bool) -> JSONValue {
    let item = parameters["item"]
    guard let path = item["uri"].string.flatMap(path(of:)) else { return .null }
    let snapshot = workspace(of: path).snapshot
    guard let file = snapshot.file(at: path), snapshot.isJourney(file) else { return .null }
    let positions = EditorPositions(snapshot.files[Int(file.index)].bytes, in: abilities.encoding)
    let range = positions.bytes(of: item["selectionRange"])
    var places = SessionPlaces(self, snapshot)
    let found = snapshot.ways(of: Span(file, range.lowerBound, range.upperBound), isOutgoing: isOutgoing)
    return .array(
      found.map { station in
        [
          isOutgoing ? "to" : "from": json(station, &places),
          "fromRanges": .array(station.lines.map { places.range($0) }),
        ]
      })
  }

  private func json(_ station: WayStation, _ places: inout SessionPlaces) -> JSONValue {
    let range = places.range(station.span)
    return [
      "name": .string(station.title), "detail": .string(station.detail), "kind": 24,
      "uri": .string(places.address(of: station.span.file)), "range": range, "selectionRange": range,
    ]
  }
}

extension String {
  /// Whether an editor may open it: what the map may link to, but for places in the page.
  fileprivate var opensInBrowser: Bool {
    let lower = lowercased()
    return ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) } && !utf8.contains { $0 <= 0x20 }
  }
}
