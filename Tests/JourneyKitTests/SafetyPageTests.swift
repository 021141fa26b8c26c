import Foundation
import JourneySource
import JourneyPreview
import LanguageServer
import Support
import Testing
import Workbook

@testable import JourneyFeedback
@testable import JourneyKit
@testable import JourneyModel
@testable import Markup

/// `docs/safety.md` says every limit as it is.
@Suite struct SafetyPageTests {
  private let page: String

  init() throws {
    page = try String(contentsOf: Golden.root.appending(path: "docs/safety.md"), encoding: .utf8)
  }

  private static let limits: [(what: String, most: Int)] = [
    ("files of a workspace", JourneySource.Limits.files),
    ("bytes of all files of a workspace", JourneySource.Limits.workspace),
    ("bytes of a journey or tally file", JourneySource.Limits.file),
    ("folders within folders", JourneySource.Limits.folders),
    ("bytes of a text in quotes", JourneySource.Limits.string), ("bytes of a name", JourneySource.Limits.name),
    ("blocks inside blocks", JourneySource.Limits.depth),
    ("touchpoints of a workspace", JourneySource.Limits.touchpoints),
    ("touchpoints of a map", JourneySource.Limits.map), ("arrows of a workspace", JourneySource.Limits.arrows),
    ("arrows of a map", JourneySource.Limits.mapArrows),
    ("feelings of a map, its touchpoints times the personas who feel differently", JourneySource.Limits.mapFeelings),
    ("touchpoints and crossings of the page of a review", JourneySource.Limits.review),
    ("departments that each have a page", JourneySource.Limits.departmentPages),
    ("touchpoints of a persona's card, beside others", JourneySource.Limits.card),
    ("touchpoints of such cards together, at least one of each", JourneySource.Limits.cards),
    ("lines and facts of a file, without comments", JourneySource.Limits.nodes),
    ("findings of a file", JourneySource.Limits.findings),
    (
      "cells of all tallies of a workspace, each of one feedback, place, metric, period and segment",
      JourneySource.Limits.cells
    ),
    ("answers about parts of a journey that may be key drivers", JourneySource.Limits.drivers),
    ("counters of pairs of answers for key drivers", JourneySource.Limits.pairs),
    (
      "answers of clusters in one tally, each of one cluster, place, period and answer",
      JourneySource.Limits.clusters
    ),
    ("characters of a message", JourneySource.Limits.message),
    ("bytes of a theme or of votes", JourneySource.Limits.style), ("bytes of a row of an export", RowReader.longestRow),
    ("parts of a workbook", WorkbookLimits.parts), ("bytes of a part of a workbook, unpacked", WorkbookLimits.part),
    ("bytes of a sheet of a workbook, unpacked", WorkbookLimits.sheet),
    ("unpacked bytes of a part of a workbook, for each packed one", WorkbookLimits.ratio),
    ("bytes of a sheet, written as CSV", WorkbookStream.longest),
    ("rows of a sheet", WorkbookLimits.rows), ("columns of a sheet", WorkbookLimits.columns),
    ("bytes of a page template", MarkupLimits.template),
    ("elements inside elements of a template", MarkupLimits.depth),
    ("bytes of an expression of a template", MarkupLimits.expression),
    ("bytes that an expression gives as text", MarkupLimits.text),
    ("parentheses and brackets inside each other in an expression", MarkupLimits.expressionDepth),
    ("steps of a page's expressions together", MarkupLimits.work),
    ("nodes that a template makes of a page", MarkupLimits.nodes),
    ("bytes that a template makes of a page, without what Waymark draws", MarkupLimits.page),
    ("pages that each may take these three as a whole; of more in one run each takes less", MarkupLimits.fullPages),
    ("shapes that a logo draws, once all that is used again is drawn", PictureCost.most),
    ("bytes of a picture in a journey", RasterImage.largest),
    ("bytes of all pictures of a page", RasterImage.largestOnPage),
    ("bytes of all pictures of all pages", RasterImage.largestInWorkspace),
    ("pixels of a picture's longer side", RasterImage.longestSide), ("pixels of a picture", RasterImage.mostPixels),
    ("bytes that a compressed export unpacks to, for each of its own, beyond 64 MiB", GunzipStream.mostUnpacked),
    ("journeys that are drawn in one run", JourneySource.Limits.pages),
    (
      "those cells, times the segments whose figures pages have beside those of all customers",
      JourneySource.Limits.segmentCells
    ),
    ("attributes of a tag of a template", MarkupLimits.attributes),
    ("prefixes declared where an element of a template is", MarkupLimits.prefixes),
    ("problems of a template", MarkupLimits.problems),
    ("pixels of a PNG's longer side", Int(Picture.mostPixels)),
    ("bytes of the header of an editor's message", LanguageLimits.header),
    ("bytes of an editor's message", LanguageLimits.message),
    ("objects and lists inside each other in an editor's message", LanguageLimits.depth),
    ("values of an editor's message", LanguageLimits.values),
    ("connections to a preview", PreviewLimits.connections),
    ("tabs that hear of news at once", PreviewLimits.listeners),
    ("bytes of the header of a browser's request", PreviewLimits.header),
    ("seconds until a browser's request must be there", PreviewLimits.seconds),
    ("bytes of the body of a browser's request", PreviewLimits.body),
    ("characters of the secret in a preview's link", PreviewLimits.secret),
    ("older pages of which a preview can say what changed", PreviewLimits.olderPages),
  ]

  /// `100,000`, or `64 KiB` where that is as exact and said of bytes.
  private static func written(_ number: Int, bytes: Bool) -> [String] {
    var digits = String(number)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    let sizes = [(20, "MiB"), (10, "KiB")].filter { bytes && number % (1 << $0.0) == 0 }.map {
      "\(number >> $0.0) \($0.1)"
    }
    return [digits + grouped] + sizes
  }

  @Test func `every limit stands in the table, and no other`() {
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| what ") }
    #expect(rows.count == Self.limits.count)
    for limit in Self.limits {
      let forms = Self.written(limit.most, bytes: limit.what.hasPrefix("bytes"))
      #expect(
        rows.contains { row in forms.contains { row.hasPrefix("| \(limit.what) | \($0) |") } },
        "\(limit.what): \(forms)")
    }
  }

  @Test func `every code in it is a finding`() {
    let codes = page.matches(of: /\| `([a-z-]+)`/).map { String($0.output.1) }
    #expect(codes.count > 10)
    for code in Set(codes) { #expect(throws: Never.self) { _ = try Waymark.explain(code) } }
  }
}
