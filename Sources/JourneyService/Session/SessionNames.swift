internal import JourneyKit
internal import JourneyModel
internal import JourneySource
internal import LanguageServer

/// Names: where they come from, where they are used, and how they change.
extension LanguageSession {
  func definition(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return .null }
    let spans = place.snapshot.definition(at: place.offset, in: place.file)
    var places = SessionPlaces(self, place.snapshot)
    guard abilities.takesLinks, let here = place.snapshot.occurrence(at: place.offset, in: place.file) else {
      return .array(spans.map { places.location($0) })
    }
    return .array(
      spans.map { span in
        let range = places.range(span)
        return [
          "originSelectionRange": places.range(here.span), "targetUri": .string(places.address(of: span.file)),
          "targetRange": range, "targetSelectionRange": range,
        ]
      })
  }

  func references(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    let found = place.snapshot.references(
      at: place.offset, in: place.file, withDeclaration: parameters["context"]["includeDeclaration"].isTrue)
    var places = SessionPlaces(self, place.snapshot)
    return .array(found.map { places.location($0.span) })
  }

  func highlights(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters) else { return [] }
    point(at: place)
    let found = place.snapshot.references(at: place.offset, in: place.file, withDeclaration: true)
    return .array(
      found.filter { $0.span.file == place.file }.map { occurrence in
        [
          "range": place.positions.json(occurrence.span.range),
          // Written where it is declared, read elsewhere.
          "kind": occurrence.role == .declaration ? 3 : 2,
        ]
      })
  }

  func prepareRename(_ parameters: JSONValue) -> JSONValue {
    guard let place = place(parameters), let found = place.snapshot.renamable(at: place.offset, in: place.file) else {
      return .null
    }
    return ["range": place.positions.json(found.span.range), "placeholder": .string(found.name)]
  }

  func rename(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = place(parameters), let name = parameters["newName"].string else { return .null }
    do throws(RenamingRefusal) {
      let renaming = try place.snapshot.rename(at: place.offset, in: place.file, to: name)
      var places = SessionPlaces(self, place.snapshot)
      return places.change(renaming.edits)
    } catch {
      throw ResponseError(.requestFailed, error.message)
    }
  }
}
