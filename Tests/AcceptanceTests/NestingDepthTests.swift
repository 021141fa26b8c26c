import Foundation
import JourneySource
import JourneySyntax
import Support
import Synchronization
import Testing

/// 100,000 nested braces, on any thread – depth error.
@Suite struct NestingDepthTests {
  static let texts = [
    "braces": String(repeating: "{", count: 100_000),
    "touchpoints": "journey a \"A\" { phase p \"P\" " + String(repeating: "{ touchpoint t \"T\" ", count: 100_000),
    "facts": "journey a \"A\" { phase p \"P\" { touchpoint t \"T\" "
      + String(repeating: "{ pain \"P\" ", count: 100_000),
    "feedbacks": "feedback f \"F\" " + String(repeating: "{ answer csat \"A\" ", count: 100_000),
  ]
  /// A `journey` or `phase` closes the blocks that are open, so these are never deep.
  static let closing = [
    "journeys": String(repeating: "journey a { ", count: 100_000),
    "phases": "journey a \"A\" " + String(repeating: "{ phase p \"P\" ", count: 100_000),
  ]

  @Test(arguments: texts.keys.sorted()) func `so many braces are too deep, and nothing worse`(kind: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.texts[kind] ?? "", to: "x.journey")
    let run = try bounded("check", "x.journey", "--format", "short", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("error[too-deep]"), "\(run.output.prefix(500))")
    try expectErrors(of: scratch)
  }

  @Test(arguments: closing.keys.sorted())
  func `what cannot nest is found unclosed`(kind: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.closing[kind] ?? "", to: "x.journey")
    let run = try bounded("check", "x.journey", in: scratch)
    #expect(run.output.hasPrefix("error[too-many-errors]") && run.output.contains("error[unclosed-block]"))
    try expectErrors(of: scratch)
  }

  private func expectErrors(of scratch: Scratch) throws {
    #expect(try bounded("fmt", "x.journey", in: scratch).status == 1)
    #expect(try bounded("render", "x.journey", "--out", "out", in: scratch).status == 1)
    #expect(try bounded("review", "x.journey", in: scratch).status == 1)
  }

  @Test func `a thread with a small stack reads them, too`() throws {
    let texts = Self.texts.values.sorted()
    let codes = Mutex<[Set<String>]>([])
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for text in texts {
        let found = Set(parse(Array(text.utf8), file: FileID(0)).diagnostics.map(\.rule.code))
        codes.withLock { $0.append(found) }
      }
      done.signal()
    }
    // Half as much, what a thread of macOS gets, is enough for a release build; the frames of a debug build are larger.
    // The sanitizers make frames several times as large.
    thread.stackSize = Run.isSanitized ? 8 << 20 : 1 << 20
    thread.start()
    done.wait()
    #expect(codes.withLock { $0 }.filter { $0.contains("too-deep") }.count == texts.count)
  }
}
