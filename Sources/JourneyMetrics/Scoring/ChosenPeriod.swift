package import JourneySyntax

/// Of which period figures are shown: `2026-Q3`, or `2026-Q2..2026-Q3` with the change between the two.
///
/// One that is longer than the answers' own is the sum of those it holds.
package enum ChosenPeriod: Sendable, Equatable {
  /// Each question's latest.
  case latest
  case one(Period)
  case change(from: Period, to: Period)

  /// Reads the written form; nil for anything else, and where the first of two does not end before the second begins.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ Period($0) }) else { return nil }
    if parts.count == 1 {
      self = .one(first)
    } else {
      guard parts.count == 3, parts[1].isEmpty, let last = Period(parts[2]), first.lastDay < last.firstDay else {
        return nil
      }
      self = .change(from: first, to: last)
    }
  }

  /// What is shown; nil for each question's latest.
  package var shown: Period? {
    switch self {
    case .latest: nil
    case .one(let period), .change(_, let period): period
    }
  }

  /// What it is compared with; nil for the period before.
  package var before: Period? { if case .change(let period, _) = self { period } else { nil } }
}

/// Whose answers of when are shown.
struct Choice: Sendable {
  /// Nil for everyone's.
  let segment: String?
  let period: ChosenPeriod
  let hideBelow: Int
}
