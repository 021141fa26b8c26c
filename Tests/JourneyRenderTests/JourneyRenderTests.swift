import Foundation
import JourneyMetrics
import JourneyModel
import JourneyRender
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Templates
import Testing

/// A made-up journey of so many touchpoints with every kind of arrow.
func sample(_ count: Int, title: String = "Passes through security and customs") -> Workspace {
  let span = Span(FileID(0), 0, 0)
  var workspace = Workspace()
  for name in ["Ground transport", "Terminals", "TSA", "Guest services"] {
    workspace.departments.append(Department(name: name, title: name, span: span, isDeclared: true))
    workspace.channels.append(Channel(name: name, title: name, span: span, isDeclared: true))
  }
  var journey = Journey(name: "sample", title: "Flying out of San Francisco", span: span)
  journey.entries = [Terminal(name: nil, title: "A friend's link", span: span)]
  journey.exits = [Terminal(name: nil, title: "Gives up", span: span)]
  let half = count / 2
  journey.phases = [
    Phase(name: "a", title: "Getting there", span: span, touchpoints: 0..<half),
    Phase(name: "b", title: "Waiting", span: span, touchpoints: half..<count),
  ]
  for index in 0..<count {
    var touchpoint = Touchpoint(
      name: "t\(index)", isNamed: true, title: index.isMultiple(of: 3) ? title : "Parks the car", span: span,
      phase: Phase.ID(index < half ? 0 : 1))
    touchpoint.owner = Department.ID(index / 2 % 4)
    touchpoint.channels = [Channel.ID(index / 3 % 4)]
    touchpoint.feels = [Feeling(value: [1, 2, -1, 0, -2][index % 5], text: nil, audience: Audience())]
    touchpoint.isMomentOfTruth = index % 4 == 1
    if index % 2 == 0 {
      touchpoint.thoughts = [Voice(text: "Will I make it with this traffic?", speaker: .customer, evidence: nil, audience: Audience())]
      touchpoint.pains = [Remark(text: "Parking is dear and hard to find", evidence: .survey, audience: Audience(), span: span)]
    }
    touchpoint.blueprint = [BlueprintLine(lane: .frontstage, text: "Four-page form", owner: nil), BlueprintLine(lane: .backstage, text: "KYC check", owner: Department.ID(2))]
    journey.touchpoints.append(touchpoint)
    if index > 0 {
      journey.arrows.append(
        Arrow(from: .touchpoint(Touchpoint.ID(index - 1)), to: .touchpoint(Touchpoint.ID(index)), isWritten: false, span: span))
    }
  }
  func arrow(_ from: Int, _ to: Int, _ label: String?, _ share: Double?) {
    var arrow = Arrow(from: .touchpoint(Touchpoint.ID(from)), to: .touchpoint(Touchpoint.ID(to)), isWritten: true, span: span)
    arrow.label = label
    arrow.share = share
    journey.arrows.append(arrow)
  }
  if count > 2 {
    arrow(2, 1, "tries again", nil)
    arrow(0, 2, "photo rejected", 0.18)
    arrow(count - 1, 0, "comes back another day", 0.6)
    arrow(count - 1, count / 2, nil, nil)
    arrow(0, count / 2, nil, 0.3)
    journey.arrows.append(Arrow(from: .entry(0), to: .touchpoint(Touchpoint.ID(1)), isWritten: true, span: span))
    journey.arrows.append(Arrow(from: .touchpoint(Touchpoint.ID(1)), to: .exit(0), isWritten: true, span: span))
  }
  workspace.journeys = [journey]
  return workspace
}

@Test(arguments: [3, 13, 40]) func `a made-up journey draws`(count: Int) throws {
  let workspace = sample(count)
  let annotated = score(workspace, []).value
  let theme = Theme.parse(Templates.themes.first?.bytes ?? [], file: FileID(0), over: nil)
  #expect(theme.diagnostics.isEmpty)
  let rendering = Rendering(annotated, journeys: [Journey.ID(0)], theme: theme.value)
  let bytes = rendering.svg(of: rendering.views[0], linksPages: false)
  try Data(bytes).write(to: URL(filePath: "/tmp/sample-\(count).svg"))
  for kind in PageTemplate.Kind.allCases {
    let template = PageTemplate.parse(Templates.page(named: kind.rawValue) ?? [], as: kind, file: FileID(0))
    #expect(template.diagnostics.isEmpty, "\(template.diagnostics.map { $0.message + ($0.help ?? "") })")
    let t = try #require(template.value)
    let page = kind == .index ? rendering.index(t) : rendering.page(of: rendering.views[0], t)
    #expect(page.diagnostics.isEmpty, "\(page.diagnostics.map(\.message))")
    try Data(page.value).write(to: URL(filePath: "/tmp/sample-\(count)-\(kind.rawValue).html"))
  }
}

@Test func `scratch`() throws {
  let folder = Golden.root.appending(path: "journeys")
  let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.sorted() ?? []
  var trees: [Tree] = []
  var tallies: [Tally] = []
  for (index, path) in paths.enumerated() {
    let bytes = { try [UInt8](Data(contentsOf: folder.appending(path: path))) }
    if path.hasSuffix(".journey") {
      let d = parse(try bytes(), file: FileID(index))
      for x in d.diagnostics { print(path, x.span?.start ?? 0, x.rule.code, x.message) }
      trees.append(d.value)
    }
    if path.hasSuffix(".tally.csv") {
      let d = parseTally(try bytes(), file: FileID(index))
      for x in d.diagnostics { print(path, x.rule.code, x.message) }
      tallies.append(d.value)
    }
  }
  let w = resolve(trees)
  for x in w.diagnostics { print(x.rule.code, x.message) }
  let a = score(w.value, tallies)
  for x in a.diagnostics { print(x.rule.code, x.message) }
  let theme = Theme.parse(Templates.themes.first?.bytes ?? [], file: FileID(0), over: nil).value
  let r = Rendering(a.value, journeys: w.value.journeys.indices.map { Journey.ID($0) }, theme: theme)
  let t = { try #require(PageTemplate.parse(Templates.page(named: $0) ?? [], as: $0 == "index" ? .index : .journey, file: FileID(0)).value) }
  try FileManager.default.createDirectory(atPath: "/tmp/out", withIntermediateDirectories: true)
  for view in r.views {
    try Data(r.svg(of: view, linksPages: false)).write(to: URL(filePath: "/tmp/out/\(view.journey.name).svg"))
    try Data(r.page(of: view, t("journey")).value).write(to: URL(filePath: "/tmp/out/\(view.journey.name).html"))
  }
  try Data(r.index(t("index")).value).write(to: URL(filePath: "/tmp/out/index.html"))
}
