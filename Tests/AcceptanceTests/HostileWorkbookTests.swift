import Foundation
import Fuzzing
import Support
import Testing

/// Of workbooks: what is packed to burst, nested, endless, lying or cut off – read right or said, within five
/// seconds and 256 MiB.
@Suite struct HostileWorkbookTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Survey.journey(file: "private/x.xlsx"), to: "w/help.journey")
  }

  private func tally(_ bytes: [UInt8]) throws -> (run: Run, rows: String) {
    try scratch.write(Data(bytes), to: "w/private/x.xlsx")
    let run = try bounded("tally", "w", in: scratch)
    return (run, String(((try? scratch.text("w/survey.tally.csv")) ?? "").dropFirst(Survey.head.count)))
  }

  private static func row(_ number: Int, _ cells: String...) -> String {
    let cells = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }

  private static let head = row(1, "date", "q")
  private static let answers = head + row(2, "2026-04-03", "5")
  private static let one = Survey.row("2026-04", "5", 1)

  private static func packed(_ rows: String, strings: String? = nil) -> [UInt8] {
    var maker = WorkbookMaker(rows)
    (maker.strings, maker.isPacked) = (strings, true)
    return maker.bytes
  }

  @Test func `a workbook is read as it comes`() throws {
    let (run, rows) = try tally(Self.packed(Self.answers))
    #expect(run.status == 0 && rows == Self.one, "\(run.output)\(run.error)")
    #expect(run.output.contains("1 row, an Excel workbook, sheet “Sheet1”, 2 columns"))
  }

  @Test(.enabled(if: Run.isRelease, "a debug build is too slow for sizes like these"))
  func `a workbook as large as it may be`() throws {
    let (run, rows) = try tally(
      Self.packed(Self.answers + (3...1_048_576).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()))
    #expect(run.status == 1 && rows == Self.one, "\(run.output)\(run.error)")
  }

  static let endless: [(what: String, bytes: @Sendable () -> [UInt8], words: String)] = [
    ("a part that bursts", { packed(answers + String(repeating: " ", count: 40 << 20)) }, "more than 200 times"),
    ("more than 256 MiB of a sheet", { lying(4, size: 300 << 20) }, "too large"),
    ("more than 64 MiB of texts", { lying(5, size: 65 << 20) }, "too large"),
    (
      "ten thousand parts", { ZipMaker(WorkbookMaker(answers).parts + (0..<10_000).map { .init("p\($0)", "") }).bytes },
      "more than 1,000 parts"
    ),
    (
      "a wide sheet of many rows",
      {
        packed(
          row(1, "date", "q").replacing("</row>", with: "<c r=\"XFD1\"><v>1</v></c></row>")
            + (2...200_000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined())
      }, "too large"
    ),
    (
      "a long text that many cells share",
      {
        packed(
          head + (2..<40_000).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined(),
          strings: "<si><t>\(noise(30_000))</t></si>")
      },
      "too large"
    ),
    (
      "elements in elements", { WorkbookMaker(String(repeating: "<x>", count: 50_000) + answers).bytes },
      "not well-formed"
    ),
    ("a document type with entities", { documentType }, "document type"),
    ("rows that go back", { packed(head + row(3, "2026-04-03", "5") + row(2, "2026-04-03", "5")) }, "not in order"),
    ("a column too many", { packed(answers + "<row r=\"3\"><c r=\"XFE3\"/></row>") }, "not in order"),
    (
      "a text that is not there", { packed(answers + "<row r=\"3\"><c t=\"s\"><v>7</v></c></row>") },
      "a text that is not there"
    ),
    ("NUL", { packed(answers + row(3, "\0")) }, "not well-formed"),
  ]

  /// Whose directory says that a part has more bytes.
  private static func lying(_ part: Int, size: Int) -> [UInt8] {
    var maker = WorkbookMaker(answers + "<row r=\"3\"><c t=\"s\"><v>0</v></c></row>")
    maker.strings = "<si><t>x</t></si>"
    var zip = ZipMaker(maker.parts)
    zip.parts[part].bytes += Array(repeating: 0x20, count: 2 << 20)
    zip.parts[part].isPacked = true
    zip.parts[part].size = size
    return zip.bytes
  }

  /// A text that does not pack well.
  private static func noise(_ count: Int) -> String {
    var state: UInt64 = 7
    return String(
      decoding: (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(ascii: "a") + UInt8(state >> 59) % 26
      }, as: UTF8.self)
  }

  private static var documentType: [UInt8] {
    var maker = WorkbookMaker("")
    let laughs = (1..<20).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    maker.sheets[0].part = """
      <!DOCTYPE worksheet [<!ENTITY e0 "ha">\(laughs)]><worksheet xmlns="\(maker.space)"><sheetData>\(answers)</sheetData></worksheet>
      """
    return maker.bytes
  }

  @Test(.enabled(if: Run.isRelease, "a debug build is too slow for sizes like these"), arguments: endless.indices)
  func `a workbook without end is an error`(index: Int) throws {
    let (what, bytes, words) = Self.endless[index]
    let (run, rows) = try tally(bytes())
    #expect(run.status == 2 && run.error.contains(words) && rows.isEmpty, "\(what): \(run.output)\(run.error)")
  }

  @Test func `a workbook cut off anywhere is an error`() throws {
    let bytes = Self.packed(Self.answers)
    for count in stride(from: 1, to: bytes.count, by: 97) {
      let (run, rows) = try tally(Array(bytes[..<count]))
      #expect(run.status == 2 && rows.isEmpty, "\(count): \(run.output)\(run.error)")
    }
  }
}
