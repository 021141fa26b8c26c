import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct EdgeTests {
  private func journey(_ touchpoints: String, flow: String = "as-written") -> Reading {
    Reading("persona tom \"Tom\"\npersona rita \"Rita\"\njourney k \"K\" { phase q \"Q\" { touchpoint z \"Z\" } }\njourney j \"J\" { phase p \"P\" {\n\(touchpoints)\n} flow { \(flow) } }\n")
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
    #expect(!codes("entry -> a -> b\nb -> a", "touchpoint a \"A\"\ntouchpoint b \"B\" { opens k }").contains("no-way-out"))
    #expect(!codes("entry -> a -> b\nb -> a", "touchpoint a \"A\" { opens k }\ntouchpoint b \"B\"").contains("no-way-out"))
    #expect(!codes("entry -> a -> b\nb -> a\na -> exit").contains("no-way-out"))
  }

  private func pain(_ written: String) -> (text: String?, codes: [String]) {
    let reading = journey("touchpoint a \"A\" { pain \(written) }")
    return (reading.workspace.journeys[1].touchpoints[0].pains.first?.text, reading.codes.filter { $0.hasPrefix("bad-") })
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
    for written in ["0001F600", "110000", "D800", "", "1F60G"] { #expect(pain("\"\\u{\(written)}\"").codes == ["bad-escape"], "\(written)") }
  }
}
