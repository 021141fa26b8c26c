import Foundation
import JourneyModel
import JourneyRender
import JourneySource
import Support
import Testing

@testable import JourneyKit

/// What is worked out for several outputs is worked out once.
@Suite struct AnalysisTests {
  private static let hasLibrsvg = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert")
  }

  private static func workspace() throws -> WorkspaceFiles {
    try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path])
  }

  @Test func `a map is placed once for all its formats, and a journey ranked once`() throws {
    let scratch = try Scratch()
    var options = RenderOptions()
    options.formats = Self.hasLibrsvg ? RenderOptions.Format.allCases : [.html, .svg]
    let maps = try Waymark.render(try Self.workspace(), options)
    let journeys = maps.rendering.views.count
    #expect(journeys == 3)
    _ = try maps.write(below: scratch.url("out").path)
    // The index, the review and the pages all show the same order.
    #expect(maps.analysis.work.layouts == journeys && maps.analysis.work.rankings == journeys)
    _ = maps.analysis.review
    #expect(maps.analysis.work.rankings == journeys)
  }

  @Test(arguments: [1, 5])
  func `however many journeys there are, each is placed once`(count: Int) throws {
    let files = (0..<count).map { number in
      (path: "\(number).journey", text: Text.clean.replacing("coffee", with: "coffee-\(number)"))
    }
    let maps = try Waymark.render(WorkspaceFiles(files))
    var names: [String] = []
    _ = maps.forEachFile { names.append($0.path) }
    #expect(maps.analysis.work.layouts == count && maps.analysis.work.rankings == count)
    let pages = (0..<count).flatMap { ["coffee-\($0).svg", "coffee-\($0).html"] }
    #expect(names == ["index.html"] + pages)
  }

  @Test func `a poster is laid out once for its page and its pictures`() throws {
    var options = RenderOptions()
    options.poster = .a1
    options.journey = "airport"
    let maps = try Waymark.render(try Self.workspace(), options)
    _ = maps.forEachFile { _ in }
    #expect(maps.analysis.work.layouts == 1)
  }

  @Test func `only what changed is parsed again`() throws {
    let cache = TreeCache()
    func titles(_ texts: String...) -> [String] {
      let files = texts.enumerated().map { (path: "\($0).journey", text: $1) }
      return JourneyAnalysis(WorkspaceFiles(files), trees: cache).model.value.journeys.map(\.title)
    }
    let second = Text.clean.replacing("coffee", with: "tea")
    #expect(titles(Text.clean, second) == ["Buying a coffee", "Buying a tea"])
    #expect(cache.parsed == 2)
    #expect(titles(Text.clean, second) == ["Buying a coffee", "Buying a tea"])
    #expect(cache.parsed == 2)
    #expect(titles(Text.clean, second.replacing("Buying", with: "Making")) == ["Buying a coffee", "Making a tea"])
    #expect(cache.parsed == 3)
    // The same text as another file has other places.
    #expect(titles(second) == ["Buying a tea"] && cache.parsed == 4)
  }

  @Test func `results stand in the order of the values, however they are spread`() {
    for (count, cost) in [(0, 0), (1, 100), (2, 40_000), (5, 100_000), (100, 100), (3, 10)] {
      let values = Array(0..<count)
      #expect(mapConcurrently(values[...], costing: cost) { $0 * 2 } == values.map { $0 * 2 })
    }
  }
}
