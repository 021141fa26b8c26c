internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

/// Facts that differ and that no change says: nothing of a comparison that looks for what it knows may read as "the form".
struct OtherFacts {
  let from: DiffSource
  let to: DiffSource
  /// The files that are not the same on both sides, by their names on both.
  let differing: Set<String>

  /// A change for each file with declarations whose lines differ, comments and order aside, or where nothing else says how.
  func changes(beside difference: WorkspaceDifference) -> [JourneyChange] {
    let told = toldFiles(difference)
    // What is only journeys, and told, needs no second look.
    let looked = differing.subtracting(told)
      .union(declaring(difference.before.workspace, from)).union(declaring(difference.after.workspace, to))
    let old = declarations(from, looked, renamed: renames(difference))
    let new = declarations(to, looked)
    let tallies =
      difference.all.contains { $0.code.kind == .answers } || difference.journeys.contains { !$0.notCompared.isEmpty }
    var found: [JourneyChange] = []
    for file in differing.intersection(looked).sorted() {
      let (before, after) = (old[file], new[file])
      // What came or went with its journeys is told with them.
      if before == nil || after == nil, told.contains(file) { continue }
      let names = Set((before ?? [:]).keys).union((after ?? [:]).keys).sorted().filter { name in
        switch name {
        case Self.journey where told.contains(file), Self.tally where tallies,
          Self.workspace where isWorkspaceTold(difference):
          false
        default: before?[name] != after?[name]
        }
      }
      guard !names.isEmpty else { continue }
      let declarations = names.filter { $0 != Self.journey && $0 != Self.tally }.joined(separator: ", ")
      found.append(
        JourneyChange(.otherFacts, ChangeSubject(.file, journey: nil, name: file, title: declarations)))
    }
    return found
  }

  /// The files that declare more than journeys.
  private func declaring(_ workspace: Workspace, _ side: DiffSource) -> Set<String> {
    var files = Set(
      side.files.files.lazy.filter { differing.contains(side.relative($0.path)) && $0.bytes.declaresWorkspace }
        .map { side.relative($0.path) })
    let spans =
      workspace.feedbacks.map(\.span) + workspace.personas.map(\.span) + workspace.segments.map(\.span)
      + workspace.kpis.map(\.span) + workspace.groups.map(\.span) + workspace.lanes.map(\.span)
      + workspace.departments.map(\.span) + workspace.channels.map(\.span) + workspace.actions.map(\.span)
    for file in Set(spans.map { Int($0.file.index) }) where side.files.files.indices.contains(file) {
      files.insert(side.relative(side.files.files[file].path))
    }
    return files
  }

  private static let (journey, tally, workspace) = ("journey", "tally", "workspace")

  /// `journey/form` to `journey/fields`.
  private func renames(_ difference: WorkspaceDifference) -> [String: String] {
    var renames: [String: String] = [:]
    for journey in difference.before.workspace.journeys {
      for (index, touchpoint) in journey.touchpoints.enumerated() {
        guard let match = difference.match.touchpoints[journey.id.value][index] else { continue }
        let now = difference.after.workspace[match.journey]
        let (old, new) = ("\(journey.name)/\(touchpoint.name)", "\(now.name)/\(now[match.touchpoint].name)")
        if old != new { renames[old] = new }
      }
    }
    return renames
  }

  /// The files of which a change says something.
  private func toldFiles(_ difference: WorkspaceDifference) -> Set<String> {
    var told: Set<String> = []
    for change in difference.all {
      for (side, span) in [(from, change.from), (to, change.to)] {
        if let span, side.files.files.indices.contains(Int(span.file.index)) {
          told.insert(side.relative(side.files.files[Int(span.file.index)].path))
        }
      }
    }
    return told
  }

  private func isWorkspaceTold(_ difference: WorkspaceDifference) -> Bool {
    difference.changes.contains { $0.subject.kind == .workspace }
  }

  /// By file and declaration: its lines without their indentation, sorted. The journeys of a file are one, for their
  /// touchpoints are compared; so is a tally.
  ///
  /// - Parameter renamed: what touchpoints of the first side are called now: a new name is told where it was given.
  private func declarations(_ side: DiffSource, _ looked: Set<String>, renamed: [String: String] = [:]) -> [String:
    [String: [String]]]
  {
    var changed = WorkspaceFiles()
    var found: [String: [String: [String]]] = [:]
    for (index, file) in side.files.files.enumerated() {
      let name = side.relative(file.path)
      guard differing.contains(name), looked.contains(name) else { continue }
      changed.add(file, side.files.roles[index], origin: side.files.origins[index])
      guard WorkspaceFiles.FileRole(name: file.path) == .tally else { continue }
      found[side.relative(file.path)] = [Self.tally: lines(String(decoding: file.bytes, as: UTF8.self)).sorted()]
    }
    for file in Waymark.format(changed).files {
      var (declared, name): ([String: [String]], String) = ([:], "")
      for line in lines(file.text) {
        if line.first != " ", line != "}" { name = Self.name(of: line) }
        let words = line.split(separator: " ").map { word in
          let plain = String(word.last == "," ? word.dropLast() : word)
          return renamed[plain].map { $0 + (word.last == "," ? "," : "") } ?? String(word)
        }
        declared[name, default: []].append(words.joined(separator: " "))
      }
      found[side.relative(file.path)] = declared.mapValues { $0.sorted() }
    }
    return found
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }.map(String.init)
  }

  /// `persona anna` of the line that begins a declaration; of a journey or the workspace the keyword alone.
  private static func name(of line: String) -> String {
    let words = line.split(separator: " ", maxSplits: 2)
    guard let first = words.first, ![journey, workspace, "action"].contains(String(first)) else {
      return words.first == "workspace" ? workspace : journey
    }
    return words.prefix(2).joined(separator: " ")
  }
}

extension [UInt8] {
  /// Whether a line may begin the workspace's own facts.
  fileprivate var declaresWorkspace: Bool {
    let keyword = Array("workspace".utf8)
    var start = startIndex
    while start < endIndex {
      if self[start] == keyword[0], self[start...].starts(with: keyword) { return true }
      while start < endIndex, self[start] != 0x0A { start += 1 }
      start += 1
    }
    return false
  }
}
