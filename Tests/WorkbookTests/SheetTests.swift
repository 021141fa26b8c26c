import Fuzzing
import JourneySource
import Testing

@testable import Workbook

/// The rows of workbooks made by hand.
@Suite struct SheetTests {
  /// Each row as its number and its cells: `2h: A=5 C="text"`, with `h` for a hidden one.
  static func rows(_ maker: WorkbookMaker, sheet: String? = nil) throws -> [String] {
    let workbook = try Workbook(ByteSource(maker.bytes))
    let reader = try workbook.rows(of: workbook.sheet(named: sheet))
    var rows: [String] = []
    while try reader.next() {
      let row = reader.row
      func text(_ range: Range<Int>) -> String { String(decoding: row.bytes[range], as: UTF8.self) }
      let cells = row.cells.map { cell in
        let column = cell.column < 26 ? String(Unicode.Scalar(UInt8(65 + cell.column))) : "\(cell.column)"
        switch cell.value {
        case .text(let range): return "\(column)=\"\(text(range))\""
        case .number(let range): return "\(column)=\(text(range))"
        case .error(let range): return "\(column)!\(text(range))"
        case .truth(let isTrue): return "\(column)=\(isTrue)"
        case .moment(let moment): return "\(column)=\(moment.kind) \(moment.seconds)"
        }
      }
      let unvalued = row.unvalued.isEmpty ? "" : " unvalued \(row.unvalued)"
      rows.append("\(row.number)\(row.isHidden ? "h" : ""): " + cells.joined(separator: " ") + unvalued)
    }
    return rows
  }

  static func rows(_ text: String) throws -> [String] { try rows(WorkbookMaker(text)) }

