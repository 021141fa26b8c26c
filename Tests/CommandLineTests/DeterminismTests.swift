import Foundation
import Support
import Testing

/// The same input, the same bytes: on any day, in any folder, language and time zone, on one processor or many, whatever
/// seed a run draws for its hashing, and however the program is built.
@Suite struct DeterminismTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Under what a run takes place.
  struct Circumstances {
    var program = Run.program
    /// Where the workspace lies, and whether its files were made in the order of their names or the other way round.
    var folder = "here"
    var isReversed = false
    var locale = "C"
    var zone = "UTC"
    var isOnOneProcessor = false
    /// Whether it makes what takes long, too: pictures, and the tally of an export that two threads count.
    var isThorough = false

    /// Every combination comes up: the counts have no common divisor, or are counted on by different steps.
    static func all(_ count: Int) -> [Circumstances] {
      (0..<count).map { index in
        Circumstances(
          folder: index % 2 == 0 ? "here" : "there/a folder with ünusual letters", isReversed: index % 2 == 1,
          locale: ["C", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8", "C.UTF-8"][index % 5],
          zone: ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"][index / 2 % 4],
          isOnOneProcessor: index / 3 % 2 == 1,
          isThorough: index % 5 == 0)
      }
    }

    var prefix: String {
      "LANG=\(locale) LC_ALL=\(locale) LANGUAGE=\(locale.prefix(2)) TZ=\(zone) "
        + (isOnOneProcessor ? "taskset -c 0 " : "") + "'\(program.path)'"
    }
  }

  /// The journeys of the repository with their tallies; so many small ones, right and wrong, that they are read on several
  /// threads; and exports.
  private static let workspace: [(path: String, bytes: Data)] = {
    let root = Golden.root.appending(path: "journeys")
    let own = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []).sorted()
      .filter { $0.hasSuffix(".journey") || $0.hasSuffix(".tally.csv") }
    var files = own.map { ("w/\($0)", (try? Data(contentsOf: root.appending(path: $0))) ?? Data()) }
    files += (0..<70).map {
      ("many/small/\($0).journey", Data(Text.untidy.replacing("journey coffee", with: "journey coffee-\($0)").utf8))
    }
    files += (0..<20).map {
      ("many/wrong/\($0).journey", Data(Text.unknown.replacing("journey coffee", with: "journey tea-\($0 % 7)").utf8))
    }
    files.append(("x/help.journey", Data(Survey.journey(file: "private/*.csv", "one answer per person \"who\"").utf8)))
    for year in 2024...2026 {
      files.append(
        (
          "x/private/\(year).csv",
          Data("date,q,who,comment\n\(year)-04-03,5,a,\n\(year)-05-03,,b,\n\(year)-05-03,9,b,\n".utf8)
        ))
    }
    return files
  }()

  /// An export so long that two threads count it, where it is a release that does.
  private static let long: Data = {
    let rows = (0..<1000).map { "2026-0\($0 % 9 + 1)-03,\($0 % 7),p\($0),\"a comment, \($0),\nof two lines\"\n" }
      .joined()
    return Data(("date,q,who,comment\n" + String(repeating: rows, count: Run.isRelease ? 450 : 10)).utf8)
  }()

  /// Everything that comes out, by name.
  private func outputs(_ circumstances: Circumstances) throws -> [String: Data] {
    var files = Self.workspace
    if circumstances.isThorough {
      files.append(
        ("y/help.journey", Data(Survey.journey(file: "private/*.csv", "one answer per person \"who\"").utf8)))
      files.append(("y/private/long.csv", Self.long))
    }
    for (path, bytes) in circumstances.isReversed ? files.reversed() : files {
      try scratch.write(bytes, to: "\(circumstances.folder)/\(path)")
    }
    let script = """
      waymark() { \(circumstances.prefix) "$@"; }
      mkdir out; exec 2>out/messages
      for format in text short json github gitlab sarif junit; do waymark check many --format $format >out/check.$format; done
      waymark fmt many --diff >out/diff
      waymark review many --format json >out/review.many
      waymark check w >out/check
      waymark tally x --dry-run >out/dry-run
      waymark tally x >out/audit; cp x/survey.tally.csv out
      for dialect in duckdb postgres spark; do waymark tally x --sql $dialect >out/$dialect; done
      waymark render w --out out/maps >out/render
      waymark render w --out out/posters --poster A1 --format html,svg >out/posters.render
      for format in text json csv md html; do waymark review w --format $format >out/review.$format; done
      waymark review w --pack out/pack >out/review.pack
      waymark explain >out/explain
      waymark fmt many >out/formatted; cp -r many out
      """
    let thorough = """

      mkdir out/thorough; exec 2>out/thorough/messages
      waymark tally y --dry-run >out/thorough/dry-run
      waymark tally y >out/thorough/audit; cp y/survey.tally.csv out/thorough
      waymark render many --out out/thorough/pictures --journey coffee-1 --format pdf,png >out/thorough/render
      """
    try Run(shell: script + (circumstances.isThorough ? thorough : ""), in: scratch.url(circumstances.folder))
    defer { try? FileManager.default.removeItem(at: scratch.url(circumstances.folder)) }
    return try scratch.files(below: "\(circumstances.folder)/out")
  }

  private static func has(_ program: String) -> Bool {
    (try? Run(shell: "command -v \(program)", in: Golden.root))?.status == 0
  }

  /// What differs, by name; what takes long only where both made it.
  private func differing(_ one: [String: Data], _ other: [String: Data]) -> [String] {
    let areThorough = [one, other].allSatisfy { $0.keys.contains { $0.hasPrefix("thorough/") } }
    return Set(one.keys).union(other.keys)
      .filter { (areThorough || !$0.hasPrefix("thorough/")) && one[$0] != other[$0] }.sorted()
  }

  @Test(.enabled(if: has("taskset"), "one processor is told from many by taskset"))
  func `every run writes the same bytes, wherever, whenever and on however many processors`() throws {
    let runs = try Circumstances.all(Run.isRelease ? 20 : 3).map { ($0, try outputs($0)) }
    let first = try #require(runs.first?.1)
    #expect(first.count > 120, "\(first.keys.sorted())")
    for name in ["messages", "audit", "diff", "check.json", "review.html", "duckdb"] {
      #expect(
        first[name, default: Data()].count > 1000,
        "\(name): \(String(decoding: first["messages"] ?? Data(), as: UTF8.self))")
    }
    for (circumstances, made) in runs.dropFirst() {
      #expect(differing(made, first).isEmpty, "\(circumstances)")
    }
    #expect(first["thorough/survey.tally.csv"] != nil && first["thorough/dry-run"] != nil)
    #expect(first.keys.count { $0.hasPrefix("thorough/pictures/") } == (Self.has("rsvg-convert") ? 2 : 0))
  }

  @Test(.enabled(if: Run.debug != nil, "there is one program only; Scripts/test runs these tests with two"))
  func `a debug program writes what a release writes`() throws {
    let debug = try #require(Run.debug)
    #expect(differing(try outputs(Circumstances(program: debug)), try outputs(Circumstances())).isEmpty)
  }
}
