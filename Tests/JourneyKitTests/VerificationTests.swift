import Foundation
import JourneyRender
import Markup
import Support
import Templates
import Testing

@testable import JourneyKit

/// Everything that is made of the repository's own workspace keeps what is promised of output (`docs/safety.md`).
@Suite struct VerificationTests {
  private let sources: WorkspaceFiles

  init() throws { sources = try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path]) }

  private func expectNone(_ file: OutputFile, script: String = "") {
    guard [".html", ".svg"].contains(where: file.path.hasSuffix) else { return }
    let found = violations(in: file.bytes, script: script)
    #expect(found.isEmpty, "\(file.path): \(found.prefix(3))")
  }

  @Test(arguments: [nil, PosterSize.a0, .a1]) func `maps, pages and posters`(poster: PosterSize?) throws {
    var options = RenderOptions()
    options.poster = poster
    let maps = try Waymark.render(sources, options)
    var count = 0
    _ = maps.forEachFile { file in
      expectNone(file, script: maps.rendering.script)
      count += 1
    }
    #expect(count >= 6)
  }

  @Test func `the review and what a workshop prints`() throws {
    let review = try Waymark.review(sources)
    try expectNone(OutputFile(path: "review.html", bytes: Array(review.printed(as: .html).utf8)))
    let files = try review.pack(tiles: PosterTiles.allCases)
    #expect(files.count > 20)
    let slides = String(decoding: Templates.slides, as: UTF8.self)
    for file in files { expectNone(file, script: file.path.hasSuffix("-slides.html") ? slides : "") }
  }
}
