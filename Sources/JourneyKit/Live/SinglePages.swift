internal import JourneyRender
internal import JourneySource
package import Markup
internal import Templates

/// What one file of a rendering is, not written yet.
package enum MapContent: Sendable {
  case page(Element)
  case drawing([UInt8])
}

extension Maps {
  /// The names of all files, but those of departments' pages, which only a review knows.
  package var names: [String] {
    var names = hasIndex ? ["index.html"] : []
    if linksReview { names.append("review.html") }
    for view in rendering.views { names += [name(of: view, .html), name(of: view, .svg)] }
    return names
  }

  /// One file, made alone; nil where there is none of that name.
  ///
  /// A page links the review where there is something to review, even if that turns out too large for a page.
  package func content(named path: String) -> MapContent? {
    switch path {
    case "index.html":
      guard hasIndex, let page = style.indexPage else { return nil }
      return .page(rendering.index(page, reviewed: linksReview ? analysis.review : nil).value)
    case "review.html": return reviewPage().value.map(MapContent.page)
    case let path where path.hasSuffix(".svg"):
      guard let view = rendering.views.first(where: { name(of: $0, .svg) == path }) else { return nil }
      return .drawing(rendering.drawing(of: placed(view), linksPages: true).svg)
    default:
      if let view = rendering.views.first(where: { name(of: $0, .html) == path }), let page = style.journeyPage {
        return .page(rendering.page(of: placed(view), page).value)
      }
      guard linksReview else { return nil }
      return departmentPages(named: path).first.map { .page($0.page) }
    }
  }

  private var linksReview: Bool { rendering.linksReview && hasIndex }
}

extension Waymark {
  /// What a preview shows before there is anything to draw.
  package static var waitingPage: Element {
    Element("html", ["lang": "en"]) {
      Element("head") {
        Element("meta", ["charset": "utf-8"])
        Element("meta", ["name": "color-scheme", "content": "light dark"])
        Element("title") { "No journey yet" }
      }
      Element("body") {
        Element("main") {
          Element("h1") { "No journey yet" }
          Element("p") { "Write a journey in this folder, and its map appears here." }
        }
        Element("script", ["type": "module"], children: [.text(String(decoding: Templates.watchScript, as: UTF8.self))])
      }
    }
  }
}

extension Findings {
  /// The first error as it is printed on one line, and its help; nil without errors.
  package var firstError: (text: String, help: String?)? {
    guard let error = diagnostics.first(where: { $0.severity == .error }) else { return nil }
    var locator = Locator(files: files)
    let place = error.span.flatMap { locator.place($0) }.map { "\($0.text): " } ?? ""
    return (place + visible(error.message), error.help.map { visible($0) })
  }
}
