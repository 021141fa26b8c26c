package import JourneyDiff

extension Words {
  /// `2 touchpoints added, 1 removed; 1 figure clearly worse; 3 other changes, 6 texts`. What is replaced counts as one
  /// removed and one added, and what follows from something else is not counted again.
  package func counts(_ changes: [JourneyChange]) -> String {
    func count(_ codes: ChangeCode...) -> Int { changes.count { codes.contains($0.code) } }
    let (added, removed) = (count(.touchpointAdded), count(.touchpointRemoved))
    let (moved, renamed) = (count(.touchpointMoved), count(.touchpointRenamed))
    let touchpoints = [
      (added, self(added, "\(added) touchpoint added", "\(added) touchpoints added"), self("\(added) added")),
      (
        removed, self(removed, "\(removed) touchpoint removed", "\(removed) touchpoints removed"),
        self("\(removed) removed")
      ),
      (moved, self(moved, "\(moved) touchpoint moved", "\(moved) touchpoints moved"), self("\(moved) moved")),
      (
        renamed, self(renamed, "\(renamed) touchpoint renamed", "\(renamed) touchpoints renamed"),
        self("\(renamed) renamed")
      ),
    ].filter { $0.0 > 0 }
    let (worse, better, lost) = (count(.worse), count(.better), changes.count(where: \.isLostQuestion))
    let figures: [(Int, String)] = [
      (worse, self(worse, "\(worse) figure clearly worse", "\(worse) figures clearly worse")),
      (lost, self(lost, "\(lost) question lost", "\(lost) questions lost")),
      (better, self(better, "\(better) figure clearly better", "\(better) figures clearly better")),
    ]
    let (loosened, tightened) = (count(.targetLoosened), count(.targetTightened))
    let targets: [(Int, String)] = [
      (loosened, self(loosened, "\(loosened) target made easier", "\(loosened) targets made easier")),
      (tightened, self(tightened, "\(tightened) target made harder", "\(tightened) targets made harder")),
    ]
    let (came, gone) = (count(.journeyAdded), count(.journeyRemoved))
    let journeys: [(Int, String)] = [
      (came, self(came, "\(came) journey added", "\(came) journeys added")),
      (gone, self(gone, "\(gone) journey removed", "\(gone) journeys removed")),
    ]
    // What is counted is named once.
    let first = touchpoints.prefix(1).map(\.1) + touchpoints.dropFirst().map(\.2)
    let parts =
      [first.joined(separator: ", ")]
      + [journeys, figures, targets, others(changes)]
      .map { part in part.filter { $0.0 > 0 }.map(\.1).joined(separator: ", ") }
    let said = parts.filter { !$0.isEmpty }
    if !said.isEmpty { return said.joined(separator: "; ") }
    let unclear = count(.noClearChange)
    return unclear > 0 ? unchanged(unclear) : self("no changes")
  }

  /// What has no count of its own, kind by kind, so that a reader knows where to look.
  private func others(_ changes: [JourneyChange]) -> [(Int, String)] {
    let counted: Set<ChangeCode> = [
      .touchpointAdded, .touchpointRemoved, .touchpointReplaced, .touchpointMoved, .touchpointRenamed, .worse,
      .better, .targetLoosened, .targetTightened, .noClearChange, .journeyAdded, .journeyRemoved, .otherFacts,
    ]
    func count(_ kind: ChangeClass) -> Int {
      changes.count { change in
        change.code.kind == kind && !counted.contains(change.code) && !change.isLostQuestion && !change.isImplied
      }
    }
    let (answers, judgement, structure) = (count(.answers), count(.judgement), count(.structure))
    let (responsibility, facts, assumptions) = (count(.responsibility), count(.facts), count(.assumptions))
    let (texts, files) = (count(.text), changes.count { $0.code == .otherFacts })
    return [
      (answers, self(answers, "\(answers) other change to answers", "\(answers) other changes to answers")),
      (judgement, self(judgement, "\(judgement) change to what is judged", "\(judgement) changes to what is judged")),
      (
        structure,
        self(structure, "\(structure) other change to the structure", "\(structure) other changes to the structure")
      ),
      (
        responsibility,
        self(
          responsibility, "\(responsibility) change of responsibility", "\(responsibility) changes of responsibility")
      ),
      (facts, self(facts, "\(facts) fact, goal or action", "\(facts) facts, goals or actions")),
      (assumptions, self(assumptions, "\(assumptions) assumption", "\(assumptions) assumptions")),
      (texts, self(texts, "\(texts) text", "\(texts) texts")),
      (files, self(files, "other lines of \(files) file", "other lines of \(files) files")),
    ]
  }
}
