internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// One figure of a touchpoint with what it takes to judge it: interval, n, change, history, and how the answers spread.
struct FigureDetails {
  let score: Score
  /// The period that the page says; a figure of another shows its own.
  let headline: Period?
  let words: Words
  /// The same of each segment that was asked.
  var ofSegments: [(segment: Segment, score: Score)] = []

  private var metric: Metric { score.metric }
  private var level: Level? { Level(score) }

  func element() -> Element {
    Element(
      "section",
      [
        "data-metric": metric.rawValue, "data-change": change?.look,
      ]
    ) {
      Element("h4") { metric.title(in: words) }
      score.printed(in: words).map(headline)
        ?? Element("p", ["class": "none", "data-figure": score.absence(in: words)]) {
          score.reason(in: words) ?? ""
        }
      change.map { change in
        Element("p", ["class": "change", "data-figure": change.figure], children: [.text(change.sentence)])
      }
      score.history.count > 1 ? history() : nil
      spread()
      segments()
    }
  }

  /// What the script puts on the tiles where a segment is chosen.
  private func segments() -> [Element] {
    guard !ofSegments.isEmpty else { return [] }
    let items = ofSegments.map { segment, score in
      let printed = score.printed(in: words)
      let facts = [printed?.interval, words.n(score.n), score.date(under: headline, in: words)].compactMap(\.self)
      let text = printed.map { "\($0.value) (\(facts.joined(separator: ", ")))" } ?? score.reason(in: words) ?? ""
      return Element(
        "li",
        [
          "data-segment": segment.name, "data-figure": printed?.short ?? score.absence(in: words),
          "data-level": Level(score)?.className,
        ]
      ) { "\(inside(segment.title)): \(text)" }
    }
    return [
      Element("p", ["class": "more"]) { words.bySegment }, Element("ul", [:], children: items.map { .element($0) }),
    ]
  }

  private func headline(_ printed: PrintedFigure) -> Element {
    var facts = [
      printed.interval ?? words.noInterval, words.n(score.n), score.open?.text(in: words),
      score.good?.spoken(in: words),
    ]
    if let p90 = score.figure?.p90 { facts.append(words.nineInTen(metric.text(p90, in: words))) }
    if let target = printed.target { facts.append(words.target(target)) }
    if score.state == .indicative { facts.append(words.indicative) }
    facts.append(score.date(under: headline, in: words))
    let figure = "\(level.map { "\($0.sign) " } ?? "")\(printed.value)"
    return Element("p") {
      Element("b", ["class": level?.className]) { figure }
      Element("span", ["class": "more"]) { " \(facts.compactMap(\.self).joined(separator: ", "))" }
    }
  }

  private var change: (look: String, figure: String, sentence: String)? {
    guard let change = score.change else { return nil }
    guard change.isClear else { return ("same", words.noClearChange, words.noClearChange(since: change.from)) }
    let figure = "\(change.difference > 0 ? "↑" : "↓") \(metric.text(differenceOf: change, in: words))"
    let isBetter = (change.difference > 0) == metric.higherIsBetter
    return (isBetter ? "better" : "worse", figure, words.clearly(metric, change, isBetter: isBetter))
  }

  /// A line a period, each figure with its interval on one axis.
  private func history() -> Element {
    let longest = score.history.lazy.flatMap { [$0.value, $0.interval?.upperBound ?? 0] }.filter(\.isFinite).max() ?? 1
    func place(_ value: Double) -> String {
      let share =
        switch metric {
        case .csat, .effort, .fcr: value
        case .nps: (value + 100) / 200
        case .resolution: longest > 0 ? value / longest : 0
        }
      return Digits((share.clamped(to: 0...1) * 100).rounded()).text
    }
    let printed = score.printed(in: words)
    return Element("ol", ["class": "history"]) {
      score.history.map { moment in
        let bounds = moment.interval ?? moment.value...moment.value
        let axis =
          "--f:\(place(bounds.lowerBound));--t:\(place(bounds.upperBound));--a:\(place(moment.value))"
        return Element("li", ["style": axis]) {
          Element("i") { moment.period.spoken(in: words) }
          " \(printed?.text(moment.value, isMoreThan: moment.isMoreThan) ?? metric.text(moment.value, in: words)) "
          Element("i") { words.n(moment.n) + (moment.open.map { ", \($0.text(in: words))" } ?? "") }
        }
      }
    }
  }

  /// The share of each answer, from the worst to the best.
  private func spread() -> [Element] {
    guard let answers = score.figure?.distribution, answers.count > 1 else { return [] }
    let whole = answers.reduce(0, +)
    guard whole > 0 else { return [] }
    let greatest = (answers.max() ?? whole) / whole
    return [
      Element("ol", ["class": "spread"]) {
        answers.map { answer in
          let share = answer / whole
          let high = (share / greatest * 100).rounded()
          return Element("li", ["style": high < 100 ? "--h:\(Digits(high).text)" : nil]) {
            words.percent(share)
          }
        }
      }
    ]
  }
}

extension Level {
  /// As the map draws it, in letters.
  var sign: String {
    switch self {
    case .farAbove: "++"
    case .above: "+"
    case .near: "○"
    case .below: "−"
    case .farBelow: "−−"
    }
  }
}
