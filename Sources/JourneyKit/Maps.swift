internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneySource
internal import JourneyWords
internal import Markup

/// The maps of a workspace, each drawn when it is asked for, so that memory holds one large or some small ones at a time.
public struct Maps: Sendable {
  /// What was found on the way to the maps.
  public let findings: Findings
  private(set) var rendering: Rendering
  /// To review; its page is made only where there is something to see.
  let analysis: JourneyAnalysis
  let style: Style
  let options: RenderOptions

  /// The file to open first; nil where nothing is drawn.
  public var first: String? {
    guard let view = rendering.views.first else { return nil }
    if hasIndex { return "index.html" }
    return name(of: view, RenderOptions.Format.allCases.first(where: options.formats.contains) ?? .html)
  }

  var hasIndex: Bool {
    options.formats.contains(.html) && options.journey == nil && options.poster == nil && !rendering.views.isEmpty
  }

  /// `airport.svg`, `airport-poster-A0.svg`.
  func name(of view: JourneyView, _ format: RenderOptions.Format) -> String {
    "\(view.journey.name)\(options.poster.map { "-poster-\($0.rawValue)" } ?? "").\(format.rawValue)"
  }

  private var paper: Paper? { options.poster.map { $0 == .a0 ? .a0 : .a1 } }

  /// Places a map or a poster, once for all formats that are made of it.
  func placed(_ view: JourneyView) -> PlacedView {
    analysis.work.addLayout()
    return rendering.placed(view, on: paper)
  }

  /// Makes every page and SVG and hands it on, in order; gives what was found while filling page templates, after what
  /// was found before.
  public func forEachFile<Failure: Error>(_ body: (OutputFile) throws(Failure) -> Void) throws(Failure) -> Findings {
    try forEachFile(pictures: { (_: PlacedView) throws(Failure) in }, { $0 }, then: body)
  }

  /// Every page and SVG, in memory, and everything that was found.
  public func files() -> (files: [OutputFile], findings: Findings) {
    var files: [OutputFile] = []
    let findings = forEachFile { files.append($0) }
    return (files, findings)
  }

  /// Makes every page and SVG and does something with it where it is made, on all cores; hands the outcomes on, in order.
  ///
  /// - Parameter pictures: what else is made of a placed map, before anything of its batch is handed on.
  private func forEachFile<Outcome: Sendable, Failure: Error>(
    pictures: (PlacedView) throws(Failure) -> Void = { _ in }, _ transform: @Sendable (OutputFile) -> Outcome,
    then body: (Outcome) throws(Failure) -> Void
  ) throws(Failure) -> Findings {
    var diagnostics = findings.diagnostics
    func make(_ name: String, _ made: Diagnosed<Element>) throws(Failure) {
      diagnostics += made.diagnostics
      try body(transform(OutputFile(path: name, bytes: html(made.value))))
    }
    let review = reviewPage()
    diagnostics += review.diagnostics
    var maps = self
    maps.rendering.linksReview = review.value != nil
    let formats = [RenderOptions.Format.svg, .html].filter(options.formats.contains)
    for (number, batch) in batches().enumerated() {
      let touchpoints = batch.reduce(0) { $0 + $1.journey.touchpoints.count }
      let placed = mapConcurrently(batch, costing: touchpoints) { [maps] in maps.placed($0) }
      for view in placed { try pictures(view) }
      if number == 0 {
        if hasIndex, let page = style.indexPage {
          try make("index.html", maps.rendering.index(page, reviewed: review.value == nil ? nil : analysis.review))
        }
        if let page = review.value {
          try make("review.html", Diagnosed(page))
          for page in departmentPages() { try make(page.path, Diagnosed(page.page)) }
        }
      }
      let files = placed.flatMap { view in formats.map { (view: view, format: $0) } }
      let results = mapConcurrently(files[...], costing: touchpoints * formats.count) { [maps] next in
        let made = maps.file(next.format, of: next.view)
        return Diagnosed(made.value.map(transform), made.diagnostics)
      }
      for result in results {
        diagnostics += result.diagnostics
        if let value = result.value { try body(value) }
      }
    }
    return findings.with(diagnostics)
  }

  /// Nil where there is nothing to review, or too much.
  func reviewPage() -> Diagnosed<Element?> {
    guard rendering.linksReview, hasIndex, let page = style.reviewPage else { return Diagnosed(nil) }
    return rendering.reviewPage(of: analysis, page, isOurs: !style.hasOwnReview)
  }

  /// The pages of all departments, or the one of a name.
  func departmentPages(named path: String? = nil) -> [(path: String, page: Element)] {
    guard let page = style.reviewPage else { return [] }
    return rendering.departmentPages(of: analysis, page, isOurs: !style.hasOwnReview, named: path)
  }

  /// The journeys in order: at a time many small ones, or a large one alone.
  private func batches() -> [ArraySlice<JourneyView>] {
    let views = rendering.views
    var batches: [ArraySlice<JourneyView>] = []
    var (start, touchpoints) = (0, 0)
    for (index, view) in views.enumerated() {
      let count = view.journey.touchpoints.count
      if index > start, touchpoints + count > 5_000 || index - start == 128 {
        batches.append(views[start..<index])
        (start, touchpoints) = (index, 0)
      }
      touchpoints += count
    }
    return batches + [views[start...]]
  }

  private func file(_ format: RenderOptions.Format, of placed: PlacedView) -> Diagnosed<OutputFile?> {
    let path = name(of: placed.view, format)
    if format == .svg {
      let drawing = rendering.drawing(of: placed, linksPages: options.formats.contains(.html))
      return Diagnosed(OutputFile(path: path, bytes: drawing.svg))
    }
    guard let page = style.journeyPage else { return Diagnosed(nil) }
    let made = rendering.page(of: placed, page)
    return Diagnosed(OutputFile(path: path, bytes: html(made.value)), made.diagnostics)
  }

  /// Writes every file below a folder, which is made where it is missing; gives everything that was found.
  ///
  /// Each file is written whole or not at all, and one that holds the same bytes already is left alone. Refused where
  /// pictures are asked for and librsvg's program is not there or does not take the drawing. Pictures come first, so that
  /// nothing is written where they cannot be made.
  public func write(below folder: String) throws(WaymarkError) -> Findings {
    let pictures = options.formats.compactMap { Picture(rawValue: $0.rawValue) }
    return try forEachFile(pictures: { placed throws(WaymarkError) in
      guard !pictures.isEmpty else { return }
      let drawing = rendering.drawing(of: placed, linksPages: false)
      for picture in pictures {
        let name = name(of: placed.view, picture == .pdf ? .pdf : .png)
        try OutputFile.write([OutputFile(path: name, bytes: try picture.made(of: drawing, named: name))], below: folder)
      }
    }) { file in
      Result { () throws(WaymarkError) in
        if options.verifies { try verify(file) }
        try OutputFile.write([file], below: folder)
      }
    } then: { written throws(WaymarkError) in
      try written.get()
    }
  }

  private func verify(_ file: OutputFile) throws(WaymarkError) {
    let found = violations(in: file.bytes, script: rendering.script)
    guard let first = found.first else { return }
    let more = found.count > 1 ? ", and \(found.count - 1) more" : ""
    throw WaymarkError(
      "\"\(file.path)\" is not written: \(first)\(more)",
      help: options.pages.isEmpty
        ? "this is a bug in Waymark; please report it with the journey" : "look at your page template first")
  }
}
