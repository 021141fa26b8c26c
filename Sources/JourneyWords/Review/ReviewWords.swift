/// What stands in a review and its files, beside what `Spoken…` says.
extension Words {
  package var askedButNotEnoughToRank: String { self("Asked, but not enough to rank") }
  package var oldFigures: String { self("Old figures") }
  package var goals: String { self("Goals") }
  package var fixFirst: String { self("Fix first") }
  package var belowTargetButNotAPriorityNow: String { self("Below target, but not a priority now") }
  package var onTargetHead: String { self("On target") }
  package var votesOfTheRoomBesideTheData: String { self("Votes of the room, beside the data") }
  package var channelSwitchesAndLoopsWithinADepartment: String {
    self("Channel switches and loops within a department")
  }
  package var whoPassesCustomersOnToWhom: String { self("Who passes customers on to whom") }
  package var matrixHint: String { self("Rows hand off to columns. Each number counts arrows.") }
  package var aPageForEachDepartment: String { self("A page for each department") }
  package var aPageForEachPersona: String { self("A page for each persona") }
  package var howThisIsCounted: String { self("How this is counted") }
  package var noJourneysHere: String { self("No journeys here.") }
  package var actionsUnderWay: String { self("Actions under way") }
  package var actionsDoneAndWhetherTheyHelped: String { self("Actions done, and whether they helped") }
  package var actionsThatWereDropped: String { self("Actions that were dropped") }
  package var supportsOtherDepartmentsAt: String { self("Supports other departments at") }
  package var handOffsIn: String { self("Hand-offs in") }
  package var handOffsOut: String { self("Hand-offs out") }
  package var actionsOfOthersAtTheseTouchpoints: String { self("Actions of others at these touchpoints") }
  package var feelingsLowestFirst: String { self("Feelings, the lowest first: the team’s assumption") }
  package var meets: String { self("Meets") }
  package var whyThese: String { self("Why these") }
  package var votesOfTheRoom: String { self("Votes of the room") }
  package var feelingsLowestFirstInBrackets: String { self("Feelings, the lowest first (the team’s assumption)") }

  package var emptyCard: String { self("This department owns no touchpoint here, and supports no other.") }

  package func heading(_ journey: SpokenJourney) -> String {
    journey.isPlanned ? self("\(journey.title) (planned)") : journey.title
  }

  package func toReplace(_ journey: String) -> String { self("To replace: \(journey)") }
  package func toBeReplaced(by journey: String) -> String { self("To be replaced by: \(journey)") }
  package func aim(_ target: String) -> String { self("aim: \(target)") }
  package var records: String { self("records:") }
  package func priorityScore(_ score: String) -> String { self("priority score \(score)") }
  package var why: String { self("why:") }
  package var whatItTakes: String { self("what it takes:") }
  package func votesOfTheRoom(_ votes: Int) -> String { self("votes of the room: \(votes)") }

  package func votes(_ vote: SpokenJourney.Vote) -> String {
    self(vote.votes, "\(vote.votes) vote · data: \(vote.data)", "\(vote.votes) votes · data: \(vote.data)")
  }

  package func votesInData(_ vote: SpokenJourney.Vote) -> String {
    self("\(vote.title): \(vote.votes), data: \(vote.data)")
  }

  package func furtherHandOffs(_ count: Int) -> String {
    self("\(count) more: no drop, or not measured on both sides; \("--format html") shows them.")
  }

  package func noHandOffDrops(_ count: Int) -> String {
    self("None of the \(count) has a drop, as far as both sides are measured.")
  }

  package func noHandOffIsMeasured(_ count: Int) -> String { self("None of the \(count) is measured on both sides.") }

  /// What there is to say of a hand-off, channel switch or loop.
  package func facts(of crossing: SpokenCrossing) -> [String] {
    [
      crossing.departments, crossing.channels.map { self("switches \($0)") },
      crossing.isRetrace ? self("goes back") : nil, crossing.label.map { self("“\($0)”") }, crossing.share,
      crossing.scores,
    ].compactMap(\.self)
  }

  package var better: String { self("better:") }
  package var worse: String { self("worse:") }
  package var betterHead: String { self("Better") }
  package var worseHead: String { self("Worse") }
  package var youSaid: String { self("you said:") }
  package var weDid: String { self("we did:") }
  package func did(_ told: SpokenTold) -> String { self("\(told.did) (told \(told.on))") }
  package func forSubject(_ title: String) -> String { self("for \(title)") }
  package func due(_ day: String) -> String { self("due \(day)") }
  package func finished(_ day: String) -> String { self("finished \(day)") }
  package func goal(_ title: String) -> String { self("goal: \(title)") }
  package func impact(_ impact: Int, effort: Int) -> String { self("impact \(impact), effort \(effort)") }
  package func itHas(_ lacks: String) -> String { self("it has \(lacks)") }
  package var verdictLabel: String { self("verdict:") }
  package var notMeasuredYet: String { self("not measured") }
  package func openAfterItsDueDate(_ action: String) -> String { self("Open after its due date: \(action)") }

  package var rankingColumns: [String] {
    [self("touchpoint"), self("figure"), self("reach"), self("priority score"), self("certainty")]
  }

  package var actionColumns: [String] {
    [self("action"), self("for"), self("owner"), self("due"), self("status"), self("verdict")]
  }

  package var reviewPageLink: String { self("The review as a page") }
  package var reviewTextLink: String { self("The review as text") }
  package var reviewTableLink: String { self("Every figure, with a row for each touchpoint, for a spreadsheet") }

  package var crossingsTableLink: String {
    self("Every hand-off, channel switch and loop, with the figures on both sides")
  }

  package var actionsTableLink: String { self("The register of actions for a spreadsheet") }
  package var dataLink: String { self("Data (JSON)") }
  package func votesFileLink(_ command: String) -> String { self("Where the votes go, for \(command)") }
}
