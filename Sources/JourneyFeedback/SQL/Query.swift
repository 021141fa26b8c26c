internal import JourneyMetrics
package import JourneyModel
package import JourneySource

/// The query that makes the tally of a feedback in another engine: one statement of named steps, from the rows of the
/// files to rows of a tally, after a comment that says how to run it.
///
/// What it leaves out it leaves out without a word: the audit is Waymark's own. Where a dialect cannot do what Waymark
/// does, a finding says so; an error comes with no query at all, because figures that are silently wrong are worse.
package func sql(
  for feedback: Feedback, in workspace: Workspace, dialect: SQLDialect, form: ExportForm = ExportForm()
) -> Diagnosed<String> {
  var query = Query(feedback: feedback, workspace: workspace, dialect: dialect, form: form)
  query.lookUpColumns()
  query.judge()
  guard !query.diagnostics.contains(where: { $0.severity == .error }) else { return Diagnosed("", query.diagnostics) }
  return Diagnosed(query.text, query.diagnostics)
}

/// What the steps of a query share.
struct Query {
  let feedback: Feedback
  let workspace: Workspace
  let dialect: SQLDialect
  let form: ExportForm
  let declared: DeclaredCells
  /// The columns that the feedback names, each once, in the order of `c1`, `c2`, ….
  var columns: [String] = []
  /// The times among them, which are taken apart as `t1`, `t2`, ….
  var times: [String] = []
  /// Each of `columns` as the header spells it, and where it stands there.
  var spellings: [String] = []
  var places: [Int] = []
  var diagnostics: [Diagnostic] = []

  init(feedback: Feedback, workspace: Workspace, dialect: SQLDialect, form: ExportForm) {
    self.feedback = feedback
    self.workspace = workspace
    self.dialect = dialect
    self.form = form
    declared = DeclaredCells(of: feedback)
    gatherColumns()
  }

  var paths: [String] { form.files.isEmpty ? feedback.files.map(\.value) : form.files }

  /// Whether some answers have no place but the row's.
  var isLong: Bool { feedback.touchpointColumn != nil && feedback.questions.contains { $0.subject == nil } }

  var isOncePerPerson: Bool { feedback.personColumn != nil }

  /// Whether answers of nobody count, too.
  var isAlone: Bool { isOncePerPerson && feedback.countsNobody }

  /// By which column an answer that is in several rows counts once.
  var answerID: ExportForm.AnswerIDColumn? { isOncePerPerson && !isAlone ? nil : form.answerID }

  /// Whether one of several rows counts, so that rows are compared.
  var isChosen: Bool { isOncePerPerson || answerID != nil }

  /// Rows of no customer, unless the feedback itself says which to keep of that column.
  var leftOut: [ExportForm.LeftOutColumn] { form.leftOut.filter { !feedback.says($0.column) } }

  /// How dates are written, where that is not ISO.
  var dateFormat: String? { feedback.dateFormat ?? form.dateFormat }

  var hasDurations: Bool { feedback.questions.contains { $0.metric == .resolution } }

  /// Whether a case may have no end yet, so that it counts as open until the newest date of its file.
  var hasOpenCases: Bool { feedback.questions.contains(where: \.source.isBetween) }

  /// Whether rows need their date: for the period, or for which of a person's answers is the latest.
  var needsDate: Bool {
    if isOncePerPerson { return true }
    if case .fixed = feedback.period { return false }
    return true
  }

  /// `c3`: a column's cells, blanks around them taken off.
  func cell(_ column: String) -> String { "c\(place(of: column))" }

  func place(of column: String) -> Int { (columns.firstIndex(of: column) ?? 0) + 1 }

  /// `t2`: what was made of a column of times.
  func time(_ column: String) -> String { "t\((times.firstIndex(of: column) ?? 0) + 1)" }

  private mutating func gatherColumns() {
    var needed = [
      isLong ? feedback.touchpointColumn : nil, feedback.segmentColumn, feedback.personColumn, answerID?.column,
    ]
    if needsDate { needed.append(feedback.dateColumn) }
    needed.append(feedback.weightColumn)
    needed += leftOut.map(\.column) + feedback.conditions.map(\.column)
    if needsDate, let column = feedback.dateColumn { times.append(column) }
    for question in feedback.questions {
      switch question.source {
      case .column(let column): needed.append(column)
      case .between(let from, let to):
        needed += [from, to]
        for column in [from, to] where !times.contains(column) { times.append(column) }
      }
      needed += question.conditions.map(\.column)
    }
    for case let column? in needed where !columns.contains(column) { columns.append(column) }
    spellings = columns
    places = Array(columns.indices)
  }

  /// Rows of a select, each on a line of its own.
  static func lines(_ rows: [String], indent: String = "    ") -> String {
    rows.map { indent + $0 }.joined(separator: ",\n")
  }
}
