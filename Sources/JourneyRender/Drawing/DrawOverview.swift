internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// The overview as a drawing over the map of the same page, each of whose columns leads to its touchpoint there.
  func overview() -> Element {
    Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "waymark",
        "viewBox": "0 0 \(map.width.svg) \(map.height.svg)", "width": map.width.svg, "height": map.height.svg,
        "role": "group", "aria-label": words.overview, "lang": words.language,
      ]
    ) {
      phases()
      Element.Child.each(map.lanes, lane)
    }
  }

  /// A name, its figure and its place among what to fix first.
  func glance(_ glance: PlacedGlance) -> Element {
    let name = Element(
      "g", ["transform": glance.isRising ? turn(about: glance.name.origin) : nil],
      children: text(glance.name, in: language).map { .element($0) })
    return Element("g", ["role": "listitem", "opacity": fade([glance.tile.touchpoint])]) {
      Element(linksPages ? "a" : "g", link(to: glance.tile.touchpoint, ["aria-label": glance.sentence])) {
        name
        face(of: glance.tile)
      }
      texts(glance.notes)
      glance.badge.map(badge) ?? []
    }
  }

  private func turn(about point: Point) -> String {
    let angle = map.isMirrored ? PlacedGlance.rise : -PlacedGlance.rise
    return "rotate(\(angle.svg) \(point.x.svg) \(point.y.svg))"
  }

  /// To the touchpoint on the map of the same page, where there is one.
  private func link(to touchpoint: Touchpoint.ID, _ attributes: Attributes = [:]) -> Attributes {
    guard linksPages else { return attributes }
    var attributes = attributes
    attributes.append("href", "#\(view.anchor(of: touchpoint))")
    return attributes
  }

  /// One of what to fix first.
  func priority(_ priority: PlacedPriority) -> Element {
    Element("g", ["role": "listitem"]) {
      Element(linksPages ? "a" : "g", link(to: priority.touchpoint)) {
        badge(priority.badge)
        texts(priority.texts, in: language)
      }
    }
  }
}
