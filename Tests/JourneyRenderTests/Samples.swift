import Foundation
import JourneyMetrics
import JourneyModel
import JourneyRender
import JourneyReview
import JourneySource
import JourneySyntax
import Markup
import Support
import Templates
import Testing

/// The way from texts to a rendering, without the files that `JourneyKit` reads.
struct Sample {
  let rendering: Rendering

  init(_ journeys: [String], tallies: [String] = [], theme: Theme = .plain) {
    let trees = journeys.enumerated().map { parse(Array($1.utf8), file: FileID($0)).value }
    let workspace = resolve(trees).value
    let tallies = tallies.map { parseTally(Array($0.utf8), file: FileID(journeys.count)).value }
    let annotated = score(workspace, tallies).value
    rendering = Rendering(
      annotated, journeys: workspace.journeys.indices.map { Journey.ID($0) },
      rankings: annotated.journeys.map { rank($0, in: workspace) }, theme: theme, script: Self.script)
  }

  /// The text of a journey, then any number of tallies, each after a line `--- tally`.
  init(parts text: String) {
    let parts = text.components(separatedBy: "--- tally\n")
    self.init([parts[0]], tallies: Array(parts.dropFirst()))
  }

  static let script = String(decoding: Templates.script, as: UTF8.self)

  var maps: [String] {
    rendering.views.map {
      String(decoding: rendering.drawing(of: rendering.placed($0), linksPages: false).svg, as: UTF8.self)
    }
  }

  func pages() throws -> [String] {
    let template = try #require(Self.template(.journey))
    return rendering.views.map {
      String(decoding: html(rendering.page(of: rendering.placed($0), template).value), as: UTF8.self)
    }
  }

  func index() throws -> String {
    String(decoding: html(rendering.index(try #require(Self.template(.index))).value), as: UTF8.self)
  }

  private static func template(_ kind: PageTemplate.PageKind) -> PageTemplate? {
    PageTemplate.parse(Templates.page(named: kind.rawValue) ?? [], as: kind, file: FileID(0)).value
  }

  /// The workspace that comes with the repository.
  static let repository: Sample = {
    let folder = Golden.root.appending(path: "journeys")
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    func texts(_ suffix: String) -> [String] {
      paths.filter { $0.hasSuffix(suffix) }
        .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }
    return Sample(texts(".journey"), tallies: texts(".tally.csv"))
  }()
}

extension Theme {
  static let plain = Theme.parse(Templates.themes.first?.bytes ?? [], file: FileID(0), over: nil).value
}
