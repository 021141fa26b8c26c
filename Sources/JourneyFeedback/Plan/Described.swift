extension ExportSchema {
  /// How a file was read: `2 columns separated by commas, UTF-8`.
  var described: String {
    guard !form.isJSON else { return "JSON Lines, \(encoding.rawValue)" }
    let count = columns.names.count
    if let sheet {
      return "an Excel workbook, sheet \"\(sheet.shownShort)\", \(count == 1 ? "1 column" : "\(count) columns")"
    }
    let sign = Audit.AuditedFile.delimiterNames[form.delimiter].map { " separated by \($0)" } ?? ""
    return "\(count == 1 ? "1 column" : "\(count) columns")\(count == 1 ? "" : sign), \(encoding.rawValue)"
  }

  /// What seems to be wrong with the file, and the way out; nil where nothing does.
  var mistake: String? {
    guard sheet == nil else { return nil }
    let names = columns.names
    if names.count == 1, let only = names.first, only.utf8.contains(where: { [0x2C, 0x3B, 0x09].contains($0) }) {
      return "each whole line is in quotes; save the file without quotes around whole lines"
    }
    if names.contains(where: { $0.hasPrefix("\"") && $0.hasSuffix("\"") && $0.utf8.count > 2 }) {
      return "this file has blanks before quotes; save it without blanks after the separators"
    }
    return nil
  }

  /// The columns there are, where they are names. A single one may be what somebody wrote.
  var listed: String? {
    let names = columns.names.filter { !$0.isEmpty }
    guard names.count > 1, !columns.isAnswers else { return nil }
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "its columns are " + names.prefix(8).map { "\"\($0.shownShort)\"" }.joined(separator: ", ") + more
  }
}

extension Audit.AuditedFile {
  /// How people call the signs that separate columns.
  package static let delimiterNames: [UInt8: String] = [
    0x2C: "commas", 0x3B: "semicolons", 0x09: "tabs", 0x7C: "pipes",
  ]
}
