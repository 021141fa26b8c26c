internal import JourneySource
internal import Workbook

extension Diagnostic {
  static func unreadable(_ path: String, _ problem: ExportProblem, at span: Span) -> Self {
    let words = problem.words
    return .init(
      .unreadableExport, at: span, "cannot read \"\(path.shownShort)\": \(words.reason)", help: words.help)
  }
}

/// Why, and what to do.
private typealias ProblemWords = (reason: String, help: String?)

extension ExportProblem {
  fileprivate var words: ProblemWords {
    switch self {
    case .unreadable: ("reading it failed", nil)
    case .bomb:
      (
        "it unpacks to more than \(GunzipStream.mostUnpacked) times its size",
        "unpack it and look what is in it: no export packs that well"
      )
    case .brokenArchive: ("its compressed data is damaged or cut off", "fetch it again")
    case .workbook(let problem): problem.words
    case .foreign(let file): file.words
    case .empty: ("it is empty", nil)
    case .noHeader: ("it does not begin with a header", "the first row names the columns")
    case .jsonList: ("it is one JSON list", "write one object on each line: jq -c '.[]'")
    }
  }
}

extension ForeignFile {
  fileprivate var words: ProblemWords {
    switch self {
    case .page:
      ("it is a web page (HTML)", "fetch the export itself; a page in its place is often a login that has expired")
    case .xml: ("it is XML", "save it as CSV")
    case .document: ("it is a PDF", "fetch the export as CSV")
    case .richText: ("it is a text document (RTF)", "save it as plain text, CSV")
    }
  }
}

extension WorkbookProblem {
  fileprivate var words: ProblemWords {
    switch self {
    case .unreadable: ("reading it failed", nil)
    case .damaged(let damage): (damage.reason, "fetch it again, or open it in Excel and save it as .xlsx")
    case .tooManyParts: ("the workbook has more than 1,000 parts", Self.saveAsCSV)
    case .tooLarge: ("the workbook is too large: a sheet may have 256 MiB, everything else 64 MiB", Self.saveAsCSV)
    case .packedTooTightly: ("a part of it would grow by more than 200 times when unpacked", Self.saveAsCSV)
    case .zip64: ("it is packed as ZIP64, the form for very large files", "open it in Excel and save it as .xlsx")
    case .other(let kind): kind.words
    case .noSheet: ("the workbook has no visible sheet with cells", "name a sheet: sheet \"NAME\"")
    case .missingSheet(let name, let sheets):
      (
        "the workbook has no sheet \"\(name.shownShort)\"", sheets.isEmpty ? nil : "its sheets: \(sheets.shownList)"
      )
    }
  }

  private static let saveAsCSV = "save the sheet as CSV"
}

extension WorkbookProblem.Damage {
  fileprivate var reason: String {
    switch self {
    case .archive: "the workbook or ZIP file is damaged or cut off"
    case .missingPart: "the workbook is damaged: a part is missing"
    case .markup: "the workbook is damaged: a part of it is not well-formed XML"
    case .documentType: "the workbook declares a document type, as no workbook does"
    case .order: "the workbook is damaged: its rows or cells are not in order"
    case .sharedString: "the workbook is damaged: a cell names a text that is not there"
    }
  }
}

extension WorkbookProblem.DamageKind {
  fileprivate var words: ProblemWords {
    let save = "open it in Excel and save it as .xlsx"
    return switch self {
    case .protected: ("it is protected by a password", "save a copy without the password")
    case .oldExcel: ("it is an old Excel workbook (.xls)", save)
    case .binaryExcel: ("it is a binary Excel workbook (.xlsb)", save)
    case .openDocument: ("it is an OpenDocument file (.ods)", "save it as .xlsx or CSV")
    case .numbers: ("it is a Numbers document", "export it as Excel or CSV")
    case .document: ("it is a Word document", nil)
    case .presentation: ("it is a PowerPoint presentation", nil)
    case .oldOffice: ("it is an old Office file that is not a workbook", nil)
    case .archive: ("it is a ZIP file", "unpack it")
    }
  }
}

extension [String] {
  /// The first ten, in quotes.
  fileprivate var shownList: String {
    let shown = prefix(10).map { "\"\($0.shownShort)\"" }.joined(separator: ", ")
    return count > 10 ? "\(shown) and \(count - 10) more" : shown
  }
}
