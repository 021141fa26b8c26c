package import JourneySource

/// Reads a tally file: rows in any order, each that cannot be read a finding with its line.
///
/// Never more than 20 findings on rows, then one that counts the rest. A file with conflict markers holds counts twice
/// over, so nothing of it is used.
package func parseTally(_ bytes: [UInt8], file: FileID) -> Diagnosed<Tally> {
  var parser = TallyParser(bytes: bytes, file: file)
  return parser.parse()
}

private struct TallyParser {
  let bytes: [UInt8]
  let file: FileID
  var tally = Tally()
  var diagnostics: [Diagnostic] = []
  /// The fields before the answer in the row before: sorted rows mostly repeat them.
  var lastFields: ArraySlice<UInt8> = []
  var lastQuestion: Tally.Question?
  var unread = 0

  static let mostFindings = 20
  /// Of one row, so that no sum of rows that fit into memory overflows.
  static let largestCount = 1_000_000_000

  mutating func parse() -> Diagnosed<Tally> {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isHeader = true
    while start < bytes.count || isHeader {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      if line.last == 0x0D { line = line.dropLast() }
      if isConflictMarker(line) { return Diagnosed(Tally(), [.conflict(at: span(line))]) }
      if isHeader {
        guard fields(of: line).elementsEqual(fields(of: Tally.header.utf8.map(\.self)[...])) else {
          return Diagnosed(Tally(), [.header(at: span(line))])
        }
        isHeader = false
      } else if !line.isEmpty {
        read(line)
      }
      start = end + 1
    }
    if unread > Self.mostFindings { diagnostics.append(.more(unread - Self.mostFindings, in: Span(file, 0, 0))) }
    return Diagnosed(tally, diagnostics)
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    do throws(TallyProblem) {
      let row = try row(of: line)
      if !tally.add(row) { report(.repeated(at: span(line))) }
    } catch {
      report(.row(error, at: span(line)))
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    unread += 1
    if unread <= Self.mostFindings { diagnostics.append(diagnostic) }
  }

  private mutating func row(of line: ArraySlice<UInt8>) throws(TallyProblem) -> Tally.Row {
    let fields = fields(of: line)
    guard fields.count == 11 else { throw .columns(fields.count) }
    let question = try question(fields)
    let answer = try tallyAnswer(fields[7], to: question)
    guard let count = wholeNumber(fields[8]), (0...Self.largestCount).contains(count) else {
      throw .count(text(fields[8]))
    }
    let weights = try tallyWeights(fields[9], fields[10], of: count, isDuration: question.scale == nil)
    return Tally.Row(question, answer, Tally.Counts(count, weights: weights), span: span(line))
  }

  private mutating func question(_ fields: [ArraySlice<UInt8>]) throws(TallyProblem) -> Tally.Question {
    let before = bytes[(fields.first?.startIndex ?? 0)..<fields[6].endIndex]
    if let lastQuestion, before == lastFields { return lastQuestion }
    let question = try tallyQuestion(fields)
    lastFields = before
    lastQuestion = question
    return question
  }

  /// Split at commas, without the quotes that some engines put round every field.
  private func fields(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: 0x2C, maxSplits: 16, omittingEmptySubsequences: false).map { field in
      field.count >= 2 && field.first == 0x22 && field.last == 0x22 ? field.dropFirst().dropLast() : field
    }
  }

  private func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "<<<<<<<".utf8) || line.starts(with: "=======".utf8) || line.starts(with: ">>>>>>>".utf8)
  }

  private func span(_ line: ArraySlice<UInt8>) -> Span { Span(file, line.startIndex, line.endIndex) }
}

func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(80), as: UTF8.self) }
