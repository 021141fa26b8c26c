internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// What to fix first: a row a touchpoint, with everything that decides its place.
extension JourneyDashboard {
  private var mostRows: Int { isBrief ? 5 : 10 }
  private static let plotWidth = 200.0

  private struct PriorityRow {
    let rank: Int?
    let entry: Ranking.Ranked
    let spoken: SpokenTouchpoint?
  }

  /// Which ranks the data decide.
  var certainties: String {
    let levels = ranking.ranked.prefix(mostRows).map { $0.certainty?.level }
    func ranks(_ level: Ranking.Certainty.CertaintyLevel) -> String {
      levels.enumerated().filter { $0.element == level }.map { String($0.offset + 1) }.joined(separator: ", ")
    }
    let (clear, close) = (ranks(.clear), ranks(.tooCloseToCall))
    guard levels.contains(where: { $0 != nil }) else { return "" }
    return [
      words.rankMeaning, clear.isEmpty ? words.noneIsClear : words.clearRanks(clear),
      clear.isEmpty || close.isEmpty ? nil : words.closeRanks(close),
    ].compactMap(\.self).joined(separator: " ")
  }

  func priorities() -> [Element] {
    let all =
      zip(ranking.ranked, spoken.weakest).map { PriorityRow(rank: $1.rank, entry: $0, spoken: $1) }
      + ranking.onTarget.map { PriorityRow(rank: nil, entry: $0, spoken: nil) }
    let rows = Array(all.prefix(mostRows))
    guard let lead = annotated.widestMetric(of: rows.map(\.entry.touchpoint)) else { return [] }
    let others = Metric.allCases.filter { metric in
      !isBrief && metric != lead && metric != .nps && rows.contains { score($0.entry.touchpoint, metric).figure != nil }
    }
    let figures = rows.compactMap { ChartFigure(score($0.entry.touchpoint, lead)) }
    let bounds = lead.bounds(of: figures)
    let scale = ChartScale(bounds.low, bounds.high, from: markPadding, to: Self.plotWidth - markPadding)
    let most = rows.map(\.entry.burden).max() ?? 0
    let people = whole.isEveryone ? rows.compactMap(\.entry.dissatisfied?.interval.upperBound).max() : nil
    let hasVotes = rows.contains { $0.spoken?.votes != nil }
    let ticks = [bounds.low, (bounds.low + bounds.high) / 2, bounds.high].map { lead.text($0, in: words) }
    return [
      plot(
        words.whatToFixFirst,
        Element("table", ["class": "priorities"]) {
          Element("caption", ["class": "hidden"]) { words.whatToFixFirst }
          Element("thead") {
            Element("tr") {
              columnHead(words.rankItCouldHave, rankTicks(rows), width: RankMarks.width, style: "ranks")
              columnHead(words.touchpoint)
              columnHead(lead.title(in: words), style: "number")
              columnHead(words.confidence, ticks, width: Self.plotWidth)
              others.map { columnHead($0.title(in: words)) }
              isBrief ? nil : columnHead(words.priorityScoreHead)
              isBrief ? nil : columnHead(words.amongFirstThree)
              people == nil ? nil : columnHead(words.peopleDissatisfied)
              hasVotes ? columnHead(words.votesOfTheRoom, style: "number") : nil
            }
          }
          Element("tbody") {
            rows.map { row in
              Element("tr") {
                rank(row, most: max(rankEnd(rows), 2))
                title(row)
                value(row, lead)
                forest(row, lead, on: scale)
                others.map { metric in Element("td") { tile(score(row.entry.touchpoint, metric)) } }
                isBrief ? nil : burden(row, most: most)
                isBrief ? nil : chance(row)
                people.map { dissatisfied(row, most: $0) }
                hasVotes ? Element("td", ["class": "number"]) { row.spoken?.votes.map(String.init) ?? "–" } : nil
              }
            }
          }
        }),
      key(rows, lead: lead, metrics: [lead] + others),
      all.count > rows.count && !isBrief
        ? Element("p", ["class": "facts"]) { words.moreRows(all.count - rows.count) } : nil,
    ].compactMap(\.self)
  }

  private func rankEnd(_ rows: [PriorityRow]) -> Int {
    rows.flatMap { [$0.rank ?? 0, $0.entry.certainty?.ranks.upperBound ?? 0] }.max() ?? 0
  }

  private func rankTicks(_ rows: [PriorityRow]) -> [String] {
    let end = max(rankEnd(rows), 2)
    return end <= 9 ? (1...end).map(String.init) : ["1", String(end)]
  }

  private func rank(_ row: PriorityRow, most: Int) -> Element {
    Element("td", ["class": "ranks"]) {
      row.rank.map { rank in
        [
          .element(rankBadge(rank, isClear: row.entry.certainty?.isClear == true)),
          .element(
            RankMarks(
              rank: rank, range: row.entry.certainty?.ranks, isClear: row.entry.certainty?.isClear == true, most: most
            ).element(name: row.spoken?.certainty)),
        ]
      } ?? [Element.Child.text(words.onTarget)]
    }
  }

  private func title(_ row: PriorityRow) -> Element {
    let touchpoint = journey[row.entry.touchpoint]
    let facts = [
      touchpoint.owner.map { inside(workspace[$0].title) },
      row.entry.reach.map { words.reached(by: $0.printed(in: words).value) },
    ].compactMap(\.self)
    return Element("th", ["scope": "row"]) {
      name(of: row.entry.touchpoint)
      touchpoint.importance.map { ImportanceMarks($0).element(name: words.importance(of: $0)) }
      Element("span", ["class": "facts"]) { joined(facts, by: " · ") }
    }
  }

