import Foundation
import Support
import Testing

@testable import JourneyKit

/// Wherever a time is shown, the cases still open are named: 33 of 177 at the courier of the complaint.
@Suite struct OpenCasesTests {
  private let named = "33 of 177 still open"
  private let sources: WorkspaceFiles

  init() throws { sources = try WorkspaceFiles.read([Golden.root.appending(path: "journeys/complaint").path]) }

  @Test(arguments: ReviewFormat.allCases)
  func `a review names open cases`(format: ReviewFormat) throws {
    let printed = try Waymark.review(sources).printed(as: format)
    switch format {
    case .json: #expect(printed.contains("\"open\": 33"))
    case .csv:
      let rows = printed.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let place = try #require(rows.first?.firstIndex(of: "resolution_open"))
      #expect(rows.first { $0[1] == "trace" }?[place] == "33")
    case .text, .md, .html:
      #expect(printed.replacing(/\s+/, with: " ").contains(named))
    }
  }

  @Test(arguments: [nil, PosterSize.a0])
  func `maps, panels, tables and posters name open cases`(poster: PosterSize?) throws {
    var options = RenderOptions()
    options.poster = poster
    var count: [String: Int] = [:]
    _ = try Waymark.render(sources, options).forEachFile { file in
      count[file.path] = String(decoding: file.bytes, as: UTF8.self).split(separator: named).count - 1
    }
    // In the map's lane and its tooltip; beside it in the page's table and panel.
    if poster == nil {
      #expect(try #require(count["complaint.svg"]) >= 2)
      #expect(try #require(count["complaint.html"]) >= 4)
    } else {
      #expect(count.contains { $0.key.contains("complaint") && $0.value > 0 })
    }
  }

  @Test func `slides and the poster of a workshop name open cases`() throws {
    let files = try Waymark.review(sources).pack(tiles: PosterTiles.allCases)
    let naming = files.filter { String(decoding: $0.bytes, as: UTF8.self).contains(named) }.map(\.path)
    for kind in ["slides", "poster"] { #expect(naming.contains { $0.contains(kind) }, "\(kind): \(naming)") }
  }
}
