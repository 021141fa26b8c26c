extension Tally {
  package enum Answer: Hashable, Sendable {
    /// A whole number of the scale.
    case rating(Int)
    case duration(DurationBucket)
    /// "Never used" or "not applicable": counts for reach alone.
    case unused
    /// A case not solved yet, with how long it had been open when it was exported; nil where nobody knows.
    case open(DurationBucket?)

    /// Whether a score is made from it: an open case says how long its solution takes at least, if it says since when
    /// it is open.
    var isScored: Bool {
      switch self {
      case .rating, .duration, .open(_?): true
      case .unused, .open(nil): false
      }
    }

    /// The order in which a question's answers are kept.
    func rank(on scale: Scale?) -> Int {
      switch self {
      case .rating(let rating): scale.map { $0.worst < $0.best } == false ? -rating : rating
      case .duration(let bucket): bucket.start
      case .open(let age?): 1 << 61 + age.start
      case .unused: .max - 1
      case .open(nil): .max
      }
    }
  }

  /// How often an answer was given.
  package struct Counts: Hashable, Sendable {
    package private(set) var count: Int
    private var weights: Weights

    /// Elsewhere than the count, because most answers have none.
    private indirect enum Weights: Hashable, Sendable {
      case none
      case sums(weight: ExactDecimal, squares: ExactDecimal)
    }

    package init(_ count: Int, weight: ExactDecimal = .zero, squares: ExactDecimal = .zero) {
      self.count = count
      weights = weight == .zero && squares == .zero ? .none : .sums(weight: weight, squares: squares)
    }

    /// Σw, exact; zero where answers have no weight.
    package var weight: ExactDecimal { if case .sums(let weight, _) = weights { weight } else { .zero } }
    /// Σw², exact; zero where answers have no weight.
    package var squares: ExactDecimal { if case .sums(_, let squares) = weights { squares } else { .zero } }

    /// How often one answer may stand in a tally file, so that no sum of what fits into memory overflows.
    static let most = 1_000_000_000

    /// Whether a tally file can hold them.
    var fit: Bool { count <= Self.most && weight.fits && squares.fits }

    /// What the answers are worth: Kish's number of them, or `count` where unweighted.
    func effective(isWeighted: Bool) -> Double {
      isWeighted ? effectiveCount(weights: weight.value, squares: squares.value) : Double(count)
    }

    /// The count that states and hiding go by: the lesser of how many there are and what they are worth, for one heavy
    /// answer among many light ones is one person's. Answers of no weight at all are as many as they are.
    ///
    /// To a millionth, so that equal weights are worth exactly as many as they are.
    package var evidence: Double {
      let effective = effective(isWeighted: weight != .zero)
      return effective > 0 ? min(Double(count), (effective * 1e6).rounded() / 1e6) : Double(count)
    }

    /// Σw, or `count` where unweighted.
    func whole(isWeighted: Bool) -> Double { isWeighted ? weight.value : Double(count) }

    package static func + (a: Self, b: Self) -> Self {
      Self(a.count + b.count, weight: a.weight + b.weight, squares: a.squares + b.squares)
    }

    package static func += (a: inout Self, b: Self) { a = a + b }
  }
}
