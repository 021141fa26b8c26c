/// A word at a place: what it takes, how often it may be said there, what may follow it.
package struct Word: Sendable {
  package enum Count: Sendable {
    case once
    /// Once for each choice of its first argument, as targets are for each metric.
    case onceEach
    case often
  }

  package let keyword: Keyword
  /// A thing has a name and a title; a fact has arguments.
  package let isThing: Bool
  /// Of a thing: whether it may go without both, as `flow` does.
  package let isNameless: Bool
  package let slots: [Slot]
  package let count: Count
  /// The place of what follows on its line and in its block.
  package let inside: GrammarContext
  /// What help tells to type.
  package let example: String
  /// The keyword's place in `Keyword.allCases`.
  var ordinal: UInt8 = Token.none

  static func thing(_ keyword: Keyword, _ inside: GrammarContext, _ example: String, nameless: Bool = false) -> Word {
    Word(
      keyword: keyword, isThing: true, isNameless: nameless, slots: [], count: .often, inside: inside, example: example)
  }

  static func fact(_ keyword: Keyword, _ slots: [Slot], _ example: String) -> Word {
    fact(keyword, slots, .once, .nothing, example)
  }

  static func fact(_ keyword: Keyword, _ slots: [Slot], _ count: Count, _ example: String) -> Word {
    fact(keyword, slots, count, .nothing, example)
  }

  static func fact(_ keyword: Keyword, _ slots: [Slot], _ count: Count, _ inside: GrammarContext, _ example: String)
    -> Word
  {
    Word(
      keyword: keyword, isThing: false, isNameless: false, slots: slots, count: count, inside: inside, example: example)
  }
}

/// Where a line can stand, or what may follow a word on its line.
package enum GrammarContext: UInt8, Sendable, CaseIterable {
  case file, workspace, department, persona, kpi, journey, goal, phase, touchpoint, flow, action, feedback
  /// A fact that nothing follows.
  case nothing
  /// A channel, a segment or a group: what has a name and a title.
  case named
  /// Behind an arrow and its label.
  case path
  /// Behind `feels`, `thinks`, `does` and `need`: whose they are.
  case audience
  /// Behind `pain`, `idea` and `voice`: also what they rest on.
  case remark
  /// Behind `frontstage` and its like: who does it, and for whom.
  case step
  /// Behind `lane`: all of that.
  case lane
  /// Behind `date`.
  case date
  /// Behind `answer`, with rows in its braces.
  case answer
  /// The rows of a table.
  case table

  /// As messages name it: "a touchpoint".
  var noun: String {
    switch self {
    case .file: "a file"
    case .workspace: "the workspace"
    case .department: "a department"
    case .persona: "a persona"
    case .kpi: "a KPI"
    case .journey: "a journey"
    case .goal: "a goal"
    case .phase: "a phase"
    case .touchpoint: "a touchpoint"
    case .flow: "a flow"
    case .action: "an action"
    case .feedback: "a feedback"
    case .nothing: "such a line"
    case .named: "a channel, a segment or a group"
    case .path: "an arrow"
    case .audience: "a feeling, a thought, a need or something done"
    case .remark: "a pain, an idea or a voice"
    case .step: "a frontstage, backstage, support or system line"
    case .lane: "a line in a lane"
    case .date: "a date column"
    case .answer: "an answer"
    case .table: "a table"
    }
  }

  var hasRows: Bool { self == .table || self == .answer }
  var hasPaths: Bool { self == .flow }
}
