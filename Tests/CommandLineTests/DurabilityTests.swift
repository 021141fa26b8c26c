import Foundation
import Support
import Testing

/// `safety.md`, row 24: whatever happens during a write, a file is the old one or the new one, and one is told.
@Suite struct DurabilityTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A workspace of untidy files, and what `fmt` makes of each.
  private func untidy(_ count: Int) throws -> (before: [String: Data], after: [String: Data]) {
    for index in 0..<count {
      let text = Text.untidy.replacing("journey coffee", with: "journey coffee-\(index)")
      try scratch.write(text, to: "w/\(index).journey")
      try scratch.write(text, to: "tidy/\(index).journey")
    }
    let before = try scratch.files(below: "w")
    try Run("fmt", "tidy", in: scratch.folder)
    return (before, try scratch.files(below: "tidy"))
  }

  private func journeys(below folder: String) throws -> [String: Data] {
    try scratch.files(below: folder).filter { $0.key.hasSuffix(".journey") }
  }

  @Test func `fmt killed at any moment leaves each file old or new, and the next run ends the work`() throws {
    let (before, after) = try untidy(60)
    for milliseconds in [2, 4, 6, 8, 10, 15, 20, 30, 50, 80] {
      try Run(shell: "timeout -s KILL 0.\(String(milliseconds + 1000).dropFirst()) '\(Run.program.path)' fmt w", in: scratch.folder)
      for (name, bytes) in try journeys(below: "w") {
        #expect(bytes == before[name] || bytes == after[name], "\(name) after \(milliseconds) ms")
      }
    }
    #expect(try Run("fmt", "w", in: scratch.folder).status == 0)
    #expect(try journeys(below: "w") == after)
    #expect(try Run("check", "w", in: scratch.folder).status == 0, "what was left beside is not read")
  }

  @Test func `render killed at any moment leaves each file whole`() throws {
    try Run("init", "w", "--template", "saas", in: scratch.folder)
    try Run("render", "w", "--out", "whole", in: scratch.folder)
    let whole = try scratch.files(below: "whole")
    for milliseconds in [20, 60, 100, 140, 180, 220, 260, 300, 350, 400] {
      try Run(
        shell: "timeout -s KILL 0.\(milliseconds < 100 ? "0" : "")\(milliseconds) '\(Run.program.path)' render w --out out", in: scratch.folder)
      for (name, bytes) in try scratch.files(below: "out") where !name.hasPrefix(".waymark-") {
        #expect(bytes == whole[name], "\(name) after \(milliseconds) ms")
      }
    }
  }

  @Test func `two runs at once on one workspace write what one would`() throws {
    let (_, after) = try untidy(60)
    let fmt = try Run(shell: "waymark fmt w & waymark fmt w; one=$?; wait $! && exit $one", in: scratch.folder)
    #expect(fmt.status == 0, "\(fmt.error)")
    #expect(try scratch.files(below: "w") == after)
    try Run("render", "w", "--out", "one", in: scratch.folder)
    let render = try Run(
      shell: "waymark render w --out two & waymark render w --out two; one=$?; wait $! && exit $one", in: scratch.folder)
    #expect(render.status == 0, "\(render.error)")
    #expect(try scratch.files(below: "two") == scratch.files(below: "one"))
  }

  @Test func `a full disk leaves the old file and says so`() throws {
    let (before, _) = try untidy(3)
    // A file may not grow beyond nothing, as on a disk without room.
    let run = try Run(shell: "(trap '' XFSZ; ulimit -f 0; waymark fmt w) 2>&1 | cat", in: scratch.folder)
    #expect(run.output.contains("cannot write \"w/0.journey\""), "\(run.output)")
    #expect(try scratch.files(below: "w") == before)
  }

  /// Mounting needs root, and a machine that lets it.
  private static let mounts = (try? Run(shell: "unshare -m mount -t tmpfs tmpfs /mnt", in: Golden.root))?.status == 0

  @Test(.enabled(if: mounts, "a small disk can be mounted by root only"))
  func `a map that does not fit on a small disk leaves the old one`() throws {
    try Run("init", "w", "--template", "saas", in: scratch.folder)
    let run = try Run(
      shell: """
        mkdir out; cat >inside <<END
        mount -t tmpfs -o size=16k tmpfs out && echo old >out/index.html
        '\(Run.program.path)' render w --out out --format html 2>&1; echo "status \\$?"; ls -A out; cat out/index.html
        END
        unshare -m sh inside
        """, in: scratch.folder)
    #expect(run.output.contains("the disk is full") && run.output.contains("status 2"), "\(run.output)\(run.error)")
    #expect(run.output.hasSuffix("index.html\nold\n"), "\(run.output)")
  }

  /// What makes root nobody, who may not write everywhere.
  private static let nobody = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups" : ""
  private static let nobodyRuns =
    (try? Run(shell: "\(nobody) '\(Run.program.path)' --version", in: Golden.root))?.status == 0

  @Test(.enabled(if: nobodyRuns, "the program lies where only its builder may run it"))
  func `a folder that may not be written is named, and nothing in it changes`() throws {
    let (before, _) = try untidy(2)
    let run = try Run(
      shell: "chmod 555 . w; \(Self.nobody) '\(Run.program.path)' fmt w 2>&1; s=$?; chmod 755 . w; exit $s", in: scratch.folder)
    #expect(run.output.contains("cannot write \"w/0.journey\": permission denied") && run.status == 2, "\(run.output)")
    #expect(try scratch.files(below: "w") == before)
  }
}
