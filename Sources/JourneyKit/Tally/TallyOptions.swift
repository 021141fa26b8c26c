/// What to tally, and how.
public struct TallyOptions: Sendable {
  /// The folder that the paths of feedbacks start from; nil: the workspace.
  public var data: String?
  /// The name of the only feedback to tally; nil tallies all.
  public var feedback: String?
  /// Whether cells with too few answers, and those that would give them away, stay out of the tally files.
  public var suppress = false
  /// Where rows that were left out are kept. Personal data: a path in a git work tree is refused.
  public var rejects: String?
  /// Told now and then how many of all bytes were read, by whichever thread reads.
  public var progress: (@Sendable (_ read: Int, _ all: Int) -> Void)?

  /// Every feedback, its files below the workspace.
  public init() {}
}
