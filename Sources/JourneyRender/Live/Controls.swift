internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import Markup

/// The controls of a page: hidden until its script, which they are nothing without, shows them.
struct Controls {
  let live: FilterIndex
  let workspace: Workspace
  /// Of the map's lanes, top to bottom.
  let lanes: [String]

  func element() -> Element {
    Element(
      "div", ["id": "controls", "class": "controls", "hidden": "hidden", "role": "group", "aria-label": "Map tools"]
    ) {
      Element("div", ["class": "bar"]) {
        find()
        Element("div", ["class": "fold"]) {
          choice("persona", "Persona", live.personas.map { (workspace[$0].name, workspace[$0].title) })
          choice("segment", "Segment", live.segments.map { (workspace[$0].name, workspace[$0].title) })
          choice("channel", "Channel", live.channels.map { (workspace[$0].name, workspace[$0].title) })
          choice("department", "Department", live.departments.map { (workspace[$0].name, workspace[$0].title) })
          colours()
          highlight()
        }
        Element("div", ["class": "buttons"]) {
          button("fold", "Filters")
          laneMenu()
          saveMenu()
          zoom()
          button("present", "Present")
        }
      }
      Element("p", ["class": "said"]) {
        Element("span", ["role": "status"])
        button("clear", "Show everything")
      }
      stage()
    }
  }

  private func find() -> Element {
    Element("label", ["class": "field find"]) {
      Element("span") { "Find" }
      Element(
        "input",
        [
          "type": "search", "name": "find", "autocomplete": "off", "spellcheck": "false",
          "placeholder": "Touchpoint, pain, owner …",
        ])
    }
  }

  /// Nil where there is nothing to choose from.
  private func choice(_ name: String, _ label: String, _ options: [(name: String, title: String)]) -> Element? {
    guard !options.isEmpty else { return nil }
    return Element("label", ["class": "field"]) {
      Element("span") { label }
      Element("select", ["name": name]) {
        Element("option", ["value": ""]) { "All" }
        options.map { option in Element("option", ["value": option.name]) { option.title } }
      }
    }
  }

  private func colours() -> Element? {
    guard !live.metrics.isEmpty else { return nil }
    return Element("label", ["class": "field"]) {
      Element("span") { "Colour by" }
      Element("select", ["name": "colour"]) {
        Element("option", ["value": ""]) { "Nothing" }
        Element("optgroup", ["label": "Against the target"]) {
          live.metrics.map { metric in Element("option", ["value": metric.rawValue]) { metric.title } }
        }
        Element("optgroup", ["label": "Change since the last period"]) {
          live.metrics.map { metric in
            Element("option", ["value": "\(metric.rawValue)-change"]) { "\(metric.title), change" }
          }
        }
      }
    }
  }

  private func highlight() -> Element {
    Element("label", ["class": "field"]) {
      Element("span") { "Highlight" }
      Element("select", ["name": "highlight"]) {
        Element("option", ["value": ""]) { "Nothing" }
        Element("option", ["value": "path"]) { "Path through it" }
        Element("option", ["value": "hand-offs"]) { "Hand-offs" }
        Element("option", ["value": "back"]) { "Loops" }
      }
    }
  }

  private func laneMenu() -> [Element] {
    guard !lanes.isEmpty else { return [] }
    return menu("lanes", "Lanes") {
      Element("fieldset") {
        Element("legend") { "Lanes shown" }
        lanes.map { lane in
          Element("label") {
            Element("input", ["type": "checkbox", "name": "lane", "value": lane, "checked": "checked"])
            Element("span") { lane }
          }
        }
      }
    }
  }

  private func saveMenu() -> [Element] {
    menu("share", "Share") {
      button("link", "Copy link to this view")
      button("svg", "Copy as SVG")
      button("png", "Save as PNG")
    }
  }

  private func zoom() -> Element {
    Element("div", ["class": "zoom", "role": "group", "aria-label": "Zoom"]) {
      button("smaller", "−", name: "Smaller")
      button("actual", "100%", name: "Actual size")
      button("larger", "+", name: "Larger")
      button("fit", "Fit")
    }
  }

  /// Of the presentation, phase by phase.
  private func stage() -> Element {
    Element("div", ["class": "stage", "role": "group", "aria-label": "Presentation"]) {
      button("previous", "‹ Previous")
      Element("p", ["role": "status"])
      button("next", "Next ›")
      button("end", "End")
    }
  }

  /// A button and what it opens; the browser opens and closes it, and puts the focus back.
  private func menu(_ id: String, _ title: String, @ElementBuilder _ content: () -> [Element.Child]) -> [Element] {
    [
      Element("button", ["type": "button", "class": "opens", "popovertarget": id]) { title },
      Element("div", ["id": id, "class": "menu", "popover": "auto"], content),
    ]
  }

  private func button(_ does: String, _ text: String, name: String? = nil) -> Element {
    Element("button", ["type": "button", "data-do": does, "aria-label": name]) { text }
  }
}
