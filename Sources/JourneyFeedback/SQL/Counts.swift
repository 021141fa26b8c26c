internal import JourneyMetrics
internal import JourneyModel

/// The last steps: answers, counted as the rows of a tally.
extension Query {
  /// The answers that count, durations as numbers beside them.
  var secondsStep: String? {
    guard hasDurations else { return nil }
    let number = hasOpenCases ? "replace(answer, '>', '')" : "answer"
    let seconds = "case when metric = 'resolution' and answer <> 'unused' then cast(\(number) as bigint) end as seconds"
    return "timed as (\n  select *, \(seconds)\n  from \(answersThatCount)\n)"
  }

  /// Each with the bucket that stands for its duration: x - x mod 2^(m - 7) for 2^m <= x < 2^(m + 1).
  var bucketsStep: String? {
    guard hasDurations else { return nil }
    let widths = (9...40).map { "when seconds < \(1 << $0) then \(1 << ($0 - 8))" }
    let lines = stride(from: 0, to: widths.count, by: 4).map {
      "      " + widths[$0..<min($0 + 4, widths.count)].joined(separator: " ")
    }
    return """
      bucketed as (
        select *, case when seconds < 256 then 1
      \(lines.joined(separator: "\n"))
            end as width
        from timed
      )
      """
  }

  /// The select that the steps lead to.
  var counts: String {
    let name = { (column: String) in dialect.identifier(column) }
    let sign = hasOpenCases ? "case when answer like '>%' then '>' else '' end || " : ""
    let answer =
      hasDurations
      ? "coalesce(\(sign)cast(seconds - seconds % width as \(dialect.text)), answer)" : "answer"
    var columns = ["journey", "touchpoint", "metric", "scale", "period", "segment"].map { "\($0) as \(name($0))" }
    columns.append("\(dialect.literal(feedback.name)) as \(name("feedback"))")
    columns.append("\(answer) as \(name("answer"))")
    columns.append("count(*) as \(name("count"))")
    columns.append("\(sum("w")) as \(name("weight"))")
    columns.append("\(sum("w * w")) as \(name("weight2"))")
    let hint = dialect == .spark ? " /*+ coalesce(1) */" : ""
    return """
      select\(hint)
      \(Self.lines(columns, indent: "  "))
      from \(hasDurations ? "bucketed\(durationFilter)" : answersThatCount)
      group by 1, 2, 3, 4, 5, 6, 8
      """
  }

  /// Longer than any case takes: such a time is a mistake, and is left out.
  private var durationFilter: String { " where seconds is null or width is not null" }

  /// Exact: weights have at most ten places, their squares twenty.
  private func sum(_ weights: String) -> String {
    guard feedback.weightColumn != nil else { return "''" }
    let text = "cast(cast(sum(\(weights)) as decimal(38, 20)) as \(dialect.text))"
    let short = "trim(trailing '.' from trim(trailing '0' from \(text)))"
    return hasDurations ? "case when metric = 'resolution' then '' else \(short) end" : short
  }
}
