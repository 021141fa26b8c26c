import Foundation
import Support
import Testing

/// An export that is named in the place of another file – what is wrong is said, and nothing of its rows is shown.
@Suite struct MistakenFileTests {
  static let rows = [
    "id,date,comment,mail\n1,2026-01-01,\"Anna Muster lost her card\",anna@example.org\n2,2026-01-02,\"card was lost\",bo@example.org\n",
    "id;date;comment;mail\n1;2026-01-01;Anna Muster lost her card;anna@example.org\n",
    "mail\tcomment\nanna@example.org\tAnna Muster lost her card\n",
    "{\"id\": 1, \"mail\": \"anna@example.org\", \"comment\": \"Anna Muster lost her card\"}\n",
    "[{\"id\": 1, \"mail\": \"anna@example.org\"},\n{\"comment\": \"Anna Muster lost her card\"}]\n",
    "\"anna@example.org\",\"Anna Muster lost her card\",5\n\"bo@example.org\",\"Anna Muster again\",4\n",
    "journey,date,comment\nanna@example.org,2026-01-01,Anna Muster lost her card\n",
  ]
  /// With the header of a tally, and rows of something else.
  static let tally = """
    journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2
    anna@example.org,Anna Muster,lost,her,card,and,called,us,at,her,anna@example.org
    1,Anna Muster,anna@example.org
    Anna Muster lost her card

    """

  private func expectNothing(_ run: Run, _ what: String) {
    #expect(run.status != 0, "\(what)")
    for words in ["Anna", "Muster", "anna@", "bo@", "lost"] {
      #expect(!(run.output + run.error).contains(words), "\(what): \(run.output)\(run.error)")
    }
  }

  @Test(arguments: rows.indices) func `an export is no theme, page or journey`(index: Int) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
    try scratch.write(Self.rows[index], to: "e.csv")
    try scratch.write(Self.rows[index], to: "x/e.journey")
    for line in [
      ["render", "w", "--out", "out", "--theme", "e.csv"], ["render", "w", "--out", "out", "--page", "e.csv"],
      ["check", "x"], ["fmt", "x", "--diff"], ["render", "x", "--out", "out"],
      ["tally", "w", "--from-counts", "e.csv"], ["review", "w", "--votes", "e.csv"],
    ] {
      expectNothing(try bounded(line, in: scratch), "\(line)")
    }
    for format in ["text", "short", "json", "github", "sarif"] {
      expectNothing(try bounded("check", "-", "--format", format, in: scratch, input: Self.rows[index]), format)
    }
  }

  @Test func `nor a tally`() throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
    try scratch.write(Self.tally, to: "w/answers.tally.csv")
    for format in ["text", "short", "json", "github", "sarif"] {
      let run = try bounded("check", "w", "--format", format, in: scratch)
      #expect((run.output + run.error).contains("this is not a row of a tally"))
      expectNothing(run, format)
    }
  }

  @Test func `a slip in a theme, a page and a tally is still shown`() throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
    try scratch.write("papr #ffffff #000000\nink #112233 #eeeeee\n", to: "my.theme")
    #expect(
      try bounded("render", "w", "--out", "out", "--theme", "my.theme", in: scratch).error.contains("papr #ffffff"))
    try scratch.write("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>a</b></body></html>\n", to: "page.xhtml")
    #expect(try bounded("render", "w", "--out", "out", "--page", "page.xhtml", in: scratch).error.contains("| <html"))
  }
}
