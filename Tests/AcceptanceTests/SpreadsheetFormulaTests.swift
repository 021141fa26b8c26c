import Foundation
import Support
import Testing

/// `=HYPERLINK(…)`, `+`, `-`, `@`, TAB, CR in text fields of exported CSV – prefixed `'`; numbers (−0.03) and tally
/// files stay as they are.
@Suite struct SpreadsheetFormulaTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let formulas = [
    "=HYPERLINK(\"\"//e\"\",\"\"x\"\")", "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\tx", "\rx", " =1",
    "nice;=cmd|' /C calc'!A1;bye", "a; \"\"+1",
  ]

  @Test(arguments: formulas) func `no text of a review is a formula`(formula: String) throws {
    let text = formula.replacing("\"\"", with: "\\\"").replacing("\t", with: "\\t").replacing("\r", with: "\\u{d}")
    try scratch.write(
      """
      department d "\(text)"
      department e "\(text) too"
      channel web "\(text)"
      journey j "\(text)" {
        owner d
        goal g "\(text)" { kpi churn }
        phase p "\(text)" {
          touchpoint t "\(text)" owner d channel web
          touchpoint u "\(text) too" owner e channel web
        }
        flow { t -> u : "\(text)" }
        action a "\(text)" { for t owner d goal g status doing due 2026-10 }
      }
      feedback survey "\(text)" { file "x.csv" date "d" answer csat "q" of j/t, j/u scale 1..5 }

      """, to: "w/j.journey")
    let rows = ["2026-05": (40, 60), "2026-06": (60, 40)].sorted { $0.key < $1.key }.flatMap { period, counts in
      ["t", "u"].map {
        "j,\($0),csat,1..5,\(period),,survey,2,\(counts.0),,\nj,\($0),csat,1..5,\(period),,survey,5,\(counts.1),,\n"
      }
    }
    try scratch.write(Survey.head + rows.joined(), to: "w/survey.tally.csv")
    let printed = try bounded("review", "w", "--format", "csv", in: scratch)
    expectNoFormula(printed.output)
    #expect(printed.output.contains(",-0.2,"), "a fall stays a number: \(printed.output)")
    #expect(try bounded("review", "w", "--pack", "pack", in: scratch).status == 0)
    let tables = try scratch.files(below: "pack").filter { $0.key.hasSuffix(".csv") }
    #expect(tables.keys.sorted() == ["actions.csv", "handoffs.csv", "review.csv", "votes.csv"])
    for (_, bytes) in tables { expectNoFormula(String(decoding: bytes, as: UTF8.self)) }
  }

  /// A cell begins like a formula only where it is a number.
  private func expectNoFormula(_ csv: String, sourceLocation: SourceLocation = #_sourceLocation) {
    // Where the list separator is `;`, only a row's first cell can be in quotes, and what follows is cut at each.
    #expect(csv.firstMatch(of: /[;\t][;\s"]*[=+\-@]/) == nil, "\(csv)", sourceLocation: sourceLocation)
    var cells = [""]
    var isQuoted = false
    for letter in csv.unicodeScalars {
      if letter == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, letter == "," || letter == "\n" {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(letter)
      }
    }
    for cell in cells where Double(cell) == nil {
      let first = cell.unicodeScalars.first
      #expect(
        first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true, "\(cell.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `rows left out are kept for the analyst alone, and nothing in them is a formula`() throws {
    try scratch.write(Survey.journey(), to: "w/help.journey")
    try scratch.write(
      "date,q,note\n2026-04-03,9,=HYPERLINK(\"\"x\"\")\n2026-04-03,-0.5,\"+1 \"\"two\"\", three\"\n2026-04-03,5,fine\n2026-04-03,7,\"@a\nb\"\n",
      to: "w/private/x.csv")
    let run = try bounded(shell: "waymark tally w --rejects r.csv; stat -c %a r.csv", in: scratch)
    #expect(run.output.hasSuffix("600\n"), "\(run.error)")
    #expect(
      try scratch.text("r.csv") == #"""
        reason,file,line,column
        outside the scale,private/x.csv,2,q,2026-04-03,9,"'=HYPERLINK(""""x"""")"
        not a whole number,private/x.csv,3,q,2026-04-03,-0.5,"'+1 ""two"", three"
        outside the scale,private/x.csv,5,q,2026-04-03,7,"'@a
        b"

        """#)
  }

  @Test func `a tally says its words as they are`() throws {
    try scratch.write(
      Survey.journey("segment \"plan\" {\n\"-1\" is young\n}").replacing(
        "journey help", with: "segment young \"=1+1\"\njourney help"),
      to: "w/help.journey")
    try scratch.write("date,q,plan\n2026-04-03,5,-1\n", to: "w/private/x.csv")
    #expect(try bounded("tally", "w", in: scratch).status == 0)
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head + Survey.row("2026-04", "5", 1, segment: "young"))
  }
}
