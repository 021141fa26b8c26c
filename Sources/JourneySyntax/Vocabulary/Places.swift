extension GrammarContext {
  /// What may stand here, in the order in which help offers it.
  var vocabulary: [Word] {
    switch self {
    case .file: Self.fileWords
    case .workspace: Self.workspaceWords
    case .department: [Self.note, Self.was]
    case .named: [Self.was]
    case .persona: Self.personaWords
    case .kpi: Self.kpiWords
    case .journey: Self.journeyWords
    case .goal: Self.goalWords
    case .phase: Self.phaseWords
    case .touchpoint: Self.touchpointWords
    case .flow: [.fact(.asWritten, [], "as-written")]
    case .action: Self.actionWords
    case .feedback: Self.feedbackWords
    case .nothing, .table: []
    case .path: Self.pathWords
    case .audience: [Self.personas, Self.segments]
    case .remark: [Self.evidence, Self.personas, Self.segments]
    case .step: [Self.stepOwner, Self.personas, Self.segments]
    case .lane: [Self.stepOwner, Self.evidence, Self.personas, Self.segments]
    case .date:
      [.fact(.zone, [.one(.text)], "zone \"Europe/Berlin\""), .fact(.format, [.one(.text)], "format \"MM/DD/YYYY\"")]
    case .answer: Self.answerWords
    }
  }

  private static let fileWords: [Word] = [
    .thing(.journey, .journey, "journey open-account \"Opening an account\" { … }"),
    .thing(.persona, .persona, "persona maya \"Maya, first job\""),
    .thing(.segment, .named, "segment young-adults \"18 to 25\""),
    .thing(.channel, .named, "channel web \"Web\""),
    .thing(.department, .department, "department risk \"Risk and compliance\""),
    .thing(.kpi, .kpi, "kpi revenue \"Revenue\" { unit money better higher }"),
    .thing(.feedback, .feedback, "feedback after-call \"Survey after a call\" { … }"),
    .thing(.group, .named, "group banking \"Everyday banking\""),
    .thing(.lane, .nothing, "lane risk \"Risks\""),
    anAction,
    .thing(.workspace, .workspace, "workspace \"Northwind Bank\" { edition 1 }", nameless: true),
  ]

  private static let anAction = Word.thing(.action, .action, "action say-why \"Say which rule the photo broke\" { … }")
  private static let target = Word.fact(.target, [.one(.metric), .one(.comparison)], .onceEach, "target csat >= 80%")
  private static let personas = Word.fact(.persona, [.list(.persona)], .often, "persona maya, tom")
  private static let segments = Word.fact(.segment, [.list(.segment)], .often, "segment young-adults")
  private static let owner = Word.fact(.owner, [.one(.department)], "owner product")
  private static let evidence = Word.fact(.evidence, [.one(.evidence)], "evidence survey")
  private static let voice = Word.fact(
    .voice, [.one(.speaker), .one(.text)], .often, .remark, "voice customer \"Nobody called back.\"")
  private static let volume = Word.fact(.volume, [.one(.number), .tail("in", .period)], "volume 12000 in 2026-Q3")
  private static let stepOwner = Word.fact(.owner, [.one(.department)], "owner risk")
  private static let note = Word.fact(.note, [.one(.text)], .often, "note \"Copy is being rewritten.\"")
  private static let was = Word.fact(.was, [.list(.earlierName)], .often, "was earlier-name")
  private static let channels = Word.fact(.channel, [.list(.channel)], .often, "channel web, phone")
  private static let image = Word.fact(
    .image, [.one(.text), .one(.text)], "image \"img/form.png\" \"The form on a phone\"")
  private static let link = Word.fact(.link, [.one(.text), .maybe(.text)], .often, "link \"https://example.org\"")

  private static let ignore = Word.fact(
    .ignore, [.one(.findingCode), .word("because"), .one(.text)], .often,
    "ignore missing-owner because \"A partner does this\"")

  private static let workspaceWords: [Word] = [
    .fact(.edition, [.one(.number)], "edition 1"),
    .fact(.language, [.one(.language)], "language en"),
    .fact(.hideBelow, [.one(.number)], "hide-below 10"),
    .fact(.currentFor, [.one(.number), .word("months")], "current-for 12 months"),
    target,
    .fact(.floor, [.one(.metric), .one(.bound)], .onceEach, "floor csat 40%"),
    .fact(.weigh, [.one(.metric), .one(.number)], .onceEach, "weigh csat 3"),
    ignore,
    .fact(.severity, [.one(.findingCode), .one(.severity)], .often, "severity missing-owner error"),
  ]

  private static let personaWords: [Word] = [
    .fact(.quote, [.one(.text)], "quote \"I just want it to work.\""),
    .fact(.need, [.one(.text)], .often, "need \"An account before the first payday\""),
    .fact(.segment, [.one(.segment)], "segment young-adults"),
    image,
    note,
  ]

  private static let kpiWords: [Word] = [
    .fact(.unit, [.one(.unit)], "unit money"),
    .fact(.better, [.one(.direction)], "better higher"),
  ]

  private static let journeyWords: [Word] = [
    owner,
    personas,
    .fact(.from, [.one(.text), .word("to"), .one(.text)], "from \"Sees the ad\" to \"First salary paid in\""),
    .fact(
      .target, [.maybeWord("overall"), .one(.metric), .one(.comparison)], .onceEach,
      "target overall resolution <= 10d"),
    .fact(.state, [.one(.state)], "state future"),
    .fact(.futureOf, [.one(.journey)], "future-of open-account"),
    .fact(.partOf, [.one(.group)], "part-of banking"),
    was,
    .fact(.draft, [], "draft"),
    .fact(.reviewed, [.one(.period), .word("by"), .one(.department)], "reviewed 2026-11-21 by product"),
    .fact(
      .view, [.one(.text), .one(.text)], .often, "view \"The app's hand-offs\" \"channel=app&highlight=hand-offs\""),
    volume,
    .fact(.quote, [.one(.text)], .often, "quote \"I just want it to work.\""),
    voice,
    link,
    note,
    ignore,
    .thing(.goal, .goal, "goal retention \"Lower churn\" { kpi churn target <= 4% by 2027-03 }"),
    .thing(.phase, .phase, "phase apply \"Apply\" { … }"),
    .thing(.flow, .flow, "flow { form -> call }", nameless: true),
    anAction,
  ]

  private static let goalWords: [Word] = [
    .fact(.kpi, [.one(.kpi)], "kpi churn"),
    .fact(.target, [.one(.comparison), .tail("by", .period)], "target <= 4% by 2027-03"),
    .fact(.by, [.one(.period)], "by 2027-03"),
    .fact(
      .record, [.one(.period), .maybeWord("lost"), .one(.figure), .tail("of", .number)], .often,
      "record 2026-Q3 lost 42 of 1400"),
    note,
  ]

  private static let phaseWords: [Word] = [
    owner,
    channels,
    target,
    was,
    note,
    .thing(.touchpoint, .touchpoint, "touchpoint form \"Fills in the form\""),
  ]

  private static let touchpointWords: [Word] = [
    channels,
    owner,
    .fact(.with, [.list(.department)], .often, "with risk, support"),
    .fact(.feels, [.one(.number), .maybe(.text)], .often, .audience, "feels -1 \"Explains it again\""),
    .fact(.thinks, [.one(.text)], .often, .audience, "thinks \"Which one has no monthly fee?\""),
    .fact(.does, [.one(.text)], .often, .audience, "does \"Types four pages on the phone\""),
    .fact(.need, [.one(.text)], .often, .audience, "need \"To know when it arrives\""),
    .fact(
      .pain, [.maybeName, .one(.text)], .often, .remark, "pain \"Fees are on page 14\" evidence interview"),
    .fact(.idea, [.maybeName, .one(.text)], .often, .remark, "idea \"Say which rule the photo broke\""),
    voice,
    .fact(.frontstage, [.one(.text)], .often, .step, "frontstage \"Four-page form\""),
    .fact(.backstage, [.one(.text)], .often, .step, "backstage \"KYC check\" owner risk"),
    .fact(.support, [.one(.text)], .often, .step, "support \"Printing service\""),
    .fact(.system, [.one(.text)], .often, .step, "system \"Identity provider\""),
    .fact(.lane, [.one(.lane), .one(.text)], .often, .lane, "lane risk \"Passport lost\" owner legal"),
    target,
    .fact(.importance, [.one(.number)], "importance 5"),
    .fact(.momentOfTruth, [], "moment-of-truth"),
    .fact(.optional, [], "optional"),
    .fact(.aside, [], "aside"),
    .fact(.takes, [.one(.duration)], "takes 15m"),
    personas,
    segments,
    volume,
    .fact(.repeats, [.one(.touchpoint)], "repeats call"),
    .fact(.opens, [.one(.journey)], "opens lost-card"),
    .fact(.was, [.list(.earlierPlace)], .often, "was application-form"),
    .fact(.tag, [.list(.tag)], .often, "tag gdpr, mobile"),
    image,
    link,
    note,
    ignore,
  ]

  private static let pathWords: [Word] = [
    .fact(.share, [.one(.percent)], "share 18%"),
    .fact(.wait, [.one(.duration)], "wait 2d..9d"),
    personas,
    segments,
  ]

  private static let actionWords: [Word] = [
    .fact(.for, [.one(.touchpoint)], "for form"),
    owner,
    .fact(.fixes, [.list(.pain)], .often, "fixes photo"),
    .fact(.idea, [.one(.idea)], "idea say-why"),
    .fact(.goal, [.one(.goal)], "goal retention"),
    .fact(.expects, [.one(.metric), .one(.change)], "expects csat +8pt"),
    .fact(.impact, [.one(.number)], "impact 4"),
    .fact(.effort, [.one(.number)], "effort 2"),
    .fact(.status, [.one(.status)], "status doing"),
    .fact(.due, [.one(.period)], "due 2026-10-31"),
    .fact(.finished, [.one(.period)], "finished 2026-09-30"),
    .fact(.toldCustomers, [.one(.period)], "told-customers 2026-10-15"),
    personas,
    segments,
    note,
  ]

  private static let feedbackWords: [Word] = [
    .fact(.file, [.list(.text)], .often, "file \"private/after-call-*.csv\""),
    .fact(.sheet, [.one(.text)], "sheet \"Answers\""),
    .fact(
      .one, [.word("answer"), .word("per"), .word("person"), .one(.text), .tail("or", .alone)],
      "one answer per person \"ExternalReference\""
    ),
    .fact(.date, [.one(.text)], .once, .date, "date \"RecordedDate\" zone \"Europe/Berlin\""),
    .fact(.period, [.one(.periodRule)], "period 2026-Q3"),
    .fact(.weight, [.one(.text)], "weight \"WEIGHT\""),
    .fact(.cluster, [.one(.text)], "cluster \"FLIGHT\""),
    .fact(.decimal, [.one(.text)], "decimal \",\""),
    .fact(.touchpoint, [.one(.text)], .once, .table, "touchpoint \"Topic\" { \"Form\" is open-account/form }"),
    .fact(.segment, [.one(.text)], .once, .table, "segment \"Plan\" { \"Student\" is young-adults }"),
    .fact(.answer, [.one(.metric), .maybe(.text)], .often, .answer, "answer csat \"Q1\" scale 1..5"),
    condition,
    .fact(.ignore, [.list(.cell)], .often, "ignore -99"),
    was,
    note,
  ]

  private static let condition = Word.fact(
    .where, [.one(.text), .word("is"), .maybeWord("not"), .list(.cell)], .often, "where \"Status\" is \"Closed\"")

  private static let answerWords: [Word] = [
    .fact(.of, [.list(.subject)], .often, "of open-account/form"),
    .fact(.scale, [.one(.scale)], "scale 1..5"),
    .fact(.good, [.one(.answers)], "good 3..4"),
    .fact(.higherIsEasier, [], "higher-is-easier"),
    .fact(.lowerIsEasier, [], "lower-is-easier"),
    .fact(.unused, [.list(.cell)], .often, "unused 6"),
    .fact(.blank, [.list(.cell)], .often, "blank 0"),
    .fact(.in, [.one(.timeUnit)], "in hours"),
    .fact(.from, [.one(.text), .word("to"), .one(.text)], "from \"Created at\" to \"Solved at\""),
    .fact(.withDrivers, [], "with-drivers"),
    condition,
  ]
}
