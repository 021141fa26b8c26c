import Foundation
import Fuzzing
import JourneySource
import Support
import Synchronization
import Testing

@testable import JourneyFeedback

/// Workbooks give what the same answers as CSV give.
@Suite struct WorkbookTests {
  static let folder = Golden.root.appending(path: "Tests/JourneyFeedbackTests/Workbooks")

  static func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: name))) }

  static let lines = """
    date "Completion time"
    segment "Channel" { "Web" is young  "Phone" is old }
    answer effort "How easy was it?" of apply/form scale 1..7 higher-is-easier
    answer nps "How likely are you to recommend us?" of apply scale 0..10
    answer resolution "Minutes" of apply/call in minutes
    answer fcr "Again?" of apply/call
    answer csat "Twice" of apply/mail scale 1..40
    """

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "from-csv.xlsx"])
  func `a workbook says what its CSV says, to the byte`(name: String) throws {
    let opened = try ExportHandle(ExportFile(path: name, source: ByteSource(try Self.bytes(name))))
    let text = String(decoding: opened.head, as: UTF8.self).replacing("\u{1E}", with: "\n")
    let csv = String(decoding: try Self.bytes("answers.csv"), as: UTF8.self)
    let (lines, expected) = (text.split(separator: "\n"), csv.split(separator: "\n"))
    for (line, other) in zip(lines, expected) { #expect(line == other) }
    #expect(text == csv)
  }

  @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "from-csv.xlsx"])
  func `a workbook gives the tally of its CSV`(name: String) throws {
    for lines in [Self.lines, Self.lines + "\none answer per person \"Channel\""] {
      let declared = try Declared.apply(lines)
      let csv = declared.tally([("answers.csv", try Self.bytes("answers.csv"))])
      let sheet = declared.tally([("answers.xlsx", try Self.bytes(name))], threads: 2)
      #expect(sheet.rows == csv.rows && !sheet.rows.isEmpty)
      #expect(sheet.messages.isEmpty)
      let (a, b) = (sheet.value.audit, csv.value.audit)
      #expect(a.rows.read == b.rows.read && a.answers.counted == b.answers.counted && a.addsUp)
      let file = try #require(a.files.first)
      #expect(file.vendor == .microsoftForms && file.columns == 15)
      #expect(file.form == .workbook(sheet: name == "from-csv.xlsx" ? "answers" : "Form1"))
      #expect(file.hiddenRows == (name == "from-csv.xlsx" ? 0 : 2))
    }
  }

  @Test func `formulas without results in a column that counts are an error`() throws {
    let unsaved = try Self.bytes("unsaved.xlsx")
    let result = try Declared.apply(Self.lines).tally([("a.xlsx", unsaved)])
    #expect(
      result.messages == ["column \"Twice\" of \"a.xlsx\" has 40 formulas without their results, the first in row 2"])
    #expect(result.diagnostics.map(\.rule.code) == ["formula-without-value"])
    let other = try Declared.apply(
      "date \"Start time\"\n answer effort \"How easy was it?\" of apply/form scale 1..7 higher-is-easier")
    #expect(other.tally([("a.xlsx", unsaved)]).messages.isEmpty)
  }

  static let csat = "period 2026\n answer csat \"A\" of apply/form scale 1..5"

  private func tally(_ rows: String, _ lines: String = csat) throws -> Diagnosed<FeedbackResult> {
    try Declared.apply(lines).tally([("a.xlsx", WorkbookMaker(rows).bytes)])
  }

  private static func cells(_ row: Int, _ cells: [String]) -> String {
    let cells = cells.enumerated().filter { !$0.element.isEmpty }.map { index, text in
      "<c r=\"\(Unicode.Scalar(UInt8(65 + index)))\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(row)\">\(cells.joined())</row>"
  }

  @Test func `rows are named by their number in the sheet`() throws {
    let rows = [
      (2, ["A title"]), (4, ["A", "B"]), (6, ["5", "two\nlines"]), (7, ["9"]), (20, ["x", "", "note"]), (30, ["4"]),
    ]
    let result = try tally(rows.map { Self.cells($0.0, $0.1) }.joined() + "<row r=\"99\"><c r=\"A99\" s=\"3\"/></row>")
    #expect(result.rows == ["form csat 2026 4 ×1", "form csat 2026 5 ×1"])
    #expect(
      result.left == [
        "row notANumber ×1 20 A", "row offScale ×1 7 A", "cell notANumber ×1 20 A", "cell offScale ×1 7 A",
      ])
    #expect(result.value.audit.rows.read == 4 && result.value.audit.addsUp)
  }

  @Test func `an error of Excel is no answer, and said so`() throws {
    let rows =
      Self.cells(1, ["A"])
      + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row><row r=\"3\"><c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
      + Self.cells(4, ["5"])
    let result = try tally(rows)
    #expect(result.rows == ["form csat 2026 5 ×1"])
    #expect(result.left == ["row spreadsheetError ×2 2 A", "cell spreadsheetError ×2 2 A"])
    let declared = try tally(rows, Self.csat + " blank \"#N/A\", \"#DIV/0!\"")
    #expect(declared.left == ["row noAnswer ×2 2"] && declared.value.audit.isClean)
    #expect(try Declared.apply(Self.csat).tally("A\n#REF!\n5\n").left.last == "cell spreadsheetError ×1 2 A")
  }

  @Test func `a stretch of time is one, whatever the unit`() throws {
    let waited = try Declared.apply("period 2026\n answer resolution \"Waited\" of apply/call in minutes")
    let result = waited.tally([("a.xlsx", try Self.bytes("libreoffice.xlsx"))])
    #expect(result.value.audit.answers.counted == 40 && result.value.audit.isClean)
    #expect(waited.tally([("a.csv", try Self.bytes("answers.csv"))]).rows == result.rows)
  }

  @Test func `dates that are no texts need no format, and no decimal sign is asked for`() throws {
    let lines =
      "date \"Completion time\" format \"MM/DD/YYYY\"\n decimal \",\"\n answer resolution \"Minutes\" of apply/call in minutes"
    let result = try Declared.apply(lines).tally([("a.xlsx", try Self.bytes("openpyxl.xlsx"))])
    #expect(result.value.audit.answers.counted == 40 && result.value.audit.isClean)
  }

  @Test func `merged cells of two header rows are read as in CSV`() throws {
    let rows =
      Self.cells(1, ["Respondent ID", "Collector ID", "How was it?", "", "Why?"])
      + Self.cells(2, ["", "", "Form", "Call", "Open"]) + Self.cells(3, ["1", "7", "5", "4", "fine"])
    var maker = WorkbookMaker("")
    maker.sheets[0].part = """
      <worksheet xmlns="\(maker.space)"><sheetData>\(rows)</sheetData><mergeCells count="3"><mergeCell ref="A1:A2"/>\
      <mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells></worksheet>
      """
    let result = try Declared.apply(
      "period 2026\n answer csat \"How was it? / Form\" of apply/form scale 1..5\n answer csat \"How was it? / Call\" of apply/call scale 1..5"
    ).tally([("a.xlsx", maker.bytes)])
    #expect(result.rows == ["call csat 2026 4 ×1", "form csat 2026 5 ×1"])
    #expect(result.value.audit.files.first?.vendor == .surveyMonkey)
    #expect(result.value.audit.files.first?.mergedCells == .init(count: 3, first: "A1:A2"))
  }

  @Test(arguments: [
    ("<mergeCell ref=\"B7:B9\"/>", 1, "B7:B9"),
    ("<mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"A2:B2\"/>", 2, "A1:XFD1"),
    ("<mergeCell ref=\"B7\"/><mergeCell ref=\"Frida\"/><mergeCell ref=\"A1:b2\"/><mergeCell/>", 0, ""),
    ("<mergeCell ref=\"A1:B2:C3\"/><mergeCell ref=\"C1:C2\"/>", 1, "C1:C2"),
  ])
  func `merged cells are counted, and only cells are named`(cells: String, count: Int, first: String) throws {
    var maker = WorkbookMaker("")
    maker.sheets[0].part = """
      <worksheet xmlns="\(maker.space)"><sheetData>\(Self.cells(1, ["A"]))\(Self.cells(2, ["5"]))</sheetData>\
      <mergeCells>\(cells)</mergeCells></worksheet>
      """
    let file = try Declared.apply(Self.csat).tally([("a.xlsx", maker.bytes)]).value.audit.files.first
    #expect(file?.mergedCells == (count == 0 ? nil : .init(count: count, first: first)))
  }

  @Test func `texts that look like other forms of file are cells`() throws {
    for first in ["sep=;", "{", "[{", "a;b;c;d"] {
      let result = try tally(Self.cells(1, ["A", first]) + Self.cells(2, ["5", first]))
      #expect(result.rows == ["form csat 2026 5 ×1"], "\(first)")
      let alone = try tally(Self.cells(1, [first]) + Self.cells(2, ["A"]) + Self.cells(3, ["5"]))
      #expect(alone.rows == ["form csat 2026 5 ×1"], "\(first)")
    }
  }

  @Test func `a column that is not there is told with the sheet`() throws {
    let result = try tally(Self.cells(1, ["B", "C"]) + Self.cells(2, ["5", "5"]))
    #expect(
      result.messages == ["\"a.xlsx\" has no column \"A\" (read as an Excel workbook, sheet \"Sheet1\", 2 columns)"])
  }

  @Test func `the sheet that the feedback names is read`() throws {
    let maker = WorkbookMaker([
      .init("Summary", Self.cells(1, ["Total", "7"])),
      .init("Answers 2026", Self.cells(1, ["A"]) + Self.cells(2, ["5"])),
    ])
    let named = try Declared.apply("sheet \"answers 2026\"\n" + Self.csat)
    let result = named.tally([("a.xlsx", maker.bytes), ("b.csv", Array("A\n4\n".utf8))])
    #expect(result.rows == ["form csat 2026 4 ×1", "form csat 2026 5 ×1"])
    let missing = try Declared.apply("sheet \"Answers 2025\"\n" + Self.csat).tally([("a.xlsx", maker.bytes)])
    #expect(missing.messages == ["cannot read \"a.xlsx\": the workbook has no sheet \"Answers 2025\""])
    #expect(missing.diagnostics.first?.help == "its sheets: \"Answers 2026\", \"Summary\"")
  }

  @Test func `a sheet that no export has is a warning`() throws {
    let named = try Declared.apply("sheet \"Answers\"\n" + Self.csat)
    let one = named.tally([("b.csv", Array("A\n4\n".utf8))])
    #expect(one.rows == ["form csat 2026 4 ×1"])
    #expect(one.messages == ["the feedback names sheet \"Answers\", but its export is not a workbook"])
    #expect(one.diagnostics.map(\.rule.code) == ["sheet-without-workbook"])
    let two = named.tally([("b.csv", Array("A\n4\n".utf8)), ("c.jsonl", Array("{\"A\":5}\n".utf8))])
    #expect(two.messages == ["the feedback names sheet \"Answers\", but none of its 2 exports is a workbook"])
    #expect(try Declared.apply(Self.csat).tally([("b.csv", Array("A\n4\n".utf8))]).messages.isEmpty)
  }

  @Test(arguments: [
    ["ID", "Startzeit", "Fertigstellungszeit"], ["ID", "Heure de début", "Heure de fin"],
    ["Id", "Begintijd", "Tijd van voltooien"], ["ID", "Hora de inicio", "Hora de finalización"],
  ])
  func `Microsoft Forms in other languages`(header: [String]) throws {
    let result = try tally(Self.cells(1, header + ["A"]) + Self.cells(2, ["1", "x", "y", "5"]))
    #expect(result.value.audit.files.first?.vendor == .microsoftForms && result.rows == ["form csat 2026 5 ×1"])
  }

  @Test func `rejected rows have their cells`() throws {
    let rejects = Rejects()
    var options = CountingOptions()
    options.reject = { rejects.add($0) }
    let rows = Self.cells(1, ["A", "B"]) + Self.cells(2, ["5", "x"]) + Self.cells(5, ["9", "a, \"b\"\nc"])
    _ = try Declared.apply(Self.csat).tally([("a.xlsx", WorkbookMaker(rows).bytes)], options: options)
    #expect(rejects.all.map(\.place.line) == [5])
    #expect(rejects.all.map(\.cells) == [["9", "a, \"b\"\nc"]])
  }

  @Test func `a row of more than a mebibyte is left out`() throws {
    let long = String(repeating: "x", count: 700_000)
    let result = try tally(Self.cells(1, ["A", "B", "C"]) + Self.cells(2, ["5", long, long]) + Self.cells(3, ["4"]))
    #expect(result.rows == ["form csat 2026 4 ×1"] && result.left == ["row tooLong ×1 2"])
  }

  @Test func `what no engine reads has no query`() throws {
    let declared = try Declared.apply(Self.csat)
    let file = ExportFile(path: "a.xlsx", source: ByteSource(WorkbookMaker(Self.cells(1, ["A"])).bytes))
    let form = exportForm(of: declared.feedback, files: [file])
    #expect(form.diagnostics.map(\.message) == ["\"a.xlsx\" is an Excel workbook"])
  }
}

/// Rows as they are handed over.
private final class Rejects: Sendable {
  private let rows = Mutex<[Reject]>([])
  var all: [Reject] { rows.withLock { $0 } }
  func add(_ reject: Reject) { rows.withLock { $0.append(reject) } }
}
