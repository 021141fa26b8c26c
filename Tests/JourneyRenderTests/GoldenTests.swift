import JourneyModel
import JourneyRender
import Support
import Testing

@Test(arguments: Golden.cases(in: "svg")) func `a journey renders to its golden SVG`(golden: Golden) throws {
  try golden.expect(byElement(Sample(parts: golden.text()).maps.joined()), as: "svg")
}

@Test(arguments: Golden.cases(in: "html")) func `a workspace renders to its golden pages`(golden: Golden) throws {
  let sample = Sample(parts: try golden.text())
  let pages = try sample.pages().map { $0.replacing(Sample.script, with: "the script of every page") }
  try golden.expect(byElement(pages.joined() + sample.index()), as: "html")
}

/// One element a line, so that a change can be read.
private func byElement(_ markup: String) -> String { markup.replacing("><", with: ">\n<") }

@Test func `there are goldens`() {
  #expect(Golden.cases(in: "svg").count >= 5)
  #expect(!Golden.cases(in: "html").isEmpty)
}

@Test func `the README's picture is what the program draws`() throws {
  let sample = Sample.repository
  let airport = try #require(sample.rendering.views.firstIndex { $0.journey.name == "airport" })
  try Golden("airport", in: "../../docs").expect(sample.maps[airport], as: "svg")
}
