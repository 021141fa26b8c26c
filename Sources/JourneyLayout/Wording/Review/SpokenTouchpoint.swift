internal import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneySyntax

/// A ranked touchpoint in words: how bad, for how many, how sure, why, and what would change it.
package struct SpokenTouchpoint: Sendable {
  package let id: Touchpoint.ID
  /// Its stable name, as ballots and links write it.
  package let name: String
  package let title: String
  package let owner: String?
  package let rank: Int
  /// `58% satisfied (56–60%), n 2,421`: the metric that weighs most.
  package let figure: String
  /// `reached by 88% of customers (87–90%)`.
  package let reach: String
  /// `32.1 (29.4–35.0)`, the range that holds in 90 of 100 draws; `at most 32.1` where the reach is unknown.
  package let burden: String
  /// `about 3,100 people dissatisfied, with answers 1 and 2 of 1–5 (2,900–3,300)`.
  package let dissatisfied: String?
  package let level: Ranking.Certainty.CertaintyLevel?
  /// `clear`; `not known` where nobody knows the reach.
  package let levelWords: String?
  /// `clear: among the first three in all simulations, rank 1–2`; without a certainty, why.
  package let certainty: String?
  /// What moved it up, a sentence a part.
  package let why: [String]
  /// Of these the figures that fall short.
  package let falling: [String]
  /// What it would take to leave the top three.
  package let wayOut: String?
  package let votes: Int?

  /// - Parameter isEveryone: volumes are of all customers, so that they count nobody of a segment.
  init(
    _ ranked: Ranking.Ranked, rank: Int, _ annotated: AnnotatedJourney, in workspace: Workspace, isEveryone: Bool,
    votes: Int?
  ) {
    let touchpoint = annotated.journey[ranked.touchpoint]
    let scores = annotated.touchpoints[ranked.touchpoint.value]
    id = ranked.touchpoint
    name = touchpoint.name
    title = touchpoint.title
    owner = touchpoint.owner.map { workspace[$0].title }
    self.rank = rank
    self.votes = votes
    let shown = ranked.worst?.metric ?? ranked.parts.first?.metric ?? .csat
    figure = scores[shown].phrase(under: annotated.period)
    reach =
      ranked.reach.map { reach in
        "reached by \(reach.printed.value) of customers (\(reach.facts(under: annotated.period)))"
      } ?? "we do not know how many customers come here"
    burden =
      (ranked.reach == nil ? "at most " : "") + Numbers.decimal(ranked.burden, places: 1)
      + (ranked.certainty.map { " (\($0.spokenBurden))" } ?? "")
    dissatisfied = (isEveryone ? ranked.dissatisfied : nil).map { people in
      let (low, high) = (people.interval.lowerBound, people.interval.upperBound)
      let time = people.period.map { $0 == annotated.period ? "" : " in \($0.spoken)" } ?? ""
      let who = "people dissatisfied\(time), with \(people.answers.spoken) of \(people.scale.spoken)"
      return "about \(Numbers.rough(people.people)) \(who) (\(Numbers.rough(low))–\(Numbers.rough(high)))"
    }
    level = ranked.certainty?.level
    let isUnknown = ranked.certainty == nil && ranked.reach == nil
    levelWords = isUnknown ? "not known" : level?.words
    certainty =
      isUnknown
      ? "not known: without the share of customers who come here, nobody can say how sure its rank is"
      : ranked.certainty?.spoken
    falling = ranked.parts.filter { $0.shortfall > 0 }.map { ranked.spoken($0, scores[$0.metric].printed) }
    why =
      ranked.parts.map { ranked.spoken($0, scores[$0.metric].printed) }
      + [ranked.spokenSize(isDefault: touchpoint.importance == nil)]
    wayOut = ranked.wayOut?.spoken(now: ranked.worst?.value)
  }
}

