internal import JourneyModel
internal import JourneyReview
internal import JourneySource

extension Votes {
  /// Reads the votes of the room: `touchpoint,votes` with a touchpoint's stable name, `journey/name` where two journeys
  /// have it.
  ///
  /// Spreadsheets save it with commas, semicolons or tabs, some with a byte order mark; all are read.
  static func read(_ path: String, for workspace: Workspace) throws(Refusal) -> Votes {
    let shown = Path.shown(path, from: nil)
    let bytes = try Refusal.from("cannot read \"\(shown)\"") { () throws(System.Failure) in
      try System.read(path, limit: Limits.style, followingLinks: true)
    }
    return try Votes(String(decoding: bytes, as: UTF8.self), named: shown, for: workspace)
  }

  init(_ text: String, named path: String, for workspace: Workspace) throws(Refusal) {
    self.init()
    let names = TouchpointNames(workspace)
    var columns: (touchpoint: Int, votes: Int)?
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let cells = Self.cells(line)
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      guard let (touchpoint, votes) = columns else {
        let heads = cells.map { $0.lowercased() }
        guard let touchpoint = heads.firstIndex(of: "touchpoint"), let votes = heads.firstIndex(of: "votes") else {
          throw Refusal("\"\(path)\" has no columns \"touchpoint\" and \"votes\"", help: "begin it with touchpoint,votes")
        }
        columns = (touchpoint, votes)
        continue
      }
      let name = touchpoint < cells.count ? cells[touchpoint] : ""
      let written = votes < cells.count ? cells[votes] : ""
      let place = "line \(index + 1) of \"\(path)\""
      guard let spot = names[name] else {
        throw Refusal("\(place): \(names.isAmbiguous(name) ? "two journeys have a" : "no") touchpoint named \"\(name)\"",
          help: names.help(for: name))
      }
      if written.isEmpty { continue }
      guard let number = Int(written), (0...1_000_000).contains(number) else {
        throw Refusal("\(place): \"\(written)\" is not a number of votes", help: "write a whole number such as 7")
      }
      add(number, for: spot)
    }
    if columns == nil { throw Refusal("\"\(path)\" is empty", help: "begin it with touchpoint,votes") }
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }.map { cell in
      let text = cell.drop { $0 == " " || $0 == "\"" || $0 == "\u{FEFF}" || $0 == "'" }
      return String(text.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
    }
  }
}

/// Finds touchpoints by the names that ballots carry.
private struct TouchpointNames {
  private var spots: [String: [Spot]] = [:]
  private var names: [String] = []

  init(_ workspace: Workspace) {
    for (index, journey) in workspace.journeys.enumerated() {
      for (place, touchpoint) in journey.touchpoints.enumerated() {
        let spot = Spot(Journey.ID(index), Touchpoint.ID(place))
        spots[touchpoint.name, default: []].append(spot)
        spots["\(journey.name)/\(touchpoint.name)", default: []].append(spot)
        for name in touchpoint.earlierNames { spots[name, default: []].append(spot) }
        names.append(touchpoint.name)
      }
    }
  }

  subscript(name: String) -> Spot? {
    guard let found = spots[name], found.count == 1 else { return nil }
    return found[0]
  }

  func isAmbiguous(_ name: String) -> Bool { (spots[name]?.count ?? 0) > 1 }

  func help(for name: String) -> String? {
    if isAmbiguous(name) { return "write the journey in front: journey/\(name)" }
    return names.closest(to: name).map { "did you mean \"\($0)\"?" }
  }
}
