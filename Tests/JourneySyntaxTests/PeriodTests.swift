import JourneySyntax
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026-06", "2026-06-30"), ("2026-Q2", "2026-06-30"), ("2026", "2026-12-31"), ("2024-02", "2024-02-29"),
    ("2026-02", "2026-02-28"), ("2026-Q1", "2026-03-31"),
  ])
  func `the last day is one of the calendar`(period: String, day: String) throws {
    #expect(try #require(Period(period)).lastDay == #require(Period(day)).lastDay)
  }

  @Test func `a year has a leap day every four years, but not every hundred, but every four hundred`() {
    let leap = [1600, 1700, 1800, 1900, 1904, 1999, 2000, 2023, 2024, 2025, 2100, 2400].filter {
      Period("\($0)-02-29") != nil
    }
    #expect(leap == [1600, 1904, 2000, 2024, 2400])
    for day in [
      "2026-02-30", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31", "2026-12-32", "2026-01-00", "2026-13-01",
    ] {
      #expect(Period(day) == nil, "\(day)")
    }
  }

  @Test func `the longer of two that end on one day comes first`() {
    let ordered = ["2026-03", "2026", "2026-Q4", "2026-12", "2026-12-31", "2027-01-01"].compactMap { Period($0) }
    #expect(Array(ordered.reversed()).sorted() == ordered)
  }

  @Test(arguments: [
    ("2025-Q3", "2026-Q3", 12), ("2026-06-30", "2026-Q3", 3), ("2026-06-29", "2026-Q3", 4), ("2023-02", "2024-02", 12),
    ("2024-02", "2025-02", 12), ("2023-02-27", "2024-02", 13), ("2026-01", "2026-02", 1),
    ("2026-01-30", "2026-03-31", 3),
    ("2020", "2026-Q3", 69), ("2025-12-31", "2026-01-01", 1), ("2026-Q3", "2026-Q3", 0),
  ])
  func `how many months before another it ends`(earlier: String, later: String, months: Int) throws {
    let (earlier, later) = (try #require(Period(earlier)), try #require(Period(later)))
    #expect(earlier.ends(within: months, before: later))
    #expect(months == 0 || !earlier.ends(within: months - 1, before: later))
    #expect(later.ends(within: 0, before: earlier), "what ends later is never too early")
    #expect(earlier.ends(within: 1_000_000, before: later))
  }

  @Test func `a period contains its parts and itself`() throws {
    let quarter = try #require(Period("2026-Q3"))
    for part in ["2026-Q3", "2026-07", "2026-09-30"] { #expect(quarter.contains(try #require(Period(part)))) }
    for other in ["2026", "2026-06", "2026-10-01", "2025-Q3"] {
      #expect(try !quarter.contains(#require(Period(other))))
    }
  }
}
