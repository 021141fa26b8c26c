package import JourneySource
package import JourneySyntax

/// A source of answers: which files, and how their cells become answers. Read here, carried out by `JourneyFeedback`.
package struct Feedback: Sendable {
  package let name: String
  package let title: String
  package let span: Span
  /// From its first word to where the file's next declaration begins.
  package var extent: Span
  /// The path of the `.journey` file that declares it; its tally lies beside it.
  package let declaredIn: FileID
  package var files: [Spanned<String>] = []
  /// The sheet of workbooks; the first visible one where none is named.
  package var sheet: String?
  /// The column that identifies a person, where only the latest answer counts.
  package var personColumn: String?
  /// Whether answers of nobody count, too, each by itself.
  package var countsNobody = false
  package var dateColumn: String?
  package var dateZone: String?
  package var dateFormat: String?
  package var period: PeriodRule = .month
  package var weightColumn: String?
  /// The column that says who was asked together.
  package var clusterColumn: String?
  /// The column that names the touchpoint, in the long layout.
  /// The sign before the decimals, `,` or `.`, where the feedback says it; the other one groups thousands.
  package var decimalSign: UInt8?
  package var touchpointColumn: String?
  package var touchpointRows: [Row] = []
  package var segmentColumn: String?
  package var segmentRows: [Row] = []
  package var ignored: [ExportCell] = []
  package var conditions: [Condition] = []
  package var questions: [Question] = []
  package var earlierNames: [String] = []
  package var notes: [String] = []

  package init(name: String, title: String, span: Span, declaredIn: FileID) {
    self.name = name
    self.title = title
    self.span = span
    extent = span
    self.declaredIn = declaredIn
  }

  package enum PeriodRule: Sendable, Equatable {
    case fixed(Period)
    case month, quarter, year
  }

  /// A cell's text; a number and its text are the same cell.
  package typealias ExportCell = String

  /// `"Student", "Starter" is young-adults`.
  package struct Row: Sendable {
    package enum Meaning: Sendable, Equatable {
      /// One thing, or several touchpoints of a journey.
      case subject([Reference])
      case segment(Segment.ID)
      case value(String)
      case ignored
    }

    package let cells: [ExportCell]
    /// Whole numbers, too, that lie in one of these: `1..99 is no`.
    package let ranges: [ClosedRange<Int>]
    /// Whether it says what all other cells mean: `anything-else is ignored`.
    package let isRest: Bool
    package let meaning: Meaning

    package init(cells: [ExportCell], ranges: [ClosedRange<Int>] = [], isRest: Bool = false, meaning: Meaning) {
      self.cells = cells
      self.ranges = ranges
      self.isRest = isRest
      self.meaning = meaning
    }
  }

  /// `where "Status" is "Closed", "Resolved"`, or `where "Channel" is not "TEST"`.
  package struct Condition: Sendable, Equatable {
    package let column: String
    package let cells: [ExportCell]
    /// Whether rows with such a cell are left out; else all others are.
    package let isNot: Bool

    package init(column: String, cells: [ExportCell], isNot: Bool = false) {
      self.column = column
      self.cells = cells
      self.isNot = isNot
    }
  }

  /// One `answer` line.
  package struct Question: Sendable {
    package enum Source: Hashable, Sendable {
      case column(String)
      /// A duration between two time columns.
      case between(from: String, to: String)

      /// Whether a case may have no end yet.
      package var isBetween: Bool { if case .between = self { true } else { false } }
    }

    package let metric: Metric
    package let source: Source
    package let span: Span
    /// What it is about: one thing, or several touchpoints of a journey; nil: the touchpoint column says.
    package var subject: [Reference]?
    /// Worst to best bound as written, low first.
    package var scale: ClosedRange<Int>?
    /// Whether a low answer is a good one: `scale 6..1`, or `lower-is-easier`.
    package var lowerIsBetter = false
    /// How far above the worst an answer is the least that counts as satisfied or easy; nil where that is not declared.
    package var leastGood: Int?
    package var unused: [ExportCell] = []
    package var blank: [ExportCell] = []
    /// `in hours`: seconds a unit.
    package var secondsPerUnit: Double?
    /// Where times are written as `1:30`: how many seconds the number before the colon counts, 3600 of `in "h:mm"`. A
    /// number without a colon is no time then.
    package var secondsBeforeColon: Int?
    package var conditions: [Condition] = []
    package var rows: [Row] = []
    /// Whether it is counted with which answers about the journey's parts its own go.
    package var hasDrivers = false

    package init(metric: Metric, source: Source, span: Span) {
      self.metric = metric
      self.source = source
      self.span = span
    }
  }
}

extension Feedback.Question {
  /// Whether it is about a part of a journey, in answers of few enough kinds: what may drive those about the whole.
  package func mayDrive(_ journey: Journey.ID) -> Bool {
    guard !hasDrivers, metric != .resolution, let first = subject?.first, (scale?.count ?? 2) <= Self.mostAnswers else {
      return false
    }
    switch first {
    case .touchpoint(_, let other), .phase(_, let other): return other == journey
    case .journey, .workspace: return false
    }
  }

  /// The journey of which it has drivers.
  package var drivenJourney: Journey.ID? {
    if hasDrivers, case .journey(let journey)? = subject?.first { journey } else { nil }
  }

  /// How many different answers a question has at most that is counted together with others: 0 to 10.
  package static let mostAnswers = 11
}
