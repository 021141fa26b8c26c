import Foundation
import Support
import Testing

@testable import JourneyKit

@Suite struct UnifiedDiffTests {
  @Test func `a changed line stands in its context`() {
    let old = (1...12).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 5\n", with: "line five\n").replacing("line 12\n", with: "")
    let expected = """
      --- a.journey
      +++ a.journey
      @@ -2,11 +2,10 @@
       line 2
       line 3
       line 4
      -line 5
      +line five
       line 6
       line 7
       line 8
       line 9
       line 10
       line 11
      -line 12

      """
    #expect(Self.diff(old, new) == expected)
  }

  @Test func `equal texts have no difference`() { #expect(Self.diff("a\n", "a\n").isEmpty) }

  @Test func `a missing end of the last line is said`() {
    #expect(Self.diff("a", "a\n").hasSuffix("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"))
  }

  @Test func `patch makes the new text of any diff`() throws {
    let patch = URL(filePath: "/usr/bin/patch")
    try #require(FileManager.default.isExecutableFile(atPath: patch.path), "patch is not installed")
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<40 {
      let old = (0..<next(30)).map { _ in "\(next(5))\n" }
      let new = next(2) == 0 ? (0..<next(30)).map { _ in "\(next(5))\n" } : old.filter { _ in next(4) > 0 }
      guard old != new, !old.isEmpty, !new.isEmpty else { continue }
      let file = folder.appending(path: "a.journey")
      try Data(old.joined().utf8).write(to: file)
      try Data(Self.diff(old.joined(), new.joined()).utf8).write(to: folder.appending(path: "a.diff"))
      let process = Process()
      process.executableURL = patch
      process.arguments = ["-s", "--no-backup-if-mismatch", "a.journey", "a.diff"]
      process.currentDirectoryURL = folder
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try String(contentsOf: file, encoding: .utf8) == new.joined())
    }
  }

  static func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(
      from: Array(old.utf8), to: Array(new.utf8), path: "a.journey", paint: TerminalPaint(isOn: false),
      isForPeople: false
    ).text
  }
}
