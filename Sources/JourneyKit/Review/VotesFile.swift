internal import JourneyFeedback
internal import JourneyModel
internal import JourneyReview
internal import JourneySource

extension Votes {
  /// Reads the votes of the room: `touchpoint,votes` with a touchpoint's stable name, `journey/name` where two journeys
  /// have it. From standard input where the path is `-`.
  static func read(_ path: String, for workspace: Workspace) throws(WaymarkError) -> Votes {
    let shown = path == "-" ? "<stdin>" : Path.shown(path, from: nil)
    let bytes = try WaymarkError.from("cannot read \"\(shown)\"") { () throws(System.Failure) in
      path == "-"
        ? try System.readStandardInput(limit: Limits.style)
        : try System.read(path, limit: Limits.style, followingLinks: true)
    }
    return try Votes(bytes, named: shown, for: workspace)
  }

  private init(_ bytes: [UInt8], named path: String, for workspace: Workspace) throws(WaymarkError) {
    self.init()
    let help = "begin it with touchpoint,votes"
    guard !bytes.isEmpty else { throw WaymarkError("\"\(path)\" is empty", help: help) }
    guard let table = Table(bytes, naming: ["touchpoint", "votes"]) else {
      throw WaymarkError("\"\(path)\" is not a table of votes", help: "save it as CSV, and \(help)")
    }
    let heads = table.columns.map { $0.lowercased() }
    guard let touchpoint = heads.firstIndex(of: "touchpoint"), let votes = heads.firstIndex(of: "votes"),
      heads.count(where: { $0 == "touchpoint" || $0 == "votes" }) == 2
    else { throw WaymarkError("\"\(path)\" has no columns \"touchpoint\" and \"votes\", each once", help: help) }
    let names = TouchpointNames(workspace)
    for (line, cells) in table.rows {
      let place = "line \(line) of \"\(path)\""
      guard cells.dropFirst(heads.count).allSatisfy(\.isEmpty) else {
        throw WaymarkError(
          "\(place) has \(cells.count) cells, and the first line \(heads.count)",
          help: "votes are whole numbers such as 7, without a comma")
      }
      let name = touchpoint < cells.count ? cells[touchpoint] : ""
      let written = votes < cells.count ? cells[votes] : ""
      // Nobody voted for it, so it does not matter whose it is.
      if written.isEmpty { continue }
      guard let spot = names[name] else {
        throw WaymarkError(
          "\(place): \(names.isAmbiguous(name) ? "two journeys have a" : "no") touchpoint named \"\(name)\"",
          help: names.help(for: name))
      }
      guard let number = Int(written), (0...Self.most).contains(number) else {
        throw WaymarkError(
          "\(place): \"\(written)\" is not a number of votes",
          help: "write a whole number of at most \(Self.most), such as 7")
      }
      add(number, for: spot)
    }
  }

  /// In one row; no room is larger.
  private static let most = 1_000_000
}

/// Finds touchpoints by the names that ballots carry, those of the journeys of today, earlier names included. Votes for a repetition are for what it
/// repeats.
private struct TouchpointNames {
  private var spots: [String: [TouchpointReference]] = [:]
  private var names: [String] = []
  /// The stable names by title, as somebody may write them down.
  private var byTitle: [String: String] = [:]
  private let journeys: Set<String>

  init(_ workspace: Workspace) {
    journeys = Set(workspace.journeys.map(\.name))
    for (index, journey) in workspace.journeys.enumerated() where !journey.isPlanned && workspace.isListed(journey) {
      for (name, touchpoint) in journey.touchpointsByName().sorted(by: { $0.key < $1.key }) {
        let spot = TouchpointReference(Journey.ID(index), journey[touchpoint].repeats ?? touchpoint)
        spots[name, default: []].append(spot)
        for journeyName in [journey.name] + journey.earlierNames {
          spots["\(journeyName)/\(name)", default: []].append(spot)
        }
      }
      for (index, touchpoint) in journey.touchpoints.enumerated() {
        for place in touchpoint.earlierPlaces {
          spots["\(place.journey)/\(place.touchpoint)", default: []].append(
            TouchpointReference(journey.id, touchpoint.repeats ?? Touchpoint.ID(index)))
        }
      }
      names += journey.touchpoints.map(\.name)
      for touchpoint in journey.touchpoints where byTitle[touchpoint.title.lowercased()] == nil {
        byTitle[touchpoint.title.lowercased()] = "\(journey.name)/\(touchpoint.name)"
      }
    }
  }

  subscript(name: String) -> TouchpointReference? {
    guard let found = spots[name], found.count == 1 else { return nil }
    return found[0]
  }

  func isAmbiguous(_ name: String) -> Bool { (spots[name]?.count ?? 0) > 1 }

  func help(for name: String) -> String? {
    if isAmbiguous(name) { return "write the journey in front: journey/\(name)" }
    if let meant = byTitle[name.lowercased()] { return "write its name: \(meant)" }
    let parts = name.split(separator: "/", maxSplits: 1)
    if parts.count == 2, !journeys.contains(String(parts[0])) {
      return "the journey \"\(parts[0])\" is not among those that are read here: name it, too, or the folder of all"
    }
    return names.closest(to: name).map { "did you mean \"\($0)\"?" }
  }
}
