import Foundation
import JourneySource
import Testing

@testable import JourneyKit

@Suite struct LimitTests {
  private static let hostile = [
    "journey a \"A\" " + String(repeating: "{ phase p \"P\" ", count: 20_000),
    "journey a \"A\" {" + String(repeating: "phase p \"P\" { touchpoint t \"T\" { ", count: 10_000),
    String(repeating: "}", count: 20_000), String(repeating: "zzz ", count: 20_000),
    String(repeating: "journey a \"A\" {}\n", count: 5_000),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: hostile.indices)
  func `a file of mistakes gives a thousand findings, however long its lines are`(index: Int) {
    let findings = Waymark.check(WorkspaceFiles([("x.journey", Self.hostile[index])]))
    #expect(findings.diagnostics.count <= 1_000)
    #expect(findings.fail(strict: false))
    #expect(findings.printed(as: .short).utf8.count < 1 << 20)
  }

  @Test func `of too many findings the gravest are kept, in order, and the rest is counted`() {
    let file = SourceFile(path: "a.journey", bytes: [UInt8](repeating: 0x20, count: 5_000))
    let many = (0..<3_000).map { place in
      Diagnostic(Sample.rule("r", place % 3 == 0 ? .error : .note), at: Span(FileID(0), place, place), "m")
    }
    let findings = Findings(many + [Diagnostic(Sample.rule("w", .warning), at: Span(FileID(1), 0, 0), "m")], in: [file])
    #expect(findings.errors == 1_000)
    #expect(findings.warnings == 1)
    #expect(findings.notes == 0)
    #expect(findings.omitted == 2_000)
    #expect(findings.summary == "1000 errors and 1 warning in 1 file; 2000 more are not shown")
  }

  @Test(arguments: [(998, false), (1_000, true), (1_001, true), (3_000, true)])
  func `a file that is not read to its end has at least so many errors`(lines: Int, isCut: Bool) {
    let text = "journey a \"A\" {\n" + String(repeating: "  blah\n", count: lines) + "}\n"
    let summary = Waymark.check(WorkspaceFiles([("x.journey", text)])).withoutNotes.summary
    #expect(summary.hasPrefix("at least 1000 errors") == isCut && !summary.contains("not shown"), "\(summary)")
  }

  @Test func `of a workspace with too many touchpoints one error is said, where they begin, and nothing is made`()
    throws
  {
    let touchpoints = String(repeating: "    touchpoint \"T\"\n", count: 60_000)
    let files = ["a", "b", "c"].map { name in
      (path: "\(name).journey", text: "journey \(name) {\n  phase \"P\" {\n\(touchpoints)  }\n}\n")
    }
    let sources = WorkspaceFiles(files)
    let findings = Waymark.check(sources)
    #expect(findings.printed(as: .short).hasPrefix("b.journey:40003:5: error[too-many-touchpoints]"))
    #expect(findings.diagnostics.count == 1)
    #expect(throws: WaymarkError.self) { _ = try Waymark.render(sources) }
    #expect(throws: WaymarkError.self) { _ = try Waymark.review(sources) }
    #expect(throws: WaymarkError.self) { _ = try Waymark.tally(sources) }
    #expect(!Waymark.check(WorkspaceFiles(Array(files.prefix(1)))).printed(as: .short).contains("too-many-touchpoints"))
  }

  @Test func `a journey of too many touchpoints is an error, and the others are drawn without links to it`() throws {
    let touchpoints = String(repeating: "    touchpoint \"T\"\n", count: 20_001)
    let wide = (path: "a.journey", text: "journey wide {\n  phase \"P\" {\n\(touchpoints)  }\n}\n")
    let other = (path: "b.journey", text: "journey b { phase \"P\" { touchpoint t \"T\" opens wide } }\n")
    let maps = try Waymark.render(WorkspaceFiles([wide, other]))
    #expect(maps.findings.errors == 1)
    #expect(maps.findings.printed(as: .short).contains("a.journey:1:9: error[map-too-wide]: this journey has 20001"))
    var files: [String: String] = [:]
    _ = try maps.forEachFile { file throws(WaymarkError) in
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    #expect(files.keys.sorted() == ["b.html", "b.svg", "index.html"])
    #expect(files.values.allSatisfy { !$0.contains("wide.html") })
  }

  @Test func `the page of a workspace lists the blind spots that matter most, and counts the rest`() throws {
    let touchpoints = (0..<80).map { "touchpoint t\($0) \"T\($0)\" owner shop importance \($0 == 79 ? 5 : 2)\n" }
    let files = ["a", "b"].map { name in
      (path: "\(name).journey", text: "journey \(name) { phase \"P\" {\n\(touchpoints.joined())} }\n")
    }
    let maps = try Waymark.render(WorkspaceFiles(files + [(path: "c.journey", text: "department shop \"Shop\"\n")]))
    var index = ""
    _ = try maps.forEachFile { file throws(WaymarkError) in
      if file.path == "index.html" { index = String(decoding: file.bytes, as: UTF8.self) }
    }
    let spots = index.components(separatedBy: "<section id=\"").first { $0.hasPrefix("blind-spots") } ?? ""
    let titles = spots.matches(of: /">(T\d+)<\/a>/).map { String($0.output.1) }
    #expect(titles.count == 100)
    #expect(titles.prefix(4) == ["T79", "T79", "T0", "T1"])
    #expect(spots.contains("<p>And 60 more, on the pages of the journeys.</p>"))
    #expect(index.components(separatedBy: "60 more").count == 3, "the department's touchpoints too")
  }

  @Test func `a message leaves out the middle of what it quotes`() throws {
    let title = String(repeating: "e\u{301}", count: 20_000)
    let text = """
      journey a "A" { phase p "P" {
        touchpoint t "\(title)" channel web
        touchpoint u "U" channel web owner d
      } }

      """
    let findings = Waymark.check(WorkspaceFiles([("x.journey", text)])).diagnostics
    let message = try #require(findings.first { $0.rule.code == "missing-owner" }?.message)
    #expect(message.unicodeScalars.count == 1_001)
    #expect(message.hasPrefix("\"e\u{301}") && message.contains("…") && message.hasSuffix("\" has no owner"))
  }

  @Test func `only the first of journeys with one name is drawn`() throws {
    let journey = "journey a \"A\" { phase p \"P\" { touchpoint t \"T\" } }\n"
    let maps = try Waymark.render(WorkspaceFiles([("x.journey", journey + journey)]))
    var files: [String] = []
    _ = try maps.forEachFile { file throws(WaymarkError) in files.append(file.path) }
    #expect(files == ["index.html", "a.svg", "a.html"])
  }

  @Test func `a journey's name is no longer than a file's may be`() throws {
    let long = String(repeating: "a", count: 300)
    let named = Waymark.check(WorkspaceFiles([("x.journey", "journey \(long) \"A\" {}\n")]))
    #expect(named.errors == 1)
    let titled = try Waymark.render(WorkspaceFiles([("x.journey", "journey \"\(long)\" {}\n")]))
    _ = try titled.forEachFile { file throws(WaymarkError) in #expect(file.path.utf8.count < 255) }
  }

  @Test(arguments: ["\\u{202E}", "\\u{7}", "\\u{9B}", "\\u{2066}"])
  func `an escape hides nothing`(escape: String) {
    let findings = Waymark.check(WorkspaceFiles([("x.journey", "journey a \"A\(escape)\" {}\n")]))
    #expect(findings.errors == 1)
  }
}
