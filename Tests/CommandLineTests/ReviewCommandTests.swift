import Foundation
import Support
import Testing

@Suite struct ReviewCommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let complaint = Golden.root.appending(path: "journeys/complaint").path

  @Test func `votes stand beside the rank and change nothing of it`() throws {
    try scratch.write("touchpoint,votes\nscan,2\ncomplaint/trace,7\nscan,1\nrefund,\n", to: "votes.csv")
    let plain = try Run("review", Self.complaint, "--format", "csv", in: scratch.folder)
    let voted = try Run("review", Self.complaint, "--format", "csv", "--votes", "votes.csv", in: scratch.folder)
    #expect(voted.status == 0, "\(voted.error)")
    let rows = zip(plain.output.split(separator: "\n"), voted.output.split(separator: "\n"))
    let votes = rows.dropFirst().map { before, after in
      #expect(after.hasPrefix(before + ","))
      return String(after.dropFirst(before.count + 1))
    }
    #expect(votes.filter { !$0.isEmpty } == ["3", "7"])
    let text = try Run("review", Self.complaint, "--votes", "votes.csv", in: scratch.folder).output
    #expect(text.contains("VOTES OF THE ROOM, BESIDE THE DATA\n 1. Waits for the courier"))
    #expect(text.contains("7 votes · data: rank 4\n"))
  }

  @Test(arguments: [
    ("touchpoint,votes\nscna,1\n", "line 2 of \"votes.csv\": no touchpoint named \"scna\"", "did you mean \"scan\"?"),
    ("touchpoint,votes\nscan,many\n", "\"many\" is not a number of votes", "whole number"),
    (
      "touchpoint,votes\nscan,\"1,250\"\n", "line 2 of \"votes.csv\": \"1,250\" is not a number of votes",
      "whole number"
    ),
    ("touchpoint,votes\n\nscan,1,5\n", "line 3 of \"votes.csv\" has 3 cells, and the first line 2", "without a comma"),
    ("touchpoint;votes\nscan;1,5\n", "\"1,5\" is not a number of votes", "whole number"),
    ("touchpoint,votes\nscan,1000001\n", "\"1000001\" is not a number of votes", "at most 1000000"),
    ("touchpoint,votes,votes\nscan,3,4\n", "\"touchpoint\" and \"votes\", each once", "touchpoint,votes"),
    ("scan,1\n", "no columns \"touchpoint\" and \"votes\"", "touchpoint,votes"), ("", "is empty", "touchpoint,votes"),
  ])
  func `wrong votes are refused with line and way out`(csv: String, reason: String, help: String) throws {
    try scratch.write(csv, to: "votes.csv")
    let run = try Run("review", Self.complaint, "--votes", "votes.csv", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains(reason) && run.error.contains(help), "\(run.error)")
  }

  @Test func `votes come from standard input, too`() throws {
    let run = try Run("review", Self.complaint, "--votes", "-", in: scratch.folder, input: "touchpoint,votes\nscan,4\n")
    #expect(run.output.contains("votes of the room: 4"), "\(run.error)")
    let wrong = try Run(
      "review", Self.complaint, "--votes", "-", in: scratch.folder, input: "touchpoint,votes\nscna,4\n")
    #expect(wrong.error.contains("line 2 of \"<stdin>\""), "\(wrong.error)")
  }

  @Test func `votes are for what a name once was, and for what a card repeats`() throws {
    let journey = Text.clean.replacing(
      "owner shop\n", with: "owner shop was board\ntouchpoint again \"Sees it again\" repeats sign\n",
      maxReplacements: 1)
    try scratch.write(journey, to: "w/a.journey")
    try scratch.write("touchpoint,votes\nboard,1\ncoffee/board,2\nagain,4\nsign,\n", to: "votes.csv")
    let run = try Run("review", "w", "--votes", "votes.csv", in: scratch.folder)
    #expect(run.status == 0 && run.output.contains("Sees the sign"), "\(run.error)")
    #expect(run.output.components(separatedBy: "7 votes · data: ").count == 2, "\(run.output)")
  }

  @Test(arguments: [
    "touchpoint;votes\r\nscan;4\r\n", "\u{FEFF}Touchpoint\tVotes\nscan\t4\n", "votes,touchpoint\n\"4\",\"scan\"\n",
  ])
  func `votes are read as spreadsheets save them`(csv: String) throws {
    try scratch.write(csv, to: "votes.csv")
    let run = try Run("review", Self.complaint, "--votes", "votes.csv", in: scratch.folder)
    #expect(run.output.contains("votes of the room: 4"), "\(run.error)")
  }

  @Test func `the review lies beside the maps where there is something to see, and is linked`() throws {
    try Run("render", Self.complaint, "--out", "out", in: scratch.folder)
    #expect(try scratch.text("out/index.html").contains("href=\"review.html\""))
    #expect(try scratch.text("out/complaint.html").contains("href=\"review.html#journey-complaint\""))
    #expect(try scratch.text("out/review.html").contains("href=\"complaint.html#"))
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    try Run("render", "--out", "plain", in: scratch.folder)
    #expect(try scratch.files(below: "plain")["review.html"] == nil)
  }

  @Test func `a page that is printed alone links nowhere`() throws {
    let run = try Run("review", Self.complaint, "--format", "html", in: scratch.folder)
    #expect(run.output.contains("<h1>Review: "))
    #expect(!run.output.contains(".html"))
  }

  @Test func `findings go to standard error and decide the exit status`() throws {
    try scratch.write(Text.unknown, to: "journeys/coffee.journey")
    let run = try Run("review", "--format", "json", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("{\n  \"version\": 2,"))
    #expect(run.error.contains("error[unknown-channel]"))
  }

  @Test(arguments: ["--segment", "--department", "--persona", "--period"]) func `what nobody has heard of is refused`(
    option: String
  ) throws {
    let run = try Run("review", Self.complaint, option, "nobody", in: scratch.folder)
    #expect(run.status == 2 && run.output.isEmpty && run.error.contains("nobody"), "\(run.error)")
  }
}
