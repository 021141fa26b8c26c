internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

extension JourneyView {
  /// The journey as the XML document that page templates read; its elements and attributes are described in
  /// `docs/templates.md`.
  ///
  /// - Parameter review: the file name of the review's page; nil where there is none.
  func document(review: String?) -> Element {
    let owner = journey.owner.map { workspace[$0].title }
    let ranks = ranks()
    return Element(
      "journey",
      [
        "name": journey.name, "title": journey.title, "language": workspace.language,
        "direction": direction(of: workspace.language), "state": journey.state.rawValue,
        "period": annotated.period?.spoken(in: words), "owner": owner, "from": journey.from, "to": journey.to,
        "index": "index.html", "review": review, "svg": svgName, "touchpoints": String(journey.touchpoints.count),
        "measured": String(annotated.coverage.measured), "draft": journey.isDraft ? "yes" : nil,
        "group": journey.group.map { workspace[$0].title },
        "reviewed": journey.reviewed.map { words.reviewed($0.on, by: workspace[$0.by].title) },
      ]
    ) {
      Element("workspace", ["title": workspace.title])
      Element("takeaway", [:], children: [.text(takeaway)])
      journey.futureOf.flatMap(workspace.drawn).map { relative("today", $0) }
      workspace.futures(of: journey).map { relative("planned", $0) }
      journey.personas.map { persona(workspace[$0]) }
      journey.quotes.map(voice)
      zip(journey.goals, annotated.goals).map { goal($0, $1) }
      scores(annotated.overall)
      journey.phases.map { phase($0, ranks) }
      actions()
      journey.links.map(link)
      sources()
      Sentences.method(of: annotated, in: words).map { Element("note", [:], children: [.text($0)]) }
    }
  }

  /// Another journey: the one that this is to replace, or one that is to replace this.
  private func relative(_ name: Name, _ journey: Journey) -> Element {
    Element(name, ["title": journey.title, "href": "\(journey.name).html"])
  }

  private func persona(_ persona: Persona) -> Element {
    Element(
      "persona",
      [
        "name": persona.name, "title": persona.title, "image": persona.image?.picture?.address,
        "words": persona.image?.words,
      ]
    ) {
      persona.quote.map { Element("quote", [:], children: [.text($0)]) }
      persona.needs.map { Element("need", [:], children: [.text($0)]) }
    }
  }

  private func voice(_ voice: Voice) -> Element {
    Element(
      "voice", ["speaker": voice.speaker.rawValue, "evidence": voice.evidence?.rawValue], children: [.text(voice.text)])
  }

  private func goal(_ goal: Goal, _ score: GoalScore) -> Element {
    Element("goal", ["name": goal.name, "title": goal.title, "by": goal.by?.spoken(in: words)]) {
      score.history.last.map { latest in
        Element(
          "score",
          [
            "metric": goal.measureName(in: workspace), "label": goal.title, "state": "scored",
            "text": goal.printed(score, in: workspace)?.value, "value": number(latest.value),
            "low": latest.interval.map { number($0.lowerBound) }, "high": latest.interval.flatMap(highEnd),
            "n": latest.n.map(String.init), "target": goal.target.map(number),
            "period": latest.period.spoken(in: words),
          ])
      }
    }
  }

  private func scores(_ scores: TouchpointScores) -> [Element] {
    scores.scores.filter { $0.state != .notAsked }.map { score in
      Element(
        "score",
        [
          "metric": score.metric.rawValue, "label": score.metric.title(in: words), "state": score.state.rawValue,
          "text": score.printed(in: words)?.value ?? score.absence(in: words),
          "value": score.figure.map { number($0.value) }, "low": score.figure?.interval.map { number($0.lowerBound) },
          "high": score.figure?.interval.flatMap(highEnd), "open": score.open?.text(in: words),
          "n": score.figure == nil ? nil : String(score.n), "target": score.target.map { number($0.value) },
          "period": score.period?.spoken(in: words), "old": score.isOld ? "yes" : nil,
          "counts": score.good?.spoken(in: words),
        ]
      ) {
        score.change.map { change in
          Element(
            "change",
            [
              "from": change.from.spoken(in: words),
              "text": change.isClear ? score.metric.text(differenceOf: change, in: words) : words.noClearChange,
              "value": number(change.difference), "low": change.interval.map { number($0.lowerBound) },
              "high": change.interval.map { number($0.upperBound) }, "clear": change.isClear ? "yes" : "no",
            ])
        }
      }
    }
  }

  private func phase(_ phase: Phase, _ ranks: [Int?]) -> Element {
    Element("phase", ["name": phase.name, "title": phase.title]) {
      Element.Child.each(Array(phase.touchpoints)) { touchpoint(Touchpoint.ID($0), rank: ranks[$0]) }
    }
  }

  private func touchpoint(_ id: Touchpoint.ID, rank: Int?) -> Element {
    let touchpoint = journey[id]
    let scores = annotated.touchpoints[id.value]
    return Element(
      "touchpoint",
      [
        "name": touchpoint.name, "title": touchpoint.title, "id": self.anchor(of: id),
        "owner": touchpoint.owner.map { workspace[$0].title },
        "feels": touchpoint.feels.first.map { words.signed(Double($0.value)) },
        "importance": touchpoint.importance.map(String.init),
        "moment-of-truth": touchpoint.isMomentOfTruth ? "yes" : nil, "rank": rank.map(String.init),
        "reach": scores.reach.map { number($0.value) },
      ]
    ) {
      touchpoint.channels.map { channel in
        Element("channel", ["name": workspace[channel].name, "title": workspace[channel].title])
      }
      self.scores(scores)
      touchpoint.voices.map(voice)
      touchpoint.pains.map { Element("pain", ["evidence": $0.evidence.rawValue], children: [.text($0.text)]) }
      touchpoint.ideas.map { Element("idea", ["evidence": $0.evidence.rawValue], children: [.text($0.text)]) }
      touchpoint.links.map(link)
    }
  }

  private func link(_ link: Link) -> Element { Element("link", ["href": link.url, "title": link.title ?? link.url]) }

  private func actions() -> [Element] {
    (journey.actions + workspace.actions.filter { $0.subject.journey == journey.id }).map { action in
      let touchpoint = action.subject.touchpoint.map { journey[$0] }
      return Element(
        "action",
        [
          "name": action.name, "title": action.title, "touchpoint": touchpoint?.title,
          "owner": action.owner.map { workspace[$0].title }, "status": action.status.spoken(in: words),
          "due": action.due?.spoken(in: words),
        ])
    }
  }

  private func sources() -> [Element] {
    Sentences.sources(of: annotated, in: workspace).map { Element("source", ["title": $0]) }
  }
}

extension Goal {
  /// What it is measured by, as a name: `churn`, `csat`.
  func measureName(in workspace: Workspace) -> String {
    switch measure {
    case .kpi(let kpi): workspace[kpi].name
    case .metric(let metric): metric.rawValue
    case nil: name
    }
  }
}

/// Where an interval ends; nil where cases still open leave it without an end.
func highEnd(of interval: ClosedRange<Double>) -> String? {
  interval.upperBound.isFinite ? number(interval.upperBound) : nil
}

/// As in the JSON of `review`: at most six decimals.
func number(_ value: Double) -> String {
  var text = Words.english.short(value, places: 6).filter { $0 != "," }
  if text.first == "−" { text = "-" + text.dropFirst() }
  return text
}
