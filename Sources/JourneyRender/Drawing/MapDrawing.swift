internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// Draws a placed map as an `svg` element that stands alone: no script, no external font, nothing fetched.
struct MapDrawing {
  let view: JourneyView
  let map: PlacedMap
  /// Whether other journeys' pages lie beside this one and may be linked.
  let linksPages: Bool
  /// What the script of the page that it stands in takes hold of; nil in an SVG file.
  let live: FilterIndex?
  /// What the page shows under the tiles when it is asked for.
  let versus: [PlacedVersus]

  var journey: Journey { view.journey }
  var workspace: Workspace { view.workspace }
  var words: Words { view.words }
  var language: String? { view.language }
  var prefix: String { view.prefix }

  init(
    _ view: JourneyView, placed map: PlacedMap, linksPages: Bool = false, live: FilterIndex? = nil,
    versus: [PlacedVersus] = []
  ) {
    self.view = view
    self.map = map
    self.linksPages = linksPages
    self.live = live
    self.versus = versus
  }

  func link(to journey: Journey.ID) -> String? {
    linksPages ? workspace.drawn(journey).map { "\($0.name).html" } : nil
  }

  func element(style: String) -> Element {
    // A page has a header of its own, and shows the map from its phases on.
    let top = live == nil ? 0 : ((map.phases.first?.frame.y ?? map.cards.first?.frame.y ?? 0) - 8).rounded()
    let size = "0 \(top.svg) \(map.width.svg) \((map.height - top).svg)"
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "waymark", "viewBox": size, "width": map.width.svg,
        "height": (map.height - top).svg, "role": "graphics-document", "aria-roledescription": words.journeyMap,
        "aria-labelledby": "\(prefix)-title", "aria-describedby": "\(prefix)-desc", "xml:lang": words.language,
        "lang": words.language,
      ]
    ) {
      Element("title", ["id": "\(prefix)-title"], children: [.text(journey.title)])
      Element("desc", ["id": "\(prefix)-desc"], children: [.text(view.takeaway)])
      Element("style", [:], children: [.text(style)])
      Element("rect", ["class": "paper", "width": "100%", "height": "100%"])
      header()
      body()
      footer()
    }
  }

  /// Phases, touchpoints and lanes.
  @ElementBuilder func body() -> [Element.Child] {
    phases()
    cards()
    // Shown, a comparison makes room for itself by moving down what is drawn after it.
    Element.Child.each(Array(map.lanes.prefix(1)), lane)
    versus.map(comparison)
    Element.Child.each(Array(map.lanes.dropFirst()), lane)
    live == nil ? nil : map.folded.map(folded)
  }

  /// Whatever is placed, of a map that need not have everything.
  @ElementBuilder func parts() -> [Element.Child] {
    map.header.texts.isEmpty && map.header.chips.isEmpty ? nil : header()
    map.phases.isEmpty ? nil : phases()
    map.cards.isEmpty ? nil : cards()
    Element.Child.each(map.lanes, lane)
    map.footer.texts.isEmpty && map.footer.legend.isEmpty ? nil : footer()
  }

  func header() -> Element {
    Element("g", ["class": "header", "display": hook("none")]) {
      texts(map.header.texts, in: language)
      map.header.chips.isEmpty
        ? nil
        : Element("g", ["role": "list", "aria-label": words.figuresOfTheWhole]) {
          map.header.chips.map { chip in
            Element("g", ["role": "listitem"]) {
              rect(chip.frame, "chip", radius: 10)
              chip.isFinding
                ? rect(
                  Rect(x: chip.frame.x, y: chip.frame.y + 8, width: 4, height: chip.frame.height - 16),
                  chip.level?.className ?? "plain", radius: 2) : nil
              texts(chip.texts)
              chip.glyph.flatMap { point in chip.level.map { glyph($0, at: point) } }
            }
          }
        }
    }
  }

  func footer() -> Element {
    Element("g", ["class": "footer"]) {
      path("M\(map.footer.frame.x) \(map.footer.frame.y)H\(map.footer.frame.maxX)", "rule")
      map.footer.legend.map { entry in
        Element("g") {
          sign(entry)
          text(entry.text)
        }
      }
      texts(map.footer.texts)
    }
  }

  private func sign(_ entry: PlacedLegend) -> Element {
    let middle = Point(x: entry.frame.midX, y: entry.frame.midY)
    return switch entry.sign {
    case .level(let level): glyph(level, at: Point(x: middle.x - level.glyphWidth / 2, y: middle.y))
    case .state(let state): rect(entry.frame.inset(by: 2), state.boxClass, radius: 3)
    case .handOff: path("M\(entry.frame.x) \(middle.y)H\(entry.frame.maxX)", "hand-off")
    case .worseHandOff: path("M\(entry.frame.x) \(middle.y)H\(entry.frame.maxX)", "hand-off worse")
    case .box(let lane): rect(entry.frame.inset(by: 1), lane.look.rawValue, radius: 3)
    case .helper: rect(entry.frame.inset(by: 2), "block helper", radius: 3)
    case .channel(let channel): Element("g", [:], children: channelSign(channel, at: middle).map { .element($0) })
    case .rank:
      Element("g", [:], children: badge(PlacedCard.RankBadge(rank: 1, center: middle)).map { .element($0) })
    case .change: path("M\(middle.x - 5) \(middle.y - 4)h10l-5 9z", "plain")
    case .before: circle(middle, 4, "before")
    case .back: path("M\(entry.frame.x) \(middle.y)H\(entry.frame.maxX)", "arrow back-line")
    case .momentOfTruth: path(star(middle), "truth")
    case .action: path(actionSign(middle), "action-sign")
    case .target: path("M\(entry.frame.x) \(middle.y)H\(entry.frame.maxX)", "target")
    case .share: path("M\(entry.frame.x) \(middle.y)H\(entry.frame.maxX)", "arrow s3")
    case .indicative: circle(middle, 6, "plain indicative")
    case .old: circle(middle, 6, "old")
    case .dashed: face(1, at: middle)
    case .whisker: whisker(x: middle.x, low: entry.frame.maxY - 1, high: entry.frame.y + 1)
    }
  }
}
