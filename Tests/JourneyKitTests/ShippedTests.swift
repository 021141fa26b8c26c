import Foundation
import FoundationXML
import Support
import Testing

@testable import JourneyKit

/// What comes with Waymark is what it asks of others.
@Suite struct ShippedTests {
  static let journeys = folders(in: "journeys").map { "journeys/\($0)" }
  static let starters = Golden.cases(in: "../../templates/starters").map(\.url.lastPathComponent)
    .map { "templates/starters/\($0)" }

  private static func folders(in path: String) -> [String] {
    let root = Golden.root.appending(path: path)
    return ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).filter {
      (try? root.appending(path: $0).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
    }.sorted()
  }

  @Test func `there is something to look at`() {
    #expect(Self.journeys.count >= 3)
    #expect(Self.starters.count >= 4)
  }

  @Test(arguments: journeys + starters + ["journeys"])
  func `it has no errors, and starters not even warnings`(path: String) throws {
    let findings = Waymark.check(try sources(path))
    #expect(!findings.fail(strict: path.hasPrefix("templates")), "\(findings.printed(as: .text))")
  }

  @Test(arguments: journeys + starters)
  func `it is in the one style`(path: String) throws {
    let formatting = Waymark.format(try sources(path))
    #expect(!formatting.files.isEmpty)
    for file in formatting.files {
      #expect(!file.isChanged, "\(file.diff(colour: false, isForPeople: true))")
      #expect(Waymark.format(WorkspaceFiles([(file.path, file.text)])).files.first?.text == file.text)
    }
  }

  @Test(arguments: journeys + starters + ["journeys"])
  func `its maps are well-formed, and the same twice`(path: String) throws {
    let first = try draw(path)
    let names = first.map(\.path)
    #expect(names.contains("index.html") && names.contains { $0.hasSuffix(".svg") })
    #expect(try draw(path) == first)
    for file in first {
      let parser = XMLParser(data: Data(file.bytes))
      #expect(parser.parse(), "\(file.path): \(parser.parserError.map { "\($0)" } ?? "")")
    }
  }

  private func sources(_ path: String) throws -> WorkspaceFiles {
    try WorkspaceFiles.read([Golden.root.appending(path: path).path])
  }

  private func draw(_ path: String) throws -> [OutputFile] {
    var files: [OutputFile] = []
    let findings = try Waymark.render(try sources(path)).forEachFile { files.append($0) }
    #expect(findings.errors == 0, "\(findings.withoutNotes.printed(as: .text))")
    return files
  }
}
