internal import JourneyModel
package import JourneySource

extension Rule {
  /// The rules of this target, for `explain` and `docs/findings.md`. Their examples are tally files.
  package static let metricsCatalog = [
    tallyHeader, tallyRow, tallyRepeated, tallyConflict, tallyTooLarge, tallyUnknownName, tallyUndeclared,
    tallyCountedTwice, tallyNotPooled, oldFigure,
  ]

  package static let tallyHeader = Rule(
    "tally-header", .error, "A tally file does not begin with its header.",
    why: """
      Every tally file begins with the same line, so that no column is ever read as another one. Without it, nothing \
      of the file is used. Let `waymark tally` write the file, or put the line first.
      """,
    example: "touchpoint,journey,answer,count\nform,apply,5,20\n",
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,20,,\n")

  package static let tallyRow = Rule(
    "tally-row", .error, "A row of a tally file cannot be read, so it is skipped.",
    why: """
      A row counts one distinct answer. It is an answer of its scale, or `unused`. A case that is not solved yet is \
      `>5400` (open for 5,400 seconds so far) or `open` (nobody knows for how long). The row also says how often the \
      answer was given. Where answers have weights, it has the sum of the weights and of their squares. A row that \
      says anything else would make a score that nobody gave.
      """,
    example: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,6,20,,\n",
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,20,,\n")

  package static let tallyRepeated = Rule(
    "tally-repeated-row", .warning, "The same answer is in a tally file twice, and is counted twice.",
    why: """
      Tallies add up, so two rows for the same answer are added. In one file that usually comes from a merge that kept \
      both sides. Write the file again with `waymark tally`, or take one row out.
      """,
    example: """
      \(Tally.header)
      apply,form,csat,1..5,2026-Q3,,survey,5,20,,
      apply,form,csat,1..5,2026-Q3,,survey,5,24,,

      """,
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,24,,\n")

  package static let tallyConflict = Rule(
    "tally-conflict", .error, "A tally file has git conflict markers.",
    why: """
      Both sides of a conflict count the same answers. So nothing of the file is used until the conflict is resolved.
      """,
    example: """
      \(Tally.header)
      <<<<<<< ours
      apply,form,csat,1..5,2026-Q3,,survey,5,20,,
      =======
      apply,form,csat,1..5,2026-Q3,,survey,5,24,,
      >>>>>>> theirs

      """,
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,24,,\n")

  package static let tallyTooLarge = Rule(
    "tally-too-large", .error, "The tallies of the workspace have more than 250,000 cells.",
    why: """
      A cell is what one feedback asked at one place in one period of one segment. A thousand touchpoints have as many \
      in four years, by month and five segments. Nothing of the file is used, because a part of it would look like the \
      whole. `waymark tally` writes no such file. Count by a longer `period` or by fewer segments. Or keep the years \
      that nobody looks at outside the workspace.
      """,
    example: "", instead: "")

  package static let tallyUnknownName = Rule(
    "tally-unknown-name", .warning, "A tally counts answers about something that no journey file declares.",
    why: """
      The answers are there, but nothing on a map can show them. If a touchpoint was renamed, write its earlier name \
      beside it, `was form`. Then it keeps its history.
      """,
    example: "\(Tally.header)\napply,from,csat,1..5,2026-Q3,,survey,5,20,,\n",
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,20,,\n")

  package static let tallyUndeclared = Rule(
    "tally-undeclared", .warning, "A tally has answers of a feedback or a segment that no journey file declares.",
    why: """
      The answers still count. But nobody can know any more which export they come from. A segment that is not \
      declared gets no map. If the name was changed, replace it in the lines of the tally.

      A workspace that declares no feedback at all takes its tallies from elsewhere. Then any name will do.
      """,
    example: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,yuong,survey,5,20,,\n",
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,20,,\n")

  package static let tallyCountedTwice = Rule(
    "tally-counted-twice", .error, "A tally of a feedback that is not declared has the same counts as one that is.",
    why: """
      When a feedback gets another name, `waymark tally` writes a new file. The file of the earlier name stays, with \
      the same answers. Both together would double every n and make every margin too small. So Waymark does not use \
      the rows of the earlier name. Write it after `was` in the feedback: then the newer counts are used, and all \
      periods that only the earlier name has stay.

      If they are other answers that happen to be alike, declare their feedback.
      """,
    example: """
      \(Tally.header)
      apply,form,csat,1..5,2026-Q3,,survey,5,147,,
      apply,form,csat,1..5,2026-Q3,,old-survey,5,147,,

      """,
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,147,,\n")

  package static let tallyNotPooled = Rule(
    "tally-not-pooled", .warning,
    "Two tallies of one question cannot be counted together, so Waymark shows only the larger one.",
    why: """
      A 4 of 5 is not a 4 of 7, and a weighted answer is not an unweighted one. For one touchpoint in one period, \
      Waymark adds up the tallies that it can. It shows the sum with the most answers. Ask both on one scale, or ask \
      one.
      """,
    example: """
      \(Tally.header)
      apply,form,csat,1..5,2026-Q3,,survey,5,20,,
      apply,form,csat,1..7,2026-Q3,,phone,7,12,,

      """,
    instead: "\(Tally.header)\napply,form,csat,1..5,2026-Q3,,survey,5,20,,\n")

  package static let oldFigure = Rule(
    "old-figure", .note,
    "A figure is so much older than the newest answers that Waymark does not use it to decide anything.",
    why: """
      A touchpoint may have changed since customers were last asked about it. Waymark shows the date of a figure whose \
      period ends more than twelve months before the newest answers of its journey. It is not ranked, makes no \
      headline, and does not decide whether a target is met.

      Ask again. Where customers are asked less often, say in the `workspace` how long a figure can be used: \
      `current-for 24 months`.
      """,
    example: """
      \(Tally.header)
      apply,form,csat,1..5,2026-Q3,,survey,5,20,,
      apply,form,effort,1..5,2020-Q1,,survey,5,20,,

      """,
    instead: """
      \(Tally.header)
      apply,form,csat,1..5,2026-Q3,,survey,5,20,,
      apply,form,effort,1..5,2026-Q1,,survey,5,20,,

      """)
}

extension Diagnostic {
  /// What is no tally may be the export itself, by the wrong name.
  static func header(at span: Span) -> Self {
    Diagnostic(
      .tallyHeader, at: span, "the first line is not the header of a tally file",
      help: "write \"\(Tally.header)\", or make the file with waymark tally", showsLine: false)
  }

  static func conflict(at span: Span) -> Self {
    Diagnostic(
      .tallyConflict, at: span, "this file has git conflict markers",
      help: "keep one side, or write the file again with waymark tally", showsLine: false)
  }

  /// Of a tally that is not written.
  package static func tooManyCells(_ count: Int, of feedback: String, at span: Span) -> Self {
    Diagnostic(
      .tallyTooLarge, at: span,
      "the tally of \"\(feedback)\" would have \(count) cells, and a workspace has at most \(Limits.cells)",
      help: "count by a longer period or by fewer segments")
  }

  static func tooManyCells(at span: Span) -> Self {
    Diagnostic(
      .tallyTooLarge, at: span,
      "from this row on the tallies of the workspace have more than 250,000 cells; nothing of this file is used",
      help: "count by a longer period or by fewer segments, or delete the rows that nobody looks at", showsLine: false)
  }

  static func repeated(at span: Span, before: Span?) -> Self {
    Diagnostic(
      .tallyRepeated, at: span, "the same answer is counted in another row above, and both are added up",
      related: before.map { [Related($0, "the other row")] } ?? [],
      help: "keep one of the two: a merge may have kept both sides; waymark tally writes the right one")
  }

  static func more(_ count: Int, in span: Span) -> Self {
    Diagnostic(.tallyRow, at: span, "\(count) more rows of this file have findings that are not listed")
  }

  /// Without its line or words of it: a file with the header of a tally may hold the rows of an export.
  static func foreignRow(at span: Span) -> Self {
    Diagnostic(
      .tallyRow, at: span, "this is not a row of a tally: its metric, period and count are something else",
      help: "the columns are \(Tally.header)", showsLine: false)
  }

  static func row(_ problem: TallyProblem, at span: Span) -> Self {
    let (message, help) = problem.prose
    return Diagnostic(.tallyRow, at: span, message, help: help)
  }
}

extension TallyProblem {
  fileprivate var prose: (message: String, help: String?) {
    switch self {
    case .columns(let count):
      ("this row has \(count) columns, a tally has 11", "the columns are \(Tally.header)")
    case .name(let name):
      ("\"\(name)\" is not a name that a row may have here", "a touchpoint needs its journey before it")
    case .metric(let word):
      ("no metric is named \"\(word)\"", "metrics are csat, effort, nps, resolution, fcr")
    case .scale(let text, let metric): ("\"\(text)\" is not a scale of \(metric.rawValue)", metric.scaleHelp)
    case .period(let text):
      ("\"\(text)\" is not a period", "write a day, month, quarter or year: 2026-11-21, 2026-11, 2026-Q4, 2026")
    case .answer(let text, let question):
      ("\"\(text)\" is not an answer on the scale \(question.scale?.text ?? "of seconds")", question.metric.answerHelp)
    case .count(let text): ("\"\(text)\" is not a count", "write how often the answer was given, in digits")
    case .manyAnswers:
      ("this answer is counted more than \(Tally.Counts.most) times here", "split the period, or the feedback")
    case .weights(let sum, let squares):
      (
        "\"\(sum)\" and \"\(squares)\" cannot be the weights of this many answers",
        "write the sum of the weights, to 10 places, and the sum of their squares, to 20"
      )
    case .weightedDuration: ("a duration has no weight", "leave weight and weight2 empty")
    case .oneWeight: ("a weighted row needs both weight and weight2", "fill both, or leave both empty")
    }
  }
}

extension Metric {
  fileprivate var scaleHelp: String {
    switch self {
    case .csat: "write worst..best, such as 1..5"
    case .effort: "write worst..best, such as 1..5, or 5..1 where low is easy"
    case .nps: "write 0..10 or 1..10"
    case .resolution: "leave it empty: durations have no scale"
    case .fcr: "write 0..1"
    }
  }

  fileprivate var answerHelp: String {
    self == .resolution
      ? "write whole seconds, >seconds for a case still open, unused or open"
      : "write a whole number of the scale, or unused"
  }
}
