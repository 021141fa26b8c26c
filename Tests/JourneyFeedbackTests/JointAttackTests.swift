import JourneyMetrics
import Support
import Testing

@testable import JourneyFeedback

/// Tries to find out what one person answered, from the joint tallies of random small surveys.
///
/// The attacker knows the sums of each group, and more than they say: how often each answer was given in it. He knows who
/// answered which question.
@Suite struct JointAttackTests {
  typealias Person = JointTallyTests.Person

  /// Surveys in which most say the same, hardly anybody skips a question, or one person stands out.
  private static func survey(_ seed: UInt64) -> [Person] {
    var draw = SplitMix(state: seed)
    let count = 100 + draw.next(below: 300)
    let (spread, skips) = (1 + draw.next(below: 4), 1 + draw.next(below: 200))
    return (0..<count).map { index in
      func answer(_ most: Int, from least: Int = 1) -> Int? {
        guard draw.next(below: 200) >= (draw.next(below: 3) == 0 ? skips : 1) else { return nil }
        if draw.next(below: 40) == 0 { return least + draw.next(below: most - least + 1) }
        return max(least, most - draw.next(below: spread))
      }
      return Person(
        id: "R\(index)", year: 2026,
        answers: [draw.next(below: 5) == 0 ? answer(5) : 4, answer(5), answer(7), answer(1, from: 0)])
    }
  }

  private static let names = ["", "form", "call", "mail"]
  private static let spans = [5, 5, 7, 2]

  private static func standing(_ answer: Int, _ place: Int) -> Int {
    [answer - 1, answer - 1, 7 - answer, answer][place]
  }

  /// In which group each row is, as `CountPairs` says it, of thirty.
  private static func group(_ person: Person) -> Int {
    let bytes = Array(person.id.utf8)
    let hash = KeyedHash(1, 2).hash(0, bytes.span, 0..<bytes.count)
    return Int(hash.low.multipliedFullWidth(by: UInt64(JointTally.groups)).high)
  }

  /// Into how many groups the thirty were merged.
  private static func count(_ groups: [Int: JointTally.JointSums]) -> Int {
    let most = groups.keys.max() ?? 0
    return [10, 15].first { most < $0 } ?? JointTally.groups
  }

  private static func places(_ pair: JointTally.JointPair) -> [Int] {
    [pair.first, pair.second].map { question in names.firstIndex(of: question.touchpoint) ?? 0 }
  }

