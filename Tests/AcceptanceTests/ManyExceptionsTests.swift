import Foundation
import Support
import Testing

/// A file of nothing but lines about findings, each of which would look at all others.
@Suite struct ManyExceptionsTests {
  private static let count = 30_000

  @Test(arguments: [
    ("", "    ignore missing-owner because \"x\"\n", 1), ("    ignore missing-owner because \"x\"\n", "", 1),
    ("    ignore missing-owner because \"x\"\n", "    ignore missing-owner because \"x\"\n", 1),
    ("", "    ignore nothing-NUMBER because \"x\"\n", 1), ("", "    ignore missing-owner because \"x\"\n", 4),
  ])
  func `many lines about findings take no longer than other lines`(
    lines: (journey: String, touchpoint: String, repeated: Int)
  ) throws {
    let scratch = try Scratch()
    var text = "department d \"D\"\njourney j \"J\" {\n"
    if !lines.journey.isEmpty { text += String(repeating: lines.journey, count: Self.count) }
    text += "  phase p \"P\" {\n    touchpoint first \"First\" owner d\n"
    for number in 0..<(Self.count / 10) {
      let own = String(repeating: lines.touchpoint, count: lines.repeated).replacing("NUMBER", with: "\(number)")
      text += "    touchpoint t\(number) \"T\(number)\" {\n      feels +1\n\(own)    }\n"
    }
    try scratch.write(text + "  }\n}\n", to: "w/j.journey")
    let run = try bounded("check", "w", "--format", "short", in: scratch)
    #expect(run.status < 2, "\(run.error)")
    try bounded("check", "w", "--baseline", "known.csv", "--write-baseline", in: scratch)
    try bounded("check", "w", "--baseline", "known.csv", in: scratch)
  }
}
