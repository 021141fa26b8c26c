@testable import JourneyFeedback
import Fuzzing
import JourneyMetrics
import JourneySource
import Synchronization
import Testing

/// Rows 18 to 20 of the acceptance list.
@Suite struct SafetyTests {
  static let lines = "period 2026\n answer csat \"A\" of apply/form scale 1..5"

  /// A file that is not in memory: `piece` again and again between a head and a tail.
  static func long(_ head: String, _ piece: String, _ count: Int, _ tail: String) -> ByteSource {
    let (head, piece, tail) = (Array(head.utf8), Array(piece.utf8), Array(tail.utf8))
    let middle = piece.count * count
    return ByteSource(count: head.count + middle + tail.count) { offset, buffer, range in
      for index in 0..<range.count {
        let place = offset + index
        if place < head.count {
          buffer[range.lowerBound + index] = head[place]
        } else if place < head.count + middle {
          buffer[range.lowerBound + index] = piece[(place - head.count) % piece.count]
        } else {
          buffer[range.lowerBound + index] = tail[place - head.count - middle]
        }
      }
      return range.count
    }
  }

  func tally(_ source: ByteSource, threads: Int = 1, stretch: Int = 1 << 24) throws -> Diagnosed<FeedbackResult> {
    let declared = try Declared.apply(Self.lines)
    var options = CountingOptions()
    options.threads = threads
    return JourneyFeedback.tally(
      declared.feedback, in: declared.workspace, files: [ExportFile(path: "x.csv", source: source)], options: options,
      sizes: .init(stretch: stretch))
  }

  @Test(arguments: [1, 2])
  func `a field of many megabytes is one row left out`(threads: Int) throws {
    let field = try tally(
      Self.long("A,B\n5,x\n4,\"", "words and, more words ", 200_000, "\"\n3,y\n"), threads: threads, stretch: 1 << 20)
    #expect(field.rows == ["form csat 2026 3 ×1", "form csat 2026 5 ×1"])
    #expect(field.left == ["row tooLong ×1 3"])
    let line = try tally(Self.long("A,B\n5,x\n4,", "words ", 800_000, "\n3,y\n"), threads: threads, stretch: 1 << 20)
    #expect(line.rows == field.rows)
    #expect(line.left == field.left)
  }

  @Test(arguments: [1, 2])
  func `a quote that is never closed costs a line`(threads: Int) throws {
    let result = try tally(
      Self.long("A,B\n5,x\n4,\"oops\n", "3,y\n", 600_000, "2,z\n"), threads: threads, stretch: 1 << 18)
    #expect(result.rows == ["form csat 2026 2 ×1", "form csat 2026 3 ×600000", "form csat 2026 5 ×1"])
    #expect(result.left == ["row brokenQuotes ×1 3"])
    #expect(result.value.audit.addsUp)
  }

  @Test func `ten thousand columns`() throws {
    let header = (0..<10_000).map { $0 == 7000 ? "A" : "c\($0)" }.joined(separator: ",")
    let row = (0..<10_000).map { $0 == 7000 ? "5" : "" }.joined(separator: ",")
    let declared = try Declared.apply(Self.lines)
    let result = declared.tally("\(header)\n\(row)\n\(row),\n\(row),x\n,\(row)\n1\n")
    #expect(result.rows == ["form csat 2026 5 ×1"])
    #expect(result.left == ["row cells ×4 3"])
    #expect(result.value.audit.files.first?.columns == 10_000)
  }

  @Test func `no text of a comment is in any output`() throws {
    let declared = try Declared.apply(
      "period 2026\n touchpoint \"T\" { \"F\" is apply/form }\n answer csat \"A\" scale 1..5")
    let secret = "ann@example.org"
    let rejects = Mutex<[Reject]>([])
    var options = CountingOptions()
    options.reject = { reject in rejects.withLock { $0.append(reject) } }
    let text =
      "T,A,Comment\nF,5,\(secret)\nX,4,\(secret)\nF,9,\"\(secret)\"\nF,\(secret)\n\u{1B}[31m\(String(repeating: "y", count: 99)),1,\n"
    let result = declared.tally([("x.csv", Array(text.utf8))], options: options)
    let shown = "\(result.value.audit) \(result.messages) \(result.value.tally.text)"
    #expect(!shown.contains(secret))
    #expect(!shown.contains("\u{1B}"))
    #expect(result.value.audit.unmatched.map(\.value).contains { $0.hasPrefix("\\u{1B}[31myyy") && $0.hasSuffix("…") })
    let kept = rejects.withLock { $0 }
    #expect(kept.map(\.place.line) == [3, 4, 5, 6])
    #expect(kept.map(\.reason) == [.touchpointUnknown, .offScale, .cells, .touchpointUnknown])
    #expect(kept.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "X,4,\(secret)")
  }

  @Test func `very many unknown touchpoints are cut, whatever the order`() throws {
    let declared = try Declared.apply(
      "period 2026\n touchpoint \"T\" { \"F\" is apply/form }\n answer csat \"A\" scale 1..5")
    let rows = (0..<9000).map { "value \($0 % 6000),1\n" }
    let plain = declared.tally("T,A\n" + rows.joined()).value.audit
    #expect(plain.unmatched.count == 1000 && plain.hasMoreUnmatched)
    #expect(
      plain.unmatched.allSatisfy { value in
        value.count == (Int(value.value.dropFirst(6)).map { $0 < 3000 } == true ? 2 : 1)
      })
    let turned = Array(("T,A\n" + rows.reversed().joined()).utf8)
    for threads in [1, 2] {
      let other = declared.tally([("x.csv", turned)], threads: threads, sizes: .init(stretch: 1000)).value.audit
      #expect(other.unmatched == plain.unmatched)
    }
  }

  @Test func `rejected rows come in order from any number of threads`() throws {
    let declared = try Declared.apply(Self.lines)
    let text = "A,B\n" + (0..<500).map { "\($0 % 7),\"row\n\($0)\"\n" }.joined()
    var orders: [[Int]] = []
    for threads in [1, 2, 3] {
      let lines = Mutex<[Int]>([])
      var options = CountingOptions()
      options.reject = { reject in lines.withLock { $0.append(reject.place.line) } }
      let result = declared.tally(
        [("x.csv", Array(text.utf8))], threads: threads, sizes: .init(window: 64, stretch: 100), options: options)
      #expect(result.value.audit.rows.leftOut.first?.count == lines.withLock { $0.count })
      orders.append(lines.withLock { $0 })
    }
    #expect(orders[0] == orders[0].sorted() && orders[0].count == 143)
    #expect(orders[1] == orders[0] && orders[2] == orders[0])
  }

  @Test func `any bytes end in an audit that adds up`() throws {
    let declared = try Declared.apply(Self.lines)
    var draw = OracleTests.Draw(state: 7)
    for _ in 0..<300 {
      let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x31, 0x41, 0x00, 0xC3, 0xFF, 0x20, 0x7B, 0x7D, 0x3A]
      let bytes = Array("A,B\n".utf8) + (0..<draw.next(300)).map { _ in alphabet[draw.next(alphabet.count)] }
      let result = declared.tally([("x.csv", bytes)], threads: 2, sizes: .init(window: 32, stretch: 50))
      #expect(result.value.audit.addsUp)
      var json = Array("{\"A\":1}\n".utf8)
      json += (0..<draw.next(200)).map { _ in alphabet[draw.next(alphabet.count)] }
      #expect(declared.tally([("x.jsonl", json)]).value.audit.addsUp)
    }
  }
}
