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
    let told: Set<ChangeCode> = [
      .touchpointAdded, .touchpointRemoved, .touchpointReplaced, .touchpointMoved, .touchpointRenamed, .worse,
      .better, .targetLoosened, .targetTightened, .noClearChange,
    ]
    let others = changes.count { change in
      !told.contains(change.code) && !change.isLostQuestion && change.code.kind != .text && !change.isImplied
    }
    let texts = changes.count { $0.code.kind == .text }
    let rest: [(Int, String)] = [
      (others, self(others, "\(others) other change", "\(others) other changes")),
      (texts, self(texts, "\(texts) text", "\(texts) texts")),
    ]
    // What is counted is named once.
    let first = touchpoints.prefix(1).map(\.1) + touchpoints.dropFirst().map(\.2)
    let parts =
      [first.joined(separator: ", ")]
      + [figures, targets, rest]
      .map { part in part.filter { $0.0 > 0 }.map(\.1).joined(separator: ", ") }
    let said = parts.filter { !$0.isEmpty }
    return said.isEmpty ? self("no changes") : said.joined(separator: "; ")
  }
}
