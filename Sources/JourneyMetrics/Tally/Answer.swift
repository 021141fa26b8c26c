extension Tally {
  package enum Answer: Hashable, Sendable {
    /// A whole number of the scale.
    case rating(Int)
    case duration(DurationBucket)
    /// "Never used" or "not applicable": counts for reach alone.
    case unused
    /// A case not resolved: counted, not scored.
    case open

    /// The rating, or the first second of the bucket; nil for what is not scored.
    var number: Int? {
      switch self {
      case .rating(let rating): rating
      case .duration(let bucket): bucket.start
      case .unused, .open: nil
      }
    }

    /// The order in which a question's answers are kept.
    func rank(on scale: Scale?) -> Int {
      switch self {
      case .rating(let rating): scale.map { $0.worst < $0.best } == false ? -rating : rating
      case .duration(let bucket): bucket.start
      case .unused: .max - 1
      case .open: .max
      }
    }
  }

  /// How often an answer was given.
  package struct Counts: Hashable, Sendable {
    package private(set) var count: Int
    /// Σw and Σw², exact; zero where answers have no weight.
    package private(set) var weight: ExactDecimal
    package private(set) var squares: ExactDecimal

    package init(_ count: Int, weight: ExactDecimal = .zero, squares: ExactDecimal = .zero) {
      self.count = count
      self.weight = weight
      self.squares = squares
    }

    /// What the answers are worth: Kish's number of them, or `count` where unweighted.
    func effective(isWeighted: Bool) -> Double {
      isWeighted ? effectiveCount(weights: weight.value, squares: squares.value) : Double(count)
    }

    /// Σw, or `count` where unweighted.
    func whole(isWeighted: Bool) -> Double { isWeighted ? weight.value : Double(count) }

    package static func += (a: inout Self, b: Self) {
      a.count += b.count
      a.weight += b.weight
      a.squares += b.squares
    }
  }
}
