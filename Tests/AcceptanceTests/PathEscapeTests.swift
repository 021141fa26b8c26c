import Foundation
import Support
import Testing

/// Feedback `file "../../etc/passwd"`, `%2e%2e/`, absolute – error naming the root it left.
@Suite struct PathEscapeTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch.ofSurvey() }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "%2e%2e/x.csv", "private/%2E%2e/x.csv", "..\\\\x.csv", "~/x.csv",
    "private/../../x",
  ])
  func `a path that leaves the workspace is an error, and nothing is read`(path: String) throws {
    try scratch.declareSurvey(file: path)
    let run = try bounded("tally", "w", in: scratch)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.error.contains("is not below the workspace folder"))
    #expect(!run.output.contains("rows read"))
  }
}
