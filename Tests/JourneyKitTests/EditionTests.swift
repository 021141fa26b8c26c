import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyKit

/// What edition 1 of the language says, from the file to pages and reviews.
@Suite struct EditionTests {
  private static let text = """
    workspace "W" {
      edition 1
    }
    group daily "Every day"
    group rare "Now and then"
    lane risk "Risks"
    department shop "Shop" { was store }
    department web "Web"
    channel till "Till"
    persona maya "Maya"
    journey tea "Buying tea" {
      part-of rare
      reviewed 2026-03-05 by shop
      phase a "A" {
        owner shop
        channel till
        touchpoint one "One" { tag hot, cold }
        touchpoint two "Two" owner web { tag hot }
        touchpoint three "Three"
      }
    }
    journey coffee "Buying coffee" {
      part-of daily
      phase a "A" {
        touchpoint sip "Sips" owner shop
      }
    }
    journey idea "An idea" {
      draft
      phase a "A" {
        touchpoint think "Thinks" owner shop { tag cold }
      }
      action do "Do it" { for think }
    }
    journey loose "Of no group" {
      phase a "A" {
        touchpoint look "Looks" owner store
      }
    }

    """
  private static let tally =
    Tally.header + "\n"
    + ["tea,one", "tea,two", "tea,three", "coffee,sip", "idea,think"].map { "\($0),csat,1..5,2026-Q1,,f,2,60,,\n" }
    .joined()

  private static var sources: WorkspaceFiles {
    WorkspaceFiles([("a.journey", text), ("f.tally.csv", tally)])
  }

  private func page(_ name: String, _ change: (inout RenderOptions) -> Void = { _ in }) throws -> String {
    var options = RenderOptions()
    change(&options)
    let made = try Waymark.render(Self.sources, options).files()
    return String(decoding: try #require(made.files.first { $0.path == name }).bytes, as: UTF8.self)
  }

  @Test func `it is found in order`() throws {
    #expect(
      Waymark.check(Self.sources).withoutNotes.diagnostics.map(\.message) == [
        "action \"Do it\" has no owner, due date or goal"
      ])
  }

