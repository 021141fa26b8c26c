import Foundation
import JourneyKit
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What an editor shows is what `waymark check` says.
@Suite struct TruthTests {
  /// Workspaces of this repository, as folders.
  static let folders = [
    "journeys", "journeys/airport", "journeys/account", "docs", "templates/starters", "Tests/Golden/diagnostics",
    "Tests/Golden/model", "Tests/Golden/format", "Tests/Golden/syntax", "Tests/Cases", "Tests/CrossEngine",
  ]

  @Test(arguments: folders) func `a folder has the same findings in the editor and on the command line`(folder: String)
    throws
  {
    let root = Golden.root.appending(path: folder).resolvingSymlinksInPath().path
    guard let sources = try? WorkspaceFiles.read([root]) else { return }
    let checked = Waymark.check(sources)
    let client = EditorClient(
      [root],
      [
        "general": ["positionEncodings": ["utf-32"]],
        "textDocument": ["publishDiagnostics": ["relatedInformation": true]],
      ])
    client.pause()
    var shown: [String] = []
    for (address, items) in client.findings {
      let path = FileAddress.path(of: address) ?? ""
      shown += items.map { item in
        let range = item["range"]
        let place = ["start", "end"].map {
          "\((range[$0]["line"].integer ?? 0) + 1):\((range[$0]["character"].integer ?? 0) + 1)"
        }
        return
          "\(path) \(place) \(item["severity"].integer ?? 0) \(item["code"].string ?? "") \(item["message"].string ?? "")"
      }
    }
    let said = checked.all.map { finding in
      let level = finding.severity == .error ? 1 : finding.severity == .warning ? 2 : 3
      let text = finding.message + (finding.help.map { "\nhelp: \($0)" } ?? "")
      guard let place = finding.place else { return "- \(level) \(finding.code) \(text)" }
      let here = FileManager.default.currentDirectoryPath
      let path = place.path.hasPrefix("/") ? place.path : "\(here)/\(place.path)"
      return
        "\(path) [\"\(place.start.line):\(place.start.column)\", \"\(place.end.line):\(place.end.column)\"] \(level) \(finding.code) \(text)"
    }
    let placed = said.filter { !$0.hasPrefix("- ") }
    #expect(placed.count + said.count { $0.hasPrefix("- ") } == shown.count)
    #expect(Set(placed).isSubset(of: Set(shown)), "\(Set(placed).subtracting(shown).sorted().prefix(3))")
  }

  @Test func `there are findings to compare`() throws {
    let root = Golden.root.appending(path: "Tests/Golden/diagnostics").path
    #expect(Waymark.check(try WorkspaceFiles.read([root])).all.count > 50)
  }
}
