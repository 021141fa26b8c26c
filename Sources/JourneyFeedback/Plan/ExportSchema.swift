internal import Workbook

/// How a file is laid out: its form, its header, and where its answers begin.
struct ExportSchema {
  var form: RecordFormat
  var encoding: Audit.AuditedFile.TextEncoding
  /// Of a workbook, the name of the sheet.
  var sheet: String?
  var columns: Columns
  /// How many of the columns are read: of JSON Lines those that the feedback uses, which stand first.
  var cells: Int
  var vendor: Audit.AuditedFile.Vendor?
  /// Rows before the answers, those above the header included.
  var headerRows = 0
  /// Where the first row of answers starts in the text, and how many lines are above it.
  var start = 0
  var linesAbove = 0
  /// The zone of a Qualtrics file's dates.
  var zone: String?
  /// What the third row of a Qualtrics file calls each column.
  var importIDs: [Int: String] = [:]

  /// Finds the header by the names that a feedback uses.
  init(_ opened: ExportHandle, names: [String]) throws(ExportProblem) {
    encoding = opened.encoding
    if let chosen = opened.sheet {
      form = .sheet
      sheet = chosen.sheet.name
      columns = Columns([])
      cells = 0
      try readTable(opened, from: 0, names)
      return
    }
    if encoding == .utf8, !opened.isMarked { encoding = Self.guess(opened) }
    let newline: UInt8 = opened.head.contains(0x0A) || !opened.head.contains(0x0D) ? 0x0A : 0x0D
    var start = opened.textStart
    while start < opened.head.count, opened.head[start] == newline || opened.head[start] == 0x0D { start += 1 }
    let marks = opened.head.indices[start...].lazy.filter { opened.head[$0] > 0x20 }.prefix(2).map {
      (at: $0, byte: opened.head[$0])
    }
    if marks.map(\.byte).elementsEqual("[{".utf8) { throw .jsonList }
    if let mark = marks.first, mark.byte == UInt8(ascii: "{") {
      start = mark.at
      form = .jsonLines
      form.newline = newline
      form.delimiter = newline
      let keys = Columns(try jsonKeys(opened, from: start, form, naming: names))
      let used = keys.places(of: names)
      let order = used.sorted() + keys.names.indices.filter { !used.contains($0) }
      columns = Columns(order.map { keys.names[$0] })
      cells = used.count
      self.start = start
      linesAbove = opened.head[..<start].count { $0 == newline }
      return
    }
    form = RecordFormat(delimiter: 0x2C, newline: newline)
    columns = Columns([])
    cells = 0
    if let declared = Self.declaredDelimiter(opened.head, at: start) {
      form.delimiter = declared.delimiter
      start = declared.next
    } else {
      form.delimiter = Self.delimiter(opened, from: start, newline, names)
    }
    try readTable(opened, from: start, names)
  }

  /// Finds the header, and where the rows below it start.
  private mutating func readTable(_ opened: ExportHandle, from start: Int, _ names: [String]) throws(ExportProblem) {
    let records = HeadRecords(opened, from: start, form, encoding)
    guard let header = records.header(naming: names) else { throw .noHeader }
    readHeader(records, header, padding: [])
    // Delimiters at the end of all rows but the header: a column without a name.
    let rows = records.rows.dropFirst(header + headerRows)
    if !rows.isEmpty, rows.allSatisfy({ $0.count == columns.names.count + 1 && $0.last?.isEmpty == true }) {
      readHeader(records, header, padding: [""])
    }
    cells = columns.names.count
    self.start = records.ends[min(header + headerRows, records.ends.count) - 1]
    headerRows += header
    linesAbove = opened.head[..<min(self.start, opened.head.count)].count { $0 == form.newline }
  }

  private mutating func readHeader(_ records: HeadRecords, _ index: Int, padding: [String]) {
    let header = records.rows[index] + padding
    let second = index + 1 < records.rows.count ? records.rows[index + 1] : []
    let third = index + 2 < records.rows.count ? records.rows[index + 2] : []
    columns = Columns(header)
    let several = Self.severalRows(header, second, third)
    headerRows = several?.rows ?? 1
    switch several?.vendor {
    case .qualtrics:
      columns = Columns(header, others: second)
      zone = third.lazy.compactMap { importValue("timeZone", in: $0) }.first
      for (column, cell) in third.enumerated() { importIDs[column] = importValue("ImportId", in: cell) }
    case .legacyQualtrics: columns = Columns(header, others: second)
    case .surveyMonkey: columns = Columns(surveyMonkey: header, second)
    default: break
    }
    vendor = several?.vendor ?? Audit.AuditedFile.Vendor(header: Set(header))
  }

