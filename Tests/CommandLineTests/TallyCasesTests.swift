import Foundation
import Support
import Testing

/// Exports that were read wrong without a word, as they were: `Tests/Cases`. The first of each kind.
@Suite struct TallyCasesTests {
  /// What `tally` came to in a copy of a case.
  struct Tallied {
    let run: Run
    /// The rows of the tally file: `2026-08 5 ×1`; nil where none was written.
    let rows: [String]?
    var says: String { run.output + run.error }
  }

  private func tally(_ name: String, _ arguments: String..., change: (Scratch) throws -> Void = { _ in }) throws -> Tallied {
    let scratch = try Scratch()
    try FileManager.default.removeItem(at: scratch.folder)
    try FileManager.default.copyItem(at: Golden.root.appending(path: "Tests/Cases/\(name)"), to: scratch.folder)
    try change(scratch)
    let run = try Run(["tally", "journeys"] + arguments, in: scratch.folder)
    let file = try scratch.files(below: "journeys").first { $0.key.hasSuffix(".tally.csv") }
    let rows = file.map { file in
      String(decoding: file.value, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(fields[4]) \(fields[7]) ×\(fields[8])"
      }
    }
    return Tallied(run: run, rows: rows)
  }

  @Test func `an answer that two exports hold counts once`() throws {
    let tallied = try tally("m01-overlap")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-08 2 ×1", "2026-09 5 ×1"])
    #expect(tallied.says.contains("1  the same answer is in another row, by its id"))
  }

  @Test func `five people in two exports stay five`() throws {
    let tallied = try tally("overlap-small")
    #expect(tallied.run.status == 0)
    #expect(tallied.rows == (1...5).map { "2026-08 \($0) ×1" })
    #expect(tallied.says.contains("1 cell has fewer than 10 answers"))
  }

  @Test func `of two columns named Status Qualtrics' own says what a test is`() throws {
    let tallied = try tally("m02-status-twice")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-Q3 5 ×1"])
    #expect(tallied.says.contains("1  a test of the survey"))
  }

  @Test func `a preview that looks like spam is a test`() throws {
    let tallied = try tally("m03-status-9")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-Q3 5 ×1"])
    #expect(tallied.says.contains("1  a test of the survey"))
  }
}
