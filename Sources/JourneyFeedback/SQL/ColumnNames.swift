internal import JourneyModel
internal import JourneySource

extension Query {
  /// Finds each column in the header, if that is known, as the reader of exports does.
  mutating func lookUpColumns() {
    guard let header = namesInEngine else { return }
    let known = Columns(header.map(trimmed))
    for (index, column) in columns.enumerated() {
      switch known.find(column) {
      case .column(let place):
        let isAlone = dialect == .postgres || header.count { $0.lowercased() == header[place].lowercased() } == 1
        if !isAlone { diagnostics.append(.repeatedColumn(column, dialect, of: feedback)) }
        places[index] = place
        spellings[index] = header[place]
      case .repeated: diagnostics.append(.repeatedColumn(column, dialect, of: feedback))
      case .missing(let nearest): diagnostics.append(.missingColumn(column, nearest: nearest, of: feedback))
      }
    }
  }

  /// The header as the engine knows it: DuckDB takes blanks off.
  private var namesInEngine: [String]? { dialect == .duckdb ? form.columns?.map(trimmed) : form.columns }

  /// The columns of a whole row, for ties: those of the header that have a name of their own, or those of the feedback.
  var rowColumns: [String] {
    guard let header = namesInEngine else { return spellings }
    guard dialect != .postgres else { return header }
    var counts: [String: Int] = [:]
    for name in header { counts[name.lowercased(), default: 0] += 1 }
    return header.filter { !$0.isEmpty && counts[$0.lowercased()] == 1 && dialect.canName($0) }
  }
}

extension SQLDialect {
  /// Whether a column of that name can be asked for; Spark would put a variable in place of a part of it.
  func canName(_ column: String) -> Bool { self != .spark || !column.contains("${") }
}

/// Without the blanks around it.
func trimmed(_ text: String) -> String {
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
  let bytes = text.utf8
  guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
  else {
    return ""
  }
  return String(text[first...last])
}
