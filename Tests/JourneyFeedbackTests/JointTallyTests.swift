import JourneyMetrics
import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyFeedback

/// Sums over those who answered both of two questions.
@Suite struct JointTallyTests {
  static let lines = """
      date "D"
      period year
      answer csat "A" of apply scale 1..5 with-drivers
      answer csat "F" of apply/form scale 1..5 unused 6
      answer effort "C" of apply/call scale 1..7 lower-is-easier
      answer fcr "M" of apply/mail
    """

  /// People of whom each is asked everything, and answers most of it.
  struct Person {
    let id: String
    let year: Int
    /// Nil where nothing was answered.
    let answers: [Int?]
    var weight = 1

    var row: String {
      let cells = answers.enumerated().map { place, answer in
        answer.map { place == 3 ? ($0 == 1 ? "yes" : "no") : String($0) } ?? ""
      }
      return ([id, "\(year)-05-04"] + cells + [String(weight)]).joined(separator: ",") + "\n"
    }
  }

  static func people(_ count: Int, seed: UInt64, years: ClosedRange<Int> = 2025...2026) -> [Person] {
    var draw = SplitMix(state: seed)
    return (0..<count).map { index in
      let mood = draw.next(below: 5)
      func answer(_ most: Int, from least: Int = 1) -> Int? {
        guard draw.next(below: 8) > 0 else { return nil }
        return least + min(most - least, max(0, (mood * (most - least) / 4) + draw.next(below: 3) - 1))
      }
      return Person(
        id: "R\(index)", year: years.lowerBound + draw.next(below: years.count),
        answers: [answer(5), answer(5), answer(7), answer(1, from: 0)], weight: 1 + draw.next(below: 3))
    }
  }

  static let header = "ResponseId,D,A,F,C,M,W\n"

  static func joint(_ files: [(String, [Person])], lines: String = lines, threads: Int = 1, window: Int = 1 << 17)
    throws -> JointTally
  {
    var options = CountingOptions()
    options.grouping = KeyedHash(1, 2)
    let sizes = ReadingSizes(window: window, stretch: window * 4)
    let counted = try Declared.apply(lines).tally(
      files.map { ($0.0, Array((header + $0.1.map(\.row).joined()).utf8)) }, threads: threads, sizes: sizes,
      options: options)
    #expect(counted.messages == [])
    return counted.value.joint
  }

  /// The sums of each pair over all groups, worked out from the people: n, Σw, Σw², Σwx … of answers above the worst.
  static func plain(_ people: [Person], isWeighted: Bool = false) -> [String: [Double]] {
    let names = [("", "csat"), ("form", "csat"), ("call", "effort"), ("mail", "fcr")]
    func standing(_ answer: Int, _ place: Int) -> Double {
      Double([answer - 1, answer - 1, 7 - answer, answer][place])
    }
    var sums: [String: [Double]] = [:]
    for person in people {
      for one in 0..<4 {
        for other in 0..<4 where names[one] < names[other] {
          guard let x = person.answers[one].map({ standing($0, one) }),
            let y = person.answers[other].map({ standing($0, other) })
          else { continue }
          let w = isWeighted ? Double(person.weight) : 1
          let own = [1, w, w * w, w * x, w * y, w * x * x, w * y * y, w * x * y]
          let key = "\(person.year) \(names[one].0) \(names[other].0)"
          sums[key] = zip(sums[key] ?? Array(repeating: 0, count: 8), own).map(+)
        }
      }
    }
    return sums
  }

  static func sums(of joint: JointTally) -> [String: [Double]] {
    var sums: [String: [Double]] = [:]
    for (pair, groups) in joint.pairs {
      let key = "\(pair.period) \(pair.first.touchpoint) \(pair.second.touchpoint)"
      for group in groups.values {
        let own =
          [Double(group.count)]
          + [group.weight, group.squares, group.x, group.y, group.xx, group.yy, group.xy].map(\.value)
        sums[key] = zip(sums[key] ?? Array(repeating: 0, count: 8), own).map(+)
      }
    }
    return sums
  }

  /// Of 20,000 people, some are counted while others still come, in each group.
  @Test(arguments: [2400, 20_000])
  func `sums are those of the people who gave both answers`(count: Int) throws {
    let people = Self.people(count, seed: 4)
    let joint = try Self.joint([("x.csv", people)])
    #expect(Self.sums(of: joint) == Self.plain(people))
    #expect(joint.pairs.values.allSatisfy { (10...30).contains($0.count) })
    let weighted = try Self.joint([("x.csv", people)], lines: Self.lines + "\n  weight \"W\"")
    #expect(Self.sums(of: weighted) == Self.plain(people, isWeighted: true))
  }

