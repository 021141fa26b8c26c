package import JourneySource

/// A workbook of Excel 2007 or newer (ISO 29500, both its forms), ready for its sheets to be read row by row.
package struct Workbook: Sendable {
  package struct Sheet: Sendable, Equatable {
    package let name: String
    package let isHidden: Bool
    let part: String
  }

  /// Whether a file that begins so may be a workbook, of whatever kind.
  package static func isLikely(_ start: [UInt8]) -> Bool {
    start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: "PK\u{5}\u{6}".utf8)
      || start.starts(with: CompoundFile.mark)
  }

  /// Its worksheets, as they stand from left to right; sheets that are one chart are none.
  package private(set) var sheets: [Sheet] = []

  private let archive: ZipArchive
  private let countsFrom1904: Bool
  private let strings: ZipArchive.ZipEntry?
  private let styles: ZipArchive.ZipEntry?

  package init(_ source: ByteSource) throws(WorkbookProblem) {
    if try Bytes(source, 0, min(8, source.count)).starts(with: CompoundFile.mark) {
      throw .other(CompoundFile.kind(of: source))
    }
    archive = try ZipArchive(source)
    guard let types = try ContentTypes(archive) else { throw .other(archive.otherKind) }
    guard let main = try Relationships(of: "", in: archive).part(.officeDocument) else { throw .other(.archive) }
    if let kind = types.otherKind(of: main) { throw .other(kind) }
    guard let entry = archive[main] else { throw .damaged(.missingPart) }
    let relationships = try Relationships(of: main, in: archive)
    strings = relationships.part(.sharedStrings).flatMap { [archive] in archive[$0] }
    styles = relationships.part(.styles).flatMap { [archive] in archive[$0] }
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.part))
    var (sheets, countsFrom1904): ([Sheet], Bool) = ([], false)
    reading: while true {
      switch try xml.next() {
      case .start(.workbookPr): xml.attributes { word, value in if word == .date1904 { countsFrom1904 = value.isTrue } }
      case .start(.sheet):
        let texts = xml.texts()
        guard sheets.count < WorkbookLimits.listed, let name = texts[.name],
          let part = texts[.relation].flatMap({ relationships.part($0, .worksheet) })
        else { continue }
        sheets.append(Sheet(name: name, isHidden: texts[.state].map { $0 != "visible" } ?? false, part: part))
      case .finish: break reading
      default: continue
      }
    }
    (self.sheets, self.countsFrom1904) = (sheets, countsFrom1904)
  }

  /// The first visible worksheet, or the one of a name: as written, then whatever its case.
  package func sheet(named name: String?) throws(WorkbookProblem) -> Sheet {
    guard let name else {
      guard let first = sheets.first(where: { !$0.isHidden }) else { throw .noSheet }
      return first
    }
    let lower = name.lowercased()
    if let sheet = sheets.first(where: { $0.name == name }) ?? sheets.first(where: { $0.name.lowercased() == lower }) {
      return sheet
    }
    throw .missingSheet(name, sheets: sheets.map(\.name).nearestFirst(to: name))
  }

  package func rows(of sheet: Sheet) throws(WorkbookProblem) -> SheetRows {
    guard let entry = archive[sheet.part] else { throw .damaged(.missingPart) }
    let xml = try PartXML(PartReader(entry, of: archive, most: WorkbookLimits.sheet))
    return SheetRows(
      xml,
      strings: try strings.map { (entry) throws(WorkbookProblem) in try SharedStrings(entry, of: archive) } ?? .init(),
      formats: try styles.map { (entry) throws(WorkbookProblem) in try NumberFormats(entry, of: archive) } ?? .init(),
      countsFrom1904: countsFrom1904)
  }
}

extension [String] {
  /// The one that is closest to a word first, the others as they stand.
  fileprivate func nearestFirst(to word: String) -> [String] {
    guard let nearest = closest(to: word), let place = firstIndex(of: nearest) else { return self }
    return [nearest] + self[..<place] + self[(place + 1)...]
  }
}
