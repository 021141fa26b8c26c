import Foundation
import Support
import Testing

/// A symlink out, a FIFO, `/dev/zero` as feedback file – error, no read, no block.
@Suite struct ExportFileKindTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch.ofSurvey() }

  @Test(arguments: ["private/x.csv", "private/*.csv"])
  func `a link out of the folder is refused and not read`(pattern: String) throws {
    try scratch.declareSurvey(file: pattern)
    try scratch.write("date,q\n2026-04-03,5\n", to: "outside/secret.csv")
    try bounded(shell: "rm w/private/x.csv; ln -s ../../outside/secret.csv w/private/x.csv", in: scratch)
    for arguments in ["", "--data w"] {
      let run = try bounded(shell: "waymark tally w \(arguments)", in: scratch)
      #expect(run.status == 2)
      #expect(run.error.contains("leads out of the folder \"w\""))
      #expect(!run.output.contains("rows read"))
    }
  }

  @Test func `a folder linked in from outside is not even listed`() throws {
    try scratch.declareSurvey(file: "private/*.csv")
    try scratch.write("date,q\n2026-04-03,5\n", to: "outside/secret.csv")
    try bounded(shell: "rm -r w/private; ln -s ../outside w/private", in: scratch)
    let run = try bounded("tally", "w", in: scratch)
    #expect(run.status == 2 && run.error.contains("leads out of the folder"))
    #expect(!run.error.contains("secret"))
  }

  @Test func `a link within the folder is read`() throws {
    try bounded(shell: "mv w/private/x.csv w/private/y.csv; ln -s y.csv w/private/x.csv", in: scratch)
    #expect(try bounded("tally", "w", in: scratch).status == 0)
  }

  @Test(arguments: ["private/x.csv", "private/*"])
  func `a pipe is refused without waiting for it`(pattern: String) throws {
    try scratch.declareSurvey(file: pattern)
    let run = try bounded(shell: "rm w/private/x.csv; mkfifo w/private/x.csv; waymark tally w", in: scratch)
    #expect(run.status == 2)
    #expect(run.error.contains("error[not-a-file]"))
  }

  @Test func `a device is refused`() throws {
    let run = try bounded(shell: "rm w/private/x.csv; ln -s /dev/zero w/private/x.csv; waymark tally w", in: scratch)
    #expect(run.status == 2 && run.error.contains("error[leaves-workspace]"))
    try scratch.declareSurvey(file: "zero")
    let named = try bounded("tally", "w", "--data", "/dev", in: scratch)
    #expect(named.status == 2 && named.error.contains("error[not-a-file]"))
  }
}