  @Test func `cells of every type`() throws {
    var maker = WorkbookMaker(
      """
      <row r="1"><c r="A1"><v>5.0</v></c><c r="B1" t="n"><v>0.1</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>\
      <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1</f><v>a&amp;b</v></c><c r="G1" t="s"><v>1</v></c>\
      <c r="H1" t="inlineStr"><is><t>in</t></is></c><c r="I1" t="d"><v>2026-08-01T10:00:00</v></c></row>
      """)
    maker.strings = "<si><t>zero</t></si><si><t>one</t></si>"
    #expect(
      try Self.rows(maker) == [
        "1: A=5 B=0.1 C=true D=false E!#N/A F=\"a&b\" G=\"one\" H=\"in\" I=\"2026-08-01T10:00:00\""
      ])
  }

  @Test func `texts of several runs, with phonetics, blanks and escapes`() throws {
    var maker = WorkbookMaker((0..<7).map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }.joined())
    maker.strings = """
      <si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とう\
      きょう</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_\nb</t></si><si><t>_x005F_x000D_</t></si>\
      <si><t>_xD83D__xDE00_ _xD83D_ _xDE00_ _x0000__x001E_</t></si><si><t><![CDATA[<&>]]> &lt;&#65;</t></si><si/>
      """
    #expect(
      try Self.rows(maker) == [
        "1: A=\"two runs\"", "2: A=\"東京\"", "3: A=\"a\r\nb\"", "4: A=\"_x000D_\"",
        "5: A=\"😀 \u{FFFD} \u{FFFD} \u{FFFD}\u{FFFD}\"", "6: A=\"<&> <A\"", "7: ",
      ])
  }

  @Test func `cells and rows without references, or with gaps`() throws {
    #expect(
      try Self.rows("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>") == [
        "1: A=1 B=2", "2: ", "3: A=3",
      ])
    #expect(
      try Self.rows(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c><c r=\"XFD2\"><v>3</v></c></row><row r=\"1048576\"/>") == [
          "2: B=1 C=2 16383=3", "1048576: ",
        ])
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>",
    "<row r=\"99999999999999999999\"/>", "<row r=\"-1\"/>", "<row r=\"x\"/>", "<row r=\"1048576\"/><row/>",
    "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"AAAAA1\"/></row>", "<row r=\"1\"><c r=\"A2\"/></row>",
    "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>",
    "<row r=\"1\"><c r=\"1\"/></row>", "<row r=\"1\"><c r=\"\"/></row>", "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
    "<row><row/></row>", "<row><c><c/></c></row>",
  ])
  func `rows and cells out of order are damage`(rows: String) {
    #expect(throws: WorkbookProblem.damaged(.order)) { try Self.rows(rows) }
  }

  @Test(arguments: ["2", "-1", "x", "99999999999999999999", "1.0"])
  func `a shared string that is not there is damage`(index: String) {
    var maker = WorkbookMaker("<row><c t=\"s\"><v>\(index)</v></c></row>")
    maker.strings = "<si><t>zero</t></si><si><t>one</t></si>"
    #expect(throws: WorkbookProblem.damaged(.sharedString)) { try Self.rows(maker) }
  }

  @Test func `dates by their styles`() throws {
    var maker = WorkbookMaker(
      (0..<5).map { "<row><c s=\"\($0)\"><v>46023.5</v></c></row>" }.joined()
        + "<row><c s=\"1\"><v>x</v></c><c s=\"99\"><v>7</v></c></row>")
    maker.formats =
      "<numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"165\" formatCode=\"0 &quot;h&quot;\"/>"
    maker.styles = [0, 14, 22, 164, 165]
    let days = [
      "1: A=46023.5", "2: A=dayAndTime 1767268800", "3: A=dayAndTime 1767268800", "4: A=time 3976430400",
      "5: A=46023.5",
    ]
    #expect(try Self.rows(maker) == days + ["6: A=\"x\" B=7"])
    maker.countsFrom1904 = true
    #expect(try Self.rows(maker)[1] == "2: A=dayAndTime \(1_767_268_800 + 1_462 * 86_400)")
  }

  @Test func `formulas with their results, and without`() throws {
    let rows = """
      <row><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c><f>1+1</f><v/></c><c t="str"><f>""</f><v></v></c>\
      <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="s"><f>A1</f></c><c/></row>
      """
    #expect(try Self.rows(rows) == ["1: A=2 E!#DIV/0! unvalued [1, 2, 5]"])
  }

  @Test func `hidden rows are known`() throws {
    #expect(
      try Self.rows("<row hidden=\"1\"/><row hidden=\"true\"/><row hidden=\"0\"/><row hidden=\"false\"/>") == [
        "1h: ", "2h: ", "3: ", "4: ",
      ])
  }

  @Test func `the first visible sheet, or the one that is named`() throws {
    var maker = WorkbookMaker([
      .init("Notes", "", state: "hidden"), .init("Old", "", state: "veryHidden"),
      .init("Form 1", "<row><c><v>1</v></c></row>"),
      .init("Büro", "<row><c><v>2</v></c></row>"),
    ])
    #expect(try Self.rows(maker) == ["1: A=1"])
    #expect(try Self.rows(maker, sheet: "form 1") == ["1: A=1"])
    #expect(try Self.rows(maker, sheet: "BÜRO") == ["1: A=2"])
    #expect(try Self.rows(maker, sheet: "Notes").isEmpty)
    #expect(throws: WorkbookProblem.missingSheet("Form1", sheets: ["Form 1", "Notes", "Old", "Büro"])) {
      try Self.rows(maker, sheet: "Form1")
    }
    maker.sheets = [.init("Notes", "", state: "hidden")]
    #expect(throws: WorkbookProblem.noSheet) { try Self.rows(maker) }
  }

  @Test(arguments: [false, true], [false, true])
  func `both namespaces, and parts wherever they are`(isStrict: Bool, isElsewhere: Bool) throws {
    var maker = WorkbookMaker("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46023</v></c></row>")
    maker.strings = "<si><t>text</t></si>"
    maker.styles = [0, 14]
    (maker.isStrict, maker.isElsewhere, maker.isPacked) = (isStrict, isElsewhere, true)
    #expect(try Self.rows(maker) == ["1: A=\"text\" B=day 1767225600"])
  }

  @Test func `names with prefixes, and what is of other namespaces`() throws {
    var maker = WorkbookMaker("")
    maker.sheets[0].part = """
      <x:worksheet xmlns:x="\(maker.space)" xmlns:o="urn:other"><x:sheetData><o:row/><x:row o:r="9" r="2"><o:c><o:v>1</o:v></o:c>\
      <x:c o:t="s" r="A2"><o:v>7</o:v><x:v>5</x:v></x:c><c xmlns="\(maker.space)" r="B2"><v>6</v></c></x:row></x:sheetData>\
      <x:row r="1"/></x:worksheet>
      """
    #expect(try Self.rows(maker) == ["2: A=5 B=6"])
  }

  @Test func `a document type is refused wherever it stands`() {
    let bomb = (1..<12).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    let types = [
      "<!DOCTYPE worksheet>", "<!DOCTYPE w [<!ENTITY e0 \"lol\">\(bomb)]>",
      "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE w [<!ENTITY % e SYSTEM \"http://localhost/\">%e;]>",
    ]
    for type in types {
      for part in 0..<5 {
        #expect(problem(of: type, in: part, text: "x") == .damaged(.documentType), "\(type) in \(part)")
      }
      // Where an entity is named soon after, libxml2 has complained before.
      #expect(problem(of: type, in: 4, text: "&e11;") != nil)
    }
  }

  private func problem(of type: String, in part: Int, text: String) -> WorkbookProblem? {
    var zip = ZipMaker(WorkbookMaker("<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>").parts)
    let xml = String(decoding: zip.parts[part].bytes, as: UTF8.self)
    zip.parts[part].bytes = Array(xml.replacing("?>\n", with: "?>\n\(type)").utf8)
    return ArchiveTests.problem(zip.bytes)
  }

  @Test(arguments: [
    "<row><c><v>1</v></row>", "<row", "<row><c><v>\u{1}</v></c></row>", "<row><c><v>&#0;</v></c></row>",
    "<row><c><v>&nothing;</v></c></row>", "<row><c><v>]]></v></c></row>",
  ])
  func `what is no XML is damage`(rows: String) {
    #expect(ArchiveTests.problem(WorkbookMaker("<row><c><v>1</v></c></row>" + rows).bytes) == .damaged(.markup))
  }

  @Test func `elements of any depth elsewhere are too deep at some point`() {
    let deep = String(repeating: "<x>", count: 300) + String(repeating: "</x>", count: 300)
    #expect(ArchiveTests.problem(WorkbookMaker(deep).bytes) == .damaged(.markup))
  }

  @Test func `a text of megabytes is cut, one of ten is no XML`() throws {
    let long = WorkbookMaker("<row><c><v>\(String(repeating: "x", count: 3 << 20))</v></c></row>")
    let workbook = try Workbook(ByteSource(long.bytes))
    let rows = try workbook.rows(of: workbook.sheet(named: nil))
    #expect(try rows.next() && rows.row.bytes.count > 1 << 20)
    let longer = WorkbookMaker("<row><c><v>\(String(repeating: "x", count: 11 << 20))</v></c></row>")
    #expect(ArchiveTests.problem(longer.bytes) == .damaged(.markup))
  }

  @Test func `another encoding that XML knows`() throws {
    var zip = ZipMaker(WorkbookMaker("").parts)
    let text = """
      <?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="\(WorkbookMaker("").space)"><sheetData><row><c t="inlineStr"><is>\
      <t>Grüße</t></is></c></row></sheetData></worksheet>
      """
    zip.parts[4].bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let workbook = try Workbook(ByteSource(zip.bytes))
    let rows = try workbook.rows(of: workbook.sheet(named: nil))
    #expect(try rows.next() && String(decoding: rows.row.bytes, as: UTF8.self) == "Grüße")
  }
}
