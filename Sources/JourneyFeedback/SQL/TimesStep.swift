internal import JourneyModel

/// The steps that take dates and times apart, the same arithmetic in every dialect.
extension Query {
  /// Of each column of times what its expression caught.
  var caughtStep: String? {
    guard !times.isEmpty else { return nil }
    let columns = times.flatMap { column in
      let text = pattern.guardText.map {
        "case when \(dialect.matches(cell(column), $0)) then \(cell(column)) else '' end"
      }
      return [
        "\(dialect.captures(text ?? cell(column), pattern.text, pattern.count)) as \(time(column))",
        "\(isUnix(column)) as \(time(column))_unix",
      ]
    }
    return "caught as (\n  select\n    cells.*,\n\(Self.lines(columns))\n  from cells\n)"
  }

  /// Of each column of times the parts as numbers, the offset in minutes.
  var partsStep: String? {
    guard !times.isEmpty else { return nil }
    let columns = times.flatMap { column in
      [DatePattern.DatePatternPart.year, .month, .day, .hour, .minute, .second, .offset].map {
        "\(part($0, of: column)) as \(time(column))_\($0.rawValue)"
      }
    }
    return "parts as (\n  select\n    caught.*,\n\(Self.lines(columns))\n  from caught\n)"
  }

  /// And of those the days since 1970, null for a day that the calendar does not have.
  var daysStep: String? {
    guard !times.isEmpty else { return nil }
    let columns = times.map { column in
      let t = time(column)
      return """
        case
              when \(t)_year >= 1 and \(t)_month between 1 and 12 and \(t)_day between 1 and
                case
                  when \(t)_month in (4, 6, 9, 11) then 30
                  when \(t)_month <> 2 then 31
                  when \(t)_year % 4 = 0 and (\(t)_year % 100 <> 0 or \(t)_year % 400 = 0) then 29
                  else 28
                end
                and (\(t)_hour < 24 or (\(t)_hour = 24 and \(t)_minute = 0 and \(t)_second = 0))
                and \(t)_minute < 60 and \(t)_second <= 60 and coalesce(\(t)_offset, 0) between -959 and 959
              then \(dialect.days("\(t)_year", "\(t)_month", "\(t)_day"))
            end as \(t)_days
        """
    }
    return "days as (\n  select\n    parts.*,\n\(Self.lines(columns))\n  from parts\n)"
  }

  /// And of those the seconds since 1970: in Greenwich where the cell says so, else as written.
  var timesStep: String? {
    guard !times.isEmpty else { return nil }
    let columns = times.map { column in
      let t = time(column)
      return """
        case
              when \(t)_unix then cast(substr(\(cell(column)), 1, 10) as bigint)
              else cast(\(t)_days as bigint) * 86400 + \(t)_hour * 3600 + \(t)_minute * 60 + \(t)_second
                - coalesce(\(t)_offset, 0) * 60
            end as \(t)_seconds
        """
    }
    return "times as (\n  select\n    days.*,\n\(Self.lines(columns))\n  from days\n)"
  }

  /// And with those the newest of the file, of whichever row and column.
  var newestStep: String? {
    guard hasOpenCases else { return nil }
    let moments = times.map { "\(time($0))_seconds" }
    let newest = moments.count == 1 ? moments[0] : "greatest(\(moments.joined(separator: ", ")))"
    return """
      dated as (
        select times.*, max(\(newest)) over (partition by which_export) as newest_second
        from times
      )
      """
  }

  /// A unit of the row's date, `year` or `month`: as written, or in the zone where it is an instant.
  func calendar(_ unit: String, of column: String) -> String {
    let t = time(column)
    if dateFormat != nil, feedback.dateZone == nil { return "\(t)_\(unit)" }
    let instant = "extract(\(unit) from \(dialect.local("\(t)_seconds", in: feedback.dateZone ?? "UTC")))"
    let isInstant = feedback.dateZone == nil ? "\(t)_unix" : isInstant(column)
    return "case when \(isInstant) then cast(\(instant) as integer) else \(t)_\(unit) end"
  }

  /// Whether a time says how far it is from Greenwich.
  func isInstant(_ column: String) -> String { "\(time(column))_unix or \(time(column))_offset is not null" }

  /// The format belongs to the feedback's times, all of them.
  private var pattern: DatePattern {
    dateFormat.flatMap { DateFormat($0) }.map { DatePattern($0) } ?? .iso
  }

  private func isUnix(_ column: String) -> String {
    dateFormat == nil ? dialect.matches(cell(column), "^([0-9]{9,10}|[0-9]{13})$") : "false"
  }

  private func part(_ part: DatePattern.DatePatternPart, of column: String) -> String {
    guard let group = pattern.groups[part] else { return part == .offset ? "cast(null as integer)" : "0" }
    let caught = dialect.group(time(column), group)
    let number = "cast(nullif(\(caught), '') as integer)"
    switch part {
    case .year: return pattern.hasShortYear ? "2000 + \(number)" : number
    case .month: return pattern.hasMonthName ? monthByName(caught) : number
    case .day: return number
    case .hour: return hour("coalesce(\(number), 0)", of: column)
    case .minute, .second, .half: return "coalesce(\(number), 0)"
    case .offset: return offset(caught)
    }
  }

  private func monthByName(_ name: String) -> String {
    let cases = MonthNames.lists.enumerated().map { index, names in
      "when lower(\(name)) in \(dialect.list(names.split(separator: " ").map(String.init))) then \(index + 1)"
    }
    return "case \(cases.joined(separator: " ")) end"
  }

  /// With AM or PM of the twelve that a clock has; 99 is no hour.
  private func hour(_ hour: String, of column: String) -> String {
    guard let half = pattern.groups[.half].map({ dialect.group(time(column), $0) }) else { return hour }
    return "case when \(half) = '' then \(hour) when \(hour) not between 1 and 12 then 99 "
      + "when lower(\(half)) = 'p' then \(hour) % 12 + 12 else \(hour) % 12 end"
  }

  private func offset(_ caught: String) -> String {
    let bare = "replace(replace(\(caught), 'UTC', ''), 'GMT', '')"
    // `+1` is `+01`.
    let short = dialect.matches(bare, "^[+-][0-9](:|$)")
    let number = "case when \(short) then '0' else '' end || replace(substr(\(bare), 2), ':', '')"
    let digits = "rpad(\(number), 4, '0')"
    let (hours, minutes) = ("cast(substr(\(digits), 1, 2) as integer)", "cast(substr(\(digits), 3, 2) as integer)")
    let total = "case when \(minutes) < 60 then \(hours) * 60 + \(minutes) else 9999 end"
    return "case when substr(\(bare), 1, 1) = '+' then \(total) when substr(\(bare), 1, 1) = '-' then -(\(total)) "
      + "when \(caught) <> '' then 0 end"
  }
}
