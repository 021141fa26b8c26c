internal import JourneyModel
package import JourneySource

/// Reads a tally file: rows in any order, each that cannot be read a finding with its line.
///
/// Never more than 20 findings on rows, then one that counts the rest. A file with conflict markers holds counts twice
/// over, so nothing of it is used; nor of one with more cells than there is room for.
///
/// - Parameter room: for how many cells there is room, beside those of other files.
package func parseTally(_ bytes: [UInt8], file: FileID, room: Int = Limits.cells) -> Diagnosed<Tally> {
  var parser = TallyParser(bytes: bytes, file: file, room: room)
  return parser.parse()
}

private struct TallyParser {
  let bytes: [UInt8]
  let file: FileID
  let room: Int
  var tally = Tally()
  var diagnostics: [Diagnostic] = []
  var findings = 0
  /// Where the fields of the row in hand stand.
  var fields: [Range<Int>] = []
  /// Where it says which question it is about: up to the seventh comma, that one included.
  var head = 0..<0
  /// Whether that is what a row before says.
  var isRepeated = false
  /// The question of that row, where it says so, the fields of it, and its place: sorted rows mostly repeat them.
  var lastQuestion: Tally.TallyQuestion?
  var lastHead = 0..<0
  var lastFields: [Range<Int>] = []
  var lastPlace: Int?

  /// How many fields say which question a row is about.
  static let questionFields = 7

  /// Every name so far, so that a long one is kept once.
  var names: Set<String> = []

  static let mostFindings = 20

  mutating func parse() -> Diagnosed<Tally> {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isHeader = true
    while start < bytes.count || isHeader {
      let next = place(of: 0x0A, in: start..<bytes.count)
      let end = next > start && bytes[next - 1] == 0x0D ? next - 1 : next
      if isConflictMarker(bytes[start..<end]) { return Diagnosed(Tally(), [.conflict(at: Span(file, start, end))]) }
      split(start..<end)
      if isHeader {
        guard fields.map({ text(bytes[$0]) }) == Tally.header.split(separator: ",").map(String.init) else {
          return Diagnosed(Tally(), [.header(at: Span(file, start, end))])
        }
        isHeader = false
      } else if start < end {
        read(Span(file, start, end))
        if tally.answered.count > room { return Diagnosed(Tally(), [.tooManyCells(at: Span(file, start, end))]) }
      }
      start = next + 1
    }
    if findings > Self.mostFindings { diagnostics.append(.more(findings - Self.mostFindings, in: Span(file, 0, 0))) }
    return Diagnosed(tally, diagnostics)
  }

  private mutating func read(_ span: Span) {
    do throws(TallyProblem) {
      guard fields.count == 11 else { throw .columns(fields.count) }
      let isWeighted = !fields[9].isEmpty || !fields[10].isEmpty
      let question = try question(isWeighted: isWeighted)
      if let clusters = try clusterRow(isWeighted: isWeighted, question) {
        let place = lastPlace ?? tally.place(of: question, span: span)
        lastPlace = place
        return tally.addClusters(at: place) { sums in
          switch clusters {
          case .count(let count): sums.count += count
          case .product(let sum, let low, let high): sums.add(sum, low, high)
          }
        }
      }
      let answer = try tallyAnswer(bytes[fields[7]], to: question)
      guard let count = wholeNumber(bytes[fields[8]]), count >= 0 else { throw .count(text(bytes[fields[8]])) }
      let counts = try isWeighted ? weighted(count, isDuration: question.scale == nil) : Tally.Counts(count)
      guard counts.fit else { throw .manyAnswers }
      let place = lastPlace ?? tally.place(of: question, span: span)
      lastPlace = place
      if let before = tally.counts(of: answer, at: place) {
        guard (before + counts).fit else { throw .manyAnswers }
        report(.repeated(at: span, before: rowBefore(span)))
      }
      tally.add(answer, counts, at: place)
    } catch {
      if isForeign { return report(.foreignRow(at: span)) }
      report(.row(error, at: cells(of: error).map { Span(file, $0.lowerBound, $0.upperBound) } ?? span))
    }
  }

  private enum ClusterRow {
    case count(Int)
    case product(ExactDecimal, Int, Int)
  }

  /// What a row says of clusters; nil of one that counts an answer.
  private func clusterRow(isWeighted: Bool, _ question: Tally.TallyQuestion) throws(TallyProblem) -> ClusterRow? {
    let field = bytes[fields[7]]
    if field.first == 0x63, field.elementsEqual("clusters".utf8) {
      guard let count = wholeNumber(bytes[fields[8]]), count >= 0 else { throw .count(text(bytes[fields[8]])) }
      return .count(count)
    }
    guard let star = field.firstIndex(of: 0x2A) else { return nil }
    guard let low = wholeNumber(field[..<star]), let high = wholeNumber(field[(star + 1)...]), low <= high,
      let scale = question.scale, scale.standing(low) != nil, scale.standing(high) != nil
    else { throw .answer(text(field), question) }
    let number = bytes[fields[isWeighted ? 9 : 8]]
    guard let sum = ExactDecimal(number, places: ClusterSums.places) else { throw .count(text(number)) }
    return .product(sum, low, high)
  }

