import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct EdgeTests {
  private func journey(_ touchpoints: String, flow: String = "as-written") -> Reading {
    Reading(
      "persona tom \"Tom\"\npersona rita \"Rita\"\njourney k \"K\" { phase q \"Q\" { touchpoint z \"Z\" } }\njourney j \"J\" { phase p \"P\" {\n\(touchpoints)\n} flow { \(flow) } }\n"
    )
  }

  private func named(_ name: String, _ touchpoints: String) -> Int? {
    journey(touchpoints).workspace.journeys[1].touchpointsByName()[name]?.value
  }

  @Test func `a name of today is looked up before one of the past`() {
    #expect(named("call", "touchpoint form \"F\" { was call }\ntouchpoint call \"C\"") == 1)
    #expect(named("call", "touchpoint call \"C\"\ntouchpoint form \"F\" { was call }") == 0)
    #expect(named("call", "touchpoint form \"F\" { was call }\ntouchpoint mail \"M\"") == 0)
    #expect(named("form", "touchpoint form \"F\" { was call }\ntouchpoint call \"C\" { was form }") == 0)
  }

  private func codes(_ flow: String, _ touchpoints: String = "touchpoint a \"A\"\ntouchpoint b \"B\"") -> [String] {
    journey(touchpoints, flow: flow).codes
  }

  @Test func `an arrow for another persona is another arrow`() {
    let rest = "\nentry -> a\nb -> exit"
    #expect(!codes("a -> b persona tom share 30%\na -> b persona rita share 60%" + rest).contains("repeated-arrow"))
    #expect(!codes("a -> b persona tom\na -> b : \"by mail\" persona tom" + rest).contains("repeated-arrow"))
    #expect(codes("a -> b persona tom\na -> b persona tom" + rest).contains("repeated-arrow"))
    #expect(codes("a -> b\na -> b" + rest).contains("repeated-arrow"))
  }

  @Test func `a journey that goes on in another one has a way out`() {
    #expect(codes("entry -> a -> b\nb -> a").contains("no-way-out"))
    #expect(
      !codes("entry -> a -> b\nb -> a", "touchpoint a \"A\"\ntouchpoint b \"B\" { opens k }").contains("no-way-out"))
    #expect(
      !codes("entry -> a -> b\nb -> a", "touchpoint a \"A\" { opens k }\ntouchpoint b \"B\"").contains("no-way-out"))
    #expect(!codes("entry -> a -> b\nb -> a\na -> exit").contains("no-way-out"))
  }

  private func pain(_ written: String) -> (text: String?, codes: [String]) {
    let reading = journey("touchpoint a \"A\" { pain \(written) }")
    return (
      reading.workspace.journeys[1].touchpoints[0].pains.first?.text, reading.codes.filter { $0.hasPrefix("bad-") }
    )
  }

  @Test func `the first line of a long text says nothing of its indentation`() {
    #expect(pain("\"\"\"one\n    two\n    three\n    \"\"\"").text == "one\ntwo\nthree")
    #expect(pain("\"\"\"\n    one\n      two\n    \"\"\"").text == "one\n  two")
    #expect(pain("\"\"\"      one\n    two\n    \"\"\"").text == "one\ntwo")
    #expect(pain("\"\"\"one\n    two\n  three\n    \"\"\"").text == "one\n  two\nthree")
  }

  @Test func `a character has up to six hexadecimal digits`() {
    for written in ["1F600", "01F600", "1f600"] { #expect(pain("\"\\u{\(written)}\"") == ("😀", [])) }
    #expect(pain("\"\\u{A}x\"").text == "\nx" && pain("\"\\u{00000A}x\"").text == "\nx")
    #expect(pain("\"\\u{10FFFD}\"").codes.isEmpty)
    for written in ["0001F600", "110000", "D800", "", "1F60G"] {
      #expect(pain("\"\\u{\(written)}\"").codes == ["bad-escape"], "\(written)")
    }
  }

  private func target(_ written: String) -> (value: Double?, codes: [String]) {
    let reading = journey("touchpoint a \"A\" { target csat >= \(written) }", flow: "entry -> a -> exit")
    let touchpoint = reading.workspace.journeys[1].touchpoints[0]
    return (touchpoint.targets.first?.value, reading.findings(atLeast: .error).map(\.rule.code))
  }

  @Test func `noughts before a number say nothing, and a blank of any kind may stand before the sign`() {
    for written in ["80%", "080%", "00000000000000000000080%", "80.0%", "+80%", "80 %", "80\u{A0}%", "80\u{202F}%"] {
      #expect(target(written) == (0.8, []), "\(written)")
    }
    #expect(target("0.000000000000000000%").value == 0)
    #expect(target("1234567890123456%").value == nil)
  }

  @Test(arguments: ["\n", "\r", "\r\n"]) func `a text ends with its line, whatever ends that`(end: String) {
    let reading = Reading("channel a \"A\(end)channel b \"B\"\(end)# \"C\"\(end)")
    #expect(reading.codes.filter { $0 == "unclosed-string" }.count == 1)
    #expect(reading.workspace.channels.map(\.title) == ["A", "B"])
  }

  @Test func `a name behind a name behind a name means nothing`() {
    func codes(_ place: String) -> [String] {
      Reading(
        "journey j \"J\" { phase p \"P\" { touchpoint a \"A\" } }\nfeedback f \"F\" { file \"x.csv\" date \"d\"\n answer csat \"q\" of \(place) scale 1..5 }\n"
      )
      .findings(atLeast: .error).map(\.rule.code)
    }
    #expect(codes("j/a").isEmpty)
    for place in ["j/a/a", "j/a/b/c", "j_x/a"] { #expect(!codes(place).isEmpty, "\(place)") }
    #expect(codes("j/a/a") == codes("j/a/b/c"))
  }

  @Test func `an arrow from a touchpoint to itself is no way to it`() {
    #expect(!codes("a -> a\na -> b\nb -> exit").contains("no-way-in"))
    #expect(codes("b -> a\na -> b\nb -> exit").contains("no-way-in"))
    #expect(!codes("entry -> a\na -> a\na -> b\nb -> exit").contains("no-way-in"))
  }

  @Test func `three touchpoints that nothing reaches are one finding, two are two`() {
    func count(_ others: Int) -> Int {
      let more = (0..<others).map { "touchpoint t\($0) \"T\"" }.joined(separator: "\n")
      return codes("entry -> a -> exit", "touchpoint a \"A\"\n" + more).filter { $0 == "unreachable-touchpoint" }.count
    }
    #expect((0...4).map(count) == [0, 1, 2, 1, 1])
  }

  private func reach(_ flow: String) -> [Double?] {
    journey(
      "touchpoint a \"A\"\ntouchpoint b \"B\"\ntouchpoint c \"C\"\ntouchpoint d \"D\"", flow: "entry -> a\n" + flow
    )
    .workspace.journeys[1].assumedReach().map { $0.map { ($0 * 1000).rounded() / 1000 } }
  }

  @Test func `reach from the flow is a share of all, never more`() {
    #expect(reach("a -> b share 40%\na -> c share 60%\nb -> d\nc -> d") == [1, 0.4, 0.6, 1])
    #expect(reach("a -> b share 70%\na -> c share 60%\nb -> d\nc -> d") == [1, 0.7, 0.6, 1])
    #expect(reach("a -> b share 70%\na -> c share 60%\na -> d") == [1, 0.7, 0.6, 0])
    #expect(reach("a -> b share 70%\na -> c share 20%\na -> d") == [1, 0.7, 0.2, 0.1])
    #expect(reach("a -> b share 30%\nb -> c share 50%\nc -> d") == [1, 0.3, 0.15, 0.15])
    #expect(reach("a -> b\nb -> c share 50%\nb -> exit\nc -> d share 10%") == [1, 1, 0.5, 0.05])
  }

  @Test func `of two targets in one place the last counts, and time to resolve has none of the whole workspace`() {
    var workspace = Workspace()
    func target(_ metric: Metric, _ value: Double) -> Target {
      Target(metric: metric, comparison: .atLeast, value: value, span: Span(FileID(0), 0, 0))
    }
    #expect(Metric.allCases.map { workspace.overallTarget($0)?.value } == [0.85, 0.8, nil, nil, 0.8])
    workspace.targets = [target(.csat, 0.7), target(.effort, 0.5), target(.csat, 0.9), target(.resolution, 60)]
    #expect(Metric.allCases.map { workspace.overallTarget($0)?.value } == [0.9, 0.5, nil, 60, 0.8])
  }

  @Test(arguments: ["\t", " ", "\u{A0}"]) func `a blank of any kind may stand in a text and in a comment`(blank: String)
  {
    let reading = Reading("# a\(blank)b\nchannel a \"A\(blank)B\"\(blank)# c\(blank)d\n")
    #expect(!reading.codes.contains("control-character"))
    #expect(
      Reading("# a\u{1}b\n").codes.contains("control-character")
        && Reading("channel a \"A\u{7F}B\"\n").codes.contains("control-character"))
  }
}
