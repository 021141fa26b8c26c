import JourneyMetrics
import JourneyModel
import Testing

@testable import JourneyDiff

/// Each kind of change by an example, and nothing beside it.
@Suite struct TaxonomyTests {
  private static func journey(_ touchpoints: String, _ head: String = "", _ tail: String = "") -> String {
    "\(head)\ndepartment shop \"Shop\"\ndepartment desk \"Desk\"\nchannel web \"Web\"\nchannel phone \"Phone\"\n"
      + "journey j \"J\" {\n  phase p \"P\" {\n\(touchpoints)\n  }\n\(tail)\n}\n"
  }

  private static func touchpoints(_ middle: String) -> String {
    "touchpoint a \"First\" owner shop\n\(middle)\ntouchpoint z \"Last\" owner shop"
  }

  @Test(
    arguments: [
      ("touchpoint b \"Middle\"", "", ["touchpoint-removed b"]),
      ("", "touchpoint b \"Middle\"", ["touchpoint-added b"]),
      ("touchpoint b \"Middle\"", "touchpoint c \"Video call\"", ["touchpoint-replaced c"]),
      ("touchpoint b \"Middle\"", "touchpoint c \"Middle\" {\nwas b\n}", ["touchpoint-renamed c"]),
      ("touchpoint \"The Café\"", "touchpoint \"The cafe!\"", ["title the-cafe"]),
      ("touchpoint \"Ölwechsel\"", "touchpoint \"OLWECHSEL\"", ["title olwechsel"]),
      ("touchpoint \"Naïve Übung\"", "touchpoint u \"naive übung\"", ["touchpoint-renamed u", "title u"]),
      ("touchpoint b \"Café\"", "touchpoint c \"Cafe\"", ["touchpoint-replaced c"]),
      ("touchpoint b \"Middle\"", "touchpoint b \"MIDDLE\"", ["title b"]),
      (
        "touchpoint b \"M\" owner shop", "touchpoint b \"M\" owner desk",
        ["owner b", "hand-off-added a -> b", "hand-off-added b -> z"]
      ),
      (
        "touchpoint b \"M\" owner desk", "touchpoint c \"Video call\" owner desk", ["touchpoint-replaced c"]
      ),
      (
        "touchpoint b \"M\" channel web", "touchpoint b \"M\" channel phone, web",
        ["channel-added b", "main-channel b"]
      ),
      (
        "touchpoint b \"M\"", "touchpoint b \"M\" {\nimportance 5\nmoment-of-truth\n}",
        ["moment-of-truth b", "importance b"]
      ),
      ("touchpoint b \"M\" {\nfeels 1\n}", "touchpoint b \"M\" {\nfeels -1\n}", ["feels b"]),
      (
        "touchpoint b \"M\" {\npain \"Too slow\"\n}", "touchpoint b \"M\" {\npain \"Too slow\" evidence survey\n}",
        ["evidence-stronger b"]
      ),
      (
        "touchpoint b \"M\" {\nthinks \"Why so long?\"\n}", "touchpoint b \"M\" {\nthinks \"Why so very long?\"\n}",
        ["reworded b"]
      ),
      ("touchpoint b \"M\" {\ntakes 3d\n}", "touchpoint b \"M\" {\ntakes 5d\n}", ["takes b"]),
      (
        "touchpoint b \"B\"\ntouchpoint c \"C\"", "touchpoint d \"D\" {\nwas b\nwas c\n}",
        ["touchpoint-renamed d", "title d", "merged c"]
      ),
      (
        "touchpoint d \"D\"", "touchpoint b \"B\" {\nwas d\n}\ntouchpoint c \"C\" {\nwas d\n}",
        ["touchpoint-renamed b", "title b", "split c"]
      ),
    ] as [(String, String, [String])])
  func `one edit is one change`(before: String, after: String, expected: [String]) {
    let found = changes(Self.journey(Self.touchpoints(before)), Self.journey(Self.touchpoints(after)))
    #expect(codes(found.filter { !$0.isImplied }) == expected)
  }

  /// A finding that is silenced is a way past every gate of `check`.
  @Test func `an ignore that came or went is told where it stands, and so is a severity`() throws {
    let line = "ignore missing-owner because \"A partner does this\""
    func text(_ workspace: String = "", _ journey: String = "", _ touchpoint: String = "") -> String {
      Self.journey(
        Self.touchpoints("touchpoint b \"B\" {\n\(touchpoint)\n}"), "workspace \"W\" {\n\(workspace)\n}", journey)
    }
    for (new, subject) in [(text(line), "workspace"), (text("", line), "j"), (text("", "", line), "b")] {
      #expect(codes(changes(text(), new)) == ["ignore-added \(subject)"])
      #expect(codes(changes(new, text())) == ["ignore-removed \(subject)"])
      let added = try #require(changes(text(), new).first)
      #expect(added.after == .word("missing-owner because \"A partner does this\"") && added.before == nil)
      #expect(codes(changes(new, new.replacing("A partner", with: "A machine"))) == ["reworded \(subject)"])
    }
    // From one place to another it is both.
    #expect(codes(changes(text(line), text("", line))) == ["ignore-removed workspace", "ignore-added j"])
    // With its touchpoint under a new name it is still the same.
    let renamed = text("", "", line).replacing("touchpoint b \"B\" {", with: "touchpoint c \"B\" {\nwas b")
    #expect(codes(changes(text("", "", line), renamed)) == ["touchpoint-renamed c"])
    let (one, other) = (text("severity missing-owner error"), text("severity missing-owner note"))
    #expect(codes(changes(text(), one)) == ["severity workspace"])
    #expect(changes(one, other).map(\.before) == [.word("missing-owner error")])
    #expect(changes(one, other).map(\.after) == [.word("missing-owner note")])
    #expect(codes(changes(one, text())) == ["severity workspace"])
  }

