internal import JourneyReview
internal import JourneyWords
internal import Markup

/// Key drivers as a picture: how far below target, times how much it moves loyalty. Its four corners have names, and what
/// the numbers in it are stands beside it.
struct DriversPicture {
  let drivers: SpokenDrivers
  let words: Words

  /// A section for each journey that has any.
  static func sections(of review: SpokenReview) -> Element.Child {
    .group(
      review.journeys.flatMap { journey in
        journey.drivers.map { drivers in
          .element(
            Element("section", ["class": "drivers sheet"]) {
              Element("h2", ["dir": "auto"]) {
                review.journeys.count > 1 ? "\(drivers.title): \(journey.title)" : drivers.title
              }
              DriversPicture(drivers: drivers, words: review.words).content()
            })
        }
      })
  }

  static let style = """
    .drivers svg{max-width:34rem;width:100%;height:auto}
    .drivers .both{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr))}
    .drivers rect{fill:none;stroke:var(--rule)}
    .drivers line{stroke:var(--rule);stroke-dasharray:4 3}
    .drivers circle{fill:var(--paper);stroke:currentColor}
    .drivers .fix-first circle{fill:currentColor}
    .drivers .fix-first text{fill:var(--paper)}
    .drivers svg text{fill:currentColor;font-size:12px}
    .drivers svg .corner{font-weight:600}
    .drivers h3{margin:.75rem 0 .25rem}

    """

  private func content() -> Element.Child {
    .group(
      [
        .element(Element("p") { drivers.summary }),
        .element(
          Element("div", ["class": "both"]) {
            picture()
            Element("div") { drivers.corners.map { list($0) } }
          }),
      ] + drivers.caveats.map { .element(Element("p", ["class": "facts"], children: [.text($0)])) })
  }

  private func list(_ corner: SpokenDrivers.SpokenCorner) -> Element.Child {
    .group([
      .element(Element("h3") { corner.name }), .element(Element("p", ["class": "facts"]) { corner.hint }),
      .element(
        Element("ol", ["class": "plain"]) {
          corner.drivers.map { driver in
            Element("li", ["value": String(driver.place)]) { "\(driver.place). \(driver.sentence)" }
          }
        }),
    ])
  }

  // MARK: - The picture

  private static let size = (width: 480.0, height: 340.0)
  private static let plot = (left: 40.0, top: 10.0, right: 470.0, bottom: 300.0)
  private static let radius = 10.0

  /// Nil where none of them has a target.
  private func picture() -> Element? {
    let shown = drivers.corners.flatMap(\.drivers).filter { $0.below != nil }
    guard !shown.isEmpty else { return nil }
    // A fifth more than what is in it, and five points at least, so that no dot is at the rim.
    let rightmost = max(0.05, shown.compactMap(\.below).max() ?? 0) * 1.2
    let leftmost = min(-0.05, shown.compactMap(\.below).min() ?? 0) * 1.2
    let highest = max(2 * drivers.equalShare, (shown.map(\.height).max() ?? 0) * 1.15)
    let plot = Self.plot
    func x(_ below: Double) -> Double {
      plot.left + (below - leftmost) / (rightmost - leftmost) * (plot.right - plot.left)
    }
    func y(_ share: Double) -> Double { plot.bottom - share / highest * (plot.bottom - plot.top) }
    let (target, equal) = (x(0), y(drivers.equalShare))
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.size.width.svg) \(Self.size.height.svg)",
        "role": "img",
        "aria-label": words.driversPicture(drivers.title),
      ]
    ) {
      Element(
        "rect",
        [
          "x": plot.left.svg, "y": plot.top.svg, "width": (plot.right - plot.left).svg,
          "height": (plot.bottom - plot.top).svg,
        ])
      line(target, plot.top, target, plot.bottom)
      line(plot.left, equal, plot.right, equal)
      corner(words.cornerFixFirst, plot.right - 6, plot.top + 16, "end")
      corner(words.cornerKeep, plot.left + 6, plot.top + 16, "start")
      corner(words.cornerWatch, plot.right - 6, plot.bottom - 8, "end")
      corner(words.cornerLeave, plot.left + 6, plot.bottom - 8, "start")
      label(words.furtherBelowTarget, plot.right, Self.size.height - 22, "end")
      label(words.targetLine, target, plot.bottom + 14, "middle")
      Element(
        "text",
        [
          "text-anchor": "middle",
          "transform": "translate(16 \(((plot.top + plot.bottom) / 2).svg)) rotate(-90)",
        ]
      ) { words.shareOfWhatIsExplained }
      dots(shown, x, y, target, equal)
    }
  }

  /// Those that would cover another are moved aside, to the nearest place of their corner that is free.
  private func dots(
    _ shown: [SpokenDrivers.SpokenDriver], _ x: (Double) -> Double, _ y: (Double) -> Double, _ target: Double,
    _ equal: Double
  ) -> [Element] {
    var taken: [(x: Double, y: Double)] = []
    return shown.sorted { $0.place < $1.place }.map { driver in
      let wanted = (x: x(driver.below ?? 0), y: y(driver.height))
      let room = 2 * Self.radius
      let steps = [
        (0.0, 0.0), (0, -1), (1, 0), (-1, 0), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -2), (2, 0), (0, 2),
        (-2, 0),
        (2, 1), (-2, 1), (1, 2), (-1, 2),
      ]
      let places = steps.map { (x: wanted.x + $0.0 * room, y: wanted.y + $0.1 * room) }.filter { place in
        (place.x > target) == (wanted.x > target) && (place.y < equal) == (wanted.y < equal)
      }
      let place =
        places.first { place in
          taken.allSatisfy { other in
            let (across, down) = (other.x - place.x, other.y - place.y)
            return across * across + down * down >= room * room * 0.9
          }
        } ?? wanted
      taken.append(place)
      return Element("g", ["class": driver.corner?.rawValue]) {
        Element("title") { driver.sentence }
        Element("circle", ["cx": place.x.svg, "cy": place.y.svg, "r": Self.radius.svg])
        label(String(driver.place), place.x, place.y + 4, "middle")
      }
    }
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Element {
    Element("line", ["x1": x1.svg, "y1": y1.svg, "x2": x2.svg, "y2": y2.svg])
  }

  private func corner(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> Element {
    Element("text", ["class": "corner", "x": x.svg, "y": y.svg, "text-anchor": anchor]) { text }
  }

  private func label(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> Element {
    Element("text", ["x": x.svg, "y": y.svg, "text-anchor": anchor]) { text }
  }
}
