internal import JourneySource
internal import JourneySyntax

extension Diagnostic {
  static func unvalued(
    _ unvalued: SheetNotes.Unvalued, _ column: String, of path: String, at span: Span
  ) -> Self {
    let formulas =
      unvalued.count == 1 ? "1 formula without its result" : "\(unvalued.count) formulas without their results"
    return .init(
      .formulaWithoutValue, at: span,
      "column \"\(column.shownShort)\" of \"\(path.shownShort)\" has \(formulas), the first in row \(unvalued.firstRow)",
      help: "open the workbook in Excel and save it")
  }

  static func sheetWithoutWorkbook(_ sheet: String, of files: Int, at span: Span) -> Self {
    let subject = files == 1 ? "its export is not a workbook" : "none of its \(files) exports is a workbook"
    return .init(
      .sheetWithoutWorkbook, at: span, "the feedback names sheet \"\(sheet.shownShort)\", but \(subject)",
      help: "delete the line sheet \"\(sheet.shownShort)\"")
  }

  static func equalRows(_ count: Int, isSample: Bool, in paths: [String], at span: Span) -> Self {
    let rows = isSample ? "rows" : count == 1 ? "1 row" : "\(count) rows"
    let names = paths.map { "\"\($0.shownShort)\"" }.joined(separator: " and ")
    return .init(
      .equalRows, at: span, "\(rows) \(count == 1 ? "is" : "are") in both \(names), with the same text in all cells",
      help: "delete the file that repeats them; if they are different answers, put all rows into one file")
  }

  static func mixedDates(
    _ left: Audit.LeftOut, _ formats: Audit.Formats, _ rest: (format: String, fits: Int), at span: Span
  ) -> Self {
    .init(
      .ambiguousDate, at: span, "dates are written in two ways\(left.whereFirst)",
      help: "write one of the two: format \"\(formats.most.format)\" fits \(formats.most.fits) of \(formats.dates), "
        + "\"\(rest.format)\" fits \(rest.fits); correct the other dates in the export")
  }

  static func ambiguousDates(_ left: Audit.LeftOut, _ formats: [String], at span: Span) -> Self {
    let formats = (formats.isEmpty ? ["MM/DD/YYYY", "DD/MM/YYYY"] : formats).map { "format \"\($0)\"" }
    return .init(
      .ambiguousDate, at: span,
      "\(left.count == 1 ? "1 date" : "\(left.count) dates") can be read in two ways\(left.whereFirst)",
      help: "say how dates are written: " + formats.joined(separator: " or "))
  }

  static func ambiguousNumbers(_ left: Audit.LeftOut, at span: Span) -> Self {
    .init(
      .ambiguousNumber, at: span,
      "\(left.count == 1 ? "1 number" : "\(left.count) numbers") can be read in two ways\(left.whereFirst)",
      help: "say which sign comes before the decimals: decimal \",\" or decimal \".\"")
  }
}

extension Audit.LeftOut {
  /// `, the first in column "Date" of "a.csv", line 2`
  fileprivate var whereFirst: String {
    let column = first.column.map { " in column \"\($0)\"" } ?? ""
    return ", the first\(column) of \"\(first.path.shownShort)\", line \(first.line)"
  }
}
