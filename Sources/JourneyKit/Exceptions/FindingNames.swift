internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// What a finding is about, by names: it stays the same when lines move, and when a message is worded better.
struct FindingIdentity: Hashable {
  var code: String
  /// Empty outside a journey.
  var journey: String
  /// The touchpoint, goal, action or other thing in whose lines it is; else the name of its file.
  var subject: String
  /// What the message quotes beside the subject: an unknown name, another touchpoint.
  var detail: String

  /// The order of a baseline's lines.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    let (a, b) = (a.cells.map { Array($0.utf8) }, b.cells.map { Array($0.utf8) })
    for (one, other) in zip(a, b) where one != other { return one.lexicographicallyPrecedes(other) }
    return false
  }

  var cells: [String] { [code, journey, subject, detail] }
}

/// Finds the names that findings of a workspace are about, and follows names that have changed.
struct FindingNames {
  /// What a thing is called.
  private struct ThingNames {
    let journey: String
    let subject: String
    /// The name and the title, which messages about it quote.
    let quoted: [String]
  }

  private let files: [SourceFile]
  /// By the lines of each.
  private var things: [Span: ThingNames] = [:]
  private var lines = NestedSpans([])
  /// The name of today for each earlier one; of touchpoints and phases with the journey of today in front.
  private var journeysNow: [String: String] = [:]
  private var subjectsNow: [[String]: String] = [:]
  /// Touchpoints that came from another journey.
  private var placesNow: [[String]: [String]] = [:]

  init(_ analysis: JourneyAnalysis) {
    files = analysis.sources.files
    for tree in analysis.sources.trees().value ?? [] {
      for node in tree.members(of: tree.root) where node.kind == .thing { add(node, in: tree, journey: "") }
    }
    lines = NestedSpans(things.keys)
    follow(analysis.model.value)
  }

  private mutating func add(_ node: Node, in tree: Tree, journey: String) {
    let name = node.name?.value ?? node.title?.value ?? node.keyword?.value.rawValue ?? ""
    let isJourney = node.keyword?.value == .journey
    let own = isJourney ? name : journey
    let quoted = [name, node.title?.value, own].compactMap(\.self)
    things[tree.extent(of: node)] = ThingNames(journey: own, subject: name, quoted: quoted)
    // Journey, phase, touchpoint: no thing is deeper.
    for inner in tree.members(of: node) where inner.kind == .thing { add(inner, in: tree, journey: own) }
  }

  private mutating func follow(_ workspace: Workspace) {
    func add(_ earlier: [String], _ name: String, in journey: String = "", _ taken: Set<String>) {
      for old in earlier where !taken.contains(old) { subjectsNow[[journey, old]] = name }
    }
    let journeys = Set(workspace.journeys.map(\.name))
    for journey in workspace.journeys {
      for old in journey.earlierNames where !journeys.contains(old) { journeysNow[old] = journey.name }
      let taken = Set(journey.touchpoints.map(\.name) + journey.phases.map(\.name))
      add(journey.earlierNames, journey.name, in: journey.name, taken)
      for phase in journey.phases { add(phase.earlierNames, phase.name, in: journey.name, taken) }
      for touchpoint in journey.touchpoints {
        add(touchpoint.earlierNames, touchpoint.name, in: journey.name, taken)
        for place in touchpoint.earlierPlaces {
          placesNow[[place.journey, place.touchpoint]] = [journey.name, touchpoint.name]
        }
      }
    }
    for thing in workspace.departments { add(thing.earlierNames, thing.name, []) }
    for thing in workspace.channels { add(thing.earlierNames, thing.name, []) }
    for thing in workspace.segments { add(thing.earlierNames, thing.name, []) }
    for thing in workspace.feedbacks { add(thing.earlierNames, thing.name, []) }
  }

  func identity(of finding: Diagnostic) -> FindingIdentity {
    let thing = finding.span.flatMap { lines.around($0).first }.flatMap { things[$0] }
    let file = finding.span.flatMap { files.indices.contains(Int($0.file.index)) ? files[Int($0.file.index)] : nil }
    let detail = Self.quoted(in: finding.message).filter { thing?.quoted.contains($0) != true }
    return FindingIdentity(
      code: finding.rule.code, journey: thing?.journey ?? "",
      subject: thing?.subject ?? file.map { Path.name(of: $0.path) } ?? "", detail: detail.joined(separator: "; "))
  }

  /// An entry of a baseline by the names of today.
  func current(_ identity: FindingIdentity) -> FindingIdentity {
    var now = identity
    if let place = placesNow[[identity.journey, identity.subject]] {
      (now.journey, now.subject) = (place[0], place[1])
      return now
    }
    now.journey = journeysNow[identity.journey] ?? identity.journey
    now.subject = subjectsNow[[now.journey, identity.subject]] ?? identity.subject
    return now
  }

  /// What stands in double quotes.
  private static func quoted(in message: String) -> [String] {
    let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 < parts.count - 1 }.map { String(parts[$0]) }
  }
}
