import Foundation
import Support
import Testing

/// The comment of a pull request, for a reviewer who sees nothing else: what changed, and whether to worry.
@Suite struct DiffCommentTests {
  private let scratch: Scratch

  private static let text = """
    workspace "W" {
      hide-below 10
    }
    department shop "Online shop"
    department desk "Help desk"
    channel web "Website"
    channel phone "Telephone"
    journey buy "Buying shoes" {
      owner shop
      goal back "More come back" {
        kpi retention
        target >= 40%
      }
      phase look "Look around" {
        touchpoint find "Finds a pair" channel web owner shop
        touchpoint size "Reads the sizes" channel web owner shop
      }
      phase pay-it "Pay" {
        touchpoint pay "Pays" channel web owner shop
        touchpoint thanks "Gets a thank-you" channel web owner shop
      }
      phase later "Later" {
        touchpoint help "Asks the help desk" channel phone owner desk aside
        touchpoint back "Sends it back" channel web owner shop aside
      }
      flow {
        as-written
        thanks -> exit done "Is happy"
        thanks -> help : "does not fit"
        help -> back
        back -> exit gone "Leaves"
      }
    }

    """

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.text, to: "old/buy.journey")
  }

  /// The comment of some edits.
  private func comment(_ edits: (String, String)..., gates: String = "--gate") throws -> String {
    var text = Self.text
    for (old, new) in edits {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try scratch.write(text, to: "new/buy.journey")
    let run = try Run(shell: "waymark diff old new --format md \(gates)", in: scratch.folder)
    try #require(run.status < 2, "\(run.error)")
    return run.output
  }

  @Test func `it names the journey, counts by kind, and says in one line that nothing failed`() throws {
    let text = try comment(
      ("owner desk aside", "owner shop aside"), ("channel phone owner", "channel phone, web owner"))
    #expect(text.contains("## What changed in Buying shoes\n"))
    #expect(text.contains(" changes of responsibility.**") && !text.contains("other change"))
    #expect(text.contains("✓ No gate failed. Passed: no-longer-measured, history-lost, target-loosened"))
    #expect(text.contains("Not applicable: worse (no figure is shown on both sides"))
    #expect(!text.contains("| gate |"))
  }

  @Test func `it says titles, where the files have names`() throws {
    let text = try comment(
      ("    touchpoint back", "    touchpoint card \"Gets a card\" channel phone owner desk\n    touchpoint back"),
      ("thanks -> help", "find -> help"))
    #expect(text.contains("in Later, after Asks the help desk; owner Help desk"))
    #expect(text.contains("Online shop → Help desk") && !text.contains("shop → desk"))
    let moved = try comment(
      ("    touchpoint size \"Reads the sizes\" channel web owner shop\n", ""),
      ("    touchpoint pay ", "    touchpoint size \"Reads the sizes\" channel web owner shop\n    touchpoint pay "))
    #expect(moved.contains("Look around → Pay; first in Pay"))
    let replaced = try comment(("touchpoint pay \"Pays\"", "touchpoint invoice \"Gets an invoice\""))
    #expect(replaced.contains("Pays → Gets an invoice | in place of pay? If it is the same, write in it: was pay"))
  }

  /// "− Gets the card" for a pain that is gone reads as if the card were.
  @Test func `in its flow chart plus and minus are for touchpoints alone`() throws {
    for edit in [
      ("channel phone owner desk aside", "channel phone, web owner desk aside"),
      ("owner desk aside", "owner desk aside {\n pain \"Slow\"\n }"),
      ("owner desk aside", "owner desk with shop aside"),
      ("owner desk aside", "owner shop aside"),
    ] {
      let text = try comment(edit)
      #expect(text.contains("[\"~ Asks the help desk\"]"), "\(text)")
    }
    let text = try comment(
      ("    touchpoint help \"Asks the help desk\" channel phone owner desk aside\n", ""),
      ("    thanks -> help : \"does not fit\"\n    help -> back", "    thanks -> back"))
    #expect(text.contains("[\"− Asks the help desk\"]"))
  }

  @Test func `its flow chart has the ways that are, and dashed those that were`() throws {
    let text = try comment(
      (
        "    touchpoint find",
        "    touchpoint friend \"Hears of it: a friend's\" channel phone owner shop aside\n    touchpoint find"
      ),
      ("    help -> back", "    help -> back\n    friend -> pay"))
    // Its neighbour is where its way leads, and not what is beside it.
    #expect(text.contains("[\"+ Hears of it: a friend's\"]") && text.contains("[\"Pays\"]"), "\(text)")
    #expect(text.contains("  t0 --> t3\n") && !text.contains("[\"Finds a pair\"]"), "\(text)")
    let gone = try comment(("    touchpoint size \"Reads the sizes\" channel web owner shop\n", ""))
    #expect(
      gone.contains("  t0 -.-> t1\n") && gone.contains("  t1 -.-> t2\n") && gone.contains("  t0 --> t2\n"), "\(gone)")
  }

  @Test func `it says of targets, goals and rules what they were and are`() throws {
    let text = try comment(
      ("target >= 40%", "target >= 45%\n      record 2026-Q2 38%"), ("hide-below 10", "hide-below 20"),
      ("  owner shop\n  goal", "  owner shop\n  target csat >= 70%\n  goal"),
      ("thanks -> help : \"does not fit\"", "thanks -> help : \"does not fit\" share 8%"))
    #expect(text.contains("40% → 45%") && text.contains("Q2 2026: 38%"), "\(text)")
    #expect(text.contains("hide-below 10 → 20"))
    // What fails a gate is the first of its kind.
    #expect(text.contains("judged\n\n- ! **Buying shoes**"), "\(text)")
    #expect(text.contains("csat &gt;= 85% (the default) → csat &gt;= 70%"))
    #expect(text.contains("share changed · now 8%"))
  }

  @Test func `it names what is new, gone or changed beside the journeys, and no text is made of it`() throws {
    let text = try comment(
      ("channel phone \"Telephone\"", "channel phone \"Phone\"\nchannel chat \"Chat\""))
    #expect(text.contains("**other lines of 1 file.**") && text.contains("<summary>What else changed (1)</summary>"))
    #expect(text.contains("**buy.journey: channel phone**: other facts · new: channel chat; see git diff"))
  }

  @Test func `a journey that is new says how long it is`() throws {
    try scratch.write(
      "journey two \"Two\" {\n  phase p \"P\" {\n    touchpoint a \"A\"\n    touchpoint b \"B\"\n  }\n}\n",
      to: "new/two.journey")
    let text = try comment()
    #expect(text.contains("**1 journey added.**") && text.contains("| + journey added | Two | 2 touchpoints |"))
  }

  @Test func `answers of a new period that changed nothing are not called no changes`() throws {
    let question = """
      feedback s {
        file "s.csv"
        date "D"
        period quarter
        answer csat "A" scale 1..5 of buy/pay
      }

      """
    func rows(_ period: String) -> String {
      (1...5).map { "buy,pay,csat,1..5,\(period),,s,\($0),20,,\n" }.joined()
    }
    let header = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"
    for (side, rows) in [("old", rows("2026-Q1")), ("new", rows("2026-Q1") + rows("2026-Q2"))] {
      try scratch.write(Self.text + question, to: "\(side)/buy.journey")
      try scratch.write(header + rows, to: "\(side)/s.tally.csv")
    }
    for form in ["md", "text"] {
      let run = try Run(shell: "waymark diff old new --format \(form)", in: scratch.folder)
      #expect(
        run.output.contains("1 figure shows no clear change") && !run.output.contains("no changes"), "\(run.output)")
    }
  }

  @Test(.enabled(if: ReaderFolder.hasGit, "there is no git")) func `a commit is named by its first letters`() throws {
    let who = "-c user.name=a -c user.email=a@b"
    let run = try Run(
      shell: """
        git init -q . && git add old && git \(who) commit -qm one && echo '# x' >> old/buy.journey
        git \(who) commit -qam two && waymark diff $(git rev-parse HEAD~1)..$(git rev-parse HEAD) old
        """, in: scratch.folder)
    #expect(run.output.contains(/^[0-9a-f]{7}:old → [0-9a-f]{7}:old: no changes/), "\(run.output)\(run.error)")
  }
}
