/// What changed, as programs and gates name it. A code never changes for the sake of a sentence.
package enum ChangeCode: String, Sendable, CaseIterable {
  case journeyAdded = "journey-added"
  case journeyRemoved = "journey-removed"
  case journeyRenamed = "journey-renamed"
  case phaseAdded = "phase-added"
  case phaseRemoved = "phase-removed"
  case phaseRenamed = "phase-renamed"
  case phaseMoved = "phase-moved"
  case touchpointAdded = "touchpoint-added"
  case touchpointRemoved = "touchpoint-removed"
  case touchpointReplaced = "touchpoint-replaced"
  case touchpointRenamed = "touchpoint-renamed"
  case touchpointMoved = "touchpoint-moved"
  case split, merged
  case arrowAdded = "arrow-added"
  case arrowRemoved = "arrow-removed"
  case arrowRerouted = "arrow-rerouted"
  case entryAdded = "entry-added"
  case entryRemoved = "entry-removed"
  case exitAdded = "exit-added"
  case exitRemoved = "exit-removed"
  case becameAside = "became-aside"
  case becameOptional = "became-optional"
  case repeats, opens, state
  case flowWritten = "flow-written"

  case owner
  case helperAdded = "helper-added"
  case helperRemoved = "helper-removed"
  case channelAdded = "channel-added"
  case channelRemoved = "channel-removed"
  case mainChannel = "main-channel"
  case handOffAdded = "hand-off-added"
  case handOffRemoved = "hand-off-removed"
  case channelSwitchAdded = "channel-switch-added"
  case channelSwitchRemoved = "channel-switch-removed"

  case worse, better
  case noLongerMeasured = "no-longer-measured"
  case nowMeasured = "now-measured"
  case nowHidden = "now-hidden"
  case nowShown = "now-shown"
  case rankIn = "rank-in"
  case rankOut = "rank-out"
  case restated
  case askedDifferently = "asked-differently"
  case noClearChange = "no-clear-change"

  case historyLost = "history-lost"
  case historyFound = "history-found"
  case targetLoosened = "target-loosened"
  case targetTightened = "target-tightened"
  case hideBelowLowered = "hide-below-lowered"
  case hideBelowRaised = "hide-below-raised"
  case floor, weigh, importance
  case momentOfTruth = "moment-of-truth"
  case ignoreAdded = "ignore-added"
  case ignoreRemoved = "ignore-removed"
  case severity

  case share, wait, takes, volume
  case goalAdded = "goal-added"
  case goalRemoved = "goal-removed"
  case goalTarget = "goal-target"
  case goalBy = "goal-by"
  case goalRecord = "goal-record"
  case actionAdded = "action-added"
  case actionRemoved = "action-removed"
  case actionStatus = "action-status"
  case actionDue = "action-due"
  case actionOwner = "action-owner"
  case actionExpects = "action-expects"

  case feels
  case evidenceStronger = "evidence-stronger"
  case evidenceWeaker = "evidence-weaker"
  case painAdded = "pain-added"
  case painRemoved = "pain-removed"
  case ideaAdded = "idea-added"
  case ideaRemoved = "idea-removed"

  case title, thinks, does, need, voice, quote, note, blueprint, lane, link, label, tag, image, reworded
  /// Facts that a map does not show: the lines differ, and nothing else in this list says how.
  case otherFacts = "other-facts"
}

/// The kinds of change, in the order in which they are printed.
package enum ChangeClass: String, Sendable, CaseIterable {
  case answers, judgement, structure, responsibility, facts, assumptions, text
}

extension ChangeCode {
  package var kind: ChangeClass {
    switch self {
    case .journeyAdded, .journeyRemoved, .journeyRenamed, .phaseAdded, .phaseRemoved, .phaseRenamed, .phaseMoved,
      .touchpointAdded, .touchpointRemoved, .touchpointReplaced, .touchpointRenamed, .touchpointMoved, .split, .merged,
      .arrowAdded, .arrowRemoved, .arrowRerouted, .entryAdded, .entryRemoved, .exitAdded, .exitRemoved, .becameAside,
      .becameOptional, .repeats, .opens, .state, .flowWritten:
      .structure
    case .owner, .helperAdded, .helperRemoved, .channelAdded, .channelRemoved, .mainChannel, .handOffAdded,
      .handOffRemoved, .channelSwitchAdded, .channelSwitchRemoved:
      .responsibility
    case .worse, .better, .noLongerMeasured, .nowMeasured, .nowHidden, .nowShown, .rankIn, .rankOut, .restated,
      .askedDifferently, .noClearChange:
      .answers
    case .historyLost, .historyFound, .targetLoosened, .targetTightened, .hideBelowLowered, .hideBelowRaised, .floor,
      .weigh, .importance, .momentOfTruth, .ignoreAdded, .ignoreRemoved, .severity:
      .judgement
    case .share, .wait, .takes, .volume, .goalAdded, .goalRemoved, .goalTarget, .goalBy, .goalRecord, .actionAdded,
      .actionRemoved, .actionStatus, .actionDue, .actionOwner, .actionExpects:
      .facts
    case .feels, .evidenceStronger, .evidenceWeaker, .painAdded, .painRemoved, .ideaAdded, .ideaRemoved:
      .assumptions
    case .title, .thinks, .does, .need, .voice, .quote, .note, .blueprint, .lane, .link, .label, .tag, .image,
      .reworded, .otherFacts:
      .text
    }
  }

  /// What the same change is called when the two sides change places.
  package var mirrored: ChangeCode {
    for (one, other) in Self.opposites {
      if self == one { return other }
      if self == other { return one }
    }
    return self
  }

  private static let opposites: [(ChangeCode, ChangeCode)] = [
    (.journeyAdded, .journeyRemoved), (.phaseAdded, .phaseRemoved), (.touchpointAdded, .touchpointRemoved),
    (.split, .merged), (.arrowAdded, .arrowRemoved), (.entryAdded, .entryRemoved), (.exitAdded, .exitRemoved),
    (.helperAdded, .helperRemoved), (.channelAdded, .channelRemoved), (.handOffAdded, .handOffRemoved),
    (.channelSwitchAdded, .channelSwitchRemoved), (.worse, .better), (.noLongerMeasured, .nowMeasured),
    (.nowHidden, .nowShown), (.rankIn, .rankOut), (.historyLost, .historyFound), (.targetLoosened, .targetTightened),
    (.hideBelowLowered, .hideBelowRaised), (.ignoreAdded, .ignoreRemoved), (.goalAdded, .goalRemoved),
    (.actionAdded, .actionRemoved),
    (.evidenceStronger, .evidenceWeaker), (.painAdded, .painRemoved), (.ideaAdded, .ideaRemoved),
  ]

  /// What stands before it: a sign that reads the same without colour.
  package var sign: String {
    switch self {
    case .noLongerMeasured, .historyLost, .targetLoosened, .hideBelowLowered: "!"
    case .worse: "▼"
    case .better: "▲"
    case .touchpointMoved, .phaseMoved, .arrowRerouted: "↷"
    case .touchpointReplaced: "?"
    case .touchpointRenamed, .phaseRenamed, .journeyRenamed: "="
    case .nowMeasured, .nowShown, .historyFound: "+"
    default: rawValue.hasSuffix("-added") ? "+" : rawValue.hasSuffix("-removed") ? "−" : "~"
    }
  }
}
