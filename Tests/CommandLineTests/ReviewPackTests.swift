import Foundation
import FoundationXML
import Support
import Testing

@Suite struct ReviewPackTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let journeys = Golden.root.appending(path: "journeys").path

  private func pack(_ arguments: String = "--tiles A4") throws -> [String: Data] {
    let run = try Run(shell: "waymark review '\(Self.journeys)' --pack pack \(arguments)", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "Open pack/index.html\n")
    return try scratch.files(below: "pack")
  }

  @Test func `everything the workshop needs is there, well-formed, linked, and the same twice`() throws {
    let files = try pack()
    for name in [
      "index.html", "airport-poster-A0.svg", "airport-poster-A0.html", "airport-poster-A1.svg",
      "airport-poster-A1.html", "airport-poster-A0-on-A4.html", "airport-poster-A1-on-A4.html", "airport-slides.html",
      "ballot.html", "actions.html", "grid.html", "review.html",
      "review.txt", "review.csv", "review.json", "votes.csv",
    ] { #expect(files[name] != nil, "\(name)") }
    let index = try scratch.text("pack/index.html")
    for name in files.keys where name != "index.html" { #expect(index.contains("href=\"\(name)\""), "\(name)") }
    for (name, bytes) in files where name.hasSuffix(".html") || name.hasSuffix(".svg") {
      #expect(XMLParser(data: bytes).parse(), "\(name)")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("<script") == name.hasSuffix("-slides.html") && !text.contains("url("), "\(name)")
      #expect(!text.contains("href=\"http"), "\(name)")
    }
    #expect(try pack() == files)
    #expect(try pack("--tiles A3")["airport-poster-A0-on-A3.html"] != nil)
  }

  @Test(arguments: ["airport", "account", "complaint"], ["A0", "A1"])
  func `the smallest text of a poster is 18 points on paper, and one sheet of A0 holds the map`(
    journey: String, paper: String
  ) throws {
    _ = try pack()
    let svg = try scratch.text("pack/\(journey)-poster-\(paper).svg")
    let size = try #require(
      svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) [0-9.]+" width="([0-9.]+)mm" height="([0-9.]+)mm"/))
    let (pixels, millimetres) = (try #require(Double(size.1)), try #require(Double(size.2)))
    let sizes = svg.matches(of: /font-size:([0-9]+)px/).compactMap { Double($0.1) }
    #expect(try #require(sizes.min()) * millimetres / pixels * 72 / 25.4 >= 17.99)
    if paper == "A0" { #expect(size.2 == "1189" && size.3 == "841") }
    let page = try scratch.text("pack/\(journey)-poster-\(paper).html")
    let sheets = page.matches(of: /class="sheet waymark"/).count
    let height = paper == "A0" ? 841.0 : 594.0
    #expect(Double(size.3) == height * Double(sheets))
    #expect(page.contains("@page{size:\(size.2)mm \(Int(height))mm;margin:0}"))
  }

  @Test(arguments: ["A3", "A4"])
  func `small sheets cover a poster, each overlapping the next, with crop marks`(paper: String) throws {
    _ = try pack("--tiles A3 --tiles A4")
    let picture = try #require(
      try scratch.text("pack/airport-poster-A0.svg").firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    let page = try scratch.text("pack/airport-poster-A0-on-\(paper).html")
    let parts = page.matches(of: /viewBox="([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+)"><use/).map { match in
      [match.1, match.2, match.3, match.4].compactMap { Double($0) }
    }
    try #require(!parts.isEmpty)
    #expect(page.matches(of: /<path class="mark"/).count == parts.count)
    for (column, side) in [(0, 2), (1, 3)] {
      let starts = Set(parts.map { $0[column] }).sorted()
      let length = parts[0][side]
      // A centimetre of A0, in pixels of the picture.
      let overlap = 10 * (try #require(Double(picture.1))) / 1189
      for (first, second) in zip(starts, starts.dropFirst()) { #expect(abs(first + length - second - overlap) < 0.1) }
      let whole = try #require(Double(column == 0 ? picture.1 : picture.2))
      #expect((starts.last ?? 0) + length >= whole - 0.1)
    }
  }

  @Test func `slides go on and back by links, one to the next`() throws {
    _ = try pack()
    let deck = try scratch.text("pack/airport-slides.html")
    let slides = deck.matches(of: /<section id="s([0-9]+)"/).compactMap { Int($0.1) }
    #expect(slides == Array(1...slides.count) && slides.count >= 8)
    let links = Set(deck.matches(of: /href="#s([0-9]+)"/).compactMap { Int($0.1) })
    #expect(links == Set(slides))
    for phase in 1...5 { #expect(deck.contains("Phase \(phase) of 5: ")) }
    let ids = deck.matches(of: /\sid="([^"]+)"/).map { $0.1 }
    #expect(Set(ids).count == ids.count)
    let journeys = try scratch.text("pack/review.csv").matches(of: /(?m)^airport,/).count
    #expect(deck.matches(of: /aria-roledescription="piece of a journey map"/).count >= 5)
    // The whole journey first, and a talk of half an hour: the airport has seven lists beside its phases.
    #expect(deck.contains("Overview of the journey") && slides.count <= 17)
    #expect(deck.matches(of: /class="touchpoint" id="[^"]*-1-[0-9]+-t[0-9]+"/).count == journeys)
  }

  @Test func `a theme and a page of one's own are the pack's and the page's`() throws {
    try scratch.write("owner #8a1c3b #f2b0c4\n", to: "own.theme")
    let template = try String(contentsOf: Golden.root.appending(path: "templates/pages/review.xhtml"), encoding: .utf8)
    try scratch.write(template.replacing("<main", with: "<p>Northwind Bank</p><main"), to: "review.xhtml")
    let files = try pack("--theme own.theme --page review.xhtml")
    for name in [
      "airport-slides.html", "airport-poster-A0.svg", "airport-poster-A0.html", "actions.html", "review.html",
    ] {
      #expect(String(decoding: try #require(files[name]), as: UTF8.self).contains("#8a1c3b"), "\(name)")
    }
    #expect(try scratch.text("pack/review.html").contains("Northwind Bank"))
    let page = try Run(
      shell: "waymark review '\(Self.journeys)' --format html --theme own.theme --page review.xhtml", in: scratch.folder
    )
    #expect(
      page.status == 0 && page.output.contains("#8a1c3b") && page.output.contains("Northwind Bank"), "\(page.error)")
    let plain = try Run(shell: "waymark review '\(Self.journeys)' --format html", in: scratch.folder)
    #expect(!plain.output.contains("#8a1c3b"))
  }

  @Test(arguments: [
    ("none.theme", Int32(2), "no theme or file is named"), ("bad.theme", 1, "error["),
    ("plain --page bad.xhtml", 1, "error["),
    ("plain --page none.xhtml", 2, "none.xhtml"),
  ])
  func `with a theme or a page that is wrong nothing is written`(theme: String, status: Int32, words: String) throws {
    try scratch.write("owner red\n", to: "bad.theme")
    try scratch.write("<html>", to: "bad.xhtml")
    for output in ["--pack wrong", "--format html"] {
      let run = try Run(shell: "waymark review '\(Self.journeys)' --theme \(theme) \(output)", in: scratch.folder)
      #expect(run.status == status && run.error.contains(words) && run.output.isEmpty, "\(run.error)")
    }
    #expect(throws: (any Error).self) { try scratch.text("wrong/index.html") }
  }

  @Test func `votes that were typed in stay where the pack is made anew`() throws {
    _ = try pack()
    try scratch.write("touchpoint,votes\nairport/security,7\n", to: "pack/votes.csv")
    _ = try pack()
    #expect(try scratch.text("pack/votes.csv") == "touchpoint,votes\nairport/security,7\n")
  }

  @Test func `the votes of the ballot come back`() throws {
    _ = try pack()
    let ballot = try scratch.text("pack/ballot.html")
    let rows = try scratch.text("pack/votes.csv").split(separator: "\n")
    #expect(rows.first == "touchpoint,votes")
    for row in rows.dropFirst() { #expect(ballot.contains(">\(row.dropLast())<"), "\(row)") }
    let filled = rows.enumerated().map { $0.offset == 0 ? String($0.element) : "\($0.element)\($0.offset)" }
    try scratch.write(filled.joined(separator: "\n"), to: "votes.csv")
    let run = try Run(
      "review", Self.journeys, "--votes", "votes.csv", "--format", "csv", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func `the action of the lead's page is whole`() throws {
    let blocks = try DocumentedExample.all(in: "docs/review.md")
    let block = try #require(blocks.first { $0.kind == "journey-in-journey" })
    try FileManager.default.copyItem(at: Golden.root.appending(path: "journeys"), to: scratch.url("journeys"))
    let file = "journeys/complaint/complaint.journey"
    let head = "  action see-scans "
    let journey = try scratch.text(file)
    let lines = block.text.split(separator: "\n").map { "  \($0)\n" }.joined()
    try scratch.write(journey.replacing(head, with: lines + head), to: file)
    #expect(try scratch.text(file) != journey)
    let check = try Run(shell: "waymark check --strict journeys", in: scratch.folder)
    #expect(check.status == 0 && !check.output.contains("warning["), "\(check.output)\(check.error)")
    let review = try Run(shell: "waymark review journeys/complaint", in: scratch.folder)
    #expect(review.status == 0 && review.output.contains("Reasons on one page"), "\(review.output)")
  }

  @Test func `the commands of the lead's page run`() throws {
    let page = try String(contentsOf: Golden.root.appending(path: "docs/review.md"), encoding: .utf8)
    try FileManager.default.copyItem(
      at: Golden.root.appending(path: "journeys"), to: scratch.url("journeys"))
    var (language, count) = ("", 0)
    for line in page.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("```") {
        language = language.isEmpty ? String(line.dropFirst(3)) : ""
        if language == "csv" { try scratch.write("", to: "votes.csv") }
      } else if language == "csv" {
        try scratch.write(scratch.text("votes.csv") + line + "\n", to: "votes.csv")
      } else if language == "sh" {
        let run = try Run(shell: line, in: scratch.folder)
        #expect(run.status == 0, "\(line)\n\(run.error)")
        count += 1
      }
    }
    #expect(count >= 8)
  }
}