  @Test(arguments: 0..<40)
  func `no answer of one person follows from the sums of a group`(seed: UInt64) throws {
    let people = Self.survey(seed)
    let joint = try JointTallyTests.joint([("x.csv", people)])
    for (pair, groups) in joint.pairs {
      let (places, count) = (Self.places(pair), Self.count(groups))
      for (group, sums) in groups {
        #expect(sums.count >= 10)
        let members = people.filter { person in
          Self.group(person) % count == group && places.allSatisfy { person.answers[$0] != nil }
        }
        // Where some of the thirty were left out, nobody knows whose sums these are.
        // Of large groups there are too many tables to try.
        guard members.count == sums.count, members.count <= 24 else { continue }
        let answers = members.map { person in places.map { Self.standing(person.answers[$0] ?? 0, $0) } }
        let attack = Attack(answers.map { ($0[0], $0[1]) }, spans: places.map { Self.spans[$0] })
        #expect(attack.named.isEmpty, "\(pair.first.touchpoint) with \(pair.second.touchpoint), group \(group)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `no difference of sums is about fewer than ten`(seed: UInt64) throws {
    let people = Self.survey(seed)
    let joint = try JointTallyTests.joint([("x.csv", people)])
    func who(_ places: [Int]) -> Set<String> {
      Set(people.filter { person in places.allSatisfy { person.answers[$0] != nil } }.map(\.id))
    }
    for (pair, groups) in joint.pairs {
      let (places, published) = (Self.places(pair), groups.values.reduce(0) { $0 + $1.count })
      let both = who(places)
      for place in 0..<4 {
        let own = who([place])
        // Both answered it, or it says by its counts that all who did answered both.
        let difference =
          places.contains(place) ? own.count - published : own.isSubset(of: both) ? both.count - own.count : 0
        #expect(difference == 0 || difference >= 10 || published < both.count)
        #expect(!places.contains(place) || difference == 0 || difference >= 10)
      }
    }
  }

  /// The attack itself is tested: it names the one who stands out.
  @Test func `whoever stands out in a group of ten would be named`() {
    let nine = Array(repeating: (4, 4), count: 9)
    #expect(Attack(nine + [(0, 1)], spans: [5, 5]).named == [[0, 1], [4, 4]])
    #expect(Attack(nine + [(4, 4)], spans: [5, 5]).named == [[4, 4]])
    #expect(Attack([(4, 4), (4, 3), (3, 4), (3, 3)] + nine, spans: [5, 5]).named == [])
  }

  /// All tables with the same rows, columns and Σxy, and as many people of whom both answers count, where that is known.
  struct Attack {
    private let tops: [Set<Int>]
    private let rows: [Int]
    private let columns: [Int]
    private let sum: Int
    private let cells: [[Int]]

    init(_ answers: [(Int, Int)], spans: [Int], tops: [Set<Int>] = [[], []]) {
      self.tops = tops
      var cells = Array(repeating: Array(repeating: 0, count: spans[1]), count: spans[0])
      for (x, y) in answers { cells[x][y] += 1 }
      self.cells = cells
      rows = cells.map { $0.reduce(0, +) }
      columns = (0..<spans[1]).map { y in cells.reduce(0) { $0 + $1[y] } }
      sum = answers.reduce(0) { $0 + Self.product($1.0, $1.1, tops) }
    }

    /// What a person adds to Σxy, and far above that to how many gave two answers that count.
    private static func product(_ x: Int, _ y: Int, _ tops: [Set<Int>]) -> Int {
      x * y + (tops[0].contains(x) && tops[1].contains(y) ? 1 << 30 : 0)
    }

    /// The answers of which it is known that whoever gave the one gave the other: in no table did such a person give
    /// another.
    var named: [[Int]] {
      var named: [[Int]] = []
      for (x, row) in cells.enumerated() {
        for (y, count) in row.enumerated() where count > 0 {
          let hasOther = cells[x].enumerated().contains { $0.offset != y && $0.element > 0 }
          let isGivenByOthers = cells.enumerated().contains { $0.offset != x && $0.element[y] > 0 }
          if hasOther && isGivenByOthers { continue }
          if !canDiffer(x, y) { named.append([x, y]) }
        }
      }
      return named
    }

    /// Whether there is a table in which one person of row x gave another answer than y: one of the row is put into another
    /// column, and all others anywhere.
    private func canDiffer(_ x: Int, _ y: Int) -> Bool {
      for other in columns.indices where other != y && columns[other] > 0 {
        var (rest, left) = (rows, columns)
        rest[x] -= 1
        left[other] -= 1
        if Self.fits(rest, left, sum - Self.product(x, other, tops), tops) { return true }
      }
      return false
    }

    private struct AttackState: Hashable {
      let left: [Int]
      let sum: Int
    }

    /// Whether any table has these rows and columns, and this Σxy: row by row, all that can be left.
    private static func fits(_ rows: [Int], _ columns: [Int], _ wanted: Int, _ tops: [Set<Int>]) -> Bool {
      var states: Set<AttackState> = [AttackState(left: columns, sum: 0)]
      for (x, count) in rows.enumerated() where count > 0 {
        for _ in 0..<count {
          var next: Set<AttackState> = []
          for state in states {
            for y in columns.indices where state.left[y] > 0 {
              var left = state.left
              left[y] -= 1
              next.insert(AttackState(left: left, sum: state.sum + product(x, y, tops)))
            }
          }
          states = next
          // So many states are many tables.
          if states.count > 20_000 { return true }
        }
      }
      return states.contains { $0.sum == wanted }
    }
  }
}
