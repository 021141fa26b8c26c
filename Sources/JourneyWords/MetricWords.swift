package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

extension Metric {
  /// The name of its row.
  package func title(in words: Words) -> String {
    switch self {
    case .csat: words("Satisfaction")
    case .effort: words("Ease")
    case .nps: words("Recommendation")
    case .resolution: words("Time to resolve")
    case .fcr: words("Solved at first contact")
    }
  }

  /// The same within a sentence.
  package func name(in words: Words) -> String {
    switch self {
    case .csat: words("satisfaction")
    case .effort: words("ease")
    case .nps: words("recommendation")
    case .resolution: words("time to resolve")
    case .fcr: words("solved at first contact")
    }
  }

  /// A figure of this metric with nothing beside it: `58%`, `+40`, `1.5 d`.
  package func text(_ value: Double, in words: Words) -> String { format(in: words).text(value) }

  /// `58% satisfied`, as in a sentence.
  package func phrase(_ value: Double, in words: Words) -> String { phrase(text(value, in: words), in: words) }

  /// - Parameter figure: as it is printed.
  package func phrase(_ figure: String, in words: Words) -> String {
    switch self {
    case .csat: words("\(figure) satisfied")
    case .effort: words("\(figure) found it easy")
    case .nps: words("NPS \(figure)")
    case .resolution: words("solved in \(figure)")
    case .fcr: words("\(figure) solved at first contact")
    }
  }
}

extension OpenCases {
  /// `83 of 219 still open`.
  package func text(in words: Words) -> String {
    words("\(words.decimal(Double(open))) of \(words.decimal(Double(all))) still open")
  }
}

extension Score {
  /// What stands in its place where so few answers carry none.

  /// Why there is no figure, in words; nil where there is one.
  package func absence(in words: Words) -> String? {
    switch state {
    case .notAsked: words("not measured")
    case .noData: missed(in: words) ?? words("no answers yet")
    case .hidden: words("not enough answers")
    case .undated: open.map { words("\($0.text(in: words)), no dates") } ?? words("open, no dates")
    case .indicative, .scored: nil
    }
  }

  /// `no answers in September 2026`, and of which longer period there are some; nil where no period was asked for.
  private func missed(in words: Words) -> String? {
    asked.map { asked in
      let period = asked.spoken(in: words)
      return whole(of: asked).map { words("no answers in \(period) alone, only in \($0.spoken(in: words)) as a whole") }
        ?? words("no answers in \(period)")
    }
  }

  /// Of when the figure is, where the reader was told of another period, or of none: `Q1 2020`; an old one says so.
  package func date(under headline: Period?, in words: Words) -> String? {
    figure == nil ? nil : words.date(period, isOld: isOld, under: headline)
  }

  /// The same where there is little room: `Q1 2020`, `old: Q1 2020`.
  package func shortDate(under headline: Period?, in words: Words) -> String? {
    figure == nil ? nil : words.shortDate(period, isOld: isOld, under: headline)
  }

  /// The figure with what it takes to judge it: `58% satisfied (56–60%, n 2,421)`; else why there is none.
  ///
  /// - Parameter headline: the period that the reader was told.
  package func summary(under headline: Period?, in words: Words) -> String {
    guard let printed = printed(in: words) else { return absence(in: words) ?? "" }
    let facts = [
      printed.interval ?? words.noInterval, words.n(n), open?.text(in: words), date(under: headline, in: words),
    ]
    return "\(metric.phrase(printed.value, in: words)) (\(facts.compactMap(\.self).joined(separator: ", ")))"
  }

  /// Why there is no figure, as a sentence; nil where there is one.
  package func reason(in words: Words) -> String? {
    let title = metric.title(in: words)
    return switch state {
    case .notAsked: words("\(title): not measured here")
    case .noData: "\(title): \(missed(in: words) ?? words("asked, but no answers yet"))"
    case .hidden: words("\(title): not enough answers to show")
    case .undated:
      words(
        "\(title): \(open?.text(in: words) ?? words("cases still open")), but the tally does not say since when: count the export again"
      )
    case .indicative, .scored: nil
    }
  }

  /// Everything about the figure in one line, for a tooltip or a screen reader.
  package func sentence(in words: Words) -> String {
    let title = metric.title(in: words)
    guard let figure, let printed = printed(in: words) else { return reason(in: words) ?? title }
    var text = "\(title): \(printed.value)"
    if let good { text += " (\(good.spoken(in: words)))" }
    text += ", " + (printed.interval.map { words("between \($0) with 95% confidence") } ?? words.noInterval)
    text += ", " + words.n(n)
    if let open { text += ", " + open.text(in: words) }
    if state == .indicative {
      text +=
        " "
        + (n < 30
          ? words("(indicative: fewer than 30 answers)")
          : words("(indicative: weighted, worth fewer than 30 answers)"))
    }
    if let p90 = figure.p90 { text += ", " + words("nine in ten within \(metric.text(p90, in: words))") }
    if let date = date(under: nil, in: words) { text += ", " + date }
    if let target = printed.target { text += ", " + words("target \(target)") }
    if let change {
      let since = change.from.spoken(in: words)
      text +=
        ", "
        + (change.isClear
          ? words("clearly \(metric.text(differenceOf: change, in: words)) since \(since)")
          : words("no clear change since \(since)"))
    }
    return text
  }
}

extension Words {
  package var noInterval: String { self("no interval") }

  /// How many answered.
  package func n(_ count: Int) -> String { self("n \(decimal(Double(count)))") }

  /// A period where it is not the one that the reader was told: `Q1 2020`, `Q1 2020, too old to count`.
  fileprivate func date(_ period: Period?, isOld: Bool, under headline: Period?) -> String? {
    guard let period, isOld || period != headline else { return nil }
    let spoken = period.spoken(in: self)
    return isOld ? self("\(spoken), too old to count") : spoken
  }

  fileprivate func shortDate(_ period: Period?, isOld: Bool, under headline: Period?) -> String? {
    guard let period, isOld || period != headline else { return nil }
    let spoken = period.spoken(in: self)
    return isOld ? self("old: \(spoken)") : spoken
  }
}

extension Reach {
  /// Of when it is, where the reader was told of another period, or of none.
  package func date(under headline: Period?, in words: Words) -> String? {
    words.date(period, isOld: isOld, under: headline)
  }

  /// The same where there is little room.
  package func shortDate(under headline: Period?, in words: Words) -> String? {
    words.shortDate(period, isOld: isOld, under: headline)
  }

  /// The interval, and its date: `87–90%`, `87–90%, Q2 2026`; that it is assumed, where it has none.
  package func facts(under headline: Period?, in words: Words) -> String {
    [isAssumed ? words("assumed from the flow") : printed(in: words).interval, date(under: headline, in: words)]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// `, reached by 88%`, as it ends a sentence, with what the reader was not told.
  package func clause(under headline: Period?, in words: Words) -> String {
    let remark = isAssumed ? words("assumed from the flow") : date(under: headline, in: words)
    return ", " + words("reached by \(printed(in: words).value)") + (remark.map { " (\($0))" } ?? "")
  }
}