  @Test func `a goal's target and records are told in its unit`() {
    func text(_ target: String, _ record: String) -> String {
      Self.journey(
        Self.touchpoints("touchpoint b \"B\""), "", "goal g \"G\" {\nkpi conversion\ntarget >= \(target)\n\(record)\n}")
    }
    let found = changes(text("40%", ""), text("45%", "record 2026-Q2 3 of 10"))
    #expect(codes(found) == ["goal-target g", "goal-record g"])
    #expect(found.first?.before == .share(0.4) && found.first?.after == .share(0.45))
    guard case .record(_, .count(3, of: 10, isLost: false), isShare: true)? = found.last?.after else {
      Issue.record("\(String(describing: found.last?.after))")
      return
    }
    let again = changes(text("40%", "record 2026-Q2 3 of 10"), text("40%", "record 2026-Q2 4 of 10"))
    #expect(codes(again) == ["goal-record g"] && again.first?.before != nil && again.first?.after != nil)
  }

  @Test func `one replaced touchpoint says one thing and keeps the rest in JSON`() {
    let old = "touchpoint b \"Middle\" owner desk channel phone"
    let new = "touchpoint c \"Video call\" owner desk channel phone"
    let tail = "  flow {\n    a -> b\n    b -> z\n  }"
    let found = changes(
      Self.journey(Self.touchpoints(old), "", tail),
      Self.journey(Self.touchpoints(new), "", tail.replacing("b", with: "c")))
    #expect(codes(found.filter { !$0.isImplied }) == ["touchpoint-replaced c"])
    #expect(found.contains { $0.code == .touchpointAdded } && found.contains { $0.code == .touchpointRemoved })
    #expect(found.count { $0.code == .arrowAdded } == 2 && !found.contains { $0.code == .handOffAdded })
  }

  @Test func `a new hand-off is told though an old one is gone`() {
    let old = "touchpoint b \"Middle\" owner desk"
    let found = changes(
      Self.journey(Self.touchpoints(old)),
      Self.journey(
        "touchpoint a \"First\" owner shop\ntouchpoint n \"New\" owner desk\ntouchpoint b \"Middle\" owner shop\n"
          + "touchpoint m \"Newer\" owner desk\ntouchpoint z \"Last\" owner shop"))
    #expect(found.count { $0.code == .handOffAdded } == 2)
  }

  @Test(arguments: [
    ("journey k \"J\" {\n was j", ["journey-renamed k"], MatchKind.was),
    ("journey k \"J\" {", ["journey-renamed k"], .file),
  ]) func `a journey is known by was, and by its file`(head: String, expected: [String], how: MatchKind) {
    let text = Self.journey(Self.touchpoints("touchpoint b \"B\""))
    let found = changes(text, text.replacing("journey j \"J\" {", with: head))
    #expect(codes(found) == expected)
    #expect(found.first?.match == how)
  }

  @Test func `a touchpoint moves to another journey, and its facts are compared`() {
    let rest = "journey k \"K\" {\n phase q \"Q\" {\n touchpoint y \"Y\" owner shop\n"
    let old = Self.journey(Self.touchpoints("touchpoint b \"B\" owner shop")) + rest + " }\n}\n"
    let moved = " touchpoint b \"B\" {\n owner desk\n was j/b\n }\n }\n}\n"
    let found = changes(old, Self.journey(Self.touchpoints("")) + rest + moved)
    #expect(found.contains { $0.code == .touchpointMoved && $0.before == .word("j/b") })
    #expect(found.contains { $0.code == .owner && $0.subject.journey == "k" })
    #expect(!found.contains { $0.code == .touchpointRemoved || $0.code == .touchpointAdded })
  }

  @Test func `a similar title is a question, and still one more and one less`() {
    let found = changes(
      Self.journey(Self.touchpoints("touchpoint b \"Reads the terms of use\"\ntouchpoint x \"X\"")),
      Self.journey(
        Self.touchpoints(
          "touchpoint x \"X\"\ntouchpoint c \"Reads the terms of the use\"\ntouchpoint d \"Goes away again\"")))
    #expect(found.first { $0.code == .touchpointReplaced }?.match == .likeness)
    #expect(found.count { $0.code == .touchpointAdded } == 2 && found.count { $0.code == .touchpointRemoved } == 1)
  }

  /// A goal for a phase is what its touchpoints aim at: to leave the phase is to loosen it.
  @Test(
    arguments: [
      ("csat >= 95%", "csat >= 70%", ["target-loosened b"]), ("csat >= 70%", "csat >= 95%", ["target-tightened b"]),
      ("csat >= 90%", "csat >= 90%", []), ("csat >= 95%", "nps >= 10", ["target-loosened b"]),
      ("effort <= 2", "csat >= 70%", ["target-loosened b"]),
    ] as [(String, String, [String])])
  func `a touchpoint that changes its phase changes its targets`(from: String, to: String, expected: [String]) {
    func text(_ isMoved: Bool) -> String {
      let b = "    touchpoint b \"B\"\n"
      return
        "journey j \"J\" {\n  phase p \"P\" {\n    target \(from)\n    touchpoint a \"A\"\n\(isMoved ? "" : b)  }\n"
        + "  phase q \"Q\" {\n    target \(to)\n\(isMoved ? b : "")    touchpoint c \"C\"\n  }\n}\n"
        + "feedback s {\n  file \"s.csv\"\n  answer csat \"A\" of j/b\n}\n"
    }
    let rows = ratings("b", [1, 1, 1, 30, 30])
    let found = compare(side(text(false), rows), side(text(true), rows)).all
    #expect(codes(found.filter { $0.code.kind == .judgement }) == expected)
  }
}
