internal import JourneyMetrics
internal import JourneyModel

/// The steps from rows to answers: one row for each, by question.
extension Query {
  private static let fields = ["journey", "touchpoint", "metric", "scale", "answer", "part"]

  var answersStep: String {
    var carried = ["period", "segment"]
    if feedback.weightColumn != nil { carried.append("w") }
    if let person = feedback.personColumn { carried.append("\(someone(person)) as person") }
    if let id = answerID { carried.append("\(someone(id.column)) as answer_id") }
    if isChosen { carried += ["\(latestMoment) as at_second", "whole_row"] + (hasOpenCases ? ["newest_second"] : []) }
    let questions = feedback.questions.enumerated().map { index, question in
      [
        question.subject.map { dialect.literal(workspace.journeyName(of: $0)) } ?? "kept.journey",
        question.subject.map { dialect.literal(workspace.touchpointName(of: $0)) } ?? "kept.touchpoint",
        dialect.literal(question.metric.rawValue), dialect.literal(question.scaleText), answer(to: question),
        String(index + 1),
      ]
    }
    let select = (Self.fields.map { "asked.\($0)" } + carried).joined(separator: ", ")
    return """
      answers as (
        select \(select)
        from kept
        \(unpivoted(questions))
        where asked.answer is not null and asked.touchpoint is not null\(weighedFilter)
      )
      """
  }

  /// A row without a weight counts for nothing.
  private var weighedFilter: String { feedback.weightColumn == nil ? "" : " and w is not null" }

  /// The questions of a row as rows, in one pass over the table.
  private func unpivoted(_ questions: [[String]]) -> String {
    let rows = questions.map { $0.joined(separator: ", ") }
    switch dialect {
    case .duckdb, .postgres:
      return "cross join lateral (values\n\(Self.lines(rows.map { "(\($0))" }))\n  ) as asked("
        + "\(Self.fields.joined(separator: ", ")))"
    case .spark:
      return
        "lateral view stack(\(rows.count),\n\(Self.lines(rows))\n  ) asked as \(Self.fields.joined(separator: ", "))"
    }
  }

  /// Each answer once, in whichever rows and files it is: as the row of the latest date has it. Of two rows that are the
  /// same throughout, one.
  var onceStep: String? {
    guard let id = answerID else { return nil }
    // A column that only has such a name may identify people, so rows must be equal in all columns.
    let key = id.isVendors ? "answer_id" : "whole_row"
    return """
      once as (
        select *,
          rank() over (partition by \(key) \(latestFirst)) as nth_row,
          row_number() over (partition by \(key), part \(latestFirst)) as twin_row
        from answers
      )
      """
  }

  /// Of each question the latest answer of each person: for each touchpoint and period.
  var latestStep: String? {
    guard isOncePerPerson else { return nil }
    return """
      latest as (
        select *,
          row_number() over (partition by person, period, journey, touchpoint, part \(latestFirst)) as nth
        from \(answersOfRows)
      )
      """
  }

  /// The answers that count.
  var answersThatCount: String {
    guard isOncePerPerson else { return answersOfRows }
    return isAlone ? "latest where person is null or nth = 1" : "latest where nth = 1"
  }

  /// The answers, those in several rows once.
  private var answersOfRows: String {
    guard answerID != nil else { return "answers" }
    let isOther = isOncePerPerson ? "person is not null or answer_id is null" : "answer_id is null"
    return "once where \(isOther) or (nth_row = 1 and twin_row = 1)"
  }

  private var latestFirst: String {
    "order by at_second desc, \(hasOpenCases ? "newest_second desc, " : "")whole_row\(dialect.byteOrder) desc"
  }

  /// Whom a cell identifies; null for nobody.
  private func someone(_ column: String) -> String { "case when \(isSomeone(column)) then \(cell(column)) end" }

  /// The latest of a row's dates: of a case exported twice the newer state has one more.
  private var latestMoment: String {
    let start = needsDate ? feedback.dateColumn.map { "\(time($0))_seconds" } : nil
    guard !isOncePerPerson || isAlone, answerID?.isVendors == true else { return start ?? "0" }
    let ends = feedback.questions.compactMap { question -> String? in
      guard case .between(_, let to) = question.source else { return nil }
      return "\(time(to))_seconds"
    }
    return ends.isEmpty ? start ?? "0" : "greatest(\(([start ?? "0"] + ends).joined(separator: ", ")))"
  }

