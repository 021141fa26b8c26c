internal import JourneyModel

/// The cells of some columns in the first megabyte of a file: what they have in common says how the column is written.
struct HeadSample {
  private var cells: [Int: [[UInt8]]] = [:]

  /// Different cells of a column that are kept.
  private static let most = 5000

  init(_ opened: ExportHandle, _ layout: ExportSchema, columns: Set<Int>) {
    guard !layout.form.isJSON, !columns.isEmpty, let stream = try? opened.stream(from: layout.start) else { return }
    var sink = Sink(columns: columns.sorted(), width: layout.cells)
    var reader = RowReader(stream, from: layout.start, layout.form)
    _ = try? reader.read(until: layout.start + RowReader.longestRow, &sink)
    cells = sink.cells
  }

  private struct Sink: RowSink {
    let columns: [Int]
    let width: Int
    var cells: [Int: [[UInt8]]] = [:]
    private var seen: [Int: Set<[UInt8]>] = [:]

    init(columns: [Int], width: Int) {
      self.columns = columns
      self.width = width
    }

    mutating func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount) {
      guard row.count == width else { return }
      for column in columns where seen[column]?.count ?? 0 < HeadSample.most {
        let cell = unquoted(bytes, row.cell(column, ends))
        guard !cell.isEmpty, cell.count <= 40 else { continue }
        let text = copy(bytes, cell)
        if seen[column, default: []].insert(text).inserted { cells[column, default: []].append(text) }
      }
    }

    mutating func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount) {}
  }

  /// The sign before the decimals, where a cell of the column shows it and none shows the other: `2.5` and `0.125` do,
  /// `1.250` does not.
  func decimalSign(of column: Int) -> DecimalSign {
    var signs: Set<UInt8> = []
    for cell in cells[column] ?? [] where !DecimalCell.isGrouped(cell.span, 0..<cell.count) {
      guard DecimalCell(cell.span, 0..<cell.count, .any, isWeight: true) != nil else { continue }
      if let sign = cell.first(where: { $0 == 0x2E || $0 == 0x2C }) { signs.insert(sign) }
    }
    guard signs.count == 1, let sign = signs.first else { return .unknown }
    return .declared(sign)
  }

  /// How the dates of columns are written, where no other order of day and month fits them: a day above 12 decides. What
  /// is no date in any order, such as a word, decides nothing.
  func dateFormat(of columns: [Int]) -> String? {
    let all = all(columns)
    // Dates that need no format would be none in one.
    guard !all.contains(where: { reads($0, DateReader()) }) else { return nil }
    let fits = Self.orders.map { (format: $0, cells: fitting($0, all)) }
    let dated = fits.reduce(into: Set<[UInt8]>()) { $0.formUnion($1.cells) }
    let whole = fits.filter { $0.cells.count == dated.count }
    return !dated.isEmpty && whole.count == 1 ? whole.first?.format : nil
  }

  /// The orders of day and month that fit the most cells of columns.
  func orders(of columns: [Int]) -> [String] {
    let all = all(columns)
    let fits = Self.orders.map { (format: $0, count: fitting($0, all).count) }
    guard let most = fits.map(\.count).max(), most > 0 else { return [] }
    return fits.filter { $0.count == most }.map(\.format)
  }

  /// The format that fits the most cells of columns, at least half of those that are dates; and the one that fits the most
  /// of the rest, where there are two in them.
  func formats(of columns: [Int]) -> Audit.Formats? {
    let all = all(columns)
    let names = Self.orders + Self.others
    func best(_ cells: [[UInt8]]) -> (format: String, cells: Set<[UInt8]>)? {
      let fits = names.map { (format: $0, cells: fitting($0, cells)) }
      guard let most = fits.map(\.cells.count).max(), most > 0 else { return nil }
      return fits.first { $0.cells.count == most }
    }
    let dates = all.filter { cell in cell.contains { 0x30...0x39 ~= $0 } }
    guard let first = best(dates), first.cells.count * 2 >= dates.count else { return nil }
    let second = best(dates.filter { !first.cells.contains($0) && !reads($0, DateReader()) })
    return Audit.Formats(
      most: (first.format, first.cells.count), rest: second.map { ($0.format, $0.cells.count) }, dates: dates.count)
  }

  /// The different cells of columns.
  private func all(_ columns: [Int]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return columns.flatMap { cells[$0] ?? [] }.filter { seen.insert($0).inserted }
  }

  private func fitting(_ format: String, _ cells: [[UInt8]]) -> Set<[UInt8]> {
    let reader = DateReader(format: DateFormat(format))
    return Set(cells.filter { reads($0, reader) })
  }

  private func reads(_ cell: [UInt8], _ reader: DateReader) -> Bool {
    (try? reader.read(cell.span, 0..<cell.count)) != nil
  }

  /// With a time of day or without: the day's format takes both.
  private static let orders = ["/", ".", "-"].flatMap { sign in
    ["YYYY", "YY"].flatMap { ["MM\(sign)DD\(sign)\($0)", "DD\(sign)MM\(sign)\($0)"] }
  }

  private static let others = [
    "YYYY-MM-DD", "DD MMM YYYY", "DD. MMM YYYY", "DD-MMM-YYYY", "DD-MMM-YY", "MMM DD, YYYY", "MMM DD YYYY",
    "YYYY MMM DD", "DD MMM, YYYY", "DD MMM YY", "MMM DD, YYYY, h:mm A", "DD/MMM/YYYY", "MM/DD/YYYY, h:mm:ss A",
    "DD.MM.YYYY, HH:mm:ss", "DD/MM/YYYY, HH:mm:ss", "MM/DD/YYYY - HH:mm", "DD.MM.YYYY - HH:mm",
  ]

  /// Whether most cells of a column are the numbers by which spreadsheets count days: `46112`, `46112.625`.
  func hasDayNumbers(_ column: Int) -> Bool {
    let all = cells[column] ?? []
    let numbers = all.count { cell in
      guard let number = DecimalCell(cell.span, 0..<cell.count, .any), !number.isNegative else { return false }
      let day = (0..<number.places).reduce(number.digits) { digits, _ in digits / 10 }
      return 20_000..<80_000 ~= day
    }
    return numbers * 2 > all.count
  }
}

