package import JourneySource
internal import JourneySyntax

extension JointTally {
  /// The first line of every file.
  package static let header =
    "feedback,period,journey,touchpoint,metric,scale,with_journey,with_touchpoint,with_metric,with_scale,"
    + "group,count,weight,weight2,x,y,xx,yy,xy,top_x,top_y,top_xy"

  /// As it is written to a file: the header, then a row for each pair and group. Pairs on both sides of a crossing come
  /// first, since maps need them and nothing else; then all others; each in byte order.
  package var bytes: [UInt8] {
    var bytes = Array("\(Self.header)\n".utf8)
    let ordered = pairs.map { pair, groups in
      (
        start: pair.text, isWeighted: pair.first.isWeighted, groups: groups,
        isCrossing: groups.values.allSatisfy { $0.tops != nil }
      )
    }.sorted { a, b in
      a.isCrossing == b.isCrossing ? a.start.utf8.lexicographicallyPrecedes(b.start.utf8) : a.isCrossing
    }
    for (start, isWeighted, groups, isCrossing) in ordered {
      for (group, sums) in groups.sorted(by: { $0.key < $1.key }) {
        bytes += "\(start),\(group + 1),\(sums.text(isWeighted: isWeighted, isCrossing: isCrossing))\n".utf8
      }
    }
    return bytes
  }

  /// Reads such a file. Nothing of one that cannot be read is used: without one of its pairs, the others do not help.
  package static func read(_ bytes: [UInt8], from path: String, at span: Span) -> Diagnosed<JointTally> {
    read(bytes, from: path, at: span) { _ in true }
  }

  /// Reads only the pairs of questions on both sides of a crossing, which come first.
  package static func readCrossings(_ bytes: [UInt8], from path: String, at span: Span) -> Diagnosed<JointTally> {
    read(bytes, from: path, at: span) { $0 }
  }

  /// - Parameter goesOn: whether a row is wanted, by whether it is of a crossing; the rest is not read after one that is not.
  private static func read(
    _ bytes: [UInt8], from path: String, at span: Span, while goesOn: (_ isCrossing: Bool) -> Bool
  ) -> Diagnosed<JointTally> {
    var result = JointTally()
    var names: Set<String> = []
    var last: (text: ArraySlice<UInt8>, pair: JointPair)?
    var (start, number, areCrossings) = (0, 0, true)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      (start, number) = (end + 1, number + 1)
      if line.isEmpty || number == 1 && line.elementsEqual(header.utf8) { continue }
      let isCrossing = !line.suffix(3).elementsEqual(",,,".utf8)
      guard goesOn(isCrossing) else { break }
      guard number > 1, areCrossings || !isCrossing, let row = try? row(line, &last, &names),
        result.insert(row.sums, row.pair, group: row.group)
      else {
        return Diagnosed(JointTally(), [.jointTallyUnreadable(path, "cannot be read in line \(number)", at: span)])
      }
      areCrossings = isCrossing
    }
    return Diagnosed(result)
  }

  /// - Parameter last: the pair of the row before, and what says so there: most rows repeat it.
  private static func row(
    _ line: ArraySlice<UInt8>, _ last: inout (text: ArraySlice<UInt8>, pair: JointPair)?, _ names: inout Set<String>
  ) throws(TallyProblem) -> (pair: JointPair, group: Int, sums: JointSums) {
    let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard fields.count == 22 else { throw .columns(fields.count) }
    let isWeighted = !fields[12].isEmpty
    func question(_ first: Int) throws(TallyProblem) -> Tally.TallyQuestion {
      let cells = [fields[first], fields[first + 1], fields[first + 2], fields[first + 3], fields[1], [], fields[0]]
      return try tallyQuestion(cells, isWeighted: isWeighted, names: &names)
    }
    let text = line[line.startIndex..<fields[9].endIndex]
    let pair: JointPair
    if let last, last.pair.first.isWeighted == isWeighted, last.text.elementsEqual(text) {
      pair = last.pair
    } else {
      let (one, other) = (try question(2), try question(6))
      pair = JointPair(one, other)
      guard pair.first == one, one != other else { throw .name(JourneyMetrics.text(fields[3])) }
    }
    last = (text, pair)
    guard let group = wholeNumber(fields[10]), (1...groups).contains(group), let count = wholeNumber(fields[11]),
      count >= 0, count <= Tally.Counts.most
    else { throw .count(JourneyMetrics.text(fields[11])) }
    func sum(_ field: Int) throws(TallyProblem) -> ExactDecimal {
      if fields[field].isEmpty, !isWeighted, field == 12 || field == 13 { return ExactDecimal(count) }
      guard let sum = ExactDecimal(fields[field], places: places) else {
        throw .count(JourneyMetrics.text(fields[field]))
      }
      return sum
    }
    let tops = fields[19...].allSatisfy(\.isEmpty) ? nil : TopSums(x: try sum(19), y: try sum(20), both: try sum(21))
    return (
      pair, group - 1,
      JointSums(
        count: count, weight: try sum(12), squares: try sum(13), x: try sum(14), y: try sum(15), xx: try sum(16),
        yy: try sum(17), xy: try sum(18), tops: tops)
    )
  }

  /// Decimal places of weighted sums: enough for every figure, and too few to try whose weights add up to them.
  fileprivate static let places = 6
}

extension JointTally.JointPair {
  fileprivate var text: String {
    [first.feedback, first.period.description, first.jointName, second.jointName].joined(separator: ",")
  }
}

extension JointTally.JointSums {
  fileprivate func text(isWeighted: Bool, isCrossing: Bool) -> String {
    let weights = isWeighted ? [rounded(weight), rounded(squares)] : ["", ""]
    let counted = (isCrossing ? tops : nil).map { [$0.x, $0.y, $0.both].map(rounded) } ?? ["", "", ""]
    return ([String(count)] + weights + [x, y, xx, yy, xy].map(rounded) + counted).joined(separator: ",")
  }

  private func rounded(_ sum: ExactDecimal) -> String { sum.rounded(places: JointTally.places).text }
}

extension Diagnostic {
  package static func jointTallyUnreadable(_ path: String, _ reason: String, at span: Span) -> Self {
    Diagnostic(
      .jointTallyUnreadable, at: span, "\"\(path)\" \(reason), so there are no key drivers of it",
      help: "take it from the last commit in which it was whole, or delete it and run: waymark tally")
  }
}
