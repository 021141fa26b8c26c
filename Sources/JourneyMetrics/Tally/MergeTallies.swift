internal import JourneyModel
internal import JourneySyntax

/// Which side of a merge holds for one part of two files that were made from a common one.
enum MergedSide {
  case ours, theirs
  /// Both changed it, differently.
  case neither

  init<Part: Equatable>(base: Part?, ours: Part?, theirs: Part?) {
    self = ours == theirs || theirs == base ? .ours : ours == base ? .theirs : .neither
  }
}

extension Tally {
  /// What came of two tallies that were made from a common one.
  package struct TallyMerge: Sendable {
    /// Everything but the conflicts.
    package fileprivate(set) var settled = Tally()
    /// Questions that both counted, differently: the answers of each side, which may have none.
    package fileprivate(set) var conflicts: [TallyConflict] = []
  }

  /// A question of which the answers of one side cannot be preferred to those of the other.
  package struct TallyConflict: Sendable {
    package let question: TallyQuestion
    package let ours: Tally
    package let theirs: Tally
  }

  /// Merges two tallies that were made from this one, question by question: all rows of a question come from one count,
  /// so those of two counts are never mixed. Where one side left a question as it was, the other side's rows hold.
  package func merging(_ ours: Tally, _ theirs: Tally) -> TallyMerge {
    var merge = TallyMerge()
    let new = theirs.answered.map(\.question).filter { ours.places[$0] == nil }
    for question in ours.answered.map(\.question) + new {
      let side = MergedSide(
        base: rows(of: question), ours: ours.rows(of: question), theirs: theirs.rows(of: question))
      switch side {
      case .ours: merge.settled.append(ours.keeping(question).answered)
      case .theirs: merge.settled.append(theirs.keeping(question).answered)
      case .neither:
        merge.conflicts.append(
          TallyConflict(question: question, ours: ours.keeping(question), theirs: theirs.keeping(question)))
      }
    }
    return merge
  }

  /// Nil where it was not asked.
  private func rows(of question: TallyQuestion) -> [TallyRow]? { places[question].map { answered[$0].rows } }

  private func keeping(_ question: TallyQuestion) -> Tally {
    var one = Tally()
    if let place = places[question] { one.append([answered[place]]) }
    return one
  }
}
