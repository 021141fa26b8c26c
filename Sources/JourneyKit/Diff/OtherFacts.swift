internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// Facts that differ and that no change says: nothing of a comparison that looks for what it knows may read as "the form".
///
/// Declarations are compared byte by byte, then line by line, and only those that still differ are formatted: a large
/// journey of which the changes say everything is not looked at again.
struct OtherFacts {
  let from: DiffSource
  let to: DiffSource
  /// The files that are not the same on both sides, by their names on both.
  let differing: Set<String>

  /// A change for each file with declarations whose lines differ, comments and order aside, or where nothing else says how.
  func changes(beside difference: WorkspaceDifference) -> [JourneyChange] {
    let told = toldFiles(difference)
    lazy var renames = Renames(difference)
    let old = declarations(from, difference.before.workspace)
    let new = declarations(to, difference.after.workspace)
    var found: [JourneyChange] = []
    for file in differing.sorted() {
      let (before, after) = (old[file] ?? [:], new[file] ?? [:])
      func isTold(_ name: String) -> Bool {
        switch name {
        case Self.journey: told.contains(file)
        case Self.tally: isToldTally(before[name] ?? after[name] ?? [], in: difference)
        case Self.workspace: difference.changes.contains { $0.subject.kind == .workspace }
        default: false
        }
      }
      // What came or went with its journeys is told with them.
      if before.isEmpty || after.isEmpty, told.contains(file) { continue }
      let names = Set(before.keys).union(after.keys).sorted().filter { name in
        !isTold(name) && isOther(before[name] ?? [], after[name] ?? [], renames)
      }
      guard !names.isEmpty else { continue }
      let declared = names.filter { $0 != Self.tally }
      func list(_ isWanted: (String) -> Bool) -> String { declared.filter(isWanted).joined(separator: ", ") }
      let kept = list { before[$0] != nil && after[$0] != nil }
      let (gone, came) = (list { after[$0] == nil }, list { before[$0] == nil })
      var change = JourneyChange(.otherFacts, ChangeSubject(.file, journey: nil, name: file, title: kept))
      change.before = gone.isEmpty ? nil : .word(gone)
      change.after = came.isEmpty ? nil : .word(came)
      found.append(change)
    }
    return found
  }

  private static let (journey, tally, workspace) = ("journey", "tally", "workspace")

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

  /// Whether a tally's rows are told: by changes of answers, or because its journeys came or went.
  private func isToldTally(_ tally: [ArraySlice<UInt8>], in difference: WorkspaceDifference) -> Bool {
    if difference.all.contains(where: { $0.code.kind == .answers }) { return true }
    if difference.journeys.contains(where: { !$0.notCompared.isEmpty }) { return true }
    let whole = Set(
      difference.journeys.filter { $0.from == nil || $0.to == nil }.map { journey in
        journey.to.map { difference.after.workspace[$0].name }
          ?? journey.from.map { difference.before.workspace[$0].name } ?? ""
      })
    guard !whole.isEmpty, let rows = tally.first else { return false }
    return rows.split(separator: 0x0A).dropFirst().allSatisfy { row in
      whole.contains(String(decoding: row.prefix { $0 != 0x2C }, as: UTF8.self))
    }
  }

  /// By file and declaration its bytes, with the comments that follow it. The journeys of a file are one, for their
  /// touchpoints are compared; so is a tally.
  private func declarations(
    _ side: DiffSource, _ workspace: Workspace
  ) -> [String: [String: [ArraySlice<UInt8>]]] {
    var found: [String: [String: [ArraySlice<UInt8>]]] = [:]
    let files = side.files.files
    for file in files where WorkspaceFiles.FileRole(name: file.path) == .tally {
      let name = side.relative(file.path)
      if differing.contains(name) { found[name] = [Self.tally: [file.bytes[...]]] }
    }
    let declared = workspace.declarations
    for (index, one) in declared.enumerated() {
      let file = files[Int(one.span.file.index)]
      let name = side.relative(file.path)
      guard differing.contains(name) else { continue }
      let next = declared.indices.contains(index + 1) ? declared[index + 1].span : nil
      let end = next.flatMap { $0.file == one.span.file ? Int($0.start) : nil } ?? file.bytes.count
      found[name, default: [:]][Self.name(of: one), default: []].append(file.bytes[Int(one.span.start)..<end])
    }
    return found
  }

  /// `persona anna`; of journeys and what stands with them, and of the workspace, the keyword alone.
  private static func name(of declaration: WorkspaceDeclaration) -> String {
    switch declaration.keyword {
    case .journey, .action: journey
    case .workspace: workspace
    default: ([declaration.keyword.rawValue] + [declaration.name].compactMap(\.self)).joined(separator: " ")
    }
  }

  /// Whether more than comments, order and layout differs, and more than names that are told.
  private func isOther(
    _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], _ renames: @autoclosure () -> Renames
  ) -> Bool {
    if before == after { return false }
    let old = before.flatMap(\.plainLines)
    if old.sorted() == after.flatMap(\.plainLines).sorted() { return false }
    guard let (written, now) = formatted(before).flatMap({ old in formatted(after).map { (old, $0) } }) else {
      return true
    }
    return renames().applied(to: written).sorted() != now.sorted()
  }

  /// The lines in the one style; nil for what cannot be read.
  private func formatted(_ declarations: [ArraySlice<UInt8>]) -> [String]? {
    let tree = parse(Array(declarations.joined()), file: FileID(0))
    guard !tree.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return Array(JourneySyntax.format(tree.value).utf8)[...].plainLines
  }
}

extension ArraySlice<UInt8> {
  /// The lines without their indentation, empty ones and comments.
  fileprivate var plainLines: [String] {
    split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
  }
}

/// What is called something else now: told where it got its new name, and no fact of the lines that say it.
private struct Renames {
  /// `journey/form` to `journey/fields`.
  private var places: [String: String] = [:]
  private var journeys: [String: String] = [:]

  init(_ difference: WorkspaceDifference) {
    for journey in difference.before.workspace.journeys {
      if let now = difference.match.journeys[journey.id.value].map({ difference.after.workspace[$0.id].name }),
        now != journey.name
      {
        journeys[journey.name] = now
      }
      for (index, touchpoint) in journey.touchpoints.enumerated() {
        guard let match = difference.match.touchpoints[journey.id.value][index] else { continue }
        let now = difference.after.workspace[match.journey]
        let (old, new) = ("\(journey.name)/\(touchpoint.name)", "\(now.name)/\(now[match.touchpoint].name)")
        if old != new { places[old] = new }
      }
    }
  }

  func applied(to lines: [String]) -> [String] {
    if places.isEmpty, journeys.isEmpty { return lines }
    return lines.map { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let isOfJourney = words.first == "future-of" || words.first == "opens"
      return words.enumerated().map { index, word in
        let (plain, rest) = word.last == "," ? (String(word.dropLast()), ",") : (String(word), "")
        let isJourney = isOfJourney || index > 0 && words[index - 1] == "of"
        return ((isJourney ? journeys[plain] : nil) ?? places[plain] ?? plain) + rest
      }.joined(separator: " ")
    }
  }
}
