/// Makes workbooks by hand, from the XML of their parts.
package struct WorkbookMaker {
  package struct Sheet {
    package var name: String
    /// What is in `sheetData`.
    package var rows: String
    package var state: String?
    /// The sheet's part as a whole, where `rows` is not all.
    package var part: String?

    package init(_ name: String, _ rows: String, state: String? = nil, part: String? = nil) {
      (self.name, self.rows, self.state, self.part) = (name, rows, state, part)
    }
  }

  package var sheets: [Sheet]
  /// The `si` of the shared strings; nil for none.
  package var strings: String?
  /// The `numFmt` and, after them, the `numFmtId` of each style.
  package var formats = ""
  package var styles: [Int] = []
  package var countsFrom1904 = false
  /// With the namespaces of the standard instead of those of 2006.
  package var isStrict = false
  /// Parts in other folders, with paths that lead there.
  package var isElsewhere = false
  package var isPacked = false

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// One sheet, of these rows.
  package init(_ rows: String) { sheets = [Sheet("Sheet1", rows)] }

  package var bytes: [UInt8] { ZipMaker(parts).bytes }

  package var parts: [ZipMaker.Part] {
    var parts = [
      ("[Content_Types].xml", types), ("_rels/.rels", relationships([("rId1", "officeDocument", main)])),
      (main, workbook), ("\(folder)/_rels/workbook.xml.rels", workbookRelationships),
    ]
    for (index, sheet) in sheets.enumerated() {
      let part = "<worksheet xmlns=\"\(space)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
      parts.append(("\(folder)/worksheets/s\(index + 1).xml", sheet.part ?? part))
    }
    if let strings { parts.append(("\(folder)/texts.xml", "<sst xmlns=\"\(space)\">\(strings)</sst>")) }
    if !styles.isEmpty { parts.append(("\(folder)/styles.xml", styleSheet)) }
    return parts.map { ZipMaker.Part($0.0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + $0.1, isPacked: isPacked) }
  }

  private var folder: String { isElsewhere ? "book" : "xl" }
  private var main: String { "\(folder)/workbook.xml" }
  package var space: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }
  private var relationSpace: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  private var types: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" \
    ContentType="application/xml"/><Override PartName="/\(main)" \
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
    """
  }

  private var workbook: String {
    let sheets = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    return """
      <workbook xmlns="\(space)" xmlns:r="\(relationSpace)"><workbookPr date1904="\(countsFrom1904)"/>\
      <sheets>\(sheets.joined())</sheets></workbook>
      """
  }

  private var workbookRelationships: String {
    let place = isElsewhere ? "/\(folder)/" : ""
    var all = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "\(place)worksheets/s\($0 + 1).xml") }
    all.append(("rId1000", "sharedStrings", "\(place)texts.xml"))
    all.append(("rId1001", "styles", isElsewhere ? "../\(folder)/./styles.xml" : "styles.xml"))
    return relationships(all)
  }

  private func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
    let one = all.map { "<Relationship Id=\"\($0.id)\" Type=\"\(relationSpace)/\($0.kind)\" Target=\"\($0.target)\"/>" }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(one.joined())</Relationships>
      """
  }

  private var styleSheet: String {
    let styles = styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    return """
      <styleSheet xmlns="\(space)"><numFmts>\(formats)</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs>\(styles)</cellXfs></styleSheet>
      """
  }
}
