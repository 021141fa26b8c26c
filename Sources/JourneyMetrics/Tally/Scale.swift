package import JourneyModel

/// Which whole numbers an answer may be, worst and best: `1..5`, or `5..1` where low is good.
package struct Scale: Hashable, Sendable, Comparable {
  // Small, because a tally has a scale for every question.
  private let first: Int16
  private let last: Int16

  package var worst: Int { Int(first) }
  package var best: Int { Int(last) }

  /// Nil where both ends are the same, or further apart or from zero than 1,000.
  package init?(worst: Int, best: Int) {
    guard worst != best, abs(worst) <= 1000, abs(best) <= 1000 else { return nil }
    first = Int16(worst)
    last = Int16(best)
  }

  /// Reads `1..5`.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let dots = bytes.firstIndex(of: 0x2E), bytes[dots...].starts(with: [0x2E, 0x2E]),
      let worst = wholeNumber(bytes[..<dots]), let best = wholeNumber(bytes[(dots + 2)...])
    else { return nil }
    self.init(worst: worst, best: best)
  }

  var lowest: Int { min(worst, best) }
  var highest: Int { max(worst, best) }
  package var span: Int { abs(best - worst) }

  /// How far above the worst an answer stands, 0…span; nil off the scale.
  package func standing(_ answer: Int) -> Int? {
    let steps = worst < best ? answer - worst : worst - answer
    return (0...span).contains(steps) ? steps : nil
  }

  package var text: String { "\(worst)..\(best)" }

  package static func < (a: Self, b: Self) -> Bool { (a.worst, a.best) < (b.worst, b.best) }
}

extension Feedback.Question {
  /// Worst to best; a fcr is 0 or 1, a time has none.
  package var tallyScale: Scale? {
    switch metric {
    case .fcr: return Scale(worst: 0, best: 1)
    case .resolution: return nil
    case .csat, .effort, .nps:
      guard let scale else { return nil }
      return lowerIsBetter
        ? Scale(worst: scale.upperBound, best: scale.lowerBound)
        : Scale(worst: scale.lowerBound, best: scale.upperBound)
    }
  }
}

/// A whole number of at most 12 digits, with or without `-`; nil for anything else.
func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
  let isNegative = bytes.first == 0x2D
  let digits = isNegative ? bytes.dropFirst() : bytes
  guard !digits.isEmpty, digits.count <= 12 else { return nil }
  var result = 0
  for byte in digits {
    guard (0x30...0x39).contains(byte) else { return nil }
    result = result * 10 + Int(byte - 0x30)
  }
  return isNegative ? -result : result
}
