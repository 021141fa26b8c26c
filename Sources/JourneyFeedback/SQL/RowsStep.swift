internal import JourneyModel
internal import JourneySyntax

/// The step that keeps the rows that count and says of each when, where and whose it is.
extension Query {
  var keptStep: String {
    var columns = ["\(period) as period", "\(segment) as segment"]
    if isLong {
      columns.append("\(place { workspace.journeyName(of: $0) }) as journey")
      columns.append("\(place { workspace.touchpointName(of: $0) }) as touchpoint")
    }
    if let column = feedback.weightColumn { columns.append("\(weight(column)) as w") }
    let conditions = self.conditions
    let filter = conditions.isEmpty ? "" : "\n  where \(conditions.joined(separator: "\n    and "))"
    return "kept as (\n  select\n    \(rowsSource).*,\n\(Self.lines(columns))\n  from \(rowsSource)\(filter)\n)"
  }

  private var conditions: [String] {
    var conditions = leftOut.map { "(\(isLeftOut($0))) is not true" }
    conditions += feedback.conditions.map(holds)
    if let column = feedback.personColumn, !isAlone { conditions.append(isSomeone(column)) }
    if needsDate, let column = feedback.dateColumn { conditions.append("\(time(column))_seconds is not null") }
    return conditions
  }

  private var period: String {
    if case .fixed(let period) = feedback.period { return dialect.literal(period.description) }
    guard let column = feedback.dateColumn else { return "''" }
    let year = "lpad(cast(\(calendar("year", of: column)) as \(dialect.text)), 4, '0')"
    let month = "(\(calendar("month", of: column)))"
    switch feedback.period {
    case .year, .fixed: return year
    case .month: return "\(year) || '-' || lpad(cast(\(month) as \(dialect.text)), 2, '0')"
    case .quarter:
      return "\(year) || case when \(month) <= 3 then '-Q1' when \(month) <= 6 then '-Q2' "
        + "when \(month) <= 9 then '-Q3' else '-Q4' end"
    }
  }

  private var segment: String {
    guard let column = feedback.segmentColumn else { return "''" }
    let cases = feedback.segmentRows.restLast.compactMap { row -> String? in
      guard case .segment(let id) = row.meaning else {
        return row.isBeforeRest(in: feedback.segmentRows) ? "when \(isOne(of: row, column)) then ''" : nil
      }
      return "when \(isOne(of: row, column)) then \(dialect.literal(workspace[id].name))"
    }
    return cases.isEmpty ? "''" : "case \(cases.joined(separator: " ")) else '' end"
  }

  /// What the touchpoint column says, null for what it does not say.
  private func place(_ name: ([Reference]) -> String) -> String {
    guard let column = feedback.touchpointColumn else { return "cast(null as \(dialect.text))" }
    let cases = feedback.touchpointRows.restLast.compactMap { row -> String? in
      guard case .subject(let subject) = row.meaning else {
        return row.isBeforeRest(in: feedback.touchpointRows) ? "when \(isOne(of: row, column)) then null" : nil
      }
      return "when \(isOne(of: row, column)) then \(dialect.literal(name(subject)))"
    }
    return cases.isEmpty ? "cast(null as \(dialect.text))" : "case \(cases.joined(separator: " ")) end"
  }

  /// Null for what is no weight, not below zero, under a million. Rounded to ten places.
  private func weight(_ column: String) -> String {
    let number = decimal(cell(column), of: column)
    return "case when \(number) >= 0 and round(\(number), 10) < 1000000 "
      + "then cast(round(\(number), 10) as decimal(16, 10)) end"
  }
}