extension Score {
  /// `58% satisfied (56–60%), n 2,421`; `no figure` where there is none.
  ///
  /// - Parameter headline: the period that the reader was told.
  package func phrase(under headline: Period?) -> String {
    guard let printed else { return "no figure" }
    var text = "\(metric.phrase(printed.value)) (\(printed.interval ?? Self.noInterval))"
    text += ", n \(Numbers.decimal(Double(n)))"
    if let open { text += ", \(open.text)" }
    if state == .indicative { text += ", indicative" }
    return text + (date(under: headline).map { ", \($0)" } ?? "")
  }
}

extension Ranking.Certainty.CertaintyLevel {
  /// In words; the raw value is a code.
  package var words: String {
    switch self {
    case .clear: "clear"
    case .tooCloseToCall: "too close to call"
    case .notAPriority: "not a priority"
    }
  }
}

extension Ranking.Certainty {
  /// `clear: among the first three in all simulations, rank 1–2`.
  package var spoken: String { "\(level.words): among the first three in \(spokenShare), \(spokenRanks)" }

  /// In whole tenths: so many draws tell no more.
  private var spokenShare: String {
    switch topThree {
    case 0.995...: "all simulations"
    case 0.95...: "nearly all simulations"
    case ..<0.005: "none of the simulations"
    case ..<0.05: "hardly any simulation"
    default: "\(Numbers.decimal(topThree * 10)) of 10 simulations"
    }
  }

  /// `rank 1–2`.
  package var spokenRanks: String {
    ranks.lowerBound == ranks.upperBound ? "rank \(ranks.lowerBound)" : "rank \(ranks.lowerBound)–\(ranks.upperBound)"
  }

  /// `29.4–35.0`.
  fileprivate var spokenBurden: String {
    "\(Numbers.decimal(burden.lowerBound, places: 1))–\(Numbers.decimal(burden.upperBound, places: 1))"
  }
}

extension Ranking.Ranked {
  /// `satisfaction is 22 points below its target of 80%: the only reason for its rank`.
  fileprivate func spoken(_ part: Ranking.SeverityPart, _ printed: PrintedFigure?) -> String {
    let name = part.metric.title.lowercased()
    let aim = "its target of \(part.metric.text(target: part.target))"
    guard part.shortfall > 0 else { return "\(name) meets \(aim)" }
    let share = severity > 0 ? part.contribution / severity : 0
    let amount = share > 0.995 ? "the only reason for its rank" : "\(Numbers.percent(share)) of its priority score"
    switch part.metric {
    case .resolution:
      return "\(name) is \(printed?.value ?? part.metric.text(part.value)), above \(aim): \(amount)"
    case .csat, .effort, .fcr, .nps:
      // What is on its target but for the last binary digit is not below it.
      return part.target - part.value > 1e-9
        ? "\(name) is \(printed?.distance ?? Numbers.points(part.target - part.value)) below \(aim): \(amount)"
        : "\(name) has few answers and is moved towards the average: \(amount)"
    }
  }

  /// `severity 0.60 × importance 4 of 5 × reach 88%`.
  fileprivate func spokenSize(isDefault: Bool) -> String {
    "severity \(Numbers.decimal(severity, places: 2)) × importance \(importance) of 5\(isDefault ? " (not set)" : "")"
      + " × reach "
      + (reach.map { Numbers.percent($0.value) + ($0.isAssumed ? " (assumed)" : "") } ?? "unknown, at most 100%")
      + (coverage < 0.995 ? "; figures cover \(Numbers.percent(coverage)) of what is asked" : "")
  }
}

extension Ranking.ThresholdToLeaveTop {
  /// `about 71% satisfied; then it leaves the first three`.
  ///
  /// - Parameter now: the figure as it is.
  fileprivate func spoken(now: Double?) -> String {
    switch self {
    case .value(let metric, let value):
      "about \(metric.phrase(PrintedFigure(value, nil, metric.format, before: now).value)); then it leaves the first three"
    case .notAlone(let metric):
      "its other figures keep it among the first three, even with \(metric.title.lowercased()) on target"
    case .tooFewAnswers: "too few answers for a better share to move it: ask more customers first"
    }
  }
}
