import Foundation
import Fuzzing
import Support
import Testing

/// A person who answered, planted wherever an export has room for her: nothing of her may come out of Waymark.
enum Planted {
  static let name = "Frieda Brandquist"
  static let mail = "frieda@brandquist.example"
  static let phone = "+49 30 5550142"
  static let all = [name, mail, phone]

  /// What would give her away, in lower case.
  private static let traces = ["frieda", "brandquist", "5550142"]

  /// The traces in what came out, whatever the case; in UTF-16 too.
  static func traces(in bytes: some Sequence<UInt8>) -> [String] {
    let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
    return traces.filter { text.contains($0) }
  }
}

/// An export with the planted person in it, and how its feedback is declared.
struct PlantedExport: CustomTestStringConvertible, Sendable {
  let testDescription: String
  var file = "answers.csv"
  /// What the feedback says besides its file.
  var facts = Self.wideFacts
  let bytes: Data
  /// Whether a tally is made of it; else errors stand against it.
  var isCounted = true
  var isPacked = false

  /// The journey file, of a workspace in which the export lies in `private/`.
  var journey: String {
    """
    segment gold "Gold"
    journey help "Help" {
      phase ask "Ask" {
        touchpoint form "Fills in a form" channel web owner service
        touchpoint call "Calls" channel phone owner service
      }
    }
    feedback answers "Answers" {
      file "private/\(file)"
      \(facts)
    }

    """
  }

  static let wideFacts = """
    date "date"
      weight "weight"
      where "kind" is "customer"
      one answer per person "mail"
      segment "plan" {
        "gold" is gold
      }
      answer csat "q" of help/form scale 1..5
      answer resolution "hours" of help/form in hours
    """

  static let longFacts = """
    date "date"
      touchpoint "place" {
        "form" is help/form
        "call" is help/call
      }
      answer csat "q" scale 1..5
    """

  /// One in every column, row after row; where it is no answer the row or the cell is left out.
  static let wide: String = {
    var text = "date,kind,plan,weight,q,hours,mail,name,comment\n"
    for index in 0..<12 {
      text +=
        "2026-04-03,customer,gold,1,\(index % 5 + 1),2,\(index)\(Planted.mail),\(Planted.name),\"call \(Planted.phone)\"\n"
    }
    let whole = ["2026-04-03", "customer", "gold", "1", "5", "2", "x", "y", "z"]
    for column in whole.indices {
      for planted in Planted.all {
        var row = whole
        row[column] = planted
        row[6] = "\(column) \(planted)"
        text += row.joined(separator: ",") + "\n"
      }
    }
    return text + damaged(whole.joined(separator: ","))
  }()

