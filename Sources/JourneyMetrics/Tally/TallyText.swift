internal import JourneyModel
internal import JourneySyntax

extension Tally {
  /// The first line of every tally file.
  package static let header =
    "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"

  /// As it is written to a file: the header, then one row per distinct answer, in byte order.
  package var text: String {
    let lines = answered.flatMap { answered in
      let start = answered.question.text
      return answered.rows.map { Array("\(start)\($0.text(isWeighted: answered.question.isWeighted))".utf8) }
    }
    var bytes = Array((Self.header + "\n").utf8)
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes += line
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Tally.Question {
  fileprivate var text: String {
    let fields = [journey, touchpoint, metric.rawValue, scale?.text ?? "", period.description, segment, feedback, ""]
    return fields.joined(separator: ",")
  }
}

extension Tally.Row {
  fileprivate func text(isWeighted: Bool) -> String {
    isWeighted
      ? "\(answer.text),\(counts.count),\(counts.weight.text),\(counts.squares.text)"
      : "\(answer.text),\(counts.count),,"
  }
}

extension Tally.Answer {
  var text: String {
    switch self {
    case .rating(let rating): String(rating)
    case .duration(let bucket): String(bucket.start)
    case .unused: "unused"
    case .open: "open"
    }
  }
}
