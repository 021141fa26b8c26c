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
      "agenda.html", "ballot.html", "actions.html", "grid.html", "review.html", "department-claims.html",
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

  /// In millimetres of A0; on A1 everything is 0.71 times as large.
  @Test(arguments: [("airport", 3), ("account", 2), ("complaint", 1)], ["A0", "A1"])
  func `a poster is as large as its paper, and its smallest text 8 millimetres`(
    journey: (name: String, sheets: Int), paper: String
  ) throws {
    _ = try pack()
    let svg = try scratch.text("pack/\(journey.name)-poster-\(paper).svg")
    let size = try #require(
      svg.firstMatch(of: /viewBox="0 0 1189 ([0-9.]+)" width="([0-9.]+)mm" height="([0-9.]+)mm"/))
    let (width, height) = paper == "A0" ? (1189, 841) : (841, 594)
    #expect(size.2 == "\(width)" && size.3 == "\(height * journey.sheets)" && size.1 == "\(841 * journey.sheets)")
    let scales = svg.matches(of: /translate\(0 [0-9.]+\)scale\(([0-9.]+)\)/).compactMap { Double($0.1) }
    let fonts = svg.matches(of: /font-size:([0-9]+)px/).compactMap { Double($0.1) }
    #expect(try #require(scales.min()) * (try #require(fonts.min())) >= 7.99)
    let page = try scratch.text("pack/\(journey.name)-poster-\(paper).html")
    #expect(page.matches(of: /class="sheet waymark"/).count == journey.sheets)
    #expect(page.contains("@page{size:\(width)mm \(height)mm;margin:0}"))
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
    for phase in 1...5 { #expect(deck.contains("Phase \(phase) of 5")) }
    let ids = deck.matches(of: /\sid="([^"]+)"/).map { $0.1 }
    #expect(Set(ids).count == ids.count)
    let journeys = try scratch.text("pack/review.csv").matches(of: /(?m)^airport,/).count
    #expect(deck.matches(of: /aria-roledescription="piece of a journey map"/).count >= 5)
    // A phase is one slide each; the airport's longest has eight touchpoints or fewer.
    #expect(slides.count <= 12)
    #expect(deck.matches(of: /class="touchpoint" id="[^"]*-1-[0-9]+-t[0-9]+"/).count == journeys)
  }

  @Test func `a usual journey has twelve slides`() throws {
    _ = try pack()
    let deck = try scratch.text("pack/complaint-slides.html")
    let titles = deck.matches(of: /<h1 id="t[0-9]+">([^<]*)<\/h1>/).map { String($0.1) }
    #expect(
      titles == [
        "A parcel goes missing", "Top priority here: Reads the tracking, 52% satisfied.",
        "Top priority here: Reports it missing, 44% satisfied.",
        "Top priority here: Waits for the courier, 16% satisfied.",
        "Top priority here: Gets the decision, 37% satisfied.",
        "Nothing here falls short of its target, as far as it is measured.",
        "Fix first: the answers cannot say which of these comes first", "3 clearly worse, 5 clearly better",
        "It clearly gets worse from “Sends photos and receipt” to “Waits for the courier”",
        "2 of 3 actions clearly helped", "No action yet for rank 1: Reads the tracking", "Your turn",
      ])
    // The whole journey and what was found are on the first.
    let first = try #require(deck.split(separator: "<section").dropFirst().first)
    #expect(first.contains("Top priority: Reads the tracking") && first.contains("Is asked if all is well"))
  }

  @Test func `of one journey there is nothing of another`() throws {
    let files = try pack("--journey complaint")
    let posters = files.keys.filter { $0.contains("-poster-") || $0.contains("-slides") }
    #expect(!posters.isEmpty && posters.allSatisfy { $0.hasPrefix("complaint-") })
    #expect(files["department-claims.html"] != nil && files["department-marketing.html"] == nil)
    for name in ["ballot.html", "agenda.html", "votes.csv", "review.csv", "actions.csv", "index.html"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      #expect(text.contains("complaint") || text.contains("parcel"), "\(name)")
      #expect(!text.contains("Opening an account") && !text.contains("open-account"), "\(name)")
    }
    let wrong = try Run(shell: "waymark review '\(Self.journeys)' --journey complain --pack none", in: scratch.folder)
    #expect(wrong.status == 2 && wrong.error.contains("did you mean \"complaint\"?"))
    let text = try Run(shell: "waymark review '\(Self.journeys)' --journey complaint", in: scratch.folder)
    #expect(text.status == 0 && text.output.contains("Waits for the courier") && !text.output.contains("airport"))
  }

  /// Ten to choose among at most, in the order of the journey, which favours none.
  @Test func `a ballot is short`() throws {
    _ = try pack()
    let rows = try scratch.text("pack/votes.csv").split(separator: "\n").dropFirst().map { String($0.dropLast()) }
    for journey in ["airport", "account", "complaint"] {
      #expect((1...10).contains(rows.count { $0.hasPrefix("\(journey)/") || $0.hasPrefix("open-\(journey)/") }))
    }
    #expect(rows.first { $0.hasPrefix("complaint/") } == "complaint/scan")
    #expect(try scratch.text("pack/ballot.html").matches(of: /<tr>/).count <= 3 * 14)
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
