import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

private let inputs = Golden.cases(in: "model") + Golden.cases(in: "diagnostics")

@Test(arguments: inputs)
func `a file with pieces cut out, doubled or swapped resolves all the same`(golden: Golden) throws {
  let bytes = try golden.bytes()
  var random = SplitMix(state: UInt64(bytes.count))
  for _ in 0..<12 {
    var broken = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !broken.isEmpty {
      let start = Int.random(in: 0..<broken.count, using: &random)
      let end = Int.random(in: start...min(broken.count, start + 40), using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: broken.removeSubrange(start..<end)
      case 1: broken.insert(contentsOf: broken[start..<end], at: 0)
      default: broken[start..<end].reverse()
      }
    }
    expectSound(Reading([broken, bytes]).workspace)
  }
}

@Test func `trees that no parser makes resolve all the same`() {
  let span = Span(FileID(0), 0, 0)
  #expect(resolve([Tree(file: FileID(0), nodes: [])]).value.journeys.isEmpty)
  var random = SplitMix(state: 7)
  for _ in 0..<300 {
    var nodes = [Node(.file, span: span)]
    for _ in 0..<60 { nodes.append(node(&random, span)) }
    for index in nodes.indices {
      nodes[index].block = (0..<6).map { _ in Node.ID(Int.random(in: -1...70, using: &random)) }
      nodes[index].facts = (0..<3).map { _ in Node.ID(Int.random(in: -1...70, using: &random)) }
    }
    expectSound(resolve([Tree(file: FileID(0), nodes: nodes)]).value)
  }
}

private func node(_ random: inout SplitMix, _ span: Span) -> Node {
  let kinds: [Node.NodeKind] = [.file, .thing, .fact, .path, .row]
  let kind = kinds.randomElement(using: &random) ?? .thing
  var node = Node(Bool.random(using: &random) ? .thing : kind, span: span)
  let frequent: [Keyword] = [.journey, .phase, .touchpoint, .flow, .feedback, .answer, .repeats, .opens, .of]
  let keywords = Bool.random(using: &random) ? frequent : Keyword.allCases
  node.keyword = keywords.randomElement(using: &random).map { Spanned($0, at: span) }
  func word(_ random: inout SplitMix) -> String {
    ["a", "b", "c", "A", "", "entry", "workspace"].randomElement(using: &random) ?? "a"
  }
  if Bool.random(using: &random) { node.name = Spanned(word(&random), at: span) }
  if Bool.random(using: &random) { node.title = Spanned(word(&random), at: span) }
  for _ in 0..<12 {
    let text = word(&random)
    let values: [Value.ValueKind] = [
      .name(text), .word("of"), .word("csat"), .name("csat"), .reference(journey: text, touchpoint: text),
      .string(text),
      .number(.infinity), .number(-3), .number(.nan), .percent(9), .points(1e300), .duration(-1),
      .range(.number(.nan), .number(1e300)), .range(.duration(2), .duration(1)), .comparison(.atLeast, .percent(.nan)),
      .period(Period(year: 2026, unit: .year)),
    ]
    guard let kind = values.randomElement(using: &random) else { continue }
    let value = Value(kind, text: text, span: span)
    node.arguments.append(value)
    node.targets.append(value)
    node.steps.append(Step([.reference(value), .exit(name: nil, title: nil, at: span)], span: span))
  }
  return node
}

/// Every index of a workspace points at something.
private func expectSound(_ workspace: Workspace, sourceLocation: SourceLocation = #_sourceLocation) {
  for journey in workspace.journeys {
    let count = journey.touchpoints.count
    #expect(journey.phases.map(\.touchpoints.count).reduce(0, +) == count, sourceLocation: sourceLocation)
    #expect(Set(journey.touchpoints.map(\.name)).count == count, sourceLocation: sourceLocation)
    for touchpoint in journey.touchpoints {
      #expect(journey.phases.indices.contains(touchpoint.phase.value), sourceLocation: sourceLocation)
      if let owner = touchpoint.owner { #expect(workspace.departments.indices.contains(owner.value)) }
      if let repeats = touchpoint.repeats { #expect(journey.touchpoints[repeats.value].repeats == nil) }
    }
    for arrow in journey.arrows {
      for end in [arrow.from, arrow.to] {
        switch end {
        case .touchpoint(let id): #expect(journey.touchpoints.indices.contains(id.value))
        case .entry(let index): #expect(journey.entries.indices.contains(index))
        case .exit(let index): #expect(journey.exits.indices.contains(index))
        }
      }
    }
  }
  #expect(Set(workspace.journeys.map(\.name)).count == workspace.journeys.count, sourceLocation: sourceLocation)
  _ = check(workspace)
}
