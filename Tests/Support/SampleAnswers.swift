extension SampleJourney {
  /// The same journey with targets, figures of its own and two goals, and the rows of a tally with answers to it.
  ///
  /// Of three in four touchpoints, on all metrics, in one to four quarters, some of few answers; of pairs of touchpoints,
  /// of the whole journey, some old, some of cases still open; and how many were asked and did not use it.
  public static func measured(touchpoints count: Int, seed: UInt64) -> (journey: String, tally: String) {
    var draw = SplitMix(state: seed &+ 1000)
    var lines: [Substring] = []
    for line in text(touchpoints: count, seed: seed).split(separator: "\n") {
      lines.append(line)
      if line.hasPrefix("journey ") {
        lines.append("  goal easy \"It is easy\" {\n    measure csat >= 80%\n  }")
        lines.append(
          "  goal loyal \"They come back\" {\n    kpi retention\n    target >= 60%\n    record 2026-09 40%\n  }")
      }
      if line.hasPrefix("    touchpoint "), draw.next(below: 2) == 0 {
        lines.append("      target csat \([5, 40, 70, 95, 100][draw.next(below: 5)])%")
        lines.append("      target resolution <= \([1, 30, 200][draw.next(below: 3)])h")
      }
    }
    var rows = answers(at: "", &draw)
    for index in 0..<count where draw.next(below: 4) > 0 { rows += answers(at: "t\(index)", &draw) }
    for index in 0..<max(0, count - 2) where draw.next(below: 5) == 0 {
      rows += answers(at: "t\(index)+t\(index + 1 + draw.next(below: 2))", &draw)
    }
    return (lines.joined(separator: "\n") + "\n", rows)
  }

  private static func answers(at touchpoint: String, _ draw: inout SplitMix) -> String {
    var rows = ""
    let quarters = ["2024-Q1", "2026-Q1", "2026-Q2", "2026-Q3"]
    for (metric, scale, answers) in [
      ("csat", "1..5", ["1", "3", "4", "5"]), ("effort", "1..7", ["1", "4", "6"]),
      ("nps", "0..10", ["0", "7", "9", "10"]),
      ("resolution", "", ["60", "7168", "86016", "1015808", ">7168", ">1015808"]), ("fcr", "0..1", ["0", "1"]),
    ] where draw.next(below: 3) > 0 {
      let first = draw.next(below: 4)
      for quarter in quarters[first...(first + draw.next(below: 4 - first))] {
        let most = [3, 20, 400][draw.next(below: 3)]
        for answer in answers {
          let number = draw.next(below: most)
          if number > 0 { rows += "sample,\(touchpoint),\(metric),\(scale),\(quarter),,s,\(answer),\(number),,\n" }
        }
        if metric == "csat", !touchpoint.isEmpty, draw.next(below: 2) == 0 {
          rows += "sample,\(touchpoint),csat,1..5,\(quarter),,s,unused,\(1 + draw.next(below: 400)),,\n"
        }
      }
    }
    return rows
  }
}
