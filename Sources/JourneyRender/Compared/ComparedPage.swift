package import JourneyDiff
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneyWords
internal import Markup

/// The map of both sides of each journey that changed, as a picture and as a page with the list of all changes beside it.
package struct ComparedPage: Sendable {
  private struct DrawnComparison {
    let drawing: ComparisonDrawing
    let difference: JourneyDifference
  }

  private let difference: WorkspaceDifference
  /// What is compared with what, as people know the two.
  private let sides: String
  private let theme: Theme
  /// What jumps from change to change.
  private let script: String
  private let drawn: [DrawnComparison]
  private var words: Words { difference.after.workspace.words }

  /// - Parameters:
  ///   - isPlan: whether the sides are today and a plan.
  ///   - changedOnly: whether runs of unchanged touchpoints are folded.
  package init(
    _ difference: WorkspaceDifference, sides: String, isPlan: Bool, changedOnly: Bool, theme: Theme, script: String
  ) {
    (self.difference, self.sides, self.theme, self.script) = (difference, sides, theme, script)
    let workspaces = (difference.before.workspace, difference.after.workspace)
    drawn = difference.journeys.enumerated().compactMap { index, journey in
      guard !journey.changes.isEmpty, journey.columns.count <= Limits.map, !journey.columns.isEmpty else { return nil }
      let title =
        journey.to.map { workspaces.1[$0].title } ?? journey.from.map { workspaces.0[$0].title } ?? ""
      let prefix = "d\(index + 1)"
      return DrawnComparison(
        drawing: ComparisonDrawing(
          placed: place(difference, journey, isPlan: isPlan, changedOnly: changedOnly, prefix: prefix), title: title,
          prefix: prefix, words: workspaces.1.words), difference: journey)
    }
  }

  /// One SVG file: the maps one under the other.
  package var svg: [UInt8] {
    if drawn.count == 1, let one = drawn.first { return xml(one.drawing.element(style: theme.comparedStyle)) }
    var top = 0.0
    let maps = drawn.map { one in
      defer { top += one.drawing.placed.height }
      return one.drawing.element(style: nil, top: top)
    }
    let width = drawn.map(\.drawing.placed.width).max() ?? 640
    let note = TextBlock(words.counts(difference.all), .subtitle, x: 24, top: 20, width: 600)
    let height = drawn.isEmpty ? 60 : top
    return xml(
      Element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "class": "waymark compared",
          "viewBox": "0 0 \(width.svg) \(height.svg)", "width": width.svg, "height": height.svg,
          "role": "graphics-document", "aria-roledescription": words.journeyMap, "xml:lang": words.language,
          "lang": words.language,
        ]
      ) {
        title(words.whatChangedInJourneys)
        Element("style", [:], children: [.text(theme.comparedStyle)])
        Element("rect", ["class": "paper", "width": "100%", "height": "100%"])
        drawn.isEmpty ? text(note) : maps
      })
  }

  /// The page: the same maps, and every change as a list that links to its place.
  package var html: [UInt8] {
    Markup.html(
      packPage(
        title: "\(words.whatChangedInJourneys): \(sides)", language: difference.after.workspace.language, words: words,
        theme: theme, style: theme.comparedStyle + Self.layout
      ) {
        Element("main", ["class": "changes"]) {
          Element("header") {
            Element("h1") { words.whatChangedInJourneys }
            Element("p") { "\(sides): \(words.counts(difference.all))." }
            Element("p", ["class": "keys"]) { words.keysOfChanges }
          }
          difference.journeys.compactMap { section(drawing(of: $0), $0.changes) }
          section(nil, difference.changes)
        }
        Element("script", ["type": "module"], children: [.text(script)])
      })
  }

  private func drawing(of journey: JourneyDifference) -> DrawnComparison? {
    drawn.first { $0.difference.from == journey.from && $0.difference.to == journey.to }
  }

  private func section(_ drawn: DrawnComparison?, _ changes: [JourneyChange]) -> Element? {
    guard !changes.isEmpty else { return nil }
    let ids = drawn.map(columnIDs) ?? [:]
    let map = drawn.map { one in
      Element(
        "div", ["class": "map", "tabindex": "0", "role": "region", "aria-label": one.drawing.title],
        children: [.element(one.drawing.element(style: nil))])
    }
    let lists = ChangeClass.allCases.compactMap { kind -> Element? in
      let own = changes.filter { $0.code.kind == kind && $0.code != .noClearChange }
      return own.isEmpty ? nil : list(kind, own, ids)
    }
    return Element("section") {
      map
      Element("div", ["class": "list"]) {
        Element("h2") { drawn?.drawing.title ?? words.otherChanges }
        lists
      }
    }
  }

  private func list(_ kind: ChangeClass, _ changes: [JourneyChange], _ ids: [ChangeSubject: String]) -> Element {
    let items = changes.map { change in
      let line = Element.Child.text(words.fullLine(change))
      let item =
        if let id = ids[change.subject] {
          Element("a", ["href": "#\(id)", "class": "change"], children: [line])
        } else {
          Element("span", ["class": "change", "tabindex": "-1"], children: [line])
        }
      return Element("li", [:], children: [.element(item)])
    }
    return Element("div") {
      Element("h3") { words.title(kind) }
      Element("ul") { items }
    }
  }

  /// Which change is at which column.
  private func columnIDs(_ drawn: DrawnComparison) -> [ChangeSubject: String] {
    let journey = drawn.difference
    let names = (
      journey.from.map { difference.before.workspace[$0].touchpoints.map(\.name) } ?? [],
      journey.to.map { difference.after.workspace[$0].touchpoints.map(\.name) } ?? []
    )
    var ids: [String: String] = [:]
    for column in journey.columns {
      if let new = column.new { ids[names.1[new]] = "\(drawn.drawing.prefix)-n\(new + 1)" }
    }
    for column in journey.columns where column.new == nil {
      guard let old = column.old, ids[names.0[old]] == nil else { continue }
      ids[names.0[old]] = "\(drawn.drawing.prefix)-o\(old + 1)"
    }
    let shown = Set(drawn.drawing.placed.groups.compactMap(\.id))
    var found: [ChangeSubject: String] = [:]
    for change in journey.changes where change.subject.kind == .touchpoint {
      if let id = ids[change.subject.name], shown.contains(id) { found[change.subject] = id }
    }
    return found
  }

  private static let layout = """

    .changes{padding:0 1.5rem 2rem}
    .changes h1{margin:1rem 0 .25rem;font-size:1.6rem}
    .changes h2{margin:0 0 .5rem;font-size:1.2rem}
    .changes h3{margin:1rem 0 .25rem;font-size:1rem}
    .changes ul{margin:0;padding-inline-start:1.1rem}
    .changes li{margin:.2rem 0;overflow-wrap:anywhere;unicode-bidi:plaintext}
    .keys{color:var(--muted);font-size:.9rem}
    section{display:grid;grid-template-columns:minmax(16rem,24rem) minmax(0,1fr);gap:1.5rem;border-top:1px solid var(--rule);padding-top:1rem;margin-top:1rem}
    .list{grid-column:1;grid-row:1;max-height:95vh;overflow-y:auto;position:sticky;top:0}
    .map{grid-column:2;grid-row:1;overflow-x:auto}
    .map svg{display:block}
    .change:focus-visible,.map:focus-visible{outline:3px solid var(--owner);outline-offset:2px}
    @media (max-width:60rem){section{display:block}.list{max-height:none;position:static;margin-top:1rem}}
    @media print{@page{size:A3 landscape;margin:12mm}section{display:block}.map{overflow:visible}.map svg{width:100%;height:auto}.list{max-height:none;overflow:visible;position:static;columns:2;font-size:8pt}.keys{display:none}}

    """
}
