import Foundation
import Support
import Testing

/// `waymark diff --format github`: what fails a gate, at its line.
@Suite(.enabled(if: ReaderFolder.hasGit, "there is no git")) struct DiffAnnotationTests {
  private let scratch: Scratch

  private static func text(target: Int, last: String) -> String {
    """
    department product "Product"
    journey buy "Buying" {
      phase one "One" {
        touchpoint find "Finds it" owner product {
          target csat >= \(target)%
        }
        \(last)
      }
    }

    """
  }

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      Self.text(target: 80, last: "touchpoint pay \"Pays\" owner product"), to: "app/journeys/buy.journey")
    let run = try Run(
      shell: "git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm one", in: scratch.folder)
    try #require(run.status == 0, "\(run.error)")
  }

  private func diff(_ options: String, from folder: String = ".") throws -> Run {
    try Run(shell: "cd \(folder) && waymark diff HEAD --format github \(options)", in: scratch.folder)
  }

  @Test(arguments: [(".", "app/journeys"), ("app", "journeys"), ("app/journeys", "."), ("app", "")])
  func `a gate is marked at its line, from the top of the repository`(place: (folder: String, path: String)) throws {
    try scratch.write(
      Self.text(target: 70, last: "touchpoint pay \"Pays\" owner product"), to: "app/journeys/buy.journey")
    let run = try diff("\(place.path) --gate", from: place.folder)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("::error file=app/journeys/buy.journey,line=4,title=target-loosened::find: csat >= 80%25"),
      "\(run.output)\(run.error)")
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test func `what is gone has no line`() throws {
    try scratch.write(Self.text(target: 80, last: ""), to: "app/journeys/buy.journey")
    let run = try diff("app --fail-on removed")
    #expect(run.status == 1 && run.output.hasPrefix("::error title=removed::pay: "), "\(run.output)\(run.error)")
  }

  @Test func `where no gate fails there is nothing to mark`() throws {
    try scratch.write(Self.text(target: 90, last: ""), to: "app/journeys/buy.journey")
    for options in ["app", "app --gate", "app --fail-on new-blind-spot"] {
      let run = try diff(options)
      #expect(run.status == 0 && run.output.isEmpty, "\(options): \(run.output)\(run.error)")
    }
  }

  @Test func `a title begins no command`() throws {
    let hostile =
      "touchpoint pay \"Pays\" owner product\n    touchpoint new \"::set-output name=x::%0A ##[error]\" owner product"
    try scratch.write(Self.text(target: 80, last: hostile), to: "app/journeys/buy.journey")
    let run = try diff("app --fail-on hand-off-added,findings,ownerless")
    for line in run.output.split(separator: "\n") { #expect(line.hasPrefix("::error "), "\(line)") }
    #expect(!run.output.contains("##["))
  }
}
