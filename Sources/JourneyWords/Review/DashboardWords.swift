package import JourneyMetrics
package import JourneyModel
internal import JourneySyntax

/// What the pictures of a review and of the index say: headlines, heads of columns, keys.
extension Words {
  /// What is heaviest, and what changed most: `Reads the tracking is the top priority. Waits for the courier got clearly
  /// worse.`
  package func headline(top: String?, worse: String?, better: String?, isCompared: Bool) -> [String] {
    var sentences = top.map { [self("\(inside($0)) is the top priority.")] } ?? []
    if let worse {
      sentences.append(self("\(inside(worse)) got clearly worse."))
    } else if let better {
      sentences.append(self("\(inside(better)) got clearly better."))
    } else if isCompared {
      sentences.append(self("No figure clearly changed."))
    }
    return sentences
  }

  /// A touchpoint with what there is to know of it, as a sentence.
  package func remark(on title: String, _ remark: String) -> String { self("\(inside(title)): \(remark).") }
  /// From which figure to which, and since when.
  package func moved(_ before: String, _ after: String, since period: String) -> String {
    self("\(before) → \(after) since \(period)")
  }
  package func helped(_ action: String) -> String { self("It helped: \(inside(action)).") }

  /// The name of what may be wider than the page.
  package func scrolls(_ part: String, of journey: String) -> String {
    self("\(part), \(inside(journey)); scrolls sideways")
  }

  package var confidence: String { self("95% interval") }
  package var whatToFixFirst: String { self("What to fix first") }
  package var rankItCouldHave: String { self("Rank it could have") }
  package var priorityScoreHead: String { self("Priority score") }
  package var amongFirstThree: String { self("Among the first three") }
  package var peopleDissatisfied: String { self("People dissatisfied") }
  package func was(_ figure: String) -> String { self("was \(figure)") }
  package func atMost(_ figure: String) -> String { self("at most \(figure)") }
  package var rankMeaning: String { self("The bar shows the ranks in 90 of 100 simulations.") }
  package var noneIsClear: String { self("No rank is clear: the data do not decide which comes first.") }
  package func clearRanks(_ ranks: String) -> String { self("Clearly among the first three: rank \(ranks).") }
  package func closeRanks(_ ranks: String) -> String { self("Too close to call: rank \(ranks).") }
  package func moreRows(_ count: Int) -> String {
    self(
      count, "\(count) more touchpoint is in the tables below.", "\(count) more touchpoints are in the tables below.")
  }

  package var keyFigure: String { self("figure with its 95% interval") }
  package var keyTarget: String { self("target") }
  package var keyBefore: String { self("the period before, where it clearly differs") }
  package var keyLeaves: String { self("here it leaves the first three") }
  package var keyClearRank: String { self("clear rank") }
  package var keyImportance: String { self("importance, from 1 to 5") }
  package var keyFew: String { self("fewer than 30 answers") }

  package var whatChanged: String { self("What changed") }
  package func clearOf(_ clear: Int, _ all: Int) -> String {
    self("\(clear) of \(all) figures clearly changed; grey lines could be chance.")
  }
  package var segmentBesideOthers: String { self("● segment, ■ others") }
  package var segmentsKey: String {
    self(
      "Each segment beside all others who answered the same question in the same period. Shown is what is beyond chance."
    )
  }
  package func slopesName(_ metric: Metric, from: String, to: String) -> String {
    self("\(metric.title(in: self)) by touchpoint, \(from) and \(to)")
  }
  package func otherChanges(_ count: Int) -> String {
    self(count, "\(count) more figure is in the tables below.", "\(count) more figures are in the tables below.")
  }

  package var handOffsKey: String {
    self("Figures before and after. In colour: beyond chance. Two touchpoints, not two times.")
  }
  package var handOffHead: String { self("Hand-off") }
  package var beforeAndAfter: String { self("Before and after") }
  package var difference: String { self("Difference") }
  package func unjudged(_ count: Int) -> String {
    self(
      count, "\(count) hand-off cannot be judged: it is not measured on both sides.",
      "\(count) hand-offs cannot be judged: they are not measured on both sides.")
  }
  package var fromTo: String { self("From, to") }
  package var matrixKey: String {
    self(
      "Rows hand off to columns: how many hand-offs, and the worst difference; ? if it is not measured on both sides.")
  }

  package var didItHelp: String { self("Did it help?") }
  package var didItHelpKey: String { self("What came of each action, as a share of what was expected.") }
  package var outcome: String { self("Share of what was expected") }
  package var whatToDoNext: String { self("What to do next") }
  package var whatToDoNextKey: String { self("Impact and effort from 1 to 5, as the team set them.") }
  package var impactAxis: String { self("impact") }
  package var effortAxis: String { self("effort") }
  package var quickWins: String { self("quick wins") }
  package func notRated(_ titles: [String]) -> String {
    self("Not rated: \(titles.map(inside).joined(separator: "; ")).")
  }
  package func alsoThere(_ titles: [String]) -> String {
    self("Also there: \(titles.map(inside).joined(separator: "; ")).")
  }
  package func plan(_ title: String, impact: Int, effort: Int, _ status: String) -> String {
    self("\(inside(title)): impact \(impact), effort \(effort), \(status)")
  }
  package var underWay: String { self("Under way") }
  package func noActionYet(rank: Int, _ title: String) -> String {
    self("No action yet for rank \(rank): \(inside(title))")
  }

  package var wholeJourney: String { self("the whole journey") }
}

extension SpokenReview {
  /// Whether volumes, which are of all customers, count the people of this review.
  package var isEveryone: Bool { segment == nil }
}

extension Metric {
  /// `ease +24 pts`.
  package func shortText(of change: Score.Change, in words: Words) -> String {
    "\(changeName(in: words)) \(text(differenceOf: change, in: words))"
  }

  /// How far apart two touchpoints are, where there is little room: `−8 pts`, `+3 d`.
  package func signedGap(from before: Score, to after: Score, in words: Words) -> String? {
    guard let was = before.figure?.value, let now = after.figure?.value else { return nil }
    if self == .resolution { return text(difference: now - was, in: words) }
    let format = format(in: words)
    let points = (format.printed(now) - format.printed(was)) * (self == .nps ? 1 : 100)
    return words.signed(points) + " " + words("pts")
  }
}
