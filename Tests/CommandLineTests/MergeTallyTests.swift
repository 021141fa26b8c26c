import Foundation
import Support
import Testing

/// `waymark merge-tally`, called by git and by itself.
@Suite(.enabled(if: ReaderFolder.hasGit, "there is no git")) struct MergeTallyTests {
  private let scratch: Scratch
  private static let path = "journeys/survey.tally.csv"
  private static let header = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"

  private static func rows(_ period: String, _ counts: Int..., of touchpoint: String = "pay") -> String {
    counts.enumerated().map { "buy,\(touchpoint),csat,1..5,\(period),,survey,\($0.offset + 1),\($0.element),,\n" }
      .joined()
  }

  private static let first = rows("2026-Q1", 1, 2, 30, 40, 50)

  init() throws {
    scratch = try Scratch()
    try scratch.write("*.tally.csv merge=waymark-tally\n", to: ".gitattributes")
    try write(Self.first)
    try shell(
      """
      git init -q -b main . && git config user.name a && git config user.email a@b
      git config merge.waymark-tally.driver "\(Run.program.path) merge-tally %O %A %B"
      git add -A && git commit -qm base
      """)
  }

  private func write(_ rows: String) throws { try scratch.write(Self.header + rows, to: Self.path) }

  @discardableResult
  private func shell(_ line: String) throws -> Run { try Run(shell: "set -e\n\(line)", in: scratch.folder) }

  /// Two branches with their rows, merged by git.
  private func merge(_ ours: String, _ theirs: String) throws -> Run {
    try shell("git checkout -q -B theirs main")
    try write(theirs)
    try shell("git commit -qam theirs --allow-empty && git checkout -q -B ours main")
    try write(ours)
    try shell("git commit -qam ours --allow-empty")
    return try Run(shell: "git merge -q -m merged theirs", in: scratch.folder)
  }

  private func expectMerged(_ ours: String, _ theirs: String, _ merged: String) throws {
    for (one, other) in [(ours, theirs), (theirs, ours)] {
      let run = try merge(one, other)
      #expect(run.status == 0, "\(run.output)\(run.error)")
      #expect(try scratch.text(Self.path) == Self.header + merged)
    }
  }

  @Test func `periods and questions of both branches are there, in order`() throws {
    let (second, third) = (Self.rows("2026-Q2", 5, 5), Self.rows("2026-Q3", 7, 7))
    try expectMerged(Self.first + second, Self.first + third, Self.first + second + third)
    let find = Self.rows("2026-Q1", 9, 9, of: "find")
    try expectMerged(find + Self.first, Self.first + second, find + Self.first + second)
  }

  @Test func `what one branch counted again or dropped holds, where the other left it alone`() throws {
    let again = Self.rows("2026-Q1", 1, 2, 30, 44, 55)
    let second = Self.rows("2026-Q2", 5, 5)
    try expectMerged(again, Self.first + second, again + second)
    try expectMerged("", Self.first + second, second)
    try expectMerged(again + second, again + second, again + second)
  }

  @Test func `a question that both counted differently is a conflict, and its counts are never mixed`() throws {
    // Different answers of one question changed: line by line git would take both.
    let (ours, theirs) = (Self.rows("2026-Q1", 9, 2, 30, 40, 50), Self.rows("2026-Q1", 1, 2, 30, 40, 99))
    let second = Self.rows("2026-Q2", 5, 5)
    let run = try merge(ours, theirs + second)
    #expect(run.status == 1)
    #expect(
      try scratch.text(Self.path)
        == "\(Self.header)\(second)<<<<<<< ours\n\(ours)=======\n\(theirs)>>>>>>> theirs\n")
    #expect(
      run.error.contains("both branches counted buy/pay, csat, 2026-Q1, survey, differently"),
      "\(run.output)\(run.error)")
    #expect(try shell("git status --porcelain").output.contains("UU \(Self.path)"))
    let check = try Run(shell: "waymark check --format short", in: scratch.folder)
    #expect(check.status != 0)
  }

  @Test func `a question that one branch dropped and the other counted again is a conflict`() throws {
    let run = try merge("", Self.rows("2026-Q1", 9, 2, 30, 40, 50))
    #expect(run.status == 1)
    #expect(try scratch.text(Self.path).contains("<<<<<<< ours\n=======\nbuy,pay,"))
  }

  @Test func `a file that both branches add has no common base`() throws {
    try shell("git rm -q \(Self.path) && git commit -qm gone")
    let (one, other) = (Self.rows("2026-Q2", 5, 5), Self.rows("2026-Q3", 7, 7))
    for (name, rows) in [("theirs", one), ("ours", other)] {
      try shell("git checkout -q -B \(name) main && mkdir -p journeys")
      try write(rows)
      try shell("git add -A && git commit -qm \(name)")
    }
    let run = try Run(shell: "git merge -q -m merged theirs", in: scratch.folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(try scratch.text(Self.path) == Self.header + one + other)
  }

  @Test func `a month and the quarter around it are not merged, for their answers would count twice`() throws {
    let run = try merge(Self.first + Self.rows("2026-05", 5, 5), Self.first + Self.rows("2026-Q2", 7, 7))
    #expect(run.status == 1 && run.error.contains("count twice"), "\(run.error)")
  }

  private static let joint = "journeys/survey.joint.csv"
  private static let jointHeader =
    "feedback,period,journey,touchpoint,metric,scale,with_journey,with_touchpoint,with_metric,with_scale,"
    + "group,count,weight,weight2,x,y,xx,yy,xy,top_x,top_y,top_xy\n"

  private static func sums(_ period: String, _ counts: Int..., of touchpoint: String = "find") -> String {
    counts.enumerated().map { group, n in
      "survey,\(period),buy,\(touchpoint),csat,1..5,buy,pay,csat,1..5,\(group + 1),\(n),,,\(n),\(n),\(n),\(n),\(n),,,\n"
    }.joined()
  }

  /// Two branches with their sums for key drivers, merged by git.
  private func mergeJoint(_ ours: String, _ theirs: String) throws -> Run {
    try shell("git checkout -q -f main")
    try scratch.write("*.joint.csv merge=waymark-tally\n", to: ".gitattributes")
    try scratch.write(Self.jointHeader + Self.sums("2026-Q1", 20, 21), to: Self.joint)
    try shell("git add -A && git commit -qm joint --allow-empty")
    for (name, rows) in [("theirs", theirs), ("ours", ours)] {
      try shell("git checkout -q -B \(name) main")
      try scratch.write(Self.jointHeader + rows, to: Self.joint)
      try shell("git commit -qam \(name) --allow-empty")
    }
    return try Run(shell: "git merge -q -m merged theirs", in: scratch.folder)
  }

  @Test func `sums for key drivers are merged by whole periods`() throws {
    let (first, second, third) = (
      Self.sums("2026-Q1", 20, 21), Self.sums("2026-Q2", 30), Self.sums("2026-Q3", 40, 41, 42)
    )
    let again = Self.sums("2026-Q1", 22, 23)
    for (ours, theirs, merged) in [
      (first + second, first + third, first + second + third), (again, first + second, again + second),
      (second, first + second + third, second + third), (again + second, again + second, again + second),
    ] {
      for (one, other) in [(ours, theirs), (theirs, ours)] {
        let run = try mergeJoint(one, other)
        #expect(run.status == 0, "\(run.output)\(run.error)")
        #expect(try scratch.text(Self.joint) == Self.jointHeader + merged)
      }
    }
  }

  /// Another pair of the same period is of other random groups of the same people: both together would say more of them.
  @Test func `sums of a period that both branches counted are a conflict, and are never mixed`() throws {
    let first = Self.sums("2026-Q1", 20, 21)
    for (ours, theirs) in [
      (Self.sums("2026-Q1", 22, 21), Self.sums("2026-Q1", 20, 29)),
      (first + Self.sums("2026-Q2", 5), first + Self.sums("2026-Q2", 5, of: "look")),
    ] {
      let run = try mergeJoint(ours, theirs)
      #expect(run.status == 1 && run.error.contains("of survey for key drivers, differently"), "\(run.error)")
      let text = try scratch.text(Self.joint)
      #expect(text.contains("<<<<<<< ours\n") && text.hasSuffix(">>>>>>> theirs\n"), "\(text)")
      try shell("git merge --abort")
    }
  }

  @Test func `a tally and sums for key drivers are not merged with each other`() throws {
    try scratch.write(Self.jointHeader + Self.sums("2026-Q1", 20), to: "one.csv")
    let run = try Run(shell: "waymark merge-tally \(Self.path) one.csv one.csv", in: scratch.folder)
    #expect(run.status == 2 && !run.error.isEmpty)
  }

  @Test(arguments: ["nonsense\n", "<<<<<<< a\n", "\(header)buy,pay,csat\n"])
  func `what cannot be read whole is not merged, and ours stays`(text: String) throws {
    try scratch.write(text, to: "broken.csv")
    let before = try scratch.text(Self.path)
    for line in [
      "\(Self.path) \(Self.path) broken.csv", "broken.csv \(Self.path) \(Self.path)", "none \(Self.path) none",
    ] {
      let run = try Run(shell: "waymark merge-tally \(line)", in: scratch.folder)
      #expect(run.status == 2 && !run.error.isEmpty)
      #expect(try scratch.text(Self.path) == before)
    }
  }
}
