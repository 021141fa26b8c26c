/// Which values an argument may be, and how people call it.
package struct Shape: Sendable {
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let name = Kinds(rawValue: 1)
    package static let reference = Kinds(rawValue: 2)
    package static let string = Kinds(rawValue: 4)
    package static let number = Kinds(rawValue: 8)
    package static let percent = Kinds(rawValue: 16)
    package static let points = Kinds(rawValue: 32)
    package static let duration = Kinds(rawValue: 64)
    package static let period = Kinds(rawValue: 128)
    /// A range of plain numbers.
    package static let range = Kinds(rawValue: 256)
    /// A range of durations.
    package static let durations = Kinds(rawValue: 512)
    package static let comparison = Kinds(rawValue: 1024)
  }

  package let kinds: Kinds
  /// With its article: `a department`.
  package let noun: String
  /// Where only some names are meant: all of them, in the order in which they are offered.
  package private(set) var choices: [String] = []

  init(_ kinds: Kinds, _ noun: String) {
    self.kinds = kinds
    self.noun = noun
  }

  init(_ noun: String, oneOf choices: [String], or kinds: Kinds = []) {
    self.kinds = kinds.union(.name)
    self.noun = noun
    self.choices = choices
  }

  package static let text = Shape(.string, "a text in quotes")
  package static let department = Shape([.name, .string], "a department")
  package static let channel = Shape([.name, .string], "a channel")
  package static let persona = Shape([.name, .string], "a persona")
  package static let segment = Shape([.name, .string], "a segment")
  package static let journey = Shape([.name, .string], "a journey")
  package static let goal = Shape([.name, .reference, .string], "a goal")
  package static let kpi = Shape([.name, .string], "a KPI")
  package static let touchpoint = Shape([.name, .reference, .string], "a touchpoint")
  package static let subject = Shape([.name, .reference, .string], "a touchpoint, a phase, a journey or \"workspace\"")
  static let earlierName = Shape(.name, "an earlier name")
  static let earlierPlace = Shape([.name, .reference], "an earlier name")
  package static let lane = Shape([.name, .string], "a lane")
  package static let group = Shape([.name, .string], "a group")
  package static let tag = Shape(.name, "a tag")
  package static let pain = Shape([.name, .string], "a pain")
  package static let idea = Shape([.name, .string], "an idea")
  package static let language = Shape(.name, "a language")
  static let number = Shape(.number, "a number")
  static let percent = Shape(.percent, "a percentage")
  static let duration = Shape([.duration, .durations], "a duration")
  static let period = Shape(.period, "a day, month, quarter or year")
  static let scale = Shape(.range, "a scale")
  static let answers = Shape([.number, .range], "a number of the scale or a range of it")
  static let comparison = Shape(.comparison, "a comparison")
  static let bound = Shape([.number, .percent, .points, .duration], "a number, a percentage or a duration")
  static let figure = Shape([.number, .percent, .points, .duration], "a figure")
  static let change = Shape([.points, .duration, .number], "a change")
  static let cell = Shape(
    [.name, .reference, .string, .number, .percent, .period, .duration, .points, .range], "a cell")
  static let meaning = Shape(
    [.name, .reference, .string, .number, .percent, .period, .duration], "what the cell means")
  package static let metric = Shape("a metric", oneOf: ["csat", "effort", "nps", "resolution", "fcr"])
  static let status = Shape("a status", oneOf: ["planned", "doing", "done", "kept", "dropped"])
  static let evidence = Shape(
    "a kind of evidence", oneOf: ["survey", "interview", "employee", "social", "analytics", "assumption"])
  static let speaker = Shape("a speaker", oneOf: ["customer", "employee", "social"])
  static let state = Shape("a state", oneOf: ["current", "future"])
  static let unit = Shape("a unit", oneOf: ["share", "count", "money", "duration"])
  static let direction = Shape("a direction", oneOf: ["higher", "lower"])
  static let timeUnit = Shape("a unit of time", oneOf: ["seconds", "minutes", "hours", "days", "weeks"], or: .string)
  static let findingCode = Shape(.name, "the code of a finding")
  static let severity = Shape("a severity", oneOf: ["error", "warning", "note"])
  static let alone = Shape("the word \"alone\"", oneOf: ["alone"])
  static let periodRule = Shape("a period", oneOf: ["month", "quarter", "year"], or: .period)
}

/// One place in the arguments of a word.
package enum Slot: Sendable {
  case one(Shape)
  case maybe(Shape)
  /// A name, where a text follows it: `pain photo "…"`.
  case maybeName
  /// One or more, joined by commas.
  case list(Shape)
  /// A fixed word: the `to` of `from "…" to "…"`.
  case word(String)
  case maybeWord(String)
  /// A fixed word and what follows it, both or neither: `in 2026-Q3`.
  case tail(String, Shape)

  var isList: Bool { if case .list = self { true } else { false } }
}
