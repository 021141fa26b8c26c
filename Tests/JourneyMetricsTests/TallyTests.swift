import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@Suite struct TallyTests {
  @Test(arguments: [
    ("apply,form,csat,1..5,2026-Q3,,survey,6,20,,", #""6" is not an answer on the scale 1..5"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,4.5,20,,", #""4.5" is not an answer on the scale 1..5"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,open,20,,", #""open" is not an answer on the scale 1..5"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,,20,,", #""" is not an answer on the scale 1..5"#),
    ("apply,form,csat,1..5,2026-Q5,,survey,5,20,,", #""2026-Q5" is not a period"#),
    ("apply,form,csat,5,2026-Q3,,survey,5,20,,", #""5" is not a scale of csat"#),
    ("apply,form,nps,1..5,2026-Q3,,survey,5,20,,", #""1..5" is not a scale of nps"#),
    ("apply,form,fcr,1..2,2026-Q3,,survey,1,20,,", #""1..2" is not a scale of fcr"#),
    ("apply,form,resolution,1..5,2026-Q3,,survey,1,20,,", #""1..5" is not a scale of resolution"#),
    ("apply,form,resolution,,2026-Q3,,survey,-1,20,,", #""-1" is not an answer on the scale of seconds"#),
    ("apply,form,resolution,,2026-Q3,,survey,60,20,20,20", "a duration has no weight"),
    ("apply,form,ease,1..5,2026-Q3,,survey,5,20,,", #"no metric is named "ease""#),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,-20,,", #""-20" is not a count"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,1e9,,", #""1e9" is not a count"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,1000000001,,", "this answer is counted more than 1000000000 times here"),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,２０,,", #""２０" is not a count"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,20,20,", "a weighted row needs both weight and weight2"),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,2,20,20", #""20" and "20" cannot be the weights of this many answers"#),
    ("apply,form,csat,1..5,2026-Q3,,survey,5,2,NaN,20", #""NaN" and "20" cannot be the weights of this many answers"#),
    (",form,csat,1..5,2026-Q3,,survey,5,20,,", #""form" is not a name that a row may have here"#),
    ("apply,form,csat,1..5", "this row has 4 columns, a tally has 11"),
  ])
  func `a row that cannot be read is left out, with its line`(row: String, message: String) throws {
    let good = "apply,form,csat,1..5,2026-Q3,,survey,4,7,,\n"
    let read = tally(good + row + "\n" + good.replacing("survey", with: "other"))
    let finding = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1)
    #expect(finding.message == message)
    let start = Tally.header.utf8.count + 1 + good.utf8.count
    let range = try #require(finding.span?.range)
    #expect(range.lowerBound >= start && range.upperBound <= start + row.utf8.count)
    #expect(read.value.answered.count == 2)
  }

  @Test func `quoted fields, CRLF and a byte order mark are read`() {
    let quoted = "apply,form,csat,1..5,2026-Q3,,survey,4,7,,".split(separator: ",", omittingEmptySubsequences: false)
      .map { "\"\($0)\"" }.joined(separator: ",")
    let text = "\u{FEFF}\(Tally.header)\r\n\(quoted)\r\n"
    let read = parseTally(Array(text.utf8), file: FileID(0))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.text == "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,4,7,,\n")
  }

  @Test func `sums of weights are exact, without trailing zeros`() {
    let read = tally(
      """
      a,b,csat,1..5,2026,,s,4,1,0.1000000000,0.01
      a,b,csat,1..5,2026,,t,4,1,0.0000000001,0.00000000000000000001
      a,b,csat,1..5,2026,,t,4,2,1,1
      a,b,csat,1..5,2026,,s,4,1,0.2,0.04

      """)
    #expect(
      read.value.text == """
        \(Tally.header)
        a,b,csat,1..5,2026,,s,4,2,0.3,0.05
        a,b,csat,1..5,2026,,t,4,3,1.0000000001,1.00000000000000000001

        """)
  }

  @Test(arguments: [
    ("5,600000000,,", "5,600000000,,"), ("5,9,1,600000000000000000", "5,9,1,600000000000000000"),
  ])
  func `what repeated rows add up to is never more than a row may hold`(first: String, second: String) throws {
    let row = "apply,form,csat,1..5,2026-Q3,,survey,"
    let read = tally("\(row)\(first)\n\(row)\(second)\n")
    #expect(read.diagnostics.map(\.message) == ["this answer is counted more than 1000000000 times here"])
    #expect(read.value.text == "\(Tally.header)\n\(row)\(first)\n")
  }

  @Test func `a newer tally replaces its feedback's periods, and no others`() {
    let old = tally(
      ratings([1, 1, 1, 1, 1], period: "2026-Q2") + ratings([2, 2, 2, 2, 2], feedback: "phone")
        + ratings([3, 3, 3, 3, 3])
    ).value
    let new = tally(ratings([0, 0, 0, 0, 9])).value
    let expected = tally(
      ratings([1, 1, 1, 1, 1], period: "2026-Q2") + ratings([2, 2, 2, 2, 2], feedback: "phone")
        + ratings([0, 0, 0, 0, 9])
    ).value
    #expect(old.replacing(with: new).text == expected.text)
  }

  @Test func `any bytes are read without a crash`() {
    var state: UInt64 = 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let weighted = "apply,form,nps,0..10,2026-Q3,,s,9,9,7.25,6.5\napply,form,nps,0..10,2026-Q2,,s,1,9,8.5,9.75\n"
    let times = "apply,form,resolution,,2026-Q3,,s,512,40,,\napply,form,resolution,,2026-Q2,,s,0,9,,\n"
    let rows = Array(
      (Tally.header + "\n" + ratings([1, 2, 3, 4, 5]) + ratings([9, 9, 9, 9, 9], "effort") + weighted + times).utf8)
    for _ in 0..<800 {
      var bytes = rows
      for _ in 0..<1 + next() % 4 {
        let place = next() % bytes.count
        switch next() % 3 {
        case 0: bytes[place] = UInt8(next() % 256)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array(",\n\".-059\u{0}".utf8)[next() % 8], at: place)
        }
      }
      let read = parseTally(bytes, file: FileID(0))
      _ = score(workspace(journey("apply", ["form"])), [read.value])
    }
  }

  @Test func `many bad rows make a few findings and a count`() {
    let read = tally(String(repeating: "x\n", count: 500))
    #expect(read.diagnostics.count == 21)
    #expect(read.diagnostics.last?.message == "480 more rows of this file have findings that are not listed")
  }

  @Test(arguments: Rule.metricsCatalog.filter { !$0.example.isEmpty }.map(\.code))
  func `a rule's example raises it, and what to write instead does not`(code: String) throws {
    let rule = try #require(Rule.metricsCatalog.first { $0.code == code })
    func codes(_ text: String) -> [String] {
      let read = parseTally(Array(text.utf8), file: FileID(0))
      var workspace = workspace(journey("apply", ["form"]))
      if code == "tally-counted-twice" {
        workspace.feedbacks = [Feedback(name: "survey", title: "Survey", span: nowhere, declaredIn: FileID(0))]
      }
      let result = score(workspace, [read.value])
      return (read.diagnostics + result.diagnostics).map(\.rule.code)
    }
    #expect(codes(rule.example) == [code])
    #expect(codes(rule.instead) == [])
  }
}
