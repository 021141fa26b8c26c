import Foundation
import Support
import Testing

/// Row 6: feedback `file "../../etc/passwd"`, `%2e%2e/`, absolute – error naming the root it left.
@Suite struct Row06Paths {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Survey.journey(file: "private/x.csv"), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/x.csv")
  }

  private func declare(_ facts: String = "", file: String = "private/x.csv") throws {
    try scratch.write(Survey.journey(file: file, facts), to: "w/help.journey")
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "%2e%2e/x.csv", "private/%2E%2e/x.csv", "..\\\\x.csv", "~/x.csv",
    "private/../../x",
  ])
  func `a path that leaves the workspace is an error, and nothing is read`(path: String) throws {
    try declare(file: path)
    let run = try bounded("tally", "w", in: scratch)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.error.contains("is not below the workspace folder"))
    #expect(!run.output.contains("rows read"))
  }
}