  /// The first row above that counts the same answer: the same up to its eighth comma. Looked for once a finding.
  private func rowBefore(_ span: Span) -> Span? {
    guard findings < Self.mostFindings else { return nil }
    let answer = bytes[Int(span.start)..<fields[7].upperBound]
    var start = 0
    while start < Int(span.start) {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].starts(with: answer), end - start > answer.count, bytes[start + answer.count] == 0x2C {
        return Span(file, start, end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
      }
      start = end + 1
    }
    return nil
  }

  /// Whether most of the cells that have a form of their own, as far as they are there, have another.
  private var isForeign: Bool {
    let forms: [(index: Int, isRight: (ArraySlice<UInt8>) -> Bool)] = [
      (2, { Metric(rawValue: text($0)) != nil }),
      (4, { $0.count >= 4 && $0.prefix(4).allSatisfy { (0x30...0x39).contains($0) } }), (8, { wholeNumber($0) != nil }),
    ]
    let there = forms.filter { fields.indices.contains($0.index) }
    let right = there.count { $0.isRight(bytes[fields[$0.index]]) }
    return right * 2 <= there.count
  }

  /// Where the cells stand that a problem is about; nil where it is about the row.
  private func cells(of problem: TallyProblem) -> Range<Int>? {
    switch problem {
    case .columns: nil
    case .name(let name): [0, 1, 5, 6].first { text(bytes[fields[$0]]) == name }.map { fields[$0] }
    case .metric: fields[2]
    case .scale: fields[3]
    case .period: fields[4]
    case .answer: fields[7]
    case .count, .manyAnswers: fields[8]
    case .weights, .weightedDuration, .oneWeight:
      fields[9].lowerBound..<max(fields[9].lowerBound, fields[10].upperBound)
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    findings += 1
    if findings <= Self.mostFindings { diagnostics.append(diagnostic) }
  }

  private mutating func question(isWeighted: Bool) throws(TallyProblem) -> Tally.TallyQuestion {
    if let lastQuestion, isRepeated, lastQuestion.isWeighted == isWeighted { return lastQuestion }
    let question = try tallyQuestion(fields.map { bytes[$0] }, isWeighted: isWeighted, names: &names)
    (lastQuestion, lastHead, lastPlace) = (question, head, nil)
    lastFields = Array(fields.prefix(Self.questionFields))
    return question
  }

  private func weighted(_ count: Int, isDuration: Bool) throws(TallyProblem) -> Tally.Counts {
    try weightedCounts(count, bytes[fields[9]], bytes[fields[10]], isDuration: isDuration)
  }

  /// At commas, without the quotes that some engines put round every field.
  private mutating func split(_ line: Range<Int>) {
    fields.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    isRepeated = !lastHead.isEmpty && lastHead.count <= line.count && areAlike(lastHead, at: start)
    if isRepeated {
      let distance = start - lastHead.lowerBound
      for field in lastFields { fields.append(field.lowerBound + distance..<field.upperBound + distance) }
      start += lastHead.count
      head = line.lowerBound..<start
    }
    while fields.count < 16 {
      let comma = place(of: 0x2C, in: start..<line.upperBound)
      guard comma < line.upperBound else { break }
      fields.append(unquoted(start..<comma))
      start = comma + 1
      if fields.count == Self.questionFields { head = line.lowerBound..<start }
    }
    fields.append(unquoted(start..<line.upperBound))
  }

  /// Where a byte is; the end where it is not. Eight at a time, since every byte of the file passes here: of those that
  /// are the byte, the difference is 0, and only there a loan reaches the highest bit (Mycroft, 1987).
  private func place(of byte: UInt8, in range: Range<Int>) -> Int {
    let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let bytes = bytes.span
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      let difference = word(at: place, of: bytes) ^ ones &* UInt64(byte)
      let found = (difference &- ones) & ~difference & highest
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < range.upperBound, bytes[place] != byte { place += 1 }
    return place
  }

  /// Whether the same bytes as in a range stand at a place, behind which there are as many.
  private func areAlike(_ range: Range<Int>, at other: Int) -> Bool {
    let (bytes, distance) = (bytes.span, other - range.lowerBound)
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      guard word(at: place, of: bytes) == word(at: place + distance, of: bytes) else { return false }
      place += 8
    }
    while place < range.upperBound, bytes[place] == bytes[place + distance] { place += 1 }
    return place == range.upperBound
  }

  /// The first of eight bytes is the lowest.
  @inline(__always)
  private func word(at place: Int, of bytes: Swift.Span<UInt8>) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private func unquoted(_ field: Range<Int>) -> Range<Int> {
    field.count >= 2 && bytes[field.lowerBound] == 0x22 && bytes[field.upperBound - 1] == 0x22
      ? field.lowerBound + 1..<field.upperBound - 1 : field
  }

  private func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first == 0x3C || first == 0x3D || first == 0x3E else { return false }
    return line.count >= 7 && line.prefix(7).allSatisfy { $0 == first }
  }
}

/// The start of a field, for a finding.
func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(80), as: UTF8.self) }
