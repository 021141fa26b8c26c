internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// The controls of a page: hidden until its script, which they are nothing without, shows them.
struct Controls {
  let live: FilterIndex
  let workspace: Workspace
  /// Of the map's lanes, top to bottom.
  let lanes: [String]
  /// The lane that is shown when it is asked for.
  let folded: String?
  private var words: Words { workspace.words }

  func element() -> Element {
    Element(
      "div", ["id": "controls", "class": "controls", "hidden": "hidden", "role": "group", "aria-label": words.mapTools]
    ) {
      Element("div", ["class": "bar"]) {
        find()
        Element("div", ["class": "fold"]) {
          choice("persona", words.persona, live.personas.map { (workspace[$0].name, workspace[$0].title) })
          choice("segment", words.segment, live.segments.map { (workspace[$0].name, workspace[$0].title) })
          choice("channel", words.channel, live.channels.map { (workspace[$0].name, workspace[$0].title) })
          choice("department", words.department, live.departments.map { (workspace[$0].name, workspace[$0].title) })
          choice("tag", words.tag, live.tags.map { ($0, $0) })
          colours()
          highlight()
        }
        Element("div", ["class": "buttons"]) {
          button("fold", words.filters)
          laneMenu()
          saveMenu()
          zoom()
          button("present", words.present)
        }
      }
      Element("p", ["class": "said"]) {
        Element("span", ["role": "status"])
        button("clear", words.showEverything)
      }
      stage()
    }
  }

  private func find() -> Element {
    Element("label", ["class": "field find"]) {
      Element("span") { words.find }
      Element(
        "input",
        [
          "type": "search", "name": "find", "autocomplete": "off", "spellcheck": "false",
          "placeholder": words.findHint,
        ])
    }
  }

  /// Nil where there is nothing to choose from.
  private func choice(_ name: String, _ label: String, _ options: [(name: String, title: String)]) -> Element? {
    guard !options.isEmpty else { return nil }
    return Element("label", ["class": "field"]) {
      Element("span") { label }
      Element("select", ["name": name]) {
        Element("option", ["value": ""]) { words.all }
        options.map { option in Element("option", ["value": option.name]) { option.title } }
      }
    }
  }

  private func colours() -> Element? {
    guard !live.metrics.isEmpty else { return nil }
    return Element("label", ["class": "field"]) {
      Element("span") { words.colourBy }
      Element("select", ["name": "colour"]) {
        Element("option", ["value": ""]) { words.nothing }
        Element("optgroup", ["label": words.againstTheTarget]) {
          live.metrics.map { metric in Element("option", ["value": metric.rawValue]) { metric.title(in: words) } }
        }
        Element("optgroup", ["label": words.changeSinceTheLastPeriod]) {
          live.metrics.map { metric in
            Element("option", ["value": "\(metric.rawValue)-change"]) { words.change(of: metric) }
          }
        }
      }
    }
  }

  private func highlight() -> Element {
    Element("label", ["class": "field"]) {
      Element("span") { words.highlight }
      Element("select", ["name": "highlight"]) {
        Element("option", ["value": ""]) { words.nothing }
        Element("option", ["value": "path"]) { words.pathThroughIt }
        Element("option", ["value": "hand-offs"]) { words.handOffs }
        Element("option", ["value": "back"]) { words.loops }
      }
    }
  }

  private func laneMenu() -> [Element] {
    let all = lanes + (folded.map { [$0] } ?? [])
    guard !all.isEmpty else { return [] }
    return menu("lanes", words.lanes) {
      Element("fieldset") {
        Element("legend") { words.lanesShown }
        all.map { lane in
          Element("label") {
            Element(
              "input",
              ["type": "checkbox", "name": "lane", "value": lane, "checked": lane == folded ? nil : "checked"])
            Element("span") { lane }
          }
        }
      }
    }
  }

  private func saveMenu() -> [Element] {
    menu("share", words.share) {
      button("link", words.copyLinkToThisView)
      button("svg", words.copyAsSVG)
      button("png", words.saveAsPNG)
    }
  }

  private func zoom() -> Element {
    Element("div", ["class": "zoom", "role": "group", "aria-label": words.zoom]) {
      button("smaller", "−", name: words.smaller)
      button("actual", words.percent(1), name: words.actualSize)
      button("larger", "+", name: words.larger)
      button("fit", words.fit)
    }
  }

  /// Of the presentation, phase by phase.
  private func stage() -> Element {
    Element("div", ["class": "stage", "role": "group", "aria-label": words.presentation]) {
      button("previous", words.previous)
      Element("p", ["role": "status"])
      button("next", words.next)
      button("end", words.end)
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
