import Foundation
import Support
import Testing

/// A folder as a reader of the pages has it: the example journeys in git, one export beside them, Waymark on the path,
/// a `Scripts/release` that names the program in place of building it, and a `Scripts/package` that packs it alone.
struct ReaderFolder {
  static let hasGit = ["/usr/bin/git", "/usr/local/bin/git", "/bin/git"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let account = "work/journeys/account/account.journey"
  static let complaint = "work/journeys/complaint/complaint.journey"

  let scratch: Scratch

  init(journeys: Bool = true) throws {
    scratch = try Scratch()
    try scratch.write("echo '\(Run.program.path)'\n", to: "work/Scripts/release")
    try scratch.write(
      """
      mkdir -p dist/waymark/bin && cp "$(sh Scripts/release)" dist/waymark/bin/waymark
      tar czf dist/waymark-0-linux.tar.gz -C dist waymark
      """, to: "work/Scripts/package")
    try scratch.write("private/\nout/\ndist/\n", to: "work/.gitignore")
    let stub = try scratch.write("#!/bin/sh\ncat > /dev/null; echo picture\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stub.path)
    try FileManager.default.createSymbolicLink(at: scratch.url("bin/waymark"), withDestinationURL: Run.program)
    if journeys {
      try FileManager.default.copyItem(at: Golden.root.appending(path: "journeys"), to: scratch.url("work/journeys"))
      let cases = (0..<331).map { "2026-08-\(10 + $0 % 18),2026-09-\(10 + $0 % 20)\n" }
      try scratch.write("Applied,Decided\n" + cases.joined(), to: "work/journeys/private/account-cases.csv")
    }
    let run = try paste(
      """
      git init -q -b main
      git add -A
      git commit -qm start
      git clone -q --bare . ../origin.git
      git remote add origin ../origin.git
      git fetch -q
      git branch -q --set-upstream-to=origin/main
      """)
    try #require(run.status == 0, "\(run.error)")
  }

  /// Runs lines as a shell does into which they are pasted, and stops at the first that fails.
  func paste(_ lines: String) throws -> Run {
    let variables = """
      set -e
      export HOME='\(scratch.folder.path)' GITHUB_STEP_SUMMARY=summary.md GIT_CONFIG_NOSYSTEM=1
      export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
      export PATH="$HOME/bin:/usr/local/bin:/usr/bin:/bin"
      """
    return try Run(shell: "\(variables)\n\(lines)", in: scratch.url("work"))
  }

  /// The review as rows of cells; no title of the examples has a comma.
  func table(_ options: String = "") throws -> [[Substring]] {
    let run = try paste("waymark review --format csv \(options)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    try #require(rows.count > 10 && Set(rows.map(\.count)).count == 1)
    return rows
  }

  /// Every value of every touchpoint with its number of answers, whatever the touchpoint's name and journey.
  func figures() throws -> [String] {
    let table = try table()
    let columns = (table.first ?? []).enumerated().filter {
      $0.element.hasSuffix("_n") || $0.element.hasSuffix("_value")
    }
    return table.dropFirst().map { row in columns.map { row[$0.offset] }.joined(separator: ",") }
      .filter { $0.contains { $0 != "," } }.sorted()
  }

  /// Changes a file.
  func change(_ path: String, _ change: (String) throws -> String) throws {
    try scratch.write(try change(try scratch.text(path)), to: path)
  }
}

extension ReaderFolder {
  /// What a section of `docs/how-to.md` leaves to the reader's editor.
  func edit(for section: String) throws {
    switch section {
    case "Move a touchpoint to another phase":
      let visit = try take(from: "    touchpoint visit ", through: "\n    }\n", of: Self.account)
      try insert(visit, after: "  phase wait-for-it \"Wait\" {\n", of: Self.account)
    case "Move a touchpoint to another journey":
      let visit = try take(from: "    touchpoint visit ", through: "\n    }\n", of: Self.account)
      try insert(
        visit.replacing("      persona omar\n", with: ""), after: "  phase complain \"Complains\" {\n",
        of: Self.complaint)
      _ = try take(from: "    identity -> visit", through: "\n", of: Self.account)
      _ = try take(from: "    visit -> decision", through: "\n", of: Self.account)
    case "Merge two touchpoints":
      _ = try take(from: "    touchpoint visit ", through: "\n    }\n", of: Self.account)
      try insert("      was visit\n", after: "channel phone, app owner support aside {\n", of: Self.account)
    case "Split a touchpoint":
      let upload = "    touchpoint upload \"Sends the papers\" channel app owner product\n"
      try insert(upload, after: "  phase apply \"Apply\" {\n", of: Self.account)
    case "Merge two journeys":
      // Both have a "decision": the page says to rename one first.
      for file in ["complaint.journey", "complaint-cases.tally.csv", "complaint-survey.tally.csv"] {
        try change("work/journeys/complaint/\(file)") {
          $0.replacing("touchpoint decision ", with: "touchpoint answer ").replacing("/decision", with: "/answer")
            .replacing("complaint,decision,", with: "complaint,answer,")
            .replacing("phase close ", with: "phase close-case ")
        }
      }
      let journey = try take(from: "journey complaint ", through: "\n}\n", of: Self.complaint)
      let phases = try #require(journey.range(of: "  phase notice "))
      let flow = try #require(journey.range(of: "  flow {\n"))
      let account = try #require(try scratch.text(Self.account).range(of: "  flow {\n    as-written\n"))
      try change(Self.account) {
        $0.replacingCharacters(in: account, with: journey[phases.lowerBound..<flow.lowerBound] + $0[account])
      }
    case "Split a journey":
      let phase = try take(from: "  phase use \"Settle in\" {\n", through: "\n  }\n", of: Self.account)
      _ = try take(from: "    paid-in -> exit", through: "\n", of: Self.account)
      try scratch.write(
        "journey settle \"Settling in\" {\n\(phase)}\n", to: "work/journeys/account/settle.journey")
    case "Merge two feedbacks":
      let feedback = try take(from: "\nfeedback account-cases ", through: "\n}\n", of: Self.account)
      let answer = try #require(feedback.split(separator: "\n").first { $0.hasPrefix("  answer ") })
      try insert("\(answer)\n", after: "  where \"Topic\" is \"New account\"\n", of: Self.account)
    case "Split a feedback":
      let answer = try take(from: "  answer fcr \"Solved?\"", through: "\n  }\n", of: Self.account)
      try change(Self.account) {
        $0 + """

          feedback solved-calls "Invented call records" {
            file "private/account-calls.csv"
            date "Call ended"
            period quarter
          \(answer)}

          """
      }
    default: break
    }
  }

  private func take(from start: String, through end: String, of path: String) throws -> String {
    let text = try scratch.text(path)
    let from = try #require(text.range(of: start)).lowerBound
    let to = try #require(text.range(of: end, range: from..<text.endIndex)).upperBound
    try scratch.write(text.replacingCharacters(in: from..<to, with: ""), to: path)
    return String(text[from..<to])
  }

  private func insert(_ lines: String, after start: String, of path: String) throws {
    let place = try #require(try scratch.text(path).range(of: start))
    try change(path) { $0.replacingCharacters(in: place, with: start + lines) }
  }
}
