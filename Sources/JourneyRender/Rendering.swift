internal import JourneyLayout
package import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneySource
package import JourneyWords
package import Markup

/// The maps and pages of a workspace, each made when asked for, so that memory holds one at a time.
package struct Rendering: Sendable {
  package let theme: Theme
  /// The journeys asked for, in the workspace's order.
  package let views: [JourneyView]
  let workspace: Workspace
  /// The whole workspace, of which a plan and the journey it replaces are compared.
  private let annotated: AnnotatedWorkspace
  /// Beside the views.
  private let journeys: [Journey.ID]
  /// The style sheets of maps, in a file of their own and in a page; made once for all of them.
  private let mapStyle: String
  private let liveStyle: String
  /// The only script there is, that of a journey's page or, in a pack, of its slides; empty for none.
  package let script: String
  /// What the pages of the workspace and of reviews run: nothing, but where they are shown while they change.
  private let watchScript: String
  /// Whether the page of the review lies beside the others and may be linked.
  package var linksReview: Bool

  /// - Parameters:
  ///   - rankings: beside the journeys.
  ///   - segments: the same workspace with the answers of one segment on it, of each that was asked.
  package init(
    _ annotated: AnnotatedWorkspace, journeys: [Journey.ID], rankings: [Ranking], theme: Theme, script: String = "",
    watchScript: String = "", linksReview: Bool = false,
    segments: [(segment: Segment.ID, annotated: AnnotatedWorkspace)] = []
  ) {
    self.theme = theme
    self.journeys = journeys
    self.script = script
    self.watchScript = watchScript
    mapStyle = theme.mapStyle
    liveStyle = mapStyle + theme.liveStyle
    self.linksReview = linksReview
    workspace = annotated.workspace
    self.annotated = annotated
    views = zip(journeys, rankings).map { id, ranking in
      JourneyView(
        annotated.journeys[id.value], ranking: ranking, in: annotated.workspace,
        segments: segments.map { ($0.segment, $0.annotated.journeys[id.value]) })
    }
  }

  /// A journey's map, or its posters on paper of a size, placed for every format that is made of it.
  package func placed(_ view: JourneyView, on paper: Paper? = nil) -> PlacedView {
    let placement: PlacedView.Placement =
      if let paper {
        .poster(
          Poster(view, placePoster(view.annotated, ranking: view.ranking, in: view.workspace), on: paper, theme: theme))
      } else {
        .map(place(view.annotated, ranking: view.ranking, in: view.workspace))
      }
    return PlacedView(view: view, placement: placement)
  }

  /// The map of one journey as an SVG file, or its posters one under the other, with its size.
  ///
  /// - Parameter linksPages: whether the pages of the other journeys lie beside it.
  package func drawing(of placed: PlacedView, linksPages: Bool) -> SizedDrawing {
    switch placed.placement {
    case .map(let map):
      let drawing = MapDrawing(placed.view, placed: map, linksPages: linksPages)
      return SizedDrawing(svg: xml(drawing.element(style: mapStyle)), width: map.width, height: map.height)
    case .poster(let poster): return drawing(of: poster)
    }
  }

  /// The page of one journey: its map and the same as a table; or its posters, as a page that prints them.
  package func page(of placed: PlacedView, _ template: PageTemplate) -> Diagnosed<Element> {
    switch placed.placement {
    case .map(let map): page(of: placed.view, map, template)
    case .poster(let poster): Diagnosed(poster.page())
    }
  }

  private func page(of view: JourneyView, _ map: PlacedMap, _ template: PageTemplate) -> Diagnosed<Element> {
    let live = FilterIndex(view)
    let lead = view.isEndless ? nil : map.lead
    let versus = versus(view, lead, on: map)
    let plans = annotated.plans(of: view, theme: theme)
    let drawing = MapDrawing(view, placed: map, linksPages: true, live: live, versus: versus)
    return template.page(
      document: view.document(review: review),
      parts: [
        "style": style, "logo": logo,
        "overview": .group(
          [view.strip(lead: lead).map { .element($0) } ?? .group([]), overview(of: view)]
            + plans.map { .element($0.element) }),
        "map": .element(sheet(drawing)),
        "table": .element(view.table(lead: lead)),
        "figures": drawing.figures(),
        "controls": .element(
          Controls(
            live: live, workspace: workspace, lead: map.lead, lanes: drawing.laneNames,
            comparisons: versus.flatMap(\.choices) + plans.map(\.choice), views: view.journey.views
          ).element()),
        "details": .element(TouchpointDetails(view).element()),
        "script": scripts(script),
      ], of: views.count)
  }

  /// What a page compares; made for pages alone.
  private func versus(_ view: JourneyView, _ lead: Metric?, on map: PlacedMap) -> [PlacedVersus] {
    lead.map { lead in
      map.versus(
        FigureComparison.all(of: view.annotated, lead, segments: view.segments), of: view.annotated, in: workspace)
    } ?? []
  }

  /// The whole journey on one screen; nothing where the map is.
  private func overview(of view: JourneyView) -> Element.Child {
    placeOverview(view.annotated, ranking: view.ranking, in: workspace).map { map in
      .element(
        Element("figure", ["class": "overview", "tabindex": "0", "aria-label": workspace.words.overview]) {
          MapDrawing(view, placed: map, linksPages: true).overview()
        })
    } ?? .group([])
  }

  /// A script, and before it what it says in another language than English; nothing where it is empty.
  private func scripts(_ script: String) -> Element.Child {
    guard !script.isEmpty else { return .group([]) }
    return .group(
      [
        workspace.words.script.map {
          .element(Element("script", ["type": "application/json", "id": "words"], children: [.text($0)]))
        },
        .element(Element("script", ["type": "module"], children: [.text(script)])),
      ].compactMap(\.self))
  }

  /// The map on its page. On paper it would be too small to be read: where no script lays it out in rows, the page says what
  /// to print.
  private func sheet(_ drawing: MapDrawing) -> Element {
    Element("div", ["class": "sheet"]) {
      Element("p", ["class": "too-wide"]) { workspace.words.tooWide("waymark render . --out wall --poster A1") }
      drawing.element(style: liveStyle)
    }
  }

  /// The page of the workspace: its journeys, weakest touchpoints, blind spots and departments.
  ///
  /// - Parameter reviewed: what its pictures say beside the maps; nil where there is nothing to review, or too much.
  package func index(_ template: PageTemplate, reviewed: Review? = nil) -> Diagnosed<Element> {
    let document = WorkspaceDocument(
      workspace: workspace, views: views.filter { workspace.isListed($0.journey) }, review: review, reviewed: reviewed)
    let parts = document.dashboard.parts().merging(
      ["style": style(theme.indexStyle), "logo": logo, "script": scripts(watchScript)]
    ) { $1 }
    return template.page(document: document.element(), parts: parts)
  }

  /// The page of a review.
  ///
  /// - Parameter linksPages: whether the pages of the journeys lie beside it.
  package func page(of spoken: SpokenReview, _ template: PageTemplate, linksPages: Bool) -> Diagnosed<Element> {
    let document = ReviewDocument(review: spoken, pages: linksPages ? pages : [:])
    var parts: [String: Element.Child] = [
      "style": style(theme.reviewStyle), "logo": logo,
      "drivers": DriversPicture.sections(of: spoken), "script": scripts(watchScript),
    ]
    for (name, dashboard) in document.dashboards { parts[partName("dashboard", of: name)] = .element(dashboard) }
    for (name, card) in document.cards { parts[partName("card", of: name)] = .element(card) }
    return template.page(document: document.element(), parts: parts)
  }

  private var pages: [Int: JourneyView] {
    Dictionary(zip(journeys.map(\.value), views)) { first, _ in first }
  }

  private var review: String? { linksReview ? "review.html" : nil }

  private var logo: Element.Child { theme.logo.map { .element($0.element) } ?? .group([]) }

  private var style: Element.Child { style(theme.pageStyle) }

  private func style(_ sheet: String) -> Element.Child { .element(Element("style", [:], children: [.text(sheet)])) }
}

/// A journey whose map or posters are placed, once for all formats.
package struct PlacedView: Sendable {
  enum Placement: Sendable {
    case map(PlacedMap)
    case poster(Poster)
  }

  package let view: JourneyView
  let placement: Placement
}

/// An SVG file, and how large it is in its own units.
package struct SizedDrawing: Sendable {
  package let svg: [UInt8]
  package let width: Double
  package let height: Double
}

extension Rule {
  /// The findings of this phase.
  package static let renderCatalog = [badTemplate, badTheme, lowContrast]
}
