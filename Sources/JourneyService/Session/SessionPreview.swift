package import JourneyKit
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax
package import LanguageServer

/// A touchpoint of a journey, by their names: where an editor and a map speak of the same thing.
package struct MapPlace: Sendable, Equatable {
  package let journey: String
  package let touchpoint: String

  package init(journey: String, touchpoint: String) { (self.journey, self.touchpoint) = (journey, touchpoint) }
}

/// The map beside the editor: it shows what is typed, and each leads to the other.
extension LanguageSession {
  static let previewCommand = "waymark.preview"
  static let showCommand = "waymark.showOnMap"
  static let explainCommand = "waymark.explain"

  /// What an editor can have done.
  var commands: [String] {
    (startPreview == nil ? [] : [Self.previewCommand, Self.showCommand]) + [Self.explainCommand]
  }

  func execute(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    let arguments = parameters["arguments"].array ?? []
    switch parameters["command"].string {
    case Self.previewCommand where startPreview != nil: return try preview(arguments)
    case Self.showCommand where startPreview != nil: return try showOnMap(arguments)
    case Self.explainCommand:
      do throws(WaymarkError) {
        return .string(try Waymark.explain(arguments.first?.string ?? "").page)
      } catch {
        throw ResponseError(.requestFailed, "\(error)")
      }
    default: throw ResponseError(.invalidParameters, "there is no such command")
    }
  }

  /// Marks the touchpoint at a place of a file on the map: `[address, position]`.
  private func showOnMap(_ arguments: [JSONValue]) throws(ResponseError) -> JSONValue {
    if previewed == nil { _ = try preview(arguments) }
    let position = arguments.count > 1 ? arguments[1] : .null
    guard
      let place = place(["textDocument": ["uri": arguments.first ?? .null], "position": position]),
      let found = place.snapshot.mapPlace(at: place.offset, in: place.file)
    else { throw ResponseError(.requestFailed, "there is no touchpoint at this place") }
    pointed = found
    return .null
  }

  /// Starts the preview of a folder, or shows the one there is: gives its link, and asks the editor to open it.
  private func preview(_ arguments: [JSONValue]) throws(ResponseError) -> JSONValue {
    let named = arguments.first?.string.flatMap(path(of:))
    guard let workspace = named.map(workspace(of:)) ?? workspaces.first else {
      throw ResponseError(.requestFailed, "open a folder or a journey file first")
    }
    guard let link = startPreview?(workspace.snapshot) else {
      throw ResponseError(.requestFailed, "the preview cannot be started; waymark serve says why")
    }
    previewed = workspace
    if abilities.showsDocuments {
      request("window/showDocument", ["uri": .string(link), "external": true])
    }
    return .string(link)
  }

  /// What the preview shows now; nil without one.
  package var previewedSnapshot: LiveSnapshot? { previewed?.snapshot }

  /// Shows in the editor where a touchpoint of the map is written.
  package func show(_ place: MapPlace) -> [JSONValue] {
    guard abilities.showsDocuments, let snapshot = previewedSnapshot,
      let journey = snapshot.workspace.journeys.first(where: { $0.name == place.journey }),
      let touchpoint = journey.touchpoints.first(where: { $0.name == place.touchpoint })
    else { return [] }
    var places = SessionPlaces(self, snapshot)
    request(
      "window/showDocument",
      [
        "uri": .string(places.address(of: touchpoint.span.file)), "takeFocus": true,
        "selection": places.range(touchpoint.span),
      ])
    return sent()
  }

  /// Remembers at which touchpoint the cursor is. Editors ask for highlights where it is.
  func point(at place: SessionPlace) {
    guard let previewed, previewed.snapshot === place.snapshot else { return }
    pointed = place.snapshot.mapPlace(at: place.offset, in: place.file) ?? pointed
  }
}

extension LiveSnapshot {
  /// The touchpoint that is named at a place, or whose block is around it.
  func mapPlace(at offset: Int, in file: FileID) -> MapPlace? {
    if let symbol = occurrence(at: offset, in: file)?.symbol, symbol.kind == .touchpoint,
      let journey = symbol.journey.flatMap({ workspace.journeys.at($0) }),
      let touchpoint = journey.touchpoints.at(symbol.index)
    {
      return MapPlace(journey: journey.name, touchpoint: touchpoint.name)
    }
    var items = FileShape(self, file).outline
    var journey: String?
    while let item = items.first(where: { $0.range.contains(offset) }) {
      if item.keyword == .journey { journey = item.name }
      if item.keyword == .touchpoint, let journey, let touchpoint = item.name {
        return MapPlace(journey: journey, touchpoint: touchpoint)
      }
      items = item.children
    }
    return nil
  }
}
