internal import JourneySource

/// The rows of a small table that people filled in, such as the votes of a room: with commas, semicolons or tabs, quoted
/// and encoded as spreadsheets do.
package struct Table: Sendable {
  /// As the first row names them, or the first in which any of the names stands.
  package let columns: [String]
  /// Each row with its line, from 1; blank ones are left out.
  package private(set) var rows: [(line: Int, cells: [String])] = []

  /// - Parameter names: of columns that it should have; by them the header and the delimiter are found.
  /// - Returns: nil where the bytes are no table.
  package init?(_ bytes: [UInt8], naming names: [String]) {
    let file = ExportFile(path: "", source: ByteSource(bytes))
    guard let opened = try? ExportHandle(file), let layout = try? ExportSchema(opened, names: names),
      !layout.form.isJSON,
      let stream = try? opened.stream(from: layout.start)
    else { return nil }
    columns = layout.columns.names
    var sink = Cells(encoding: layout.encoding)
    var reader = RowReader(stream, from: layout.start, layout.form)
    guard (try? reader.read(until: .max, &sink)) != nil, sink.isWhole else { return nil }
    rows = sink.rows.map { (layout.linesAbove + $0.line + 1, $0.cells) }
  }

  private struct Cells: RowSink {
    let encoding: Audit.AuditedFile.TextEncoding
    var rows: [(line: Int, cells: [String])] = []
    var isWhole = true

    mutating func take(
      _ row: RowPlace, _ bytes: Swift.Span<UInt8>, _ ends: Swift.Span<UInt32>, _ lines: inout LineCount
    ) {
      let cells = (0..<row.count).map { cellText(bytes, row.cell($0, ends), encoding) }
      if !cells.allSatisfy(\.isEmpty) { rows.append((lines.line(at: row.start, in: bytes), cells)) }
    }

    mutating func leaveOut(
      _ reason: Reason, _ row: RowPlace, _ bytes: Swift.Span<UInt8>, _ lines: inout LineCount
    ) { isWhole = false }
  }
}
