import JourneyDiff
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support

/// What a journey's text declares, with the answers of these rows on it.
func side(_ text: String, _ rows: [String] = []) -> WorkspaceSide {
  let resolved = resolve([parse(Array(text.utf8), file: FileID(0)).value])
  let tally = parseTally(Array(([Tally.header] + rows).joined(separator: "\n").utf8), file: FileID(1)).value
  let annotated = score(resolved.value, [tally]).value
  return WorkspaceSide(annotated, paths: annotated.workspace.journeys.map { _ in "j.journey" })
}

func changes(_ old: String, _ new: String) -> [JourneyChange] { compare(side(old), side(new)).all }

/// The codes of all changes with what each is about, in order.
func codes(_ changes: [JourneyChange]) -> [String] { changes.map { "\($0.code.rawValue) \($0.subject.name)" } }

/// Five ratings' counts of CSAT, worst first, as rows of one question of journey `j`.
func ratings(_ touchpoint: String, _ counts: [Int], period: String = "2026-Q3") -> [String] {
  counts.enumerated().filter { $0.element > 0 }.map { "j,\(touchpoint),csat,1..5,\(period),,s,\($0 + 1),\($1),," }
}

/// A journey as values, so that a test can edit it.
struct MadeJourney {
  struct MadeTouchpoint: Equatable {
    var name: String
    var title: String
    var was: String?
    var phase: Int
    var owner: String
    var channel: String
    var importance: Int
    var thinks: String
  }

  var touchpoints: [MadeTouchpoint]
  var flow: [(from: String, to: String)] = []
  /// Their names; touchpoints are in them by place.
  var phases = ["p0", "p1", "p2"]
  var target = 80

  init(_ random: inout SplitMix, count: Int = 10) {
    touchpoints = (0..<count).map { index in
      MadeTouchpoint(
        name: "step-\(index)", title: "Step \(index)", phase: index * 3 / count,
        owner: ["sales", "support"].randomElement(using: &random) ?? "",
        channel: ["web", "phone"].randomElement(using: &random) ?? "",
        importance: Int.random(in: 1...5, using: &random), thinks: "Thought \(index)")
    }
    guard Bool.random(using: &random) else { return }
    for _ in 0..<4 {
      let ends = touchpoints.shuffled(using: &random).prefix(2).map(\.name)
      if !flow.contains(where: { $0.from == ends[0] && $0.to == ends[1] }) { flow.append((ends[0], ends[1])) }
    }
  }

  /// - Parameter isTurned: whether the facts of each touchpoint come in the opposite order.
  func text(isTurned: Bool = false) -> String {
    var text =
      "department sales \"Sales\"\ndepartment support \"Support\"\nchannel web \"Web\"\nchannel phone \"Phone\"\n"
    text += "journey j \"J\" {\n"
    for (phase, name) in phases.enumerated() {
      text += "  phase \(name) \"P\(phase)\" {\n    target csat >= \(target - phase)%\n"
      for touchpoint in touchpoints where touchpoint.phase == phase {
        text += "    touchpoint \(touchpoint.name) \"\(touchpoint.title)\" {\n"
        let facts = [
          "owner \(touchpoint.owner)", "channel \(touchpoint.channel)", touchpoint.was.map { "was \($0)" },
          "importance \(touchpoint.importance)", "thinks \"\(touchpoint.thinks)\"",
        ].compactMap(\.self)
        text += (isTurned ? facts.reversed() : facts).map { "      \($0)\n" }.joined() + "    }\n"
      }
      text += "  }\n"
    }
    if !flow.isEmpty {
      text += "  flow {\n    as-written\n" + flow.map { "    \($0.from) -> \($0.to)\n" }.joined() + "  }\n"
    }
    return text + "}\n"
  }

  /// One edit, as a team would make it.
  mutating func edit(_ random: inout SplitMix) {
    let index = Int.random(in: touchpoints.indices, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: insert(at: index, &random)
    case 1 where touchpoints.count > 4: remove(at: index)
    case 2: touchpoints[index].owner = touchpoints[index].owner == "sales" ? "support" : "sales"
    case 3: touchpoints[index].importance = touchpoints[index].importance % 5 + 1
    case 4: touchpoints[index].phase = Int.random(in: 0..<3, using: &random)
    case 5: touchpoints.swapAt(index, Int.random(in: touchpoints.indices, using: &random))
    case 6 where touchpoints[index].was == nil:
      // Once each: a name of before may not come back for another.
      let (old, new) = (touchpoints[index].name, "renamed-\(touchpoints[index].name)")
      (touchpoints[index].name, touchpoints[index].was) = (new, old)
      flow = flow.map { ($0.from == old ? new : $0.from, $0.to == old ? new : $0.to) }
    case 7: touchpoints[index].title += "!"
    case 8: touchpoints[index].channel = touchpoints[index].channel == "web" ? "phone" : "web"
    case 9 where touchpoints.count > 4:
      remove(at: index)
      insert(at: min(index, touchpoints.count - 1), &random)
    case 10: target += 1
    case 11: flow = flow.dropLast()
    default: touchpoints[index].thinks += " again"
    }
  }

  private mutating func insert(at index: Int, _ random: inout SplitMix) {
    var new = touchpoints[index]
    new.name = "new-\(Int.random(in: 0..<1000, using: &random))"
    (new.title, new.was) = ("Title of \(new.name)", nil)
    if !touchpoints.contains(where: { $0.name == new.name }) { touchpoints.insert(new, at: index) }
  }

  private mutating func remove(at index: Int) {
    let name = touchpoints.remove(at: index).name
    flow.removeAll { $0.from == name || $0.to == name }
  }

  /// In the order in which its text has them.
  var order: [String] { inPhases.flatMap(\.self) }
  var inPhases: [[String]] { phases.indices.map { phase in touchpoints.filter { $0.phase == phase }.map(\.name) } }
}
