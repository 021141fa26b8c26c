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
    let words = workspace.words
    let touchpoint = annotated.journey[ranked.touchpoint]
    let scores = annotated.touchpoints[ranked.touchpoint.value]
    id = ranked.touchpoint
    name = touchpoint.name
    title = touchpoint.title
    owner = touchpoint.owner.map { workspace[$0].title }
    self.rank = rank
    self.votes = votes
    let shown = ranked.worst?.metric ?? ranked.parts.first?.metric ?? .csat
    figure = scores[shown].phrase(under: annotated.period, in: words)
    reach =
      ranked.reach.map { reach in
        words(
          "reached by \(reach.printed(in: words).value) of customers (\(reach.facts(under: annotated.period, in: words)))"
        )
      } ?? words("we do not know how many customers come here")
    let amount =
      words.decimal(ranked.burden, places: 1) + (ranked.certainty.map { " (\($0.burdenRange(in: words)))" } ?? "")
    burden = ranked.reach == nil ? words("at most \(amount)") : amount
    dissatisfied = (isEveryone ? ranked.dissatisfied : nil).map { people in
      let (low, high) = (people.interval.lowerBound, people.interval.upperBound)
      let (count, range) = (words.rough(people.people), "\(words.rough(low))–\(words.rough(high))")
      let answers = people.answers.spoken(of: people.scale, in: words)
      guard let period = people.period, period != annotated.period else {
        return words("about \(count) people dissatisfied, with \(answers) (\(range))")
      }
      return words("about \(count) people dissatisfied in \(period.spoken(in: words)), with \(answers) (\(range))")
    }
    level = ranked.certainty?.level
    let isUnknown = ranked.certainty == nil && ranked.reach == nil
    levelWords = isUnknown ? words("not known") : level?.spoken(in: words)
    certainty =
      isUnknown
      ? words("not known: without the share of customers who come here, nobody can say how sure its rank is")
      : ranked.certainty?.spoken(in: words)
    falling = ranked.parts.filter { $0.shortfall > 0 }.map {
      ranked.spoken($0, scores[$0.metric].printed(in: words), in: words)
    }
    why =
      ranked.parts.map { ranked.spoken($0, scores[$0.metric].printed(in: words), in: words) }
      + [ranked.spokenSize(isDefault: touchpoint.importance == nil, in: words)]
    wayOut = ranked.wayOut?.spoken(now: ranked.worst?.value, in: words)
  }
}

extension Score {
  /// `58% satisfied (56–60%), n 2,421`; `no figure` where there is none.
  ///
  /// - Parameter headline: the period that the reader was told.
  package func phrase(under headline: Period?, in words: Words) -> String {
    guard let printed = printed(in: words) else { return words("no figure") }
    var text = "\(metric.phrase(printed.value, in: words)) (\(printed.interval ?? words.noInterval))"
    text += ", " + words.n(n)
    if let open { text += ", " + open.text(in: words) }
    if state == .indicative { text += ", " + words("indicative") }
    return text + (date(under: headline, in: words).map { ", " + $0 } ?? "")
  }
}

extension Ranking.Certainty.CertaintyLevel {
  /// In words; the raw value is a code.
  package func spoken(in words: Words) -> String {
    switch self {
    case .clear: words("clear")
    case .tooCloseToCall: words("too close to call")
    case .notAPriority: words("not a priority")
    }
  }
}

extension Ranking.Certainty {
  /// `clear: among the first three in nearly all simulations, rank 1–2`.
  package func spoken(in words: Words) -> String {
    "\(level.spoken(in: words)): \(topThree(in: words)), \(spokenRanks(in: words))"
  }

  private func topThree(in words: Words) -> String {
    switch topThree {
    case 0.995...: words("among the first three in all simulations")
    case 0.95...: words("among the first three in nearly all simulations")
    case ..<0.005: words("among the first three in none of the simulations")
    case ..<0.05: words("among the first three in hardly any simulation")
    default: words("among the first three in \(words.decimal(topThree * 10)) of 10 simulations")
    }
  }

  /// `rank 2`, `rank 1–4`.
  package func spokenRanks(in words: Words) -> String {
    ranks.lowerBound == ranks.upperBound
      ? words("rank \(ranks.lowerBound)") : words("rank \(ranks.lowerBound)–\(ranks.upperBound)")
  }

  fileprivate func burdenRange(in words: Words) -> String {
    "\(words.decimal(burden.lowerBound, places: 1))–\(words.decimal(burden.upperBound, places: 1))"
  }
}

extension Ranking.Ranked {
  /// `satisfaction is 22 points below its target of 80%: the only reason for its rank`.
  fileprivate func spoken(_ part: Ranking.SeverityPart, _ printed: PrintedFigure?, in words: Words) -> String {
    let name = part.metric.name(in: words)
    let target = part.metric.text(target: part.target, in: words)
    guard part.shortfall > 0 else { return words("\(name) meets its target of \(target)") }
    let share = severity > 0 ? part.contribution / severity : 0
    let amount =
      share > 0.995
      ? words("the only reason for its rank") : words("\(words.percent(share)) of its priority score")
    switch part.metric {
    case .resolution:
      let value = printed?.value ?? part.metric.text(part.value, in: words)
      return words("\(name) is \(value), above its target of \(target): \(amount)")
    case .csat, .effort, .fcr, .nps:
      // What is on its target but for the last binary digit is not below it.
      guard part.target - part.value > 1e-9 else {
        return words("\(name) has few answers and is moved towards the average: \(amount)")
      }
      let distance = printed?.distance ?? words.points(part.target - part.value)
      return words("\(name) is \(distance) below its target of \(target): \(amount)")
    }
  }

  /// `severity 0.60 × importance 4 of 5 × reach 88%`.
  fileprivate func spokenSize(isDefault: Bool, in words: Words) -> String {
    let severity = words("severity \(words.decimal(severity, places: 2))")
    let importance =
      isDefault ? words("importance \(importance) of 5 (not set)") : words("importance \(importance) of 5")
    let reach =
      switch reach {
      case let reach? where reach.isAssumed: words("reach \(words.percent(reach.value)) (assumed)")
      case let reach?: words("reach \(words.percent(reach.value))")
      case nil: words("reach unknown, at most 100%")
      }
    return "\(severity) × \(importance) × \(reach)"
      + (coverage < 0.995 ? words("; figures cover \(words.percent(coverage)) of what is asked") : "")
  }
}

extension Ranking.ThresholdToLeaveTop {
  /// `about 71% satisfied; then it leaves the first three`.
  ///
  /// - Parameter now: the figure as it is.
  fileprivate func spoken(now: Double?, in words: Words) -> String {
    switch self {
    case .value(let metric, let value):
      words(
        "about \(metric.phrase(PrintedFigure(value, nil, metric.format(in: words), before: now).value, in: words)); then it leaves the first three"
      )
    case .notAlone(let metric):
      words("its other figures keep it among the first three, even with \(metric.name(in: words)) on target")
    case .tooFewAnswers: words("too few answers for a better share to move it: ask more customers first")
    }
  }
}
