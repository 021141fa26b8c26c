import Foundation
import Support
import Testing

@testable import JourneyKit

/// An export in a git work tree – `tally` warns unless git ignores it, and `init` begins with the rules for that.
@Suite struct GitIgnoreWarningTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("", to: "repo/.git/HEAD")
    try scratch.write(
      """
      journey j "J" { phase p "P" { touchpoint t "T" } }
      feedback f "F" {
        file "private/*.csv"
        date "date"
        period month
        answer csat "score" of j/t scale 1..5
      }

      """, to: "repo/w/j.journey")
    for (name, score) in [("a", 5), ("b", 4)] {
      try scratch.write("date,score\n2026-01-01,\(score)\n", to: "repo/w/private/\(name).csv")
    }
  }

  private func tally() throws -> Run {
    try bounded(
      ["tally", "repo/w", "--dry-run"], in: scratch,
      environment: ["HOME": scratch.folder.path, "XDG_CONFIG_HOME": scratch.url("config").path])
  }

  @Test func `an export that git does not ignore is a warning with the line to add`() throws {
    let run = try tally()
    #expect(run.status == 0)
    #expect(
      run.error.contains("warning[export-in-git]: git does not ignore \"private/a.csv\" and 1 more export"),
      "\(run.error)")
    #expect(run.error.contains("add this line to .gitignore at the top of the repository: /w/private/"))
    try scratch.write("/w/private/\n", to: "repo/.gitignore")
    #expect(try tally().error == "")
  }

  @Test(arguments: [
    (".gitignore", "private/"), (".gitignore", "*.csv"), ("w/.gitignore", "/private"), ("w/.gitignore", "private/*"),
    ("w/private/.gitignore", "*"), (".git/info/exclude", "w/private"), ("../config/git/ignore", "**/private/**"),
    (".gitignore", "w/**/[ab].csv\r"),
  ])
  func `it is quiet where git ignores them, by whichever list`(list: String, pattern: String) throws {
    try scratch.write("# a comment\n\n\(pattern)\n", to: "repo/\(list)")
    #expect(try tally().error == "")
  }

  @Test func `it is quiet outside of git`() throws {
    try FileManager.default.removeItem(at: scratch.url("repo/.git"))
    #expect(try tally().error == "")
  }

  @Test func `init keeps exports and maps out of git, and adds to what is there`() throws {
    #expect(try bounded("init", "repo/new", in: scratch).output == "repo/new/blank.journey\nrepo/new/.gitignore\n")
    #expect(try scratch.text("repo/new/.gitignore") == "private/\nout/\n")
    for (before, after) in [
      ("*.tmp", "*.tmp\nprivate/\nout/\n"), ("/private/\n", "/private/\nout/\n"),
      ("out\nprivate/\n", "out\nprivate/\n"), ("", "private/\nout/\n"),
    ] {
      try scratch.write(before, to: "repo/other/.gitignore")
      try Run(shell: "rm -f repo/other/*.journey", in: scratch.folder)
      #expect(try bounded("init", "repo/other", in: scratch).status == 0)
      #expect(try scratch.text("repo/other/.gitignore") == after)
    }
  }

  /// One that leads elsewhere is not written through, and the user is told what to write.
  @Test func `a linked list is left alone`() throws {
    try scratch.write("mine\n", to: "elsewhere")
    try FileManager.default.createDirectory(at: scratch.url("repo/linked"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("repo/linked/.gitignore").path, withDestinationPath: "../../elsewhere")
    let run = try bounded("init", "repo/linked", in: scratch)
    #expect(run.status == 2 && run.error.contains("write these lines into it: private/, out/"), "\(run.error)")
    #expect(try scratch.text("elsewhere") == "mine\n")
  }

  static let patterns = [
    "private/", "/private/", "private", "*.csv", "w/private", "/w/private/", "**/private", "**/private/", "w/**",
    "w/**/a.csv", "**/a.csv", "a.csv", "/a.csv",
    "w/*", "w/*/", "w/*.csv", "*", "*/", "?.csv", "[ab].csv", "[!a].csv", "[^b]*", "w/pri*/a.csv", "w/private/**",
    "private/**", "a\\.csv", "\\*.csv", "W", "w/private/a.cs", "p*e", "**", "w/**/**/a.csv", "***", "#a.csv",
    "\\#a.csv", " ", "a.csv ", "!a.csv", "w//private", "[a-c].csv", "[]a].csv", "w/private/", "/w", "*a*c*s*v*",
  ]

  /// Against git itself, where there is one.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git")))
  func `patterns mean what they mean to git`() throws {
    try Run(
      shell:
        "rm -rf repo/.git && git -c init.defaultBranch=main init -q repo && mkdir -p repo/w/deep/private && cp repo/w/private/a.csv repo/w/deep/private/ && cp repo/w/private/a.csv repo/",
      in: scratch.folder)
    let files = ["w/private/a.csv", "w/private/b.csv", "w/deep/private/a.csv", "a.csv", "w/j.journey"]
    var lists = Self.patterns.map { $0 + "\n" }
    for (index, pattern) in Self.patterns.enumerated() {
      let other = Self.patterns[(index * 7 + 3) % Self.patterns.count]
      lists += ["\(pattern)\n!\(other)\n", "!\(pattern)\n\(other)\n", "*\n!*/\n!\(pattern)\n"]
    }
    for list in lists {
      try scratch.write(list, to: "repo/.gitignore")
      let git = try Run(
        shell: "cd repo && git check-ignore --no-index \(files.joined(separator: " "))", in: scratch.folder
      ).output
      let ignored = Set(git.split(separator: "\n").map(String.init))
      var rules = try #require(GitIgnore(above: scratch.url("repo").path))
      for file in files {
        #expect(rules.ignores("\(rules.root)/\(file)") == ignored.contains(file), "\(file) by \(list)")
      }
    }
  }
}