  /// An answer as text, null for none. A duration stays in whole seconds until it is counted.
  private func answer(to question: Feedback.Question) -> String {
    var cases: [String] = []
    let conditions = question.conditions.map(holds)
    if !conditions.isEmpty { cases.append("when (\(conditions.joined(separator: " and "))) is not true then null") }
    switch question.source {
    case .column(let column):
      cases += meanings(column, question)
      cases.append(number(column, question))
    case .between(let from, let to):
      cases += meanings(from, question) + meanings(to, question, isEnd: true)
      let open = (["\(cell(to)) = ''"] + (question.blank.isEmpty ? [] : [isOne(question.blank, in: to)])).joined(
        separator: " or ")
      let elapsed = "\(time(to))_seconds - \(time(from))_seconds"
      let age = "cast(newest_second - \(time(from))_seconds as \(dialect.text))"
      cases.append("when \(time(from))_seconds is null then null when \(open) then '>' || \(age)")
      // Of a time with an offset and one without nobody knows how far apart they are.
      if feedback.dateZone == nil { cases.append("when (\(isInstant(from))) <> (\(isInstant(to))) then null") }
      cases.append("when \(elapsed) >= 0 then cast(\(elapsed) as \(dialect.text))")
    }
    return "case \(cases.joined(separator: " ")) end"
  }

  /// What cells mean before they are read as numbers; what is said first wins.
  ///
  /// - Parameter isEnd: whether they are the later of two times, where what is no answer stands for an empty cell.
  private func meanings(_ column: String, _ question: Feedback.Question, isEnd: Bool = false) -> [String] {
    var cases = question.rows.filter { !$0.isRest }.map {
      "when \(isCoded(column) ? isOne(of: $0, column) : isOne($0.cells, in: column)) then \(meaning($0, question))"
    }
    if !question.unused.isEmpty { cases.append("when \(isOne(question.unused, in: column)) then 'unused'") }
    let none = (isEnd ? [] : question.blank) + feedback.ignored.filter { !isEnd || !question.blank.contains($0) }
    if !none.isEmpty { cases.append("when \(isOne(none, in: column)) then null") }
    return cases
  }

  /// Of two times the texts alone: no code is a moment.
  private func isOne(_ cells: [Feedback.ExportCell], in column: String) -> String {
    isCoded(column) ? isOne(of: cells, column) : "\(cell(column)) in \(dialect.list(cells))"
  }

  private func meaning(_ row: Feedback.Row, _ question: Feedback.Question) -> String {
    guard case .value(let value) = row.meaning else { return "null" }
    switch question.metric {
    case .fcr: return value == "yes" ? "'1'" : "'0'"
    case .resolution: return declaredSeconds(value, question)
    case .csat, .effort, .nps: return dialect.literal(value)
    }
  }

  /// `3` in the question's unit, or `2d`: whole seconds, halves up.
  private func declaredSeconds(_ value: String, _ question: Feedback.Question) -> String {
    let units: [Character: Int128] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    let unit = value.last.flatMap { units[$0] }
    let parts = (unit == nil ? value[...] : value.dropLast()).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int128(parts.joined()), digits >= 0, digits < 1_000_000_000_000_000_000 else {
      return "null"
    }
    let scale = parts.dropFirst().joined().utf8.reduce(1 as Int128) { scale, _ in scale * 10 }
    let seconds = (digits * (unit ?? Int128(question.secondsPerUnit ?? 1)) * 2 + scale) / (scale * 2)
    return dialect.literal(String(seconds))
  }

