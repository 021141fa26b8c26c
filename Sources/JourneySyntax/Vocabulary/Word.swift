/// A word at a place: what it takes, how often it may be said there, what may follow it.
struct Word: Sendable {
  enum Count: Sendable {
    case once
    /// Once for each choice of its first argument, as targets are for each metric.
    case onceEach
    case often
  }

  let keyword: Keyword
  /// A thing has a name and a title; a fact has arguments.
  let isThing: Bool
  /// Of a thing: whether it may go without both, as `flow` does.
  let isNameless: Bool
  let slots: [Slot]
  let count: Count
  /// The place of what follows on its line and in its block.
  let inside: GrammarContext
  /// What help tells to type.
  let example: String
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
enum GrammarContext: UInt8, Sendable, CaseIterable {
  case file, workspace, persona, kpi, journey, goal, phase, touchpoint, flow, action, feedback
  /// A channel, a department, a segment, or a fact that nothing follows.
  case nothing
  /// Behind an arrow and its label.
  case path
  /// Behind `feels`, `thinks` and `need`: whose they are.
  case audience
  /// Behind `pain` and `voice`: also what they rest on.
  case remark
  /// Behind `idea`.
  case ground
  /// Behind `frontstage` and its like.
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
    case .path: "an arrow"
    case .audience: "a feeling, a thought or a need"
    case .remark: "a pain or a voice"
    case .ground: "an idea"
    case .lane: "a frontstage, backstage, support or system line"
    case .date: "a date column"
    case .answer: "an answer"
    case .table: "a table"
    }
  }

  var hasRows: Bool { self == .table || self == .answer }
  var hasPaths: Bool { self == .flow }
}
