internal import JourneyKit
internal import JourneyModel
internal import JourneySource
internal import LanguageServer

/// What is above a declaration, and which journeys belong together.
extension LanguageSession {
  func lenses(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    let lenses = place.snapshot.lenses(in: place.file).map { lens -> JSONValue in
      // Without a command it is only read.
      ["range": place.positions.json(lens.span.range), "command": ["title": .string(lens.title), "command": ""]]
    }
    guard startPreview != nil else { return .array(lenses) }
    let address = JSONValue.string(address(of: place.snapshot.path(of: place.file)))
    let maps = place.snapshot.workspace.journeys.filter { $0.span.file == place.file }.map { journey -> JSONValue in
      [
        "range": place.positions.json(journey.span.range),
        "command": ["title": "Open the map", "command": .string(Self.previewCommand), "arguments": [address]],
      ]
    }
    return .array(maps + lenses)
  }

  func prepareVersions(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let journey = place.snapshot.journey(at: place.offset, in: place.file) else {
      return .null
    }
    var places = SessionPlaces(self, place.snapshot)
    return [json(journey, &places)]
  }

  /// What a journey is the future of.
  func earlierVersions(_ parameters: JSONValue) -> JSONValue {
    versions(parameters) { journey, all in all.filter { $0.id == journey.futureOf } }
  }

  /// What is planned instead of a journey.
  func laterVersions(_ parameters: JSONValue) -> JSONValue {
    versions(parameters) { journey, all in all.filter { $0.futureOf == journey.id } }
  }

  private func versions(_ parameters: JSONValue, _ choose: (Journey, [Journey]) -> [Journey]) -> JSONValue {
    let item = parameters["item"]
    guard let path = item["uri"].string.flatMap(path(of:)) else { return .null }
    let snapshot = workspace(of: path).snapshot
    guard let file = snapshot.file(at: path), snapshot.isJourney(file) else { return .null }
    let positions = EditorPositions(snapshot.files[Int(file.index)].bytes, in: abilities.encoding)
    let range = positions.bytes(of: item["selectionRange"])
    guard let journey = snapshot.journey(at: range.lowerBound, in: file) else { return .null }
    var places = SessionPlaces(self, snapshot)
    return .array(choose(journey, snapshot.workspace.journeys).map { json($0, &places) })
  }

  private func json(_ journey: Journey, _ places: inout SessionPlaces) -> JSONValue {
    let range = places.range(journey.span)
    return [
      "name": .string(journey.title), "detail": .string(journey.name), "kind": 3,
      "uri": .string(places.address(of: journey.span.file)), "range": range, "selectionRange": range,
    ]
  }
}
