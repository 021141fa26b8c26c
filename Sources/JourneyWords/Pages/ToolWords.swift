package import JourneyModel

/// What stands on the tools over a map.
extension Words {
  package var mapTools: String { self("Map tools") }
  package var persona: String { self("Persona") }
  package var segment: String { self("Segment") }
  package var channel: String { self("Channel") }
  package var department: String { self("Department") }
  package var filters: String { self("Filters") }
  package var present: String { self("Present") }
  package var showEverything: String { self("Show everything") }
  package var find: String { self("Find") }
  package var findHint: String { self("Find words") }
  package var all: String { self("All") }
  package var colourBy: String { self("Colour") }
  package var againstTheTarget: String { self("Against the target") }
  package var changeSinceTheLastPeriod: String { self("Change since the last period") }
  package var highlight: String { self("Highlight") }
  package var pathThroughIt: String { self("Path through it") }
  package var handOffs: String { self("Hand-offs") }
  package var loops: String { self("Loops") }
  package var lanes: String { self("Lanes") }
  package var lanesShown: String { self("Lanes shown") }
  package var share: String { self("Share") }
  package var copyLinkToThisView: String { self("Copy link to this view") }
  package var copyViewLine: String { self("Copy as a view line of the file") }
  package var views: String { self("Views") }
  package var onlyThese: String { self("Only these") }
  package var copyAsSVG: String { self("Copy as SVG") }
  package var saveAsPNG: String { self("Save as PNG") }
  package var saveTable: String { self("Save the table (CSV)") }
  package var keys: String { self("Keys") }
  /// The keys, each with what it does.
  package var whatKeysDo: [(key: String, does: String)] {
    [
      ("← →", self("the touchpoint before, the next")), ("Enter", self("opens it")), ("Esc", self("goes back")),
      ("/", self("search")), ("+ − 0", self("larger, smaller, actual size")), ("?", self("shows the keys")),
    ]
  }
  package var zoom: String { self("Zoom") }
  package var smaller: String { self("Smaller") }
  package var actualSize: String { self("Actual size") }
  package var larger: String { self("Larger") }
  package var fit: String { self("Fit") }
  package var presentation: String { self("Presentation") }
  package var touchpointBefore: String { self("Touchpoint before") }
  package var nextTouchpoint: String { self("Next touchpoint") }
  package var previous: String { self("‹ Previous") }
  package var next: String { self("Next ›") }
  package var end: String { self("End") }

  package func moreFigures(_ count: Int) -> String { self(count, "\(count) more figure", "\(count) more figures") }

  /// A choice, and what is chosen.
  package func choice(_ name: String, _ value: String) -> String { self("\(name): \(value)") }

  package func change(of metric: Metric) -> String { self("\(metric.title(in: self)), change") }
}
