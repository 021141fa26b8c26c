package import JourneyModel

/// What a query must know of the files and a feedback does not say: what whoever reads their first lines can tell.
///
/// All of it may be left out. The query then reads the files as declared, expects commas and UTF-8, and knows only the
/// columns that the feedback names; what that means for a dialect is a finding.
package struct ExportForm: Sendable {
  /// Paths without `*`, where they are known; otherwise those of the feedback.
  package var files: [String]
  /// The header as it stands in the files, every column.
  package var columns: [String]?
  /// `,`, `;` or a tab.
  package var delimiter: Character
  /// Rows that are no answers of customers, such as the tests among those of Qualtrics.
  package var leftOut: [LeftOutColumn]
  /// By which column an answer that is in several rows or files counts once.
  package var answerID: AnswerIDColumn?

  /// The sign before the decimals in a column, where its cells show it.
  package var decimalSigns: [String: UInt8] = [:]
  /// How dates are written, where the cells show it.
  package var dateFormat: String?

  package struct LeftOutColumn: Sendable {
    package let column: String
    package let cells: [Feedback.ExportCell]
    /// A cell that has one of these in it, too, in lower case and with single blanks.
    package let parts: [String]
  }

  package struct AnswerIDColumn: Sendable {
    package let column: String
    /// Whether the column identifies answers by itself; else rows must be equal in all columns.
    package let isVendors: Bool

    package init(column: String, isVendors: Bool) {
      self.column = column
      self.isVendors = isVendors
    }
  }

  package init(
    files: [String] = [], columns: [String]? = nil, delimiter: Character = ",", leftOut: [LeftOutColumn] = [],
    answerID: AnswerIDColumn? = nil
  ) {
    self.files = files
    self.columns = columns
    self.delimiter = delimiter
    self.leftOut = leftOut
    self.answerID = answerID
  }
}
