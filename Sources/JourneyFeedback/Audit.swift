package import JourneySyntax

/// What became of every row and every answer, so that a tally can be trusted.
///
/// Always: `rows.read == rows.used + rows.leftOut`, and `answers.cells == answers.counted + answers.unused +
/// answers.blank + answers.ignored + answers.leftOut` (sums of the counts by reason). The same whatever the order of the
/// files and the number of threads.
package struct Audit: Sendable {
  package struct Rows: Sendable, Equatable {
    /// Rows below the header; blank lines are none.
    package var read = 0
    /// Rows with at least one answer that was counted, unused ones included.
    package var used = 0
    /// Each row once, by the first reason found; in the order of `Reason.allCases`.
    package var leftOut: [LeftOut] = []
  }

  package struct Answers: Sendable, Equatable {
    /// Cells looked at: those of a question, in rows that were not left out as a whole, where the question's `where`
    /// holds.
    package var cells = 0
    /// In a score, or open cases.
    package var counted = 0
    /// Of these the cases still open.
    package var open = 0
    /// The newest dates of the files that have such cases, from the earliest to the latest: a case counts as open until
    /// then.
    package var openUntil: ClosedRange<Period>?
    /// "Never used or not applicable": in the tally, in no score.
    package var unused = 0
    /// Empty, or a code that `blank` names.
    package var blank = 0
    /// A code that `ignore` names, or a row `… is ignored`.
    package var ignored = 0
    package var leftOut: [LeftOut] = []
  }

  /// Rows or cells left out for one reason.
  package struct LeftOut: Sendable, Equatable {
    package let reason: Reason
    package var count: Int
    /// The first, in the order of the files' paths.
    package var first: AuditedPlace
  }

  package struct AuditedPlace: Sendable, Equatable {
    package let path: String
    /// From 1, in lines of the (decompressed) file.
    package let line: Int
    /// The column as the header names it; nil where the row as a whole is meant.
    package let column: String?
  }

  /// A value of the touchpoint column that the table does not name.
  package struct Unmatched: Sendable, Equatable {
    /// Shortened to 60 letters, hidden characters escaped.
    package let value: String
    package let count: Int
  }

  /// How one file was understood.
  package struct AuditedFile: Sendable, Equatable {
    package enum Vendor: String, Sendable {
      case qualtrics = "Qualtrics"
      case legacyQualtrics = "Qualtrics, legacy"
      case surveyMonkey = "SurveyMonkey"
      case zendesk = "Zendesk"
      case typeform = "Typeform"
      case medallia = "Medallia Agent Connect"
      case delighted = "Delighted"
      case intercom = "Intercom"
      case googleForms = "Google Forms"
      case microsoftForms = "Microsoft Forms"
    }

    package struct MergedRanges: Sendable, Equatable {
      package let count: Int
      package let first: String
    }

    package enum TextEncoding: String, Sendable {
      case utf8 = "UTF-8"
      case utf16LittleEndian = "UTF-16LE"
      case utf16BigEndian = "UTF-16BE"
      case windows1252 = "Windows-1252"
    }

    package enum FileForm: Sendable, Equatable {
      /// The delimiter: `,`, `;`, tab or `|`.
      case separated(by: UInt8)
      case jsonLines
      /// Of Excel; the name of the sheet, shortened to 60 letters, hidden characters escaped.
      case workbook(sheet: String)
    }

    package let path: String
    /// Rows read from it.
    package var rows = 0
    package var vendor: Vendor?
    package var encoding = TextEncoding.utf8
    package var form = FileForm.separated(by: 0x2C)
    package var headerRows = 1
    package var columns = 0
    package var isCompressed = false
    /// The time zone that a Qualtrics file says its dates are in; nil for what can be no zone's name.
    package var zone: String?
    /// Rows of a sheet that are hidden, by hand or by a filter; they are read as well.
    package var hiddenRows = 0
    /// Cells of a sheet that are shown as one, of which only the first holds something, and where the first are: `B1:D1`.
    package var mergedCells: MergedRanges?
    /// How its dates are written, where a day above 12 shows it and the feedback does not say it.
    package var dateFormat: String?
    /// Whether a column shows that the comma comes before its decimals.
    package var hasDecimalCommas = false
    /// Byte sequences that are not of the encoding.
    package var invalid = 0

    package init(path: String) { self.path = path }
  }

  /// In the order of paths; those that could not be read are missing, with a finding.
  package var files: [AuditedFile] = []
  package var rows = Rows()
  package var answers = Answers()
  /// The values that map to nothing, most frequent first, ties by text; of very many the thousand that a hash chose.
  package var unmatched: [Unmatched] = []
  /// Whether there were more of them.
  package var hasMoreUnmatched = false
  /// Whether the table names any of the column's values; else it is hardly the column of touchpoints.
  package var hasMatched = false

  /// Of columns by which a vendor says whether a row is an answer, the values that nobody knows: their rows count. Nil
  /// where there are very many.
  package var unknown: [(column: String, values: [String]?)] = []

  /// Columns of questions of yes and no in which 1 was taken for yes and 0 for no, though the feedback does not say so.
  package var numbersAsYesNo: [String] = []

  /// Cells that the feedback names and no row has, in the order in which it does; the column is empty for those of all
  /// questions.
  package var unmet: [(column: String, cell: String)] = []

  /// Formats that fit the dates which could not be read.
  package struct Formats: Sendable {
    /// The one that fits the most, and how many different dates.
    package let most: (format: String, fits: Int)
    /// The one that fits the most of those that it does not fit.
    package let rest: (format: String, fits: Int)?
    /// How many different dates were looked at: those at the head of the file.
    package let dates: Int
  }

  package var formats: [Reason: Formats] = [:]
  /// Whether such a column has a spreadsheet's numbers of days.
  package var hasDayNumbers = false

  package init() {}

  /// Whether no answer counts at all.
  package var isEmpty: Bool { rows.used == 0 }

  /// Whether something counts, nothing of which nobody knows whether it should, and nothing was left out but what the
  /// feedback declares: else `tally` exits with 1.
  package var isClean: Bool {
    !isEmpty && unknown.isEmpty && (rows.leftOut + answers.leftOut).allSatisfy(\.reason.isDeclared)
  }
}

/// Why a row, or a cell of a row, is not in the tally.
package enum Reason: UInt8, Sendable, CaseIterable {
  // Rows that cannot be read.
  case brokenQuotes, backslash, tooLong, cells, notJSON
  // Rows that are not meant.
  case total, emptyRow, test, unfinished, condition, touchpointIgnored
  // Rows that cannot be placed.
  case touchpointBlank, touchpointUnknown, dateBlank, dateUnreadable, dateAmbiguous, weightBlank, weightUnreadable,
    weightAmbiguous
  case personBlank
  // Cells that are no answer.
  case spreadsheetError, notANumber, twoNumbers, notWhole, offScale, notInTable, negative, tooLarge, timeUnreadable,
    timeAmbiguous,
    numberAmbiguous, durationAmbiguous, oneZone
  // Answers that another one replaces.
  case answeredAgain, sameAnswer
  /// A row without an answer in any of its cells.
  case noAnswer

  /// Whether the feedback says so itself, or nothing is lost: no finding.
  package var isDeclared: Bool {
    switch self {
    case .total, .emptyRow, .test, .unfinished, .condition, .touchpointIgnored, .answeredAgain, .sameAnswer, .noAnswer:
      true
    default: false
    }
  }
}
