package import JourneyFeedback
package import JourneyMetrics
package import JourneySyntax

/// What `tally` says of the exports that it counted.
extension Words {
  package func rows(_ count: Int) -> String {
    self(count, "\(decimal(Double(count))) row", "\(decimal(Double(count))) rows")
  }
  package func files(_ path: String, more: Int) -> String { self("\(path) and \(decimal(Double(more))) more") }
  package func from(_ vendor: String) -> String { self("from \(vendor)") }
  package var excelWorkbook: String { self("an Excel workbook") }
  package func worksheet(_ name: String) -> String { self("sheet “\(name)”") }
  package func columns(_ count: Int) -> String { self(count, "\(count) column", "\(count) columns") }

  package func columns(_ count: Int, separatedBy delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: self("\(count) columns separated by commas")
    case 0x3B: self("\(count) columns separated by semicolons")
    case 0x09: self("\(count) columns separated by tabs")
    case 0x7C: self("\(count) columns separated by pipes")
    default: columns(count)
    }
  }

  package func headerRows(_ count: Int) -> String { self("\(count) header rows") }

  package func hiddenRows(_ count: Int) -> String {
    let rows = decimal(Double(count))
    return self(count, "\(rows) hidden row is read as well", "\(rows) hidden rows are read as well")
  }

  package func merged(_ cells: Audit.AuditedFile.MergedRanges) -> String {
    cells.count == 1
      ? self("\(cells.first) is merged: only the first cell counts")
      : self("\(decimal(Double(cells.count))) ranges are merged (\(cells.first) first): only the first cell counts")
  }

  package var compressed: String { self("compressed") }
  package func times(of zone: String) -> String { self("times of \(zone)") }
  package func dates(as format: String) -> String { self("dates as \(format)") }
  package var decimalCommas: String { self("decimal commas") }

  package func invalid(_ count: Int, _ encoding: String) -> String {
    self("\(decimal(Double(count))) bytes are not \(encoding)")
  }

  package var rowsRead: String { self("rows read") }
  package var used: String { self("used") }
  package var withAnAnswerThatCounts: String { self("with an answer that counts") }
  package var skipped: String { self("skipped") }
  package var answers: String { self("answers") }
  package var cellsInQuestionColumns: String { self("cells in question columns, without skipped rows") }
  package var counted: String { self("counted") }
  package var unused: String { self("unused") }
  package var countForReach: String { self("count for reach") }
  package var blank: String { self("blank") }
  package var ignored: String { self("ignored") }
  package var asAnotherEngineCounted: String { self("as another engine counted them") }
  package func readAsYesNo(_ column: String) -> String { self("\"\(column)\": 0 was read as no, 1 as yes") }
  package func ifItCountsHowOften(_ table: String) -> String { self("if it counts how often, say so: \(table)") }

  /// Until when open cases count as open; in one line, or in two where files differ.
  package func stillOpen(_ until: ClosedRange<Period>) -> [String] {
    let (first, last) = (until.lowerBound.spoken(in: self), until.upperBound.spoken(in: self))
    return first == last
      ? [self("still open on \(last), the newest date of the file")]
      : [self("still open on the newest date of their file,"), self("\(first) to \(last)")]
  }

  package func first(_ place: String) -> String { self("first: \(place)") }
  package func manyWithoutTouchpoint(_ column: String) -> String {
    self("more than 1,000 values of \"\(column)\" have no touchpoint")
  }
  package func noneWithTouchpoint(_ column: String) -> String { self("no value of \"\(column)\" has a touchpoint") }
  package func withoutTouchpoint(_ column: String) -> String { self("values of \"\(column)\" without a touchpoint:") }
  package func andMore(_ count: String) -> String { self("and \(count) more") }

  package func hiddenValues(_ least: Int) -> [String] {
    [
      self("in values of fewer than \(least) rows each, or like an address"),
      self("or a number: not shown, \("--rejects FILE") has the rows"),
    ]
  }

  package var declaredButInNoRow: String { self("declared, but in no row:") }
  package var inAnyColumn: String { self("in any column:") }
  package func inColumn(_ column: String) -> String { self("in \"\(column)\":") }
  package func andInMoreColumns(_ count: Int) -> String { self("and in \(count) more columns") }

  package func manyUnknown(_ column: String, _ condition: String) -> [String] {
    [
      self("\"\(column)\" has many values that are not known, but their rows count: it may be a"),
      self("column of your own; say which rows count: \(condition)"),
    ]
  }

  package func unknown(_ column: String) -> String {
    self("\"\(column)\" has values that are not known, but their rows count:")
  }
  package func sayWhichCount(_ condition: String) -> String {
    self("say which rows count: \(condition); until then the exit status is not 0")
  }

  package func doubt(_ what: String) -> [String] {
    [self("\(what): is it the column"), self("that names the touchpoint?")]
  }

  package var noAnswerCounts: String { self("no answer counts, so the exit status is not 0") }
  package var notDeclared: String { self("not declared, so the exit status is not 0; what to write in the feedback:") }
  package var countedFor: String { self("counted for") }
  package var keptAsItWas: String { self("kept as it was") }
  package var smallCells: String { self("small cells") }

  package func small(_ count: Int, _ least: Int) -> String {
    let cells = decimal(Double(count))
    return self(
      count, "\(cells) cell has fewer than \(least) answers", "\(cells) cells have fewer than \(least) answers")
  }

  package func further(_ count: Int, _ small: Int) -> String {
    let more = decimal(Double(count))
    return self(small, "\(more) more would reveal it", "\(more) more would reveal them")
  }

  package func hiddenCells(areSuppressed: Bool) -> String {
    areSuppressed
      ? self("kept out of the file") : self("hidden in maps; \("--suppress") keeps them out of the file too")
  }

  package func replaced(_ replaced: Tally.Replaced) -> String {
    let (now, before) = (decimal(Double(replaced.now)), decimal(Double(replaced.before)))
    let period = replaced.period.description
    return self(
      replaced.now, "in \(period) \(now) answer replaces \(before)", "in \(period) \(now) answers replace \(before)")
  }

  package func andInMorePeriods(_ count: Int) -> String { self("and in \(count) more periods") }
  package var ifOnlyAPart: String { self("if the export has only a part of the period, count all its exports at once") }

  package var noTallyForErrors: String { self("no tally written: there are errors") }
  package var noTallyInDryRun: String { self("no tally written: this is a dry run") }
  package var noTallyWithoutFile: String { self("no tally written: the feedback is not in a file") }
  package func wrote(_ path: String) -> String { self("wrote \(path)") }
  package func isUpToDate(_ path: String) -> String { self("\(path) is up to date") }

  package func periods(_ periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last else { return self("nothing") }
    return periods.count > 4
      ? self("\(first.description) to \(last.description), \(periods.count) periods")
      : periods.map(\.description).joined(separator: ", ")
  }
}

