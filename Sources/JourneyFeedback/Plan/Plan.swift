internal import JourneyMetrics
internal import JourneyModel

/// A feedback with its columns found in one file: what to do with each row.
struct Plan {
  let form: RecordFormat
  let encoding: Audit.AuditedFile.TextEncoding
  /// How many cells a row has.
  let columns: Int
  /// Which rows are kept; in the order in which reasons are given.
  var filters: [Filter] = []
  var touchpoint: Lookup?
  var segment: Lookup?
  /// Nil where nothing depends on it.
  var date: Int?
  var dates = DateReader()
  var period = Feedback.PeriodRule.month
  var weight: Int?
  var weightSign = DecimalSign.unknown
  /// How dates are written, where a day above 12 showed it.
  var shownFormat: String?
  /// Whether a column showed that the comma comes before its decimals.
  var hasShownCommas = false
  var person: Int?
  /// By whose cell people were asked together.
  var cluster: Int?
  /// The column that tells an answer from all others, in whichever file it is.
  var id: AnswerID?
  /// The columns that questions' own conditions look at, each once.
  var conditions: [Conditions] = []
  var asked: [PlannedQuestion] = []
  /// Questions that share an entry for each person: of one touchpoint and one `where`, `LatestAnswerSelector.mostQuestions` at most.
  var groups: [[Int]] = []
  /// Questions that are counted together, for key drivers; nil where none are.
  var pairs: PairPlan?
  /// The columns of dates, the newest of which says until when open cases were open; empty where no case can be.
  var moments: [Int] = []

  init(form: RecordFormat, encoding: Audit.AuditedFile.TextEncoding, columns: Int) {
    self.form = form
    self.encoding = encoding
    self.columns = columns
  }

  /// Whether some question says itself what it is about, so that a row counts whatever touchpoint it names.
  var hasFixedSubjects = false

  /// An answer that is in several rows or files counts once, by this column.
  struct AnswerID {
    let column: Int
    /// Whether the column identifies answers by itself. One that only has such a name may identify people or shops, so
    /// rows must be equal in all columns.
    let isVendors: Bool
  }

  /// The columns that decide what is counted, from left to right.
  var usedColumns: [Int] {
    var used = filters.map(\.column) + conditions.map(\.column)
    used += asked.flatMap { [$0.column, $0.until].compactMap { $0 } }
    used += [touchpoint?.column, segment?.column, date, weight, person, cluster, id?.column].compactMap { $0 }
    return Set(used).sorted()
  }

  /// A column whose cells keep rows or leave them out.
  struct Filter {
    let column: Int
    let cells: CellTable
    /// Whether those cells keep a row (`where … is`) or leave it out (`is not`, a vendor's tests).
    let keeps: Bool
    let reason: Reason
    /// What else is known of a vendor's column.
    var vendor: VendorValues?
  }

  /// A column that questions' own conditions look at, and the cells that any of them names.
  struct Conditions {
    let column: Int
    private(set) var cells: CellTable
    private var numbers: [String: Int32] = [:]

    init(column: Int, _ cells: CellTable) {
      self.column = column
      self.cells = cells
    }

    /// The cells by number.
    mutating func name(_ cells: [String]) -> [Int32] {
      for cell in cells where numbers[cell] == nil {
        let number = Int32(numbers.count)
        numbers[cell] = number
        self.cells.say([cell], number)
      }
      return Set(cells.compactMap { numbers[$0] }).sorted()
    }
  }

  /// Of a column in `conditions`, which cells make a question one of the row's.
  struct RowCondition {
    let place: Int
    /// In order.
    let cells: [Int32]
    /// Whether those cells make it none of the row's, and all others do.
    let isNot: Bool
  }

  /// A column whose cells are looked up in a table.
  struct Lookup {
    static let blank: Int32 = -1
    static let ignored: Int32 = -2
    static let unknown: Int32 = -3

    let column: Int
    let meanings: CellTable
  }

  /// A question with what its cells mean.
  struct PlannedQuestion {
    /// Which of the feedback's.
    let index: Int
    let metric: Metric
    /// Whether its answers are times, which have no weight.
    let isTime: Bool
    let column: Int
    /// Of a time between two columns, the later one.
    var until: Int?
    /// Which subject; nil where a row says it.
    var subject: Int?
    /// Where its first rating stands in `Answer codes`.
    var scale = 0...0
    var secondsPerUnit = 1
    /// Of times written as `1:30`, what the number before the colon counts.
    var secondsBeforeColon: Int?
    var decimalSign = DecimalSign.unknown
    var conditions: [RowCondition] = []
    /// What cells mean before they are read as numbers.
    var meanings: CellTable

    init(index: Int, metric: Metric, column: Int, _ meanings: CellTable) {
      self.meanings = meanings
      self.index = index
      self.metric = metric
      self.column = column
      isTime = metric == .resolution
    }
  }
}

/// What a cell comes to: an answer's place in the counts, or below zero why it has none.
enum Outcome {
  static let unused: Int32 = 0
  /// A case still open; for how long, is known only once the newest date of its file is.
  static let open: Int32 = 1
  /// The lowest rating, or zero seconds.
  static let first: Int32 = 2
  static let blank: Int32 = -1
  static let ignored: Int32 = -2
  /// Not asked of this row.
  static let notAsked: Int32 = -3

  static func leftOut(_ reason: Reason) -> Int32 { -16 - Int32(reason.rawValue) }

  /// Why a cell was left out; nil for all other outcomes.
  static func reason(_ outcome: Int32) -> Reason? {
    outcome <= -16 ? Reason(rawValue: UInt8(truncatingIfNeeded: -16 - outcome)) : nil
  }

  /// The place of a time's bucket: buckets in order, without gaps.
  static func duration(_ seconds: Int) -> Int32 {
    guard seconds >= 256 else { return first + Int32(seconds) }
    let power = Int.bitWidth - 1 - seconds.leadingZeroBitCount
    return first + Int32(256 + (power - 8) * 128 + (seconds >> (power - 7)) - 128)
  }

  /// The first second of the bucket at a place.
  static func seconds(_ outcome: Int32) -> Int {
    let place = Int(outcome - first)
    guard place >= 256 else { return place }
    let (octave, step) = (place - 256).quotientAndRemainder(dividingBy: 128)
    return (128 + step) << (octave + 1)
  }

  /// The place of a case still open after so many seconds, behind those of all durations.
  static func stillOpen(_ seconds: Int) -> Int32 { duration(seconds) + firstStillOpen }

  /// The place of a time as long as a case has been open; nil for any other outcome.
  static func openTime(_ outcome: Int32) -> Int32? {
    outcome >= firstStillOpen ? outcome - firstStillOpen : nil
  }

  private static let firstStillOpen: Int32 = 1 << 13

  /// Twelve digits of seconds, as tally files have them.
  static let longest = 999_999_999_999
}
