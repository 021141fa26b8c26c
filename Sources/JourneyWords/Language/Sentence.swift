/// A sentence of Waymark's in English, with the places of the values in it.
///
/// A literal says it as it is read, so that the code can be read as prose: `words("Fix first: \(title), \(figure).")`. In
/// another language it is found by its key, `Fix first: {1}, {2}.`
package struct Sentence: ExpressibleByStringInterpolation, Sendable {
  package let english: String
  /// Where the values stand, in bytes of the English text.
  fileprivate let values: [Range<Int>]

  package init(stringLiteral value: String) {
    english = value
    values = []
  }

  package init(stringInterpolation: StringInterpolation) {
    english = stringInterpolation.text
    values = stringInterpolation.values
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [Range<Int>] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      // A short text needs no memory of its own.
      let capacity = literalCapacity + 8 * interpolationCount
      if capacity > 16 { text.reserveCapacity(capacity) }
      values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String) {
      let start = text.utf8.count
      text += value
      values.append(start..<text.utf8.count)
    }

    /// A small number: a rank, a step, a count below a thousand. Others are written by `Words.decimal`.
    package mutating func appendInterpolation(_ value: Int) { appendInterpolation(String(value)) }
  }
}

extension Sentence {
  /// The English text with `{1}`, `{2}` in place of the values.
  var key: String {
    var key = ""
    var end = 0
    for (index, value) in values.enumerated() {
      key += text(end..<value.lowerBound) + "{\(index + 1)}"
      end = value.upperBound
    }
    return key + text(end..<english.utf8.count)
  }

  /// A translation with the values in the places that it has for them.
  func filled(into translation: String) -> String {
    var filled = ""
    var rest = Substring(translation)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let place = Int(rest[..<close]), values.indices.contains(place - 1)
      else {
        filled += "{"
        continue
      }
      filled += text(values[place - 1])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func text(_ bytes: Range<Int>) -> Substring {
    let utf8 = english.utf8
    return english[
      utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)]
  }
}