  private func number(_ column: String, _ question: Feedback.Question) -> String {
    switch question.metric {
    case .resolution:
      if let unit = question.secondsBeforeColon {
        return time("coalesce(\(clock(cell(column), unit)), \(units(cell(column))))", column, question)
      }
      let seconds = seconds(column, Int(question.secondsPerUnit ?? 1))
      return time("coalesce(\(seconds), \(units(cell(column))))", column, question)
    case .fcr:
      let (yes, no) = (["yes", "true", "1"], ["no", "false", "0"])
      return "when \(isOne(of: yes, column)) then '1' when \(isOne(of: no, column)) then '0'\(rest(column, question))"
    case .csat, .effort, .nps:
      let scale = question.scale ?? 0...0
      // A rating has no thousands: `1,000` is 1.
      let thousands = "cast(nullif(\(dialect.capture(cell(column), "^[+]?(-?[0-9]{1,3})[.,]000$", 1)), '') as bigint)"
      let rating = "coalesce(\(number(column)), \(thousands))"
      return
        "when \(rating) between \(scale.lowerBound) and \(scale.upperBound) then cast(\(rating) as \(dialect.text))"
        + rest(column, question)
    }
  }

  /// The last case of a time.
  private func time(_ time: String, _ column: String, _ question: Feedback.Question) -> String {
    let rest = rest(column, question)
    return rest.isEmpty ? "else \(time)" : "when \(time) is not null then \(time)\(rest)"
  }

  /// What anything else means, where the table says it.
  private func rest(_ column: String, _ question: Feedback.Question) -> String {
    guard let row = question.rows.first(where: \.isRest) else { return "" }
    return " when \(cell(column)) <> '' then \(meaning(row, question))"
  }

  /// Whole seconds, decimal halves up; null below zero and for what has more than twelve digits.
  private func seconds(_ column: String, _ unit: Int) -> String {
    let number = decimal(cell(column), of: column)
    return "case when \(number) between 0 and 999999999999 "
      + "then cast(cast(floor(cast(\(number) as decimal(30, 18)) * \(unit) + 0.5) as bigint) as \(dialect.text)) end"
  }
}

extension Query {
  /// Whole seconds of `1:30`, of which the feedback says what the number before the colon counts.
  fileprivate func clock(_ cell: String, _ unit: Int) -> String {
    let form = "^([0-9]{1,9}):([0-5][0-9])$"
    func part(_ number: Int) -> String { "cast(nullif(\(dialect.capture(cell, form, number)), '') as bigint)" }
    return "cast(\(part(1)) * \(unit) + \(part(2)) * \(unit / 60) as \(dialect.text))"
  }

  /// Whole seconds of what says its units itself: `26:14:03`, `2h 15m`, `PT1H30M`. Null for what does not.
  fileprivate func units(_ cell: String) -> String {
    func part(_ number: Int, of pattern: String, _ seconds: Int) -> String {
      "coalesce(cast(nullif(\(dialect.capture(text, pattern, number)), '') as bigint), 0) * \(seconds)"
    }
    var text: String { "lower(\(cell))" }
    let clock = "^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$"
    let names = [
      (604_800, "w|weeks?"), (86_400, "d|days?"), (3600, "h|hrs?|hours?"), (60, "m|mins?|minutes?"),
      (1, "s|secs?|seconds?"),
    ]
    let spoken = "^" + names.map { "(?:([0-9]{1,9}) *(?:\($0.1))[ ,]*)?" }.joined() + "$"
    let iso = "^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$"
    func sum(_ pattern: String) -> String {
      names.enumerated().map { part($0.offset + 1, of: pattern, $0.element.0) }.joined(separator: " + ")
    }
    let clocked = [(1, 3600), (2, 60), (3, 1)].map { part($0.0, of: clock, $0.1) }.joined(separator: " + ")
    let seconds =
      "case when \(dialect.matches(text, clock)) then \(clocked) "
      + "when \(dialect.matches(text, "[0-9]")) and \(dialect.matches(text, spoken)) then \(sum(spoken)) "
      + "when \(dialect.matches(text, "[0-9]")) and \(dialect.matches(text, iso)) then \(sum(iso)) end"
    return "cast(\(seconds) as \(dialect.text))"
  }
}

extension Feedback.Question {
  /// Worst to best, as tallies write it.
  var scaleText: String {
    switch metric {
    case .resolution: return ""
    case .fcr: return "0..1"
    case .csat, .effort, .nps:
      guard let scale else { return "" }
      return lowerIsBetter
        ? "\(scale.upperBound)..\(scale.lowerBound)" : "\(scale.lowerBound)..\(scale.upperBound)"
    }
  }
}
