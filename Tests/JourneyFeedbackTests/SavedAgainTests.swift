import Foundation
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyFeedback

/// An export that was opened and saved again has the same rows.
@Suite struct SavedAgainTests {
  private static let rows =
    "Tag,Note,Text\n2026-05-13,5,\"gut, schön\"\n2026-05-14,2,\"sagt \"\"nein\"\"\"\n2026-05-15,1,\n"

  private static func bytes(_ form: String) -> [UInt8] {
    let semicolons = "Tag;Note;Text\n2026-05-13;5;gut, schön\n2026-05-14;2;\"sagt \"\"nein\"\"\"\n2026-05-15;1;\n"
    let quoted = """
      "Tag","Note","Text"
      "2026-05-13","5","gut, schön"
      "2026-05-14","2","sagt ""nein""\"
      "2026-05-15","1",""

      """
    switch form {
    case "the same": return Array(rows.utf8)
    case "semicolons": return Array(semicolons.utf8)
    case "tabs": return Array(semicolons.replacing(";", with: "\t").utf8)
    case "pipes": return Array(semicolons.replacing(";", with: "|").utf8)
    case "every cell in quotes": return Array(quoted.utf8)
    case "a mark": return [0xEF, 0xBB, 0xBF] + Array(rows.utf8)
    case "Windows line ends": return Array(semicolons.replacing("\n", with: "\r\n").utf8)
    case "UTF-16": return [0xFF, 0xFE] + [UInt8](quoted.data(using: .utf16LittleEndian) ?? Data())
    default: return [UInt8](semicolons.data(using: .windowsCP1252) ?? Data())
    }
  }

  private static let forms = [
    "the same", "semicolons", "tabs", "pipes", "every cell in quotes", "a mark", "Windows line ends", "UTF-16",
    "Windows-1252",
  ]

  @Test(arguments: forms) func `without an id its rows are an error, whatever it was saved as`(form: String) throws {
    let declared = try Declared.apply("date \"Tag\"\n answer csat \"Note\" of apply/form scale 1..5")
    for files in [
      [("a", Self.bytes("the same")), ("b", Self.bytes(form))],
      [("a", Self.bytes(form)), ("b", Self.bytes("the same"))],
    ] {
      #expect(declared.tally(files).messages == ["3 rows are in both \"a\" and \"b\", with the same text in all cells"])
      #expect(
        declared.tally(files, threads: 3, sizes: .init(window: 64, stretch: 30, compared: 500)).messages.count == 1)
    }
  }

  /// Of a column that only has such a name rows must be equal besides.
  @Test func `with a column of ids its rows count once`() throws {
    let declared = try Declared.apply("date \"Tag\"\n answer csat \"Note\" of apply/form scale 1..5")
    let first = Self.rows.replacing("Text\n", with: "Case ID\n")
    let again = String(decoding: Self.bytes("semicolons"), as: UTF8.self).replacing("Text\n", with: "Case ID\n")
      .replacing("2026-05-15;1;", with: "2026-05-15;2;x")
    let result = declared.tally([("a", Array(first.utf8)), ("b", Array(again.utf8))])
    #expect(result.left == ["row sameAnswer ×2 2 Case ID"])
    #expect(result.value.audit.rows.used == 4)
  }

  @Test(arguments: [
    // What differs in a cell, or where cells end, is another row.
    ("2026-05-13,5,a\n", "2026-05-13;5;b\n"), ("2026-05-13,5,\"a,b\"\n", "2026-05-13;5;a.b\n"),
    ("2026-05-13,5,a\n", "2026-05-13;4;a\n"), ("2026-05-13,5,a;b\n", "2026-05-13;5;\"a,b\"\n"),
    ("2026-05-13,5,\"a\"\"\"\n", "2026-05-13;5;a\n"),
  ])
  func `rows that differ in a cell are two`(one: String, other: String) throws {
    let declared = try Declared.apply("date \"Tag\"\n answer csat \"Note\" of apply/form scale 1..5")
    let result = declared.tally([
      ("a", Array("Tag,Note,Text\n\(one)".utf8)), ("b", Array("Tag;Note;Text\n\(other)".utf8)),
    ])
    #expect(result.messages.isEmpty && result.value.audit.rows.used == 2)
  }
}

/// Numbers in a question of yes and no.
@Suite struct YesNoNumberTests {
  private func audit(_ cells: String, _ table: String = "") throws -> Audit {
    try Declared.apply("period 2026-Q3\n answer fcr \"Reopens\" of apply/call \(table)")
      .tally("Reopens\n" + cells.split(separator: " ").joined(separator: "\n") + "\n").value.audit
  }

  @Test func `how they were read is said`() throws {
    #expect(try audit("0 0 0 1").numbersAsYesNo == ["Reopens"])
    #expect(try audit("0.0 01 yes").numbersAsYesNo == ["Reopens"])
    #expect(try audit("0 1 2").numbersAsYesNo == ["Reopens"] && !audit("0 1 2").isClean)
    #expect(try audit("yes no TRUE false").numbersAsYesNo.isEmpty)
    #expect(try audit("0 0 1 2", "{ 0 is yes  1, 2 is no }").numbersAsYesNo.isEmpty)
    // What the table leaves to Waymark is said, too.
    #expect(try audit("0 1", "{ 0 is yes }").numbersAsYesNo == ["Reopens"])
  }
}
