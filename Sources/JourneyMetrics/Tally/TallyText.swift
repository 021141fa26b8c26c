internal import JourneyModel
internal import JourneySyntax

extension Tally {
  /// The first line of every tally file.
  package static let header =
    "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"

  /// As it is written to a file: the header, then one row per distinct answer, in byte order.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of `text`.
  package var bytes: [UInt8] {
    let questions = answered.map { (start: $0.question.text, answered: $0) }
      .sorted { $0.start.utf8.lexicographicallyPrecedes($1.start.utf8) }
    // Those of weighted and of other answers may begin alike.
    var bytes = Array("\(Self.header)\n".utf8)
    bytes.reserveCapacity(questions.reduce(bytes.count) { $0 + $1.answered.rows.count * ($1.start.utf8.count + 12) })
    for alike in runs(of: questions, where: { $0.start.utf8.elementsEqual($1.start.utf8) }) {
      let rows = alike.flatMap { question in
        let isWeighted = question.answered.question.isWeighted
        return question.answered.rows.map { $0.text(isWeighted: isWeighted) }
          + (question.answered.clusters?.rows(isWeighted: isWeighted) ?? [])
      }
      for row in rows.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        bytes += alike[alike.startIndex].start.utf8
        bytes += row.utf8
        bytes.append(0x0A)
      }
    }
    return bytes
  }
}

extension Tally.TallyQuestion {
  fileprivate var text: String {
    let fields = [journey, touchpoint, metric.rawValue, scale?.text ?? "", period.description, segment, feedback, ""]
    return fields.joined(separator: ",")
  }
}

extension Tally.TallyRow {
  fileprivate func text(isWeighted: Bool) -> String {
    isWeighted
      ? "\(answer.text),\(counts.count),\(counts.weight.text),\(counts.squares.text)"
      : "\(answer.text),\(counts.count),,"
  }
}

extension ClusterSums {
  /// How many clusters, and the sum of each two answers, `4*5`. No version before clusters reads such a row.
  fileprivate func rows(isWeighted: Bool) -> [String] {
    let sums = together.map { product in
      let name = "\(product.low)*\(product.high)"
      return isWeighted
        ? "\(name),0,\(product.sum.rounded(places: Self.places).text),0" : "\(name),\(product.sum.text),,"
    }
    return ["clusters,\(count)" + (isWeighted ? ",0,0" : ",,")] + sums
  }

  /// Decimal places of weighted sums in a tally.
  static let places = 10
}

extension Tally.Answer {
  var text: String {
    switch self {
    case .rating(let rating): String(rating)
    case .duration(let bucket): String(bucket.start)
    case .unused: "unused"
    case .open(let age?): ">\(age.start)"
    case .open(nil): "open"
    }
  }
}