extension Reason {
  /// For the audit: "left out, because …".
  package func spoken(in words: Words) -> String {
    switch self {
    case .brokenQuotes: words("a quote is not closed, or text follows a closing quote")
    case .backslash: words("a quote within quotes has a backslash before it")
    case .tooLong: words("the row has more than 1 MiB")
    case .cells: words("the row has more or fewer cells than the header")
    case .notJSON: words("the line is not a JSON object")
    case .total: words("a total of other rows")
    case .emptyRow: words("an empty row")
    case .test: words("a test of the survey")
    case .unfinished: words("the survey was not finished")
    case .condition: words("its cells do not fit \"where\"")
    case .touchpointIgnored: words("the touchpoint is ignored")
    case .touchpointBlank: words("the touchpoint is blank")
    case .touchpointUnknown: words("the feedback does not say which touchpoint this is")
    case .dateBlank: words("the date is blank")
    case .dateUnreadable: words("the date cannot be read")
    case .dateAmbiguous: words("the date can be read in two ways; the feedback does not say its format")
    case .weightBlank: words("the weight is blank")
    case .weightUnreadable: words("the weight is not a number from 0 to under 1,000,000")
    case .weightAmbiguous: words("the weight can be read in two ways; the feedback does not say its decimal sign")
    case .personBlank: words("nothing says who answered")
    case .spreadsheetError: words("an error of the spreadsheet, such as #N/A, not an answer")
    case .notANumber: words("not a number")
    case .twoNumbers: words("two numbers in one cell")
    case .notWhole: words("not a whole number")
    case .offScale: words("outside the scale")
    case .notInTable: words("neither yes nor no")
    case .negative: words("a time below zero")
    case .tooLarge: words("a time of more than 30,000 years")
    case .timeUnreadable: words("the time cannot be read")
    case .timeAmbiguous: words("the time can be read in two ways; the feedback does not say its format")
    case .numberAmbiguous: words("the number can be read in two ways; the feedback does not say its decimal sign")
    case .durationAmbiguous: words("minutes and seconds, or hours and minutes: nothing says which")
    case .oneZone: words("one of two times has an offset, but the feedback names no zone")
    case .answeredAgain: words("the same person answered again")
    case .sameAnswer: words("the same answer is in another row, by its id")
    case .noAnswer: words("no answer in any cell")
    }
  }