  @Test(arguments: [1, 2, 3])
  func `any order of rows, any files and any number of threads give the same bytes`(seed: UInt64) throws {
    let people = Self.people(1500, seed: seed)
    let whole = try Self.joint([("x.csv", people)]).bytes
    var draw = SplitMix(state: seed + 7)
    let shuffled = people.map { ($0, draw.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
    #expect(try Self.joint([("x.csv", shuffled)], threads: 3, window: 1 << 10).bytes == whole)
    let files = [("b.csv", Array(shuffled[..<400])), ("a.csv", Array(shuffled[400...]))]
    #expect(try Self.joint(files, threads: 2).bytes == whole)
    // An answer that is in two files counts once.
    #expect(try Self.joint(files + [("c.csv", Array(shuffled[..<90]))]).bytes == whole)
  }

  @Test func `tallies of two years add up to that of both`() throws {
    let people = Self.people(2000, seed: 9)
    let years = try [2025, 2026].map { year in try Self.joint([("x.csv", people.filter { $0.year == year })]) }
    #expect(years[0].merged(with: years[1]).bytes == (try Self.joint([("x.csv", people)])).bytes)
  }

  @Test func `a file is read as it was written`() throws {
    let joint = try Self.joint([("x.csv", Self.people(900, seed: 3))], lines: Self.lines + "\n  weight \"W\"")
    let read = JointTally.read(joint.bytes, from: "s.joint.csv", at: Span(FileID(0), 0, 0))
    #expect(read.diagnostics.isEmpty && read.value.bytes == joint.bytes && !joint.isEmpty)
  }

  /// What becomes of the fourth line.
  @Test(arguments: [
    "{},{}", "{}\n{}", "", "{}\n<<<<<<< HEAD", "survey,2026,apply,,csat,1..5,apply,call,effort,7..1,31,20,,1,1,1,1,1",
    "survey,2026,apply,call,effort,7..1,apply,,csat,1..5,1,20,,,1,1,1,1,1", "survey,2026",
    "survey,2026,apply,,csat,1..5,apply,call,effort,7..1,1,-20,,,1,1,1,1,1",
    "survey,2026,apply,,csat,1..5,apply,call,effort,7..1,1,20,1.5,,1,1,1,1,1",
  ])
  func `a file with a mistake is not used at all`(_ change: String) throws {
    let joint = try Self.joint([("x.csv", Self.people(900, seed: 3))])
    var lines = String(decoding: joint.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    if change.isEmpty { lines[0] += ",more" } else { lines[3] = change.replacing("{}", with: lines[3]) }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let read = JointTally.read(bytes, from: "s.joint.csv", at: Span(FileID(0), 0, 0))
    #expect(read.value.isEmpty && read.diagnostics.map(\.rule.code) == ["joint-tally-unreadable"])
  }

  @Test func `few people, and a question to which all said the same, have no sums`() throws {
    #expect(try Self.joint([("x.csv", Self.people(60, seed: 5, years: 2026...2026))]).isEmpty)
    let people = Self.people(1200, seed: 5, years: 2026...2026)
    let same = people.map {
      Person(id: $0.id, year: $0.year, answers: [$0.answers[0], 5, $0.answers[2], $0.answers[3]])
    }
    let joint = try Self.joint([("x.csv", same)])
    #expect(
      !joint.isEmpty && !joint.pairs.keys.contains { [$0.first.touchpoint, $0.second.touchpoint].contains("form") })
  }

  @Test func `without drivers nothing is counted`() throws {
    let lines = Self.lines.replacing(" with-drivers", with: "")
    #expect(try Self.joint([("x.csv", Self.people(900, seed: 1))], lines: lines).isEmpty)
  }

  @Test func `periods that are counted again replace theirs, unless nothing changed in them`() throws {
    let people = Self.people(2000, seed: 2)
    let before = try Self.joint([("x.csv", people)])
    let after = try Self.joint([("x.csv", Array(people.dropLast(700)))])
    let (last, year) = (try #require(Period("2025")), try #require(Period("2026")))
    let replaced = before.replacing(with: after, counted: [last, year], unchanged: [year])
    func of(_ joint: JointTally, _ period: Period) -> [String: [Double]] {
      Self.sums(of: joint).filter { $0.key.hasPrefix(period.description) }
    }
    #expect(of(replaced, year) == of(before, year) && of(replaced, last) == of(after, last))
    #expect(
      before.replacing(with: JointTally(), counted: [last], unchanged: []).pairs.keys.allSatisfy { $0.period == year })
  }
}
