import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax

let nowhere = Span(FileID(0), 0, 0)

/// A journey of one phase, `all`, with touchpoints of these names.
func journey(_ name: String, _ touchpoints: [String]) -> Journey {
  var journey = Journey(name: name, title: name, span: nowhere)
  journey.phases = [Phase(name: "all", title: "All", span: nowhere, touchpoints: 0..<touchpoints.count)]
  journey.touchpoints = touchpoints.map {
    Touchpoint(name: $0, isNamed: true, title: $0, span: nowhere, phase: Phase.ID(0))
  }
  return journey
}

func workspace(_ journeys: Journey...) -> Workspace {
  var workspace = Workspace()
  workspace.journeys = journeys
  for index in journeys.indices { workspace.journeys[index].id = Journey.ID(index) }
  return workspace
}

func tally(_ rows: String, file: Int = 0) -> Diagnosed<Tally> {
  parseTally(Array((Tally.header + "\n" + rows).utf8), file: FileID(file))
}

/// Five ratings' counts, worst first, as rows of one question.
func ratings(
  _ counts: [Int], of touchpoint: String = "form", _ metric: String = "csat", scale: String = "1..5",
  period: String = "2026-Q3", segment: String = "", feedback: String = "survey"
) -> String {
  counts.enumerated().filter { $0.element > 0 }.map { index, count in
    "apply,\(touchpoint),\(metric),\(scale),\(period),\(segment),\(feedback),\(index + 1),\(count),,\n"
  }.joined()
}

/// The scores of journey `apply`, touchpoints `form`, `call` and `mail`, from these rows.
func scored(_ rows: String, hideBelow: Int = 10, change: (inout Journey) -> Void = { _ in }) -> AnnotatedJourney {
  var apply = journey("apply", ["form", "call", "mail"])
  change(&apply)
  var workspace = workspace(apply)
  workspace.hideBelow = hideBelow
  return score(workspace, [tally(rows).value]).value.journeys[0]
}