  private func value(_ row: PriorityRow, _ metric: Metric) -> Element {
    let score = score(row.entry.touchpoint, metric)
    return Element("td", ["class": "number"]) {
      Element("span", ["class": "value"]) {
        score.printed(in: words)?.short ?? "–"
        Level(score).map { [.text(" "), .element($0.element(in: words))] } ?? []
      }
      moved(score).map { words in Element("span", ["class": "facts"]) { words } }
    }
  }

  /// `▼ 27, was 43%`; nil where nothing clearly changed.
  private func moved(_ score: Score) -> String? {
    guard let change = score.change, change.isClear, let printed = score.printed(in: words) else { return nil }
    return "\(change.difference > 0 ? "▲" : "▼") " + words.was(printed.text(change.before.value))
  }

  private func forest(_ row: PriorityRow, _ metric: Metric, on scale: ChartScale) -> Element {
    let score = score(row.entry.touchpoint, metric)
    var leaves: Double?
    if case .value(metric, let value)? = row.entry.wayOut { leaves = value }
    return Element("td") {
      ChartFigure(score).map { figure in
        ForestMarks(figure, on: scale, leaves: leaves).element(name: score.sentence(in: words))
      }
    }
  }

  private func burden(_ row: PriorityRow, most: Double) -> Element {
    let number = words.decimal(row.entry.burden)
    return Element("td", ["class": "amount"]) {
      row.rank == nil
        ? nil
        : PartsMarks(row.entry.parts.map { ($0.metric, row.entry.burden(of: $0)) }, most: most)
          .element(name: row.spoken?.falling.joined(separator: "; "))
      Element("span") { row.rank == nil ? words.onTarget : row.entry.reach == nil ? words.atMost(number) : number }
    }
  }

  private func chance(_ row: PriorityRow) -> Element {
    Element("td", ["class": "amount"]) {
      row.entry.certainty.map { certainty -> [Element.Child] in
        // In tenths, as it is said: single simulations tell no more.
        let tenths = Int((certainty.topThree * 10).rounded())
        return [.element(ShareMarks(Double(tenths) / 10).element()), .text(words.count(tenths, of: 10))]
      } ?? [Element.Child.text("–")]
    }
  }

  private func dissatisfied(_ row: PriorityRow, most: Double) -> Element {
    Element("td", ["class": "amount"]) {
      row.entry.dissatisfied.map { people in
        [
          .element(CountMarks(people.people, people.interval, most: most).element(name: row.spoken?.dissatisfied)),
          .text(words.rough(people.people)),
        ]
      } ?? [Element.Child.text("–")]
    }
  }

  /// Another figure, on the ground of its level.
  func tile(_ score: Score) -> Element? {
    guard let printed = score.printed(in: words) else { return nil }
    let level = Level(score)
    let few = score.state == .indicative ? " few" : ""
    return Element(
      "span", ["class": "tile \(level?.className ?? "plain")\(few)", "title": score.sentence(in: words)]
    ) {
      printed.short
      if let change = score.change, change.isClear {
        " \(change.difference > 0 ? "▲" : "▼")"
      } else if let level {
        Element("i") { level.sign }
      }
    }
  }

  private func key(_ rows: [PriorityRow], lead: Metric, metrics: [Metric]) -> Element {
    let scores = rows.map { score($0.entry.touchpoint, lead) }
    func sign(_ width: Double, @ElementBuilder _ content: () -> [Element.Child]) -> Element {
      marks(width, 14, name: nil, content)
    }
    func item(_ sign: Element, _ text: String) -> Element {
      Element("li") {
        sign
        " " + text
      }
    }
    let middle = Point(x: 12, y: 7)
    return Element("ul", ["class": "key"]) {
      ranking.ranked.contains { $0.certainty?.isClear == true }
        ? item(sign(24) { circle(middle, 6, "sure") }, words.keyClearRank) : nil
      ranking.ranked.contains { $0.certainty?.isClear == false }
        ? item(
          sign(24) { circle(middle, 6, "unsure") }, Ranking.Certainty.CertaintyLevel.tooCloseToCall.spoken(in: words))
        : nil
      item(sign(24) { [path("M2 7H22", "span l1"), dot(middle, .farBelow)] }, words.keyFigure)
      scores.contains { $0.target != nil } ? item(sign(24) { path("M12 0V14", "target") }, words.keyTarget) : nil
      scores.contains { $0.change?.isClear == true }
        ? item(sign(24) { circle(middle, 4, "before") }, words.keyBefore) : nil
      rows.contains { $0.entry.wayOut != nil }
        ? item(sign(24) { path("M12 1l6 6l-6 6l-6 -6z", "leaves") }, words.keyLeaves) : nil
      scores.contains { $0.state == .indicative }
        ? item(sign(24) { dot(middle, nil, isIndicative: true) }, words.keyFew) : nil
      rows.contains { journey[$0.entry.touchpoint].importance != nil }
        ? item(ImportanceMarks(3).element(name: nil), words.keyImportance) : nil
      metrics.filter { metric in rows.contains { $0.entry.parts.contains { $0.metric == metric } } }.map { metric in
        item(
          sign(24) { rect(Rect(x: 2, y: 1, width: 20, height: 12), "part-\(metric.rawValue)") },
          metric.title(in: words))
      }
    }
  }
}
