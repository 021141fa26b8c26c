internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// What changed: the figures of two periods as slopes, all others that clearly changed in words.
extension JourneyDashboard {
  private var mostSlopes: Int { isBrief ? 8 : 14 }

  var changesNote: String? {
    guard !reviewed.changes.isEmpty else { return nil }
    return words.clearOf(reviewed.changes.count(where: \.isClear), reviewed.changes.count)
  }

  func slopes() -> [Element] {
    guard let shown = compared else { return clearChanges(except: []) }
    let metric = shown[0].score.metric
    let (from, to) = (shown[0].change.from, shown[0].score.period ?? shown[0].change.from)
    let slopes = shown.map(slope)
    let values = shown.flatMap { [$0.change.before.value, $0.change.after.value] }
    let bounds = metric == .resolution ? (low: 0, high: values.max() ?? 1) : metric.bounds(of: [])
    let targets = Set(shown.compactMap(\.score.target?.value))
    let name = words.slopesName(metric, from: from.spoken(in: words), to: to.spoken(in: words))
    let chart = SlopeChart(
      slopes, from: from.spoken(in: words), to: to.spoken(in: words),
      ticks: [bounds.low, (bounds.low + bounds.high) / 2, bounds.high].map { ($0, metric.text($0, in: words)) },
      target: targets.count == 1 ? targets.first : nil)
    return [plot(words.whatChanged, chart.element(name: name))]
      + clearChanges(except: shown)
  }

  /// The changes of one metric between the same two periods that are most of all, those that are clear first.
  private var compared: [MetricChange]? {
    let single = reviewed.changes.filter { $0.touchpoints.count == 1 }
    var families: [(metric: Metric, from: Period, to: Period?, count: Int)] = []
    for change in single {
      let index = families.firstIndex {
        $0.metric == change.score.metric && $0.from == change.change.from && $0.to == change.score.period
      }
      if let index {
        families[index].count += 1
      } else {
        families.append((change.score.metric, change.change.from, change.score.period, 1))
      }
    }
    guard let most = families.map(\.count).max(), let family = families.first(where: { $0.count == most }) else {
      return nil
    }
    let all = single.filter {
      $0.score.metric == family.metric && $0.change.from == family.from && $0.score.period == family.to
    }
    return Array((all.filter(\.isClear) + all.filter { !$0.isClear }).prefix(mostSlopes))
  }

  private func slope(_ change: MetricChange) -> SlopeChart.Slope {
    let printed = change.score.printed(in: words)
    let now = printed?.short ?? ""
    return SlopeChart.Slope(
      title: change.touchpoints.first.map { journey[$0].title } ?? "", before: change.change.before.value,
      after: change.change.after.value, isClear: change.isClear, isBetter: change.isBetter,
      text: change.isClear ? "\(printed?.text(change.change.before.value) ?? "") → \(now)" : now)
  }

  /// Those that are no slope, as the review says them.
  private func clearChanges(except shown: [MetricChange]) -> [Element] {
    let others = reviewed.changes.filter { change in
      change.isClear
        && !shown.contains { $0.touchpoints == change.touchpoints && $0.score.metric == change.score.metric }
    }
    guard !others.isEmpty else { return [] }
    let most = 4
    return [
      Element("ul", ["class": "plain"]) {
        others.prefix(most).map { change in
          let place = change.touchpoints.isEmpty ? [journey.title] : change.touchpoints.map { journey[$0].title }
          return Element("li", ["lang": language]) {
            Element("strong") { change.change.difference > 0 ? "▲ " : "▼ " }
            words.remark(on: joined(place, by: ", "), change.score.metric.shortText(of: change.change, in: words))
          }
        }
        others.count > most ? Element("li", ["class": "facts"]) { words.otherChanges(others.count - most) } : nil
      }
    ]
  }
}