  /// Whose header has several rows, and how many.
  static func severalRows(
    _ header: [String], _ second: [String], _ third: [String]
  ) -> (vendor: Audit.AuditedFile.Vendor, rows: Int)? {
    if third.contains(where: { $0.hasPrefix("{\"ImportId\":") }) { return (.qualtrics, 3) }
    if header.starts(with: ["V1", "V2", "V3"]), second.first == "ResponseID" { return (.legacyQualtrics, 2) }
    return isSurveyMonkey(header, second) ? (.surveyMonkey, 2) : nil
  }

  /// Windows-1252 where more bytes are not UTF-8 than sequences are.
  static func encoding(valid: Int, invalid: Int) -> Audit.AuditedFile.TextEncoding {
    invalid > valid ? .windows1252 : .utf8
  }

  private static func guess(_ opened: ExportHandle) -> Audit.AuditedFile.TextEncoding {
    let (valid, invalid) = countCharacters(opened.head, isWhole: opened.headIsWhole)
    return encoding(valid: valid, invalid: invalid)
  }

  /// The line that Excel writes and reads: `sep=;`.
  private static func declaredDelimiter(_ head: [UInt8], at start: Int) -> (delimiter: UInt8, next: Int)? {
    let line = head[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), let delimiter = line.last else { return nil }
    var next = line.endIndex
    if next < head.count, head[next] == 0x0D { next += 1 }
    if next < head.count, head[next] == 0x0A { next += 1 }
    return (delimiter, next)
  }

  /// By which the most names are found; where none are, by which there are the most cells.
  private static func delimiter(_ opened: ExportHandle, from start: Int, _ newline: UInt8, _ names: [String]) -> UInt8 {
    var best: (delimiter: UInt8, found: Int, cells: Int) = (0x2C, -1, 0)
    for delimiter: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
      let form = RecordFormat(delimiter: delimiter, newline: newline)
      let records = HeadRecords(opened, from: start, form, .utf8)
      let header = records.header(naming: names).map { records.rows[$0] } ?? []
      let found = Columns(header).count(of: names)
      if (found, header.count) > (best.found, best.cells) { best = (delimiter, found, header.count) }
    }
    return best.delimiter
  }
}

/// The first rows of a file, as text.
struct HeadRecords {
  private(set) var rows: [[String]] = []
  /// Behind each of them.
  private(set) var ends: [Int] = []

  static let most = 24

  init(_ opened: ExportHandle, from start: Int, _ form: RecordFormat, _ encoding: Audit.AuditedFile.TextEncoding) {
    var head = opened.head
    if opened.headIsWhole, head.last != form.newline { head.append(form.newline) }
    var start = start
    var cells: [UInt32] = []
    while rows.count < Self.most, start < head.count {
      cells.removeAll(keepingCapacity: true)
      guard case .whole(let next) = readSlowly(head.span, from: start, to: head.count, form, ends: &cells) else {
        return
      }
      var row: [String] = []
      var cell = start
      for end in cells {
        let end = Int(end)
        let isReturned = end + 1 == next && end > cell && head[end - 1] == 0x0D
        row.append(cellText(head.span, cell..<(isReturned ? end - 1 : end), encoding))
        cell = end + 1
      }
      rows.append(row)
      ends.append(next)
      start = next
    }
  }

  /// The first of a vendor's header rows, whichever of them has the names. Else the row with the most of the names; the
  /// first where none has any. Rows above it are a title.
  func header(naming names: [String]) -> Int? {
    func row(_ index: Int) -> [String] { rows.indices.contains(index) ? rows[index] : [] }
    let vendors = rows.indices.first { ExportSchema.severalRows(rows[$0], row($0 + 1), row($0 + 2)) != nil }
    if let vendors { return vendors }
    var best = rows.firstIndex { !$0.allSatisfy(\.isEmpty) }
    var most = best.map { Columns(rows[$0]).count(of: names) } ?? 0
    for index in rows.indices.dropFirst((best ?? 0) + 1) {
      let found = Columns(rows[index]).count(of: names)
      if found > most { (best, most) = (index, found) }
    }
    return best
  }
}
