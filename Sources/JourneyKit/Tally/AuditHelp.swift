internal import JourneyFeedback
internal import JourneyLayout
internal import JourneyMetrics

extension AuditText {
  /// What to write where something was left out that the feedback does not declare, each advice once.
  mutating func addHelp(_ audit: Audit) {
    let reasons = Set((audit.rows.leftOut + audit.answers.leftOut).filter { $0.count > 0 }.map(\.reason))
    let open = Reason.allCases.filter { reasons.contains($0) && !$0.isDeclared }
    guard !open.isEmpty else { return }
    line()
    line("  ! not declared, so tally exits with 1; what to write in the feedback:")
    var said: Set<String> = []
    for advice in open.map(\.advice) where said.insert(advice).inserted { line("      " + advice) }
  }

  /// Where the tally stands, and what of it nobody will be shown.
  mutating func add(_ written: WrittenTally) {
    let hidden = written.hidden
    guard hidden.small > 0 else { return }
    let cells = hidden.small == 1 ? "1 cell has" : "\(Numbers.decimal(Double(hidden.small))) cells have"
    let more = hidden.further == 0 ? "" : ", and \(Numbers.decimal(Double(hidden.further))) more would give them away"
    line()
    line("  small cells: \(cells) fewer than \(hidden.hideBelow) answers\(more);")
    line(written.isSuppressed ? "  kept out of the file" : "  hidden in maps, but in the file; --suppress keeps them out of it")
  }
}

extension Reason {
  /// What to write so that it is declared, or mended.
  fileprivate var advice: String {
    switch self {
    case .brokenQuotes, .tooLong, .cells, .notJSON: "nothing: the export is damaged; fetch it again, or mend the rows"
    case .touchpointBlank, .touchpointUnknown:
      "a row in the touchpoint's table: \"VALUE\" is TOUCHPOINT, or is ignored"
    case .dateBlank, .dateUnreadable, .dateAmbiguous: "how dates are written: format \"MM/DD/YYYY\""
    case .weightBlank, .weightUnreadable: "which rows count: where \"COLUMN\" is \"VALUE\""
    case .personBlank: "which rows count: where \"COLUMN\" is \"VALUE\""
    case .notANumber, .notWhole: "what a text means: { \"Very satisfied\" is 5 }, or blank \"VALUE\""
    case .offScale: "what a code means: unused 6, blank 0, or ignore -99"
    case .notInTable: "what a value means: { \"Y\" is yes  \"N\" is no }"
    case .negative, .tooLarge: "which unit it is: in minutes, in hours"
    case .timeUnreadable, .timeAmbiguous: "how times are written: format \"MM/DD/YYYY HH:mm\""
    case .test, .unfinished, .condition, .touchpointIgnored, .answeredAgain, .noAnswer: ""
    }
  }
}
