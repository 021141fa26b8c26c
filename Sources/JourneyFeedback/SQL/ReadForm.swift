package import JourneyModel
package import JourneySource

/// What a query must know of the exports of a feedback, from their first lines; a finding where no engine but Waymark
/// reads them as they are.
package func exportForm(of feedback: Feedback, files: [ExportFile]) -> Diagnosed<ExportForm> {
  var form = ExportForm(files: files.map(\.path))
  var signs: [String: Set<UInt8>] = [:]
  var formats: [String?] = []
  var diagnostics: [Diagnostic] = []
  func cannot(_ file: ExportFile, _ what: String, _ help: String) {
    diagnostics.append(
      Diagnostic(.queryImpossible, at: feedback.span, "\"\(file.path.shownShort)\" \(what)", help: help))
  }
  for file in files {
    guard let opened = try? ExportHandle(file, sheet: feedback.sheet),
      let layout = try? ExportSchema(opened, names: feedback.columnNames)
    else {
      cannot(file, "cannot be read", "run waymark tally, which says why")
      continue
    }
    guard opened.sheet == nil else {
      cannot(file, "is an Excel workbook", "run waymark tally, which reads it, or save the sheet as CSV")
      continue
    }
    guard layout.encoding == .utf8 else {
      cannot(file, "is not UTF-8", "convert it first: iconv -f \(layout.encoding.rawValue) -t UTF-8")
      continue
    }
    guard layout.form.newline == 0x0A, opened.isCompressed == file.path.hasSuffix(".gz") else {
      cannot(
        file, "is packed without .gz in its name, or its lines end in carriage returns", "unpack or convert it first")
      continue
    }
    guard !layout.form.isJSON else {
      cannot(file, "is JSON Lines", "run waymark tally, which reads it")
      continue
    }
    guard let header = rawHeader(opened, layout) else {
      cannot(file, "has no header of one row at its top", "delete what is above it, or name each column once")
      continue
    }
    let delimiter = Character(Unicode.Scalar(layout.form.delimiter))
    if let columns = form.columns, columns != header || form.delimiter != delimiter {
      cannot(file, "has other columns than the file before it", "write a feedback for each form of file")
      continue
    }
    form.columns = header
    form.delimiter = delimiter
    let known = Columns(header.map(trimmed))
    form.leftOut = (layout.vendor?.leftOut ?? []).compactMap { left in
      guard layout.ownColumn(left.column) != nil else { return nil }
      return ExportForm.LeftOutColumn(column: left.column, cells: left.leftOut, parts: left.leftOutParts)
    }
    for column in feedback.numberColumns {
      guard case .column(let place) = known.find(column) else { continue }
      if case .declared(let sign) = HeadSample(opened, layout, columns: [place]).decimalSign(of: place) {
        signs[column, default: []].insert(sign)
      }
    }
    let dated = feedback.timeColumns.compactMap { column -> Int? in
      if case .column(let place) = known.find(column) { place } else { nil }
    }
    formats.append(HeadSample(opened, layout, columns: Set(dated)).dateFormat(of: dated))
    form.answerID = layout.answerID.flatMap { id in
      guard header.indices.contains(id.column), case .column = known.find(header[id.column]) else { return nil }
      return ExportForm.AnswerIDColumn(column: trimmed(header[id.column]), isVendors: id.isVendors)
    }
  }
  form.decimalSigns = signs.compactMapValues { $0.count == 1 ? $0.first : nil }
  if Set(formats).count == 1, feedback.dateFormat == nil { form.dateFormat = formats[0] }
  return Diagnosed(form, diagnostics)
}

/// The first row with the blanks that its cells have; nil where the layout has its names from elsewhere.
private func rawHeader(_ opened: ExportHandle, _ layout: ExportSchema) -> [String]? {
  var head = opened.head
  if opened.headIsWhole, head.last != layout.form.newline { head.append(layout.form.newline) }
  var ends: [UInt32] = []
  guard
    case .whole(let next) = readSlowly(head.span, from: opened.textStart, to: head.count, layout.form, ends: &ends)
  else { return nil }
  var names: [String] = []
  var start = opened.textStart
  for end in ends.map(Int.init) {
    let isReturned = end + 1 == next && end > start && head[end - 1] == 0x0D
    names.append(rawText(head[start..<(isReturned ? end - 1 : end)]))
    start = end + 1
  }
  return names.map(trimmed) == layout.columns.names.map(trimmed) ? names : nil
}

/// A cell without its quotes, doubled ones single.
private func rawText(_ cell: ArraySlice<UInt8>) -> String {
  guard cell.count >= 2, cell.first == 0x22, cell.last == 0x22 else { return String(decoding: cell, as: UTF8.self) }
  var bytes: [UInt8] = []
  var isSecond = false
  for byte in cell.dropFirst().dropLast() {
    isSecond = byte == 0x22 && !isSecond
    if !isSecond { bytes.append(byte) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension Feedback {
  /// The columns of weights and of times to resolve.
  fileprivate var numberColumns: [String] {
    [weightColumn].compactMap { $0 }
      + questions.compactMap { question in
        guard question.metric == .resolution, case .column(let name) = question.source else { return nil }
        return name
      }
  }

  /// The columns of dates and times.
  fileprivate var timeColumns: [String] {
    Query(feedback: self, workspace: Workspace(), dialect: .duckdb, form: ExportForm()).times
  }

  /// Every column that it names.
  fileprivate var columnNames: [String] {
    Query(feedback: self, workspace: Workspace(), dialect: .duckdb, form: ExportForm()).columns
  }
}
