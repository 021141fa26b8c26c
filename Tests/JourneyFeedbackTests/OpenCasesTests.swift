import Foundation
import Fuzzing
import JourneyFeedback
import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

/// Cases still open, from the export to the figure.
@Suite struct OpenCasesTests {
  /// 600 tickets of a quarter from a process that does not change, exported at its end.
  @Test func `the newest month of a constant process is not fast`() throws {
    let declared = try Declared(Self.text("open-cases.journey"))
    let result = declared.tally([("open-cases.csv", Array(try Self.text("open-cases.csv").utf8))])
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.audit.answers.open == 88)
    #expect(result.value.audit.answers.openUntil?.upperBound == Period("2026-03-31"))
    let score = declared.score(result.value.tally)
    #expect(score.period == Period("2026-03"))
    #expect(score.n == 219)
    #expect(score.open == OpenCases(open: 83, undated: 0, all: 219))
    // To the width of a bucket what the seconds themselves come to.
    let figure = try #require(score.figure)
    #expect(figure.value == 837_631.5 && figure.interval == 710_655.5...997_375.5)
    #expect(abs(figure.value / 838_361 - 1) < 0.005 && !figure.isMoreThan && figure.mean == nil)
    let change = try #require(score.change)
    #expect(!change.isClear && change.before.value == 1_060_863.5)
    #expect(change.difference == figure.value - change.before.value)
  }

  /// The design's page gives these; lifelines 0.30.3 says the same.
  @Test func `the same to the second`() throws {
    var solved: [Times.CountedTime] = []
    var open: [Times.CountedTime] = []
    let rows = try Self.text("open-cases.csv").split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().map { Self.seconds(String($0)) }
    }
    let newest = try #require(rows.flatMap(\.self).compactMap(\.self).max())
    let (first, last) = (try #require(Self.seconds("2026-03-01 00:00:00")), newest)
    for row in rows {
      guard let start = row[0], (first...last).contains(start) else { continue }
      if let end = row[1] { solved.append((end - start, 1)) } else { open.append((newest - start, 1)) }
    }
    let march = Times(solved.sorted { $0.seconds < $1.seconds }, open: open.sorted { $0.seconds < $1.seconds })
    #expect(march.n == 219)
    #expect(march.estimate(.median) == TimeEstimate(seconds: 838_361, interval: 712_044...997_644))
  }

  /// 200 exports of 600 tickets each, for a true median of so many days. A difference of the months is called clear in
  /// one of twenty at most, and the newest month's median is right on average.
  @Test(arguments: [3.0, 7, 10])
  func `a constant process does not change`(days: Double) throws {
    let declared = try Declared(Self.text("open-cases.journey"))
    var random = SplitMix(state: UInt64(days))
    var (clear, medians) = (0, 0.0)
    for _ in 0..<200 {
      let score = declared.score(declared.tally(Self.export(medianDays: days, &random)).value.tally)
      if score.change?.isClear == true { clear += 1 }
      medians += (try #require(score.figure)).value / 86_400 / 200
    }
    #expect(clear <= 10, "\(clear) of 200 are called clear")
    #expect(abs(medians / days - 1) < 0.1, "the median is \(medians) days, not \(days)")
  }

  @Test func `each file has its own newest date, in whichever column and row`() throws {
    let declared = try Declared.apply(
      "date \"From\"\n where \"Kind\" is \"a\"\n answer resolution from \"From\" to \"To\" of apply/form")
    let result = declared.tally([
      ("1.csv", Array("From,To,Kind\n2026-01-01,,a\n2026-01-02,2026-01-04,a\n".utf8)),
      ("2.csv", Array("From,To,Kind\n2026-01-01,,a\n2026-01-02,2026-01-03,b\n2026-02-30,2026-01-11,a\n".utf8)),
    ])
    #expect(
      result.rows == [
        // Two days, three days and ten days.
        "form resolution 2026-01 172032 ×1", "form resolution 2026-01 >259072 ×1", "form resolution 2026-01 >860160 ×1",
      ])
    #expect(
      result.value.audit.answers.openUntil == Period(
        year: 2026, unit: .day(month: 1, day: 4))...Period(year: 2026, unit: .day(month: 1, day: 11)))
    #expect(result.value.audit.addsUp)
  }

  @Test(arguments: [1, 3])
  func `however many threads read, the newest date is that of the whole file`(threads: Int) throws {
    let declared = try Declared.apply("date \"From\"\n answer resolution from \"From\" to \"To\" of apply/form")
    let rows = (0..<400).map { "2026-01-01 00:00:\($0 % 60 < 10 ? "0" : "")\($0 % 60),\n" }.joined()
    let text = "From,To\n" + rows + "2026-01-01,2026-01-02 00:00:00\n"
    let result = declared.tally(
      [("x.csv", Array(text.utf8))], threads: threads, sizes: ReadingSizes(window: 256, stretch: 1024))
    #expect(
      result.rows == ["form resolution 2026-01 86016 ×1", "form resolution 2026-01 >86016 ×400"])
  }

  @Test(arguments: ["1.csv", "3.csv"])
  func `of a case that is open in two exports the later one says for how long`(earlier: String) throws {
    let declared = try Declared.apply("date \"From\"\n answer resolution from \"From\" to \"To\" of apply/form")
    let result = declared.tally([
      (earlier, Array("Ticket ID,From,To\n1,2026-01-01,\n2,2026-01-01,2026-01-03\n".utf8)),
      ("2.csv", Array("Ticket ID,From,To\n1,2026-01-01,\n3,2026-01-01,2026-01-11\n".utf8)),
    ])
    #expect(
      result.rows == [
        "form resolution 2026-01 172032 ×1", "form resolution 2026-01 860160 ×1", "form resolution 2026-01 >860160 ×1",
      ])
    #expect(result.value.audit.answers.openUntil?.lowerBound == Period(year: 2026, unit: .day(month: 1, day: 11)))
  }

  @Test func `of one answer per person the later state of a case counts`() throws {
    let declared = try Declared.apply(
      "date \"Seen\"\n one answer per person \"Id\"\n answer resolution from \"From\" to \"To\" of apply/form")
    let result = declared.tally(
      "Id,Seen,From,To\n1,2026-01-05,2026-01-01,\n1,2026-01-20,2026-01-01,2026-01-19\n2,2026-01-21,2026-01-20,\n")
    #expect(result.rows == ["form resolution 2026-01 1548288 ×1", "form resolution 2026-01 >86016 ×1"])
  }

  @Test func `counts from elsewhere hold open cases where the feedback can tell`() throws {
    let row = "apply,form,resolution,,2026-01,,survey,>86400,3,,\n"
    func taken(_ question: String) throws -> Diagnosed<Tally> {
      let declared = try Declared.apply("date \"From\"\n answer resolution \(question) of apply/form")
      return tallyFromCounts(
        Array("\(Tally.header)\n\(row)".utf8), of: declared.feedback, in: declared.workspace, file: FileID(0))
    }
    let between = try taken("from \"From\" to \"To\"")
    #expect(between.diagnostics.isEmpty)
    #expect(between.value.text.hasSuffix(",>86016,3,,\n"))
    #expect(try taken("\"Minutes\" in minutes").diagnostics.map(\.rule.code) == ["foreign-counts"])
  }

  /// Rows as a help desk exports them at a quarter's end: opened at any time, solved at one pace.
  private static func export(medianDays: Double, _ random: inout SplitMix) -> String {
    let quarter = 90.0 * 86_400
    let start = 1_767_225_600.0
    var text = "Id,Created,Solved\n"
    for index in 0..<600 {
      let opened = Double.random(in: 0..<quarter, using: &random)
      let solved = opened - log(Double.random(in: 0..<1, using: &random)) * medianDays * 86_400 / log(2)
      text += "\(index),\(Int(start + opened)),\(solved < quarter ? String(Int(start + solved)) : "")\n"
    }
    return text
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: Golden.root.appending(path: "Tests/Cases/\(name)"), encoding: .utf8)
  }

  /// `2026-03-27 00:59:40` in seconds.
  private static func seconds(_ cell: String) -> Double? {
    (try? Date(cell.replacing(" ", with: "T") + "Z", strategy: .iso8601))?.timeIntervalSince1970
  }
}

extension Declared {
  /// The time to resolve at the workspace's first touchpoint.
  fileprivate func score(_ tally: Tally) -> Score {
    let annotated = JourneyMetrics.score(workspace, [tally]).value
    return annotated.journeys[0].touchpoints[0][.resolution]
  }
}
