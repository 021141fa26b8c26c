internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyRender
internal import JourneySource
internal import Markup

/// The maps of a workspace, each drawn when it is asked for, so that memory holds one large or some small ones at a time.
public struct Maps: Sendable {
  /// What was found on the way to the maps.
  public let findings: Findings
  private(set) var rendering: Rendering
  /// To review; its page is made only where there is something to see.
  let annotated: AnnotatedWorkspace
  let style: Style
  let options: RenderOptions

  /// The file to open first; nil where nothing is drawn.
  public var first: String? {
    guard let view = rendering.views.first else { return nil }
    if hasIndex { return "index.html" }
    return name(of: view, RenderOptions.Format.allCases.first(where: options.formats.contains) ?? .html)
  }

  private var hasIndex: Bool {
    options.formats.contains(.html) && options.journey == nil && options.poster == nil && !rendering.views.isEmpty
  }

  /// `airport.svg`, `airport-poster-A0.svg`.
  private func name(of view: JourneyView, _ format: RenderOptions.Format) -> String {
    "\(view.journey.name)\(options.poster.map { "-poster-\($0.rawValue)" } ?? "").\(format.rawValue)"
  }

  private var paper: Paper? { options.poster.map { $0 == .a0 ? .a0 : .a1 } }

  private func drawing(of view: JourneyView, linksPages: Bool) -> SizedDrawing {
    paper.map { rendering.poster(of: view, on: $0) } ?? rendering.drawing(of: view, linksPages: linksPages)
  }

  /// Makes every page and SVG and hands it on, in order; gives what was found while filling page templates, after what
  /// was found before.
  public func forEachFile<Failure: Error>(_ body: (OutputFile) throws(Failure) -> Void) throws(Failure) -> Findings {
    try forEachFile({ $0 }, then: body)
  }

  /// Makes every page and SVG and does something with it where it is made, on all cores; hands the outcomes on, in order.
  private func forEachFile<Outcome: Sendable, Failure: Error>(
    _ transform: @Sendable (OutputFile) -> Outcome, then body: (Outcome) throws(Failure) -> Void
  ) throws(Failure) -> Findings {
    var diagnostics = findings.diagnostics
    func make(_ name: String, _ made: Diagnosed<[UInt8]>) throws(Failure) {
      diagnostics += made.diagnostics
      try body(transform(OutputFile(path: name, bytes: made.value)))
    }
    let review = reviewPage()
    diagnostics += review.diagnostics
    var maps = self
    maps.rendering.linksReview = review.value != nil
    if hasIndex, let page = style.indexPage { try make("index.html", maps.rendering.index(page)) }
    if let page = review.value { try make("review.html", Diagnosed(page)) }
    for batch in batches() {
      let results = mapConcurrently(batch) { [maps] next in
        let made = maps.file(next.format, of: maps.rendering.views[next.view])
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
  private func reviewPage() -> Diagnosed<[UInt8]?> {
    guard rendering.linksReview, hasIndex, let page = style.reviewPage else { return Diagnosed(nil) }
    return rendering.reviewPage(of: annotated, page, isOurs: !style.hasOwnReview)
  }

  /// What to make of the journeys, in order: at a time many of small ones, or a large one alone.
  private func batches() -> [ArraySlice<(view: Int, format: RenderOptions.Format)>] {
    let formats = [RenderOptions.Format.svg, .html].filter(options.formats.contains)
    let all = rendering.views.indices.flatMap { view in formats.map { (view: view, format: $0) } }
    var batches: [ArraySlice<(view: Int, format: RenderOptions.Format)>] = []
    var (start, touchpoints) = (0, 0)
    for (index, next) in all.enumerated() {
      let count = rendering.views[next.view].journey.touchpoints.count
      if index > start, touchpoints + count > 10_000 || index - start == 256 {
        batches.append(all[start..<index])
        (start, touchpoints) = (index, 0)
      }
      touchpoints += count
    }
    return batches + [all[start...]]
  }

  private func file(_ format: RenderOptions.Format, of view: JourneyView) -> Diagnosed<OutputFile?> {
    let path = name(of: view, format)
    if format == .svg {
      let drawing = drawing(of: view, linksPages: options.formats.contains(.html))
      return Diagnosed(OutputFile(path: path, bytes: drawing.svg))
    }
    if let paper { return Diagnosed(OutputFile(path: path, bytes: rendering.posterPage(of: view, on: paper))) }
    guard let page = style.journeyPage else { return Diagnosed(nil) }
    let made = rendering.page(of: view, page)
    return Diagnosed(OutputFile(path: path, bytes: made.value), made.diagnostics)
  }

  /// Writes every file below a folder, which is made where it is missing; gives everything that was found.
  ///
  /// Each file is written whole or not at all, and one that holds the same bytes already is left alone. Refused where
  /// pictures are asked for and librsvg's program is not there or does not take the drawing.
  public func write(below folder: String) throws(Refusal) -> Findings {
    try forEachPicture { picture throws(Refusal) in try OutputFile.write([picture], below: folder) }
    return try forEachFile { file in
      Result { () throws(Refusal) in
        if options.verifies { try verify(file) }
        try OutputFile.write([file], below: folder)
      }
    } then: { written throws(Refusal) in
      try written.get()
    }
  }

  private func verify(_ file: OutputFile) throws(Refusal) {
    let found = violations(in: file.bytes, script: rendering.script)
    guard let first = found.first else { return }
    let more = found.count > 1 ? ", and \(found.count - 1) more" : ""
    throw Refusal(
      "\"\(file.path)\" is not written: \(first)\(more)",
      help: options.pages.isEmpty
        ? "this is a mistake of Waymark; please report it with the journey" : "look at your page template first")
  }

  /// First of all, so that nothing is written where they cannot be made.
  private func forEachPicture(_ body: (OutputFile) throws(Refusal) -> Void) throws(Refusal) {
    let pictures = options.formats.compactMap { format in Picture(rawValue: format.rawValue).map { (format, $0) } }
    for view in rendering.views where !pictures.isEmpty {
      let drawing = drawing(of: view, linksPages: false)
      for (format, picture) in pictures {
        let name = name(of: view, format)
        try body(OutputFile(path: name, bytes: try picture.made(of: drawing, named: name)))
      }
    }
  }
}
