/// A row that is not in the tally, or not with all its cells, for `--rejects`.
package struct Reject: Sendable {
  package let place: Audit.AuditedPlace
  package let reason: Reason
  /// The row as it stands in the (decompressed) file, without its line end. Personal: for nobody's eyes but the
  /// analyst's.
  package let bytes: [UInt8]
  private let form: RecordFormat
  private let encoding: Audit.AuditedFile.TextEncoding

  init(_ rejected: ChunkCounts.Rejected, _ task: ReadingTask) {
    place = task.place(line: rejected.line, column: rejected.column)
    reason = rejected.reason
    bytes = rejected.bytes
    form = task.plan.form
    encoding = task.layout.encoding
  }

  /// Its cells as text; a row that cannot be taken apart is one.
  package var cells: [String] {
    guard !form.isJSON, reason != .brokenQuotes, reason != .tooLong else { return [text(bytes[...], encoding)] }
    let row = bytes + [form.newline]
    var ends: [UInt32] = []
    guard case .whole = readSlowly(row.span, from: 0, to: row.count, form, ends: &ends) else {
      return [text(bytes[...], encoding)]
    }
    var start = 0
    return ends.map { end in
      defer { start = Int(end) + 1 }
      return cellText(row.span, start..<Int(end), encoding)
    }
  }
}
