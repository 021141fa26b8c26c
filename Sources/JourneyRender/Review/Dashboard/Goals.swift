internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

extension JourneyDashboard {
  private static let mostGoals = 4
  private static let mostChips = 4

  /// Where the journey as a whole is: goals over time, its own figures, what nobody measures, what is bad for few.
  func goals() -> Element? {
    let standings = zip(reviewed.goals, spoken.goals)
    let items =
      standings.prefix(Self.mostGoals).map { goal($0, $1) } + overall.map(figure)
      + [
        chips(words.notMeasured, ranking.blindSpots) { id in
          let importance = journey[id].importance ?? defaultImportance
          return ImportanceMarks(importance).element(name: words.importance(of: importance))
        },
        chips(words.severeForFew, ranking.severeForFew) { id in
          Element("strong") {
            ranking.ranked.first { $0.touchpoint == id }?.worst.flatMap {
              score(id, $0.metric).printed(in: words)?.value
            }
          }
        },
      ].compactMap(\.self)
    return items.isEmpty ? nil : Element("ul", ["class": "strip"]) { items }
  }

  private func goal(_ standing: GoalStanding, _ spoken: SpokenGoal) -> Element {
    let samples = standing.score.history.filter { !$0.isMoreThan }
    let picture = RecordMarks(
      samples.map { RecordMarks.RecordSample(period: $0.period, value: $0.value) }, target: standing.goal.target,
      isMet: standing.score.isMet)
    return Element("li") {
      Element("p", ["class": "name", "lang": language]) { spoken.title }
      Element("p") {
        Element("strong") { standing.goal.printed(standing.score, in: workspace)?.value ?? "–" }
        spoken.target.map { " " + $0 }
      }
      samples.isEmpty
        ? nil
        : picture.element(
          name: [spoken.title, spoken.records ?? spoken.latest, spoken.target].compactMap(\.self).joined(
            separator: ", "))
      Element("p", ["class": "facts"]) { spoken.stateWords + (spoken.course.map { ". " + $0 } ?? "") }
    }
  }

  /// The journey's own figures that no goal is about.
  private var overall: [Score] {
    let aims = journey.goals.compactMap { goal -> Metric? in
      if case .metric(let metric) = goal.measure { metric } else { nil }
    }
    return annotated.overall.scores.filter { $0.figure != nil && !aims.contains($0.metric) }
  }

  private func figure(_ score: Score) -> Element {
    let drawn = ChartFigure(score)
    let printed = score.printed(in: words)
    return Element("li") {
      Element("p", ["class": "name"]) { "\(score.metric.title(in: words)), \(words.wholeJourney)" }
      Element("p") {
        Element("strong") { printed?.value ?? "–" }
        Level(score).map { [.text(" "), .element($0.element(in: words))] } ?? []
        printed?.target.map { " " + words.target($0) }
      }
      drawn.map { figure in
        let bounds = score.metric.bounds(of: [figure])
        return ForestMarks(
          figure, on: ChartScale(bounds.low, bounds.high, from: markPadding, to: RecordMarks.width - markPadding)
        ).element(name: score.sentence(in: words))
      }
      Element("p", ["class": "facts"]) {
        [printed?.interval ?? words.noInterval, words.n(score.n)].joined(separator: ", ")
      }
    }
  }

  private func chips(_ title: String, _ ids: [Touchpoint.ID], _ sign: (Touchpoint.ID) -> Element) -> Element? {
    guard !ids.isEmpty else { return nil }
    return Element("li") {
      Element("p", ["class": "name"]) { title }
      Element("ul", ["class": "chips"]) {
        ids.prefix(Self.mostChips).map { id in
          Element("li") {
            sign(id)
            " "
            name(of: id)
          }
        }
      }
      ids.count > Self.mostChips
        ? Element("p", ["class": "facts"]) { words.andMore(ids.count - Self.mostChips) } : nil
    }
  }
}
