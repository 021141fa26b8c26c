internal import JourneyFeedback
internal import JourneyLayout
internal import JourneyMetrics
internal import JourneySyntax

extension AuditText {
  /// What to write where something was left out that the feedback does not declare, each advice once.
  mutating func addHelp(_ audit: Audit) {
    if audit.isEmpty {
      line()
      line("  ! no answer counts, so the exit status is not 0")
    }
    let reasons = Set((audit.rows.leftOut + audit.answers.leftOut).filter { $0.count > 0 }.map(\.reason))
    let open = Reason.allCases.filter { reasons.contains($0) && !$0.isDeclared }
    guard !open.isEmpty else { return }
    line()
    line("  ! not declared, so the exit status is not 0; what to write in the feedback:")
    var said: Set<String> = []
    for advice in open.map({ $0.advice(audit) }) where said.insert(advice).inserted { line("      " + advice) }
  }

  /// Which periods the tally holds now, and what of it nobody will be shown.
  mutating func add(_ written: WrittenTally) {
    line()
    line("  counted for    " + Self.list(written.counted))
    if !written.kept.isEmpty { line("  kept as it was " + Self.list(written.kept)) }
    add(replaced: written.replaced)
    let hidden = written.hidden
    guard hidden.small > 0 else { return }
    let cells = hidden.small == 1 ? "1 cell has" : "\(Numbers.decimal(Double(hidden.small))) cells have"
    line("  small cells    \(cells) fewer than \(hidden.hideBelow) answers")
    let more = Numbers.decimal(Double(hidden.further))
    if hidden.further > 0 { line("                 \(more) more would reveal \(hidden.small == 1 ? "it" : "them")") }
    line(
      "                 "
        + (written.isSuppressed ? "kept out of the file" : "hidden in maps; --suppress keeps them out of the file too")
    )
  }

  /// A new export that has a part of a period only would take the place of the whole.
  private mutating func add(replaced: [Tally.Replaced]) {
    // Those of which far fewer are left are all named.
    let shown = replaced.enumerated().filter { $0.offset < Self.mostPeriods || $0.element.isFarLess }.map(\.element)
    for period in shown {
      let (now, before) = (Numbers.decimal(Double(period.now)), Numbers.decimal(Double(period.before)))
      line(
        "  \(period.isFarLess ? "! " : "")in \(period.period) \(now) "
          + "\(period.now == 1 ? "answer replaces" : "answers replace") \(before)")
    }
    if shown.count < replaced.count { line("  and in \(replaced.count - shown.count) more periods") }
    guard replaced.contains(where: { $0.now < $0.before }) else { return }
    line("    if the export has only a part of the period, count all its exports at once")
  }

  private static let mostPeriods = 12

  private static func list(_ periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last else { return "nothing" }
    return periods.count > 4
      ? "\(first) to \(last), \(periods.count) periods" : periods.map(\.description).joined(separator: ", ")
  }
}

extension Audit.Formats {
  fileprivate var advice: String {
    let write = "how dates are written: format \"\(most.format)\""
    guard most.fits < dates else { return write }
    guard let rest else {
      return "\(write), which fits \(most.fits) of \(dates); blank \"VALUE\" for what is not a date"
    }
    return "\(write) fits \(most.fits) of \(dates), \"\(rest.format)\" \(rest.fits): write one of the two"
  }
}

extension Reason {
  /// What to write so that it is declared, or mended.
  fileprivate func advice(_ audit: Audit) -> String {
    switch self {
    case .brokenQuotes, .tooLong, .cells, .notJSON:
      "nothing: fetch the export again, or delete what is not a row, such as a footer"
    case .touchpointBlank, .touchpointUnknown:
      "a row in the touchpoint's table: \"VALUE\" is TOUCHPOINT, or is ignored"
    case .dateUnreadable where audit.hasDayNumbers, .timeUnreadable where audit.hasDayNumbers:
      "nothing: these are day numbers of a spreadsheet; format the column there as YYYY-MM-DD, and save again"
    case .dateBlank: "which rows count: where \"COLUMN\" is \"VALUE\""
    case .dateUnreadable, .dateAmbiguous, .timeUnreadable, .timeAmbiguous:
      audit.formats[self]?.advice
        ?? (self == .timeUnreadable
          ? "what a word in place of a time means: blank \"VALUE\"; in the later column, such a case is still open"
          : "how dates are written: format \"MM/DD/YYYY\"")
    case .weightAmbiguous, .numberAmbiguous: "which sign comes before the decimals: decimal \",\" or decimal \".\""
    case .durationAmbiguous: "what 1:30 means: in \"h:mm\", hours and minutes, or in \"m:ss\", minutes and seconds"
    case .oneZone: "the zone of times without an offset: zone \"Europe/Berlin\""
    case .weightBlank, .weightUnreadable: "which rows count: where \"COLUMN\" is \"VALUE\""
    case .personBlank: "that answers without a person count too: one answer per person \"COLUMN\" or alone"
    case .spreadsheetError: "that an error is not an answer: blank \"#N/A\""
    case .twoNumbers: "nothing: split the column in the export, so that each answer has its own"
    case .notANumber, .notWhole: "what a text means: { \"Very satisfied\" is 5 }, or blank \"VALUE\""
    case .offScale: "what a code means: unused 6, blank 0, or ignore -99"
    case .notInTable where !audit.numbersAsYesNo.isEmpty:
      "what each number means, if it counts how often: { 0 is yes  1, 2, 3 is no }"
    case .notInTable: "what a value means: { \"Y\" is yes  \"N\" is no }"
    case .negative: "nothing: these times end before they start; correct the export"
    case .tooLarge: "the unit of the times: in minutes, in hours"
    case .backslash: "nothing: export with quotes doubled (\"\"), not with a backslash before them"
    case .total, .emptyRow, .test, .unfinished, .condition, .touchpointIgnored, .answeredAgain, .sameAnswer, .noAnswer:
      ""
    }
  }
}
