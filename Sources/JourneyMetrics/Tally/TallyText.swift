internal import JourneyModel
internal import JourneySyntax

extension Tally {
  /// The first line of every tally file.
  package static let header =
    "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2"

  /// As it is written to a file: the header, then one row per distinct answer, in byte order.
  package var text: String {
    let lines = rows.map { Array($0.text.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    var bytes = Array((Self.header + "\n").utf8)
    for line in lines {
      bytes += line
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Tally.Row {
  fileprivate var text: String {
    let fields = [
      question.journey, question.touchpoint, question.metric.rawValue, question.scale?.text ?? "",
      question.period.description, question.segment, question.feedback, answer.text, String(counts.count),
      counts.weights?.sum.text ?? "", counts.weights?.squares.text ?? "",
    ]
    return fields.joined(separator: ",")
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