extension Plan {
  /// Takes from the file's first rows what the feedback does not say: the sign before decimals, and whether day or month
  /// comes first.
  mutating func decide(_ opened: ExportHandle, _ layout: ExportSchema, _ feedback: Feedback) {
    // Of numbers that are no texts the sign is known.
    let known = form.isJSON || form == .sheet ? DecimalSign.declared(0x2E) : nil
    let declared = form == .sheet ? known : feedback.decimalSign.map(DecimalSign.declared) ?? known
    weightSign = declared ?? .unknown
    for index in asked.indices { asked[index].decimalSign = declared ?? .unknown }
    let times = asked.indices.filter { asked[$0].isTime && asked[$0].until == nil }
    let between = asked.flatMap { asked in asked.until.map { [asked.column, $0] } ?? [] }
    let dated = Set(between + [date].compactMap { $0 }).sorted()
    var columns: Set<Int> = []
    if declared == nil { columns.formUnion(times.map { asked[$0].column } + [weight].compactMap { $0 }) }
    if dates.format == nil { columns.formUnion(dated) }
    guard !columns.isEmpty else { return }
    let sample = HeadSample(opened, layout, columns: columns)
    if declared == nil {
      if let weight { weightSign = sample.decimalSign(of: weight) }
      for index in times { asked[index].decimalSign = sample.decimalSign(of: asked[index].column) }
    }
    hasShownCommas = declared == nil && ([weightSign] + times.map { asked[$0].decimalSign }).contains(.declared(0x2C))
    if dates.format == nil, let format = sample.dateFormat(of: dated) {
      dates.format = DateFormat(format)
      shownFormat = format
    }
  }
}
