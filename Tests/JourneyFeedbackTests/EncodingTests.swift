import Foundation
@testable import JourneyFeedback
import JourneySource
import Testing

@Suite struct EncodingTests {
  static let lines = """
      period 2026-Q3
      touchpoint "Schritt" { "Überweisung – €" is apply/form }
      answer csat "Zufriedenheit" scale 1..5
    """
  static let text = "\"Schritt\";Zufriedenheit;Text\r\n\"Überweisung – €\";5;ä\r\nÜberweisung – €;4;\"ö;\r\n\"\r\n"
  static let rows = ["form csat 2026-Q3 4 ×1", "form csat 2026-Q3 5 ×1"]

  static func encoded(_ text: String, _ encoding: Audit.AuditedFile.TextEncoding, marked: Bool = false) -> [UInt8] {
    switch encoding {
    case .utf8: (marked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .windows1252: [UInt8](text.data(using: .windowsCP1252) ?? Data())
    case .utf16LittleEndian: (marked ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: (marked ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  static let encodings: [(Audit.AuditedFile.TextEncoding, Bool)] = [
    (.utf8, false), (.utf8, true), (.windows1252, false), (.utf16LittleEndian, true), (.utf16LittleEndian, false),
    (.utf16BigEndian, true), (.utf16BigEndian, false),
  ]

  @Test(arguments: [Audit.AuditedFile.TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func `letters of two halves are read, wherever a piece of the file ends`(encoding: Audit.AuditedFile.TextEncoding)
    throws
  {
    for name in ["\u{10000}", "👍🏽", "\u{103FF}\u{10FC00}", "\u{10FFFD}"] {
      let lines = Self.lines.replacing("Überweisung – €", with: name)
      let bytes = Self.encoded("Schritt;Zufriedenheit\r\n\(name);5\r\n", encoding, marked: true)
      for window in 16..<24 {
        #expect(
          try Declared.apply(lines).tally([("x.csv", bytes)], sizes: .init(window: window)).rows == [
            "form csat 2026-Q3 5 ×1"
          ])
      }
    }
  }

  @Test(arguments: encodings)
  func `an encoding is recognised and said so`(encoding: Audit.AuditedFile.TextEncoding, marked: Bool) throws {
    let bytes = Self.encoded(Self.text, encoding, marked: marked)
    for window in [16, 33, 1 << 16] {
      let result = try Declared.apply(Self.lines).tally([("x.csv", bytes)], sizes: .init(window: window))
      #expect(result.rows == Self.rows)
      #expect(result.messages.isEmpty && result.left.isEmpty)
      #expect(result.value.audit.files.first?.encoding == encoding)
    }
  }

  @Test(arguments: [
    "Schritt;Zufriedenheit für alle\nform;5\nform;4\n", "Größe;Schritt;Zufriedenheit für alle\n1;form;5\n2;form;4\n",
    "Schritt;Zufriedenheit für alle;Straße\nform;5;\nform;4;x\n",
    "Schritt;Zufriedenheit für alle\r\n\"form\";\"5\"\r\n\"form\";\"4\"\r\n",
  ])
  func `letters in the header alone say the encoding`(text: String) throws {
    let lines = """
        period 2026-Q3
        touchpoint "Schritt" { "form" is apply/form }
        answer csat "Zufriedenheit für alle" scale 1..5
      """
    for encoding in [Audit.AuditedFile.TextEncoding.utf8, .windows1252] {
      for window in [64, 1 << 16] {
        let bytes = Self.encoded(text, encoding)
        let result = try Declared.apply(lines).tally([("x.csv", bytes)], sizes: .init(window: window))
        #expect(result.rows == Self.rows)
        #expect(result.messages.isEmpty && result.left.isEmpty)
        #expect(result.value.audit.files.first?.encoding == encoding)
      }
    }
  }

  @Test(arguments: encodings)
  func `gzip, of one member or of two`(encoding: Audit.AuditedFile.TextEncoding, marked: Bool) throws {
    let bytes = Self.encoded(Self.text, encoding, marked: marked)
    let (half, rest) = (Array(bytes[..<20]), Array(bytes[20...]))
    for packed in [gzip(bytes), gzip(half) + gzip(rest), gzip(bytes) + [0, 0, 0]] {
      let result = try Declared.apply(Self.lines).tally([("x.csv.gz", packed)], threads: 2, sizes: .init(window: 16))
      #expect(result.rows == Self.rows)
      #expect(result.messages.isEmpty)
      #expect(result.value.audit.files.first?.isCompressed == true)
    }
    let cut = try Declared.apply(Self.lines).tally([("x.csv.gz", Array(gzip(bytes).dropLast(12)))])
    #expect(cut.messages == ["cannot read \"x.csv.gz\": its compressed data is damaged or cut off"])
    #expect(cut.rows.isEmpty && cut.value.audit.rows.read == 0)
  }

  @Test func `a late byte that is no UTF-8 makes a file Windows-1252`() throws {
    let filler = String(repeating: "x;1;plain\r\n", count: 110_000)
    let bytes = Self.encoded(
      "Schritt;Zufriedenheit;Text\r\n" + filler + Self.text.drop { $0 != "\r\n" }.dropFirst(), .windows1252)
    for threads in [1, 2] {
      let result = try Declared.apply(Self.lines).tally(
        [("x.csv", bytes)], threads: threads, sizes: .init(stretch: 1 << 18))
      #expect(result.rows == Self.rows)
      #expect(result.value.audit.files.first?.encoding == .windows1252)
      #expect(result.value.audit.rows.read == 110_002)
    }
  }

  /// In Windows-1252 these are 0xC0 and 0xC1, with which no character of UTF-8 begins.
  @Test(arguments: ["À la gare", "Água", "FAÇA JÁ", "À Á", "Ý"]) func `capitals with an accent alone say the encoding`(
    name: String
  ) throws {
    let lines = Self.lines.replacing("Überweisung – €", with: name)
    for filler in stride(from: 0, to: 130, by: 7) {
      let text = "Schritt;Zufriedenheit;Text\r\n\(name);5;\(String(repeating: "x", count: filler))\r\n"
      for encoding in [Audit.AuditedFile.TextEncoding.utf8, .windows1252] {
        let result = try Declared.apply(lines).tally(
          [("x.csv", Self.encoded(text, encoding))], sizes: .init(window: 1 << 10))
        #expect(result.rows == ["form csat 2026-Q3 5 ×1"] && result.value.audit.files.first?.encoding == encoding)
      }
    }
  }

  @Test func `one broken letter does not`() throws {
    var bytes = Self.encoded(Self.text, .utf8)
    bytes += [0x78, 0x3B, 0x3B, 0xC3, 0x0A]
    let result = try Declared.apply(Self.lines).tally([("x.csv", bytes)])
    #expect(result.rows == Self.rows)
    #expect(result.value.audit.files.first?.encoding == .utf8)
    #expect(result.value.audit.files.first?.invalid == 1)
  }

  @Test func `what is no text is refused`() throws {
    let declared = try Declared.apply(Self.lines)
    #expect(
      declared.tally([("a.xlsx", [0x50, 0x4B, 3, 4])]).messages == [
        "cannot read \"a.xlsx\": the workbook or ZIP file is damaged or cut off"
      ])
    #expect(declared.tally([("a.csv", [])]).messages == ["cannot read \"a.csv\": it is empty"])
    #expect(
      declared.tally([("a.csv", [0x0A, 0x0A])]).messages == ["cannot read \"a.csv\": it does not begin with a header"])
    #expect(declared.tally([("a.csv", Array("\"never closed\n1,2\n".utf8))]).messages.count == 1)
    let failing = ExportFile(path: "b.csv", source: ByteSource(count: 9) { _, _, _ in -1 })
    let result = tally(declared.feedback, in: declared.workspace, files: [failing])
    #expect(result.messages == ["cannot read \"b.csv\": reading it failed"])
  }

  @Test func `a key of JSON Lines may come as late as it likes`() throws {
    let early = #"{"Schritt":"Überweisung – €","Text":"\#(String(repeating: "x", count: 1000))"}"# + "\n"
    let late = #"{"Schritt":"Überweisung – €","Zufriedenheit":4}"# + "\n"
    let text = String(repeating: early, count: 2500) + late
    let result = try Declared.apply(Self.lines).tally(text)
    #expect(result.messages.isEmpty && result.rows.count == 1)
    #expect(result.left == ["row noAnswer ×2500 1"])
    let none = try Declared.apply(Self.lines).tally(String(repeating: early, count: 2500))
    #expect(none.messages == ["\"x.csv\" has no column \"Zufriedenheit\" (read as JSON Lines, UTF-8)"])
  }

  @Test(arguments: ["Sí", "日", "😀", "ü"], ["", "\n", "\n\n"])
  func `the last letters of a file are told apart, too`(name: String, end: String) throws {
    let lines = Self.lines.replacing("Überweisung – €", with: name)
    for text in ["{\"Zufriedenheit\":5,\"Schritt\":\"\(name)\"}\(end)", "Zufriedenheit,Schritt\n5,\(name)\(end)"] {
      let result = try Declared.apply(lines).tally(text)
      #expect(result.rows == ["form csat 2026-Q3 5 ×1"], "\(text)")
      #expect(result.value.audit.files.first?.encoding == .utf8)
    }
  }

  /// Of what is looked at first, a megabyte and four bytes, the last letters may be cut anywhere.
  @Test(arguments: 0..<8) func `letters at the end of what is looked at first are told apart`(shift: Int) throws {
    for letters in ["日本", "€€", "😀😀", "öö"] {
      let start = "{\"Zufriedenheit\":1,\"Schritt\":\"x\",\"N\":\""
      let padding = String(repeating: "y", count: (1 << 20) + 4 - shift - start.utf8.count)
      let text = "\(start)\(padding)\(letters)\"}\n{\"Zufriedenheit\":5,\"Schritt\":\"Überweisung – €\"}\n"
      let result = try Declared.apply(Self.lines).tally(text)
      #expect(result.value.audit.files.first?.encoding == .utf8, "\(letters) \(shift)")
    }
  }

  @Test func `a list of JSON is told apart from lines of it`() throws {
    let object = "{\"Schritt\":\"Überweisung – €\",\"Zufriedenheit\":5}"
    for text in ["[\(object)]", " [\n  \(object)]\n"] {
      #expect(try Declared.apply(Self.lines).tally(text).messages == ["cannot read \"x.csv\": it is one JSON list"])
    }
    #expect(try Declared.apply(Self.lines).tally("\n  \(object)\n").rows == ["form csat 2026-Q3 5 ×1"])
  }

  @Test func `a line that has a value twice is left out`() throws {
    let line = "{\"Schritt\":\"Überweisung – €\",\"Zufriedenheit\":5,\"x\":1,\"x\":2}\n"
    let result = try Declared.apply(Self.lines).tally(line + line.replacing("\"x\":2", with: "\"Zufriedenheit\":4"))
    #expect(result.rows == ["form csat 2026-Q3 5 ×1"])
    #expect(result.left == ["row notJSON ×1 2"])
  }

  @Test func `JSON Lines`() throws {
    let result = try Declared.apply(Self.lines).tally(
      #"""
      {"Schritt":"\u00dcberweisung \u2013 €","Zufriedenheit":5,"Text":"a\"b\nc","nested":{"a":[1,"}"]}}
      {"Zufriedenheit":"4", "Schritt" : "Überweisung – €"}
      {"Zufriedenheit":null,"Schritt":"Überweisung – €"}

      {"Zufriedenheit":true,"Schritt":"Überweisung – €"}
      not json
      {"Zufriedenheit":1e0,"Schritt":"Überweisung – €","x":1
      {"Zufriedenheit":3,"Schritt":"Ander\"s"}

      """#)
    #expect(result.rows == Self.rows)
    #expect(
      result.left == [
        "row notJSON ×2 6", "row touchpointUnknown ×1 8 Schritt", "row notANumber ×1 5 Zufriedenheit",
        "row noAnswer ×1 3",
        "cell notANumber ×1 5 Zufriedenheit",
      ])
    #expect(result.value.audit.unmatched.first?.value == "Ander\"s")
    #expect(result.value.audit.files.first?.form == .jsonLines)
    let missing = try Declared.apply(Self.lines).tally("{\"Schrit\":1,\"Zufriedenheit\":1}\n")
    #expect(missing.messages == ["\"x.csv\" has no column \"Schritt\" (read as JSON Lines, UTF-8)"])
  }

  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    // Stored blocks need no compressor: RFC 1951, 3.2.4.
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(65_535)
      rest = rest.dropFirst(piece.count)
      let count = UInt16(piece.count)
      packed.append(rest.isEmpty ? 1 : 0)
      for number in [count, ~count] { packed += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      packed += piece
    } while !rest.isEmpty
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    for number in [~crc, UInt32(bytes.count)] { packed += (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) } }
    return packed
  }
}
