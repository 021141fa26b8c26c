import Foundation
import Support
import Testing

/// Files of a few bytes that ask for much: logos that multiply, periods without end, compressed exports, thousands
/// of journeys, maps as wide as a picture can be – an answer in proportion, or a finding that names the limit.
@Suite struct ProportionTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
  }

  /// What was seen to hang Chromium; the kinds are in `Tests/MarkupTests/PictureCostTests.swift`.
  @Test func `a logo that multiplies is refused with its place`() throws {
    let levels = (1...6).map { "<g id=\"a\($0)\">\(String(repeating: "<use href=\"#a\($0 - 1)\"/>", count: 10))</g>\n" }
      .joined()
    try scratch.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><defs><g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>\n\(levels)</defs><use href=\"#a6\"/></svg>",
      to: "logo.svg")
    try scratch.write("logo logo.svg A logo\n", to: "my.theme")
    let run = try bounded("render", "w", "--out", "out", "--theme", "my.theme", in: scratch)
    #expect(run.status == 1)
    #expect(run.error.contains("error[bad-theme]: the picture draws more than 10000 shapes"), "\(run.error)")
    #expect(run.error.contains("logo.svg:5:"), "\(run.error)")
    #expect(try scratch.files(below: "out").isEmpty)
  }

  private func feedback(_ facts: String) throws {
    try scratch.write(
      """
      journey j "J" { phase p "P" { touchpoint t "T" } }
      feedback f "F" {
        file "e.csv"
        \(facts)
        answer csat "score" of j/t scale 1..5
      }

      """, to: "w/j.journey")
  }

  @Test(arguments: ["", "one answer per person \"who\""])
  func `a period for each month of many years is counted in time`(facts: String) throws {
    try feedback("date \"date\"\n  period month\n  \(facts)")
    let years = Run.isRelease ? 1_000..<9_000 : 1_000..<2_000
    let rows = years.lazy.flatMap { year in
      (1...12).lazy.map { "\(year)-\($0 < 10 ? "0" : "")\($0)-02,5,p\(year)\($0)\n" }
    }
    try scratch.write("date,score,who\n" + rows.joined(), to: "w/e.csv")
    let run = try bounded("tally", "w", "--dry-run", in: scratch)
    #expect(run.status == 0, "\(run.error)")
  }

  /// Members of one byte over and over, so that little is unpacked to much.
  @Test(.enabled(if: Run.isRelease), arguments: ["\\0", "\\n", "a", "5\\n", "2026-01-01,5\\n"])
  func `a compressed export that unpacks to a thousand times its size is refused`(text: String) throws {
    try feedback("date \"date\"\n  period month")
    try Run(
      shell: """
        cd w; printf 'date,score\\n' | gzip -n >e.csv; printf '\(text)%.0s' $(seq 1000) >piece
        for i in $(seq 50); do cat piece; done >pieces; for i in $(seq 200); do cat pieces; done | head -c 50000000 | gzip -n >member
        for i in $(seq 40); do cat member; done >>e.csv
        """, in: scratch.folder)
    let run = try bounded("tally", "w", "--dry-run", in: scratch)
    #expect(run.status == 2 && run.error.contains("unpacks to more than 100 times its size"), "\(run.error)")
  }

  @Test func `a compressed export of much the same is read`() throws {
    try feedback("date \"date\"\n  period month")
    let rows = String(repeating: "2026-01-01,5\n", count: 200_000)
    try scratch.write("date,score\n" + rows, to: "w/e.csv")
    try Run(shell: "cd w; gzip -n e.csv; mv e.csv.gz e.csv", in: scratch.folder)
    let run = try bounded("tally", "w", "--dry-run", in: scratch)
    #expect(run.output.contains("200,000"), "\(run.output)\(run.error)")
  }

  private func journeys(_ count: Int) -> String {
    (0..<count).map { "journey j\($0) \"J\" { phase p \"P\" { touchpoint t \"T\" opens j\(($0 + 1) % count) } }\n" }
      .joined()
  }

  @Test func `thousands of journeys are not drawn, and one of them is`() throws {
    // Ten thousand files of a journey each are drawn (`WorkspaceSizeTests`).
    try scratch.write(journeys(10_001), to: "m/j.journey")
    let run = try bounded("render", "m", "--out", "out", in: scratch)
    #expect(
      run.status == 1 && run.error.contains("error[too-many-pages]: this workspace has 10001 journeys"), "\(run.error)")
    #expect(try scratch.files(below: "out").isEmpty)
    #expect(try bounded("render", "m", "--out", "out", "--journey", "j7", in: scratch).output == "Open out/j7.html\n")
    try scratch.write(journeys(5_000), to: "n/j.journey")
    #expect(try bounded("review", "n", in: scratch).status == 0)
  }

  /// A budget for a page is one for all pages together where there are many.
  @Test(.enabled(if: Run.isRelease)) func `pages of one template share what they may take`() throws {
    try scratch.write(journeys(400), to: "m/j.journey")
    // One page is enough, and all of them would be half a gigabyte to write.
    let large = "<w:each select=\"//touchpoint|//@*\"><p>\(String(repeating: "x", count: 200_000))</p></w:each>"
    let page = "<w:if test=\"@name = 'j7'\">\(large)</w:if>"
    try scratch.write(
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:w=\"urn:waymark:page\"><body>\(page)</body></html>\n",
      to: "page.xhtml")
    let run = try bounded("render", "m", "--out", "out", "--format", "html", "--page", "page.xhtml", in: scratch)
    #expect(run.status == 1 && run.error.contains("the page grows past 1310 KiB here"), "\(run.error.prefix(1000))")
  }

  /// librsvg rounds a picture's side up, and cairo draws none of 32,768 pixels.
  @Test(.enabled(if: ProportionTests.hasLibrsvg && Run.isRelease), arguments: [500, 1_000, 2_500])
  func `a wide map is a picture`(touchpoints: Int) throws {
    let cards = (0..<touchpoints).map { "touchpoint t\($0) \"T\($0)\" owner d\n" }.joined()
    try scratch.write("department d \"D\"\njourney j \"J\" { phase p \"P\" {\n\(cards)} }\n", to: "wide/j.journey")
    let run = try Run("render", "wide", "--out", "out", "--format", "png", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(try scratch.files(below: "out").keys.sorted() == ["j.png"])
  }

  static let hasLibrsvg = ["/usr/bin", "/usr/local/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert")
  }
}
