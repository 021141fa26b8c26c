package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

extension Metric {
  /// The name of its row.
  package var title: String {
    switch self {
    case .csat: "Satisfaction"
    case .effort: "Ease"
    case .nps: "Recommendation"
    case .resolution: "Time to resolve"
    case .fcr: "Solved at first contact"
    }
  }

  /// A figure of this metric with nothing beside it: `58%`, `+40`, `1.5 d`.
  package func text(_ value: Double) -> String { format.text(value) }

  /// `58% satisfied`, as in a sentence.
  package func phrase(_ value: Double) -> String { phrase(text(value)) }

  /// - Parameter figure: as it is printed.
  package func phrase(_ figure: String) -> String {
    switch self {
    case .csat: "\(figure) satisfied"
    case .effort: "\(figure) found it easy"
    case .nps: "NPS \(figure)"
    case .resolution: "solved in \(figure)"
    case .fcr: "\(figure) solved at first contact"
    }
  }
}

extension OpenCases {
  /// `83 of 219 still open`.
  package var text: String { "\(Numbers.decimal(Double(open))) of \(Numbers.decimal(Double(all))) still open" }
}

extension Score {
  /// What stands in its place where so few answers carry none.
  package static let noInterval = "no interval"

  /// Why there is no figure, in words; nil where there is one.
  package var absence: String? {
    switch state {
    case .notAsked: "not measured"
    case .noData: missed ?? "no answers yet"
    case .hidden: "not enough answers"
    case .undated: "\(open?.text ?? "open"), no dates"
    case .indicative, .scored: nil
    }
  }

  /// `no answers in September 2026`, and of which longer period there are some; nil where no period was asked for.
  private var missed: String? {
    asked.map { asked in
      "no answers in \(asked.spoken)" + (whole(of: asked).map { " alone, only in \($0.spoken) as a whole" } ?? "")
    }
  }

  /// Of when the figure is, where the reader was told of another period, or of none: `Q1 2020`; an old one says so.
  package func date(under headline: Period?) -> String? {
    figure == nil ? nil : JourneyLayout.date(period, isOld: isOld, under: headline)
  }

  /// The same where there is little room: `Q1 2020`, `old: Q1 2020`.
  package func shortDate(under headline: Period?) -> String? {
    figure == nil ? nil : JourneyLayout.shortDate(period, isOld: isOld, under: headline)
  }

  /// The figure with what it takes to judge it: `58% satisfied (56–60%, n 2,421)`; else why there is none.
  ///
  /// - Parameter headline: the period that the reader was told.
  package func summary(under headline: Period?) -> String {
    guard let printed else { return absence ?? "" }
    let facts = [
      printed.interval ?? Self.noInterval, "n \(Numbers.decimal(Double(n)))", open?.text, date(under: headline),
    ]
    return "\(metric.phrase(printed.value)) (\(facts.compactMap(\.self).joined(separator: ", ")))"
  }

  /// Why there is no figure, as a sentence; nil where there is one.
  package var reason: String? {
    switch state {
    case .notAsked: "\(metric.title): not measured here"
    case .noData: "\(metric.title): \(missed ?? "asked, but no answers yet")"
    case .hidden: "\(metric.title): not enough answers to show"
    case .undated:
      "\(metric.title): \(open?.text ?? "cases still open"), but the tally does not say since when: count the export again"
    case .indicative, .scored: nil
    }
  }

  /// Everything about the figure in one line, for a tooltip or a screen reader.
  package var sentence: String {
    guard let figure, let printed else { return reason ?? metric.title }
    var text = "\(metric.title): \(printed.value)"
    if let good { text += " (\(good.spoken))" }
    text += printed.interval.map { ", between \($0) with 95% confidence" } ?? ", \(Self.noInterval)"
    text += ", n \(Numbers.decimal(Double(n)))"
    if let open { text += ", \(open.text)" }
    if state == .indicative { text += " (indicative: \(n < 30 ? "" : "weighted, worth ")fewer than 30 answers)" }
    if let p90 = figure.p90 { text += ", nine in ten within \(metric.text(p90))" }
    if let date = date(under: nil) { text += ", \(date)" }
    if let target = printed.target { text += ", target \(target)" }
    if let change {
      text +=
        change.isClear
        ? ", clearly \(metric.text(differenceOf: change)) since \(change.from.spoken)"
        : ", no clear change since \(change.from.spoken)"
    }
    return text
  }
}

/// A period where it is not the one that the reader was told: `Q1 2020`, `Q1 2020, too old to count`.
private func date(_ period: Period?, isOld: Bool, under headline: Period?) -> String? {
  guard let period, isOld || period != headline else { return nil }
  return period.spoken + (isOld ? ", too old to count" : "")
}

private func shortDate(_ period: Period?, isOld: Bool, under headline: Period?) -> String? {
  guard let period, isOld || period != headline else { return nil }
  return (isOld ? "old: " : "") + period.spoken
}

extension Reach {
  /// Of when it is, where the reader was told of another period, or of none.
  package func date(under headline: Period?) -> String? { JourneyLayout.date(period, isOld: isOld, under: headline) }

  /// The same where there is little room.
  package func shortDate(under headline: Period?) -> String? {
    JourneyLayout.shortDate(period, isOld: isOld, under: headline)
  }

  /// The interval, and its date: `87–90%`, `87–90%, Q2 2026`; that it is assumed, where it has none.
  package func facts(under headline: Period?) -> String {
    [isAssumed ? Self.assumed : printed.interval, date(under: headline)].compactMap(\.self).joined(separator: ", ")
  }

  /// `, reached by 88%`, as it ends a sentence, with what the reader was not told.
  package func clause(under headline: Period?) -> String {
    let remark = isAssumed ? Self.assumed : date(under: headline)
    return ", reached by \(printed.value)" + (remark.map { " (\($0))" } ?? "")
  }

  private static let assumed = "assumed from the flow"
}