  /// What to write in the feedback, or what to do with the export; empty where the feedback says it already.
  package func advice(_ audit: Audit, in words: Words) -> String {
    switch self {
    case .brokenQuotes, .tooLong, .cells, .notJSON:
      words("nothing: fetch the export again, or delete what is not a row, such as a footer")
    case .touchpointBlank, .touchpointUnknown:
      words("a row in the touchpoint's table: \"VALUE\" is TOUCHPOINT, or is ignored")
    case .dateUnreadable where audit.hasDayNumbers, .timeUnreadable where audit.hasDayNumbers:
      words("nothing: these are day numbers of a spreadsheet; format the column there as YYYY-MM-DD, and save again")
    case .dateBlank: words("which rows count: where \"COLUMN\" is \"VALUE\"")
    case .dateUnreadable, .dateAmbiguous, .timeUnreadable, .timeAmbiguous:
      audit.formats[self]?.advice(in: words)
        ?? (self == .timeUnreadable
          ? words(
            "what a word in place of a time means: blank \"VALUE\"; in the later column, such a case is still open")
          : words("how dates are written: format \"MM/DD/YYYY\""))
    case .weightAmbiguous, .numberAmbiguous:
      words("which sign comes before the decimals: decimal \",\" or decimal \".\"")
    case .durationAmbiguous:
      words("what 1:30 means: in \"h:mm\", hours and minutes, or in \"m:ss\", minutes and seconds")
    case .oneZone: words("the zone of times without an offset: zone \"Europe/Berlin\"")
    case .weightBlank, .weightUnreadable: words("which rows count: where \"COLUMN\" is \"VALUE\"")
    case .personBlank: words("that answers without a person count too: one answer per person \"COLUMN\" or alone")
    case .spreadsheetError: words("that an error is not an answer: blank \"#N/A\"")
    case .twoNumbers: words("nothing: split the column in the export, so that each answer has its own")
    case .notANumber, .notWhole: words("what a text means: { \"Very satisfied\" is 5 }, or blank \"VALUE\"")
    case .offScale: words("what a code means: unused 6, blank 0, or ignore -99")
    case .notInTable where !audit.numbersAsYesNo.isEmpty:
      words("what each number means, if it counts how often: { 0 is yes  1, 2, 3 is no }")
    case .notInTable: words("what a value means: { \"Y\" is yes  \"N\" is no }")
    case .negative: words("nothing: these times end before they start; correct the export")
    case .tooLarge: words("the unit of the times: in minutes, in hours")
    case .backslash: words("nothing: export with quotes doubled (\"\"), not with a backslash before them")
    case .total, .emptyRow, .test, .unfinished, .condition, .touchpointIgnored, .answeredAgain, .sameAnswer, .noAnswer:
      ""
    }
  }
}

extension Audit.Formats {
  /// What to write, where dates are written in several ways.
  fileprivate func advice(in words: Words) -> String {
    guard most.fits < dates else { return words("how dates are written: format \"\(most.format)\"") }
    guard let rest else {
      return words(
        "how dates are written: format \"\(most.format)\", which fits \(most.fits) of \(dates); blank \"VALUE\" for what is not a date"
      )
    }
    return words(
      "how dates are written: format \"\(most.format)\" fits \(most.fits) of \(dates), \"\(rest.format)\" \(rest.fits): write one of the two"
    )
  }
}
