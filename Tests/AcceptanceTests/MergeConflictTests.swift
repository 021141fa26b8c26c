import Foundation
import Support
import Testing

/// Two git conflict markers in a file – one finding that says so.
@Suite struct MergeConflictTests {
  @Test func `a merge that was not finished is one finding`() throws {
    let scratch = try Scratch()
    let ours = "    touchpoint sign \"Sees the sign\" channel street owner shop\n"
    let theirs = "    touchpoint board \"Reads the board\" channel street owner shop\n"
    let conflict = "<<<<<<< HEAD\n\(ours)=======\n\(theirs)>>>>>>> theirs\n"
    try scratch.write(Text.clean.replacing(ours, with: conflict), to: "coffee.journey")
    let run = try bounded("check", "coffee.journey", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.components(separatedBy: "error[").count == 2, "\(run.output)")
    #expect(run.output.contains("error[merge-conflict]"))
  }
}