  @Test(arguments: ["2", "0", "1.5", "999999999999"]) func `another edition is one error`(edition: String) {
    let text = Self.text.replacing("edition 1", with: "edition \(edition)")
    let found = Waymark.check(WorkspaceFiles([("a.journey", text)])).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.rule.code) == ["unknown-edition"])
  }

  @Test func `what a phase says counts for its touchpoints that say nothing, in hand-offs too`() throws {
    let journey = try #require(JourneyAnalysis(Self.sources).model.value.journeys.first)
    let workspace = JourneyAnalysis(Self.sources).model.value
    #expect(journey.touchpoints.map { $0.owner.map { workspace[$0].name } } == ["shop", "web", "shop"])
    #expect(journey.touchpoints.allSatisfy { $0.channels.count == 1 })
    #expect(journey.arrows.compactMap(\.handOff).count == 2)
    let without = Self.text.replacing("    owner shop\n", with: "")
    let found = Waymark.check(WorkspaceFiles([("a.journey", without)])).diagnostics.filter {
      $0.rule.code == "missing-owner"
    }
    #expect(!found.isEmpty)
  }

  @Test func `the index has groups in the order declared, and drafts where they are asked for`() throws {
    let index = try page("index.html")
    let order = ["Of no group", "Every day", "Buying coffee", "Now and then", "Buying tea"].map {
      index.firstRange(of: $0)?.lowerBound
    }
    #expect(order.allSatisfy { $0 != nil } && zip(order, order.dropFirst()).allSatisfy { $0! < $1! })
    #expect(!index.contains("An idea"))
    let all = try page("index.html") { $0.drafts = true }
    #expect(all.contains("An idea") && all.contains("Draft"))
    #expect(try page("idea.html").contains("A draft."))
    #expect(try page("tea.html").contains("Reviewed 5 March 2026 by Shop"))
    #expect(try page("tea.svg").contains("Reviewed 5 March 2026 by Shop"))
  }

  @Test(arguments: [ReviewFormat.text, .md, .csv, .json, .html])
  func `a review has drafts where they are asked for`(format: ReviewFormat) throws {
    var options = ReviewOptions()
    let without = try Waymark.review(Self.sources, options).printed(as: format, colour: false)
    #expect(!without.contains("An idea") && !without.contains("think") && !without.contains("Do it"), "\(without)")
    options.drafts = true
    let with = try Waymark.review(Self.sources, options).printed(as: format, colour: false)
    #expect(with.contains("An idea") || with.contains("idea,"))
  }

  @Test func `a ballot has no drafts, and votes find touchpoints by earlier names`() throws {
    let pack = try Waymark.review(Self.sources).pack(tiles: [])
    let ballot = String(decoding: try #require(pack.first { $0.path.hasSuffix("votes.csv") }).bytes, as: UTF8.self)
    #expect(ballot.contains("sip") && !ballot.contains("think"))
  }

  @Test func `a tag compares its touchpoints only, and draws the others faintly`() throws {
    var options = ReviewOptions()
    options.tag = "hot"
    let review = try Waymark.review(Self.sources, options)
    let text = try review.printed(as: .text, colour: false)
    #expect(text.contains("ouchpoints tagged “hot”"))
    let json = try review.printed(as: .json, colour: false)
    let ranked = json.components(separatedBy: "\"rank\": ").dropFirst().filter { !$0.hasPrefix("null") }.count
    #expect(ranked == 2, "\(json)")
    let map = try page("tea.svg") { $0.tag = "cold" }
    #expect(map.components(separatedBy: "opacity=\"0.2\"").count > 2)
    #expect(throws: WaymarkError.self) {
      options.tag = "hto"; _ = try Waymark.review(Self.sources, options)
    }
    var cold = RenderOptions()
    (cold.tag, cold.formats) = ("cold", [.svg])
    #expect(try Waymark.render(Self.sources, cold).files().files.map(\.path) == ["tea.svg", "idea.svg"])
  }

  /// Every version of the journeys that git knows: without an error of its own, or with one that its fix takes away
  /// without changing what the file means.
  @Test func `the journeys of every earlier commit mean what they meant`() throws {
    func git(_ arguments: String...) throws -> Data? {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git", "-C", Golden.root.path] + arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = Pipe()
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? data : nil
    }
    guard
      let log = try git(
        "log", "--format=", "--raw", "--no-abbrev", "--no-renames", "--", "journeys", "templates/starters")
    else {
      print("the journeys of earlier commits: SKIPPED, this is no clone of git")
      return
    }
    var blobs: Set<String> = []
    for line in String(decoding: log, as: UTF8.self).split(separator: "\n") where line.hasSuffix(".journey") {
      let parts = line.split { $0 == " " || $0 == "\t" }
      if parts.count > 4, parts[4] != "D" { blobs.insert(String(parts[3])) }
    }
    for blob in blobs.sorted() {
      guard let data = try git("cat-file", "blob", blob) else { continue }
      let sources = WorkspaceFiles([("a.journey", String(decoding: data, as: UTF8.self))])
      let found = Waymark.check(sources)
      let errors = found.diagnostics.filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.rule.code == "own-line" }, "\(blob): \(errors.map(\.message))")
      guard !errors.isEmpty else { continue }
      let fixed = try #require(Waymark.fix([sources]).files.first).text
      let after = WorkspaceFiles([("a.journey", fixed)])
      #expect(Waymark.check(after).errors == 0)
      #expect(try Waymark.render(sources).files().files == Waymark.render(after).files().files)
    }
    #expect(blobs.count > 5)
  }
}

extension EditionTests {
  @Test func `votes find touchpoints by the names they had in other journeys`() throws {
    let text = Self.text.replacing(
      "touchpoint one \"One\" { tag hot, cold }", with: "touchpoint one \"One\" { was old/first, uno tag hot, cold }"
    )
    .replacing("  part-of rare\n", with: "  part-of rare\n  was teatime\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: "votes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let votes = folder.appending(path: "votes.csv")
    try "touchpoint,votes\nold/first,3\nteatime/one,4\nteatime/uno,5\nuno,1\n".write(
      to: votes, atomically: true, encoding: .utf8)
    var options = ReviewOptions()
    options.votes = votes.path
    let json = try Waymark.review(WorkspaceFiles([("a.journey", text), ("f.tally.csv", Self.tally)]), options).printed(
      as: .json, colour: false)
    #expect(json.contains("\"votes\": 13"), "\(json)")
  }
}