  /// Rows that cannot be read as they stand: ragged, of many lines, with quotes wrong, too long.
  private static func damaged(_ row: String) -> String {
    let long = String(repeating: "\(Planted.name), \(Planted.mail); ", count: 30_000)
    return #"""
      \#(row),\#(Planted.name)
      \#(Planted.mail)
      2026-04-03,customer,gold,1,5,2,a,b,"\#(Planted.name)
      \#(Planted.mail)
      ""\#(Planted.phone)"""
      2026-04-03,customer,gold,1,5,2,a,b,"\#(Planted.name)" \#(Planted.mail)
      2026-04-03,customer,gold,1,5,2,a,b,"\#(long)"
      2026-04-03,customer,gold,1,5,2,a,b,"\#(Planted.name)
      \#(row)
      \#(Planted.phone)

      """#
  }

  static let long: String = {
    var text = "place,date,q,comment\n"
    for index in 0..<30 { text += "\(index % 2 == 0 ? "form" : "kiosk"),2026-04-03,4,\(Planted.name)\n" }
    for planted in Planted.all {
      text += "\(planted),2026-04-03,4,x\n\(planted) again,2026-04-03,4,x\nform,\(planted),\(planted),x\n"
    }
    for _ in 0..<20 { text += "\(Planted.mail),2026-04-03,4,x\n\(Planted.phone),2026-04-03,4,x\n" }
    return text
  }()

  static let lines: String = {
    var text = ""
    for column in ["date", "kind", "plan", "weight", "q", "hours", "mail", "comment"] {
      for planted in Planted.all {
        text +=
          #"{"date":"2026-04-03","kind":"customer","plan":"gold","weight":1,"q":5,"hours":2,"mail":"m","\#(column)":"\#(planted)"}"#
          + "\n"
      }
    }
    return text + #"""
      {"date":"2026-04-03","q":{"\#(Planted.name)":["\#(Planted.mail)"]},"kind":"customer"}
      {"date":"2026-04-03","q":"\#(Planted.name)
      "\#(Planted.mail)"
      \#(Planted.phone)

      """#
  }()
}

extension PlantedExport {
  static let all: [PlantedExport] = [
    of("a row a person", wide),
    of("tabs", file: "answers.tsv", wide.replacing(",", with: "\t")),
    of("line ends of Windows, and a mark", "\u{FEFF}" + wide.replacing("\n", with: "\r\n")),
    PlantedExport(
      testDescription: "UTF-16",
      bytes: Data([0xFF, 0xFE]) + Data(wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
    PlantedExport(
      testDescription: "UTF-16 that is cut",
      bytes: Data([0xFE, 0xFF]) + Data(wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.dropLast(3))),
    PlantedExport(
      testDescription: "Windows-1252", bytes: Data(wide.utf8.flatMap { $0 == 0x46 ? [0xC9, 0xE9, $0] : [$0] })),
    PlantedExport(
      testDescription: "bytes of no encoding",
      bytes: Data(wide.utf8.flatMap { $0 == 0x42 ? [0xFF, 0xC3, 0x00, $0] : [$0] })),
    of("a row an answer", facts: longFacts, long),
    of(
      "names where touchpoints should be", facts: longFacts,
      long.replacing("form,", with: "\(Planted.name),").replacing("kiosk,", with: "\(Planted.name) I,")),
    of("JSON Lines", file: "answers.jsonl", lines),
    of("packed", isPacked: true, wide),
    of("JSON Lines, packed", file: "answers.jsonl", isPacked: true, lines),
    of(
      "no header", isCounted: false,
      wide.replacing(
        "date,kind,plan,weight,q,hours,mail,name,comment\n", with: "2026-04-03,\(Planted.name),\(Planted.mail),5\n")),
    of(
      "no header, and names like hers", facts: wideFacts.replacing("\"q\"", with: "\"Frida Brandkuist\""),
      isCounted: false,
      "\(Planted.name),2026-04-03,customer,gold,1,\(Planted.mail)\n" + wide.drop { $0 != "\n" }.dropFirst()),
    of(
      "a header that is missing a column", facts: wideFacts.replacing("\"q\"", with: "\"question\""), isCounted: false,
      wide),
    of("dates of two readings", isCounted: false, wide.replacing("2026-04-03", with: "03/04/2026")),
    of("Qualtrics, with her as its zone", qualtrics),
    of("what is no workbook", file: "answers.xlsx", isCounted: false, "PK\u{3}\u{4}\(Planted.name),\(Planted.mail)\n"),
    PlantedExport(testDescription: "a workbook", file: "answers.xlsx", bytes: workbook()),
    PlantedExport(
      testDescription: "a workbook with a mistake behind her", file: "answers.xlsx",
      bytes: workbook(end: "<row r=\"1\"/>"),
      isCounted: false),
    PlantedExport(
      testDescription: "a workbook that is missing a column", file: "answers.xlsx",
      facts: wideFacts.replacing("\"q\"", with: "\"question\""), bytes: workbook(), isCounted: false),
    PlantedExport(
      testDescription: "a workbook of formulas without results", file: "answers.xlsx",
      bytes: workbook(
        end: "<row><c r=\"E999\"><f>\"\(Planted.name)\"</f></c></row>".replacing(
          "E999", with: "E\(wideLines.count + 1)")),
      isCounted: false),
    of("nothing but her name", isCounted: false, Planted.name),
  ]

  /// Those lines that are a row each.
  private static let wideLines = wide.split(separator: "\n").filter { !$0.contains("\"") }

  /// The same cells as a workbook, and more behind its rows.
  private static func workbook(end: String = "") -> Data {
    let rows = wideLines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    return Data(WorkbookMaker(rows.joined() + end).bytes)
  }

  private static let qualtrics =
    wide.prefix { $0 != "\n" }
    + "\n\(Planted.name),b,c,d,e,f,g,h,i\n\"{\"\"ImportId\"\":\"\"a\"\",\"\"timeZone\"\":\"\"\(Planted.name)\"\"}\",b,c,d,e,f,g,h,i\n"
    + wide.drop { $0 != "\n" }.dropFirst()

  private static func of(
    _ name: String, file: String = "answers.csv", facts: String = wideFacts, isCounted: Bool = true,
    isPacked: Bool = false,
    _ text: some StringProtocol
  ) -> PlantedExport {
    PlantedExport(
      testDescription: name, file: file, facts: facts, bytes: Data(text.utf8), isCounted: isCounted, isPacked: isPacked)
  }
}
