internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// The controls of a page: hidden until its script, which they are nothing without, shows them.
struct Controls {
  let live: FilterIndex
  let workspace: Workspace
  /// What the tiles show at first; nil where there are none.
  let lead: Metric?
  /// Of the map's lanes, top to bottom.
  let lanes: [(name: String, set: LaneSet?)]
  /// Periods and segments beside each other.
  let comparisons: [(name: String, title: String)]
  /// Those that the journey's file keeps.
  let views: [SavedView]
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
          choice("compare", words.compare, comparisons)
          highlight()
        }
        Element("div", ["class": "buttons"]) {
          button("fold", words.filters)
          viewMenu()
          laneMenu()
          saveMenu()
          zoom()
          keys()
          button("present", words.present)
        }
      }
      Element("p", ["class": "said"]) {
        Element("span", ["role": "status"])
        button("only", words.onlyThese)
        button("clear", words.showEverything)
      }
      stage()
    }
  }

  private func find() -> Element {
    Element(
      "input",
      [
        "type": "search", "name": "find", "autocomplete": "off", "spellcheck": "false", "class": "find",
        "aria-label": words.find, "placeholder": words.findHint,
      ])
  }

  /// Nil where there is nothing to choose from.
  private func choice(_ name: String, _ label: String, _ options: [(name: String, title: String)]) -> Element? {
    guard !options.isEmpty else { return nil }
    return select(name, label, label) {
      options.map { option in Element("option", ["value": option.name]) { option.title } }
    }
  }

  /// Named by itself, so that its row stays low: its first option says what it is, and what it is until one chooses.
  private func select(
    _ name: String, _ label: String, _ first: String, @ElementBuilder _ options: () -> [Element.Child]
  ) -> Element {
    Element("select", ["name": name, "aria-label": label]) {
      Element("option", ["value": ""]) { first }
      options()
    }
  }

  /// What the tiles under the touchpoints show; at first the figure that weighs most.
  private func colours() -> Element? {
    guard let lead else { return nil }
    return select("colour", words.colourBy, words.choice(words.colourBy, lead.title(in: words))) {
      Element("optgroup", ["label": words.againstTheTarget]) {
        live.metrics.filter { $0 != lead }.map { metric in
          Element("option", ["value": metric.rawValue]) { metric.title(in: words) }
        }
      }
      Element("optgroup", ["label": words.changeSinceTheLastPeriod]) {
        live.metrics.map { metric in
          Element("option", ["value": "\(metric.rawValue)-change"]) { words.change(of: metric) }
        }
      }
    }
  }

  private func highlight() -> Element {
    select("highlight", words.highlight, words.highlight) {
      Element("option", ["value": "path"]) { words.pathThroughIt }
      Element("option", ["value": "hand-offs"]) { words.handOffs }
      Element("option", ["value": "back"]) { words.loops }
    }
  }

  private func laneMenu() -> [Element] {
    guard !lanes.isEmpty else { return [] }
    let sets = LaneSet.allCases.filter { set in lanes.contains { $0.set == set } }
    return menu("lanes", words.lanes) {
      Element("div", ["class": "sets"]) {
        sets.map { set in button("set-\(set.rawValue)", set.title(in: words)) }
        button("set-all", words.all)
      }
      Element("fieldset") {
        Element("legend") { words.lanesShown }
        lanes.map { lane in
          Element("label") {
            Element(
              "input",
              [
                "type": "checkbox", "name": "lane", "value": lane.name, "data-set": lane.set?.rawValue,
                "checked": lane.set == .story ? "checked" : nil,
              ])
            Element("span") { lane.name }
          }
        }
      }
    }
  }

  /// Plain links to what the page can show.
  private func viewMenu() -> [Element] {
    guard !views.isEmpty else { return [] }
    return menu("views", words.views) {
      views.map { view in Element("a", ["href": "#\(view.address)"]) { view.title } }
    }
  }

  private func saveMenu() -> [Element] {
    menu("share", words.share) {
      button("link", words.copyLinkToThisView)
      button("view", words.copyViewLine)
      button("svg", words.copyAsSVG)
      button("png", words.saveAsPNG)
      button("csv", words.saveTable)
    }
  }

  /// What the keyboard does.
  private func keys() -> [Element] {
    menu("keys", "?", name: words.keys) {
      Element("dl") {
        words.whatKeysDo.flatMap { key, does in
          [Element("dt") { Element("kbd") { key } }, Element("dd") { does }]
        }
      }
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
  private func menu(
    _ id: String, _ title: String, name: String? = nil, @ElementBuilder _ content: () -> [Element.Child]
  ) -> [Element] {
    [
      Element("button", ["type": "button", "class": "opens", "popovertarget": id, "aria-label": name]) { title },
      Element("div", ["id": id, "class": "menu", "popover": "auto", "role": "group", "aria-label": name], content),
    ]
  }

  private func button(_ does: String, _ text: String, name: String? = nil) -> Element {
    Element("button", ["type": "button", "data-do": does, "aria-label": name]) { text }
  }
}
